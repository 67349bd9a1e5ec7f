using Porting.Build;
using Porting.Clang.Parse;
using Porting.Translator.Output;

namespace Porting.Cli;

/// <summary>
/// What the last emit read, by hashes: the C side's files, the handwritten C#, the project, the tool itself, and the
/// lock file that it wrote. Taken before anything else is read, so that what changes during an emit is seen by the
/// next.
/// The generated files are compared with the lock, so that one edited by hand is made again.
/// </summary>
internal sealed class EmitStamp
{
    private static readonly string[] InputPatterns = ["*.c", "*.h", "*.S", "*.def"];
    private readonly Workspace _workspace;
    private readonly SortedDictionary<string, string> _inputs = new(StringComparer.Ordinal);

    /// <summary>Files that no pattern names and units have read all the same: the system's headers, or any others that
    /// are included.</summary>
    private readonly SortedDictionary<string, string> _others = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _before = new(StringComparer.Ordinal);

    public EmitStamp(Workspace workspace)
    {
        _workspace = workspace;
        PortProject project = workspace.Project;
        IEnumerable<string> inputs = InputPatterns
            .SelectMany(p => Workspace.Files(project.OriginalPath, p))
            .Concat(Workspace.Files(project.HandwrittenPath, "*.cs"))
            .Concat(workspace.HandwrittenAssembler())
            .Append(project.At(project.CompileCommands))
            .Append(Path.Combine(project.Folder, PortProject.FileName))
            .Concat(Cache.CacheFolder.ToolFiles());
        foreach (string input in inputs)
        {
            _inputs[input] = StepCache.HashOfFile(input);
        }

        foreach (
            string[] line in (File.Exists(StampPath) ? File.ReadAllLines(StampPath) : [])
                .Select(l => l.Split(' ', 2))
                .Where(l => l.Length == 2)
        )
        {
            _before[line[1]] = line[0];
        }

        foreach (string other in _before.Keys.Where(p => p != LockPath && !_inputs.ContainsKey(p) && File.Exists(p)))
        {
            _others[other] = StepCache.HashOfFile(other);
        }

        bool isComparable =
            File.Exists(LockPath)
            && _before.GetValueOrDefault(LockPath) == StepCache.HashOfFile(LockPath)
            && _before.Count == _inputs.Count + _others.Count + 1
            && _inputs.Keys.All(_before.ContainsKey);
        Changed = isComparable
            ? [.. _inputs.Concat(_others).Where(i => _before[i.Key] != i.Value).Select(i => i.Key)]
            : null;
    }

    private string StampPath => Path.Combine(_workspace.Project.ArtifactsPath, "cache", "emit.stamp");

    private string LockPath => Path.Combine(_workspace.Project.GeneratedPath, LockFile.FileName);

    /// <summary>Tells the state that the last emit left from any other.</summary>
    public string Mark =>
        StepCache.HashOf(_before.OrderBy(b => b.Key, StringComparer.Ordinal).SelectMany(b => new[] { b.Key, b.Value }));

    /// <summary>Inputs that have other contents than at the last emit; null when there are others than then, or the
    /// lock file is another.</summary>
    public IReadOnlyList<string>? Changed { get; }

    public bool IsCurrent() => Changed is { Count: 0 } && OutputsAreLocked();

    /// <summary>Tells the C, and how it is compiled, from any other.</summary>
    public string OriginalMark =>
        StepCache.HashOf(
            _inputs
                .Where(i =>
                    i.Key.StartsWith(_workspace.Project.OriginalPath + "/", StringComparison.Ordinal)
                    || i.Key == _workspace.Project.At(_workspace.Project.CompileCommands)
                )
                .SelectMany(i => new[] { i.Key, i.Value })
        );

    /// <summary>Whether the stamp looks at a file.</summary>
    public bool Has(string path) => _inputs.ContainsKey(path);

    public string HashOf(string input) => _inputs[input];

    /// <summary>The tree is what these inputs give.</summary>
    /// <param name="read">All files that units have read, with their hashes; null: as before.</param>
    public void Write(IReadOnlyDictionary<string, string>? read = null)
    {
        if (read != null)
        {
            _others.Clear();
            foreach ((string path, string hash) in read.Where(r => !_inputs.ContainsKey(r.Key)))
            {
                _others[path] = hash;
            }
        }

        _before.Clear();
        foreach (
            (string path, string hash) in _inputs.Concat(_others).Append(new(LockPath, StepCache.HashOfFile(LockPath)))
        )
        {
            _before[path] = hash;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(StampPath)!);
            File.WriteAllLines(StampPath, _before.Select(b => $"{b.Value} {b.Key}"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The tree is in place. Half a stamp is none, and the next emit looks at everything.
        }
    }

    /// <summary>The generated files are those that the lock file lists.</summary>
    public bool OutputsAreLocked()
    {
        if (!File.Exists(LockPath))
        {
            return false;
        }

        LockFile locked = LockFile.Read(LockPath);
        return locked.Outputs.All(o =>
            File.Exists(Path.Combine(_workspace.Project.GeneratedPath, o.Key))
            && LockFile.HashOfFile(Path.Combine(_workspace.Project.GeneratedPath, o.Key)) == o.Value
        );
    }
}
