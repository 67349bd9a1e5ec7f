using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Porting.Build;
using Porting.Clang.Parse;
using Porting.Translator.Output;
using Porting.Translator.Output.Files;

namespace Porting.Cli.Init;

/// <summary>What a new port is told.</summary>
/// <param name="Folder">Its folder, absolute, without links.</param>
/// <param name="Name">Empty for the name of the C's folder.</param>
/// <param name="Original">Root of the C; empty to find it.</param>
/// <param name="LinkerScript">Empty for the build's, or the tool's.</param>
/// <param name="Database">The user's compilation database; empty when the build was recorded.</param>
internal sealed record NewPortOptions(
    string Folder,
    string Name,
    string Original,
    string LinkerScript,
    string Database
);

/// <summary>
/// The files of a new port: port.json with its schema, a project for editors, a folder for C# by hand, and what was
/// recorded. All of them are new, or none is written: PORT9040 names those that are there. Other errors: PORT9043 when
/// the C's root cannot be told.
/// </summary>
internal sealed class NewPort(NewPortOptions options)
{
    private const string Database = "compile_commands.json";
    private const string Generated = "generated";
    private const string Handwritten = "handwritten";
    private const string Artifacts = "artifacts";
    private const string DefaultScript = "link/kernel.ld";

    private static readonly JsonSerializerOptions Plain = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>Root of the C, as port.json has it.</summary>
    public string Original { get; private set; } = "";

    public IEnumerable<string> Files => _files.Keys;

    /// <param name="link">The image's link, if it was recorded.</param>
    /// <param name="build">The recorded command; empty for none.</param>
    public void Write(IReadOnlyList<CompileCommand> units, ImageLink? link, IReadOnlyList<string> build)
    {
        string root = Root(units);
        Original = Relative(root);
        string name = options.Name.Length > 0 ? options.Name : NameOf(Path.GetFileName(root));
        string space = NamespaceOf(name);
        if (options.Database.Length == 0)
        {
            _files[Database] = DatabaseOf(units);
        }

        _files["port.json"] = Project(name, space, link, build);
        _files["port.schema.json"] = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "port.schema.json"));
        _files[$"{name}.csproj"] = Filled("port.csproj", space);
        _files[$"{Handwritten}/README.md"] = Filled("handwritten.md", space);
        _files[".gitignore"] = $"{Artifacts}/\n";
        Commit();
        KernelLibrary.In(Path.Combine(options.Folder, Artifacts, "runtime"));
    }

    /// <summary>The database alone, of a port that is there.</summary>
    public void WriteDatabase(PortProject project, IReadOnlyList<CompileCommand> units)
    {
        string path = project.At(project.CompileCommands);
        if (!Paths.IsInside(path, project.Folder))
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT9040",
                    new SourceLocation(path, 0, 0),
                    "is not in the port's folder, so its owner makes it again"
                )
            );
        }

        using FileTransaction transaction = new(project.Folder);
        byte[] bytes = Encoding.UTF8.GetBytes(DatabaseOf(units));
        transaction.Write(path, project.Folder, bytes, Disk.Instance.Identify(path));
        transaction.Commit();
    }

    private void Commit()
    {
        PortDiagnostic[] there =
        [
            .. _files
                .Keys.Where(f => Path.Exists(Path.Combine(options.Folder, f)))
                .Select(f =>
                    PortDiagnostic.Error(
                        "PORT9040",
                        new SourceLocation(f, 0, 0),
                        "is there already; 'port init' makes new ports only (--again records the build of this one)"
                    )
                ),
        ];
        if (there.Length > 0)
        {
            throw new PortException(there);
        }

        using FileTransaction transaction = new(options.Folder);
        foreach ((string file, string text) in _files)
        {
            transaction.Write(
                Path.Combine(options.Folder, file),
                options.Folder,
                new UTF8Encoding(false).GetBytes(text),
                null
            );
        }

        transaction.Commit();
    }

    /// <summary>
    /// The nearest folder that has all units, their include folders and the folders in which they are compiled, as far
    /// as such a folder does not have the port in it.
    /// </summary>
    private string Root(IReadOnlyList<CompileCommand> units)
    {
        if (options.Original.Length > 0)
        {
            return Paths.Real(options.Original);
        }

        string root = units.Select(u => Paths.Real(Path.GetDirectoryName(u.AbsoluteFile)!)).Aggregate(Common);
        if (Paths.IsInside(options.Folder, root))
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT9043",
                    SourceLocation.None,
                    $"the C's folder, {root}, has this folder in it: make the port in a folder beside the C, or name the C's root with --original"
                )
            );
        }

        foreach (string folder in units.SelectMany(Folders).Select(Paths.Real).Distinct().Where(Directory.Exists))
        {
            string wider = Common(root, folder);
            bool isTooWide =
                Paths.IsInside(options.Folder, wider) || wider.Count(c => c == '/') < 2 || folder.StartsWith("/usr/");
            root = isTooWide ? root : wider;
        }

        return root;
    }

    private static IEnumerable<string> Folders(CompileCommand unit)
    {
        yield return unit.Directory;
        for (int i = 0; i < unit.Arguments.Count; i++)
        {
            string word = unit.Arguments[i];
            string? folder =
                word is "-I" or "-iquote" && i + 1 < unit.Arguments.Count ? unit.Arguments[i + 1]
                : word.StartsWith("-I", StringComparison.Ordinal) ? word[2..]
                : null;
            if (folder is { Length: > 0 })
            {
                yield return Path.GetFullPath(folder, unit.Directory);
            }
        }
    }

    private static string Common(string a, string b)
    {
        string at = a;
        while (!Paths.IsInside(b, at))
        {
            at = Path.GetDirectoryName(at)!;
        }

        return at;
    }

    private static string NameOf(string folder)
    {
        string name = string.Concat(folder.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return name.Length > 0 ? name.ToLowerInvariant() : "kernel";
    }

    /// <summary><c>tiny-os</c>: TinyOs.</summary>
    private static string NamespaceOf(string name)
    {
        string joined = string.Concat(
            name.Split('-', '_', '.', ' ')
                .Select(p => string.Concat(p.Where(char.IsAsciiLetterOrDigit)))
                .Where(p => p.Length > 0)
                .Select(p => char.ToUpper(p[0], CultureInfo.InvariantCulture) + p[1..])
        );
        return joined.Length == 0 || char.IsAsciiDigit(joined[0]) ? "Kernel" + joined : joined;
    }

    private string Relative(string path) => Path.GetRelativePath(options.Folder, path);

    /// <summary>Folders are relative to the database's, so that it can be moved with the C beside it.</summary>
    private string DatabaseOf(IReadOnlyList<CompileCommand> units) =>
        JsonSerializer.Serialize(
            units.Select(u => new
            {
                directory = Relative(Paths.Real(u.Directory)),
                file = u.File,
                arguments = u.Arguments.Prepend(u.Compiler),
            }),
            Plain
        ) + "\n";

    private string Project(string name, string space, ImageLink? link, IReadOnlyList<string> build)
    {
        StringBuilder text = new();
        void Key(string key, string value, string comment)
        {
            text.Append(CultureInfo.InvariantCulture, $"  // {comment}\n  \"{key}\": {value},\n");
        }

        static string Quoted(string value) => JsonSerializer.Serialize(value, Plain);
        static string Listed(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Quoted))}]";
        text.Append("{\n  \"$schema\": \"port.schema.json\",\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"name\": {Quoted(name)},\n");
        Key("namespace", Quoted(space), "Root namespace of the generated C#.");
        Key("original", Quoted(Original), "Root of the C. Nothing is ever written there by the tool.");
        Key(
            "compileCommands",
            Quoted(options.Database.Length > 0 ? Relative(options.Database) : Database),
            options.Database.Length > 0
                ? "How the C is compiled."
                : "How the C is compiled, as recorded; 'port init --again -- COMMAND' records it anew."
        );
        Key("generated", Quoted(Generated), "C# that 'port emit' writes. Never edited; commit it.");
        Key("handwritten", Quoted(Handwritten), "C# and assembler by hand.");
        Key("artifacts", Quoted(Artifacts), "What can be made again.");
        if (Script(link) is { Length: > 0 } script)
        {
            Key("linkerScript", Quoted(script), "How the image is laid out.");
        }

        if (link is { Arguments.Count: > 0 })
        {
            Key("linkDirectory", Quoted(Relative(link.Directory)), "The linker runs here, as in the C's build.");
            Key("linkArguments", Listed(link.Arguments), "What the C's build links beside its units.");
        }

        if (link != null && build.Count > 0)
        {
            Key("reference", Listed(build), "Builds the C kernel, to compare with.");
            Key("referenceImage", Quoted(Relative(link.Output)), "That kernel.");
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>The user's own; the build's; none where the build has addresses only; else the tool's, written
    /// beside.</summary>
    private string Script(ImageLink? link)
    {
        if (options.LinkerScript.Length > 0)
        {
            return Relative(options.LinkerScript);
        }

        if (link is { Script.Length: > 0 })
        {
            return Relative(link.Script);
        }

        if (link != null && link.Arguments.Any(a => a.StartsWith("-T", StringComparison.Ordinal)))
        {
            return "";
        }

        _files[DefaultScript] = KernelLibrary.InitText("kernel.ld");
        return DefaultScript;
    }

    private static string Filled(string resource, string space) =>
        KernelLibrary
            .InitText(resource)
            .Replace("@namespace@", space, StringComparison.Ordinal)
            .Replace("@generated@", Generated, StringComparison.Ordinal)
            .Replace("@handwritten@", Handwritten, StringComparison.Ordinal)
            .Replace("@artifacts@", Artifacts, StringComparison.Ordinal);
}
