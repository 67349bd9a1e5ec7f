using Porting.Clang.Options;

namespace Porting.Hosted;

/// <summary>Where the driver stops, earliest first.</summary>
public enum CcStage
{
    Preprocess,
    CheckSyntax,
    Assemble,
    Compile,
    Link,
}

/// <summary>What an input is, by -x or by its name.</summary>
public enum CcInputKind
{
    C,
    Assembler,
    LinkerInput,
}

public sealed record CcInput(string Path, CcInputKind Kind)
{
    /// <summary>What -x says; null for the rule by name.</summary>
    public string? Language { get; init; }

    /// <summary>For a front end that cannot tell by the name.</summary>
    public IReadOnlyList<string> LanguageArguments => Language == null ? [] : ["-x", Language];
}

/// <summary>
/// A compiler's command line (clang, "Clang command line argument reference"), sorted by who wants to know: the front
/// end, the linker, the driver. <see cref="OptionTable"/> says what comes of each option; none is silently without
/// effect.
/// </summary>
public sealed class CcOptions
{
    /// <summary>Words for the assembler that say nothing to one that writes its own text.</summary>
    private static readonly string[] HarmlessAssembler =
    [
        "--noexecstack",
        "--32",
        "--fatal-warnings",
        "--warn",
        "--no-warn",
        "-W",
        "-g",
        "--gdwarf-2",
        "--gdwarf-4",
        "--gdwarf-5",
        "-mrelax-relocations=no",
        "-mrelax-relocations=yes",
    ];

    /// <summary>gcc's way to say -mstack-alignment=2^N.</summary>
    private const string StackBoundary = "-mpreferred-stack-boundary=";

    public CcStage Stage { get; private set; } = CcStage.Link;
    public string? Output { get; private set; }
    public string? KeepFolder { get; private set; }
    public bool HasDebugInformation { get; private set; }

    /// <summary>Options of debug information, in their order.</summary>
    public List<string> Debug { get; } = [];
    public bool Optimize { get; private set; } = true;
    public string? Query { get; private set; }

    /// <summary>-emit-llvm: LLVM's language in place of the machine's, as text with -S, else as bitcode.</summary>
    public bool EmitsLlvm { get; private set; }

    /// <summary>-save-temps: what is made on the way stays, in the working folder, or beside the output.</summary>
    public bool SavesIntermediates { get; private set; }
    public bool SavesBesideOutput { get; private set; }

    /// <summary>-v: the commands are shown. -###: they are shown and not run.</summary>
    public bool IsVerbose { get; private set; }
    public bool IsDry { get; private set; }
    public List<CcInput> Inputs { get; } = [];

    /// <summary>For the C front end.</summary>
    public List<string> Front { get; } = [];

    /// <summary>For the linker, objects among them in their order.</summary>
    public List<string> Link { get; } = [];

    /// <summary>What code that is made at link time is made for.</summary>
    public IEnumerable<string> ForLinkTime =>
        Front.Where(a =>
            a.StartsWith("-O", StringComparison.Ordinal)
            || a.StartsWith("-march=", StringComparison.Ordinal)
            || a.StartsWith("-mtune=", StringComparison.Ordinal)
        );

    /// <summary>--coverage: the program counts how often each line runs.</summary>
    public bool CountsLines =>
        Front.FindLastIndex(a => a is "-coverage" or "-fprofile-arcs" or "-ftest-coverage")
        > Front.FindLastIndex(a => a is "-fno-profile-arcs" or "-fno-test-coverage");

    /// <summary>Options that ask for a dependency file.</summary>
    public List<string> Dependencies { get; } = [];

    /// <summary>For the assembler of assembler files.</summary>
    public List<string> Assembler { get; } = [];

    /// <summary>-M and -MM: dependencies instead of an object.</summary>
    public bool OnlyDependencies { get; private set; }
    private string? _language;

    /// <summary>Standard input is an input, and nobody has said of which language.</summary>
    private bool _readsUntyped;

    private readonly string _directory;

    private CcOptions(string directory) => _directory = directory;

    /// <param name="arguments">The words behind the compiler's name.</param>
    /// <param name="directory">Absolute: where relative paths start.</param>
    public static CcOptions Parse(IReadOnlyList<string> arguments, string directory)
    {
        CcOptions options = new(directory);
        List<string> words = [.. arguments.SelectMany(options.Expanded).Select(ByClangsName)];
        for (int i = 0; i < words.Count; i++)
        {
            options.Add(words, ref i);
        }

        options.CheckAssembler();
        if (options.Inputs.Count == 0 && options.IsVerbose)
        {
            options.Query ??= "-v";
        }

        if (options.Inputs.Count == 0 && options.Query == null)
        {
            throw Wrong("no input files");
        }

        if (options is { _readsUntyped: true, Stage: not CcStage.Preprocess })
        {
            throw Wrong("-E or -x required when input is from standard input");
        }

        if (options is { EmitsLlvm: true, Stage: CcStage.Link })
        {
            throw Wrong("-emit-llvm cannot be used when linking");
        }

        if (
            options.Output != null
            && options.Stage != CcStage.Link
            && options.Inputs.Count(x => x.Kind != CcInputKind.LinkerInput) > 1
        )
        {
            throw Wrong("cannot specify -o when generating multiple output files");
        }

        return options;
    }

    private string At(string path) => System.IO.Path.GetFullPath(path, _directory);

    private static PortException Wrong(string message) =>
        new(PortDiagnostic.Error("PORT9001", SourceLocation.None, message));

    /// <summary>@file: words separated by white space, quoted as a shell does.</summary>
    private IEnumerable<string> Expanded(string word)
    {
        if (!word.StartsWith('@') || !File.Exists(At(word[1..])))
        {
            return [word];
        }

        return Clang.Parse.CompileCommands.SplitCommand(File.ReadAllText(At(word[1..]))).SelectMany(Expanded);
    }

    /// <summary>An option that clang has under another name than gcc, or under two.</summary>
    private static string ByClangsName(string word) =>
        word == "--coverage" ? "-coverage"
        : word.StartsWith(StackBoundary, StringComparison.Ordinal)
            ? int.TryParse(word[StackBoundary.Length..], out int power) && power is >= 2 and <= 12
                    ? $"-mstack-alignment={1 << power}"
                : throw Wrong($"'{word[StackBoundary.Length..]}' is no power of two from 2 to 12 in '{word}'")
        : word;

    private void Add(List<string> words, ref int i)
    {
        string word = words[i];
        if (word == "-" || !word.StartsWith('-'))
        {
            AddInput(word);
            return;
        }

        if (word == "--keep-csharp")
        {
            KeepFolder = Next(words, ref i);
            return;
        }

        FoundOption found = OptionTable.Clang.Accept(words, i);
        i += found.Words.Count - 1;
        switch (found.Option.Destination)
        {
            case OptionDestination.Front when word.StartsWith("-Wp,-M", StringComparison.Ordinal):
                // As builds of Linux ask for it: -Wp,-MMD,FILE.
                string[] parts = word[4..].Split(',');
                Dependencies.AddRange(parts is [var kind, var file] ? [kind, "-MF", file] : parts);
                break;
            case OptionDestination.Front:
                Optimize = word.StartsWith("-O", StringComparison.Ordinal) ? word != "-O0" : Optimize;
                Front.AddRange(found.JoinedWords);
                break;
            case OptionDestination.Link:
                Link.AddRange(found.Words);
                break;
            case OptionDestination.Both:
                Link.AddRange(found.Words);
                Front.AddRange(found.Words);
                break;
            case OptionDestination.Dependencies:
                OnlyDependencies |= word is "-M" or "-MM";
                Dependencies.AddRange(found.Words);
                break;
            case OptionDestination.Assembler:
                Assembler.AddRange(found.Words);
                break;
            case OptionDestination.Driver:
                AddDriverOption(found);
                break;
            case OptionDestination.Code:
                Front.AddRange(found.Words);
                if (word == "-pg")
                {
                    Link.Add(word); // its start-up file
                }

                break;
        }
    }

    /// <summary>The earliest stage that is asked for, in any order: -E -c preprocesses.</summary>
    private void StopAt(CcStage stage) => Stage = stage < Stage ? stage : Stage;

    private void AddDriverOption(FoundOption found)
    {
        switch (found.Option.Name)
        {
            case "-c":
                StopAt(CcStage.Compile);
                break;
            case "-E":
                StopAt(CcStage.Preprocess);
                break;
            case "-S":
                StopAt(CcStage.Assemble);
                break;
            case "-emit-llvm":
                EmitsLlvm = true;
                break;
            case "-save-temps" or "-save-temps=":
                SavesIntermediates = true;
                SavesBesideOutput = found.Value switch
                {
                    "" or "cwd" => false,
                    "obj" => true,
                    var other => throw Wrong($"invalid value '{other}' in '-save-temps={other}'"),
                };
                break;
            case "-fsyntax-only":
                StopAt(CcStage.CheckSyntax);
                break;
            case "-o":
                Output = found.Value;
                break;
            case "-x":
                _language = found.Value == "none" ? null : found.Value;
                break;
            case "-v" or "-###":
                IsVerbose = true;
                IsDry |= found.Option.Name == "-###";
                break;
            case "-Xclang":
                Front.AddRange(found.Words);
                break;
            case "-target" or "--target=":
                break;
            case var debug when debug.StartsWith("-g", StringComparison.Ordinal):
                HasDebugInformation = !debug.EndsWith('0');
                Debug.AddRange(found.Words);
                break;
            default:
                Query = found.Words is [var name, var value] ? $"{name}={value}" : found.Words[0];
                break;
        }
    }

    /// <summary>What is meant for the assembler reaches assembler files; of a C file it must say nothing.</summary>
    private void CheckAssembler()
    {
        if (Inputs.All(x => x.Kind != CcInputKind.C))
        {
            return;
        }

        foreach (
            string word in Assembler
                .Where(w => w != "-Xassembler")
                .SelectMany(w => w.StartsWith("-Wa,", StringComparison.Ordinal) ? w[4..].Split(',') : [w])
                .Where(w => !HarmlessAssembler.Contains(w))
        )
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT9012",
                    SourceLocation.None,
                    $"{word} is not supported: an option of the assembler, which C files do not meet"
                )
            );
        }
    }

    private static string Next(List<string> words, ref int i) =>
        i + 1 < words.Count ? words[++i] : throw Wrong($"argument to '{words[i]}' is missing");

    private void AddInput(string path)
    {
        CcInputKind kind = _language switch
        {
            "c" or "cpp-output" => CcInputKind.C,
            "assembler" or "assembler-with-cpp" => CcInputKind.Assembler,
            null => System.IO.Path.GetExtension(path) switch
            {
                ".c" or ".i" => CcInputKind.C,
                ".S" or ".s" or ".sx" => CcInputKind.Assembler,
                _ => CcInputKind.LinkerInput,
            },
            _ => throw Wrong($"language not recognized: '{_language}'"),
        };
        if (kind == CcInputKind.LinkerInput && _language == null && path != "-" && !File.Exists(At(path)))
        {
            throw Wrong($"no such file or directory: '{path}'");
        }

        _readsUntyped |= path == "-" && _language == null;
        Inputs.Add(new CcInput(path, kind) { Language = path == "-" ? _language ?? "c" : _language });
        Link.Add(path);
    }
}
