namespace Porting.Translator.Output;

/// <summary>What a misspelt word was meant to be.</summary>
public static class Suggestion
{
    /// <summary><c>; did you mean 'generated'?</c>, or nothing when no word is near.</summary>
    public static string For(string word, IEnumerable<string> words)
    {
        (string? nearest, int distance) = words
            .Select(w => (w, Distance(word.ToUpperInvariant(), w.ToUpperInvariant())))
            .OrderBy(w => w.Item2)
            .ThenBy(w => w.w, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest != null && distance <= Math.Max(2, nearest.Length / 3) ? $"; did you mean '{nearest}'?" : "";
    }

    /// <summary>Letters put in, left out, replaced, or exchanged with their neighbour (Damerau; optimal string
    /// alignment).</summary>
    public static int Distance(string a, string b)
    {
        int[,] cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                cost[i, j] =
                    i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(
                        Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1,
                        cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                    );
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[a.Length, b.Length];
    }
}
