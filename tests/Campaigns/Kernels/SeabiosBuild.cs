using System.Text.RegularExpressions;
using Porting.Build;

namespace Porting.Campaigns.Kernels;

/// <summary>
/// SeaBIOS by its own Makefile: the flat 32-bit code, compiled as one file, by the port; the code in segments by gcc,
/// since clang refuses 64-bit operands for constraint Q in branches that are never taken. QEMU with that firmware boots
/// our kernel's CD image with a floppy in the drive; the kernel's results, and the firmware's log on port 0x402 but for
/// numbers that follow from sizes, are those of the same firmware by clang.
/// </summary>
public sealed partial class SeabiosBuild(DebianSource sources, string port, string folder, string image)
{
    private const string Project = "seabios";

    public KernelRow Run()
    {
        BuildFolder theirs = Build("clang", $"{Tool.Clang.Locate()} -m32");
        BuildFolder ours = Build("port", port);
        (int byPort, int byC) = ours.Units();
        (string clangLog, string clangKernel) = Boot(theirs);
        (string portLog, string portKernel) = Boot(ours);
        string? difference = Emulator.Difference(clangLog, portLog) ?? Emulator.Difference(clangKernel, portKernel);
        int tests = portKernel
            .Split('\n')
            .Count(l =>
                l.StartsWith("ok ", StringComparison.Ordinal) && !l.Contains("# SKIP", StringComparison.Ordinal)
            );
        string compared =
            $"boots {Path.GetFileName(image)}: {tests} tests passed, {portLog.Split('\n').Length} lines of log";
        return new KernelRow(
            Project,
            byPort,
            byC,
            difference ?? "code in segments: clang refuses constraint Q with 64 bits",
            ours.TextSize("out/ccode32flat.o"),
            theirs.TextSize("out/ccode32flat.o"),
            difference != null ? KernelVerdict.Differs
                : tests == 0 || clangLog.Length == 0 ? KernelVerdict.Failed
                : KernelVerdict.Same,
            compared
        );
    }

    private BuildFolder Build(string name, string compiler)
    {
        BuildFolder build = new(Path.Combine(folder, Project + "-" + name));
        sources.CopyTo(Project, build.Path);
        string cc = build.Compiler(compiler, "-DMODESEGMENT=1");
        string variables = $"CC='{cc}' LD='ld -melf_i386' HOSTCC=gcc PYTHON=python3";
        build.Shell($"make {variables} defconfig");
        build.Shell($"make -j{Environment.ProcessorCount} {variables}");
        return build;
    }

    /// <summary>The firmware's log and what the kernel said, without what legally differs.</summary>
    private (string Firmware, string Kernel) Boot(BuildFolder build)
    {
        string log = build.At("firmware.log");
        string floppy = build.At("floppy.img");
        using (FileStream empty = File.Create(floppy))
        {
            empty.SetLength(1440 * 1024);
        }

        ToolResult ran = Emulator.Run(
            build,
            TimeSpan.FromMinutes(10),
            [
                .. "-boot d -global isa-debugcon.iobase=0x402 -bios out/bios.bin".Split(' '),
                "-cdrom",
                image,
                "-debugcon",
                $"file:{log}",
                "-drive",
                $"if=floppy,format=raw,file={floppy}",
            ]
        );
        if (ran.HasTimedOut || !File.Exists(log) || !Passed().IsMatch(ran.Output))
        {
            throw new BuildFailedException($"{build.At("out/bios.bin")} boots no kernel: {ran.FirstComplaint}");
        }

        return (Comparable(File.ReadLines(log).Skip(2)), Verdicts(ran.Output));
    }

    /// <summary>Addresses and sizes follow from how big the code is; some lines name the build.</summary>
    private static string Comparable(IEnumerable<string> lines) =>
        string.Join(
            '\n',
            lines.Where(l => !l.Contains("(version ", StringComparison.Ordinal)).Select(l => Number().Replace(l, "#"))
        );

    private static string Verdicts(string kernel) =>
        string.Join('\n', kernel.Split('\n').Select(l => l.TrimEnd()).Where(l => Passed().IsMatch(l)));

    [GeneratedRegex(
        @"0x[0-9a-f]+|\b[0-9a-f]{5,16}\b|(?<==|[0-9a-f]{4}:)[0-9a-f]{4}\b|(?<=size |len )\d+|(?<=took )\d+"
    )]
    private static partial Regex Number();

    [GeneratedRegex("^(not )?ok [0-9]+ .*", RegexOptions.Multiline)]
    private static partial Regex Passed();
}
