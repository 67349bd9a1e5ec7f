using System.Globalization;
using System.Text;
using Porting.Clang.Ast;
using Porting.Translator.Emit;
using Porting.Translator.Handwritten;
using Porting.Translator.Incremental;
using Porting.Translator.Lower;
using Porting.Translator.Macros;
using Porting.Translator.Names;
using Porting.Translator.Passes;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Translator;

/// <summary>Everything the translator works on; nothing else is read.</summary>
/// <param name="Units">Parsed units in the order of the compile commands.</param>
/// <param name="Handwritten">Handwritten C# files.</param>
/// <param name="AssemblerReferences">Symbols that assembled .S files leave undefined.</param>
/// <param name="Namespace">Root namespace of the generated code.</param>
public sealed record TranslatorInput(
    IReadOnlyList<TranslationUnit> Units,
    IReadOnlyList<HandwrittenFile> Handwritten,
    IReadOnlyList<string> AssemblerReferences,
    string Namespace
)
{
    public TargetMode Mode { get; init; } = TargetMode.WholeProgram;

    /// <summary>Threads that lower at the same time.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Readability passes that are left out.</summary>
    public IReadOnlyList<string> WithoutPasses { get; init; } = [];

    /// <summary>Takes the statements of all functions as one pass leaves them.</summary>
    public PassDump? Dump { get; init; }

    /// <summary>What is made is what everybody makes, and may be kept for them.</summary>
    internal bool IsUsual => WithoutPasses.Count == 0 && Dump == null;

    /// <summary>Takes each file as it is made, on any thread and in no order; null to have them all in the
    /// result.</summary>
    public Action<OutputFile>? Sink { get; init; }

    /// <summary>Where the bodies are when the units are outlines, and what was made of them in earlier runs; null when
    /// the units are whole.</summary>
    public IUnitStore? Store { get; init; }
}

/// <summary>Files that an earlier run has made of some units, with what it asked the program for them.</summary>
/// <param name="CallMethods">Calls that the program's own files have methods for: of variadic functions, by the types of
/// their arguments, and, behind <see cref="Lower.ForeignCalls.Mark"/>, of what is not translated.</param>
public sealed record LoweredFiles(
    IReadOnlyList<OutputFile> Files,
    IReadOnlyList<(string Function, string Types)> CallMethods,
    IReadOnlyList<Lookup> Lookups
);

/// <summary>
/// Has the units of which only outlines are in memory, and keeps between runs what became of them. What it gives back
/// under a key is exactly what was kept under it, or nothing. For several threads at once.
/// </summary>
public interface IUnitStore
{
    /// <summary>Tells the content of a unit from any other.</summary>
    string IdentityOf(int unit);

    /// <summary>The unit with its bodies, read anew.</summary>
    TranslationUnit Read(int unit);

    /// <summary>The unit without bodies and without what earlier units declare, read anew; null when it is not what it
    /// was.</summary>
    TranslationUnit? Outline(int unit);

    /// <summary>What a unit's macros come to.</summary>
    byte[]? FindMacros(string key);

    /// <summary>Says whether they can be found again.</summary>
    bool KeepMacros(string key, byte[] macros);

    /// <summary>Files that were kept, if the program is what it was, or what they asked of it is.</summary>
    /// <param name="program">Tells the program from any other.</param>
    LoweredFiles? Find(string key, string program, Predicate<IReadOnlyList<Lookup>> holds);

    void Keep(string key, string program, LoweredFiles lowered);
}

/// <summary>What the units make together, which decides what their outside is.</summary>
public enum TargetMode
{
    /// <summary>The units are everything: a kernel image. All of their headers become C#; what they only declare is
    /// assembler.</summary>
    WholeProgram,

    /// <summary>The units are one object of a hosted program: what they do not define is C of somebody else, called by
    /// the System V ABI; of headers only what is used becomes C#.</summary>
    HostedObject,
}

/// <summary>A file to be written below the output folder; Map is empty except for C#.</summary>
public sealed record OutputFile(string Path, string Text, IReadOnlyList<LineMapping> Map)
{
    /// <summary>What each <c>__LINE__</c> of the text stands for, in order.</summary>
    public IReadOnlyList<int> LineNumbers { get; init; } = [];

    /// <summary>The store has seen that the output folder has it already; nobody has read its contents.</summary>
    public bool IsInPlace { get; init; }

    /// <summary>For the build alone, which can have it made again: not part of the generated tree.</summary>
    public bool IsFact => Path == LayoutFile;

    /// <summary>Sizes and offsets of all structs, for the build's comparison.</summary>
    public const string LayoutFile = "layouts.json";
}

/// <summary>The result; Files is complete only when no diagnostic is an error, and empty when there was a
/// sink.</summary>
public sealed record TranslatorOutput(
    IReadOnlyList<OutputFile> Files,
    IReadOnlyList<PortDiagnostic> Diagnostics,
    ProgramModel Program,
    HandwrittenSources Handwritten,
    Coverage Coverage
)
{
    public int FileCount { get; init; }

    /// <summary>What translating one unit alone takes; null when there is something to say about the program, or no
    /// store.</summary>
    public ProgramSummary? Summary { get; init; }
}

/// <summary>How the C functions of a file were dealt with.</summary>
public sealed record FileCoverage(string File, int Generated, int Replaced, int Dropped)
{
    public int Total => Generated + Replaced + Dropped;
}

/// <summary>The sums over all files: every function definition that clang saw is in exactly one column.</summary>
public sealed record Coverage(IReadOnlyList<FileCoverage> Files)
{
    public int Total => Files.Sum(f => f.Total);
}

/// <summary>
/// Parsed C to C# files. Input and output are in memory: no console, no clock, no environment, no file is touched. The
/// list in <see cref="Translate"/> is the whole order of the work.
/// </summary>
public static class Translator
{
    public static TranslatorOutput Translate(TranslatorInput input)
    {
        List<PortDiagnostic> diagnostics = [];
        MacroMethods macros = MacroMethods.Extract(input.Units, input.Store, input.Workers);
        ProgramModel program = new(macros.Units, diagnostics, input.Mode);
        HandwrittenSources handwritten = new(input.Handwritten, []);
        ReplacementBinder.Bind(program, handwritten, diagnostics);
        MacroUses.DropUnused(program);
        AddressTaken.Mark(program, input.AssemblerReferences);
        ProgramNames names = new(program);
        MacroConstants.Collect(program, names);
        program.Close();
        names.Close();
        program.Versions.Close(names.FieldTypes());
        LoweringContext context = new(program, names, diagnostics)
        {
            Passes = new PassList(input.WithoutPasses, input.Dump),
        };
        FileSink files = new(input.Sink);
        UnitLowering lowering = new(input, context, macros, handwritten, files);
        lowering.Run();
        Coverage coverage = Measure(program);
        files.Add(new OutputFile("coverage.md", CoverageText(coverage), []));
        ProgramSummary? summary =
            input.Store == null || diagnostics.Count > 0
                ? null
                : SummaryBuilder.Of(program, names, macros, lowering.Groups, coverage, files.Count);
        return new TranslatorOutput(files.Sorted, diagnostics, program, handwritten, coverage)
        {
            FileCount = files.Count,
            Summary = summary,
        };
    }

    private static Coverage Measure(ProgramModel program)
    {
        return new Coverage([
            .. program
                .Functions.Where(f => f.File != null && !f.Decl.IsMacro)
                .GroupBy(f => f.File!.Path)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new FileCoverage(
                    g.Key,
                    g.Count(f => f.Origin == FunctionOrigin.Generated),
                    g.Count(f => f.Origin == FunctionOrigin.Replaced),
                    g.Count(f => f.Origin == FunctionOrigin.Dropped)
                )),
        ]);
    }

    private static string CoverageText(Coverage coverage)
    {
        StringBuilder text = new(
            "# Coverage\n\nWritten by port. Every function definition that clang sees in the C, by what became of it. `port status` has the sums.\n\n"
        );
        text.Append("| C file | functions | generated | replaced | dropped |\n|---|---:|---:|---:|---:|\n");
        foreach (FileCoverage file in coverage.Files)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {file.File} | {file.Total} | {file.Generated} | {file.Replaced} | {file.Dropped} |\n"
            );
        }

        return text.ToString();
    }
}
