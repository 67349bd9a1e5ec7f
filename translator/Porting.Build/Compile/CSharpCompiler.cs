using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Porting.Build.Compile;

/// <summary>A C# source: the path it is known by in messages and debug information, and its text.</summary>
public sealed record CSharpSource(string Path, string Text)
{
    /// <summary>Warnings about it are nobody's to mend.</summary>
    public bool IsGenerated => IsLibrary || Path.EndsWith(".g.cs", StringComparison.Ordinal);

    /// <summary>The tool brings it.</summary>
    public bool IsLibrary { get; init; }
}

/// <summary>
/// C# to IL, in process (the compiler's start-up is most of what a small compilation costs).
/// <para>Input: all sources, the core library among them or in the one assembly that they refer to. Output: the
/// assembly with its debug information embedded. Holds after it: the same sources in the same order give the same
/// bytes. Never does: anything with the file system.</para>
/// </summary>
public static class CSharpCompiler
{
    /// <summary>
    /// Warnings that say nothing about C turned into C#, or about a core library: externals without a library (0626),
    /// fields that only C or the machine writes (0649, 0169, 0414), lower-case type names (8981), pointers to what the
    /// compiler thinks is managed (8500), inline arrays without conversion (9184), comparison of function pointers
    /// (8909: one entry per function here, see docs/backend.md), unreachable code, labels and variables that nobody
    /// uses (0162, 0164, 0168, 0219), type names that hide .NET's (0436, 1685).
    /// </summary>
    private static readonly string[] Suppressed =
    [
        "CS0626",
        "CS0649",
        "CS0169",
        "CS0414",
        "CS8981",
        "CS8500",
        "CS9184",
        "CS8909",
        "CS0162",
        "CS0164",
        "CS0168",
        "CS0219",
        "CS0436",
        "CS1685",
        "CS8632",
    ];

    /// <summary>Sources that are compiled again and again, as the core library of hosted objects is, are parsed
    /// once.</summary>
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<CSharpSource, SyntaxTree> Trees = [];

    /// <param name="library">The only other assembly that the sources see, the core library in it; null when that is
    /// among them.</param>
    public static byte[] Compile(
        string assemblyName,
        IReadOnlyList<CSharpSource> sources,
        ICollection<PortDiagnostic> warnings,
        MetadataReference? library = null
    )
    {
        CSharpParseOptions parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        SyntaxTree[] trees =
        [
            .. sources
                .AsParallel()
                .AsOrdered()
                .Select(s =>
                    Trees.GetValue(
                        s,
                        t => CSharpSyntaxTree.ParseText(SourceText.From(t.Text, Encoding.UTF8), parsing, t.Path)
                    )
                ),
        ];
        CSharpCompilation compilation = CSharpCompilation.Create(
            assemblyName,
            trees,
            references: library == null ? [] : [library],
            Options()
        );
        using MemoryStream image = new();
        EmitResult result = compilation.Emit(
            image,
            options: new EmitOptions(
                debugInformationFormat: DebugInformationFormat.Embedded,
                runtimeMetadataVersion: "v4.0.30319"
            )
        ); // usually read from the core library's file; ours is being compiled
        Report(result, sources, warnings);
        return image.ToArray();
    }

    private static CSharpCompilationOptions Options() =>
        new(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            deterministic: true,
            specificDiagnosticOptions: Suppressed.ToDictionary(code => code, _ => ReportDiagnostic.Suppress)
        );

    private static void Report(
        EmitResult result,
        IReadOnlyList<CSharpSource> sources,
        ICollection<PortDiagnostic> warnings
    )
    {
        HashSet<string> generated = [.. sources.Where(s => s.IsGenerated).Select(s => s.Path)];
        List<PortDiagnostic> errors = [];
        foreach (
            Diagnostic diagnostic in result
                .Diagnostics.OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(d => d.Location.SourceSpan.Start)
        )
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error)
            {
                errors.Add(Convert(diagnostic, PortSeverity.Error));
            }
            else if (
                diagnostic.Severity == DiagnosticSeverity.Warning
                && !generated.Contains(diagnostic.Location.SourceTree?.FilePath ?? "")
            )
            {
                warnings.Add(Convert(diagnostic, PortSeverity.Warning));
            }
        }

        if (errors.Count > 0)
        {
            throw new PortException(errors);
        }
    }

    /// <summary>At the place in the file as it is on disk: #line is for the debugger.</summary>
    private static PortDiagnostic Convert(Diagnostic diagnostic, PortSeverity severity)
    {
        string code = severity == PortSeverity.Error ? "PORT5001" : "PORT5002";
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        SourceLocation place = diagnostic.Location.IsInSource
            ? new SourceLocation(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1)
            : SourceLocation.None;
        return new PortDiagnostic(
            code,
            severity,
            place,
            $"{diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"
        );
    }
}
