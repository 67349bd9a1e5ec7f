using System.CommandLine;
using Porting;
using Porting.Cli;
using Porting.Cli.Verbs;
using Porting.Hosted;

// The command line: one file per verb under Verbs/. This file only gathers them and turns whatever goes wrong into a
// message and an exit status.
CommandLine.WritePlainly();

// Without what the other verbs need: a compile by a process of its own is mostly its start.
if (args is ["cc", .. var compiler] && compiler is not ["--help" or "-h" or "-?"])
{
    return Guard.Run(() => CcVerb.Run(compiler, new ProcessHost()));
}

RootCommand root = new(
    "Takes a C kernel to C#, function by function: parses the C with clang, emits readable unsafe C#, builds a bare-metal image and boots it."
)
{
    InitVerb.Create(),
    EmitVerb.Create(),
    StatusVerb.Create(),
    AcceptVerb.Create(),
    ReportVerb.Create(),
    BuildVerb.Create(),
    BootVerb.Create(),
    RunVerb.Create(),
    CcVerb.Create(),
    CcServerVerb.Create(),
};

int separator = Array.IndexOf(args, "--");
if (args is ["run" or "init", ..] && separator >= 0)
{
    string[] behind = args[(separator + 1)..];
    RunVerb.ProgramArguments = behind;
    InitVerb.BuildCommand = behind;
    args = args[..separator];
}

ParseResult parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
IReadOnlyList<string> errors =
    parsed.Action is System.CommandLine.Help.HelpAction ? [] : CommandLine.Errors(parsed, args);
if (errors.Count > 0)
{
    foreach (string error in errors)
    {
        Console.Error.WriteLine($"port: error PORT9001: {error}");
    }

    string verb = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
    Console.Error.WriteLine($"Try 'port {verb}--help'.");
    return ExitCodes.Usage;
}

return Guard.Run(() => parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
