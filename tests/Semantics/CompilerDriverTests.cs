using Porting.Build;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary><c>port cc</c> as the C compiler of somebody's build: its objects meet gcc's in both directions, its messages and exit statuses are a compiler's.</summary>
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

    private static Answer Cc(ScratchFolder folder, params string[] arguments) => PortTool.Run(folder.Path, ["cc", .. arguments]);

    private static ToolResult Gcc(ScratchFolder folder, params string[] arguments) => ToolRunner.Run(Tool.Gcc.Locate(), ["-m32", "-no-pie", .. arguments], folder.Path);

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
        foreach ((string main, string library) in (ReadOnlySpan<(string, string)>)[("main.o", "lib.o"), ("main.o", "lib.gcc.o"), ("main.gcc.o", "lib.o")])
        {
            ToolResult linked = Gcc(folder, main, library, "-o", "program");
            Assert.True(linked.ExitStatus == 0, linked.Errors);
            ToolResult ran = ToolRunner.Run(folder.At("program"), []);
            Assert.Equal((4, "42 3 4 5 6 12\n"), (ran.ExitStatus, ran.Output));
        }
    }

    [Fact]
    public void Make_builds_with_it()
    {
        using ScratchFolder folder = new();
        folder.Write("main.c", Main);
        folder.Write("lib.c", Library);
        folder.Write("Makefile", "program: main.o libx.a\n\t$(CC) -o $@ main.o -L. -lx\nlibx.a: lib.o\n\tar rcs $@ $^\n%.o: %.c\n\t$(CC) -MMD -MP -O1 -g -c $< -o $@\n-include *.d\n");
        ToolResult made = ToolRunner.Run(new Tool("make", "make").Locate(), [$"CC={Repository.At("port")} cc"], folder.Path);
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
        Assert.Contains("internal static s make(int i, double d)", File.ReadAllText(folder.At("kept/lib.port/lib.g.cs")));
    }

    [Fact]
    public void Run_passes_arguments_and_the_exit_status()
    {
        using ScratchFolder folder = new();
        folder.Write("a.c", "#include <stdio.h>\nint main(int argc, char **argv) { for (int i = 1; i < argc; i++) printf(\"%s;\", argv[i]); return argc * 10; }\n");
        Answer answer = PortTool.Run(folder.Path, ["run", "a.c", "--cflags=-O2", "--", "one", "--two", "-c"]);
        Assert.Equal((40, "one;--two;-c;"), (answer.ExitStatus, answer.Output));
    }
}
