using Porting.Translator.Output;

namespace Porting.Cli;

/// <summary>Prints diagnostics: sorted by place, each once, on standard error, with a count at the end when there is
/// more than one.</summary>
internal static class Reporter
{
    public static void Print(IEnumerable<PortDiagnostic> diagnostics)
    {
        List<PortDiagnostic> sorted =
        [
            .. diagnostics
                .Distinct()
                .OrderBy(d => d.Location.File, StringComparer.Ordinal)
                .ThenBy(d => d.Location.Line)
                .ThenBy(d => d.Location.Column)
                .ThenBy(d => d.Code, StringComparer.Ordinal),
        ];
        foreach (PortDiagnostic diagnostic in sorted)
        {
            Console.Error.WriteLine(diagnostic);
        }

        int errors = sorted.Count(d => d.Severity == PortSeverity.Error);
        int warnings = sorted.Count - errors;
        if (sorted.Count > 1)
        {
            Console.Error.WriteLine($"{errors} error(s), {warnings} warning(s)");
        }
    }

    /// <summary>Prints, and tells whether there was an error among them.</summary>
    public static bool HasErrors(IReadOnlyCollection<PortDiagnostic> diagnostics)
    {
        Print(diagnostics);
        return diagnostics.Any(d => d.Severity == PortSeverity.Error);
    }

    /// <summary>Which exit status a fatal set of diagnostics means: what is missing and what cannot be written have
    /// their own.</summary>
    public static int ExitCodeFor(IReadOnlyList<PortDiagnostic> diagnostics)
    {
        HashSet<string> codes = [.. diagnostics.Where(d => d.Severity == PortSeverity.Error).Select(d => d.Code)];
        return codes.Overlaps(DiagnosticCodes.Usage) ? ExitCodes.Usage
            : codes.Overlaps(DiagnosticCodes.MissingTool) ? ExitCodes.Missing
            : codes.Overlaps(DiagnosticCodes.CannotWrite) ? ExitCodes.CannotWrite
            : ExitCodes.Found;
    }
}
