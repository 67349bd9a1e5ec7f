using Porting.Campaigns;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary>Short slices of the campaigns; build.cake has the long ones as targets.</summary>
public sealed class CampaignTests
{
    public static IEnumerable<TheoryDataRow<int>> Seeds(int count) => Enumerable.Range(1, count).Select(i => new TheoryDataRow<int>(i));

    [Theory, MemberData(nameof(Seeds), 12)]
    public void A_generated_program_does_what_it_does_by_clang(int seed)
    {
        using ScratchFolder folder = new();
        folder.Write("p.c", new ProgramGenerator(seed).Generate());
        Comparison comparison = Differential.Compare([folder.At("p.c")], []);
        Assert.True(comparison.Verdict == Verdict.Same, $"{comparison.Verdict}: {comparison.Text}");
    }

    [Fact]
    public void Csmith_programs_do_what_they_do_by_clang()
    {
        using ScratchFolder folder = new();
        Assert.Equal(0, CsmithCampaign.Run(count: 8, seed: 3000, jobs: 2, folder.At("csmith")));
    }

    [Fact]
    public void Broken_C_is_refused_with_diagnostics()
    {
        using ScratchFolder folder = new();
        Assert.Equal(0, MutationCampaign.Run(count: 150, seed: 1, jobs: 2, folder.At("mutants"), [.. Directory.EnumerateFiles(Repository.At("tests/Semantics/Programs"), "*.c").Order(StringComparer.Ordinal)]));
    }
}
