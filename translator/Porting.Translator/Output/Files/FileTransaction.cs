using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Porting.Translator.Output.Files;

/// <summary>
/// Changes files all or none, on any number of file systems, across a failure or the death of the process at any
/// moment. New files are written beside the old ones, on the same volume each; a journal in the project's folder says
/// what goes where; then files are renamed. Old files are kept until all is in place.
/// Holds after <see cref="Commit"/>: every file is the new one; or a <see cref="PortException"/> (PORT4010, which
/// names the file) and every file is the old one. After the death of the process: the next <see cref="Recover"/> of the
/// project makes it so. Never: a file replaced or removed that is not what the caller has seen.
/// Owns the project's folder (by its lock) from the first change on until it is disposed.
/// </summary>
/// <param name="home">The project's folder.</param>
public sealed class FileTransaction(string home, IDisk? disk = null) : IDisposable
{
    private readonly IDisk _disk = disk ?? Disk.Instance;
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, FileChange> _changes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _stageOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _stages = new(StringComparer.Ordinal);
    private readonly string _name = Journal.StagePrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
    private IDisposable? _lock;
    private Journal? _journal;
    private int _count;

    public static string IdentityOf(ReadOnlySpan<byte> contents) => Convert.ToHexStringLower(SHA256.HashData(contents));

    /// <summary>Stages a file. For several threads at once; of one path the last one counts.</summary>
    /// <param name="root">An output folder that the file is in; need not exist.</param>
    /// <param name="old">What is there now, by <see cref="IDisk.Identify"/>.</param>
    public void Write(string path, string root, byte[] contents, string? old)
    {
        FileChange change = Numbered(path, root, IdentityOf(contents), old);
        Named(path, () => _disk.Create(change.NewFile, contents, old == null || old.StartsWith('-') ? null : path));
        _changes[path] = change;
    }

    /// <param name="old">What is there now, by <see cref="IDisk.Identify"/>.</param>
    public void Delete(string path, string root, string old) => _changes[path] = Numbered(path, root, null, old);

    /// <summary>Leaves a file as it is after all.</summary>
    public void Forget(string path) => _changes.TryRemove(path, out _);

    public void Commit()
    {
        if (_changes.IsEmpty || _journal == null)
        {
            return;
        }

        string at = home;
        try
        {
            foreach (FileChange change in _changes.Values.OrderBy(c => c.Number))
            {
                at = change.Path;
                if (_disk.Identify(change.Path) != change.Old)
                {
                    throw new DiskException(change.Path, "somebody has changed it meanwhile; run again");
                }

                _journal.Changes.Add(change);
            }

            at = home;
            _journal.Folders.AddRange(NewFolders());
            _journal.Commit();
        }
        catch (DiskException exception)
        {
            throw CannotWrite(at, exception);
        }

        try
        {
            Steps.Apply(_disk, _journal);
        }
        catch (DiskException exception)
        {
            throw CannotWrite(
                Steps.NameOf(_journal, exception.Path),
                exception,
                Abort() ? "" : ". Undoing failed as well: the next run finishes the change or undoes it"
            );
        }

        Finish();
    }

    public void Dispose()
    {
        try
        {
            if (_journal is { State: JournalState.Staging })
            {
                Steps.Clean(_disk, _journal);
            }
        }
        catch (DiskException)
        {
            // The next run sweeps; the error that brought us here is being reported already.
        }

        _journal = null;
        _lock?.Dispose();
        _lock = null;
    }

    /// <summary>Finishes or undoes what an earlier run has left, and sweeps its stages. PORT4013 when the disk does not
    /// allow either, or the journal is none.</summary>
    public static void Recover(string home, IDisk? disk = null)
    {
        disk ??= Disk.Instance;
        try
        {
            if (disk.Identify(Journal.PathIn(home)) != null)
            {
                using IDisposable held = disk.Lock(home);
                RecoverHeld(home, disk);
            }
        }
        catch (DiskException exception)
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT4013",
                    new SourceLocation(Paths.Shown(exception.Path, home), 0, 0),
                    $"an interrupted change of files can be neither finished nor undone: {exception.Message}"
                )
            );
        }
    }

    private static void RecoverHeld(string home, IDisk disk)
    {
        if (disk.Identify(Journal.PathIn(home)) == null)
        {
            return; // its owner was alive, and is done
        }

        Journal? journal = Journal.Read(disk, home, out bool isDamaged);
        if (isDamaged)
        {
            throw new DiskException(
                Journal.PathIn(home),
                "the journal is damaged. Compare the files with version control, then remove it"
            );
        }

        if (journal == null)
        {
            disk.Delete(Journal.PathIn(home));
            return;
        }

        if (journal.State == JournalState.Committed)
        {
            try
            {
                Steps.CheckStaged(disk, journal);
                Steps.Apply(disk, journal);
                journal.Enter(JournalState.Done);
            }
            catch (DiskException)
            {
                journal.Enter(JournalState.Aborted);
            }
        }

        if (journal.State == JournalState.Aborted)
        {
            Steps.Undo(disk, journal);
        }

        Steps.Clean(disk, journal);
    }

    private FileChange Numbered(string path, string root, string? fresh, string? old)
    {
        lock (_gate)
        {
            return Named(
                path,
                () =>
                {
                    Begin();
                    return new FileChange(_count++, StageFor(path, root), path, root, fresh, old);
                }
            );
        }
    }

    private void Begin()
    {
        if (_journal == null)
        {
            _lock = _disk.Lock(home);
            RecoverHeld(home, _disk);
            _journal = Journal.Begin(_disk, home);
        }
    }

    /// <summary>A folder on the volume of the file to be: the topmost one in the output folder, so that there are few;
    /// beside it while it does not exist.</summary>
    private string StageFor(string path, string root)
    {
        string folder = Path.GetDirectoryName(path)!;
        if (_stageOf.TryGetValue(folder, out string? known))
        {
            return known;
        }

        string place = folder;
        while (_disk.Identify(place) == null)
        {
            place = Path.GetDirectoryName(place)!;
        }

        string volume = _disk.VolumeOf(place);
        while (place != root && Paths.IsInside(place, root) && _disk.VolumeOf(Path.GetDirectoryName(place)!) == volume)
        {
            place = Path.GetDirectoryName(place)!;
        }

        if (!_stages.TryGetValue(place, out string? stage))
        {
            stage = Path.Combine(place, _name);
            _journal!.AddStage(stage);
            _disk.CreateFolder(stage);
            _disk.Sync(place);
            _stages[place] = stage;
        }

        return _stageOf[folder] = stage;
    }

    private List<string> NewFolders()
    {
        SortedSet<string> folders = new(StringComparer.Ordinal);
        foreach (string folder in _changes.Values.Where(c => c.New != null).Select(c => c.Folder).Distinct())
        {
            for (
                string at = folder;
                !folders.Contains(at) && _disk.Identify(at) == null;
                at = Path.GetDirectoryName(at)!
            )
            {
                folders.Add(at);
            }
        }

        return [.. folders];
    }

    /// <summary>Says whether all is as it was.</summary>
    private bool Abort()
    {
        try
        {
            _journal!.Enter(JournalState.Aborted);
            Steps.Undo(_disk, _journal);
            Steps.Clean(_disk, _journal);
            return true;
        }
        catch (DiskException)
        {
            return false;
        }
    }

    /// <summary>All is in place: what cannot be tidied up now is left to the next run.</summary>
    private void Finish()
    {
        try
        {
            _journal!.Enter(JournalState.Done);
            Steps.Clean(_disk, _journal);
        }
        catch (DiskException) { }
    }

    private void Named(string path, Action work) =>
        Named(
            path,
            () =>
            {
                work();
                return true;
            }
        );

    /// <summary>Errors name the file that was to be written, not the one that it is staged in.</summary>
    private T Named<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DiskException exception)
        {
            throw CannotWrite(path, exception);
        }
    }

    private PortException CannotWrite(string path, DiskException exception, string more = "") =>
        new(
            PortDiagnostic.Error(
                "PORT4010",
                new SourceLocation(Paths.Shown(path, home), 0, 0),
                $"cannot be written: {exception.Message}{more}"
            )
        );
}
