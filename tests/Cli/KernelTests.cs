using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>The same on the kernel itself, in a copy of its sources.</summary>
public sealed class KernelTests
{
    internal static ScratchFolder CopyOfKernel()
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

    private static void Edit(ScratchFolder folder, string file, string from, string to)
    {
        string text = File.ReadAllText(folder.At(file));
        Assert.Contains(from, text);
        File.WriteAllText(folder.At(file), text.Replace(from, to, StringComparison.Ordinal));
    }

    [Fact]
    public void One_changed_line_is_found_and_its_function_named()
    {
        using ScratchFolder kernel = CopyOfKernel();
        Answer clean = PortTool.Run(kernel.Path, "emit", "--check");
        Assert.True(clean.ExitStatus == 0, clean.All);
        Edit(kernel, "original-c/vm/vm_pageout.c", "burst_count = 0;", "burst_count = 1;");
        Edit(kernel, "original-c/kern/strings.c", "return end - s;", "return end - s + 0 * 2;");
        Answer answer = PortTool.Run(kernel.Path, "emit", "--check");
        Assert.Equal(1, answer.ExitStatus);
        Assert.Contains("kernel-generated/kern/strings.g.cs differs: strlen\n", answer.Output);
    }

    [Fact]
    public void A_changed_replaced_function_is_reported_by_name_with_its_difference()
    {
        using ScratchFolder kernel = CopyOfKernel();
        Edit(kernel, "original-c/vm/vm_pageout.c", "vm_page_free_wanted == 0;", "vm_page_free_wanted <= 1;");
        Answer answer = PortTool.Run(kernel.Path, "status");
        Assert.Equal(1, answer.ExitStatus);
        Assert.Contains("stale: vm_pageout_enough (kernel-handwritten/Vm/VmPageout.cs:", answer.Output);
        Assert.Contains("vm_page_free_wanted == 0;\n+", answer.Output);
        Assert.Contains("; 1 stale", answer.Output);
    }
}
