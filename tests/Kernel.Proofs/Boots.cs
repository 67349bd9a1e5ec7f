using System.Collections.Concurrent;
using Porting.Build.Boot;
using Porting.Tests;

namespace Kernel.Proofs;

/// <summary>The port's image booted over and over, two machines at a time; every boot has to end as one that is
/// well.</summary>
internal static class Boots
{
    // The shortest suite.
    private const string BootAlone = "suite=layout";

    private const string Refused = "# the request for pages is refused";

    // A boot takes seconds; on a host that is busy with other things, much longer.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(20);

    // No normal zone, the usual, much, and memory beyond the direct map.
    private static readonly int[] Sizes = [16, 64, 512, 3583];

    // Where it is measured how long interrupts are off: the usual, all of the direct map, the most there is.
    private static readonly int[] MeasuredSizes = [64, 800, 3583];

    // All of memory is filled with poison, so it is really taken from the host.
    private static readonly int[] DebugSizes = [16, 64, 830];

    private static readonly ParallelOptions TwoAtATime = new() { MaxDegreeOfParallelism = 2 };

    private static string Image => Repository.At("artifacts/kernel/port.elf");

    /// <summary>Random memory sizes and seeds. All tests have to pass on each.</summary>
    public static string Random(int boots)
    {
        BootAll(
            "boots",
            boots,
            i =>
            {
                RandomMachine machine = new(i);
                return ($"{machine}", machine.Boot(Image, "", Timeout));
            }
        );
        return $"{boots} boots";
    }

    /// <summary>Generated memory maps.</summary>
    public static string Maps(int maps)
    {
        BootAll(
            "maps",
            maps,
            i =>
            {
                BootedMap map = new(i);
                return ($"{map}", map.Boot(Image, Timeout));
            }
        );
        return $"{maps} memory maps booted";
    }

    // All of them, whatever one says: what is wrong is told at once, and together at the end.
    private static void BootAll(string what, int count, Func<int, (string Machine, IEnumerable<string> Wrong)> boot)
    {
        Progress progress = new(what, count);
        ConcurrentQueue<string> bad = [];
        Parallel.For(
            0,
            count,
            TwoAtATime,
            i =>
            {
                (string machine, IEnumerable<string> wrong) = boot(i);
                if (string.Join("; ", wrong) is { Length: > 0 } said)
                {
                    Console.WriteLine($"  {machine}: {said}");
                    bad.Enqueue(machine);
                }
                progress.Add();
            }
        );
        Check.That(bad.IsEmpty, $"{bad.Count} of {count} {what} went wrong: {string.Join(" | ", bad)}");
    }

    /// <summary>Debug boots: every kind of seeded mistake has to be found, on machines of all sizes.</summary>
    public static string Misuse()
    {
        int found = 0;
        foreach (int memory in DebugSizes)
        {
            QemuResult result = QemuRunner.Run(
                Image,
                new QemuOptions(memory, Timeout: Timeout, CommandLine: "memdebug suite=misuse")
            );
            Ktap ktap = result.Ktap;
            Check.That(
                ktap.Disagreements(result.ExitStatus, result.HasTimedOut).Count == 0
                    && ktap.Count(TestOutcome.Passed) == ktap.Results.Count,
                $"{memory} MiB: {string.Join(" | ", result.Serial.TakeLast(5))}"
            );
            found = ktap.Count(TestOutcome.Passed);
            Console.WriteLine($"  {memory} MiB: {found} of {ktap.Results.Count} kinds");
        }
        return $"{found} kinds of mistakes found, with their callers, on {DebugSizes.Length} machines";
    }

    /// <summary>An interrupt that allocates after every instruction of grab, release, kmalloc, kfree and
    /// collecting.</summary>
    public static string Interrupts()
    {
        foreach (int memory in Sizes)
            PrintInstructions(memory, "single_step");
        foreach (int memory in MeasuredSizes)
            PrintInstructions(memory, "interrupts_off");
        return $"{Sizes.Length} machines";
    }

    private static void PrintInstructions(int memory, string suite)
    {
        QemuResult result = QemuRunner.Run(
            Image,
            new QemuOptions(memory, Timeout: Timeout, CommandLine: $"suite={suite}")
        );
        Ktap ktap = result.Ktap;
        Check.That(
            ktap.Disagreements(result.ExitStatus, result.HasTimedOut).Count == 0
                && ktap.Count(TestOutcome.Passed) == ktap.Results.Count,
            $"{memory} MiB: {string.Join(" | ", result.Serial.TakeLast(5))}"
        );
        foreach (string line in result.Serial.Where(l => l.Contains(" instructions", StringComparison.Ordinal)))
            Console.WriteLine($"  {memory} MiB: {line[2..]}");
    }

    /// <summary>
    /// The n-th request for pages fails, for each n, or each <paramref name="step"/>-th: in boot and the suites about
    /// block devices and the floppy; with that request alone, and with the three after it as well, so that trying again
    /// does not help. The kernel goes on to the end of the tests; a test may see the error. The soak of kmalloc runs
    /// through its own n inside the kernel (suite "failures").
    /// </summary>
    public static string Failing(int step)
    {
        Progress progress = new("boots");
        int boots = 0;
        int seen = 0;
        string disk = Path.GetTempFileName();
        File.WriteAllBytes(disk, new byte[1440 * 1024]);
        int ofBoot = 1;
        foreach (
            string options in new[]
            {
                BootAlone,
                BootAlone + " failmore=3",
                "suite=linux_floppy",
                "suite=linux_floppy failmore=3",
                "suite=linux_block failmore=3",
            }
        )
        {
            bool isBoot = options.StartsWith(BootAlone, StringComparison.Ordinal);
            int last = int.MaxValue;
            int next = isBoot ? 1 : ofBoot; // what boot asks for first is the same each time
            Parallel.For(
                0,
                2,
                _ =>
                {
                    for (
                        int n = Interlocked.Add(ref next, step) - step;
                        n < Volatile.Read(ref last);
                        n = Interlocked.Add(ref next, step) - step
                    )
                    {
                        QemuResult result = QemuRunner.Run(
                            Image,
                            new QemuOptions(24, disk, Timeout, $"{options} failpage={n}")
                        );
                        Interlocked.Increment(ref boots);
                        progress.Add();
                        if (!result.Serial.Contains(Refused))
                            Volatile.Write(ref last, n);
                        Check.That(
                            result.Serial.Any(line => line.StartsWith("# end of tests", StringComparison.Ordinal)),
                            $"{options} failpage={n}: {string.Join(" | ", result.Serial.TakeLast(3))}"
                        );
                        if (result.Ktap.Results.Any(r => r.Outcome == TestOutcome.Failed))
                            Interlocked.Increment(ref seen);
                    }
                }
            );
            ofBoot = isBoot ? last : ofBoot;
            Console.WriteLine($"  {options}: {last - 1} requests, {(step == 1 ? "each" : $"one of {step}")} refused");
        }
        File.Delete(disk);
        return $"{boots} boots went on to their end; in {seen} of them a test saw the error";
    }
}
