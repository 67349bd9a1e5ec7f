using Porting.Build;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary><c>port cc</c> in the ways that builds use a compiler: from a pipe, for a shared library, by a parallel
/// make, with jumps over other compilers' frames.</summary>
public sealed class BuildTests
{
    [Fact]
    public void Source_comes_from_standard_input()
    {
        using ScratchFolder folder = new();
        Shell(
            folder,
            """printf 'int puts(const char *);\nint main(void) { puts("from a pipe"); return 3; }\n' | $CC -x c - -o p"""
        );
        ToolResult run = ToolRunner.Run(folder.At("p"), [], folder.Path);
        Assert.Equal((3, "from a pipe\n"), (run.ExitStatus, run.Output));
    }

    [Theory, InlineData("$CC"), InlineData("clang-19 -m32")]
    public void A_shared_library_serves_programs_of_both_compilers(string compiler)
    {
        using ScratchFolder folder = new();
        folder.Write(
            "lib.c",
            "int add(int a, int b) { return a + b; }\nstatic int counter = 40;\nint next(void) { return ++counter; }\n"
        );
        folder.Write(
            "main.c",
            "#include <stdio.h>\nint add(int, int); int next(void);\nint main(void) { next(); printf(\"%d %d\\n\", add(2, 3), next()); return 0; }\n"
        );
        Shell(folder, "$CC -shared -fPIC lib.c -o libours.so");
        Shell(folder, $"{compiler} main.c -L. -lours -Wl,-rpath,. -o p");
        Assert.Equal("5 42\n", ToolRunner.Run(folder.At("p"), [], folder.Path).Output);
    }

    [Fact]
    public void A_parallel_make_builds_with_it()
    {
        using ScratchFolder folder = new();
        foreach (int i in Enumerable.Range(1, 6))
        {
            folder.Write($"f{i}.c", $"#include \"f.h\"\nint f{i}(int x) {{ return x + {i}; }}\n");
        }

        folder.Write("f.h", string.Concat(Enumerable.Range(1, 6).Select(i => $"int f{i}(int);\n")));
        folder.Write(
            "main.c",
            "#include <stdio.h>\n#include \"f.h\"\nint main(void) { printf(\"%d\\n\", f1(f2(f3(f4(f5(f6(0))))))); return 0; }\n"
        );
        folder.Write(
            "Makefile",
            "OBJS = $(patsubst %,f%.o,1 2 3 4 5 6) main.o\np: $(OBJS)\n\t$(CC) -o $@ $(OBJS)\n%.o: %.c\n\t$(CC) -MMD -c $< -o $@\n-include $(OBJS:.o=.d)\n"
        );
        Shell(folder, "make -s -j4 CC=\"$CC\"");
        Assert.Equal("21\n", ToolRunner.Run(folder.At("p"), [], folder.Path).Output);
        Assert.Contains("f.h", File.ReadAllText(folder.At("f3.d")), StringComparison.Ordinal);
    }

    [Theory, InlineData("$CC", "clang-19 -m32"), InlineData("clang-19 -m32", "$CC"), InlineData("$CC", "$CC")]
    public void Jumps_leave_frames_of_the_other_compiler(string jumper, string between)
    {
        using ScratchFolder folder = new();
        folder.Write(
            "jump.c",
            "#include <setjmp.h>\n#include <stdio.h>\nextern void through(void (*)(void));\nstatic jmp_buf place;\nstatic void out(void) { longjmp(place, 7); }\nint main(void) { volatile int n = 1; int r = setjmp(place); n++; if (!r) through(out); printf(\"%d %d\\n\", r, n); return 0; }\n"
        );
        folder.Write(
            "through.c",
            "void through(void (*f)(void)) { volatile char room[100]; room[3] = 1; f(); room[4] = 2; }\n"
        );
        Shell(
            folder,
            $"{jumper} -c jump.c -o jump.o && {between} -c through.c -o through.o && $CC jump.o through.o -o p"
        );
        Assert.Equal("7 3\n", ToolRunner.Run(folder.At("p"), [], folder.Path).Output);
    }

    /// <summary>A file that is not there is the user's mistake, not the tool's.</summary>
    [Fact]
    public void A_missing_file_is_an_error_of_the_command()
    {
        using ScratchFolder folder = new();
        Answer answer = PortTool.Run(folder.Path, "run", "missing.c");
        Assert.Equal(3, answer.ExitStatus);
        Assert.Contains("missing.c: error PORT9020", answer.All, StringComparison.Ordinal);
    }

    private static void Shell(ScratchFolder folder, string command)
    {
        ToolResult result = ToolRunner.Run(
            "/bin/bash",
            ["-c", $"set -e -o pipefail; CC='dotnet {PortTool.Assembly} cc'; {command}"],
            folder.Path
        );
        Assert.True(result.ExitStatus == 0, result.Output + result.Errors);
    }
}
