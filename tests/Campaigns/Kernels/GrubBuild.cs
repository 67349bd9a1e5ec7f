using System.Text.RegularExpressions;
using Porting.Build;

namespace Porting.Campaigns.Kernels;

/// <summary>
/// GRUB for PC BIOS by its own configure and Makefile with the port as the target's compiler, twice: as it asks clang to
/// pass arguments, and as it asks gcc (-mregparm=3 -mrtd), which its assembler relies on. A rescue CD of each runs
/// GRUB's own functional tests and boots our kernel; what is printed is what the build by clang prints.
/// </summary>
public sealed partial class GrubBuild(DebianSource sources, string port, string folder, string kernel)
{
    private const string Project = "grub2";

    /// <summary>What configure asks of the machine that builds.</summary>
    private static readonly Tool[] Tools =
    [
        new("bison", "bison"),
        new("flex", "flex"),
        new("python3", "python3"),
        new("xorriso", "xorriso"),
        Tool.Gcc,
        Tool.GrubMkrescue,
    ];

    private const string Menu = """
        serial --unit=0 --speed=115200
        terminal_output serial
        set timeout=0
        ls (cd)/boot
        hashsum --hash sha512 /boot/kernel.elf
        hashsum --hash whirlpool /boot/kernel.elf
        insmod functional_test
        all_functional_test
        menuentry kernel {
          multiboot /boot/kernel.elf
          boot
        }

        """;

    public KernelRow Run()
    {
        SourceMissingException.Unless(Tools);
        BuildFolder theirs = Build("clang", $"{Tool.Clang.Locate()} -m32", "");
        BuildFolder ours = Build("port", port, "");
        BuildFolder registers = Build("regparm", port, "grub_cv_cc_target_clang=no");
        string expected = Boot(theirs);
        string? difference =
            Emulator.Difference(expected, Boot(ours))
            ?? (Emulator.Difference(expected, Boot(registers)) is { } found ? $"by -mregparm=3: {found}" : null);
        (int byPort, int byC) = ours.Units();
        int passed = Passed().Count(expected);
        return new KernelRow(
            Project,
            byPort,
            byC,
            difference ?? "",
            TextSize(ours),
            TextSize(theirs),
            difference != null ? KernelVerdict.Differs
                : passed == 0 ? KernelVerdict.Failed
                : KernelVerdict.Same,
            $"{Modules(ours).Length} modules, by clang's and by gcc's convention, boot {Path.GetFileName(kernel)}: {passed} tests of both passed"
        );
    }

    private BuildFolder Build(string name, string compiler, string answers)
    {
        BuildFolder build = new(Path.Combine(folder, $"{Project}-{name}"));
        sources.CopyTo(Project, build.Path, isPatched: false);
        string without = string.Join(
            ' ',
            "nls grub-mkfont grub-mount device-mapper libzfs liblzma werror".Split(' ').Select(p => $"--disable-{p}")
        );
        string cc = build.Compiler(compiler, "");
        build.Shell($"./configure --with-platform=pc --target=i386 {without} {answers} TARGET_CC='{cc}'");
        File.Delete(build.At("kernels-units")); // of configure's questions
        build.Shell($"make -j{Environment.ProcessorCount} -C grub-core");
        return build;
    }

    private static string[] Modules(BuildFolder build) => Directory.GetFiles(build.At("grub-core"), "*.module");

    private static long TextSize(BuildFolder build) =>
        Modules(build).Append(build.At("grub-core/kernel.exec")).Sum(build.TextSize);

    /// <summary>What GRUB said before it booted, and the kernel's verdicts.</summary>
    private string Boot(BuildFolder build)
    {
        string tree = build.At("cd");
        Directory.CreateDirectory(Path.Combine(tree, "boot/grub"));
        File.Copy(kernel, Path.Combine(tree, "boot/kernel.elf"));
        File.WriteAllText(Path.Combine(tree, "boot/grub/grub.cfg"), Menu);
        build.Shell("grub-mkrescue -d grub-core -o cd.iso cd");
        ToolResult ran = Emulator.Run(build, TimeSpan.FromMinutes(20), ["-cdrom", "cd.iso"]);
        File.WriteAllText(build.At("boot.log"), ran.Output);
        int booting = ran.Output.IndexOf("Booting ", StringComparison.Ordinal);
        if (ran.HasTimedOut || booting < 0 || !Passed().IsMatch(ran.Output))
        {
            throw new BuildFailedException($"{build.At("cd.iso")} boots no kernel ({build.At("boot.log")})");
        }

        string verdicts = string.Join('\n', Passed().Matches(ran.Output[booting..]).Select(m => m.Value.TrimEnd()));
        return Duration().Replace(ran.Output[..booting], "#") + verdicts;
    }

    /// <summary>How long something took.</summary>
    [GeneratedRegex(@"(?<=done )\d+(?= ms)")]
    private static partial Regex Duration();

    /// <summary>GRUB's verdict of a group of tests, or the kernel's of one.</summary>
    [GeneratedRegex("^ok [0-9]+ (?!.*# SKIP).*|^[a-z_0-9]+: PASS", RegexOptions.Multiline)]
    private static partial Regex Passed();
}
