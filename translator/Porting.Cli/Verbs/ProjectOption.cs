using System.CommandLine;

namespace Porting.Cli.Verbs;

/// <summary>What every verb takes.</summary>
internal static class ProjectOption
{
    public static Option<string?> Create() =>
        new("--project", "-p")
        {
            Description = "The port.json to work on; by default the one in this folder or above.",
            HelpName = "FILE",
        };
}
