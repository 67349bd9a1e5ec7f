namespace Porting.Translator.Output;

/// <summary>
/// Which folders among the artifacts are the tool's alone: there it overwrites and sweeps without asking whose a file
/// is. A mark says that the tool has made them (https://bford.info/cachedir: tools that copy and back up leave out what
/// has it). Folders of these names that somebody else has filled are refused, for <c>artifacts</c> of a project may be
/// any folder; all other files there are never looked at.
/// </summary>
public static class ArtifactsMark
{
    private const string Name = "CACHEDIR.TAG";
    private const string Text =
        "Signature: 8a477f597d28d172789f06886806bc55\n# This folder, and facts, kernel and port beside it, are written by port, and can be made again.\n";

    /// <summary>The first one has the mark.</summary>
    private static readonly string[] Folders = ["cache", "facts", "kernel", "port"];

    /// <summary>What only an emit writes is a mark as well.</summary>
    private static readonly string[] Marks = [$"cache/{Name}", "cache/emit.stamp"];

    /// <summary>The folder that somebody else has filled; null when there is none.</summary>
    internal static string? Foreign(string artifacts) =>
        Marks.Any(m => File.Exists(Path.Combine(artifacts, m)))
            ? null
            : Folders.Select(f => Path.Combine(artifacts, f)).FirstOrDefault(f => Path.Exists(f) && !IsEmptyFolder(f));

    private static bool IsEmptyFolder(string path) =>
        Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any();

    /// <summary>Makes the first folder with its mark, before anything is written to any of them.</summary>
    public static void Set(string artifacts)
    {
        string mark = Path.Combine(artifacts, Marks[0]);
        if (!File.Exists(mark))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(mark)!);
            File.WriteAllText(mark, Text);
        }
    }
}
