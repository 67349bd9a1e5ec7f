using Porting.Build.Boot;
using Porting.Tests;

namespace Kernel.Proofs;

/// <summary>The port's image booted over and over, two machines at a time; every boot has to end as one that is well.</summary>
internal static class Boots
{
    private const string Refused = "# the request for pages is refused";

    private static string Image => Repository.At("artifacts/kernel/port.elf");

    /// <summary>Random memory sizes and seeds. All tests have to pass on each.</summary>
    public static string Random(int boots)
    {
        Parallel.For(0, boots, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            Random random = new(i);
            int memory = random.Next(4) switch { 0 => random.Next(6, 20), 1 => random.Next(20, 800), 2 => 1 << random.Next(3, 10), _ => random.Next(6, 130) };
            QemuResult result = QemuRunner.Run(Image, new QemuOptions(memory, CommandLine: $"seed={i + 1}"));
            string[] wrong = [.. result.Ktap.Disagreements(result.ExitStatus, result.HasTimedOut), .. result.Ktap.Results.Where(r => r.Outcome == TestOutcome.Failed).Select(r => r.Name)];
            Check.That(wrong.Length == 0, $"{memory} MiB, seed={i + 1}: {string.Join("; ", wrong)}");
        });
        return $"{boots} boots";
    }

    /// <summary>
    /// The n-th request for pages fails, for each n, or each <paramref name="step"/>-th: in boot and the suites about
    /// the glue and the floppy. The kernel goes on to the end of the tests; a test may see the error.
    /// </summary>
    public static string Failing(int step)
    {
        int boots = 0;
        int seen = 0;
        string disk = Path.GetTempFileName();
        File.WriteAllBytes(disk, new byte[1440 * 1024]);
        foreach (string suite in new[] { "linux_floppy", "kmem", "linux_block" })
        {
            int last = int.MaxValue;
            int next = 1;
            Parallel.For(0, 2, _ =>
            {
                for (int n = Interlocked.Add(ref next, step) - step; n < Volatile.Read(ref last); n = Interlocked.Add(ref next, step) - step)
                {
                    QemuResult result = QemuRunner.Run(Image, new QemuOptions(24, disk, CommandLine: $"suite={suite} failpage={n}"));
                    Interlocked.Increment(ref boots);
                    if (!result.Serial.Contains(Refused))
                        Volatile.Write(ref last, n);
                    Check.That(result.Serial.Any(line => line.StartsWith("# end of tests", StringComparison.Ordinal)), $"suite={suite} failpage={n}: {string.Join(" | ", result.Serial.TakeLast(3))}");
                    if (result.Ktap.Results.Any(r => r.Outcome == TestOutcome.Failed))
                        Interlocked.Increment(ref seen);
                }
            });
        }
        File.Delete(disk);
        return $"{boots} boots went on to their end; in {seen} of them a test saw the error";
    }
}
