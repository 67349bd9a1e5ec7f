using System.Text.RegularExpressions;
using Porting.Build;

namespace Porting.Campaigns.Kernels;

/// <summary>
/// Linux for i386 by Kbuild with the port as CC: tinyconfig with a console, files, sockets and Linux's own tests of its
/// parts (linux/config), 16-bit start-up code and decompressor included. QEMU boots it with a first process of ours
/// (linux/init.c), which asks the kernel for a bit of everything. What both print is what the build by clang prints, but
/// for numbers.
/// </summary>
public sealed partial class LinuxBuild(DebianSource sources, string port, string folder, string repository)
{
    private const string Project = "linux";
    private const string CommandLine = "console=ttyS0 panic=-1";
    private const string Binutils = "LD=ld AR=ar NM=nm OBJCOPY=objcopy OBJDUMP=objdump READELF=readelf STRIP=strip";

    private static readonly Tool[] Tools =
    [
        new("bison", "bison"),
        new("flex", "flex"),
        new("bc", "bc"),
        Tool.Gcc,
        Tool.Qemu,
    ];

    private string Own => Path.Combine(repository, "tests/Campaigns/Kernels/linux");

    public KernelRow Run()
    {
        SourceMissingException.Unless(Tools);
        string tree = sources.Tree(Project, isPatched: false);
        BuildFolder theirs = Build(tree, "clang", Tool.Clang.Locate());
        BuildFolder ours = Build(tree, "port", port);
        (int byPort, int byC) = ours.Units();
        string log = Boot(ours);
        string? difference = Emulator.Difference(Comparable(Boot(theirs)), Comparable(log));
        return new KernelRow(
            Project,
            byPort,
            byC,
            difference ?? "",
            ours.TextSize("vmlinux"),
            theirs.TextSize("vmlinux"),
            difference != null ? KernelVerdict.Differs : KernelVerdict.Same,
            $"boots: {Passed().Match(log).Groups["number"].Value} tests of the first process, {log.Split('\n').Length} lines of log"
        );
    }

    private BuildFolder Build(string tree, string name, string compiler)
    {
        BuildFolder build = new(Path.Combine(folder, $"{Project}-{name}"));
        Directory.CreateDirectory(build.Path);
        string variables =
            $"ARCH=i386 CROSS_COMPILE=i386-linux-gnu- {Binutils} HOSTCC=gcc CC='{build.Compiler(compiler, "")}'";
        string make = $"make -C {tree} O={build.Path} {variables} -j{Environment.ProcessorCount}";
        build.Shell($"{make} tinyconfig");
        build.Shell($"{tree}/scripts/kconfig/merge_config.sh -m -O . .config {Own}/config");
        build.Shell($"{make} olddefconfig");
        File.Delete(build.At("kernels-units")); // of Kconfig's questions
        build.Shell($"{make} bzImage", TimeSpan.FromHours(3));
        return build;
    }

    private string Boot(BuildFolder build)
    {
        build.Shell($"gcc -m32 -static -O1 -o init {Own}/init.c");
        File.WriteAllText(
            build.At("files"),
            "dir /dev 0755 0 0\nnod /dev/console 0600 0 0 c 5 1\nfile /init init 0755 0 0\n"
        );
        build.Shell("usr/gen_init_cpio files > files.cpio");
        string[] options = ["-kernel", "arch/x86/boot/bzImage", "-initrd", "files.cpio", "-append", CommandLine];
        ToolResult ran = Emulator.Run(build, TimeSpan.FromMinutes(20), options);
        File.WriteAllText(build.At("boot.log"), ran.Output);
        return !ran.HasTimedOut && Passed().IsMatch(ran.Output)
            ? ran.Output
            : throw new BuildFailedException($"the first process does not end well ({build.At("boot.log")})");
    }

    /// <summary>Sizes, addresses and times follow from the code; in which order drivers find what is there, too.</summary>
    private static string Comparable(string log) =>
        string.Join(
            '\n',
            log.Split('\n')
                .Where(l => !OfTheBuild().IsMatch(l))
                .Select(l => Number().Replace(l.TrimEnd(), "#"))
                .Order(StringComparer.Ordinal)
        );

    /// <summary>The compiler's name, and what is there or not by how long something took.</summary>
    [GeneratedRegex("^Linux version|^tsc: |^clocksource: |^sched_clock|^random: |BogoMIPS")]
    private static partial Regex OfTheBuild();

    [GeneratedRegex(@"(0x)?\b[0-9a-f]*[0-9][0-9a-f]*\b|\d+(?=[A-Za-z])")]
    private static partial Regex Number();

    [GeneratedRegex("^init: (?<number>[0-9]+) passed, 0 failed", RegexOptions.Multiline)]
    private static partial Regex Passed();
}
