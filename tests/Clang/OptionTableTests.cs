using System.Text.RegularExpressions;
using Porting.Clang.Options;
using Xunit;

namespace Porting.Clang.Tests;

/// <summary>No option and no attribute of clang is without a row: the tables are compared with clang's own
/// lists.</summary>
public sealed partial class OptionTableTests
{
    private const string ClangHeaders = "/usr/lib/llvm-19/include/clang";

    /// <summary>An option as Options.inc has it: prefix, name, id, kind, group, alias, alias's value, flags, who may
    /// use it.</summary>
    [GeneratedRegex(
        "^OPTION\\([^,]*, \"([^\"]*)\", \\w+, (\\w+), [^,]*, [^,]*, [^,]*, ([^,]*), ([^,]*),",
        RegexOptions.Multiline
    )]
    private static partial Regex OptionLine();

    private static HashSet<(string Name, OptionForm Form)> OfClang() =>
        [
            .. OptionLine()
                .Matches(File.ReadAllText(Path.Combine(ClangHeaders, "Driver/Options.inc")))
                .Where(m => m.Groups[4].Value.Contains("DefaultVis", StringComparison.Ordinal))
                .Where(m => m.Groups[2].Value is not ("Group" or "Input" or "Unknown"))
                .Select(m => (m.Groups[1].Value, Form(m.Groups[2].Value))),
        ];

    private static OptionForm Form(string kind) =>
        kind switch
        {
            "Flag" => OptionForm.Flag,
            "Joined" => OptionForm.Joined,
            "Separate" => OptionForm.Separate,
            "JoinedOrSeparate" => OptionForm.Either,
            "CommaJoined" => OptionForm.CommaJoined,
            "MultiArg" => OptionForm.TwoWords,
            _ => OptionForm.Other,
        };

    [Fact]
    public void Every_option_of_clang_has_one_row()
    {
        HashSet<(string, OptionForm)> expected = OfClang();
        (string Name, OptionForm Form)[] rows = [.. OptionTable.Clang.All.Select(o => (o.Name, o.Form))];
        Assert.InRange(expected.Count, 2000, 10000);
        Assert.Equal(rows.Length, rows.Distinct().Count());
        Assert.Empty(expected.Except(rows));
        // What is more is a value written out.
        Assert.All(
            rows.Except(expected),
            row =>
                Assert.Contains(
                    expected,
                    e => e.Item2 == OptionForm.Joined && row.Item1.StartsWith(e.Item1, StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void Every_attribute_of_clang_has_one_row()
    {
        string[] expected =
        [
            .. AttributeLine()
                .Matches(File.ReadAllText(Path.Combine(ClangHeaders, "Basic/AttrList.inc")))
                .Select(m => m.Groups[1].Value)
                .Where(name => name != "NAME")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        Assert.InRange(expected.Length, 300, 1000);
        Assert.Equal(expected, AttributeRow.Read().Select(r => r.Kind).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^[A-Z_]*ATTR[A-Z_]*\((\w+)\)", RegexOptions.Multiline)]
    private static partial Regex AttributeLine();

    [Fact]
    public void Whatever_is_harmless_or_refused_has_a_reason()
    {
        Assert.All(OptionTable.Clang.All, o => Assert.True(o.Reason.Length > 5, o.Name));
        Assert.All(AttributeRow.Read(), r => Assert.True(r.Reason.Length > 5, r.Kind));
        Assert.DoesNotContain(
            OptionTable.Clang.All,
            o => o.Verdict == OptionVerdict.Honoured && o.Destination == OptionDestination.None
        );
    }

    [Theory]
    [InlineData("-fcoverage-mcdc")]
    [InlineData("-fsanitize=signed-integer-overflow,implicit-conversion")]
    [InlineData("-fsanitize=integer")]
    [InlineData("-ftrivial-auto-var-init=pattern")]
    [InlineData("-frounding-math")]
    [InlineData("-ffp-model=strict")]
    [InlineData("-fexceptions")]
    [InlineData("-m64")]
    [InlineData("-masm=intel")]
    [InlineData("-miamcu")]
    [InlineData("-mllvm", "-x")]
    [InlineData("-Xclang", "-ast-dump")]
    [InlineData("--target=x86_64-linux-gnu")]
    public void Is_refused(params string[] words)
    {
        PortException refused = Assert.Throws<PortException>(() => OptionTable.Clang.Accept(words, 0));
        Assert.Equal("PORT9012", refused.Diagnostics[0].Code);
    }

    [Theory]
    [InlineData(1, "-ffp-model=precise")]
    [InlineData(1, "-ftrivial-auto-var-init=zero")]
    [InlineData(1, "-mregparm=0")]
    [InlineData(1, "-mno-sse2")]
    [InlineData(1, "-mregparm=3")]
    [InlineData(1, "-freg-struct-return")]
    [InlineData(1, "-m16")]
    [InlineData(1, "-fno-sanitize=all")]
    [InlineData(1, "-ftrapv")]
    [InlineData(1, "-fsanitize=shift,address")]
    [InlineData(1, "-fsanitize=address,undefined")]
    [InlineData(1, "-fsanitize-trap=undefined")]
    [InlineData(1, "-DX=1")]
    [InlineData(2, "-D", "X=1")]
    [InlineData(2, "-Xclang", "-fshort-enums")]
    [InlineData(2, "-target", "i686-pc-linux-gnu")]
    [InlineData(1, "-std=gnu17")]
    [InlineData(1, "-Werror=format")]
    [InlineData(1, "-Wl,-rpath,here")]
    [InlineData(1, "--help")]
    public void Is_accepted(int count, params string[] words) =>
        Assert.Equal(count, OptionTable.Clang.Accept(words, 0).Words.Count);
}
