using Porting.Campaigns;
using Porting.Hosted;
using Porting.Tests;
using Porting.Translator.Passes;

namespace Porting.Semantics.Tests;

/// <summary>Passes that are for readers change no program: without them it does the same.</summary>
public sealed class PassTests
{
    /// <summary>Programs of loops, conditions, switches, labels, macros and what stands in front of statements.</summary>
    private static readonly string[] Programs =
    [
        "cleanups",
        "control",
        "evaluations",
        "for_headers",
        "found_once",
        "gnu",
        "jumps",
        "macros",
        "order",
        "scopes",
        "volatile_reads",
    ];

    public static IEnumerable<TheoryDataRow<string>> Cases() =>
        PassDump
            .ReadablePasses.Append(string.Join(',', PassDump.ReadablePasses))
            .Select(p => new TheoryDataRow<string>(p));

    [Theory, MemberData(nameof(Cases))]
    public void Without_a_pass_programs_do_the_same(string passes)
    {
        string[] without = passes.Split(',');
        bool differs = false;
        foreach (string name in Programs)
        {
            string file = Repository.At($"tests/Semantics/Programs/{name}.c");
            string[] flags = ProgramTests.Flags(File.ReadLines(file).First());
            Comparison comparison = Differential.Compare(
                new CampaignProgram([file], flags) { WithoutPasses = without }
            );
            Assert.True(comparison.Verdict == Verdict.Same, $"{name}: {comparison.Verdict}: {comparison.Text}");
            differs = differs || CSharp(file, flags, without) != CSharp(file, flags, []);
        }

        Assert.True(differs, $"{passes} changes nothing in any of the programs");
    }

    private static string CSharp(string file, string[] flags, string[] without) =>
        HostedCompiler
            .Translate(
                new HostedUnit(
                    Path.GetDirectoryName(file)!,
                    file,
                    [.. flags.Where(f => !f.StartsWith("-l", StringComparison.Ordinal))]
                )
                {
                    WithoutPasses = without,
                },
                []
            )
            .Files.Single(f => f.Path == Path.GetFileNameWithoutExtension(file) + ".g.cs")
            .Text;
}
