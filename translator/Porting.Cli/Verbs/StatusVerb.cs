using System.CommandLine;
using Porting.Clang.Parse;
using Porting.Cli.Review;
using Porting.Translator;

namespace Porting.Cli.Verbs;

/// <summary><c>port status</c>: how much of the C is translated, replaced and dropped, and which replacements and drops
/// are stale: what of their C has changed, each part with its difference.</summary>
internal static class StatusVerb
{
    public static Command Create()
    {
        Option<string?> project = ProjectOption.Create();
        Command command = new(
            "status",
            "Shows the coverage, and the replacements and drops whose C has another meaning since they were accepted; "
                + "exits 1 if there are any."
        )
        {
            project,
        };
        command.SetAction(parsed => Run(Workspace.Load(parsed.GetValue(project))));
        return command;
    }

    private static int Run(Workspace workspace)
    {
        IReadOnlyList<CompileCommand> commands = workspace.Commands();
        TranslatorOutput output = workspace.Translate(commands);
        ReviewedStandIn[] stale =
        [
            .. StandInReview.Of(workspace, commands, StandIn.Of(output.Handwritten)).Where(s => s.IsStale),
        ];
        foreach (ReviewedStandIn standIn in stale)
        {
            Print(standIn);
        }

        foreach (KeptUnit unit in workspace.Kept.Units)
        {
            PortDiagnostic reason = unit.Reason;
            Console.WriteLine(
                $"in C: {workspace.OriginalName(unit.File)} ({reason.Location.File}:{reason.Location.Line}): {reason.Code} {reason.Message}"
            );
        }

        Coverage coverage = output.Coverage;
        int inC = commands.Count(c => !c.IsAssembler) - workspace.UnitsOf(commands).Count;
        Console.WriteLine(
            $"{coverage.Total} C functions: {coverage.Files.Sum(f => f.Generated)} generated, "
                + $"{coverage.Files.Sum(f => f.Replaced)} replaced, {coverage.Files.Sum(f => f.Dropped)} dropped; "
                + $"{stale.Length} stale{(inC > 0 ? $"; {inC} units in C" : "")}"
        );
        return stale.Length == 0 && workspace.Kept.Units.Count == 0 ? ExitCodes.Done : ExitCodes.Found;
    }

    private static void Print(ReviewedStandIn stale)
    {
        StandIn standIn = stale.StandIn;
        foreach ((string words, string difference) in stale.Reasons)
        {
            Console.WriteLine($"stale: {standIn.Name} ({standIn.Place.File}:{standIn.Place.Line}): {words}");
            Console.Write(difference);
        }
    }
}
