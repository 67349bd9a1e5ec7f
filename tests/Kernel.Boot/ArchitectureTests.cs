using System.Text.RegularExpressions;
using Porting.Tests;

namespace Kernel.Boot;

/// <summary>docs/memory.md names a test for each row of the change and for each defect: there is one of that name, and
/// it was run.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] Sections = ["## The change that this carries out", "## What went wrong with it"];

    public static IEnumerable<TheoryDataRow<string>> NamedTests() =>
        Sections
            .SelectMany(LastCells)
            .SelectMany(cell => TestName().Matches(cell).Select(m => m.Value))
            .Distinct()
            .Select(name => new TheoryDataRow<string>(name));

    [Theory, MemberData(nameof(NamedTests))]
    public void A_named_test_exists(string name)
    {
        if (char.IsUpper(name[0]))
        {
            Assert.Single(Directory.EnumerateFiles(Repository.At("tests"), $"{name}.cs", SearchOption.AllDirectories));
            return;
        }

        IEnumerable<string> results = Boots.Of("port-64M-floppy-cards").Ktap.Results.Select(r => r.Name);
        Assert.Contains(
            results,
            r =>
                name.EndsWith(".*", StringComparison.Ordinal)
                    ? r.StartsWith(name[..^1], StringComparison.Ordinal)
                    : r == name
        );
    }

    [Fact]
    public void Every_row_names_something()
    {
        string[] cells = [.. Sections.SelectMany(LastCells)];
        Assert.InRange(cells.Length, 40, 100);
        Assert.DoesNotContain(cells, string.IsNullOrWhiteSpace);
    }

    private static IEnumerable<string> LastCells(string section)
    {
        IEnumerable<string> rows = File.ReadLines(Repository.At("docs/memory.md"))
            .SkipWhile(l => l != section)
            .Skip(1)
            .TakeWhile(l => !l.StartsWith('#'))
            .Where(l => l.StartsWith('|'));
        return rows.Skip(2).Select(row => row.TrimEnd('|', ' ').Split('|')[^1]);
    }

    /// <summary>A case of the kernel's suites (<c>suite.case</c>, <c>suite.*</c>), or a class of the tests on the
    /// host.</summary>
    [GeneratedRegex(@"\b[a-z]\w*\.(?:\w+|\*)|\b[A-Z]\w*(?:Tests|Maps)\b|\bExhaustive\b")]
    private static partial Regex TestName();
}
