namespace Porting.Clang.Parse;

/// <summary>An exporter that is started when it is needed and again when it has died. Not for use by two threads at
/// once.</summary>
public sealed class ClangSession : IDisposable
{
    private ExporterProcess? _exporter;

    internal ExporterProcess Exporter(string path) => _exporter ??= new ExporterProcess(path);

    public void Dispose()
    {
        _exporter?.Dispose();
        _exporter = null;
    }
}
