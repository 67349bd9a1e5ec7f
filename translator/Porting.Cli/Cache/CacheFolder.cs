using System.Collections.Concurrent;
using Porting.Build;

namespace Porting.Cli.Cache;

/// <summary>
/// The cache of one port among its artifacts: parsed units and lowered files, for this very tool. One process at a time
/// uses it; another one waits. What a run does not use is removed at its end, so the cache is as large as the port.
/// </summary>
internal sealed class CacheFolder : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan BeforeAWord = TimeSpan.FromSeconds(1);

    /// <summary>EWOULDBLOCK of the lock.</summary>
    private const int HeldByAnother = 11;
    private readonly ConcurrentDictionary<string, bool> _used = new(StringComparer.Ordinal);
    private readonly FileStream? _lock;

    private CacheFolder(string path, FileStream? held)
    {
        Path = path;
        _lock = held;
        Tool = StepCache.HashOf(ToolFiles().Select(StepCache.HashOfFile));
    }

    public string Path { get; }

    /// <summary>Hash of all that parses and lowers.</summary>
    public string Tool { get; }

    public FileHashes Hashes { get; } = new();

    public static IEnumerable<string> ToolFiles() =>
        Directory
            .EnumerateFiles(AppContext.BaseDirectory, "Porting.*.dll")
            .Append(System.IO.Path.Combine(AppContext.BaseDirectory, "porting-clang-export"))
            .Where(File.Exists)
            .Order(StringComparer.Ordinal);

    /// <summary>Waits for its turn, and says so. Where nothing can be written (no right, no room), the run goes on
    /// without a cache to speak of.</summary>
    public static CacheFolder Open(string path)
    {
        DateTime begin = DateTime.UtcNow;
        for (bool isSaid = false; ; Thread.Sleep(50))
        {
            if (!isSaid && DateTime.UtcNow > begin + BeforeAWord)
            {
                Console.Error.WriteLine("port: waiting for another 'port' that is at work on this project");
                isSaid = true;
            }

            try
            {
                Directory.CreateDirectory(path);
                return new CacheFolder(
                    path,
                    new FileStream(
                        System.IO.Path.Combine(path, "lock"),
                        FileMode.OpenOrCreate,
                        FileAccess.ReadWrite,
                        FileShare.None
                    )
                );
            }
            catch (IOException exception)
                when (exception.HResult == HeldByAnother && DateTime.UtcNow < begin + Patience)
            {
                // Another emit of this port is at work.
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return new CacheFolder(path, null);
            }
        }
    }

    /// <summary>Path of an entry, which counts as used from now on.</summary>
    public string Entry(string kind, string key)
    {
        string name = $"{kind}/{key}";
        _used[name] = true;
        return System.IO.Path.Combine(Path, name);
    }

    /// <summary>Removes what this run did not use.</summary>
    public void Sweep(params string[] kinds)
    {
        foreach (string kind in kinds.Where(k => Directory.Exists(System.IO.Path.Combine(Path, k))))
        {
            foreach (
                string file in Directory
                    .EnumerateFiles(System.IO.Path.Combine(Path, kind))
                    .Where(f => !_used.ContainsKey($"{kind}/{System.IO.Path.GetFileName(f)}"))
            )
            {
                SealedFile.Remove(file);
            }
        }
    }

    public void Dispose() => _lock?.Dispose();
}
