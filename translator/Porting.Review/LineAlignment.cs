namespace Porting.Review;

/// <summary>Puts the lines of a function's C and C# side by side: where the C# says which line of the C it came from,
/// both stand at one height. A null is a gap.</summary>
public static class LineAlignment
{
    public static (List<string?> C, List<string?> CSharp) Of(ReviewFunction function)
    {
        string[] c = function.CText.TrimEnd('\n').Split('\n');
        string[] cSharp = function.CSharpText.TrimEnd('\n').Split('\n');
        List<string?> left = [];
        List<string?> right = [];
        (int C, int CSharp) done = (0, 0);
        foreach ((int at, int from) in Anchors(function, c.Length, cSharp.Length))
        {
            left.AddRange(c[done.C..from]);
            right.AddRange(cSharp[done.CSharp..at]);
            Level(left, right);
            done = (from, at);
        }

        left.AddRange(c[done.C..]);
        right.AddRange(cSharp[done.CSharp..]);
        return (left, right);
    }

    /// <summary>Pairs of line indices, both rising; a line of the C that became several has its first.</summary>
    private static IEnumerable<(int CSharp, int C)> Anchors(ReviewFunction function, int cCount, int cSharpCount)
    {
        int last = -1;
        foreach (
            (int at, int from) in function
                .Lines.Select(l => (l.CSharpLine - function.CSharpLine, l.CLine - function.CLine))
                .OrderBy(l => l.Item1)
        )
        {
            if (from > last && from < cCount && at >= 0 && at < cSharpCount)
            {
                last = from;
                yield return (at, from);
            }
        }
    }

    private static void Level(List<string?> left, List<string?> right)
    {
        while (left.Count < right.Count)
        {
            left.Add(null);
        }

        while (right.Count < left.Count)
        {
            right.Add(null);
        }
    }
}
