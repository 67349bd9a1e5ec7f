namespace Porting.Clang.Parse;

/// <summary>An exporter that is started when it is needed and again when it has died. Not for use by two threads at
/// once.</summary>
public sealed class ClangSession : IDisposable
{
    private ExporterProcess? _exporter;

    internal ExporterProcess Exporter(string path) => _exporter ??= new ExporterProcess(path);

    /// <summary>It has been started for an earlier request.</summary>
    internal bool IsRunning => _exporter != null;

    /// <summary>Starts the exporter ahead of its first request.</summary>
    public void Start() => _ = Exporter(ClangParserOptions.DefaultExporterPath);

    /// <summary>Ends a request that is under way; for another thread than the one that waits for it.</summary>
    public void Kill() => _exporter?.Kill();

    public void Dispose()
    {
        _exporter?.Dispose();
        _exporter = null;
    }
}
