using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Porting.Translator.Output.Files;

/// <summary>Calls of the C library (glibc 2.28 or later, Linux).</summary>
internal static unsafe partial class Libc
{
    private const int AtCwd = -100;
    private const int NoFollow = 0x100;
    private const int ReadOnlyFolder = 0x10000 | 0x80000; // O_DIRECTORY | O_CLOEXEC
    private const uint NoReplace = 1;
    private const int Exclusive = 2;
    private const int Interrupted = 4;
    private const int NoEntry = 2;
    private const int Exists = 17;
    private const int NotEmpty = 39;
    private const int Invalid = 22;
    private const int Unsupported = 95;
    private const int BadDescriptor = 9;
    private const int NoSuchCall = 38;
    private const int NoLocks = 37;

    public static string TextOf(int errno)
    {
        string text = Marshal.GetPInvokeErrorMessage(errno);
        return char.ToLowerInvariant(text[0]) + text[1..];
    }

    /// <summary>rename that fails when the new name is taken. File systems without renameat2 look first.</summary>
    public static void Rename(string from, string to)
    {
        int errno = Result(() => renameat2(AtCwd, from, AtCwd, to, NoReplace));
        if (errno is Invalid or NoSuchCall)
        {
            errno = Path.Exists(to) ? Exists : Result(() => rename(from, to));
        }

        Check(errno, to);
    }

    /// <summary>rmdir; false when it is not empty.</summary>
    public static bool RemoveFolder(string path)
    {
        int errno = Result(() => rmdir(path));
        if (errno is Exists or NotEmpty)
        {
            return false;
        }

        Check(errno == NoEntry ? 0 : errno, path);
        return true;
    }

    /// <summary>fsync of a folder; file systems that have no such thing say so, and need none.</summary>
    public static void SyncFolder(string path)
    {
        int file = OpenFolder(path);
        int errno = Result(() => fsync(file));
        _ = close(file);
        Check(errno is Invalid or Unsupported ? 0 : errno, path);
    }

    /// <summary>Takes a folder's lock (flock) and gives what has to be closed. File systems without locks give one
    /// that locks nothing.</summary>
    public static int LockFolder(string path)
    {
        int file = OpenFolder(path);
        int errno;
        do
        {
            errno = Result(() => flock(file, Exclusive));
        } while (errno == Interrupted);
        if (errno is not (0 or BadDescriptor or NoLocks or NoSuchCall or Unsupported or Invalid))
        {
            _ = close(file);
            Check(errno, path);
        }

        return file;
    }

    public static void Close(int file) => _ = close(file);

    public static bool IsRegular(string path) =>
        (BinaryPrimitives.ReadUInt16LittleEndian(Status(path, NoFollow).AsSpan(0x1c)) & 0xf000) == 0x8000;

    /// <summary>Device and mount: a rename between two mounts of one device fails as well.</summary>
    public static string VolumeOf(string folder)
    {
        byte[] status = Status(folder, 0);
        uint Word(int at) => BinaryPrimitives.ReadUInt32LittleEndian(status.AsSpan(at));
        ulong mount = BinaryPrimitives.ReadUInt64LittleEndian(status.AsSpan(0x90));
        return string.Create(CultureInfo.InvariantCulture, $"{Word(0x88)}:{Word(0x8c)}:{mount}");
    }

    /// <summary>struct statx of linux/stat.h, the same on all processors.</summary>
    private static byte[] Status(string path, int flags)
    {
        const uint BasicAndMount = 0x7ff | 0x1000;
        byte[] status = new byte[256];
        Check(
            Result(() =>
            {
                fixed (byte* at = status)
                {
                    return statx(AtCwd, path, flags, BasicAndMount, at);
                }
            }),
            path
        );
        return status;
    }

    private static int OpenFolder(string path)
    {
        int file = -1;
        int errno = Result(() => file = open(path, ReadOnlyFolder));
        Check(errno, path);
        return file;
    }

    private static int Result(Func<int> call) => call() < 0 ? Marshal.GetLastPInvokeError() : 0;

    private static void Check(int errno, string path)
    {
        if (errno != 0)
        {
            throw new DiskException(path, TextOf(errno));
        }
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc")]
    private static partial int close(int file);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int file);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int flock(int file, int operation);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int rename(string from, string to);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int renameat2(int fromFolder, string from, int toFolder, string to, uint flags);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int rmdir(string path);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int statx(int folder, string path, int flags, uint mask, byte* status);
}

/// <summary>A lock on a folder; it leaves no file behind, and ends with the process.</summary>
internal sealed class FolderLock : IDisposable
{
    private int _file;

    private FolderLock(int file) => _file = file;

    public static FolderLock Take(string folder) => new(Libc.LockFolder(folder));

    public void Dispose()
    {
        if (_file >= 0)
        {
            Libc.Close(_file);
            _file = -1;
        }
    }
}
