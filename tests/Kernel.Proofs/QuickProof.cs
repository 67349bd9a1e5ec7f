namespace Kernel.Proofs;

/// <summary>A little of every proof, in about a second: what a mutant of the allocator has to survive.</summary>
public static class QuickProof
{
    public static void Run()
    {
        LineProofs.Run();
        Exhaustive.Run(pagesOfZone: 3, part: 0, parts: 1);
        Exhaustive.Run(pagesOfZone: 8, part: 3, parts: 2003);
        ModelRun.Run(200_000, seed: 2);
        PartsProof.Run();
        PlacementProof.Run();
        RunPlacementProof.Run();
        MemoryMaps.Run(first: 1, count: 60);
        MemoryMaps.Run(first: 1000, count: 1);
    }
}
