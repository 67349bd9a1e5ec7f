using System.CommandLine;
using System.Diagnostics;
using Porting.Build;
using Porting.Hosted;

namespace Porting.Cli.Verbs;

/// <summary><c>port run a.c b.c --cflags -DX=1 -- ARGS</c>: compiles through C#, runs, and exits as the program
/// does.</summary>
internal static class RunVerb
{
    public static Command Create()
    {
        Argument<string[]> files = new("files") { Description = "C files.", Arity = ArgumentArity.OneOrMore };
        Option<string[]> flags = new("--cflags")
        {
            Description = "Arguments for the C front end and the linker.",
            AllowMultipleArgumentsPerToken = true,
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string?> keep = new("--keep-csharp") { Description = "Folder that keeps the generated C#." };
        Command command = new("run", "Compiles C programs through C# and runs them.") { files, flags, keep };
        command.SetAction(parsed => Run(parsed.GetValue(files)!, parsed.GetValue(flags) ?? [], parsed.GetValue(keep)));
        return command;
    }

    /// <summary>The program's own arguments, which this tool's options must not see.</summary>
    public static IReadOnlyList<string> ProgramArguments { get; set; } = [];

    private static int Run(string[] files, string[] flags, string? keep)
    {
        PortDiagnostic[] missing =
        [
            .. files
                .Where(f => !File.Exists(f))
                .Select(f => PortDiagnostic.Error("PORT9020", new SourceLocation(f, 0, 0), "no such file")),
        ];
        if (missing.Length > 0)
        {
            throw new PortException(missing);
        }

        using WorkFolder work = new();
        string program = work.At("a.out");
        string directory = Directory.GetCurrentDirectory();
        List<string> objects = [];
        foreach (string file in files)
        {
            string made = work.At($"{objects.Count}.o");
            Reporter.Print(HostedCompiler.Compile(new HostedUnit(directory, file, flags) { KeepFolder = keep }, made));
            objects.Add(made);
        }

        ToolResult linked = HostedLinker.Link(
            directory,
            [.. objects, "-o", program, .. flags.Where(f => f.StartsWith("-l", StringComparison.Ordinal)), "-lm"]
        );
        if (linked.ExitStatus != 0)
        {
            throw new PortException(
                PortDiagnostic.Error("PORT6003", SourceLocation.None, $"linking failed: {linked.FirstComplaint}")
            );
        }

        using Process process = new()
        {
            StartInfo = new ProcessStartInfo(program, ProgramArguments) { UseShellExecute = false },
        };
        Children.Start(process, sharesTerminal: true);
        process.WaitForExit();
        return process.ExitCode;
    }
}
