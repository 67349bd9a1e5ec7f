using System.Globalization;
using System.Text.RegularExpressions;
using Porting.Build;
using Porting.Build.Boot;
using Porting.Tests;
using Porting.Tests.Devices;

namespace Kernel.Boot;

/// <summary>A boot with memdebug: every seeded mistake is found and blamed on the function that made it, and nobody
/// else's code is blamed for anything.</summary>
public sealed partial class MemoryDebugTests
{
    private const int Kinds = 15;

    private static readonly string Kernel = Repository.At("artifacts/kernel/port.elf");

    // All suites, with all drivers' devices.
    private static readonly Lazy<QemuResult> Boot = new(() =>
    {
        using ScratchFolder scratch = new();
        File.WriteAllBytes(scratch.At("floppy.img"), Boots.Disk);
        foreach (string name in Boots.HardDisks)
            File.WriteAllBytes(scratch.At(name), HardDiskImage.Make(name));
        return QemuRunner.Run(
            Kernel,
            new QemuOptions(64, scratch.At("floppy.img"), CommandLine: "memdebug")
            {
                Sound = scratch.At("sound.wav"),
                Network = scratch.At("net.pcap"),
                NetworkCards = Boots.NetworkCards,
                IdeDisk = scratch.At("hda"),
                ScsiDisk = scratch.At("sda"),
            }
        );
    });

    [Fact]
    public void All_tests_pass_with_poison_red_zones_and_free_pages_that_are_not_there()
    {
        Ktap ktap = Boot.Value.Ktap;
        Assert.Empty(ktap.Disagreements(Boot.Value.ExitStatus, Boot.Value.HasTimedOut));
        Assert.Empty(ktap.Results.Where(r => r.Outcome == TestOutcome.Failed).Select(r => r.Name));
        Porting.Build.Boot.TestResult[] misuse =
        [
            .. ktap.Results.Where(r => r.Name.StartsWith("misuse.", StringComparison.Ordinal)),
        ];
        Assert.Equal(Kinds, misuse.Count(r => r.Outcome == TestOutcome.Passed));
        Assert.Equal(Kinds, misuse.Length);
    }

    /// <summary>The symbol table's word against the kernel's.</summary>
    [Fact]
    public void Each_mistake_is_blamed_on_the_function_that_made_it()
    {
        Match[] lines = [.. Boot.Value.Serial.Select(l => MisuseLine().Match(l)).Where(m => m.Success)];
        Assert.Equal(Kinds, lines.Length);
        Assert.All(
            lines,
            line =>
                Assert.Equal("Mach.MisuseSeeds." + line.Groups["seed"].Value, FunctionAt(line.Groups["caller"].Value))
        );
    }

    /// <summary>The drivers are not blamed: what is reported of memory that was touched is what the suite has
    /// seeded.</summary>
    [Fact]
    public void Nobody_else_touches_memory_that_is_not_his()
    {
        string[] touched =
        [
            .. Boot
                .Value.Serial.Select(l => TouchLine().Match(l))
                .Where(m => m.Success)
                .Select(m => FunctionAt(m.Groups["caller"].Value)),
        ];
        Assert.Equal(7, touched.Length);
        Assert.All(touched, function => Assert.StartsWith("Mach.MisuseSeeds.", function));
    }

    private static readonly Lazy<(uint Address, string Name)[]> Functions = new(() =>
        [
            .. ToolRunner
                .Run("/usr/bin/nm", ["-n", Kernel])
                .Output.Split('\n')
                .Select(l => l.Split(' '))
                .Where(w => w.Length == 3 && w[1] is "t" or "T")
                .Select(w => (Convert.ToUInt32(w[0], 16), w[2])),
        ]
    );

    private static string FunctionAt(string address)
    {
        // the call, not what follows it
        uint place = uint.Parse(address, NumberStyles.HexNumber, CultureInfo.InvariantCulture) - 1;
        return Functions.Value.Last(f => f.Address <= place).Name;
    }

    [GeneratedRegex("^# misuse: (?<seed>[A-Za-z]+) by 0x(?<caller>[0-9a-f]+)$")]
    private static partial Regex MisuseLine();

    [GeneratedRegex(
        "^(kmalloc: (right|left) of block|kmalloc: a free block|free page: ).*(caller|written at 0x[0-9a-f]+ by the instruction at) 0x(?<caller>[0-9a-f]+)$"
    )]
    private static partial Regex TouchLine();
}
