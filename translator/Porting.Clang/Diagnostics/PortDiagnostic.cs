namespace Porting;

/// <summary>How severe a diagnostic is. Errors stop the run with a non-zero exit status; warnings do not.</summary>
public enum PortSeverity
{
    Warning,
    Error,
}

/// <summary>A place in a source file. Line and column count from 1; 0 means unknown.</summary>
public readonly record struct SourceLocation(string File, int Line, int Column)
{
    /// <summary>No place at all.</summary>
    public static readonly SourceLocation None = new("", 0, 0);
}

/// <summary>
/// One message of the tool at one place. Codes: PORT1xxx parse, 2xxx model, 3xxx lower, 4xxx emit, 5xxx compile, 6xxx
/// link, 7xxx boot, 8xxx review, 9xxx use of the tool.
/// </summary>
public sealed record PortDiagnostic(string Code, PortSeverity Severity, SourceLocation Location, string Message)
{
    public static PortDiagnostic Error(string code, SourceLocation location, string message) =>
        new(code, PortSeverity.Error, location, message);

    public static PortDiagnostic Warning(string code, SourceLocation location, string message) =>
        new(code, PortSeverity.Warning, location, message);

    /// <summary>The whole of it as clang prints it, with the line of C, a caret and notes; empty where it is not
    /// clang's. Two that differ in it alone are the same: a header's is reached from many units.</summary>
    public string Printed { get; init; } = "";

    public bool Equals(PortDiagnostic? other) =>
        other != null
        && (Code, Severity, Location, Message) == (other.Code, other.Severity, other.Location, other.Message);

    public override int GetHashCode() => HashCode.Combine(Code, Severity, Location, Message);

    /// <summary>MSBuild canonical form: <c>vm/vm_map.c(812,9): error PORT3014: ...</c>.</summary>
    public override string ToString()
    {
        string severity = Severity == PortSeverity.Error ? "error" : "warning";
        string place =
            Location.File.Length == 0 ? "port"
            : Location.Line == 0 ? Location.File
            : $"{Location.File}({Location.Line},{Location.Column})";
        return $"{place}: {severity} {Code}: {Message}";
    }
}

/// <summary>Thrown where work cannot go on; carries the diagnostics that say why. The command line prints them and
/// exits; nobody else catches it silently.</summary>
public sealed class PortException(params IReadOnlyList<PortDiagnostic> diagnostics)
    : Exception(string.Join("\n", diagnostics))
{
    public IReadOnlyList<PortDiagnostic> Diagnostics { get; } = diagnostics;
}
