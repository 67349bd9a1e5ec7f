using System.Text.RegularExpressions;
using Porting.Tests;

namespace Porting.Build.Tests;

/// <summary>Every code that the tool gives is expected by some test, or stands here with the reason why none can bring
/// it about.</summary>
public sealed partial class CodeTests
{
    private static readonly Dictionary<string, string> Untested = new(StringComparer.Ordinal)
    {
        ["PORT1004"] = "no command line is known for which clang gives neither a unit nor a message",
        ["PORT1020"] = "the installation of the tool is broken",
        ["PORT2003"] = "no declaration of C is known that the exporter does not know",
        ["PORT3014"] = "an example in a comment",
        ["PORT3040"] = "no conversion of C is known that is not translated",
        ["PORT4001"] = "the translator has written what is not C#",
        ["PORT4003"] = "no address that clang takes for a constant is known that is not written",
        ["PORT6040"] = "grub-mkrescue fails",
        ["PORT7001"] = "the kernel's tests fail; what disagrees is tested by KtapTests",
        ["PORT9303"] = "the installation of the tool is broken",
        ["PORT9999"] = "a defect of the tool",
    };

    [Fact]
    public void Every_code_is_expected_by_a_test()
    {
        string[] given = CodesIn("translator", "*.cs");
        string[] expected = [.. CodesIn("tests", "*.cs"), .. CodesIn("tests", "*.txt")];
        Assert.True(given.Length > 60, $"only {given.Length} codes found");
        Assert.Equal(Untested.Keys.Order(StringComparer.Ordinal), given.Except(expected));
    }

    private static string[] CodesIn(string folder, string pattern) =>
        [
            .. Directory
                .EnumerateFiles(Repository.At(folder), pattern, SearchOption.AllDirectories)
                .Where(f =>
                    !f.Contains("/obj/", StringComparison.Ordinal)
                    && !f.EndsWith("/CodeTests.cs", StringComparison.Ordinal)
                )
                .SelectMany(f => Code().Matches(File.ReadAllText(f)))
                .Select(m => m.Value)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    [GeneratedRegex("PORT[0-9]{4}")]
    private static partial Regex Code();
}
