using Porting.Translator.Output;

namespace Porting.Cli;

/// <summary>A C file that could not be translated, and what stood in the way.</summary>
/// <param name="File">Absolute path.</param>
internal sealed record KeptUnit(string File, PortDiagnostic Reason);

/// <summary>The units that stay C though the project would have them in C#: clang refuses them, or something in them
/// cannot be lowered. They are compiled as the database says, and linked beside.</summary>
internal sealed record KeptUnits(IReadOnlyList<KeptUnit> Units)
{
    public const string FileName = "kept-in-c";

    public static readonly KeptUnits None = new([]);

    /// <summary>Six lines a unit.</summary>
    public string Write() =>
        string.Concat(
            Units.Select(u =>
                $"{u.File}\n{u.Reason.Code}\n{u.Reason.Location.File}\n{u.Reason.Location.Line}\n{u.Reason.Location.Column}\n{OneLine(u.Reason.Message)}\n"
            )
        );

    public static KeptUnits Read(string text) =>
        new([
            .. text.Split('\n')
                .Chunk(6)
                .Where(l => l.Length == 6)
                .Select(l => new KeptUnit(
                    l[0],
                    PortDiagnostic.Error(l[1], new SourceLocation(l[2], int.Parse(l[3]), int.Parse(l[4])), l[5])
                )),
        ]);

    public bool Has(string file) => Units.Any(u => u.File == file);

    /// <summary>One diagnostic a unit, of that it stays C.</summary>
    public IEnumerable<PortDiagnostic> Diagnostics => Units.Select(u => u.Reason);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
