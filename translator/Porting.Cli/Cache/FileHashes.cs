using System.Collections.Concurrent;
using Porting.Translator.Output;

namespace Porting.Cli.Cache;

/// <summary>Hashes of files' contents, each file read once per run. A file that was written after the run began may
/// have been read by clang before or after that: nothing is concluded from it.</summary>
internal sealed class FileHashes
{
    private readonly ConcurrentDictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _exists = new(StringComparer.Ordinal);
    private readonly DateTime _begin = DateTime.UtcNow;

    /// <summary>The hash; "" when there is no such file, or it cannot be read.</summary>
    public string Of(string path) => _hashes.GetOrAdd(path, Read);

    public bool Exists(string path) => _exists.GetOrAdd(path, Path.Exists);

    /// <summary>All files that were asked for, with their hashes.</summary>
    public IReadOnlyDictionary<string, string> Known => _hashes;

    /// <summary>All paths that were asked for and have nothing.</summary>
    public IEnumerable<string> Absent => _exists.Where(e => !e.Value).Select(e => e.Key);

    public bool IsSettled(string path) => File.GetLastWriteTimeUtc(path) < _begin;

    private static string Read(string path)
    {
        try
        {
            return LockFile.HashOfFile(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
