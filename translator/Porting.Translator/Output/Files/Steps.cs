namespace Porting.Translator.Output.Files;

/// <summary>
/// What is done with a journal's changes. Each step looks at where it finds things, so it can be begun again after it
/// was interrupted anywhere. A file that is neither the old one nor the new one is somebody's work of the meantime: it
/// stays, whatever the direction.
/// </summary>
internal static class Steps
{
    /// <summary>The new files are what was written: a machine that lost its power may have kept names without
    /// contents.</summary>
    public static void CheckStaged(IDisk disk, Journal journal)
    {
        foreach (FileChange change in journal.Changes.Where(c => c.New != null))
        {
            string? staged = disk.Identify(change.NewFile);
            if (staged != change.New && (staged != null || disk.Identify(change.Path) == change.Old))
            {
                throw new DiskException(change.NewFile, "not what was written");
            }
        }
    }

    public static void Apply(IDisk disk, Journal journal)
    {
        foreach (string folder in journal.Folders.Where(f => disk.Identify(f) == null))
        {
            disk.CreateFolder(folder);
        }

        foreach (FileChange change in journal.Changes)
        {
            Apply(disk, change);
        }

        Sync(disk, journal);
    }

    private static void Apply(IDisk disk, FileChange change)
    {
        if (change.New != null && disk.Identify(change.NewFile) == null)
        {
            return; // done before
        }

        if (disk.Identify(change.Path) is { } there)
        {
            if (there != change.Old || disk.Identify(change.OldFile) != null)
            {
                return;
            }

            disk.Rename(change.Path, change.OldFile);
        }

        if (change.New != null)
        {
            disk.Rename(change.NewFile, change.Path);
        }
    }

    public static void Undo(IDisk disk, Journal journal)
    {
        foreach (FileChange change in Enumerable.Reverse(journal.Changes))
        {
            string? there = disk.Identify(change.Path);
            if (change.New != null && there == change.New && disk.Identify(change.NewFile) == null)
            {
                disk.Rename(change.Path, change.NewFile);
                there = null;
            }

            if (there == null && disk.Identify(change.OldFile) != null)
            {
                disk.Rename(change.OldFile, change.Path);
            }
        }

        foreach (string folder in Enumerable.Reverse(journal.Folders))
        {
            disk.DeleteEmptyFolder(folder);
        }

        Sync(disk, journal);
    }

    /// <summary>Removes stages, folders that have become empty, and the journal.</summary>
    public static void Clean(IDisk disk, Journal journal)
    {
        foreach (string stage in journal.Stages.Where(s => disk.Identify(s) == "folder"))
        {
            foreach (string name in disk.NamesIn(stage).Where(IsStaged))
            {
                disk.Delete(Path.Combine(stage, name));
            }

            disk.DeleteEmptyFolder(stage);
            disk.Sync(Path.GetDirectoryName(stage)!);
        }

        if (journal.State == JournalState.Done)
        {
            foreach (FileChange change in journal.Changes.Where(c => c.New == null))
            {
                Prune(disk, change.Folder, change.Root);
            }
        }

        journal.Remove();
    }

    private static void Prune(IDisk disk, string folder, string root)
    {
        while (folder != root && Paths.IsInside(folder, root) && disk.DeleteEmptyFolder(folder))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        disk.Sync(folder);
    }

    /// <summary>The journal may have been tampered with: of a stage nothing else is ever removed.</summary>
    private static bool IsStaged(string name) =>
        name.Length > 4 && name[..^4].All(char.IsAsciiDigit) && name[^4..] is ".new" or ".old";

    private static void Sync(IDisk disk, Journal journal)
    {
        HashSet<string> folders =
        [
            .. journal.Stages,
            .. journal.Folders.Select(f => Path.GetDirectoryName(f)!),
            .. journal.Changes.Select(c => c.Folder),
        ];
        foreach (string folder in folders.Where(f => disk.Identify(f) == "folder").Order(StringComparer.Ordinal))
        {
            disk.Sync(folder);
        }
    }

    /// <summary>The file that a user knows, for one in a stage.</summary>
    public static string NameOf(Journal journal, string path) =>
        journal.Changes.FirstOrDefault(c => c.NewFile == path || c.OldFile == path || c.Stage == path)?.Path ?? path;
}
