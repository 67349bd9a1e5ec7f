using Bench;
using Porting.Tests;

// With "stacks", and names of suites: how deep the kernels' stacks become (Stacks.cs).
if (args is ["stacks", .. string[] only])
{
    return Stacks.Run(only);
}

// Prints one table: what is compared, three columns of figures, the bound. Exit status 1 when a figure of ours is
// beyond its bound. Instructions and counts repeat exactly; times are the best of nine rounds and depend on the
// machine.
Programs.Build();
Table table = new();

string[] programs = [Programs.List, Programs.Queues, Programs.Port];
double[] All(Func<string, double> measure) => [.. programs.Select(measure)];

table.Add(
    "grab + release pair, i386 instructions",
    All(p => Measure.InstructionsPerRound(p, "measure_pair", "pair", 1000)),
    "<=",
    110
);
table.Add("64 KiB attempt that fails, after churn at 99 %, i386 instructions", All(p => LastLine(p, 99)), "<=", 300);
foreach ((int percent, double bound) in new[] { (50, 7289.0), (90, 423), (99, 20.8) })
{
    table.Add(
        $"64 KiB blocks, aligned, after page churn at {percent} %",
        All(p => Measure.Mean(p, "page-churn", percent)),
        ">",
        bound
    );
}

table.Add("64 KiB blocks of a half full DMA zone, after burst churn", All(p => Measure.Mean(p, "dma")), ">=", 128);
double[] replace = All(p => Measure.Number(p, "time-replace"));
table.Add("random replace at 50 %, ns", replace);
table.AddTime("  the same against the two queues", [.. replace.Select(time => time / replace[1])], "<=", 0.16);
table.Add("metadata, bytes per page", All(p => Measure.Number(p, "metadata") / 262144), "<=", 0.3);
double[][] blocks = [.. programs.Select(p => Measure.Numbers(p, "time-blocks"))];
table.AddTime("kmalloc + kfree with 2,000 live blocks, ns", [.. blocks.Select(b => b[0])], "<=", 60);
table.AddTime("  the longest kmalloc, ns", [.. blocks.Select(b => b[1])], "<=", 2000);
table.Add("pages that kmalloc keeps when all blocks are freed", [.. blocks.Select(b => b[2])], "<=", 0);
foreach (int memory in new[] { 64, 512 })
{
    table.Add(
        $"free pages below 16 MiB after boot with {memory} MiB",
        [double.NaN, double.NaN, BootedKernel.FreeIn("DMA", memory)],
        ">=",
        3738
    );
}

table.Add("pages taken by the glue after boot", [double.NaN, double.NaN, BootedKernel.PagesOfGlue(64)], "<=", 0);
table.Add(
    "free pages in the zone beyond the direct map, booted with 3,583 MiB",
    [double.NaN, double.NaN, BootedKernel.FreeIn("high", 3583)],
    ">=",
    700000
);
Console.WriteLine($"instructions: by {InstructionCounter.Name} count");
table.Print();
return table.Failures == 0 ? 0 : 1;

// The attempts that succeed have emptied memory of whole lines; the program then makes one more, counted by itself.
static double LastLine(string program, int percent) =>
    Measure.Instructions(program, "measure_line", "line", $"{percent}");
