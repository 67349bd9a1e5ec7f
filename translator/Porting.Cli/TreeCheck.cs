using Porting.Clang.Parse;
using Porting.Cli.Review;
using Porting.Cli.Verbs;
using Porting.Translator;
using Porting.Translator.Output;

namespace Porting.Cli;

/// <summary>The generated tree beside what the C gives now. Nothing is written.</summary>
/// <param name="Output">The translation.</param>
/// <param name="Differences">A line for each file that differs, with its functions.</param>
/// <param name="Count">All files that differ.</param>
internal sealed record TreeCheck(TranslatorOutput Output, IReadOnlyList<string> Differences, int Count)
{
    public static TreeCheck Of(Workspace workspace, IReadOnlyList<CompileCommand> commands)
    {
        using OutputTree tree = workspace.GeneratedTree(isDry: true);
        TranslatorOutput output = workspace.Translate(commands, tree);
        IReadOnlyList<TreeDifference> differences = tree.Differences();
        return new TreeCheck(
            output,
            [.. differences.Select(d => $"{workspace.Project.Generated}/{d.Path} {WordsOf(d)}")],
            differences.Count
        );
    }

    /// <summary>
    /// What is built, booted or shown has to be what the C gives now: PORT4030 when the generated tree is not, which
    /// its stamp tells in milliseconds. Stale stand-ins are printed.
    /// </summary>
    /// <returns>The exit status that stale ones make by the policy, and the state's stamp.</returns>
    public static (int Status, EmitStamp Stamp) Verify(
        Workspace workspace,
        IReadOnlyList<CompileCommand> commands,
        StalePolicy policy
    )
    {
        EmitStamp stamp = new(workspace);
        if (!stamp.IsCurrent())
        {
            TreeCheck check = Of(workspace, commands);
            if (check.Count > 0)
            {
                check.Differences.ToList().ForEach(Console.WriteLine);
                throw new PortException(check.Error);
            }

            WriteFacts(workspace, commands);
            stamp.Write(workspace.Cache.Hashes.Known);
            workspace.KeepIndex(stamp.Mark);
        }

        return (StaleOption.Print(StaleVerdict.Of(workspace, commands, stamp), policy), stamp);
    }

    /// <summary>The text is what the C gives; what goes with it may not be. Lines of the C may have moved, and files
    /// that came with a copy of the tree or a merge are not in this working copy's lock file.</summary>
    private static void WriteFacts(Workspace workspace, IReadOnlyList<CompileCommand> commands)
    {
        using OutputTree tree = workspace.GeneratedTree();
        workspace.Translate(commands, tree);
        tree.Commit();
        workspace.Facts.Sweep();
    }

    /// <summary>There are differences.</summary>
    public PortDiagnostic Error =>
        PortDiagnostic.Error(
            "PORT4030",
            SourceLocation.None,
            $"{Count} generated file(s) are not what the C gives now; run 'port emit'"
        );

    private static string WordsOf(TreeDifference difference)
    {
        IReadOnlyList<string> members = GeneratedMembers.Changed(difference.Path, difference.OnDisk, difference.Fresh);
        string what =
            difference.Change == TreeChange.Changed ? "differs"
            : difference.Change == TreeChange.Added ? "is missing"
            : "is not of this port";
        return members.Count == 0 ? what : $"{what}: {string.Join(", ", members)}";
    }
}
