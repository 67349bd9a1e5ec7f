using System.Security.Cryptography;

namespace Porting.Translator.Output.Files;

/// <summary>The machine's own file system (Linux). What .NET has no call for is asked of the C library: locks and
/// durability of folders, renames that never replace, and what a folder is mounted from.</summary>
public sealed class Disk : IDisk
{
    public static readonly Disk Instance = new();
    private const int FileExists = 17;

    public IDisposable Lock(string folder) => Guarded(folder, () => FolderLock.Take(folder));

    public string? Identify(string path) =>
        Guarded(
            path,
            () =>
            {
                FileInfo info = new(path);
                if (info.LinkTarget is { } target)
                {
                    return $"-> {target}";
                }

                if (Directory.Exists(path))
                {
                    return "folder";
                }

                // A device or a pipe has an end only for its writer: it is never read.
                return !info.Exists ? null
                    : Libc.IsRegular(path) ? HashOfFile(path)
                    : "special";
            }
        );

    public byte[] Read(string path) => Guarded(path, () => File.ReadAllBytes(path));

#pragma warning disable CA1416 // the tool runs on Linux
    public void Create(string path, ReadOnlySpan<byte> contents, string? like = null)
    {
        try
        {
            UnixFileMode? mode = like == null ? null : File.GetUnixFileMode(like);
            using FileStream stream = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
            stream.Write(contents);
            if (mode is { } wanted)
            {
                File.SetUnixFileMode(stream.SafeFileHandle, wanted);
            }

            stream.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            if (exception is not IOException { HResult: FileExists })
            {
                DeleteHalf(path);
            }

            throw Failure(path, exception);
        }
    }

    private static void DeleteHalf(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            // The failure that left it is being reported.
        }
    }
#pragma warning restore CA1416

    public void Append(string path, ReadOnlySpan<byte> contents) => Write(path, FileMode.Append, contents);

    public void Mark(string path, byte first) => Write(path, FileMode.Open, [first]);

    public void Rename(string from, string to) => Libc.Rename(from, to);

    public void Delete(string path) => Guarded(path, () => File.Delete(path));

    public void CreateFolder(string path) => Guarded(path, () => Directory.CreateDirectory(path));

    public bool DeleteEmptyFolder(string path) => Libc.RemoveFolder(path);

    public IReadOnlyList<string> NamesIn(string folder) =>
        Guarded(
            folder,
            () => (string[])[.. Directory.EnumerateFileSystemEntries(folder).Select(e => Path.GetFileName(e))]
        );

    public void Sync(string folder) => Libc.SyncFolder(folder);

    public string VolumeOf(string folder) => Libc.VolumeOf(folder);

    private static void Write(string path, FileMode mode, ReadOnlySpan<byte> contents)
    {
        try
        {
            using FileStream stream = new(path, mode, FileAccess.Write, FileShare.Read, bufferSize: 0);
            stream.Write(contents);
            stream.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            throw Failure(path, exception);
        }
    }

    private static string HashOfFile(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static T Guarded<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            throw Failure(path, exception);
        }
    }

    private static void Guarded(string path, Action work) =>
        Guarded(
            path,
            () =>
            {
                work();
                return true;
            }
        );

    // .NET says "argument out of range" where the system says that a file may not grow so large (EFBIG).
    internal static bool IsOfTheDisk(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;

    /// <summary>The system's own words: those of .NET have the path of a file in them that the user never
    /// named.</summary>
    private static DiskException Failure(string path, Exception exception) =>
        new(
            path,
            exception switch
            {
                ArgumentOutOfRangeException => "file too large",
                UnauthorizedAccessException => "permission denied",
                IOException { HResult: > 0 and < 200 } e => Libc.TextOf(e.HResult),
                _ => exception.Message,
            }
        );
}
