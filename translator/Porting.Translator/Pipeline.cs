using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Porting.Clang.Ast;
using Porting.Translator.Emit;
using Porting.Translator.Handwritten;
using Porting.Translator.Lower;
using Porting.Translator.Macros;
using Porting.Translator.Names;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Translator;

/// <summary>Everything the translator works on; nothing else is read.</summary>
/// <param name="Units">Parsed units in the order of the compile commands.</param>
/// <param name="Handwritten">Handwritten C# files.</param>
/// <param name="AssemblerReferences">Symbols that assembled .S files leave undefined.</param>
/// <param name="Namespace">Root namespace of the generated code.</param>
public sealed record TranslatorInput(IReadOnlyList<TranslationUnit> Units, IReadOnlyList<HandwrittenFile> Handwritten, IReadOnlyList<string> AssemblerReferences, string Namespace)
{
    public TargetMode Mode { get; init; } = TargetMode.WholeProgram;
}

/// <summary>What the units make together, which decides what their outside is.</summary>
public enum TargetMode
{
    /// <summary>The units are everything: a kernel image. All of their headers become C#; what they only declare is assembler.</summary>
    WholeProgram,
    /// <summary>The units are one object of a hosted program: what they do not define is C of somebody else, called by the System V ABI; of headers only what is used becomes C#.</summary>
    HostedObject,
}

/// <summary>A file to be written below the output folder; Map is empty except for C#.</summary>
public sealed record OutputFile(string Path, string Text, IReadOnlyList<LineMapping> Map);

/// <summary>A replaced function whose C has changed since it was accepted.</summary>
public sealed record StaleReplacement(Replacement Replacement, FunctionEntity Function);

/// <summary>The result; Files is complete only when no diagnostic is an error.</summary>
public sealed record TranslatorOutput(IReadOnlyList<OutputFile> Files, IReadOnlyList<PortDiagnostic> Diagnostics, ProgramModel Program, HandwrittenSources Handwritten, IReadOnlyList<StaleReplacement> Stale, Coverage Coverage);

/// <summary>How the C functions of a file were dealt with.</summary>
public sealed record FileCoverage(string File, int Generated, int Replaced, int Dropped, int Entries)
{
    public int Total => Generated + Replaced + Dropped;
}

/// <summary>The sums over all files: every function definition that clang saw is in exactly one column.</summary>
public sealed record Coverage(IReadOnlyList<FileCoverage> Files)
{
    public int Total => Files.Sum(f => f.Total);
}

/// <summary>
/// Parsed C to C# files. Input and output are in memory: no console, no clock, no environment, no file is touched. The list in <see cref="Translate"/> is the whole order of the work.
/// </summary>
public static class Translator
{
    public static TranslatorOutput Translate(TranslatorInput input)
    {
        List<PortDiagnostic> diagnostics = [];
        IReadOnlyList<TranslationUnit> units = MacroMethods.Extract(input.Units);
        ProgramModel program = new(units, diagnostics, input.Mode);
        HandwrittenSources handwritten = new(input.Handwritten, []);
        List<StaleReplacement> stale = ReplacementBinder.Bind(program, handwritten, diagnostics);
        MacroUses.DropUnused(program);
        AddressTaken.Mark(program, input.AssemblerReferences);
        ProgramNames names = new(program);
        MacroConstants.Collect(program, names);
        LoweringContext context = new(program, names, diagnostics);
        List<OutputFile> files = EmitFiles(context, input.Namespace, handwritten);
        if (!diagnostics.Any(d => d.Severity == PortSeverity.Error))
        {
            CheckSyntax(files, diagnostics);
        }

        Coverage coverage = Measure(program);
        files.Add(new OutputFile("coverage.md", CoverageText(coverage), []));
        return new TranslatorOutput([.. files.OrderBy(f => f.Path, StringComparer.Ordinal)], diagnostics, program, handwritten, stale, coverage);
    }

    private static List<OutputFile> EmitFiles(LoweringContext context, string rootNamespace, HandwrittenSources handwritten)
    {
        List<OutputFile> files = [];
        ProgramEmitter whole = new(context, rootNamespace);
        foreach (FileEntity file in context.Program.Files)
        {
            CodeWriter text = new FileEmitter(context, file, rootNamespace).Write();
            files.Add(new OutputFile(file.GeneratedPath, text.ToString(), text.Map));
            IEnumerable<VariableEntity> data = context.Program.Variables.Concat(context.Program.StaticLocals.Where(v => context.Program.Function(v.Decl.Parent!).Origin == FunctionOrigin.Generated));
            string dataText = new DataEmitter(context.Program, context.Diagnostics).Write(file, data.Where(v => v.File == file && !v.IsDropped).OrderBy(v => v.Decl.Span.StartOffset));
            AddIfAny(files, Path.ChangeExtension(file.GeneratedPath, null)[..^2] + ".data.S", dataText);
            AddIfAny(files, Path.ChangeExtension(file.GeneratedPath, null)[..^2] + ".asm.S", whole.Assembler(file, context.Diagnostics));
        }

        files.Add(new OutputFile("Foreign.g.cs", whole.Foreign(), []));
        AddIfAny(files, "Foreign.asm.S", new HostedEmitter(context).Assembler());
        files.Add(new OutputFile("Variadics.g.cs", whole.Variadics(), []));
        AddIfAny(files, "Complex.g.cs", new ComplexEmitter(context.Names).CSharp(rootNamespace));
        AddIfAny(files, "Complex.asm.S", new ComplexEmitter(context.Names).Assembler());
        AddIfAny(files, "Vectors.g.cs", new VectorEmitter(context.Names).CSharp(rootNamespace));
        files.Add(new OutputFile("Layout.g.cs", whole.Layout(), []));
        files.Add(new OutputFile("layouts.json", whole.LayoutTable(), []));
        files.Add(new OutputFile("Usings.g.cs", whole.Usings(handwritten.Classes), []));
        return files;
    }

    private static void AddIfAny(List<OutputFile> files, string path, string text)
    {
        if (text.Length > 0)
        {
            files.Add(new OutputFile(path, text, []));
        }
    }

    /// <summary>Every C# file is parsed again by Roslyn: text that is not C# is a defect of the translator and is said so, not written.</summary>
    private static void CheckSyntax(IEnumerable<OutputFile> files, List<PortDiagnostic> diagnostics)
    {
        foreach (OutputFile file in files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal)))
        {
            foreach (Microsoft.CodeAnalysis.Diagnostic wrong in CSharpSyntaxTree.ParseText(file.Text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest)).GetDiagnostics().Take(5))
            {
                int line = wrong.Location.GetLineSpan().StartLinePosition.Line + 1;
                LineMapping from = file.Map.LastOrDefault(m => m.CSharpLine <= line);
                SourceLocation place = from.CFile == null ? new SourceLocation(file.Path, line, 1) : new SourceLocation(from.CFile, from.CLine, 1);
                diagnostics.Add(PortDiagnostic.Error("PORT4001", place, $"the C# written for this is not C# ({file.Path}:{line}: {wrong.GetMessage(CultureInfo.InvariantCulture)})"));
            }
        }
    }

    private static Coverage Measure(ProgramModel program)
    {
        return new Coverage([.. program.Functions.Where(f => f.File != null && !f.Decl.IsMacro).GroupBy(f => f.File!.Path).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new FileCoverage(
            g.Key, g.Count(f => f.Origin == FunctionOrigin.Generated), g.Count(f => f.Origin == FunctionOrigin.Replaced), g.Count(f => f.Origin == FunctionOrigin.Dropped), g.Count(f => f.NeedsEntry)))]);
    }

    private static string CoverageText(Coverage coverage)
    {
        StringBuilder text = new("# Coverage\n\nEvery function definition that clang sees in the C, by what became of it. An entry is an adapter in the C convention, beside the function itself.\n\n");
        text.Append("| C file | functions | generated | replaced | dropped | entries |\n|---|---:|---:|---:|---:|---:|\n");
        foreach (FileCoverage file in coverage.Files)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {file.File} | {file.Total} | {file.Generated} | {file.Replaced} | {file.Dropped} | {file.Entries} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"| **all** | **{coverage.Total}** | **{coverage.Files.Sum(f => f.Generated)}** | **{coverage.Files.Sum(f => f.Replaced)}** | **{coverage.Files.Sum(f => f.Dropped)}** | **{coverage.Files.Sum(f => f.Entries)}** |\n");
        return text.ToString();
    }
}
