using Mach.Vm;

namespace Kernel.Host;

/// <summary>
/// A machine so small that nothing is left to chance: four DMA pages and four normal ones, each of the 128 states they
/// can be in (page 0 is never ours), each request that can be made, each release. The map is the whole state of the
/// allocator but for the search hints, which are reached through both orders of filling.
/// </summary>
public sealed class SmallMachineTests
{
    private static readonly MachineShape[] Shapes =
    [
        new(8, 4, 0, 0, 0),
        new(8, 4, 0, 0, 2), // with a reserve
        new(8, 8, 0, 0, 1), // no normal zone
        new(8, 0, 0, 0, 0), // no DMA zone
        new(8, 5, 2, 4, 0), // a hole
        new(7, 3, 0, 0, 1), // an end that is no multiple of anything
        new(8, 4, 0, 0, 1) { Floor = 1, Min = 2 }, // with marks
    ];

    public static TheoryData<int> ShapeNumbers => new(Enumerable.Range(0, Shapes.Length));

    [Theory]
    [MemberData(nameof(ShapeNumbers))]
    public void Every_request_in_every_state(int shape) =>
        ForEveryState(
            Shapes[shape],
            machine =>
            {
                foreach ((uint count, GrabFlags flags, uint align, uint boundary) in Requests())
                    machine().GrabRun(count, flags, align, boundary);
                for (
                    GrabFlags flags = 0;
                    flags <= (GrabFlags.Dma | GrabFlags.UseReserve | GrabFlags.NoFallback);
                    flags++
                )
                {
                    machine().Grab(flags);
                    machine().Grab(flags | GrabFlags.Atomic);
                }
            }
        );

    [Theory]
    [MemberData(nameof(ShapeNumbers))]
    public void Every_release_in_every_state(int shape) =>
        ForEveryState(
            Shapes[shape],
            machine =>
            {
                for (uint page = 0; page < 10; page++)
                    machine().Release(page);
            }
        );

    [Theory]
    [MemberData(nameof(ShapeNumbers))]
    public void Every_pair_of_requests_in_every_state(int shape) =>
        ForEveryState(
            Shapes[shape],
            machine =>
            {
                for (uint first = 1; first <= 4; first++)
                for (uint second = 1; second <= 4; second++)
                for (GrabFlags flags = 0; flags <= GrabFlags.Dma; flags++)
                {
                    Machine small = machine();
                    uint? run = small.GrabRun(first, flags, 1, 0);
                    small.GrabRun(second, flags ^ GrabFlags.Dma, 2, 4);
                    for (uint i = 0; run != null && i < first; i++)
                        small.Release(run.Value + i);
                    small.Grab(GrabFlags.None);
                }
            }
        );

    private static IEnumerable<(uint, GrabFlags, uint, uint)> Requests() =>
        from count in Enumerable.Range(0, 10)
        from flags in Enumerable.Range(0, 8)
        from align in new uint[] { 0, 1, 2, 3, 4, 8, uint.MaxValue }
        from boundary in new uint[] { 0, 1, 2, 3, 4, 8 }
        select ((uint)count, (GrabFlags)flags, align, boundary);

    private static void ForEveryState(MachineShape shape, Action<Func<Machine>> check)
    {
        for (ulong state = 0; state < 1ul << (int)shape.End; state += 2)
        {
            ulong free = state;
            List<Machine> machines = [];
            check(() =>
            {
                machines.Add(new Machine(shape).SetState(free));
                return machines[^1];
            });
            machines.ForEach(machine => machine.Dispose());
        }
    }
}
