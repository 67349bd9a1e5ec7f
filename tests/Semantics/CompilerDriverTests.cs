using Porting.Build;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary><c>port cc</c> as the C compiler of somebody's build: its objects meet gcc's in both directions, its
/// messages and exit statuses are a compiler's.</summary>
public sealed class CompilerDriverTests
{
    private const string Main = """
        #include <stdio.h>
        struct s { int a, b; double d; };
        extern struct s make(int, double); extern int twice(int), sum(int n, ...), apply(int (*f)(int), int x);
        int shared = 5; static int hidden(int x) { return x + shared; }
        long long product(long long a, int b) { return a * b; }
        int main(void) { struct s v = make(3, 2.5); printf("%d %d %d %g %d %d\n", twice(21), v.a, v.b, v.d, sum(3, 1, 2, 3), apply(hidden, 7)); return 4; }
        """;

    private const string Library = """
        #include <stdarg.h>
        struct s { int a, b; double d; };
        extern int shared; extern long long product(long long, int);
        static int hidden(int x) { return 1000 * x; }
        int twice(int x) { return (int)product(x, 2) + 0 * hidden(shared); }
        struct s make(int i, double d) { struct s r = { i, i + 1, d * 2 }; return r; }
        int sum(int n, ...) { va_list ap; int t = 0; va_start(ap, n); while (n--) t += va_arg(ap, int); va_end(ap); return t; }
        int apply(int (*f)(int), int x) { return f(x); }
        """;

    private static Answer Cc(ScratchFolder folder, params string[] arguments) =>
        PortTool.Run(folder.Path, ["cc", .. arguments]);

    private static ToolResult Gcc(ScratchFolder folder, params string[] arguments) =>
        ToolRunner.Run(Tool.Gcc.Locate(), ["-m32", "-no-pie", .. arguments], folder.Path);

    [Fact]
    public void Objects_meet_those_of_gcc_in_both_directions()
    {
        using ScratchFolder folder = new();
        folder.Write("main.c", Main);
        folder.Write("lib.c", Library);
        Assert.Equal(0, Cc(folder, "-c", "main.c", "-O2", "-Wall").ExitStatus);
        Assert.Equal(0, Cc(folder, "-c", "lib.c", "-o", "lib.o").ExitStatus);
        Assert.Equal(0, Gcc(folder, "-c", "main.c", "-o", "main.gcc.o").ExitStatus);
        Assert.Equal(0, Gcc(folder, "-c", "-O2", "lib.c", "-o", "lib.gcc.o").ExitStatus);
        foreach (
            (string main, string library) in (ReadOnlySpan<(string, string)>)
                [("main.o", "lib.o"), ("main.o", "lib.gcc.o"), ("main.gcc.o", "lib.o")]
        )
        {
            ToolResult linked = Gcc(folder, main, library, "-o", "program");
            Assert.True(linked.ExitStatus == 0, linked.Errors);
            ToolResult ran = ToolRunner.Run(folder.At("program"), []);
            Assert.Equal((4, "42 3 4 5 6 12\n"), (ran.ExitStatus, ran.Output));
        }
    }

    /// <summary>-w, before and behind options that ask for warnings.</summary>
    [Theory, InlineData("-w"), InlineData("-w", "-Wall"), InlineData("-Wall", "--no-warnings")]
    public void Warnings_are_silent_when_they_are_not_wanted(params string[] options)
    {
        using ScratchFolder folder = new();
        folder.Write("a.c", "static int g(void) { return 0; }\nint f(int a, int b) { return a << b + 1; }\n");
        Answer loud = Cc(folder, "-Wall", "-c", "a.c");
        Assert.Contains("precedence", loud.Errors);
        Answer silent = Cc(folder, [.. options, "-c", "a.c"]);
        Assert.Equal((0, ""), (silent.ExitStatus, silent.Errors));
    }

    /// <summary>What is preprocessed alone, or listed as a dependency, is for the machine that code is made for.</summary>
    [Theory]
    [InlineData("-O2", true)]
    [InlineData("-mno-sse", false)]
    [InlineData("-ffreestanding", false)]
    [InlineData("-march=i686", false)]
    [InlineData("-march=core2", true)]
    public void The_preprocessor_sees_the_machine_that_is_compiled_for(string option, bool hasVectors)
    {
        using ScratchFolder folder = new();
        folder.Write("a.c", "#ifdef __SSE2__\nint vectors;\n#include \"v.h\"\n#else\nint none;\n#endif\n");
        folder.Write("v.h", "");
        string shown = Cc(folder, option, "-E", "a.c").Output;
        Assert.Equal(0, Cc(folder, option, "-MD", "-c", "a.c").ExitStatus);
        Assert.Equal(
            (hasVectors, hasVectors, hasVectors),
            (
                shown.Contains("int vectors;", StringComparison.Ordinal),
                File.ReadAllText(folder.At("a.d")).Contains("v.h", StringComparison.Ordinal),
                ObjectReader.Symbols(folder.At("a.o")).Contains("vectors", StringComparison.Ordinal)
            )
        );
    }

    /// <summary>How Makefiles ask for an option: nothing is said when there is one.</summary>
    [Theory]
    [InlineData("-fno-pie", "-S")]
    [InlineData("-mregparm=3", "-c")]
    [InlineData("-mpreferred-stack-boundary=2", "-c")]
    [InlineData("-m16", "-S")]
    public void An_empty_unit_asks_for_an_option(string option, string stage)
    {
        using ScratchFolder folder = new();
        Answer asked = Cc(folder, option, stage, "-o", "/dev/null", "-xc", "/dev/null");
        Assert.Equal((0, "", ""), (asked.ExitStatus, asked.Output, asked.Errors));
    }

    [Theory, InlineData("null"), InlineData("rt"), InlineData("System"), InlineData("int")]
    public void A_file_may_have_a_name_that_csharp_has_a_use_for(string name)
    {
        using ScratchFolder folder = new();
        folder.Write(name, "int seven(void) { return 7; }\n");
        folder.Write("a.c", $"#include \"{name}\"\nint main(void) {{ return seven(); }}\n");
        Answer made = Cc(folder, "a.c", "-o", "program");
        Assert.True(made.ExitStatus == 0, made.Errors);
        Assert.Equal(7, ToolRunner.Run(folder.At("program"), []).ExitStatus);
    }

    /// <summary>port.h of two folders is ipc_port_h and mach_port_h, and ipc_port.h is there already.</summary>
    [Fact]
    public void A_folder_and_a_name_may_be_another_files_name()
    {
        using ScratchFolder folder = new();
        string[] names = ["ipc/port.h", "mach/port.h", "ipc/ipc_port.h", "ipc-port.h", "mach_port.h", "x/ipc/port.h"];
        for (int i = 0; i < names.Length; i++)
        {
            folder.Write(names[i], $"enum {{ BIT_{i} = {1 << i} }};\nstatic int bit_{i}(void) {{ return BIT_{i}; }}\n");
        }

        string sum = string.Join(" + ", names.Select((_, i) => $"bit_{i}()"));
        folder.Write(
            "a.c",
            $"{string.Concat(names.Select(n => $"#include \"{n}\"\n"))}int main(void) {{ return {sum}; }}\n"
        );
        Answer made = Cc(folder, "a.c", "-o", "program");
        Assert.True(made.ExitStatus == 0, made.Errors);
        Assert.Equal(63, ToolRunner.Run(folder.At("program"), []).ExitStatus);
    }

    /// <summary>A dash is standard output where clang writes there, and never a file's name.</summary>
    [Theory]
    [InlineData(".globl", "-S", "-o", "-", "a.c")]
    [InlineData("\u007fELF", "-c", "a.c", "-o-")]
    [InlineData("a.o: a.c", "-c", "a.c", "-MMD", "-MF", "-")]
    public void A_dash_is_standard_output(string begins, params string[] arguments)
    {
        using ScratchFolder folder = new();
        folder.Write("a.c", "int f(void) { return 3; }\n");
        Answer made = Cc(folder, arguments);
        Assert.True(made.ExitStatus == 0, made.Errors);
        Assert.Contains(begins, made.Output);
        Assert.False(File.Exists(folder.At("-")));
    }

    /// <summary>What clang has against the code that it is handed it is asked about the C: its words, at the C's
    /// lines.</summary>
    [Fact]
    public void Assembly_that_is_none_is_an_error()
    {
        using ScratchFolder folder = new();
        folder.Write(
            "a.c",
            "void f(void) {\n  asm(\"nop\\n\\tnonsense %eax\");\n}\nint g(int a) {\n  asm(\"movl %0, %%zzz\" :: \"r\"(a));\n  return a; }\n"
        );
        Answer made = Cc(folder, "-c", "a.c");
        Assert.Equal(1, made.ExitStatus);
        Assert.Contains("a.c:2:13: error: invalid instruction mnemonic 'nonsense'\n", made.Errors);
        string[] words = ["-m32", "-c", "a.c"];
        string theirs = ToolRunner.Run(Tool.Clang.Locate(), words, folder.Path).Errors;
        Assert.Equal(theirs.Replace("2 errors generated.\n", ""), made.Errors);
        Assert.False(File.Exists(folder.At("a.o")));
        folder.Write("a.c", "asm(\"nonsense\");\n");
        Assert.Contains("PORT5021", Cc(folder, "-c", "a.c").Errors);
    }

    /// <summary>Binutils' assembler has directives that clang's has not; C is compiled all the same.</summary>
    [Theory]
    [InlineData("-fno-integrated-as", 0)]
    [InlineData("-fintegrated-as", 1)]
    public void Assembler_files_go_to_the_assembler_that_is_asked_for(string option, int status)
    {
        using ScratchFolder folder = new();
        folder.Write("a.S", ".eject\n.globl f\nf: ret\n");
        folder.Write("b.c", "int b;\n");
        Assert.Equal(status, Cc(folder, option, "-c", "a.S").ExitStatus);
        Assert.Equal(0, Cc(folder, option, "-c", "b.c").ExitStatus);
    }

    /// <summary>No array in a frame is aligned more than a stack that is kept at four bytes: aligning it anew takes
    /// registers that inline assembly may want.</summary>
    [Fact]
    public void A_stack_of_four_bytes_is_not_aligned_anew()
    {
        using ScratchFolder folder = new();
        folder.Write(
            "a.c",
            """
            extern void fill(char *, int *);
            int sum(void) { char text[40]; int numbers[30]; fill(text, numbers); return text[3] + numbers[4]; }
            """
        );
        string[] options = ["-O1", "-march=i386", "-ffreestanding", "-fomit-frame-pointer", "-S", "a.c", "-o"];
        Answer made = Cc(folder, ["-mpreferred-stack-boundary=2", .. options, "four.s"]);
        Assert.True(made.ExitStatus == 0, made.Errors);
        Assert.DoesNotMatch(@"and[lb]?\s+\$-\d+, %esp", File.ReadAllText(folder.At("four.s")));
        Assert.Equal(0, Cc(folder, ["-mstackrealign", .. options, "anew.s"]).ExitStatus);
        Assert.Matches(@"and[lb]?\s+\$-\d+, %esp", File.ReadAllText(folder.At("anew.s")));
    }

    /// <summary>A program's own strlen is what __builtin_strlen calls, also from another file of the unit.</summary>
    [Fact]
    public void A_library_builtin_calls_the_function_that_the_unit_defines()
    {
        using ScratchFolder folder = new();
        folder.Write(
            "own.inc",
            "unsigned strlen(const char *s) { return __builtin_constant_p(s) ? __builtin_strlen(s) : 40 + *s; }\n"
        );
        folder.Write("use.inc", "int both(const char *s) { return strlen(s) + __builtin_strlen(s) - 2 * *s; }\n");
        folder.Write(
            "a.c",
            "unsigned strlen(const char *);\n#include \"own.inc\"\n#include \"use.inc\"\nint main(int n, char **v) { return both(v[0]); }\n"
        );
        Answer made = Cc(folder, "-ffreestanding", "-fno-builtin", "-O1", "a.c", "-o", "program");
        Assert.True(made.ExitStatus == 0, made.Errors);
        Assert.Equal(80, ToolRunner.Run(folder.At("program"), []).ExitStatus);
    }

    [Fact]
    public void Texts_on_the_way_are_to_be_had()
    {
        using ScratchFolder folder = new();
        folder.Write("a.c", "int twice(int x) { return 2 * x; }\n");
        Assert.Equal(0, Cc(folder, "-S", "-O2", "a.c").ExitStatus);
        Assert.Contains("twice:", File.ReadAllText(folder.At("a.s")));
        Assert.Equal(0, Cc(folder, "-S", "-emit-llvm", "a.c").ExitStatus);
        Assert.Contains("define", File.ReadAllText(folder.At("a.ll")));
        Assert.Equal(0, Cc(folder, "-c", "-emit-llvm", "a.c").ExitStatus);
        Assert.Equal("BC", File.ReadAllText(folder.At("a.bc"), System.Text.Encoding.Latin1)[..2]);
        Assert.Contains("when linking", Cc(folder, "-emit-llvm", "a.c").Errors);
        Assert.Equal(0, Cc(folder, "-c", "-save-temps", "a.c", "-o", "b.o").ExitStatus);
        Assert.All((string[])["a.i", "a.ll", "a.s", "b.o"], f => Assert.True(File.Exists(folder.At(f)), f));
    }

    /// <summary>With -fPIC and -fPIE code has no addresses that the loader would have to write into it.</summary>
    [Fact]
    public void Images_can_move()
    {
        using ScratchFolder folder = new();
        folder.Write("lib.c", Library.Replace("shared;", "shared __attribute__((weak));"));
        folder.Write("main.c", Main);
        Assert.Equal(0, Cc(folder, "-O2", "-fPIC", "-shared", "lib.c", "-o", "lib.so").ExitStatus);
        ToolResult dynamic = ToolRunner.Run(new Tool("readelf", "binutils").Locate(), ["-d", folder.At("lib.so")]);
        Assert.Contains("SYMTAB", dynamic.Output);
        Assert.DoesNotContain("TEXTREL", dynamic.Output);
        Assert.Equal(0, Cc(folder, "-O2", "-fPIE", "-pie", "main.c", "lib.c", "-o", "moved").ExitStatus);
        ToolResult ran = ToolRunner.Run(folder.At("moved"), []);
        Assert.Equal((4, "42 3 4 5 6 12\n"), (ran.ExitStatus, ran.Output));
    }

    [Fact]
    public void Make_builds_with_it()
    {
        using ScratchFolder folder = new();
        folder.Write("main.c", Main);
        folder.Write("lib.c", Library);
        folder.Write(
            "Makefile",
            "program: main.o libx.a\n\t$(CC) -o $@ main.o -L. -lx\nlibx.a: lib.o\n\tar rcs $@ $^\n%.o: %.c\n\t$(CC) -MMD -MP -O1 -g -c $< -o $@\n-include *.d\n"
        );
        ToolResult made = ToolRunner.Run(
            new Tool("make", "make").Locate(),
            [$"CC={Repository.At("port")} cc"],
            folder.Path
        );
        Assert.True(made.ExitStatus == 0, made.Errors + made.Output);
        Assert.Contains("main.o: main.c", File.ReadAllText(folder.At("main.d")));
        Assert.Equal("42 3 4 5 6 12\n", ToolRunner.Run(folder.At("program"), []).Output);
    }

    [Fact]
    public void Errors_are_a_compilers()
    {
        using ScratchFolder folder = new();
        folder.Write("bad.c", "int f(void)\n{\n\treturn x;\n}\n");
        Answer answer = Cc(folder, "-c", "bad.c");
        Assert.Equal(1, answer.ExitStatus);
        Assert.Contains("bad.c:3:9: error: use of undeclared identifier 'x'", answer.Errors);
        Assert.False(File.Exists(folder.At("bad.o")));
        Assert.Equal(1, Cc(folder, "-c", "nothing.c").ExitStatus);
        Assert.Equal(1, Cc(folder, "--no-such-option", "bad.c").ExitStatus);
        Assert.Equal(1, Cc(folder).ExitStatus);
    }

    [Fact]
    public void The_csharp_is_kept_when_asked_for()
    {
        using ScratchFolder folder = new();
        folder.Write("lib.c", Library);
        Assert.Equal(0, Cc(folder, "-c", "lib.c", "--keep-csharp", "kept").ExitStatus);
        Assert.Contains(
            "internal static s make(int i, double d)",
            File.ReadAllText(folder.At("kept/lib.port/lib.g.cs"))
        );
    }

    [Theory]
    [InlineData("-c lib.c -o lib.c")]
    [InlineData("-c lib.c -o ./lib.c")]
    [InlineData("-c lib.c -o link.c")]
    [InlineData("-c lib.c -MMD -MF lib.c")]
    [InlineData("-c lib.c -MMD -MFlib.c")]
    [InlineData("lib.c -o lib.c")]
    [InlineData("-E lib.c -o lib.c")]
    public void An_output_is_no_input(string arguments)
    {
        using ScratchFolder folder = new();
        folder.Write("lib.c", Library);
        File.CreateSymbolicLink(folder.At("link.c"), "lib.c");
        Answer answer = Cc(folder, arguments.Split(' '));
        Assert.Equal(1, answer.ExitStatus);
        Assert.Contains("[PORT9002]", answer.Errors);
        Assert.Contains("input file 'lib.c' is the same as an output file", answer.Errors);
        Assert.Equal(Library, File.ReadAllText(folder.At("lib.c")));
    }

    /// <summary>Files there are no devices.</summary>
    [Fact]
    public void A_file_system_in_memory_takes_objects()
    {
        Assert.SkipUnless(Directory.Exists("/dev/shm"), "there is no /dev/shm");
        using ScratchFolder folder = new();
        folder.Write("lib.c", Library);
        string output = $"/dev/shm/porting-test-{Environment.ProcessId}.o";
        Answer answer = Cc(folder, "-c", "lib.c", "-o", output);
        Assert.True(answer.ExitStatus == 0 && File.Exists(output), answer.All);
        File.Delete(output);
    }

    /// <summary>Units of one name in two folders, a run after another, and somebody's own file in the way.</summary>
    [Fact]
    public void Kept_csharp_is_of_this_run_and_nobody_elses()
    {
        using ScratchFolder folder = new();
        folder.Write("a/lib.c", "#include \"lib.h\"\nint of_a(void) { return one(); }\n");
        folder.Write("a/lib.h", "static inline int one(void) { return 1; }\n");
        folder.Write("b/lib.c", "int of_b(void) { return 2; }\n");
        foreach (string unit in (string[])["a/lib.c", "b/lib.c"])
        {
            Assert.Equal(0, Cc(folder, "-c", unit, "--keep-csharp", "kept").ExitStatus);
        }

        Assert.Contains("of_a", File.ReadAllText(folder.At("kept/a/lib.port/lib.g.cs")));
        Assert.Contains("of_b", File.ReadAllText(folder.At("kept/b/lib.port/lib.g.cs")));
        Assert.True(File.Exists(folder.At("kept/a/lib.port/lib.h.g.cs")));
        folder.Write("a/lib.c", "int without(void) { return 3; }\n");
        folder.Write("kept/a/lib.port/notes", "mine");
        Assert.Equal(0, Cc(folder, "-c", "a/lib.c", "--keep-csharp", "kept").ExitStatus);
        Assert.False(File.Exists(folder.At("kept/a/lib.port/lib.h.g.cs")));
        folder.Write("kept/b/lib.port/lib.g.cs", "mine");
        folder.Write("b/lib.c", "int changed(void) { return 2; }\n");
        Answer refused = Cc(folder, "-c", "b/lib.c", "--keep-csharp", "kept", "-o", "none.o");
        Assert.Equal(1, refused.ExitStatus);
        Assert.Contains("kept/b/lib.port/lib.g.cs: error: is where --keep-csharp writes", refused.Errors);
        Assert.Equal(
            "minemine",
            File.ReadAllText(folder.At("kept/a/lib.port/notes"))
                + File.ReadAllText(folder.At("kept/b/lib.port/lib.g.cs"))
        );
        Assert.False(File.Exists(folder.At("none.o")));
    }

    [Fact]
    public void Run_passes_arguments_and_the_exit_status()
    {
        using ScratchFolder folder = new();
        folder.Write(
            "a.c",
            "#include <stdio.h>\nint main(int argc, char **argv) { for (int i = 1; i < argc; i++) printf(\"%s;\", argv[i]); return argc * 10; }\n"
        );
        Answer answer = PortTool.Run(folder.Path, ["run", "a.c", "--cflags=-O2", "--", "one", "--two", "-c"]);
        Assert.Equal((40, "one;--two;-c;"), (answer.ExitStatus, answer.Output));
    }

    [Fact]
    public void Command_lines_of_builds_are_taken()
    {
        using ScratchFolder folder = new();
        folder.Write(
            "a dir/main.c",
            "#include <stdio.h>\n#include \"extra.h\"\nextern int nine(void), from_text(void); int main(void) { printf(\"%d %d %s\\n\", nine(), from_text() + EXTRA, WORD); return 0; }\n"
        );
        folder.Write("include dir/extra.h", "#define EXTRA 5\n");
        folder.Write(
            "nine.s",
            "\t.globl nine\nnine:\tmovl $9, %eax\n\tret\n\t.section .note.GNU-stack,\"\",@progbits\n"
        );
        folder.Write("c.txt", "int from_text(void) { return 100; }\n");
        folder.Write(
            "words",
            "\"a dir/main.c\" -O2 '-DWORD=\"two words\"' -pipe -fno-strict-aliasing -Wall\n-I\"include dir\""
        );
        Directory.CreateDirectory(folder.At("deps"));
        Answer made = Cc(
            folder,
            "@words",
            "-Xassembler",
            "--noexecstack",
            "--param",
            "x=1",
            "nine.s",
            "-x",
            "c",
            "c.txt",
            "-xnone",
            "-lm",
            "-o",
            "the program"
        );
        Assert.True(made.ExitStatus == 0, made.All);
        Assert.Equal("9 105 two words\n", ToolRunner.Run(folder.At("the program"), []).Output);
        made = Cc(folder, "@words", "-Wp,-MMD,deps/main.d", "-MQ", "the target", "-c", "-o", "main.o");
        Assert.True(made.ExitStatus == 0, made.All);
        Assert.Contains("extra.h", File.ReadAllText(folder.At("deps/main.d")));
        Assert.StartsWith("the\\ target:", File.ReadAllText(folder.At("deps/main.d")));
    }

    [Fact]
    public void Several_sources_give_an_object_each()
    {
        using ScratchFolder folder = new();
        folder.Write("one.c", "int one(void) { return 1; }\n");
        folder.Write("sub/two.c", "int two(void) { return missing; }\n");
        folder.Write("three.c", "int three(void) { return 3; }\n");
        Answer answer = Cc(folder, "-c", "one.c", "sub/two.c", "three.c");
        Assert.Equal(1, answer.ExitStatus);
        Assert.Contains("sub/two.c:1:24: error:", answer.Errors);
        Assert.True(
            File.Exists(folder.At("one.o")) && File.Exists(folder.At("three.o")) && !File.Exists(folder.At("two.o"))
        );
        answer = Cc(folder, "-c", "one.c", "three.c", "-o", "both.o");
        Assert.Equal(
            (1, "port cc: error: cannot specify -o when generating multiple output files [PORT9001]\n"),
            (answer.ExitStatus, answer.Errors)
        );
    }

    /// <summary>C11 6.7.4p7: the definition of a header is for its unit alone, but for the unit that says
    /// extern.</summary>
    [Fact]
    public void An_inline_function_of_a_header_is_one_in_two_units()
    {
        using ScratchFolder folder = new();
        folder.Write("twice.h", "inline int twice(int x) { return x * 2; }\n");
        folder.Write("a.c", "#include \"twice.h\"\nint b(void);\nint main(void) { return twice(4) + b(); }\n");
        folder.Write(
            "b.c",
            "#include \"twice.h\"\nextern inline int twice(int x);\nint b(void) { return twice(5); }\n"
        );
        Answer answer = Cc(folder, "a.c", "b.c", "-o", "both");
        Assert.True(answer.ExitStatus == 0, answer.All);
        Assert.Equal(18, Porting.Build.ToolRunner.Run(folder.At("both"), [], folder.Path).ExitStatus);
    }

    /// <summary>As the assembler of binutils is written: the included file uses statics that stand in front of
    /// it.</summary>
    [Fact]
    public void A_file_is_included_amid_the_one_that_it_belongs_to()
    {
        using ScratchFolder folder = new();
        folder.Write(
            "whole.c",
            "#include <stdarg.h>\nstatic int count;\n#define STEP(n) (count += (n))\nstatic int twice(int a) { STEP(1); return a * 2; }\nstatic int first(int n, ...) { va_list v; va_start(v, n); int x = va_arg(v, int); va_end(v); return n + x; }\n#include \"part.c\"\nint main(void) { return use(2) + use(3); }\n"
        );
        folder.Write("part.c", "static int use(int a) { STEP(10); return twice(a) + count + first(1, a, 2.5); }\n");
        Answer answer = PortTool.Run(folder.Path, ["run", "whole.c"]);
        Assert.True(answer is { ExitStatus: 50, Errors: "" }, answer.All);
    }

    /// <summary>Nobody calls them, and the program has them all the same: as GRUB says each module's
    /// licence.</summary>
    [Theory]
    [InlineData("part.h")]
    [InlineData("part.c")]
    public void What_an_included_file_defines_for_the_linker_is_kept(string included)
    {
        using ScratchFolder folder = new();
        folder.Write(
            included,
            """
            static char licence[] __attribute__((section(".licence"), used)) = "LICENCE=free";
            static int __attribute__((used)) helper(void) { return licence[0]; }
            static volatile int count;
            static void __attribute__((constructor)) begin(void) { count++; }
            static void __attribute__((destructor)) end(void) { count--; }
            int own(void) { return 6; }
            extern __typeof(own) other __attribute__((weak, alias("own")));
            static int nobodys(void) { return 7; }
            """
        );
        folder.Write("whole.c", $"#include \"{included}\"\nint f(void) {{ return 1; }}\n");
        Assert.Equal(0, Cc(folder, "-c", "-w", "whole.c", "-o", "ours.o").ExitStatus);
        ToolRunner.Run(Tool.Clang.Locate(), ["-m32", "-fno-pic", "-c", "-w", "whole.c", "-o", "theirs.o"], folder.Path);
        Assert.Equal(Symbols(folder, "theirs.o"), Symbols(folder, "ours.o"));
        Assert.Contains("t helper", Symbols(folder, "ours.o"));
    }

    /// <summary>Letter and name of each symbol, of sections' data in one order.</summary>
    private static string[] Symbols(ScratchFolder folder, string file) =>
        [
            .. ToolRunner
                .Run(new Tool("nm", "binutils").Locate(), [file], folder.Path)
                .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => l[9..])
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public void Files_may_begin_with_a_digit()
    {
        using ScratchFolder folder = new();
        folder.Write(
            "7z.c",
            "static int a; static struct { struct { int x; } in; } s; static int next(void) { static int n; return ++n + a + s.in.x; }\nint main(void) { a = 3; s.in.x = 4; return next(); }\n"
        );
        Answer built = Cc(folder, "7z.c", "-o", "7z");
        Assert.True(built.ExitStatus == 0, built.Errors);
        Assert.Equal(8, ToolRunner.Run(folder.At("7z"), []).ExitStatus);
    }

    [Fact]
    public void Output_is_whole_or_absent()
    {
        using ScratchFolder folder = new();
        folder.Write("a.c", "int a;\n");
        folder.Write("bad.c", "int f(void) { return x; }\n");
        folder.Write("bad.o", "an older object");
        Assert.Equal(0, Cc(folder, "-c", "a.c", "-o", "/dev/null").ExitStatus);
        Assert.False(File.Exists("/dev/null") && new FileInfo("/dev/null").Length > 0);
        Answer nowhere = Cc(folder, "-c", "a.c", "-o", "no/such/folder/a.o");
        Assert.Equal(1, nowhere.ExitStatus);
        Assert.Contains(
            "unable to open output file 'no/such/folder/a.o'",
            nowhere.Errors.Replace(folder.Path + "/", "")
        );
        Assert.Equal(1, Cc(folder, "-c", "bad.c").ExitStatus);
        Assert.Equal(
            ["a.c", "bad.c", "bad.o"],
            Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Questions_are_answered_as_compilers_do()
    {
        using ScratchFolder folder = new();
        folder.Write("a.c", "#include <stddef.h>\nint main(void) { return 0; }\n");
        Assert.Equal(
            (0, "i386-pc-linux-gnu\n"),
            (Cc(folder, "-dumpmachine").ExitStatus, Cc(folder, "-dumpmachine").Output)
        );
        string version = Cc(folder, "--version").Output;
        Assert.Contains("port cc", version);
        Assert.Contains("clang version", version.Split('\n')[0]);
        Assert.Contains("clang", Cc(folder, "-print-resource-dir").Output);
        Assert.Equal("/usr/bin/ld\n", Cc(folder, "--print-prog-name", "ld").Output);
        Assert.Contains("port cc", Cc(folder, "-v").Errors + Cc(folder, "-v").Output);
        Answer dry = Cc(folder, "-###", "a.c", "-o", "a");
        Assert.True(dry.ExitStatus == 0 && dry.Errors.Contains("\"a.c\"") && !File.Exists(folder.At("a")), dry.All);
        Assert.Equal(0, Cc(folder, "-v", "a.c", "-o", "a").ExitStatus);
        Assert.True(File.Exists(folder.At("a")));
        Assert.Contains("[PORT9012]", Cc(folder, "-fsanitize=integer", "-c", "a.c").Errors);
        string[] unused = ["-c", "a.c", "-fno-strict-overflow"];
        Assert.Contains("unused", Cc(folder, unused).Errors);
        Assert.Equal("", Cc(folder, ["-Qunused-arguments", .. unused]).Errors);
        Assert.Equal("", Cc(folder, ["--start-no-unused-arguments", .. unused, "--end-no-unused-arguments"]).Errors);
        Assert.Equal(0, Cc(folder, "--target=x86_64-linux-gnu", "-m32", "-c", "a.c").ExitStatus);
        Assert.Contains("[PORT9012]", Cc(folder, "--target=x86_64-linux-gnu", "-c", "a.c").Errors);
        Assert.Contains("unknown argument: '-quite-unknown'", Cc(folder, "-quite-unknown", "a.c").Errors);
        Assert.Contains("no such file or directory: 'none.o'", Cc(folder, "a.c", "none.o").Errors);
        Assert.Contains("a.o: a.c", Cc(folder, "-MM", "a.c").Output);
        Assert.Contains("int main(void)", Cc(folder, "-E", "a.c").Output);
        string installed = Cc(folder, "-print-search-dirs").Output.Split('\n')[0];
        Assert.StartsWith("install: /", installed);
        Assert.True(File.Exists(installed["install: ".Length..] + "include/stddef.h"), installed);
    }

    /// <summary>As builds of kernels tell assembler files where members are: lines that are no assembler, for sed.</summary>
    [Fact]
    public void Files_of_offsets_become_text()
    {
        using ScratchFolder folder = new();
        folder.Write(
            "offsets.c",
            """
            struct thread { char name[6]; struct { long sp, pc; } saved; };
            #define OFFSET(name, member) __asm__("\n* " name " = %0" : : "i" (&((struct thread *)0)->member))
            void offsets(void) { OFFSET("PC", saved.pc); OFFSET("SP", saved.sp); __asm__("\n-> SIZE %c0" : : "i" (sizeof(struct thread))); }
            """
        );
        Assert.Equal("", Cc(folder, "-O2", "-ffreestanding", "-S", "offsets.c", "-o", "offsets.s").Errors);
        Assert.Equal(
            ["* PC = $12", "* SP = $8", "-> SIZE 16"],
            File.ReadLines(folder.At("offsets.s")).Where(l => l.StartsWith("* ") || l.StartsWith("->"))
        );
    }

    /// <summary>No warning that is an error because the front end is clang; unless the standard's are asked for.</summary>
    [Fact]
    public void Extensions_of_gcc_are_no_warnings()
    {
        using ScratchFolder folder = new();
        folder.Write(
            "a.c",
            """
            struct tail { int n; char text[]; }; struct around { struct tail tail; int after; };
            int sum(void *from) { static struct around kept = { { n: 1 } }; char c; __asm__("movb $1, %0" : "=q"((signed char) c));
                return ({ int k = kept.after; k; }) + (from ? 1 : 2) + c; }
            _Static_assert(1);
            """
        );
        Answer plain = Cc(folder, "-Wall", "-Werror", "-c", "a.c");
        Assert.Equal((0, ""), (plain.ExitStatus, plain.Errors));
        Assert.Equal(1, Cc(folder, "-Wall", "-Werror", "-pedantic", "-c", "a.c").ExitStatus);
        Assert.Equal(1, Cc(folder, "-Wgnu-designator", "-Werror", "-c", "a.c").ExitStatus);
    }

    /// <summary>The old preprocessor pastes where a comment stands, and knows parameters within strings.</summary>
    [Fact]
    public void Assembler_files_may_be_traditional()
    {
        using ScratchFolder folder = new();
        folder.Write("names.h", "#define NAME(x) old_/**/x\n");
        folder.Write("a.S", "#include \"names.h\"\n.globl NAME(one)\nNAME(one): .long 1\n");
        Answer made = Cc(folder, "-traditional", "-D__ASSEMBLER__", "-g", "-MD", "-MP", "-MF", "a.d", "-c", "a.S");
        Assert.Equal((0, ""), (made.ExitStatus, made.Errors));
        Assert.Contains("old_one", ToolRunner.Run(new Tool("nm", "binutils").Locate(), [folder.At("a.o")]).Output);
        Assert.Equal("a.o: a.S names.h\nnames.h:\n", File.ReadAllText(folder.At("a.d")));
        Assert.Equal(1, Cc(folder, "-c", "a.S", "-o", "b.o").ExitStatus);
    }

    [Theory]
    [InlineData("-E", "-c")]
    [InlineData("-c", "-E")]
    [InlineData("-S", "-E", "-c", "-fsyntax-only")]
    public void The_earliest_stage_that_is_asked_for_is_the_last(params string[] options)
    {
        using ScratchFolder folder = new();
        folder.Write("a.c", "#define N 3\nroutine no_c(N);\n");
        Answer shown = Cc(folder, [.. options, "-P", "-MD", "-MF", "a.d", "-MT", "x.o", "-o", "a.i", "a.c"]);
        Assert.Equal((0, ""), (shown.ExitStatus, shown.Output + shown.Errors));
        Assert.Equal("routine no_c(3);", File.ReadAllText(folder.At("a.i")).Trim());
        Assert.Equal("x.o: a.c\n", File.ReadAllText(folder.At("a.d")));
    }

    [Fact]
    public void Weak_and_common_symbols_archives_and_sections_meet_those_of_gcc()
    {
        using ScratchFolder folder = new();
        folder.Write(
            "ours.c",
            """
            int shared_common; __attribute__((weak)) int choice(void) { return 1; } __attribute__((section("mine"), used)) static int mark = 3;
            struct big { int a[5]; }; extern int from_gcc(struct big b, int (*back)(int)); extern int start_mine[] __asm__("__start_mine"), stop_mine[] __asm__("__stop_mine");
            static int add(int x) { return x + shared_common; }
            int main(void) { struct big b = { { 1, 2, 3, 4, 5 } }; shared_common = 100; int n = 0; for (int *p = start_mine; p < stop_mine; p++) n += *p; return from_gcc(b, add) + choice() + n - 100; }
            """
        );
        folder.Write(
            "theirs.c",
            """
            int shared_common; int choice(void) { return 20; } struct big { int a[5]; };
            __attribute__((section("mine"), used)) static int mark = 4;
            int from_gcc(struct big b, int (*back)(int)) { return back(b.a[4]) + b.a[0]; }
            """
        );
        Assert.Equal(0, Gcc(folder, "-c", "-O2", "-fcommon", "theirs.c", "-o", "theirs.o").ExitStatus);
        Assert.Equal(
            0,
            ToolRunner
                .Run(new Tool("ar", "binutils").Locate(), ["rcs", "libtheirs.a", "theirs.o"], folder.Path)
                .ExitStatus
        );
        Answer made = Cc(folder, "-fcommon", "ours.c", "-L.", "-ltheirs", "-o", "program");
        Assert.True(made.ExitStatus == 0, made.All);
        Assert.Equal(105 + 1 + 20 + 7 - 100, ToolRunner.Run(folder.At("program"), []).ExitStatus);
    }

    [Fact]
    public void Tentative_definitions_of_two_units_are_one_under_fcommon_only()
    {
        using ScratchFolder folder = new();
        folder.Write("a.c", "int shared; int other(void); int main(void) { shared = 3; return other(); }");
        folder.Write("b.c", "int shared; int other(void) { return shared; }");
        Answer made = Cc(folder, "-fcommon", "a.c", "b.c", "-o", "program");
        Assert.True(made.ExitStatus == 0, made.All);
        Assert.Equal(3, ToolRunner.Run(folder.At("program"), []).ExitStatus);
        foreach (string option in (string[])["-fno-common", "-O1"])
        {
            Answer refused = Cc(folder, option, "a.c", "b.c", "-o", "program");
            Assert.NotEqual(0, refused.ExitStatus);
            Assert.Contains("multiple definition of", refused.Errors, StringComparison.Ordinal);
        }
    }
}
