using System.Text;
using DiffPlex;
using DiffPlex.Model;

namespace Porting.Review;

/// <summary>Line differences in the unified format of diff(1), three lines of context.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The difference, or an empty string where the texts have equal lines.</summary>
    public static string Between(string before, string after, string beforeLabel, string afterLabel)
    {
        DiffResult diff = Differ.Instance.CreateLineDiffs(
            before.TrimEnd('\n'),
            after.TrimEnd('\n'),
            ignoreWhitespace: false
        );
        if (diff.DiffBlocks.Count == 0)
        {
            return "";
        }

        StringBuilder text = new();
        text.Append("--- ").Append(beforeLabel).Append('\n').Append("+++ ").Append(afterLabel).Append('\n');
        foreach (List<DiffBlock> hunk in Hunks(diff.DiffBlocks))
        {
            AppendHunk(text, diff, hunk);
        }

        return text.ToString();
    }

    /// <summary>Blocks whose contexts touch belong to one hunk.</summary>
    private static IEnumerable<List<DiffBlock>> Hunks(IList<DiffBlock> blocks)
    {
        List<DiffBlock> current = [];
        foreach (DiffBlock block in blocks)
        {
            if (
                current.Count > 0
                && block.DeleteStartA - (current[^1].DeleteStartA + current[^1].DeleteCountA) > 2 * Context
            )
            {
                yield return current;
                current = [];
            }

            current.Add(block);
        }

        yield return current;
    }

    private static void AppendHunk(StringBuilder text, DiffResult diff, List<DiffBlock> blocks)
    {
        IReadOnlyList<string> a = diff.PiecesOld;
        IReadOnlyList<string> b = diff.PiecesNew;
        DiffBlock last = blocks[^1];
        int startA = Math.Max(0, blocks[0].DeleteStartA - Context);
        int endA = Math.Min(a.Count, last.DeleteStartA + last.DeleteCountA + Context);
        int startB = Math.Max(0, blocks[0].InsertStartB - Context);
        int endB = Math.Min(b.Count, last.InsertStartB + last.InsertCountB + Context);
        text.Append($"@@ -{startA + 1},{endA - startA} +{startB + 1},{endB - startB} @@\n");
        int position = startA;
        foreach (DiffBlock block in blocks)
        {
            AppendLines(text, ' ', a, position, block.DeleteStartA);
            AppendLines(text, '-', a, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            AppendLines(text, '+', b, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            position = block.DeleteStartA + block.DeleteCountA;
        }

        AppendLines(text, ' ', a, position, endA);
    }

    private static void AppendLines(StringBuilder text, char mark, IReadOnlyList<string> lines, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            text.Append(mark).Append(lines[i]).Append('\n');
        }
    }
}
