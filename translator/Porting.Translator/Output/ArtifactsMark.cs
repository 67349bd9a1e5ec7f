namespace Porting.Translator.Output;

/// <summary>
/// Which folders among the artifacts are the tool's alone: there it overwrites and sweeps without asking whose a file
/// is. A mark in each says that the tool has made it (https://bford.info/cachedir: tools that copy and back up leave
/// out what has it). Folders of these names that somebody else has filled are refused, for <c>artifacts</c> of a project
/// may be any folder; all other files there are never looked at.
/// </summary>
public static class ArtifactsMark
{
    public const string FileName = "CACHEDIR.TAG";
    private const string Text =
        "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is written by port, and can be made again.\n";

    private static readonly string[] Folders = ["cache", "facts", "kernel", "port"];

    /// <summary>What only an emit writes tells as much of all of them.</summary>
    private const string Stamp = "cache/emit.stamp";

    /// <summary>The folder that somebody else has filled; null when there is none.</summary>
    internal static string? Foreign(string artifacts) =>
        File.Exists(Path.Combine(artifacts, Stamp))
            ? null
            : Folders
                .Select(f => Path.Combine(artifacts, f))
                .FirstOrDefault(f => Path.Exists(f) && !IsEmptyFolder(f) && !File.Exists(Path.Combine(f, FileName)));

    private static bool IsEmptyFolder(string path) =>
        Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any();

    /// <summary>Makes the folders with their marks, before anything is written to any of them.</summary>
    public static void Set(string artifacts)
    {
        foreach (string mark in Folders.Select(f => Path.Combine(artifacts, f, FileName)).Where(m => !File.Exists(m)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(mark)!);
            File.WriteAllText(mark, Text);
        }
    }
}
