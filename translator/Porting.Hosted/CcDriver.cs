using Porting.Build;
using Porting.Translator.Output.Files;

namespace Porting.Hosted;

/// <summary>
/// The compiler driver behind <c>port cc</c>: C by way of C# to ELF objects, everything else by the system's tools. Its
/// messages and exit status are a compiler's: 0, or 1 with diagnostics on standard error.
/// </summary>
public sealed partial class CcDriver(CcOptions options, ICcHost host, Action<PortDiagnostic> report)
{
    private readonly string directory = host.Directory;

    /// <summary>The machine, for clang as a preprocessor as for the compile.</summary>
    private IReadOnlyList<string> Target { get; } = HostedCompiler.TargetArgumentsFor(options.Front);

    public int Run()
    {
        if (options.Query is { } query)
        {
            return Ask(query);
        }

        CheckOutputs();
        if (options.OnlyDependencies || options.Stage == CcStage.Preprocess)
        {
            return Show();
        }

        if (options.IsVerbose)
        {
            Explain();
            if (options.IsDry)
            {
                return 0;
            }
        }

        using WorkFolder work = new();
        Dictionary<string, string> objects = [];
        bool failed = false;
        foreach (CcInput input in options.Inputs.Where(x => x.Kind != CcInputKind.LinkerInput))
        {
            failed |= !CompileInput(input, work, objects);
        }

        return failed ? 1
            : options.Stage == CcStage.Link ? LinkAll(objects)
            : 0;
    }

    /// <summary>No output is an input, under whatever name: as gcc has it, for clang writes over the source.</summary>
    private void CheckOutputs()
    {
        int at = options.Dependencies.FindIndex(d => d.StartsWith("-MF", StringComparison.Ordinal));
        string? dependencies =
            at < 0 ? null
            : options.Dependencies[at].Length > 3 ? options.Dependencies[at][3..]
            : options.Dependencies.ElementAtOrDefault(at + 1);
        string?[] outputs = [options.Output, dependencies];
        HashSet<string> written = [.. outputs.OfType<string>().Select(o => Paths.Real(At(o)))];
        written.RemoveWhere(w => !File.Exists(w) || Paths.IsInside(w, "/dev") && !Paths.IsInside(w, "/dev/shm"));
        if (options.Inputs.FirstOrDefault(i => written.Contains(Paths.Real(At(i.Path)))) is { } same)
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT9002",
                    SourceLocation.None,
                    $"input file '{same.Path}' is the same as an output file"
                )
            );
        }
    }

    private bool IsText => options.Stage == CcStage.Assemble;

    /// <summary><c>-o -</c>: to standard output.</summary>
    private bool IsPrinted => options is { Output: "-", Stage: CcStage.Assemble or CcStage.Compile };

    /// <summary>Of an output that has no name of its own.</summary>
    private string Extension =>
        options.EmitsLlvm
            ? IsText
                ? ".ll"
                : ".bc"
            : IsText
                ? ".s"
                : ".o";

    /// <summary>Assembler's text is not read on the way, as gcc does not: files of offsets have lines in it that are no
    /// assembler.</summary>
    private string[] EmitArguments =>
        options.EmitsLlvm ? [IsText ? "-S" : "-c", "-emit-llvm"]
        : IsText ? ["-S", "-fno-integrated-as"]
        : ["-c"];

    private string At(string path) => Path.GetFullPath(path, directory);

    /// <summary>One input; false when it has errors, which have been reported. The others go on, as a compiler's
    /// do.</summary>
    private bool CompileInput(CcInput input, WorkFolder work, Dictionary<string, string> objects)
    {
        try
        {
            string output =
                options.Stage == CcStage.Link || IsPrinted
                    ? work.At($"{objects.Count}{(IsPrinted ? Extension : ".o")}")
                    : At(
                        options.Output
                            ?? Path.ChangeExtension(Path.GetFileName(input.Path == "-" ? "a.c" : input.Path), Extension)
                    );
            objects[input.Path] = output;
            if (input.Kind == CcInputKind.Assembler)
            {
                return Assemble(input, output, work);
            }

            CompileC(input, output, work);
            return (!IsPrinted || host.Run("/bin/cat", [output], prints: true) == 0)
                && WriteDependencies(input, output);
        }
        catch (PortException refused)
        {
            foreach (PortDiagnostic diagnostic in refused.Diagnostics)
            {
                report(diagnostic);
            }

            return false;
        }
    }

    /// <summary>An assembler file. clang has no traditional preprocessor (parameters within strings, comments that paste):
    /// gcc's expands the file then.</summary>
    private bool Assemble(CcInput input, string output, WorkFolder work)
    {
        bool isExpanded = input.Language != "assembler" && !input.Path.EndsWith(".s", StringComparison.Ordinal);
        if (!isExpanded || !options.Front.Any(a => a is "-traditional" or "-traditional-cpp"))
        {
            string[] asked = [.. options.Dependencies, .. options.Assembler, .. input.LanguageArguments];
            return Clang([.. options.Front, .. asked, "-c", input.Path, "-o", output]) == 0;
        }

        string text = work.At("traditional.s");
        string[] expand = ["-m32", .. options.Front, "-E", "-x", "assembler-with-cpp", input.Path, "-o", text];
        string[] front = [.. options.Front.Where(a => !a.StartsWith("-traditional", StringComparison.Ordinal))];
        return host.Run(Tool.Gcc.Locate(), expand, prints: false) == 0
            && Clang([.. front, .. options.Assembler, "-Qunused-arguments", "-c", text, "-o", output]) == 0
            && WriteDependencies(input with { Language = "assembler-with-cpp" }, output);
    }

    private void CompileC(CcInput input, string output, WorkFolder work)
    {
        string file = input.Path;
        List<string> front = options.Front;
        if (file == "-")
        {
            file = work.At("stdin.c");
            using Stream stdin = host.OpenInput();
            using FileStream copy = File.Create(file);
            stdin.CopyTo(copy);
            front = [.. front, "-I" + directory];
        }
        else
        {
            front = [.. front, .. input.LanguageArguments];
        }

        HostedUnit unit = new(directory, file, front)
        {
            HasDebugInformation = options.HasDebugInformation,
            DebugArguments = options.Debug,
            KeepFolder = options.KeepFolder,
            ShowsWarnings = true,
            Optimize = options.Optimize,
            DisplayName = input.Path == "-" ? "<stdin>" : null,
            CoverageStem = options.CountsLines ? CoverageStem(input, output) : null,
            Emit = EmitArguments,
        };
        if (options.SavesIntermediates)
        {
            unit = Saving(unit, input, output);
        }

        List<PortDiagnostic> warnings = [];
        switch (options.Stage)
        {
            case CcStage.CheckSyntax:
                HostedCompiler.Translate(unit, warnings, host.Session);
                break;
            default:
                warnings.AddRange(HostedCompiler.Compile(unit, output, host.Session, host.Cancellation));
                break;
        }

        foreach (
            PortDiagnostic warning in warnings.Where(d =>
                d.Severity != PortSeverity.Error && !options.Front.Contains("-w")
            )
        )
        {
            report(warning);
        }
    }

    /// <summary>Where clang has the files of --coverage (Driver, "-coverage-notes-file"): beside the object; where there
    /// is none, in the working folder under the program's name and the input's.</summary>
    private string CoverageStem(CcInput input, string output) =>
        Path.ChangeExtension(
            options.Stage != CcStage.Link
                ? output
                : At($"{Path.GetFileNameWithoutExtension(options.Output ?? "a.out")}-{Path.GetFileName(input.Path)}"),
            null
        );

    /// <summary>-save-temps: the preprocessed C, the back end's module and the assembler stay.</summary>
    private HostedUnit Saving(HostedUnit unit, CcInput input, string output)
    {
        string stem = Path.Combine(
            options.SavesBesideOutput && options.Stage != CcStage.Link ? Path.GetDirectoryName(output)! : directory,
            Path.GetFileNameWithoutExtension(unit.File)
        );
        Clang([.. Target, .. unit.Arguments, "-E", input.Path, "-o", stem + ".i"]);
        return unit with { ModulePath = stem + ".ll", AssemblerPath = stem + ".s" };
    }

    /// <summary>-MD and its kind: clang writes the file, for the object's real name.</summary>
    private bool WriteDependencies(CcInput input, string output)
    {
        if (options.Dependencies.Count == 0)
        {
            return true;
        }

        List<string> arguments = [.. options.Dependencies];
        string target =
            options.Stage == CcStage.Link
                ? Path.ChangeExtension(Path.GetFileName(input.Path), ".o")
                : options.Output ?? Path.GetFileName(output);
        if (!arguments.Contains("-MF"))
        {
            arguments.AddRange(["-MF", Path.ChangeExtension(target, ".d")]);
        }

        if (!arguments.Contains("-MT") && !arguments.Contains("-MQ"))
        {
            arguments.AddRange(["-MT", target]);
        }

        string[] words =
        [
            .. Target,
            .. options.Front,
            .. arguments,
            "-w",
            "-E",
            .. input.LanguageArguments,
            input.Path,
            "-o",
            "/dev/null",
        ];
        bool isPrinted = arguments.IndexOf("-MF") is var file && arguments.ElementAtOrDefault(file + 1) == "-";
        return isPrinted
            ? ClangPrinting(words) == 0
            : host.Session?.Compile(directory, words.Prepend("-m32")) == true || Clang(words) == 0;
    }

    private int LinkAll(Dictionary<string, string> objects)
    {
        // Absolute addresses in code keep an image from lying anywhere but where it was linked.
        bool canMove = options.Front.Any(a => a is "-fPIC" or "-fpic" or "-fPIE" or "-fpie");
        string[] kind =
            canMove ? []
            : options.Link.Contains("-shared") ? ["-Wl,-z,notext"]
            : ["-no-pie"];
        int status = Clang([
            "-Qunused-arguments",
            .. kind,
            .. options.ForLinkTime,
            .. options
                .Link.Where(a => canMove || a is not ("-pie" or "-no-pie"))
                .Select(a => objects.GetValueOrDefault(a, a)),
            "-o",
            options.Output ?? "a.out",
        ]);
        return status == 0 ? 0 : 1;
    }

    private int Clang(IEnumerable<string> arguments) => RunClang(arguments, prints: false);

    private int ClangPrinting(IEnumerable<string> arguments) => RunClang(arguments, prints: true);

    private int RunClang(IEnumerable<string> arguments, bool prints) =>
        host.Run(Tool.Clang.Locate(), [.. arguments.Prepend("-m32")], prints);
}
