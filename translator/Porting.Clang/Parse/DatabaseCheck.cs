namespace Porting.Clang.Parse;

/// <summary>
/// Looks at a compilation database before anything is parsed: one that cannot be meant would give a program without
/// functions, or the C of another checkout. Errors: PORT1003 a unit's file is not there, PORT1012 no unit, PORT1013
/// another checkout's, PORT1014 a unit outside of the sources, PORT1015 older than the build files, PORT1017 a name with a line break or the like, PORT1016 (a
/// warning) a file compiled in two ways.
/// </summary>
/// <param name="database">The database's path.</param>
/// <param name="root">Folder of the C sources, without links.</param>
/// <param name="display">Writes a path as messages have it.</param>
public sealed class DatabaseCheck(string database, string root, Func<string, string> display)
{
    private const string Again = "make it again";

    /// <summary>Files that say how the C is compiled, by the builds that write databases.</summary>
    private static readonly string[] BuildFiles =
    [
        "Makefile",
        "makefile",
        "GNUmakefile",
        "Kbuild",
        "*.mk",
        "CMakeLists.txt",
        "*.cmake",
        "configure.ac",
        "meson.build",
        "SConstruct",
    ];

    private readonly SourceLocation _place = new(display(database), 0, 0);

    /// <summary>The commands, each file once: of a file that is compiled in two ways the last one counts.</summary>
    /// <param name="isUsers">The user makes the database, no command of the project has just done so.</param>
    public IReadOnlyList<CompileCommand> Checked(
        IReadOnlyList<CompileCommand> commands,
        bool isUsers,
        List<PortDiagnostic> warnings
    )
    {
        CompileCommand[] units = [.. commands.Where(c => !c.IsAssembler)];
        if (units.Length == 0)
        {
            throw Error("PORT1012", $"has no C unit{(commands.Count == 0 ? "" : ", only assembler")}; {Again}");
        }

        CheckCheckout(units);
        PortDiagnostic[] wrong =
        [
            .. commands.Where(c => !File.Exists(c.AbsoluteFile)).Select(Missing),
            .. units.Where(u => File.Exists(u.AbsoluteFile) && !IsInside(u.AbsoluteFile)).Select(Outside),
            .. commands.Where(c => c.AbsoluteFile.Any(char.IsControl)).Select(Unspeakable),
        ];
        if (wrong.Length > 0)
        {
            throw new PortException(wrong);
        }

        if (isUsers)
        {
            CheckAge();
        }

        return Once(commands, warnings);
    }

    private void CheckCheckout(CompileCommand[] units)
    {
        string first = units[0].AbsoluteFile;
        if (!units.Any(u => File.Exists(u.AbsoluteFile)))
        {
            throw Error(
                "PORT1013",
                $"none of its {units.Length} C units exists, the first is {first}: it is of another checkout; {Again}"
            );
        }

        if (!units.Any(u => IsInside(u.AbsoluteFile)))
        {
            throw Error(
                "PORT1013",
                $"all of its {units.Length} C units lie outside of {root}, the first is {first}: it is of another checkout, or 'original' names the wrong folder; {Again}"
            );
        }
    }

    private PortDiagnostic Missing(CompileCommand command) =>
        PortDiagnostic.Error(
            "PORT1003",
            new SourceLocation(display(command.AbsoluteFile), 0, 0),
            Directory.Exists(command.Directory)
                ? $"file not found, but {_place.File} has it: it was removed or renamed since; {Again}"
                : $"file not found: the folder {command.Directory} of {_place.File} does not exist; {Again}"
        );

    private PortDiagnostic Outside(CompileCommand command) =>
        PortDiagnostic.Error(
            "PORT1014",
            new SourceLocation(display(command.AbsoluteFile), 0, 0),
            $"{_place.File} has this unit, which lies outside of {root}: only what is below is translated"
        );

    private PortDiagnostic Unspeakable(CompileCommand command) =>
        PortDiagnostic.Error(
            "PORT1017",
            _place,
            $"has a file with a control character in its name ({string.Concat(command.AbsoluteFile.Select(c => char.IsControl(c) ? '?' : c))}), which no message and no list could tell; rename it"
        );

    /// <summary>The other files' hashes are known when they are read; a database tells nothing of what it was made
    /// from but its time.</summary>
    private void CheckAge()
    {
        DateTime made = File.GetLastWriteTimeUtc(database);
        string? younger = BuildFiles
            .SelectMany(p => Directory.EnumerateFiles(root, p, SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault(f => File.GetLastWriteTimeUtc(f) > made);
        if (younger != null)
        {
            throw Error("PORT1015", $"is older than {display(younger)}; {Again}, or 'touch' it if nothing has changed");
        }
    }

    private List<CompileCommand> Once(IReadOnlyList<CompileCommand> commands, List<PortDiagnostic> warnings)
    {
        List<CompileCommand> once = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (CompileCommand command in commands.Reverse())
        {
            if (seen.Add(command.AbsoluteFile))
            {
                once.Add(command);
                if (commands.Any(c => c.AbsoluteFile == command.AbsoluteFile && !IsSame(c, command)))
                {
                    warnings.Add(
                        PortDiagnostic.Warning(
                            "PORT1016",
                            new SourceLocation(display(command.AbsoluteFile), 0, 0),
                            $"{_place.File} has it compiled in two ways; the last one is taken"
                        )
                    );
                }
            }
        }

        once.Reverse();
        return once;
    }

    private static bool IsSame(CompileCommand a, CompileCommand b) =>
        a.Directory == b.Directory && a.Arguments.SequenceEqual(b.Arguments);

    private bool IsInside(string file) => file.StartsWith(root + "/", StringComparison.Ordinal);

    private PortException Error(string code, string message) => new(PortDiagnostic.Error(code, _place, message));
}
