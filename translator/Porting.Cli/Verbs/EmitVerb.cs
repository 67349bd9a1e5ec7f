using System.CommandLine;
using Porting.Build;
using Porting.Clang.Parse;
using Porting.Translator;
using Porting.Translator.Output;

namespace Porting.Cli.Verbs;

/// <summary><c>port emit</c>: C to C#. With <c>--check</c> nothing is written, and what a run would change is
/// named.</summary>
internal static class EmitVerb
{
    public static Command Create()
    {
        Option<string?> project = ProjectOption.Create();
        Option<bool> check = new("--check")
        {
            Description = "Write nothing; name the functions that would change, and exit 1 if there are any.",
        };
        Option<bool> force = new("--force") { Description = "Overwrite generated files that somebody has edited." };
        Command command = new("emit", "Translates the C and writes the generated tree.") { project, check, force };
        command.SetAction(parsed =>
        {
            Workspace workspace = Workspace.Load(parsed.GetValue(project));
            return parsed.GetValue(check) ? Check(workspace) : Emit(workspace, parsed.GetValue(force));
        });
        return command;
    }

    private static int Emit(Workspace workspace, bool isForced)
    {
        IReadOnlyList<CompileCommand> commands = workspace.Commands();
        EmitStamp stamp = new(workspace);
        if (stamp.IsCurrent())
        {
            Console.WriteLine("emit: nothing has changed");
            return ExitCodes.Done;
        }

        if (OneUnitEmit.Run(workspace, stamp, commands) is { } one)
        {
            Report(one.Program.Coverage, one.Changes, one.Program.FileCount, ", one unit looked at");
            return ExitCodes.Done;
        }

        using OutputTree tree = workspace.GeneratedTree(isForced: isForced);
        TranslatorOutput output = workspace.Translate(commands, tree);
        IReadOnlyList<TreeDifference> changes = tree.Commit();
        workspace.Facts.Sweep();
        stamp.Write();
        workspace.KeepIndex(stamp.Mark);
        Reporter.Print(output.Diagnostics);
        WarnOfStale(workspace, output);
        Report(output.Coverage, changes, output.FileCount);
        return ExitCodes.Done;
    }

    private static void Report(Coverage coverage, IReadOnlyList<TreeDifference> changes, int files, string more = "")
    {
        int generated = coverage.Files.Sum(f => f.Generated);
        int replaced = coverage.Files.Sum(f => f.Replaced);
        int dropped = coverage.Files.Sum(f => f.Dropped);
        int changed = changes.Count(c => IsSource(c.Path));
        Console.WriteLine(
            $"emit: {coverage.Total} C functions: {generated} generated, {replaced} replaced, {dropped} dropped; {changed} of {files} files changed{more}"
        );
    }

    private static int Check(Workspace workspace)
    {
        using OutputTree tree = workspace.GeneratedTree(isDry: true);
        TranslatorOutput output = workspace.Translate(workspace.Commands(), tree);
        IReadOnlyList<TreeDifference> differences = tree.Differences();
        foreach (TreeDifference difference in differences.Where(d => IsSource(d.Path)))
        {
            IReadOnlyList<string> members = GeneratedMembers.Changed(
                difference.Path,
                difference.OnDisk,
                difference.Fresh
            );
            string what =
                difference.Change == TreeChange.Changed ? "differs"
                : difference.Change == TreeChange.Added ? "is missing"
                : "is not of this port";
            Console.WriteLine(
                $"{workspace.Project.Generated}/{difference.Path} {what}{(members.Count == 0 ? "" : ": " + string.Join(", ", members))}"
            );
        }

        if (differences.Count > 0)
        {
            Console.Error.WriteLine(
                $"port: error PORT4030: {differences.Count} generated file(s) are not what the C gives now; run 'port emit'"
            );
            return ExitCodes.Found;
        }

        Console.WriteLine($"emit --check: {output.FileCount} files are what the C gives");
        return ExitCodes.Done;
    }

    /// <summary>Maps and the lock file change along with the others; they are no news.</summary>
    private static bool IsSource(string path) => !path.EndsWith(".json", StringComparison.Ordinal);

    private static void WarnOfStale(Workspace workspace, TranslatorOutput output)
    {
        foreach (StaleReplacement stale in output.Stale)
        {
            Console.Error.WriteLine(
                PortDiagnostic.Warning(
                    "PORT8001",
                    stale.Replacement.Place,
                    $"'{stale.Replacement.Name}' stands in for C of {workspace.Project.Original}/{stale.Replacement.CFile} that has changed since; 'port status' shows the difference"
                )
            );
        }
    }
}
