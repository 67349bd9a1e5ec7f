using System.Text.RegularExpressions;
using Porting.Clang.Options;
using Porting.Clang.Parse;

namespace Porting.Cli.Init;

/// <summary>What a build does with files: each output by absolute path, with what it is made of.</summary>
/// <param name="Inputs">The words of the command that may be files, and its options, in order.</param>
/// <param name="IsArchive">Made by ar.</param>
/// <param name="IsPartial">Made by ld -r.</param>
/// <param name="IsByCompiler">The words are a compiler's, not ld's.</param>
internal sealed record LinkCall(
    string Output,
    string Directory,
    IReadOnlyList<string> Inputs,
    bool IsArchive,
    bool IsPartial,
    bool IsByCompiler
);

/// <summary>The image's link, as a project has it.</summary>
/// <param name="Output">The image of the C build.</param>
/// <param name="Script">Absolute; empty when the build names none.</param>
/// <param name="Arguments">Without script, output and the objects of the units.</param>
internal sealed record ImageLink(
    string Output,
    string Script,
    string Directory,
    IReadOnlyList<string> Arguments,
    IReadOnlyList<CompileCommand> Units
);

/// <summary>
/// Makes sense of the calls of a build: units by their objects, and the link of the image: of the links that are no part
/// of others, the one with the most units. Errors: PORT9041 when there is none, or an object of it was not built in this
/// run though its source is there.
/// </summary>
internal sealed partial class RecordedBuild
{
    private static readonly string[] Sources = [".c", ".S", ".s"];
    private readonly Dictionary<string, CompileCommand> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkCall> _links = new(StringComparer.Ordinal);

    public RecordedBuild(IEnumerable<RecordedCall> calls)
    {
        foreach (RecordedCall call in calls)
        {
            switch (Kind().Match(call.Program).Groups["kind"].Value)
            {
                case "ld":
                    AddLink(call);
                    break;
                case "ar":
                    AddArchive(call);
                    break;
                default:
                    AddCompilation(call);
                    break;
            }
        }
    }

    /// <summary>All units whose files are still there; a configure script's are not.</summary>
    public IReadOnlyList<CompileCommand> Units => [.. _units.Values.Where(u => File.Exists(u.AbsoluteFile))];

    /// <param name="image">Path, or name, of the image that is meant; empty for the one with the most units.</param>
    public ImageLink Image(string image)
    {
        LinkCall[] whole = [.. _links.Values.Where(l => !l.IsArchive && !l.IsPartial)];
        LinkCall[] wanted =
            image.Length == 0
                ? whole
                : [.. whole.Where(l => l.Output == Path.GetFullPath(image) || Path.GetFileName(l.Output) == image)];
        ImageLink[] images = [.. wanted.Select(Expanded).Where(l => l.Units.Count > 0)];
        if (images.Length == 0)
        {
            string there = string.Join(", ", whole.Select(l => Path.GetFileName(l.Output)));
            throw BuildRecorder.Failed(
                image.Length > 0 ? $"the build did not link '{image}'{(there.Length > 0 ? $", but {there}" : "")}"
                : Units.Count == 0 ? "the build compiled no C and no assembler file that is still there"
                : "the build linked nothing by ld, gcc or clang; 'port init --compile-commands' takes a database without a link"
            );
        }

        ImageLink chosen = images.MaxBy(i => i.Units.Count)!;
        CheckIsComplete(chosen);
        return chosen;
    }

    private void AddCompilation(RecordedCall call)
    {
        HashSet<string> flags = new(StringComparer.Ordinal);
        List<string> files = [];
        string output = "";
        Walk(
            call.Arguments,
            (option, words) =>
            {
                flags.Add(option);
                output =
                    option == "-o"
                        ? words.Count > 1
                            ? words[1]
                            : words[0][2..]
                        : output;
            },
            files.Add
        );
        if (flags.Overlaps(["-E", "-S", "-M", "-MM", "-fsyntax-only"]) || files.Count == 0)
        {
            return;
        }

        bool isObject = flags.Contains("-c");
        foreach (string file in files.Where(f => Sources.Contains(Path.GetExtension(f))))
        {
            string made =
                isObject && output.Length > 0 ? output
                : isObject ? Path.ChangeExtension(Path.GetFileName(file), ".o")
                : file;
            string[] others = [.. files.Where(f => f != file)];
            _units[Path.GetFullPath(made, call.Directory)] = new CompileCommand(
                call.Directory,
                file,
                [.. call.Arguments.Where(a => !others.Contains(a)), .. isObject ? (string[])[] : ["-c"]]
            )
            {
                Compiler = call.Program,
            };
        }

        if (!isObject)
        {
            Add(call, output.Length > 0 ? output : "a.out", call.Arguments, isByCompiler: true);
        }
    }

    private void AddLink(RecordedCall call)
    {
        string output = "a.out";
        for (int i = 0; i < call.Arguments.Count; i++)
        {
            output =
                call.Arguments[i] == "-o" && i + 1 < call.Arguments.Count ? call.Arguments[i + 1]
                : call.Arguments[i].StartsWith("--output=", StringComparison.Ordinal) ? call.Arguments[i][9..]
                : output;
        }

        bool isPartial = call.Arguments.Any(a => a is "-r" or "-i" or "--relocatable");
        Add(call, output, call.Arguments, isPartial: isPartial);
    }

    /// <summary><c>ar rcs archive members</c>.</summary>
    private void AddArchive(RecordedCall call)
    {
        if (
            call.Arguments.ToArray() is [var operation, var archive, .. var members]
            && operation.AsSpan().IndexOfAny('r', 'q') >= 0
        )
        {
            Add(call, archive, members, isArchive: true);
        }
    }

    private void Add(
        RecordedCall call,
        string output,
        IReadOnlyList<string> inputs,
        bool isArchive = false,
        bool isPartial = false,
        bool isByCompiler = false
    )
    {
        string path = Path.GetFullPath(output, call.Directory);
        // An archive may be filled by several calls.
        IReadOnlyList<string> before = isArchive && _links.TryGetValue(path, out LinkCall? old) ? old.Inputs : [];
        _links[path] = new LinkCall(path, call.Directory, [.. before, .. inputs], isArchive, isPartial, isByCompiler);
    }

    private ImageLink Expanded(LinkCall link)
    {
        List<CompileCommand> units = [];
        LinkWords words = new(link.Directory);
        if (link.IsByCompiler)
        {
            Walk(link.Inputs, words.AddOfCompiler, file => Expand(file, link.Directory, units, words));
        }
        else
        {
            words.AddOfLinker(link.Inputs, file => Expand(file, link.Directory, units, words));
        }

        return new ImageLink(link.Output, words.Script, link.Directory, words.Arguments, [.. units.Distinct()]);
    }

    private void Expand(string file, string directory, List<CompileCommand> units, LinkWords words)
    {
        string path = Path.GetFullPath(file, directory);
        if (_units.TryGetValue(path, out CompileCommand? unit))
        {
            units.Add(unit);
        }
        else if (
            _links.TryGetValue(path, out LinkCall? inner)
            && (inner.IsArchive || inner.IsPartial)
            && IsOfUnits(path)
        )
        {
            foreach (string input in FilesOf(inner))
            {
                Expand(input, inner.Directory, units, words);
            }
        }
        else
        {
            words.AddFile(file, directory);
        }
    }

    /// <summary>An archive or a partial link that units went into. One of other things is taken as it is.</summary>
    private bool IsOfUnits(string path) =>
        _units.ContainsKey(path)
        || (
            _links.TryGetValue(path, out LinkCall? link)
            && FilesOf(link).Any(i => IsOfUnits(Path.GetFullPath(i, link.Directory)))
        );

    /// <summary>The members of an archive, the objects of a partial link.</summary>
    private static List<string> FilesOf(LinkCall link)
    {
        List<string> files = [];
        if (link.IsArchive)
        {
            files.AddRange(link.Inputs);
        }
        else if (link.IsByCompiler)
        {
            Walk(link.Inputs, (_, _) => { }, files.Add);
        }
        else
        {
            new LinkWords(link.Directory).AddOfLinker(link.Inputs, files.Add);
        }

        return files;
    }

    /// <summary>An object that was there before would stay C for ever, without a word.</summary>
    private static void CheckIsComplete(ImageLink image)
    {
        foreach (string file in image.Arguments.Where(a => a.EndsWith(".o", StringComparison.Ordinal)))
        {
            string path = Path.GetFullPath(file, image.Directory);
            if (Sources.Select(s => Path.ChangeExtension(path, s)).FirstOrDefault(File.Exists) is { } source)
            {
                throw BuildRecorder.Failed(
                    $"the image has {file}, but {Path.GetFileName(source)} was not compiled in this run: give a command that builds from nothing (make -B)"
                );
            }
        }
    }

    /// <summary>A compiler's words: options with their values, and files.</summary>
    private static void Walk(
        IReadOnlyList<string> words,
        Action<string, IReadOnlyList<string>> onOption,
        Action<string> onFile
    )
    {
        for (int i = 0; i < words.Count; )
        {
            FoundOption? found = words[i].StartsWith('-') && words[i].Length > 1 ? Find(words, i) : null;
            if (found == null && !words[i].StartsWith('-'))
            {
                onFile(words[i]);
            }
            else
            {
                onOption(found?.Option.Name ?? words[i], found?.Words ?? [words[i]]);
            }

            i += found?.Words.Count ?? 1;
        }
    }

    private static FoundOption? Find(IReadOnlyList<string> words, int at)
    {
        try
        {
            return OptionTable.Clang.Find(words, at);
        }
        catch (PortException)
        {
            return null; // an option without its value, which the build's compiler has taken
        }
    }

    [GeneratedRegex(@"(^|-)(?<kind>ld|ar)(\.\w+)?(-[\d.]+)?$")]
    private static partial Regex Kind();
}
