using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary>CONSTRUCTS.md says which fixture shows which construct: each row has its program, its verified C# and its
/// verified output, and the program has the text that the row quotes. Running them is
/// <see cref="ProgramTests"/>'.</summary>
public sealed class ConstructTests
{
    private static readonly string[] WithoutVerifiedCSharp = ["big_switch"];

    /// <summary>Construct, program, quoted text.</summary>
    public static IEnumerable<TheoryDataRow<string, string, string>> Rows() =>
        File.ReadLines(Repository.At("tests/Semantics/CONSTRUCTS.md"))
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .Select(Cells)
            .Select(c => new TheoryDataRow<string, string, string>(
                c[0],
                c[2],
                c[3].Trim('`').Replace("\\|", "|", StringComparison.Ordinal)
            ));

    [Theory, MemberData(nameof(Rows))]
    public void A_construct_has_all_parts_of_its_fixture(string construct, string program, string text)
    {
        string stem = Repository.At($"tests/Semantics/Programs/{program}");
        Assert.True(File.Exists(stem + ".c"), $"{construct}: no program {program}.c");
        Assert.Contains(text, File.ReadAllText(stem + ".c"), StringComparison.Ordinal);
        Assert.True(File.Exists(stem + ".verified.txt"), $"{construct}: no verified output");
        Assert.True(
            File.Exists(stem + ".verified.cs") || WithoutVerifiedCSharp.Contains(program),
            $"{construct}: no verified C#"
        );
    }

    [Fact]
    public void No_construct_stands_twice()
    {
        string[] names = [.. Rows().Select(r => r.Data.Item1)];
        Assert.InRange(names.Length, 80, 500);
        Assert.Equal(names.Distinct(), names);
    }

    private static string[] Cells(string row) => [.. row.Trim('|', ' ').Split(" | ").Select(c => c.Trim())];
}
