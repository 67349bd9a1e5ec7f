using System.CommandLine;
using Porting.Build;
using Porting.Clang.Parse;
using Porting.Cli.Review;
using Porting.Translator;
using Porting.Translator.Handwritten;
using Porting.Translator.Output;
using Porting.Translator.Passes;

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
        Option<StalePolicy?> stale = StaleOption.Create();
        stale.Description += " By default an error with --check, else a warning.";
        Option<bool> force = new("--force") { Description = "Overwrite generated files that somebody has edited." };
        Option<bool> strict = new("--strict")
        {
            Description = "Write nothing when a unit cannot be translated, instead of leaving that unit in C.",
        };
        Option<PassDump?> dump = DumpOption.Create();
        Command command = new("emit", "Translates the C and writes the generated tree.")
        {
            project,
            check,
            force,
            strict,
            stale,
            dump,
        };
        command.SetAction(parsed =>
        {
            Workspace workspace = Workspace.Load(parsed.GetValue(project), parsed.GetValue(strict));
            workspace.Dump = parsed.GetValue(dump);
            return workspace.Dump != null ? Dump(workspace, workspace.Dump)
                : parsed.GetValue(check) ? Check(workspace, parsed.GetValue(stale) ?? StalePolicy.Error)
                : Emit(workspace, parsed.GetValue(force), parsed.GetValue(stale) ?? StalePolicy.Warn);
        });
        return command;
    }

    private static int Emit(Workspace workspace, bool isForced, StalePolicy policy)
    {
        IReadOnlyList<CompileCommand> commands = workspace.Commands();
        EmitStamp stamp = new(workspace);
        HandwrittenSources? handwritten = null;
        if (stamp.IsCurrent() && !(workspace.IsStrict && workspace.Kept.Units.Count > 0))
        {
            Console.WriteLine("emit: nothing has changed");
        }
        else if (OneUnitEmit.Run(workspace, stamp, commands) is { } one)
        {
            Report(one.Program.Coverage, one.Changes, one.Program.FileCount, ", one unit looked at");
        }
        else
        {
            handwritten = EmitAll(workspace, commands, stamp, isForced);
        }

        int status = StaleOption.Print(StaleVerdict.Of(workspace, commands, stamp, handwritten), policy);
        return PrintKept(workspace, status);
    }

    /// <summary>Units that could not be translated are errors, though the rest is written.</summary>
    private static int PrintKept(Workspace workspace, int status)
    {
        if (workspace.Kept.Units.Count == 0)
        {
            return status;
        }

        Reporter.Print(workspace.Kept.Diagnostics);
        string files = string.Join(", ", workspace.Kept.Units.Select(u => workspace.OriginalName(u.File)));
        Console.WriteLine(
            $"emit: stays C for what stands above: {files}; the rest is written ('keptInC' in {PortProject.FileName} accepts that, --strict refuses it)"
        );
        return ExitCodes.Found;
    }

    private static HandwrittenSources EmitAll(
        Workspace workspace,
        IReadOnlyList<CompileCommand> commands,
        EmitStamp stamp,
        bool isForced
    )
    {
        using OutputTree tree = workspace.GeneratedTree(isForced: isForced);
        TranslatorOutput output = workspace.Translate(commands, tree);
        IReadOnlyList<TreeDifference> changes = tree.Commit();
        workspace.Facts.Sweep();
        stamp.Write(workspace.Cache.Hashes.Known);
        workspace.KeepIndex(stamp.Mark);
        Reporter.Print(output.Diagnostics);
        Report(output.Coverage, changes, output.FileCount);
        return output.Handwritten;
    }

    private static void Report(Coverage coverage, IReadOnlyList<TreeDifference> changes, int files, string more = "")
    {
        int generated = coverage.Files.Sum(f => f.Generated);
        int replaced = coverage.Files.Sum(f => f.Replaced);
        int dropped = coverage.Files.Sum(f => f.Dropped);
        int changed = changes.Count;
        Console.WriteLine(
            $"emit: {coverage.Total} C functions: {generated} generated, {replaced} replaced, {dropped} dropped; {changed} of {files} files changed{more}"
        );
    }

    private static int Dump(Workspace workspace, PassDump dump)
    {
        TranslatorOutput output = workspace.Translate(workspace.Commands(), _ => { });
        dump.Functions.ToList().ForEach(Console.WriteLine);
        Reporter.Print(output.Diagnostics);
        return PrintKept(workspace, ExitCodes.Done);
    }

    private static int Check(Workspace workspace, StalePolicy policy)
    {
        IReadOnlyList<CompileCommand> commands = workspace.Commands();
        TreeCheck check = TreeCheck.Of(workspace, commands);
        check.Differences.ToList().ForEach(Console.WriteLine);
        int status = StaleOption.Print(StaleVerdict.Fresh(workspace, commands, check.Output.Handwritten), policy);
        if (check.Count > 0)
        {
            Reporter.Print([check.Error]);
            return ExitCodes.Found;
        }

        Console.WriteLine($"emit --check: {check.Output.FileCount} files are what the C gives");
        return PrintKept(workspace, status);
    }
}
