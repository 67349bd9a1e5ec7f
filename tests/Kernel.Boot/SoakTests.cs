using System.Collections.Concurrent;
using Kernel.Proofs;
using Porting.Tests;

namespace Kernel.Boot;

/// <summary>Slices of two proofs (<c>--target=ProveBoots</c>, <c>--target=ProveMapBoots</c>): machines with random
/// sizes of memory, and with generated memory maps.</summary>
public sealed class SoakTests
{
    private const int RandomBoots = 20;
    private const int MapBoots = 6;

    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    // Short ones; all suites in one boot are what Boots has.
    private static readonly string[] Suites =
    [
        "zones",
        "placement",
        "kmem",
        "vm_page",
        "linux_kmem",
        "misuse",
        "failures",
        "vm_object",
        "single_step",
        "vm_contiguous",
    ];

    private static string Image => Repository.At("artifacts/kernel/port.elf");

    [Fact]
    public void Twenty_random_machines_pass()
    {
        ConcurrentBag<string> wrong = [];
        Parallel.For(
            0,
            RandomBoots,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            i =>
            {
                RandomMachine machine = new(i);
                foreach (string complaint in machine.Boot(Image, "suite=" + Suites[i % Suites.Length], Timeout))
                    wrong.Add($"{machine}, {Suites[i % Suites.Length]}: {complaint}");
            }
        );
        Assert.True(wrong.IsEmpty, string.Join("\n", wrong));
    }

    [Fact]
    public void Generated_memory_maps_boot()
    {
        ConcurrentBag<string> wrong = [];
        Parallel.For(
            0,
            MapBoots,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            i =>
            {
                BootedMap map = new(i);
                foreach (string complaint in map.Boot(Image, Timeout))
                    wrong.Add($"{map}: {complaint}");
            }
        );
        Assert.True(wrong.IsEmpty, string.Join("\n", wrong));
    }
}
