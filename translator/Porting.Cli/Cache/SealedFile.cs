using System.Security.Cryptography;

namespace Porting.Cli.Cache;

/// <summary>A file of the cache: contents behind their own hash, put in its place by a rename. Half a file, a foreign one or a damaged one reads as none.</summary>
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
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            Remove(fresh);
            return false;
        }
    }

    public static byte[]? Read(string path)
    {
        try
        {
            byte[] all = File.ReadAllBytes(path);
            if (all.Length < HashBytes || !SHA256.HashData(all.AsSpan(HashBytes)).AsSpan().SequenceEqual(all.AsSpan(0, HashBytes)))
            {
                return null;
            }

            return all[HashBytes..];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

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
