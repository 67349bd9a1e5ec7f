using System.CommandLine;
using Porting.Clang.Parse;
using Porting.Cli.Init;
using Porting.Translator.Output;
using Porting.Translator.Output.Files;

namespace Porting.Cli.Verbs;

/// <summary><c>port init -- make ...</c>, <c>port init --compile-commands FILE</c>: a new port in this folder.</summary>
internal static class InitVerb
{
    /// <summary>The build to record, behind <c>--</c>, which this tool's options must not see.</summary>
    public static IReadOnlyList<string> BuildCommand { get; set; } = [];

    public static Command Create()
    {
        Option<string?> database = new("--compile-commands")
        {
            Description = "The C's compile_commands.json, instead of a build that is recorded.",
            HelpName = "FILE",
        };
        Option<string?> original = new("--original")
        {
            Description = "Root of the C; by default the folder that has all of its units.",
            HelpName = "DIR",
        };
        Option<string?> name = new("--name") { Description = "Name of the port; by default that of the C's folder." };
        Option<string?> script = new("--linker-script")
        {
            Description = "Linker script of the image; by default the build's, or one for 1 MiB by multiboot.",
            HelpName = "FILE",
        };
        Option<string?> image = new("--image")
        {
            Description = "The kernel among what the build links; by default what has the most units.",
            HelpName = "FILE",
        };
        Option<bool> again = new("--again")
        {
            Description = "Record the build of the port that is here, and write its compilation database alone.",
        };
        Command command = new(
            "init",
            "Makes a port in this folder: 'port init -- make -C ../kernel' runs the build and records it."
        )
        {
            database,
            original,
            name,
            script,
            image,
            again,
        };
        command.SetAction(parsed =>
            Run(
                new NewPortOptions(
                    Paths.Real(Directory.GetCurrentDirectory()),
                    parsed.GetValue(name) ?? "",
                    Existing(parsed.GetValue(original), "folder"),
                    Existing(parsed.GetValue(script), "linker script"),
                    Existing(parsed.GetValue(database), "compilation database")
                ),
                parsed.GetValue(image) ?? "",
                parsed.GetValue(again)
            )
        );
        return command;
    }

    private static int Run(NewPortOptions options, string image, bool isAgain)
    {
        bool isRecorded = BuildCommand.Count > 0;
        if (isRecorded == options.Database.Length > 0)
        {
            throw Usage(
                isRecorded
                    ? "--compile-commands and a build behind '--' are two ways to say how the C is compiled: give one"
                    : "how is the C compiled? 'port init -- make -C ../kernel' records a build, --compile-commands takes its database"
            );
        }

        if (isAgain && !isRecorded)
        {
            throw Usage("--again records a build: 'port init --again -- make -B -C ../kernel'");
        }

        if (!isAgain && File.Exists(Path.Combine(options.Folder, PortProject.FileName)))
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT9040",
                    new SourceLocation(PortProject.FileName, 0, 0),
                    "is there already; 'port init' makes new ports only (--again records the build of this one)"
                )
            );
        }

        return isRecorded ? Record(options, image, isAgain) : TakeDatabase(options);
    }

    private static int TakeDatabase(NewPortOptions options)
    {
        IReadOnlyList<CompileCommand> commands = CompileCommands.Load(options.Database);
        if (commands.Count == 0)
        {
            throw new PortException(
                PortDiagnostic.Error("PORT1012", new SourceLocation(options.Database, 0, 0), "has no unit")
            );
        }

        NewPort port = new(options);
        port.Write(commands, null, []);
        return Report(port, commands, "");
    }

    private static int Record(NewPortOptions options, string image, bool isAgain)
    {
        PortProject? project = isAgain ? PortProject.Load(options.Folder) : null;
        RecordedBuild build = new(BuildRecorder.Run(BuildCommand));
        ImageLink link = build.Image(image);
        string[] others =
        [
            .. build
                .Units.Select(u => u.AbsoluteFile)
                .Except(link.Units.Select(u => u.AbsoluteFile))
                .Select(f => Path.GetRelativePath(options.Folder, f)),
        ];
        string left = others.Length > 0 ? $"; left out, of other programs: {string.Join(", ", others)}" : "";
        NewPort port = new(options);
        if (project != null)
        {
            port.WriteDatabase(project, link.Units);
            Console.WriteLine($"init: {project.CompileCommands} has {link.Units.Count} units now{left}");
            return ExitCodes.Done;
        }

        string[] command =
        [
            .. BuildCommand.Select(w => w is "-B" or "--always-make" ? "" : w).Where(w => w.Length > 0),
        ];
        port.Write(link.Units, link, command.Contains("clean") ? [] : command);
        return Report(port, link.Units, $", linked into {Path.GetFileName(link.Output)}{left}");
    }

    private static int Report(NewPort port, IReadOnlyList<CompileCommand> units, string more)
    {
        int assembler = units.Count(u => u.IsAssembler);
        Console.WriteLine(
            $"init: {units.Count - assembler} C and {assembler} assembler units below {port.Original}{more}"
        );
        Console.WriteLine($"init: wrote {string.Join(", ", port.Files)}");
        Console.WriteLine("next: port emit, port build, port boot");
        return ExitCodes.Done;
    }

    private static string Existing(string? path, string what) =>
        path == null ? ""
        : Path.Exists(path) ? Paths.Real(path)
        : throw new PortException(PortDiagnostic.Error("PORT9020", new SourceLocation(path, 0, 0), $"no such {what}"));

    private static PortException Usage(string message) =>
        new(PortDiagnostic.Error("PORT9004", SourceLocation.None, message));
}
