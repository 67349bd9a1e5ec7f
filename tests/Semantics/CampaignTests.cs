using Porting.Campaigns;
using Porting.Campaigns.Edits;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary>Short slices of the campaigns; build.cake has the long ones as targets.</summary>
public sealed class CampaignTests
{
    public static IEnumerable<TheoryDataRow<int>> Seeds(int count) =>
        Enumerable.Range(1, count).Select(i => new TheoryDataRow<int>(i));

    [Theory, MemberData(nameof(Seeds), 12)]
    public void A_generated_program_does_what_it_does_by_clang(int seed)
    {
        using ScratchFolder folder = new();
        Comparison comparison = Differential.Compare(GeneratedCampaign.Write(seed, folder.Path));
        Assert.True(comparison.Verdict == Verdict.Same, $"{comparison.Verdict}: {comparison.Text}");
    }

    [Fact]
    public void Csmith_programs_do_what_they_do_by_clang()
    {
        using ScratchFolder folder = new();
        Assert.Equal(
            0,
            CsmithCampaign.Run(count: CsmithOptions.All.Count, first: 0, seed: 3000, jobs: 2, folder.At("csmith"))
        );
    }

    public static IEnumerable<TheoryDataRow<string>> OptionSets() =>
        CsmithOptions.All.Select(s => new TheoryDataRow<string>(s.Name));

    [Theory, MemberData(nameof(OptionSets))]
    public void An_option_set_of_csmith_makes_what_it_says(string name)
    {
        using ScratchFolder folder = new();
        Assert.Empty(CsmithCampaign.Missing(CsmithOptions.All.Single(s => s.Name == name), programs: 20, folder.Path));
    }

    /// <summary>One of forty.</summary>
    [Fact]
    public void Programs_of_gccs_tests_do_what_they_do_by_clang()
    {
        using ScratchFolder folder = new();
        Assert.Equal(
            0,
            TortureCampaign.Run(Repository.Root, int.MaxValue, first: 0, jobs: 2, folder.At("torture"), step: 40)
        );
    }

    [Fact]
    public void Broken_C_is_refused_with_diagnostics()
    {
        using ScratchFolder folder = new();
        Assert.Equal(
            0,
            new MutationCampaign(
                seed: 1,
                folder.At("mutants"),
                MutationCorpus.Load(Repository.Root, compileCommands: null)
            ).Run(count: 150, jobs: 2)
        );
    }

    public static IEnumerable<TheoryDataRow<string>> HugeKinds() =>
        HugeInputs.Kinds.Select(k => new TheoryDataRow<string>(k.Name));

    /// <summary>A tenth of what the target Huge does; the table in full, since a table is cheap.</summary>
    [Theory, MemberData(nameof(HugeKinds))]
    public void A_huge_program_does_what_it_does_by_clang(string name)
    {
        using ScratchFolder folder = new();
        (_, int size, Func<int, string> text) = HugeInputs.Kinds.Single(k => k.Name == name);
        Comparison comparison = HugeInputs.Compare(text, size is 100_000 or < 1000 ? size : size / 10, folder.Path);
        Assert.True(comparison.Verdict == Verdict.Same, $"{comparison.Verdict}: {comparison.Text}");
    }

    /// <summary>One line of C changes one line of C#, nine times of ten at most two.</summary>
    [Fact]
    public void Small_edits_make_small_differences()
    {
        const int Edits = 30;
        using ScratchFolder folder = new();
        using EditsCampaign campaign = new(folder.At("edits"), seed: 1);
        EditCost[] costs = [.. Enumerable.Range(0, Edits).Select(_ => campaign.Next())];
        campaign.CheckWhole();
        string all = string.Join('\n', costs.Select(EditsCampaign.Line));
        Assert.True(EditsCampaign.Quantile(costs, 0.5) == 1, all);
        // Of the campaign's 300 nine in ten; of 30 it is up to the draw, which any change of the C changes.
        Assert.True(EditsCampaign.Quantile(costs, 0.8) <= 2, all);
    }
}
