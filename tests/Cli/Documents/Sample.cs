using System.Text.RegularExpressions;

namespace Porting.Cli.Tests.Documents;

/// <summary>
/// Printed output beside what came. A line <c>...</c> stands for any number of lines; every other line has to be there,
/// in its place.
/// Where numbers vary (addresses, counts of interrupts, numbers of tests and of lines), any number stands for any other;
/// but 0 is 0, so that nothing that failed passes for something else.
/// </summary>
internal static partial class Sample
{
    /// <summary>Says what differs; null when nothing does.</summary>
    public static string? Difference(IReadOnlyList<string> printed, string output, bool numbersVary)
    {
        string[] lines = output.TrimEnd('\n').Split('\n');
        int at = 0;
        bool isAnywhere = false;
        foreach (string line in printed)
        {
            if (line == "...")
            {
                isAnywhere = true;
                continue;
            }

            int found = isAnywhere ? Array.FindIndex(lines, at, l => Is(line, l, numbersVary)) : at;
            if (found < 0 || found >= lines.Length || !Is(line, lines[found], numbersVary))
            {
                return $"printed: {line}\ncame:    {(found >= 0 && found < lines.Length ? lines[found] : "nothing of the kind")}\nin:\n{output}";
            }

            (at, isAnywhere) = (found + 1, false);
        }

        return isAnywhere || at == lines.Length ? null : $"not printed: {lines[at]}\nin:\n{output}";
    }

    private static bool Is(string printed, string line, bool numbersVary) =>
        numbersVary ? Number().Replace(printed, "N") == Number().Replace(line, "N") : printed == line;

    /// <summary>Decimal and hexadecimal ones that stand alone, but 0.</summary>
    [GeneratedRegex(@"\b(?!0\b)(0x[0-9a-f]+|[0-9]+|[0-9a-f]{8})\b")]
    private static partial Regex Number();
}
