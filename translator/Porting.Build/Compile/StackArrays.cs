using System.Text.RegularExpressions;

namespace Porting.Build.Compile;

/// <summary>
/// Local arrays of constant size as locals: <c>T* a = stackalloc T[n];</c> becomes <c>room a_room; T* a =
/// (T*)&amp;a_room;</c>, with a struct of that size for a room. The generated text keeps the first form, which reads as
/// C; the compiler takes memory for it when it gets there, keeps the address in a register or on the stack and guards
/// the frame, and addresses the second form from the frame.
/// <para>Input and output: generated C#. Holds after it: a line is where it was. Only arrays at the top of a function
/// are meant; they are all that generated code has, because memory taken in a loop is not given back.</para>
/// </summary>
public static partial class StackArrays
{
    private static readonly Dictionary<string, int> Sizes = new(StringComparer.Ordinal)
    {
        ["sbyte"] = 1,
        ["byte"] = 1,
        ["bool"] = 1,
        ["short"] = 2,
        ["ushort"] = 2,
        ["int"] = 4,
        ["uint"] = 4,
        ["float"] = 4,
        ["long"] = 8,
        ["ulong"] = 8,
        ["double"] = 8,
    };

    /// <summary>Larger ones stay: a frame of a page and more is probed on entry.</summary>
    private const int LargestBytes = 2048;

    /// <returns>The sources, and one more with the rooms.</returns>
    public static IReadOnlyList<CSharpSource> Apply(IReadOnlyList<CSharpSource> sources)
    {
        SortedSet<int> sizes = [];
        List<CSharpSource> changed =
        [
            .. sources.Select(s =>
                s.IsGenerated ? s with { Text = Declaration().Replace(s.Text, m => Room(m, sizes)) } : s
            ),
        ];
        changed.Add(
            new CSharpSource(
                "rooms.g.cs",
                "namespace Porting;\n"
                    + string.Concat(
                        sizes.Select(n =>
                            $"[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Size = {n})] internal struct room_{n} {{ private double first; }}\n"
                        )
                    )
            )
        );
        return changed;
    }

    private static string Room(Match match, SortedSet<int> sizes)
    {
        (string indent, string type, string name, string element) = (
            match.Groups[1].Value,
            match.Groups[2].Value,
            match.Groups[3].Value,
            match.Groups[4].Value
        );
        long bytes =
            int.Parse(match.Groups[5].Value, System.Globalization.CultureInfo.InvariantCulture)
            * (long)(element.EndsWith('*') ? 4 : Sizes.GetValueOrDefault(element));
        if (bytes is 0 or > LargestBytes)
        {
            return match.Value;
        }

        int rounded = (int)((bytes + 7) & ~7L);
        sizes.Add(rounded);
        return $"{indent}System.Runtime.CompilerServices.Unsafe.SkipInit(out Porting.room_{rounded} {name.TrimStart('@')}_room); {type} {name} = ({type})&{name.TrimStart('@')}_room;";
    }

    [GeneratedRegex(@"^( +)(\w+\*+) (@?\w+) = stackalloc (\w+\**)\[(\d+)\];", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
