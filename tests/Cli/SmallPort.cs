using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>A port of two C files with one replaced function, in a folder of its own.</summary>
internal sealed class SmallPort : IDisposable
{
    public const string MainC =
        "#include \"lib.h\"\n\nint counter;\n\n/* Counts. */\nint count(int by)\n{\n\tcounter += twice(by);\n\treturn counter;\n}\n\nint replaced(int x)\n{\n\treturn x + 1;\n}\n";

    private readonly ScratchFolder _folder = new();

    public string Root { get; }

    /// <param name="folder">Where in a folder of its own the project is; nobody else writes around it then.</param>
    public SmallPort(string folder = "")
    {
        Root = _folder.At(folder);
        Write(
            "port.json",
            """
            {"name":"small","namespace":"Small","original":"c","compileCommands":"compile_commands.json","generated":"generated","handwritten":"hand","linkerScript":"none.ld","artifacts":"artifacts"}
            """
        );
        Write("c/main.c", MainC);
        Write("c/lib.h", "extern int twice(int x);\nextern int counter;\n");
        Write("c/lib.c", "#include \"lib.h\"\nint twice(int x) { return 2 * x; }\n");
        Write(
            "hand/Replaced.cs",
            "namespace Small;\n\ninternal static unsafe partial class main_c\n{\n    [Replaces(\"main.c\", \"replaced\", \"\")]\n    internal static int replaced(int x) => x + 1;\n}\n"
        );
        WriteCommands("main.c", "lib.c");
    }

    public void WriteCommands(params string[] files)
    {
        string directory = Path.Combine(Root, "c");
        Write(
            "compile_commands.json",
            "["
                + string.Join(
                    ",",
                    files.Select(f =>
                        $$"""{"directory":"{{directory}}","file":"{{f}}","arguments":["clang-19","-m32","-ffreestanding","-c","{{f}}"]}"""
                    )
                )
                + "]"
        );
    }

    public void Write(string name, string text) => _folder.Write(Path.Combine(Root, name), text);

    public string Read(string name) => File.ReadAllText(Path.Combine(Root, name));

    /// <summary>Changes the C of main.c.</summary>
    public void Edit(string from, string to)
    {
        Assert.Contains(from, Read("c/main.c"));
        Write("c/main.c", Read("c/main.c").Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Every file of the generated tree with its text; empty when there is no tree.</summary>
    public SortedDictionary<string, string> Generated()
    {
        string folder = Path.Combine(Root, "generated");
        return Directory.Exists(folder)
            ? new SortedDictionary<string, string>(
                Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .ToDictionary(f => f, File.ReadAllText),
                StringComparer.Ordinal
            )
            : [];
    }

    /// <summary>Everything in the port but its artifacts: files with their bytes, links with where they lead.</summary>
    public SortedDictionary<string, string> Everything() =>
        new(
            Directory
                .EnumerateFileSystemEntries(
                    Root,
                    "*",
                    new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }
                )
                .Where(e => !e.StartsWith(Path.Combine(Root, "artifacts"), StringComparison.Ordinal))
                .ToDictionary(
                    e => Path.GetRelativePath(Root, e),
                    e =>
                        new FileInfo(e).LinkTarget is { } target ? "-> " + target
                        : File.Exists(e) ? Convert.ToHexString(File.ReadAllBytes(e))
                        : "folder"
                ),
            StringComparer.Ordinal
        );

    /// <summary>Names at the top, to see that nothing was left behind.</summary>
    public IEnumerable<string> TopLevel() =>
        Directory.EnumerateFileSystemEntries(Root).Select(e => Path.GetFileName(e)).Order(StringComparer.Ordinal);

    /// <summary>An emit that has to succeed; what it says.</summary>
    public string Emit()
    {
        Answer answer = Port("emit");
        Assert.True(answer.ExitStatus == 0, answer.All);
        return answer.Output;
    }

    /// <summary>What is there is what an emit without a cache gives; the one that is tested keeps its own.</summary>
    public void AssertIsClean()
    {
        Write(
            "clean.json",
            Read("port.json")
                .Replace("\"artifacts\":\"artifacts\"", "\"artifacts\":\"clean.artifacts\"", StringComparison.Ordinal)
        );
        Answer answer = Port("emit", "--check", "--project", "clean.json");
        Assert.True(answer.ExitStatus == 0, answer.All);
        Directory.Delete(Path.Combine(Root, "clean.artifacts"), recursive: true);
    }

    public Answer Port(params string[] arguments) => PortTool.Run(Root, arguments);

    public void Dispose() => _folder.Dispose();
}
