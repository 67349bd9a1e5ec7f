namespace Porting.Translator.Output.Files;

/// <summary>
/// The file system as a <see cref="FileTransaction"/> uses it: each member is one step that may fail, or after which
/// the process may be gone. Failures are <see cref="DiskException"/>. Paths are absolute.
/// </summary>
public interface IDisk
{
    /// <summary>Waits until nobody else has the folder's lock, and takes it; it ends with the process at the
    /// latest.</summary>
    IDisposable Lock(string folder);

    /// <summary>What is at a path itself, links not followed: SHA-256 of a file in lower hexadecimal,
    /// <c>-> TARGET</c> for a link, <c>folder</c>, <c>special</c>; null when there is nothing.</summary>
    string? Identify(string path);

    byte[] Read(string path);

    /// <summary>A new file; its contents are on the disk itself on return.</summary>
    /// <param name="like">A file whose permissions it gets.</param>
    void Create(string path, ReadOnlySpan<byte> contents, string? like = null);

    /// <summary>Adds to a file; durable on return.</summary>
    void Append(string path, ReadOnlySpan<byte> contents);

    /// <summary>Changes a file's first byte in its place; durable on return.</summary>
    void Mark(string path, byte first);

    /// <summary>Renames within a volume; fails when there is something under the new name.</summary>
    void Rename(string from, string to);

    void Delete(string path);

    /// <summary>One folder; its parent exists.</summary>
    void CreateFolder(string path);

    /// <summary>Removes a folder if it is empty; says whether it is gone.</summary>
    bool DeleteEmptyFolder(string path);

    IReadOnlyList<string> NamesIn(string folder);

    /// <summary>Makes names in a folder durable.</summary>
    void Sync(string folder);

    /// <summary>Tells the file system that a folder is on, as far as renames go.</summary>
    string VolumeOf(string folder);
}

/// <summary>The file system refused something; the message has no path in it.</summary>
public sealed class DiskException(string path, string message) : Exception(message)
{
    public string Path { get; } = path;
}
