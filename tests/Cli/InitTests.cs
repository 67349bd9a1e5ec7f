using System.Diagnostics;
using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>New ports of the small kernel: what is recorded, what is refused, and what goes into the image beside
/// C#.</summary>
public sealed class InitTests
{
    private const string Booted = "tiny: done";

    private static TinyPort Made()
    {
        TinyPort tiny = new();
        tiny.Done("init", "--", "make", "-s", "-C", "../tiny");
        return tiny;
    }

    [Fact]
    public void Nothing_is_overwritten()
    {
        using TinyPort tiny = new();
        tiny.Write("port/tiny.csproj", "mine");
        tiny.Refused("PORT9040", "init", "--", "make", "-s", "-C", "../tiny");
        Assert.Equal("mine", tiny.Read("port/tiny.csproj"));
        Assert.Equal(["tiny.csproj"], Directory.EnumerateFileSystemEntries(tiny.At("port")).Select(Path.GetFileName));
        File.Delete(tiny.At("port/tiny.csproj"));
        tiny.Done("init", "--", "make", "-B", "-s", "-C", "../tiny");
        tiny.Refused("PORT9040", "init", "--", "make", "-B", "-s", "-C", "../tiny");
    }

    [Fact]
    public void A_build_that_says_nothing_is_refused()
    {
        using TinyPort tiny = new();
        tiny.Refused("PORT9004", "init");
        tiny.Refused("PORT9041", "init", "--", "true");
        tiny.Refused("PORT9041", "init", "--", "make", "-s", "-C", "../tiny", "CFLAGS=-m32 -Dinline=nonsense(");
        tiny.Done("init", "--name", "first", "--", "make", "-B", "-s", "-C", "../tiny");
        File.Delete(tiny.At("tiny/kern/ring.o"));
        Answer partly = tiny.Port("init", "--again", "--", "make", "-s", "-C", "../tiny");
        Assert.True(partly.ExitStatus == 1, partly.All);
        Assert.Contains("error PORT9041: the image has boot/start.o, but start.S was not compiled", partly.Errors);
        tiny.Refused("PORT9041", "init", "--again", "--image", "other.elf", "--", "make", "-B", "-s", "-C", "../tiny");
    }

    [Fact]
    public void A_port_around_the_C_or_of_another_machine_is_refused()
    {
        using TinyPort tiny = new();
        Answer inside = PortTool.Run(tiny.At("tiny"), "init", "--", "make", "-s");
        Assert.Contains("error PORT9043: ", inside.Errors);
        Assert.False(File.Exists(tiny.At("tiny/port.json")));
        tiny.Edit("tiny/Makefile", "$(CC) -m32 -nostdlib -static -no-pie -Wl,--build-id=none", "ld -m elf_x86_64");
        tiny.Edit("tiny/Makefile", "-lgcc", "|| touch $@");
        tiny.Refused("PORT9042", "init", "--", "make", "-B", "-s", "-C", "../tiny");
    }

    /// <summary>'dotnet build' and editors have the project, and the rules of the language with it.</summary>
    [Fact]
    public void The_project_shows_what_is_not_compiled()
    {
        using TinyPort tiny = Made();
        tiny.Done("emit");
        Answer right = DotnetBuild(tiny);
        Assert.True(right.ExitStatus == 0, right.All);
        tiny.Write(
            "port/handwritten/Own.cs",
            """
            namespace tiny;
            class Box { public int X; }
            static class Own
            {
                static int Of(int x) =>
                    new Box { X = x }.X;
            }
            """
        );
        Answer wrong = DotnetBuild(tiny);
        Assert.Equal(1, wrong.ExitStatus);
        Assert.Contains("handwritten/Own.cs(6,9): error PORT5020: 'new Box' makes an object", wrong.Output);
    }

    /// <summary>Lines of the C that move change no text, and no emit is asked for: the image has them all the
    /// same.</summary>
    [Fact]
    public void Lines_that_move_move_in_the_image()
    {
        using TinyPort tiny = Made();
        tiny.Edit("tiny/kern/main.c", "\tserial_init();\n", "\tserial_init();\n\tprintf(\"line %u\\n\", __LINE__);\n");
        string generated = "port/generated/kern/main.g.cs";
        tiny.Done("emit");
        string before = tiny.Read(generated);
        tiny.Done("build", "--port-only");
        int line = LineSaid(tiny);
        tiny.Edit("tiny/kern/main.c", "#include \"tiny.h\"\n", "\n\n#include \"tiny.h\"\n");
        tiny.Done("build", "--port-only");
        Assert.Equal(before, tiny.Read(generated));
        Assert.Equal(line + 2, LineSaid(tiny));
    }

    private static int LineSaid(TinyPort tiny)
    {
        string output = tiny.Done("boot", "--until", Booted).Output;
        return int.Parse(output.Split("line ")[1].Split('\n')[0], null);
    }

    private static Answer DotnetBuild(TinyPort tiny) =>
        PortTool.Start(
            new ProcessStartInfo("dotnet"),
            tiny.At("port"),
            ["build", "tiny.csproj", "-nologo", "-v", "quiet"]
        );

    /// <summary>Archives and partial links are taken apart; what no unit makes stays.</summary>
    [Fact]
    public void The_link_is_the_builds_own()
    {
        using TinyPort tiny = new();
        tiny.Edit(
            "tiny/kern/main.c",
            "#include \"tiny.h\"",
            "#include \"tiny.h\"\nextern char _binary_blob_size[], level[];"
        );
        tiny.Edit(
            "tiny/kern/main.c",
            "\tprintf(\"tiny: done",
            "\tprintf(\"blob: %u bytes, level %u\\n\", (unsigned)_binary_blob_size, (unsigned)level);\n\tprintf(\"tiny: done"
        );
        tiny.Write("tiny/blob", "twelve bytes");
        tiny.Write("tiny/tool.c", "int main(void) { return 0; }\n");
        tiny.Edit(
            "tiny/Makefile",
            "\t$(CC) -m32 -nostdlib -static -no-pie -Wl,--build-id=none -T link.ld -o $@ $(OBJECTS) -lgcc",
            "\tgcc -o tool tool.c\n\tar rcs kern.a kern/ring.o kern/string.o\n\tld -m elf_i386 -r -o part.o kern/main.o kern/printf.o\n"
                + "\tld -m elf_i386 -T link.ld -o $@ boot/start.o part.o kern.a $(shell gcc -m32 -print-libgcc-file-name) --defsym=level=7 -b binary blob"
        );
        Answer made = tiny.Done("init", "--", "make", "-s", "-C", "../tiny");
        Assert.Contains(
            "init: 4 C and 1 assembler units below ../tiny, linked into tiny.elf; left out, of other programs: ../tiny/tool.c",
            made.Output
        );
        Assert.Contains("\"--defsym=level=7\", \"-b\", \"binary\", \"blob\"]", tiny.Read("port/port.json"));
        tiny.Done("emit");
        tiny.Done("build", "--port-only");
        Assert.Contains("blob: 12 bytes, level 7\n", tiny.Done("boot", "--until", Booted).Output);

        // What the linker takes in belongs to the image.
        tiny.Write("tiny/blob", "thirteen bytes");
        tiny.Refused("PORT7020", "boot", "--until", Booted);
        tiny.Done("build", "--port-only");
        Assert.Contains("blob: 14 bytes", tiny.Done("boot", "--until", Booted).Output);
    }

    /// <summary>Entries as bear writes them: the file absolute, the argument relative, no script.</summary>
    [Fact]
    public void A_database_is_taken_as_others_write_it()
    {
        using TinyPort tiny = new();
        string[] units = ["boot/start.S", "kern/main.c", "kern/printf.c", "kern/ring.c", "kern/string.c"];
        IEnumerable<string> entries = units.Select(u =>
        {
            string options = u.EndsWith(".S", StringComparison.Ordinal)
                ? "\"-I\",\"include\",\"-imacros\",\"boot.h\""
                : "\"-ffreestanding\",\"-Iinclude\"";
            return $$"""{"directory":"{{tiny.At("tiny")}}","file":"{{tiny.At("tiny/" + u)}}","output":"{{u}}.o","arguments":["/usr/bin/gcc","-m32","-c",{{options}},"-o","{{u}}.o","{{u}}"]}""";
        });
        tiny.Write("tiny/compile_commands.json", $"[{string.Join(",\n", entries)}]");
        tiny.Done("init", "--compile-commands", "../tiny/compile_commands.json", "--linker-script", "../tiny/link.ld");
        tiny.Done("emit");
        tiny.Done("build");
        tiny.Done("boot", "--until", Booted);

        // A file that the assembler takes in by itself.
        tiny.Write("tiny/boot/motd.txt", "another text\0");
        tiny.Refused("PORT7020", "boot", "--until", Booted);
        tiny.Done("build");
        Assert.StartsWith("another text\n", tiny.Done("boot", "--until", Booted).Output);
        tiny.Edit("tiny/boot/start.S", "cld", "cdl");
        Answer wrong = tiny.Port("emit");
        Assert.Contains("tiny/boot/start.S(9): error PORT6020: ", wrong.Errors.Replace(",1)", ")"));
    }

    [Fact]
    public void Without_a_script_the_tool_brings_one()
    {
        using TinyPort tiny = new();
        tiny.Edit("tiny/boot/start.S", ".head", ".multiboot");
        tiny.Edit("tiny/boot/start.S", "start:\n", "_start:\n");
        tiny.Edit("tiny/boot/start.S", ".globl\tstart", ".globl\t_start");
        tiny.Edit("tiny/Makefile", " -T link.ld", " -Wl,-e,_start");
        tiny.Done("init", "--", "make", "-s", "-C", "../tiny");
        Assert.Contains("\"linkerScript\": \"link/kernel.ld\"", tiny.Read("port/port.json"));
        tiny.Done("emit");
        tiny.Done("build", "--port-only");
        tiny.Done("boot", "--until", Booted);
    }

    [Fact]
    public void A_boot_is_judged_by_what_is_known_of_it()
    {
        using TinyPort tiny = Made();
        tiny.Done("emit");
        tiny.Done("build", "--port-only");
        tiny.Refused("PORT7002", "boot", "--timeout", "2");
        tiny.Refused("PORT7002", "boot", "--timeout", "2", "--until", "tiny: dome");
        tiny.Edit(
            "port/port.json",
            "\"referenceImage\"",
            "\"boot\": [\"echo\", \"booted\", \"{image}\"],\n  \"referenceImage\""
        );
        tiny.Done("emit");
        tiny.Done("build", "--port-only");
        Assert.Contains("booted /", tiny.Done("boot", "--until", "kernel/port.elf").Output);
        tiny.Refused("PORT9004", "boot", "--memory", "32", "--until", "x");
    }

    [Fact]
    public void What_stays_in_C_is_compiled_by_the_builds_own_compiler()
    {
        using TinyPort tiny = Made();
        tiny.Edit(
            "port/port.json",
            "\"generated\":",
            "\"keptInC\": [\"kern/main.c\", \"kern/string.c\"],\n  \"generated\":"
        );
        Answer emitted = tiny.Done("emit");
        Assert.Contains("emit: 11 C functions: 11 generated", emitted.Output);
        Assert.Contains("; 2 units in C\n", tiny.Done("status").Output);
        tiny.Done("build", "--port-only");
        tiny.Done("boot", "--until", Booted);
        tiny.Edit("tiny/kern/main.c", "tiny: done", "tiny: ready");
        tiny.Done("emit");
        tiny.Done("build", "--port-only");
        tiny.Done("boot", "--until", "tiny: ready");
        tiny.Edit("tiny/kern/main.c", "serial_init();", "serial_init()");
        tiny.Done("emit");
        tiny.Refused("PORT6021", "build", "--port-only");
        tiny.Edit("port/port.json", "kern/main.c", "kern/name.c");
        tiny.Refused("PORT9024", "emit");
    }

    [Fact]
    public void A_bad_unit_stops_nothing_else()
    {
        using TinyPort tiny = Made();
        string good = tiny.Read("tiny/kern/ring.c");
        tiny.Write("tiny/kern/ring.c", good.Replace("return 1;", "return (int)__builtin_thread_pointer() != 0;"));
        Answer strict = tiny.Port("emit", "--strict");
        Assert.Contains("tiny/kern/ring.c(16,14): error PORT3046: ", strict.Errors);
        Assert.False(Directory.Exists(tiny.At("port/generated")));
        Answer emitted = tiny.Port("emit");
        Assert.True(emitted.ExitStatus == 1, emitted.All);
        Assert.Contains("tiny/kern/ring.c(16,14): error PORT3046: ", emitted.Errors);
        Assert.Contains("emit: stays C for what stands above: kern/ring.c;", emitted.Output);
        Assert.False(File.Exists(tiny.At("port/generated/kern/ring.g.cs")));
        Answer again = tiny.Port("emit");
        Assert.True(again.ExitStatus == 1, again.All);
        Assert.Contains("PORT3046", again.Errors);
        Answer status = tiny.Port("status");
        Assert.True(status.ExitStatus == 1, status.All);
        Assert.Contains("in C: kern/ring.c (../tiny/kern/ring.c:16): PORT3046 ", status.Output);
        tiny.Done("build", "--port-only");
        tiny.Done("boot", "--until", Booted);

        // It comes back as soon as it can be translated.
        tiny.Write("tiny/kern/ring.c", good);
        tiny.Done("emit");
        Assert.True(File.Exists(tiny.At("port/generated/kern/ring.g.cs")));
        tiny.Done("build", "--port-only");
        tiny.Done("boot", "--until", Booted);
    }

    /// <summary>Where clang refuses a header, that is the reason of the units that include it, of no other.</summary>
    [Fact]
    public void Each_unit_that_stays_in_C_has_its_own_reason()
    {
        using TinyPort tiny = Made();
        tiny.Write(
            "tiny/include/nested.h",
            "static int outer(int a)\n{\n\tint inner(int b) { return a + b; }\n\treturn inner(1);\n}\n"
        );
        tiny.Edit("tiny/kern/string.c", "#include \"tiny.h\"\n", "#include \"tiny.h\"\n#include \"nested.h\"\n");
        tiny.Edit(
            "tiny/kern/ring.c",
            "#include \"tiny.h\"\n",
            "#include \"tiny.h\"\nint odd(void) { int f(void) { return 1; } return f(); }\n"
        );
        Assert.Equal(1, tiny.Port("emit").ExitStatus);
        string status = tiny.Port("status").Output;
        Assert.Contains("in C: kern/string.c (../tiny/include/nested.h:3): PORT1001 ", status);
        Assert.Contains("in C: kern/ring.c (../tiny/kern/ring.c:", status);
    }
}
