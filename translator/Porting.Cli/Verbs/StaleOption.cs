using System.CommandLine;

namespace Porting.Cli.Verbs;

/// <summary>What verbs do about stale replacements and drops.</summary>
internal enum StalePolicy
{
    Error,
    Warn,
}

/// <summary><c>--stale=error|warn</c>.</summary>
internal static class StaleOption
{
    public static Option<StalePolicy?> Create()
    {
        Option<StalePolicy?> option = new("--stale")
        {
            Description =
                "What stale replacements and drops are: an error, or, while one is at work on them, a warning.",
            HelpName = "error|warn",
            CustomParser = result =>
            {
                switch (result.Tokens is [var only] ? only.Value : "")
                {
                    case "error":
                        return StalePolicy.Error;
                    case "warn":
                        return StalePolicy.Warn;
                    default:
                        result.AddError("--stale is 'error' or 'warn'");
                        return null;
                }
            },
        };
        return option;
    }

    /// <summary>Prints the stale ones as what they are by the policy; the exit status that they make.</summary>
    public static int Print(IReadOnlyList<PortDiagnostic> stale, StalePolicy policy)
    {
        Reporter.Print(
            stale.Select(d =>
                d with
                {
                    Severity = policy == StalePolicy.Error ? PortSeverity.Error : PortSeverity.Warning,
                }
            )
        );
        return stale.Count > 0 && policy == StalePolicy.Error ? ExitCodes.Found : ExitCodes.Done;
    }
}
