using Porting.Build.Compile;
using Porting.Build.Hosted;
using Porting.Clang.Ast;
using Porting.Clang.Options;
using Porting.Clang.Parse;
using Porting.Translator;
using Porting.Translator.Output.Files;

namespace Porting.Hosted;

/// <summary>How a unit is compiled.</summary>
/// <param name="Directory">Where the command runs.</param>
/// <param name="File">The C file as the command names it.</param>
/// <param name="Arguments">clang's arguments for the front end: -I, -D, -std and the like.</param>
public sealed record HostedUnit(string Directory, string File, IReadOnlyList<string> Arguments)
{
    public bool HasDebugInformation { get; init; }

    /// <summary>-g and its kind, in their order.</summary>
    public IReadOnlyList<string> DebugArguments { get; init; } = [];

    public bool Optimize { get; init; } = true;

    /// <summary>Readability passes that are left out (<see cref="Porting.Translator.Passes.PassDump"/> names
    /// them).</summary>
    public IReadOnlyList<string> WithoutPasses { get; init; } = [];

    /// <summary>Those of the arguments that are about the machine and the code.</summary>
    internal IEnumerable<string> CodeArguments =>
        Arguments
            .Where(a =>
                (a.Length > 2 && a[0] == '-' && a[1] is 'm' or 'f' or 'O' && a is not "-fsyntax-only")
                || a is "-pg" or "-coverage"
            )
            .Concat(Arguments.Any(a => a.StartsWith("-O", StringComparison.Ordinal)) || !Optimize ? [] : ["-O2"])
            .Concat(
                Arguments.Any(a => a is "-fPIC" or "-fpic" or "-fPIE" or "-fpie")
                    ? []
                    : (IEnumerable<string>)["-fno-pie"]
            );

    /// <summary>-fprofile-instr-generate: the program counts how often each region of the C runs.</summary>
    internal bool IsCounted =>
        Arguments.LastOrDefault(a =>
            a is "-fno-profile-instr-generate"
            || a == "-fprofile-instr-generate"
            || a.StartsWith("-fprofile-instr-generate=", StringComparison.Ordinal)
        )
            is { } last
        && !last.StartsWith("-fno-", StringComparison.Ordinal);

    /// <summary>What messages call the file, when its name is none that the user knows.</summary>
    public string? DisplayName { get; init; }
    public bool ShowsWarnings { get; init; }

    /// <summary>Folder that keeps the generated C# and assembler; null to keep nothing.</summary>
    public string? KeepFolder { get; init; }

    /// <summary>--coverage: the absolute path of its two files, without .gcno and .gcda; null without it.</summary>
    public string? CoverageStem { get; init; }

    /// <summary>What clang makes of the back end's module: -c for an object, -S for assembler, with -emit-llvm for LLVM's
    /// language.</summary>
    public IReadOnlyList<string> Emit { get; init; } = ["-c"];

    /// <summary>Where the back end's module is kept as text; null to keep it nowhere.</summary>
    public string? ModulePath { get; init; }

    /// <summary>Where the assembler text is kept beside the output; null to keep it nowhere.</summary>
    public string? AssemblerPath { get; init; }

    public string AbsoluteFile => Path.GetFullPath(File, Directory);
}

/// <summary>
/// A C file to an ELF object for 32-bit Linux, by way of C#. The file's own folder is the root that its generated paths
/// are relative to. Errors: a <see cref="PortException"/> with every diagnostic, places as the command names the file;
/// there is no output then.
/// </summary>
public static class HostedCompiler
{
    /// <summary>What translated C promises (-fwrapv, -fno-strict-aliasing) and how it computes (SSE2): the headers have
    /// to see the same machine.</summary>
    public static readonly IReadOnlyList<string> TargetArguments =
    [
        "-m32",
        "-msse2",
        "-mfpmath=sse",
        "-fwrapv",
        "-fno-strict-aliasing",
    ];

    /// <summary>Without the vector unit where the command says so, or is for a machine that may not have turned it on: it
    /// names the processor, or is for a kernel: features are clang's there. Without -fwrapv where a sanitizer looks for
    /// overflow.</summary>
    public static IReadOnlyList<string> TargetArgumentsFor(IReadOnlyList<string> arguments)
    {
        bool isOwnMachine = arguments.Any(a =>
            a
                is "-mno-sse"
                    or "-mno-sse2"
                    or "-mgeneral-regs-only"
                    or "-msoft-float"
                    or "-mfpmath=387"
                    or "-ffreestanding"
            || a.StartsWith("-march=", StringComparison.Ordinal)
        );
        bool isChecked = OperationChecks.AreAskedFor(arguments);
        return isOwnMachine || isChecked
            ?
            [
                .. TargetArguments.Where(a =>
                    !(isOwnMachine && a is "-msse2" or "-mfpmath=sse") && !(isChecked && a is "-fwrapv")
                ),
            ]
            : TargetArguments;
    }

    /// <returns>Warnings.</returns>
    public static IReadOnlyList<PortDiagnostic> Compile(
        HostedUnit unit,
        string output,
        ClangSession? session = null,
        CancellationToken cancellation = default
    )
    {
        if (session == null)
        {
            using ClangSession own = new();
            return Compile(unit, output, own, cancellation);
        }

        FrontEndProfile.Refuse(unit.Arguments, unit.Directory);
        List<PortDiagnostic> diagnostics = [];
        // While clang parses.
        _ = Task.Run(() => HostedLibrary.With([]), CancellationToken.None);
        TranslatorOutput translated = Translate(unit, diagnostics, session);
        cancellation.ThrowIfCancellationRequested();
        using WorkFolder work = new();
        if (unit.KeepFolder is { } kept)
        {
            KeptCSharp.Write(kept, unit, translated);
        }

        string made = work.At("out.o");
        BuildObject(unit, translated, work, made, session, cancellation);
        cancellation.ThrowIfCancellationRequested();
        Deliver(made, output);
        return [.. diagnostics.Where(d => d.Severity != PortSeverity.Error)];
    }

    private static void BuildObject(
        HostedUnit unit,
        TranslatorOutput translated,
        WorkFolder work,
        string output,
        ClangSession? session,
        CancellationToken cancellation
    )
    {
        string root = Path.GetDirectoryName(unit.AbsoluteFile)!;
        NativeObject.Build(
            new NativeObjectOptions(
                SourcesOf(translated),
                [.. TargetArgumentsFor(unit.Arguments), .. unit.CodeArguments],
                work.Path,
                output
            )
            {
                CRoot = root + "/",
                MainFile = Path.GetFileName(unit.AbsoluteFile),
                Directory = unit.Directory,
                Session = session,
                Cancellation = cancellation,
                Emit = unit.Emit,
                ModulePath = unit.ModulePath,
                AssemblerPath = unit.AssemblerPath,
                CoverageStem = unit.CoverageStem,
                Counted = unit.IsCounted ? CountedC(unit) : null,
                SourceMaps = unit.HasDebugInformation || unit.CoverageStem != null ? MapsOf(translated) : null,
                C = new CSource(
                    unit.Directory,
                    unit.File,
                    [
                        .. TargetArgumentsFor(unit.Arguments),
                        .. unit.Arguments,
                        .. unit.HasDebugInformation ? unit.DebugArguments : ["-g0"],
                    ]
                ),
            }
        );
    }

    /// <summary>clang has inline functions that others define in a module that is optimised, as the object is; the C
    /// sees what it says of itself.</summary>
    private static CSource CountedC(HostedUnit unit) =>
        new(
            unit.Directory,
            unit.File,
            [
                .. TargetArgumentsFor(unit.Arguments),
                .. unit.CodeArguments.Contains("-O2") && !unit.Arguments.Contains("-O2")
                    ? ["-O2", "-U__OPTIMIZE__", "-D__NO_INLINE__=1"]
                    : (IEnumerable<string>)[],
                .. unit.Arguments,
            ]
        );

    private static List<CSharpSource> SourcesOf(TranslatorOutput translated) =>
        [
            .. translated
                .Files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal) && f.Path != "Layout.g.cs")
                .Select(f => new CSharpSource(f.Path, f.Text)),
        ];

    private static Dictionary<string, SourceMap> MapsOf(TranslatorOutput translated) =>
        translated
            .Files.Where(f => f.Map.Count > 0)
            .ToDictionary(
                f => f.Path,
                f => new SourceMap([.. f.Map.Select(m => new SourceMapLine(m.CSharpLine, m.CFile, m.CLine))])
            );

    /// <summary>The output appears whole or not at all: written beside its place, then renamed. A device is written to,
    /// never replaced.</summary>
    private static void Deliver(string made, string output)
    {
        if (Paths.IsInside(output, "/dev") && !Paths.IsInside(output, "/dev/shm"))
        {
            using FileStream device = new(output, FileMode.Open, FileAccess.Write);
            device.Write(File.ReadAllBytes(made));
            return;
        }

        string beside = WorkFolder.Beside(output);
        try
        {
            File.Copy(made, beside, overwrite: true);
            File.Move(beside, output, overwrite: true);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(beside))
            {
                File.Delete(beside);
            }

            throw new PortException(
                PortDiagnostic.Error(
                    "PORT9010",
                    SourceLocation.None,
                    $"unable to open output file '{output}': {failed.Message.Replace(beside, output, StringComparison.Ordinal)}"
                )
            );
        }
    }

    /// <summary>The unit as C#, in memory.</summary>
    public static TranslatorOutput Translate(
        HostedUnit unit,
        List<PortDiagnostic> diagnostics,
        ClangSession? session = null
    )
    {
        string root = Path.GetDirectoryName(unit.AbsoluteFile)!;
        ClangParser parser = new(
            new ClangParserOptions(root)
            {
                ExtraArguments = TargetArgumentsFor(unit.Arguments),
                DisplayPrefix = root + "/",
                ShowsWarnings = unit.ShowsWarnings,
            }
        );
        TranslatorOutput? output = LargeStack.Run(() =>
        {
            CompileCommand command = new(unit.Directory, unit.File, [.. unit.Arguments, unit.File]);
            TranslationUnit? parsed =
                session == null ? parser.Parse(command, diagnostics) : parser.Parse(command, diagnostics, session);
            return parsed == null
                ? null
                : Translator.Translator.Translate(
                    new TranslatorInput([parsed], [], [], "C")
                    {
                        Mode = TargetMode.HostedObject,
                        WithoutPasses = unit.WithoutPasses,
                    }
                );
        });
        List<PortDiagnostic> placed =
        [
            .. diagnostics.Concat(output?.Diagnostics ?? []).Select(d => Placed(d, unit, root)).Distinct(),
        ];
        diagnostics.Clear();
        diagnostics.AddRange(placed);
        return output == null || placed.Any(d => d.Severity == PortSeverity.Error)
            ? throw new PortException(placed)
            : output;
    }

    /// <summary>A user sees places as the command spells the file.</summary>
    private static PortDiagnostic Placed(PortDiagnostic diagnostic, HostedUnit unit, string root)
    {
        string file = diagnostic.Location.File;
        if (file.Length == 0)
        {
            return diagnostic;
        }

        string absolute = Path.GetFullPath(file, root);
        string shown =
            absolute == unit.AbsoluteFile ? unit.DisplayName ?? unit.File
            : absolute.StartsWith(unit.Directory + "/", StringComparison.Ordinal)
                ? absolute[(unit.Directory.Length + 1)..]
            : absolute;
        return diagnostic with
        {
            Location = diagnostic.Location with { File = shown },
            Printed =
                unit.DisplayName == null
                    ? diagnostic.Printed
                    : diagnostic.Printed.Replace(unit.AbsoluteFile, unit.DisplayName, StringComparison.Ordinal),
        };
    }
}
