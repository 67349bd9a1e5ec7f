using System.CommandLine;
using Porting.Review;
using Porting.Translator;
using Porting.Translator.Handwritten;

namespace Porting.Cli.Verbs;

/// <summary><c>port status</c>: how much of the C is translated, replaced and dropped, and which replacements are
/// stale, with the difference of the C.</summary>
internal static class StatusVerb
{
    public static Command Create()
    {
        Option<string?> project = ProjectOption.Create();
        Command command = new(
            "status",
            "Shows the coverage, and the replacements whose C has changed since they were accepted; exits 1 if there are any."
        )
        {
            project,
        };
        command.SetAction(parsed => Run(Workspace.Load(parsed.GetValue(project))));
        return command;
    }

    private static int Run(Workspace workspace)
    {
        TranslatorOutput output = workspace.Translate(workspace.Commands());
        CFunctions functions = new(workspace);
        foreach (StaleReplacement stale in output.Stale)
        {
            Print(stale, functions);
        }

        Coverage coverage = output.Coverage;
        Console.WriteLine(
            $"{coverage.Total} C functions: {coverage.Files.Sum(f => f.Generated)} generated, {coverage.Files.Sum(f => f.Replaced)} replaced, {coverage.Files.Sum(f => f.Dropped)} dropped; {output.Stale.Count} stale"
        );
        return output.Stale.Count == 0 ? ExitCodes.Done : ExitCodes.Found;
    }

    private static void Print(StaleReplacement stale, CFunctions functions)
    {
        Replacement replacement = stale.Replacement;
        string accepted = functions.AcceptedText(replacement);
        Console.WriteLine($"stale: {replacement.Name} ({replacement.Place.File}:{replacement.Place.Line})");
        if (accepted.Length == 0)
        {
            Console.WriteLine("  its C was never accepted");
            return;
        }

        string difference = UnifiedDiff.Between(
            accepted,
            CFunctions.TextOf(stale.Function),
            $"{replacement.CFile} as accepted",
            $"{replacement.CFile} now"
        );
        Console.WriteLine(
            difference.Length == 0 ? "  the text is the same; a macro or a name in it has another meaning" : difference
        );
    }
}
