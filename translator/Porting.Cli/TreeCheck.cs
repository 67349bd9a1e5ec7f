using Porting.Clang.Parse;
using Porting.Translator;
using Porting.Translator.Output;

namespace Porting.Cli;

/// <summary>The generated tree beside what the C gives now. Nothing is written.</summary>
/// <param name="Output">The translation.</param>
/// <param name="Differences">A line for each file that differs, with its functions; maps and the lock file
/// apart.</param>
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
            [
                .. differences
                    .Where(d => IsSource(d.Path))
                    .Select(d => $"{workspace.Project.Generated}/{d.Path} {WordsOf(d)}"),
            ],
            differences.Count
        );
    }

    private static string WordsOf(TreeDifference difference)
    {
        IReadOnlyList<string> members = GeneratedMembers.Changed(difference.Path, difference.OnDisk, difference.Fresh);
        string what =
            difference.Change == TreeChange.Changed ? "differs"
            : difference.Change == TreeChange.Added ? "is missing"
            : "is not of this port";
        return members.Count == 0 ? what : $"{what}: {string.Join(", ", members)}";
    }

    /// <summary>Maps and the lock file change along with the others; they are no news.</summary>
    public static bool IsSource(string path) => !path.EndsWith(".json", StringComparison.Ordinal);
}
