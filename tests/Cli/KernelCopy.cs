using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>The kernel itself, in a copy of its sources.</summary>
internal static class KernelCopy
{
    public static ScratchFolder Make()
    {
        ScratchFolder folder = new();
        foreach (string tree in (ReadOnlySpan<string>)["original-c", "kernel-generated", "kernel-handwritten"])
        {
            foreach (string file in Directory.EnumerateFiles(Repository.At(tree), "*", SearchOption.AllDirectories))
            {
                string target = folder.At(Path.GetRelativePath(Repository.Root, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        File.Copy(Repository.At("port.json"), folder.At("port.json"));
        return folder;
    }
}
