using System.Security.Cryptography;

namespace Porting.Cli.Cache;

/// <summary>A file of the cache: contents behind their own hash, put in its place by a rename. Half a file, a foreign
/// one or a damaged one reads as none.</summary>
internal static class SealedFile
{
    private const int HashBytes = 32;

    public static string HashOf(ReadOnlySpan<byte> contents) => Convert.ToHexStringLower(SHA256.HashData(contents));

    /// <summary>Writes; says whether it could. A cache that cannot be written costs time and nothing else.</summary>
    public static bool Write(string path, ReadOnlySpan<byte> contents)
    {
        string fresh = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}.new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (FileStream stream = File.Create(fresh))
            {
                stream.Write(SHA256.HashData(contents));
                stream.Write(contents);
            }

            File.Move(fresh, path, overwrite: true);
            return true;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            Remove(fresh);
            return false;
        }
    }

    /// <summary>The contents, or null.</summary>
    public static ArraySegment<byte>? Read(string path)
    {
        try
        {
            byte[] all = File.ReadAllBytes(path);
            if (
                all.Length < HashBytes
                || !SHA256.HashData(all.AsSpan(HashBytes)).AsSpan().SequenceEqual(all.AsSpan(0, HashBytes))
            )
            {
                return null;
            }

            return new ArraySegment<byte>(all, HashBytes, all.Length - HashBytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether <see cref="Read"/> would give something.</summary>
    public static bool IsWhole(string path)
    {
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            byte[] hash = new byte[HashBytes];
            return stream.ReadAtLeast(hash, HashBytes, throwOnEndOfStream: false) == HashBytes
                && SHA256.HashData(stream).AsSpan().SequenceEqual(hash);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public static MemoryStream Stream(ArraySegment<byte> contents) =>
        new(contents.Array!, contents.Offset, contents.Count);

    public static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is in nobody's way: what is read is checked.
        }
    }
}
