using System.Diagnostics;
using Porting.Build;
using Porting.Tests.Devices;

namespace Porting.Demo;

/// <summary>
/// A second emulator. QEMU's DMA controller goes on across a 64 KiB line, where a real one starts over 64 KiB lower;
/// Bochs stops at such a transfer ("request outside 64k boundary"). So the kernel has to pass there as it is, and to be
/// stopped when its check is switched off. The kernel comes from a CD, through GRUB, because Bochs loads no kernels by
/// itself.
/// </summary>
internal static class BochsOracle
{
    private const string Subject = "C# kernel, 64 MiB, Bochs";
    private const string Panic = "request outside 64k boundary";
    private static readonly Tool Bochs = new("bochs", "bochs");
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    public static IEnumerable<Check> Checks(string kernel, byte[] disk, string folder)
    {
        (IReadOnlyList<string> serial, bool hasPanicked) = Run(
            kernel,
            "suite=linux_floppy",
            disk,
            Path.Combine(folder, "bochs-floppy")
        );
        string expected = $"# floppy: crc32 {Crc32.Of(disk):x8} of {disk.Length} bytes";
        yield return new Check(
            Subject,
            "the whole disk arrives",
            HasPassed(serial) && !hasPanicked && serial.Any(l => l.StartsWith(expected, StringComparison.Ordinal)),
            $"{serial.FirstOrDefault(l => l.StartsWith("# floppy: crc32", StringComparison.Ordinal))}; host {Crc32.Of(disk):x8}"
        );

        (serial, hasPanicked) = Run(kernel, "suite=linux_dma", disk, Path.Combine(folder, "bochs-legal"));
        yield return new Check(
            Subject,
            "what cannot be reached is refused, and the controller sees none of it",
            HasPassed(serial) && !hasPanicked,
            serial.LastOrDefault() ?? "no output"
        );

        (serial, hasPanicked) = Run(kernel, "suite=linux_dma cross64", disk, Path.Combine(folder, "bochs-forced"));
        string? forced = serial.FirstOrDefault(l => l.StartsWith("# dma: forced across", StringComparison.Ordinal));
        yield return new Check(
            Subject,
            "forced across a 64 KiB line, the DMA controller stops the machine",
            hasPanicked && forced != null,
            $"{forced}; Bochs: {(hasPanicked ? Panic : "no complaint")}"
        );
    }

    /// <summary>The last line of the tests is there, to its end.</summary>
    private static bool HasEnded(string serial) =>
        serial.Contains("# end of tests", StringComparison.Ordinal)
        && serial.TrimEnd().EndsWith(" skipped", StringComparison.Ordinal);

    private static bool HasPassed(IReadOnlyList<string> serial) =>
        serial.Any(l =>
            l.StartsWith("# end of tests: ", StringComparison.Ordinal)
            && l.Contains(" 0 failed", StringComparison.Ordinal)
        );

    /// <summary>Boots until the tests have ended, Bochs has stopped, or the time is over. Returns the lines of the
    /// serial port, and whether Bochs complained about the 64 KiB line.</summary>
    private static (IReadOnlyList<string> Serial, bool HasPanicked) Run(
        string kernel,
        string commandLine,
        byte[] disk,
        string folder
    )
    {
        WriteMachine(kernel, commandLine, disk, folder);
        string serial = Path.Combine(folder, "serial.txt"),
            log = Path.Combine(folder, "bochs.log");
        ProcessStartInfo info = new(Bochs.Locate(), ["-q", "-f", "bochsrc", "-rc", "debugger"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = new() { StartInfo = info };
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (
            Stopwatch watch = Stopwatch.StartNew();
            !process.HasExited && watch.Elapsed < Timeout && !HasEnded(Text(serial));

        )
        {
            Thread.Sleep(200);
        }

        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        return (
            [.. Text(serial).Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0)],
            Text(log).Contains(Panic, StringComparison.Ordinal)
        );
    }

    private static void WriteMachine(string kernel, string commandLine, byte[] disk, string folder)
    {
        string boot = Path.Combine(folder, "cd", "boot");
        Directory.CreateDirectory(Path.Combine(boot, "grub"));
        File.Copy(kernel, Path.Combine(boot, "kernel.elf"), overwrite: true);
        File.WriteAllText(
            Path.Combine(boot, "grub", "grub.cfg"),
            $"set timeout=0\nmenuentry \"kernel\" {{\n  multiboot /boot/kernel.elf {commandLine}\n  boot\n}}\n"
        );
        ToolResult made = ToolRunner.Run(
            Tool.GrubMkrescue.Locate(),
            ["-o", Path.Combine(folder, "kernel.iso"), Path.Combine(folder, "cd")]
        );
        if (made.ExitStatus != 0)
        {
            throw new PortException(
                PortDiagnostic.Error("PORT6040", SourceLocation.None, $"grub-mkrescue failed: {made.FirstComplaint}")
            );
        }

        File.WriteAllBytes(Path.Combine(folder, "floppy.img"), disk);
        File.WriteAllText(Path.Combine(folder, "debugger"), "continue\nquit\n");
        File.WriteAllLines(
            Path.Combine(folder, "bochsrc"),
            [
                "display_library: rfb, options=\"timeout=0\"",
                "megs: 64",
                "romimage: file=/usr/share/bochs/BIOS-bochs-latest",
                "vgaromimage: file=/usr/share/bochs/VGABIOS-lgpl-latest",
                "cpu: model=p4_willamette, count=1, ips=50000000",
                "clock: sync=none, time0=1136073600",
                "floppya: 1_44=floppy.img, status=inserted",
                "ata0: enabled=1, ioaddr1=0x1f0, ioaddr2=0x3f0, irq=14",
                "ata0-master: type=cdrom, path=kernel.iso, status=inserted",
                "boot: cdrom",
                "com1: enabled=1, mode=file, dev=serial.txt",
                "sound: waveoutdrv=dummy, waveindrv=dummy, midioutdrv=dummy",
                "log: bochs.log",
                "panic: action=fatal",
                "error: action=report",
                "info: action=ignore",
                "debug: action=ignore",
            ]
        );
    }

    /// <summary>What is in a file that another program is writing; nothing while it is not there.</summary>
    private static string Text(string file)
    {
        if (!File.Exists(file))
        {
            return "";
        }

        using StreamReader reader = new(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
