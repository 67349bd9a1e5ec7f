using System.CommandLine;
using System.CommandLine.Parsing;
using Porting;
using Porting.Cli;
using Porting.Cli.Verbs;

// The command line: one file per verb under Verbs/. This file only gathers them and turns whatever goes wrong into a
// message and an exit status.
RootCommand root = new(
    "Takes a C kernel to C#, function by function: parses the C with clang, emits readable unsafe C#, builds a bare-metal image and boots it."
)
{
    EmitVerb.Create(),
    StatusVerb.Create(),
    AcceptVerb.Create(),
    ReportVerb.Create(),
    BuildVerb.Create(),
    BootVerb.Create(),
    RunVerb.Create(),
    CcVerb.Create(),
};

if (args is ["cc", .. var compiler] && compiler is not ["--help" or "-h" or "-?"])
{
    return Guard.Run(() => CcVerb.Run(compiler));
}

int separator = Array.IndexOf(args, "--");
if (args is ["run", ..] && separator >= 0)
{
    RunVerb.ProgramArguments = args[(separator + 1)..];
    args = args[..separator];
}

ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (ParseError error in parsed.Errors)
    {
        Console.Error.WriteLine($"port: error PORT9001: {error.Message}");
    }

    Console.Error.WriteLine("Try 'port --help'.");
    return ExitCodes.Usage;
}

return Guard.Run(() => parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
