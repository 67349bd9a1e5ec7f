using System.Collections.Concurrent;
using System.Security.Cryptography;
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
/// A generated folder as a whole. Files are added one by one, on any thread, and compared with those in the folder;
/// what differs goes to a folder beside it, so that a full disk or a missing right is found before anything is
/// replaced.
/// Holds after <see cref="Commit"/>: the folder has exactly the files added, and files with equal bytes were not
/// touched; or it is as it was and PORT4010 says why. Never: half a tree.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="isDry">Nothing is written; texts that differ are kept to be shown.</param>
public sealed class OutputTree(string folder, bool isDry = false) : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly string _stage = folder.TrimEnd('/') + $".new-{Environment.ProcessId}";
    private readonly ConcurrentDictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TreeDifference> _differences = new(StringComparer.Ordinal);

    /// <summary>SHA-256 of every file added so far.</summary>
    public IReadOnlyDictionary<string, string> Hashes =>
        new Dictionary<string, string>(_hashes, StringComparer.Ordinal);

    public void Add(string path, string text)
    {
        byte[] bytes = Utf8.GetBytes(text);
        _hashes[path] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        string full = Path.Combine(folder, path);
        try
        {
            byte[]? onDisk = File.Exists(full) ? File.ReadAllBytes(full) : null;
            if (onDisk != null && onDisk.AsSpan().SequenceEqual(bytes))
            {
                _differences.TryRemove(path, out _);
                return;
            }

            _differences[path] = new TreeDifference(
                path,
                onDisk == null ? TreeChange.Added : TreeChange.Changed,
                isDry && onDisk != null ? Utf8.GetString(onDisk) : "",
                isDry ? text : ""
            );
            if (!isDry)
            {
                Stage(path, bytes);
            }
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            throw CannotWrite(exception);
        }
    }

    /// <summary>Adds a file that is in the folder already with contents of this hash; false when it is not, and then
    /// nothing was added.</summary>
    public bool TryAddUnchanged(string path, string hash)
    {
        string full = Path.Combine(folder, path);
        try
        {
            if (!File.Exists(full) || LockFile.HashOfFile(full) != hash)
            {
                return false;
            }
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            throw CannotWrite(exception);
        }

        _hashes[path] = hash;
        return true;
    }

    /// <summary>Files that differ from those in the folder, by path.</summary>
    public IReadOnlyList<TreeDifference> Differences()
    {
        IEnumerable<TreeDifference> gone = OnDisk(folder)
            .Where(p => !_hashes.ContainsKey(p))
            .Select(p => new TreeDifference(
                p,
                TreeChange.Removed,
                isDry ? File.ReadAllText(Path.Combine(folder, p)) : "",
                ""
            ));
        return [.. _differences.Values.Concat(gone).OrderBy(d => d.Path, StringComparer.Ordinal)];
    }

    /// <summary>Makes the folder equal to this tree; returns what was different.</summary>
    public IReadOnlyList<TreeDifference> Commit()
    {
        try
        {
            IReadOnlyList<TreeDifference> differences = Differences();
            if (differences.Count > 0)
            {
                Replace(_stage, folder, differences);
            }

            return differences;
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            throw CannotWrite(exception);
        }
    }

    public void Dispose() => RemoveStage(_stage);

    // .NET says "argument out of range" where the system says that a file may not grow so large (EFBIG).
    private static bool IsOfTheDisk(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;

    private PortException CannotWrite(Exception exception) =>
        new(PortDiagnostic.Error("PORT4010", new SourceLocation(folder, 0, 0), $"cannot write: {exception.Message}"));

    private void Stage(string path, byte[] bytes)
    {
        string target = Path.Combine(_stage, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, bytes);
    }

    /// <summary>Renames only: all bytes are on the disk already. The first rename is tried by itself with a way back,
    /// so that a folder nobody may write in stays whole.</summary>
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

    private static IEnumerable<string> OnDisk(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(folder, f))
                .Where(IsOurs)
            : [];

    /// <summary>A README in the folder belongs to people.</summary>
    private static bool IsOurs(string path) => path != "README.md";
}
