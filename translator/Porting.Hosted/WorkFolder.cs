using System.Runtime.InteropServices;

namespace Porting.Hosted;

/// <summary>A folder for intermediate files, gone when disposed of, or when somebody ends the program by a signal that
/// lets it.</summary>
public sealed class WorkFolder : IDisposable
{
    private readonly PosixSignalRegistration[] _ends;

    public WorkFolder() =>
        _ends = [
            .. ((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP]).Select(s =>
                PosixSignalRegistration.Create(s, _ => TryDelete())
            ),
        ];

    public string Path { get; } = Directory.CreateTempSubdirectory("port-").FullName;

    public string At(string name) => System.IO.Path.Combine(Path, name);

    private static int _count;

    /// <summary>A name beside a file that nobody else writes to, for what is renamed to it when it is whole.</summary>
    public static string Beside(string path) =>
        $"{path}.port-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}";

    public void Dispose()
    {
        Array.ForEach(_ends, e => e.Dispose());
        Delete();
    }

    /// <summary>The rest of the program is still at work there.</summary>
    private void TryDelete()
    {
        try
        {
            Delete();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ends in this moment: there is nobody to tell.
        }
    }

    private void Delete()
    {
        if (Environment.GetEnvironmentVariable("PORT_KEEP_WORK") == null && Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
