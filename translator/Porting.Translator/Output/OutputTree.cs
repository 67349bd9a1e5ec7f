using System.Collections.Concurrent;
using System.Text;
using Porting.Translator.Output.Files;

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
/// The files of one verb in an output folder, which other files may share. Files are added one by one, on any thread,
/// and compared with those in the folder; what differs is staged.
/// The folder's manifest, one of the files added, lists them with their hashes: by the one on disk the tree knows what
/// an earlier run has written. Only that is replaced or removed.
/// Holds after <see cref="Commit"/>: the files added are there, files of earlier runs that were not added are gone, all
/// others and those of equal bytes were not touched; or all is as it was, and PORT4010 (the disk), PORT4011 (somebody
/// else's file is in the way) or PORT4012 (somebody has edited a file) say why. Never: half a tree.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="home">The project's folder, which has the journal.</param>
/// <param name="manifest">The manifest's name.</param>
/// <param name="writer">The command, for messages.</param>
public sealed class OutputTree(string folder, string home, string manifest, string writer) : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly string _folder = folder.Length > 1 ? folder.TrimEnd('/') : folder;
    private readonly FileTransaction _transaction = new(home);
    private readonly OwnedFiles _owned = Read(System.IO.Path.Combine(folder, manifest));
    private readonly ConcurrentDictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TreeDifference> _differences = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PortDiagnostic> _problems = new(StringComparer.Ordinal);
    private IReadOnlySet<string>? _committed;
    private readonly ConcurrentDictionary<string, string?> _ways = new(StringComparer.Ordinal);

    /// <summary>Nothing is written; texts that differ are kept to be shown.</summary>
    public bool IsDry { get; init; }

    /// <summary>
    /// Files of the folder, by path, whose contents version control has. They are lost to nobody: what of them says that
    /// the tool has written it is ours, whatever the manifest knows. A manifest is of one working copy, and in a fresh
    /// one, or after a merge, it has not seen what came.
    /// </summary>
    public Func<IReadOnlySet<string>> Committed { get; init; } = () => new HashSet<string>();

    /// <summary>Files of ours that somebody has edited are overwritten; those of others never.</summary>
    public bool IsForced { get; init; }

    /// <summary>SHA-256 of every file added so far.</summary>
    public IReadOnlyDictionary<string, string> Hashes =>
        new Dictionary<string, string>(_hashes, StringComparer.Ordinal);

    public void Add(string path, string text)
    {
        byte[] bytes = Utf8.GetBytes(text);
        string hash = FileTransaction.IdentityOf(bytes);
        _hashes[path] = hash;
        _problems.TryRemove(path, out _);
        string full = Path.Combine(_folder, path);
        string? old = Identify(full);
        if (old == hash && WayTo(path) == null)
        {
            _differences.TryRemove(path, out _);
            _transaction.Forget(full);
            return;
        }

        _differences[path] = new TreeDifference(
            path,
            old == null ? TreeChange.Added : TreeChange.Changed,
            IsDry && File.Exists(full) ? File.ReadAllText(full) : "",
            IsDry ? text : ""
        );
        if (Problem(path, full, old) is { } problem)
        {
            _problems[path] = problem;
        }
        else if (!IsDry)
        {
            _transaction.Write(full, _folder, bytes, old);
        }
    }

    /// <summary>Nothing has been added.</summary>
    public void Clear()
    {
        foreach (string path in _hashes.Keys)
        {
            _transaction.Forget(Path.Combine(_folder, path));
        }

        _hashes.Clear();
        _differences.Clear();
        _problems.Clear();
    }

    /// <summary>Adds a file that is in the folder already with contents of this hash; false when it is not, and then
    /// nothing was added.</summary>
    public bool TryAddUnchanged(string path, string hash)
    {
        if (Identify(Path.Combine(_folder, path)) != hash || WayTo(path) != null)
        {
            return false;
        }

        _hashes[path] = hash;
        return true;
    }

    /// <summary>Files that differ from those in the folder, by path; the manifest is no news.</summary>
    public IReadOnlyList<TreeDifference> Differences()
    {
        IEnumerable<TreeDifference> gone = Gone()
            .Select(p => new TreeDifference(
                p,
                TreeChange.Removed,
                IsDry ? File.ReadAllText(Path.Combine(_folder, p)) : "",
                ""
            ));
        return
        [
            .. _differences
                .Values.Where(d => d.Path != manifest)
                .Concat(gone)
                .OrderBy(d => d.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>Puts the files added in their places; returns what was different.</summary>
    public IReadOnlyList<TreeDifference> Commit()
    {
        IReadOnlyList<TreeDifference> differences = Differences();
        foreach (string path in Gone())
        {
            string full = Path.Combine(_folder, path);
            string old = Identify(full)!;
            if (Problem(path, full, old) is { } problem)
            {
                _problems[path] = problem;
            }
            else
            {
                _transaction.Delete(full, _folder, old);
            }
        }

        if (!_problems.IsEmpty)
        {
            throw new PortException([.. _problems.Values]);
        }

        _transaction.Commit();
        return differences;
    }

    public void Dispose() => _transaction.Dispose();

    /// <summary>Files of earlier runs that this one does not have.</summary>
    private IEnumerable<string> Gone() =>
        _owned
            .Paths.Where(p =>
                !_hashes.ContainsKey(p)
                && WayTo(p) == null
                && Identify(Path.Combine(_folder, p)) is { } there
                && (_owned.IsReadable || _owned.Has(p, there))
            )
            .Concat(GoneElsewhere());

    /// <summary>Files that another working copy has written, and that the manifest has not seen.</summary>
    private IEnumerable<string> GoneElsewhere() =>
        CommittedFiles.Where(p =>
            p != manifest && !_hashes.ContainsKey(p) && !_owned.Names(p) && IsMarked(Path.Combine(_folder, p))
        );

    private IReadOnlySet<string> CommittedFiles => _committed ??= Committed();

    /// <summary>It says on top that the tool has written it.</summary>
    public static bool IsMarked(string full)
    {
        if (Identify(full) is not { Length: 64 } hash || hash.StartsWith('-'))
        {
            return false;
        }

        using StreamReader reader = new(full);
        char[] top = new char[256];
        return new string(top, 0, reader.ReadBlock(top)).Contains("ritten by port", StringComparison.Ordinal);
    }

    /// <summary>Why a file may not be replaced or removed; null when it may.</summary>
    private PortDiagnostic? Problem(string path, string full, string? old)
    {
        if (WayTo(path) is { } way)
        {
            return Foreign(way);
        }

        if (
            old == null
            || _owned.Has(path, old)
            || (path == manifest && _owned is { Exists: true, IsReadable: true })
            || (CommittedFiles.Contains(path) && IsMarked(full))
        )
        {
            return null;
        }

        // In a folder with a broken manifest nobody knows whose a file is: what its owner can get back is asked for.
        bool isOurs =
            _owned.Names(path) || IsMarked(full) || (_owned.Exists && (!_owned.IsReadable || path == manifest));
        return old is "folder" or "special" || !isOurs ? Foreign(full)
            : IsForced ? null
            : Edited(path, full);
    }

    /// <summary>What is in the way of a file: a file or a link where one of its folders should be.</summary>
    private string? WayTo(string path)
    {
        string? parent = Path.GetDirectoryName(path);
        if (string.IsNullOrEmpty(parent))
        {
            return _ways.GetOrAdd("", _ => Identify(Paths.Real(_folder)) is null or "folder" ? null : _folder);
        }

        return _ways.GetOrAdd(
            parent,
            _ =>
                WayTo(parent)
                ?? (Identify(Path.Combine(_folder, parent)) is null or "folder" ? null : Path.Combine(_folder, parent))
        );
    }

    private PortDiagnostic Foreign(string full) =>
        PortDiagnostic.Error(
            "PORT4011",
            Place(full),
            $"is where '{writer}' writes, and was not written by it; move it away"
        );

    private PortDiagnostic Edited(string path, string full)
    {
        bool isByLines =
            File.Exists(full)
            && _owned.Has(
                path,
                LockFile.HashOf(File.ReadAllText(full).Replace("\r\n", "\n", StringComparison.Ordinal))
            );
        string what = isByLines
            ? $"has other line endings than '{writer}' wrote (eol=lf in .gitattributes keeps them)"
            : $"is not what '{writer}' wrote; keep what you need of it";
        return PortDiagnostic.Error("PORT4012", Place(full), $"{what}; '{writer} --force' overwrites it");
    }

    private SourceLocation Place(string full) => new(Paths.Shown(full, home), 0, 0);

    private static OwnedFiles Read(string manifest)
    {
        try
        {
            return OwnedFiles.Read(manifest);
        }
        catch (Exception exception) when (Disk.IsOfTheDisk(exception))
        {
            throw CannotRead(manifest, exception.Message);
        }
    }

    private static string? Identify(string path)
    {
        try
        {
            return Disk.Instance.Identify(path);
        }
        catch (DiskException exception)
        {
            throw CannotRead(path, exception.Message);
        }
    }

    private static PortException CannotRead(string path, string message) =>
        new(PortDiagnostic.Error("PORT4010", new SourceLocation(path, 0, 0), $"cannot be read: {message}"));
}
