using System.Text;

namespace Kernel.Proofs;

/// <summary>A stretch of a file of kernel-handwritten, and what stands there instead.</summary>
internal sealed record Edit(string File, int Start, int Length, string Replacement)
{
    /// <summary>A stretch of a text with the edits in it done.</summary>
    public static string Apply(string text, int start, int length, IEnumerable<Edit> edits)
    {
        StringBuilder result = new();
        int at = start;
        foreach (Edit edit in edits.OrderBy(e => e.Start).ThenBy(e => e.Length))
        {
            result.Append(text, at, edit.Start - at).Append(edit.Replacement);
            at = edit.Start + edit.Length;
        }
        return result.Append(text, at, start + length - at).ToString();
    }
}

/// <summary>A mistake: a small one that was made by <see cref="MutantFinder"/>, or a plant.</summary>
/// <param name="Number">Its number behind the switch, from 1.</param>
/// <param name="Name">File, line's text and change: no number of a line, which moves.</param>
internal sealed record Mutant(int Number, string Name, IReadOnlyList<Edit> Edits)
{
    public string File => Edits[0].File;

    public override string ToString() => $"  {Number}: {Name}";
}
