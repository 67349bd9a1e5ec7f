using Porting.Build;
using Porting.Tests;

namespace Kernel.Proofs;

/// <summary>
/// ScheduleTests of Kernel.Host with an interrupt possible in front of every statement of the glue that looks at shared
/// memory, and not only where the flag changes: what the tests take for one step is one.
/// </summary>
internal static class ScheduleProof
{
    // The core underneath runs with interrupts off and has no statement of its own to interrupt.
    private static readonly string[] Glue =
    [
        "Vm/VmFreePages.cs",
        "Vm/VmFreeRuns.cs",
        "Vm/VmPageGrab.cs",
        "Vm/VmPageTable.cs",
        "Vm/VmWaiters.cs",
        "Vm/VmWakeups.cs",
        "Kmem/KmemBlocks.cs",
        "Kmem/KmemPages.cs",
        "Kmem/KmemSleep.cs",
        "Kmem/KmemSource.cs",
        "Diag/BadUse.cs",
        "Diag/ReportLog.cs",
    ];

    private const string Point = """
        namespace Mach;

        internal static class MemoryPoint
        {
            public static void At()
            {
                if (Interrupts.Flags() != 0)
                    HostKernel.Scheduler.Point();
            }
        }
        """;

    /// <summary>Run them all; how many tests there were.</summary>
    public static string Run(string folder)
    {
        MutantTree tree = new(folder);
        tree.WriteWith(Glue, PointWriter.Write);
        tree.WriteFile("tests/Kernel.Host/MemoryPoint.cs", Point);
        tree.Replace("tests/Kernel.Host/Glue/ScheduleTests.cs", "MaxSchedules = 200_000", "MaxSchedules = 200_000_000");
        tree.BuildHost();
        ToolResult result = ToolRunner.Run(
            "dotnet",
            [tree.HostSuites, "-noLogo", "-noColor", "-class", "*.ScheduleTests"],
            timeout: TimeSpan.FromHours(8)
        );
        Check.That(result.ExitStatus == 0, $"{result.Output}");
        return result.Output.Split('\n').First(l => l.Contains("Total:", StringComparison.Ordinal)).Trim();
    }
}
