using Porting.Build;
using Porting.Hosted;

namespace Porting.Campaigns.Kernels;

/// <summary>
/// musl, the C library, by its own configure and Makefile with the port as CC, and by clang; Lua and the programs of
/// the semantic suite linked to each statically, without a library of the compiler's: 64-bit division is ours
/// (divide.c). No line of C in our executables is another compiler's.
/// </summary>
public sealed class MuslBuild(DebianSource sources, string port, string folder, string repository)
{
    private const string Project = "musl";

    /// <summary>For programs: musl's headers first, the compiler's for what only compilers have.</summary>
    private static readonly string[] Own =
    [
        .. HostedCompiler.TargetArguments,
        "-O1",
        "-nostdinc",
        "-fno-pie",
        "-fno-stack-protector",
        "-w",
    ];

    private string Programs => Path.Combine(repository, "tests/Semantics/Programs");

    public KernelRow Run()
    {
        BuildFolder theirs = Build("clang", $"{Tool.Clang.Locate()} -m32");
        BuildFolder ours = Build("port", port);
        (int byPort, int byC) = ours.Units();
        List<string> differences = [];
        int same = 0;
        int without = 0;
        foreach (string file in Directory.EnumerateFiles(Programs, "*.c").Order(StringComparer.Ordinal))
        {
            string[] flags = [.. Flags(file).Where(f => !f.StartsWith("-l", StringComparison.Ordinal))];
            Count(Path.GetFileName(file), Compare([file], flags, [], theirs, ours), differences, ref same, ref without);
        }

        string lua = Path.Combine(folder, "lua5.4");
        sources.CopyTo("lua5.4", lua);
        string[] units =
        [
            .. Directory.GetFiles(Path.Combine(lua, "src"), "*.c").Where(f => Path.GetFileName(f) != "luac.c"),
        ];
        // Debian's configuration writes this header.
        File.WriteAllText(Path.Combine(lua, "src/lua5.4-deb-multiarch.h"), "#define DEB_HOST_MULTIARCH \"i386\"\n");
        string script = Path.Combine(repository, "tests/Campaigns/RealWorld/lua/work.lua");
        string verdict = Compare(units, ["-O2", "-DLUA_COMPAT_5_3"], [script], theirs, ours) switch
        {
            null => "same",
            "" => "is not made by clang and musl",
            var other => other,
        };
        return new KernelRow(
            Project,
            byPort,
            byC,
            string.Join("; ", differences),
            ours.TextSize("lib/libc.a"),
            theirs.TextSize("lib/libc.a"),
            differences.Count > 0 || verdict != "same" || same == 0 ? KernelVerdict.Differs : KernelVerdict.Same,
            $"Lua {verdict}; {same} programs the same, {differences.Count} not, {without} that clang and musl do not make"
        );
    }

    private static void Count(string name, string? verdict, List<string> differences, ref int same, ref int without)
    {
        same += verdict == null ? 1 : 0;
        without += verdict == "" ? 1 : 0;
        if (!string.IsNullOrEmpty(verdict))
        {
            differences.Add($"{name}: {verdict}");
            Console.WriteLine($"musl: {name}: {verdict}");
        }
    }

    private BuildFolder Build(string name, string compiler)
    {
        BuildFolder build = new(Path.Combine(folder, Project + "-" + name));
        sources.CopyTo(Project, build.Path);
        string cc = build.Compiler(compiler, "");
        build.Shell(
            $"AR=ar RANLIB=ranlib CC='{cc}' ./configure --target=i386 --disable-shared --prefix={build.At("root")}"
        );
        File.Delete(build.At("kernels-units"));
        build.Shell($"make -j{Environment.ProcessorCount} AR=ar RANLIB=ranlib install-libs install-headers");
        build.Shell(
            $"'{cc}' -O2 -ffreestanding -c {Path.Combine(repository, "tests/Campaigns/Kernels/musl/divide.c")} -o root/divide.o"
        );
        return build;
    }

    /// <summary>null: the same; empty: clang's program says nothing; else the difference.</summary>
    private static string? Compare(
        string[] files,
        string[] flags,
        string[] arguments,
        BuildFolder theirs,
        BuildFolder ours
    )
    {
        ToolResult? expected = Ran(files, flags, arguments, theirs, out _);
        if (expected is not { HasTimedOut: false, ExitStatus: < 128 })
        {
            return "";
        }

        ToolResult? actual = Ran(files, flags, arguments, ours, out string complaint);
        return actual == null ? complaint : Differential.Difference(expected, actual);
    }

    /// <summary>Compiles, links, runs; null when that is not possible.</summary>
    private static ToolResult? Ran(
        string[] files,
        string[] flags,
        string[] arguments,
        BuildFolder build,
        out string complaint
    )
    {
        string place = build.At("programs");
        Directory.CreateDirectory(place);
        string headers = $"{build.At("root/include")}";
        List<string> objects = [];
        foreach (string file in files)
        {
            string made = Path.Combine(place, Path.GetFileNameWithoutExtension(file) + ".o");
            string[] words =
            [
                .. Own,
                "-isystem",
                headers,
                "-isystem",
                "/usr/lib/llvm-19/lib/clang/19/include",
                .. flags,
            ];
            ToolResult compiled = ToolRunner.Run(
                build.At("kernels-cc"),
                [.. words, "-c", file, "-o", made],
                Path.GetDirectoryName(file),
                TimeSpan.FromMinutes(5)
            );
            if (compiled.ExitStatus != 0)
            {
                complaint = compiled.FirstComplaint;
                return null;
            }

            objects.Add(made);
        }

        string library = build.At("root/lib/");
        string program = Path.Combine(place, Path.GetFileNameWithoutExtension(files[0]));
        ToolResult linked = ToolRunner.Run(
            Tool.Ld.Locate(),
            [
                "-melf_i386",
                "-static",
                "-o",
                program,
                library + "crt1.o",
                library + "crti.o",
                .. objects,
                library + "libc.a",
                build.At("root/divide.o"),
                library + "crtn.o",
            ]
        );
        complaint = linked.FirstComplaint;
        return linked.ExitStatus == 0 ? ToolRunner.Run(program, arguments, place, TimeSpan.FromMinutes(2)) : null;
    }

    /// <summary>What a program asks for in its first line.</summary>
    private static string[] Flags(string file)
    {
        string first = File.ReadLines(file).First();
        return first.StartsWith("/* flags: ", StringComparison.Ordinal)
            ? first["/* flags: ".Length..^" */".Length].Split(' ')
            : [];
    }
}
