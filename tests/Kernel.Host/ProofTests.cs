using Kernel.Proofs;

namespace Kernel.Host;

/// <summary>A slice of each proof; <c>./build.sh --target=Proofs</c> runs them in full.</summary>
public sealed class ProofTests
{
    /// <summary>What a mistake in the core has to pass first (tests/Kernel.Proofs/Mutants).</summary>
    [Fact]
    public void A_little_of_each() => QuickProof.Run();

    [Fact]
    public void Functions_on_a_line_for_every_mask() => LineProofs.Run();

    [Fact]
    public void Every_operation_in_one_state_of_256_of_a_machine_of_16_pages() =>
        Assert.True(Exhaustive.Run(pagesOfZone: 8, part: 77, parts: 256) > 500_000);

    [Fact]
    public void Every_operation_in_every_state_of_a_machine_of_8_pages() =>
        Assert.True(Exhaustive.Run(pagesOfZone: 4, part: 0, parts: 1) > 500_000);

    [Fact]
    public void Ten_million_operations_agree_with_the_model() => ModelRun.Run(10_000_000, seed: 1);

    [Fact]
    public void Parts_of_a_zone_by_themselves() => PartsProof.Run();

    [Fact]
    public void Placement_sums_and_refusals_by_example() => PlacementProof.Run();

    [Fact]
    public void Placement_of_runs_by_example() => RunPlacementProof.Run();

    [Fact]
    public void A_thousand_memory_maps() => Assert.True(MemoryMaps.Run(1, 1000) > 0);
}
