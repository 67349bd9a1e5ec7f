using Porting.Build;
using Porting.Clang.Parse;
using Porting.Translator.Output;

namespace Porting.Cli;

/// <summary>
/// Whether an emit would find anything new: a hash over all that it reads (the C side's files, the handwritten C#, the project, the tool itself), kept from the last time together with the lock file's hash.
/// The generated files are compared with the lock, so that one edited by hand is made again.
/// </summary>
internal sealed class EmitStamp(Workspace workspace)
{
    private static readonly string[] InputPatterns = ["*.c", "*.h", "*.S", "*.def"];

    private string StampPath => Path.Combine(workspace.Project.ArtifactsPath, "cache", "emit.stamp");

    private string LockPath => Path.Combine(workspace.Project.GeneratedPath, LockFile.FileName);

    public bool IsCurrent() => File.Exists(StampPath) && File.Exists(LockPath) && File.ReadAllText(StampPath) == Key() && OutputsAreLocked();

    public void Write()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(StampPath)!);
        File.WriteAllText(StampPath, Key());
    }

    private string Key()
    {
        Porting.Translator.Output.PortProject project = workspace.Project;
        IEnumerable<string> inputs = InputPatterns.SelectMany(p => Workspace.Files(project.OriginalPath, p))
            .Concat(Workspace.Files(project.HandwrittenPath, "*.cs")).Concat(workspace.HandwrittenAssembler())
            .Append(project.At(project.CompileCommands)).Append(Path.Combine(project.Folder, PortProject.FileName)).Append(LockPath)
            .Concat(Cache.CacheFolder.ToolFiles());
        return StepCache.HashOf(inputs.SelectMany(f => new[] { f, StepCache.HashOfFile(f) }));
    }

    private bool OutputsAreLocked()
    {
        LockFile locked = LockFile.Read(LockPath);
        return locked.Outputs.All(o => File.Exists(Path.Combine(workspace.Project.GeneratedPath, o.Key)) && LockFile.HashOfFile(Path.Combine(workspace.Project.GeneratedPath, o.Key)) == o.Value);
    }
}
