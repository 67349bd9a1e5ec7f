namespace Porting.Translator.Output;

/// <summary>Codes that the command line turns into an exit status of their own; all other errors mean that the input
/// has errors.</summary>
public static class DiagnosticCodes
{
    /// <summary>Something the tool needs is not there: a compilation database, the exporter, a project file, a program,
    /// the NativeAOT compiler.</summary>
    public static readonly IReadOnlySet<string> MissingTool = new HashSet<string>(StringComparer.Ordinal)
    {
        "PORT1010",
        "PORT1020",
        "PORT9020",
        "PORT9301",
        "PORT9302",
        "PORT9303",
    };

    /// <summary>The command line asks for what cannot be.</summary>
    public static readonly IReadOnlySet<string> Usage = new HashSet<string>(StringComparer.Ordinal)
    {
        "PORT9001",
        "PORT9002",
        "PORT9003",
        "PORT9004",
    };

    /// <summary>The output could not be written; what was there before is intact.</summary>
    public static readonly IReadOnlySet<string> CannotWrite = new HashSet<string>(StringComparer.Ordinal)
    {
        "PORT4010",
        "PORT4011",
        "PORT4012",
        "PORT4013",
        "PORT9010",
    };
}
