using System.Globalization;
using Porting.Build.Boot;
using Porting.Tests;

namespace Bench;

/// <summary>
/// How deep the stack of the thread that runs a suite becomes, in both kernels. gdb paints what is below the thread's
/// first frame, and looks at the end how far the paint is gone: calls, interrupts and all.
/// </summary>
internal static class Stacks
{
    /// <summary>KERNEL_STACK_SIZE (include/mach/machine/vm_param.h). Stacks lie at multiples of it.</summary>
    private const int StackBytes = 4 * 4096;

    private const byte Paint = 0xa5;

    /// <summary>What gdb's own stepping at the breakpoint may use.</summary>
    private const int Margin = 64;

    /// <summary>The port's deepest stack may be so many times the C kernel's.</summary>
    private const double Most = 1.25;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>A row a suite. Exit status 1 when a stack of the port is beyond the bound.</summary>
    /// <param name="only">Suites to take; all when empty.</param>
    public static int Run(IReadOnlyList<string> only)
    {
        HashSet<string> ofC = [.. SuitesOf("reference")];
        int failures = 0;
        Console.WriteLine($"{"deepest stack of a suite, bytes", -32} {"C", 8} {"port", 8}  ratio (bound: {Most:F2})");
        foreach (string suite in SuitesOf("port").Where(s => only.Count == 0 || only.Contains(s)))
        {
            int port = DeepestOf("port", suite);
            int? c = ofC.Contains(suite) ? DeepestOf("reference", suite) : null;
            double? ratio = (double)port / c;
            bool isBeyond = ratio > Most;
            failures += isBeyond ? 1 : 0;
            Console.WriteLine($"{suite, -32} {c, 8} {port, 8}  {ratio:F2}{(isBeyond ? " NO" : "")}");
        }

        return failures == 0 ? 0 : 1;
    }

    private static IEnumerable<string> SuitesOf(string kernel)
    {
        QemuResult boot = QemuRunner.Run(ImageOf(kernel), new QemuOptions(64));
        string[] suites =
        [
            .. boot
                .Serial.Select(l => l.Split(' '))
                .Where(w => w is ["ok", _, _, ..])
                .Select(w => w[2].Split('.')[0])
                .Distinct(),
        ];
        return suites.Length > 0
            ? suites
            : throw new InvalidOperationException(
                $"the {kernel} kernel has run no suite: {boot.Serial.LastOrDefault()}"
            );
    }

    private static string ImageOf(string kernel) => Repository.At($"artifacts/kernel/{kernel}.elf");

    private static int DeepestOf(string kernel, string suite)
    {
        string paint = Repository.At("artifacts/bench/paint"),
            stack = Repository.At("artifacts/bench/stack");
        Directory.CreateDirectory(Repository.At("artifacts/bench"));
        File.WriteAllBytes(paint, [.. Enumerable.Repeat(Paint, StackBytes)]);
        File.Delete(stack);
        string said = GdbRunner.Run(
            ImageOf(kernel),
            new QemuOptions(64, CommandLine: $"suite={suite}"),
            Repository.Root,
            [
                "break *ktest_thread",
                "continue",
                string.Create(CultureInfo.InvariantCulture, $"set $low = (unsigned)$esp & -{StackBytes}"),
                $"restore {paint} binary $low 0 (unsigned)$esp-$low-{Margin}",
                "delete",
                "break halt_all_cpus",
                "continue",
                $"dump binary memory {stack} $low $low+{StackBytes}",
            ],
            Limit
        );
        if (!File.Exists(stack))
        {
            throw new InvalidOperationException($"suite {suite} of the {kernel} kernel: {said}");
        }

        byte[] left = File.ReadAllBytes(stack);
        return StackBytes - Array.FindIndex(left, b => b != Paint);
    }
}
