namespace Porting.Hosted;

/// <summary>Where the driver stops.</summary>
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
/// end, the linker, the driver. Unknown options are errors, so that none is silently without effect.
/// </summary>
public sealed class CcOptions
{
    private static readonly string[] FrontWithValue =
    [
        "-I",
        "-D",
        "-U",
        "-include",
        "-isystem",
        "-iquote",
        "-idirafter",
        "-imacros",
        "-iprefix",
        "-iwithprefix",
        "-iwithprefixbefore",
        "-isysroot",
        "-Xclang",
        "-Xpreprocessor",
        "-mllvm",
        "--sysroot",
    ];

    /// <summary>For programs that have no part in this (the assembler of C files) or that have no use for
    /// them.</summary>
    private static readonly string[] IgnoredWithValue = ["-Xassembler", "--param", "-aux-info", "-arch", "-A"];
    private static readonly string[] LinkWithValue = ["-l", "-L", "-T", "-Xlinker", "-u", "-z", "-e"];
    private static readonly string[] DependencyWithValue = ["-MF", "-MT", "-MQ"];
    private static readonly string[] LinkFlags =
    [
        "-static",
        "-nostdlib",
        "-nostartfiles",
        "-nodefaultlibs",
        "-shared",
        "-r",
        "-s",
        "-rdynamic",
        "-static-libgcc",
        "-shared-libgcc",
        "-no-pie",
        "-pie",
        "-nolibc",
    ];
    private static readonly string[] Queries =
    [
        "--version",
        "-dumpversion",
        "-dumpmachine",
        "-print-search-dirs",
        "-print-libgcc-file-name",
        "-print-multi-os-directory",
        "-print-prog-name=ld",
        "--help",
        "-print-resource-dir",
    ];

    private const string BackEndOption = "--backend=";

    public CcStage Stage { get; private set; } = CcStage.Link;
    public string? Output { get; private set; }
    public string? KeepFolder { get; private set; }
    public bool HasDebugInformation { get; private set; }
    public bool Optimize { get; private set; } = true;
    public BackEndKind BackEnd { get; private set; } = BackEndSwitch.Default;
    public string? Query { get; private set; }

    /// <summary>-v: the commands are shown. -###: they are shown and not run.</summary>
    public bool IsVerbose { get; private set; }
    public bool IsDry { get; private set; }
    public List<CcInput> Inputs { get; } = [];

    /// <summary>For the C front end.</summary>
    public List<string> Front { get; } = [];

    /// <summary>For the linker, objects among them in their order.</summary>
    public List<string> Link { get; } = [];

    /// <summary>Options that ask for a dependency file.</summary>
    public List<string> Dependencies { get; } = [];

    /// <summary>-M and -MM: dependencies instead of an object.</summary>
    public bool OnlyDependencies { get; private set; }
    private string? _language;

    public static CcOptions Parse(IReadOnlyList<string> arguments)
    {
        CcOptions options = new();
        List<string> words = [.. arguments.SelectMany(Expanded)];
        for (int i = 0; i < words.Count; i++)
        {
            options.Add(words, ref i);
        }

        if (options.Inputs.Count == 0 && options.IsVerbose)
        {
            options.Query ??= "-v";
        }

        if (options.Inputs.Count == 0 && options.Query == null)
        {
            throw Wrong("no input files");
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

    private static PortException Wrong(string message) =>
        new(PortDiagnostic.Error("PORT9001", SourceLocation.None, message));

    /// <summary>@file: words separated by white space, quoted as a shell does.</summary>
    private static IEnumerable<string> Expanded(string word)
    {
        if (!word.StartsWith('@') || !File.Exists(word[1..]))
        {
            return [word];
        }

        return Clang.Parse.CompileCommands.SplitCommand(File.ReadAllText(word[1..])).SelectMany(Expanded);
    }

    private void Add(List<string> words, ref int i)
    {
        string word = words[i];
        if (word == "-" || !word.StartsWith('-'))
        {
            AddInput(word);
            return;
        }

        if (word is "--print-prog-name" or "--print-file-name" && i + 1 < words.Count)
        {
            Query = $"{word}={words[++i]}"; // as configure scripts ask
            return;
        }

        if (AddDriverOption(word, words, ref i) || AddDependencyOption(word, words, ref i))
        {
            return;
        }

        if (TakesValue(IgnoredWithValue, word, words, ref i, []))
        {
            return;
        }

        if (
            TakesValue(LinkWithValue, word, words, ref i, Link) || TakesValue(FrontWithValue, word, words, ref i, Front)
        )
        {
            return;
        }

        if (
            LinkFlags.Contains(word)
            || word.StartsWith("-Wl,", StringComparison.Ordinal)
            || word.StartsWith("-fuse-ld=", StringComparison.Ordinal)
        )
        {
            Link.Add(word);
        }
        else if (word is "-pthread")
        {
            Link.Add(word);
            Front.Add(word);
        }
        else if (
            word is "-pipe" or "-m32" or "-m64" or "-save-temps" or "-Qunused-arguments"
            || word.StartsWith("-Wa,", StringComparison.Ordinal)
            || word.StartsWith("-fplugin", StringComparison.Ordinal)
        )
        {
            if (word == "-m64")
            {
                throw Wrong("-m64: only i386 is supported");
            }
        }
        else if ((word.StartsWith("-mregparm=", StringComparison.Ordinal) && word != "-mregparm=0") || word == "-mrtd")
        {
            throw Wrong($"{word}: another calling convention for all functions is not supported");
        }
        else if (
            word.StartsWith("-std=", StringComparison.Ordinal)
            || word is "-ansi" or "-w" or "-pedantic" or "-pedantic-errors" or "-undef" or "-C" or "-P" or "-trigraphs"
            || word[1] is 'f' or 'W' or 'm' or 'O'
            || word.StartsWith("-nostdinc", StringComparison.Ordinal)
        )
        {
            AddFront(word);
        }
        else
        {
            throw Wrong($"unknown argument: '{word}'");
        }
    }

    private void AddFront(string word)
    {
        Optimize &= word != "-O0";
        // Objects hold absolute addresses; code of a shared library is relocated when it is loaded.
        if (
            BackEnd == BackEndKind.Llvm
            || word is not ("-fPIC" or "-fpic" or "-fPIE" or "-fpie" or "-flto")
                && !word.StartsWith("-march=", StringComparison.Ordinal)
                && !word.StartsWith("-mtune=", StringComparison.Ordinal)
        )
        {
            Front.Add(word);
        }
    }

    private bool AddDriverOption(string word, List<string> words, ref int i)
    {
        switch (word)
        {
            case "-c":
                Stage = CcStage.Compile;
                return true;
            case "-E":
                Stage = CcStage.Preprocess;
                return true;
            case "-S":
                Stage = CcStage.Assemble;
                return true;
            case "-fsyntax-only":
                Stage = CcStage.CheckSyntax;
                return true;
            case "-o":
                Output = Next(words, ref i);
                return true;
            case "-x":
                _language = Next(words, ref i);
                _language = _language == "none" ? null : _language;
                return true;
            case "-v" or "-###":
                IsVerbose = true;
                IsDry |= word == "-###";
                return true;
            case "--keep-csharp":
                KeepFolder = Next(words, ref i);
                return true;
            case "-" + "-target=i386-pc-linux-gnu" or "--target=i686-pc-linux-gnu":
                return true;
        }

        if (word.StartsWith(BackEndOption, StringComparison.Ordinal))
        {
            BackEnd = BackEndSwitch.Parse(word[BackEndOption.Length..]);
        }
        else if (word.StartsWith("-o", StringComparison.Ordinal))
        {
            Output = word[2..];
        }
        else if (word.StartsWith("-x", StringComparison.Ordinal) && word != "-x")
        {
            _language = word == "-xnone" ? null : word[2..];
        }
        else if (word.StartsWith("-g", StringComparison.Ordinal))
        {
            HasDebugInformation = word != "-g0";
        }
        else if (
            Queries.Contains(word)
            || word.StartsWith("-print-", StringComparison.Ordinal)
            || word.StartsWith("--print-", StringComparison.Ordinal)
        )
        {
            Query = word;
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool AddDependencyOption(string word, List<string> words, ref int i)
    {
        if (DependencyWithValue.Contains(word))
        {
            Dependencies.AddRange([word, Next(words, ref i)]);
        }
        else if (word.StartsWith("-Wp,-M", StringComparison.Ordinal) && word[4..].Split(',') is [var kind, var file])
        {
            // As builds of Linux ask for it: -Wp,-MMD,FILE.
            Dependencies.AddRange([kind, "-MF", file]);
        }
        else if (word is "-M" or "-MM")
        {
            OnlyDependencies = true;
            Dependencies.Add(word);
        }
        else if (word is "-MD" or "-MMD" or "-MP" or "-MG")
        {
            Dependencies.Add(word);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool TakesValue(string[] names, string word, List<string> words, ref int i, List<string> to)
    {
        if (names.Contains(word))
        {
            to.Add(word);
            to.Add(Next(words, ref i));
            return true;
        }

        if (names.Any(n => n.Length == 2 && word.StartsWith(n, StringComparison.Ordinal)))
        {
            to.Add(word);
            return true;
        }

        return false;
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
        if (
            kind == CcInputKind.LinkerInput
            && _language == null
            && path != "-"
            && !File.Exists(System.IO.Path.GetFullPath(path))
        )
        {
            throw Wrong($"no such file or directory: '{path}'");
        }

        if (path == "-" && _language == null && Stage != CcStage.Preprocess)
        {
            throw Wrong("-E or -x required when input is from standard input");
        }

        Inputs.Add(new CcInput(path, kind) { Language = path == "-" ? _language ?? "c" : _language });
        Link.Add(path);
    }
}
