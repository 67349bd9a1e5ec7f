namespace Porting.Cli.Server;

/// <summary>The files of this build of the tool as they were when the process began: a server of one that has been built
/// again, or removed, has to go.</summary>
internal sealed class ToolFiles
{
    private readonly Dictionary<string, (long Length, DateTime Written)> _files = Facts();

    public bool AreTheSame()
    {
        try
        {
            Dictionary<string, (long Length, DateTime Written)> now = Facts();
            return now.Count == _files.Count
                && now.All(f => _files.TryGetValue(f.Key, out var then) && then == f.Value);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static Dictionary<string, (long Length, DateTime Written)> Facts() =>
        new DirectoryInfo(AppContext.BaseDirectory)
            .EnumerateFiles()
            .ToDictionary(f => f.Name, f => (f.Length, f.LastWriteTimeUtc), StringComparer.Ordinal);
}
