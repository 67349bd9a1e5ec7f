using System.Runtime.InteropServices;

namespace Porting.Hosted;

/// <summary>A folder for intermediate files, gone when disposed of, or when somebody ends the program by a signal that
/// lets it.</summary>
public sealed class WorkFolder : IDisposable
{
    private readonly PosixSignalRegistration[] _ends;

    /// <summary>The signals are listened to before there is anything to delete.</summary>
    public WorkFolder()
    {
        string parent = System.IO.Path.GetTempPath();
        Path = System.IO.Path.Combine(parent, $"port-{Guid.NewGuid():N}");
        _ends =
        [
            .. ((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP]).Select(s =>
                PosixSignalRegistration.Create(s, _ => TryDelete())
            ),
        ];
#pragma warning disable CA1416 // the tool runs on Linux
        Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore CA1416
    }

    public string Path { get; }

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

    /// <summary>The rest of the program is still at work there: what it adds meanwhile goes with the next try.</summary>
    private void TryDelete()
    {
        for (int tries = 0; tries < 50; tries++)
        {
            try
            {
                Delete();
                return;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(10);
            }
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
