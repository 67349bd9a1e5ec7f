using Porting.Campaigns;
using Porting.Hosted;
using Porting.Tests;
using Porting.Translator;

namespace Porting.Semantics.Tests;

/// <summary>One program per part of the language: compiled by clang and by way of C#, run, compared by output and exit
/// status; the output and the C# are verified ones.</summary>
public sealed class ProgramTests
{
    private static readonly string Folder = Repository.At("tests/Semantics/Programs");

    public static IEnumerable<TheoryDataRow<string>> Names() =>
        Directory
            .EnumerateFiles(Folder, "*.c")
            .Order(StringComparer.Ordinal)
            .Select(f => new TheoryDataRow<string>(Path.GetFileNameWithoutExtension(f)));

    [Theory, MemberData(nameof(Names))]
    public void Does_what_it_does_by_clang(string name)
    {
        string file = Path.Combine(Folder, name + ".c");
        string[] flags = Flags(File.ReadLines(file).First());
        Comparison comparison = Differential.Compare(
            new CampaignProgram([file], flags) { Inspect = (c, made) => ObjectReader.Difference(c, flags, made) }
        );
        Assert.True(comparison.Verdict == Verdict.Same, $"{comparison.Verdict}: {comparison.Text}");
        Snapshot.Verify(
            comparison.Output.Replace(Repository.Root, "", StringComparison.Ordinal),
            "Programs",
            name,
            "txt"
        );
    }

    /// <summary>All but one whose C# would be thousands of lines of a kind.</summary>
    public static IEnumerable<TheoryDataRow<string>> ReadableNames() => Names().Where(n => n.Data != "big_switch");

    [Theory, MemberData(nameof(ReadableNames))]
    public void The_CSharp_is_the_verified_one(string name)
    {
        string file = Path.Combine(Folder, name + ".c");
        TranslatorOutput translated = HostedCompiler.Translate(
            new HostedUnit(
                Folder,
                file,
                [.. Flags(File.ReadLines(file).First()).Where(f => !f.StartsWith("-l", StringComparison.Ordinal))]
            ),
            []
        );
        Snapshot.Verify(translated.Files.Single(f => f.Path == name + ".g.cs").Text, "Programs", name, "cs");
    }

    [Fact]
    public void Every_verified_file_has_its_program() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Folder, "*.verified.*").Select(f => f.Split(".verified.")[0]).Distinct(),
            stem => !File.Exists(stem + ".c")
        );

    public static IEnumerable<TheoryDataRow<string>> Benchmarks() =>
        Directory
            .EnumerateFiles(Repository.At("bench/programs"), "*.c")
            .Order(StringComparer.Ordinal)
            .Select(f => new TheoryDataRow<string>(Path.GetFileNameWithoutExtension(f)));

    /// <summary>The programs of the BenchPrograms target, which measures them; here they only have to be
    /// right.</summary>
    [Theory, MemberData(nameof(Benchmarks))]
    public void A_benchmark_does_what_it_does_by_clang(string name)
    {
        Comparison comparison = Differential.Compare([Repository.At($"bench/programs/{name}.c")], ["-O2"]);
        Assert.True(comparison.Verdict == Verdict.Same, $"{comparison.Verdict}: {comparison.Text}");
    }

    /// <summary>A program may ask for options in its first line: <c>/* flags: -std=gnu89 */</c>.</summary>
    internal static string[] Flags(string firstLine) =>
        firstLine.StartsWith("/* flags: ", StringComparison.Ordinal)
            ? firstLine["/* flags: ".Length..^" */".Length].Split(' ')
            : [];

    /// <summary>The comparison is able to fail: a program that prints its own name, which is clang's or ours.</summary>
    [Fact]
    public void A_difference_is_seen()
    {
        using ScratchFolder folder = new();
        folder.Write(
            "p.c",
            "#include <stdio.h>\nint main(int argc, char **argv) { printf(\"%s\\n\", argv[0]); return 0; }\n"
        );
        Assert.Equal(Verdict.Differs, Differential.Compare([folder.At("p.c")], []).Verdict);
    }

    /// <summary>What clang makes two programs of, for each level of optimization one, is no difference of ours: its own
    /// number, say.</summary>
    [Fact]
    public void A_program_that_clang_compiles_in_two_ways_says_nothing()
    {
        using ScratchFolder folder = new();
        folder.Write(
            "p.c",
            "#include <stdio.h>\nextern int getpid(void);\nint main(void) { printf(\"%d\\n\", getpid()); return 0; }\n"
        );
        Assert.Equal(Verdict.NoVerdict, Differential.Compare([folder.At("p.c")], []).Verdict);
    }

    [Fact]
    public void A_refusal_is_seen()
    {
        using ScratchFolder folder = new();
        folder.Write("p.c", "int main(void) { __float128 x = 0; return x > 1; }\n");
        Assert.Equal(Verdict.Refused, Differential.Compare([folder.At("p.c")], []).Verdict);
    }
}
