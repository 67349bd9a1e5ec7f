using System.Text;

namespace Porting.Translator.Output;

/// <summary>How a file on disk differs from the fresh one.</summary>
public enum TreeChange
{
    Added,
    Changed,
    Removed,
}

/// <summary>One differing file; texts are empty where there is none.</summary>
public sealed record TreeDifference(string Path, TreeChange Change, string OnDisk, string Fresh);

/// <summary>
/// The generated folder as a whole. Input: every file's text in memory. Holds after <see cref="Write"/>: the folder has exactly these files, and files with equal bytes were not touched; or it is as it was
/// and PORT4010 says why. Never: half a tree. New texts go to a folder beside the old one first, so that a full disk or a missing right is found before anything is replaced.
/// </summary>
public sealed class OutputTree(IReadOnlyDictionary<string, string> files)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public IReadOnlyDictionary<string, string> Files => files;

    /// <summary>Files that differ from those in the folder, by path.</summary>
    public IReadOnlyList<TreeDifference> Compare(string folder)
    {
        List<TreeDifference> differences = [];
        foreach ((string path, string text) in files)
        {
            string full = Path.Combine(folder, path);
            string? onDisk = File.Exists(full) ? File.ReadAllText(full) : null;
            if (onDisk != text)
            {
                differences.Add(new TreeDifference(path, onDisk == null ? TreeChange.Added : TreeChange.Changed, onDisk ?? "", text));
            }
        }

        differences.AddRange(OnDisk(folder).Where(p => !files.ContainsKey(p)).Select(p => new TreeDifference(p, TreeChange.Removed, File.ReadAllText(Path.Combine(folder, p)), "")));
        return [.. differences.OrderBy(d => d.Path, StringComparer.Ordinal)];
    }

    /// <summary>Makes the folder equal to this tree; returns what was different.</summary>
    public IReadOnlyList<TreeDifference> Write(string folder)
    {
        string stage = folder.TrimEnd('/') + $".new-{Environment.ProcessId}";
        try
        {
            IReadOnlyList<TreeDifference> differences = Compare(folder);
            if (differences.Count > 0)
            {
                Stage(stage, differences);
                Replace(stage, folder, differences);
            }

            return differences;
        }
        // .NET says "argument out of range" where the system says that a file may not grow so large (EFBIG).
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            throw new PortException(PortDiagnostic.Error("PORT4010", new SourceLocation(folder, 0, 0), $"cannot write: {exception.Message}"));
        }
        finally
        {
            RemoveStage(stage);
        }
    }

    private static void Stage(string stage, IEnumerable<TreeDifference> differences)
    {
        Directory.CreateDirectory(stage);
        foreach (TreeDifference difference in differences.Where(d => d.Change != TreeChange.Removed))
        {
            string target = Path.Combine(stage, difference.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using FileStream stream = File.Create(target);
            stream.Write(Utf8.GetBytes(difference.Fresh));
            stream.Flush(flushToDisk: false);
        }
    }

    /// <summary>Renames only: all bytes are on the disk already. The first rename is tried by itself with a way back, so that a folder nobody may write in stays whole.</summary>
    private static void Replace(string stage, string folder, IEnumerable<TreeDifference> differences)
    {
        List<TreeDifference> list = [.. differences];
        foreach (string target in list.Select(d => Path.GetDirectoryName(Path.Combine(folder, d.Path))!).Distinct())
        {
            Directory.CreateDirectory(target);
            ProbeWritable(target);
        }

        foreach (TreeDifference difference in list)
        {
            string target = Path.Combine(folder, difference.Path);
            if (difference.Change == TreeChange.Removed)
            {
                File.Delete(target);
            }
            else
            {
                File.Move(Path.Combine(stage, difference.Path), target, overwrite: true);
            }
        }
    }

    private static void ProbeWritable(string folder)
    {
        string probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
        File.WriteAllBytes(probe, []);
        File.Delete(probe);
    }

    private static void RemoveStage(string stage)
    {
        try
        {
            if (Directory.Exists(stage))
            {
                Directory.Delete(stage, recursive: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The error that brought us here is already being reported, and tells more.
        }
    }

    private static IEnumerable<string> OnDisk(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Where(IsOurs)
        : [];

    /// <summary>A README in the folder belongs to people.</summary>
    private static bool IsOurs(string path) => path != "README.md";
}
