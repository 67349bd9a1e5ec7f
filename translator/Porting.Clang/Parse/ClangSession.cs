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

    /// <summary>Does what a command line of clang's says (an object, of IR; dependencies) where clang is loaded already.</summary>
    /// <param name="directory">Where it runs.</param>
    /// <param name="arguments">Without the program's name.</param>
    /// <returns>False when it was not done: clang itself has to be run, and says why.</returns>
    public bool Compile(string directory, IEnumerable<string> arguments)
    {
        if (HasOverrides)
        {
            return false;
        }

        if (
            Exporter(ClangParserOptions.DefaultExporterPath).Request(["compile", directory, .. arguments]) is { } answer
        )
        {
            return answer is [1];
        }

        Dispose();
        return false;
    }

    /// <summary>Variables by which clang's main program changes its command line.</summary>
    private static readonly bool HasOverrides = Environment
        .GetEnvironmentVariables()
        .Keys.Cast<string>()
        .Any(k => k.StartsWith("CC_", StringComparison.Ordinal) || k.StartsWith("CCC_", StringComparison.Ordinal));

    /// <summary>Ends a request that is under way; for another thread than the one that waits for it.</summary>
    public void Kill() => _exporter?.Kill();

    public void Dispose()
    {
        _exporter?.Dispose();
        _exporter = null;
    }
}
