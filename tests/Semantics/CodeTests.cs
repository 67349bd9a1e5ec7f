using Porting.Build;
using Porting.Hosted;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary>What the machine code of objects looks like; that it is right is shown by the programs.</summary>
public sealed class CodeTests
{
    private const string Program = """
        struct big { int words[20]; };
        int apply(int (*f)(int), int n) { int sum = 0; for (int i = 0; i < n; i++) sum += f(i); return sum; }
        int choose(int n) { switch (n) { case 0: return 7; case 1: return apply(choose, 2); case 2: return 9; case 3: return n * 5; case 4: return n - 8; case 5: return 1; case 6: return n << 3; } return 0; }
        int fill(int n) { int a[8]; for (int i = 0; i < 8; i++) a[i] = i * n; return a[n & 7]; }
        void copy(struct big *to, struct big *from) { *to = *from; }
        static int small(int n) { return n * 3 + 1; }
        int caller(int n) { return small(n) + small(n + 1); }
        """;

    private static readonly Tool Objdump = new("objdump", "binutils");

    private static string CodeOf(bool optimize)
    {
        using ScratchFolder folder = new();
        folder.Write("p.c", Program);
        HostedCompiler.Compile(
            new HostedUnit(folder.Path, folder.At("p.c"), []) { Optimize = optimize, BackEnd = BackEndKind.Ilc },
            folder.At("p.o")
        );
        ToolResult shown = ToolRunner.Run(
            Objdump.Locate(),
            ["-D", "-r", "-j", ".text.managed", "-j", ".text.copies", folder.At("p.o")]
        );
        Assert.True(shown.ExitStatus == 0, shown.Errors);
        return shown.Output;
    }

    [Fact]
    public void What_nothing_needs_is_gone()
    {
        string code = CodeOf(optimize: true);
        Assert.DoesNotContain("_RhpTrapThreads", code); // polls behind calls through pointers
        Assert.DoesNotContain("___security_cookie", code); // guards of frames with arrays
        Assert.DoesNotContain("rep movs", code); // copies of structs
        Assert.DoesNotMatch(@"call .*\bu_C_p_c__small\b", code);
        Assert.Matches(@"jmp +\*0x[0-9a-f]+\(,%e..,4\)", code);
    }

    /// <summary>The names above are those that the compiler uses.</summary>
    [Fact]
    public void Without_optimisation_some_of_it_is_there()
    {
        string code = CodeOf(optimize: false);
        Assert.Contains("___security_cookie", code);
        Assert.Contains("rep movs", code);
        Assert.Contains("u_C_p_c__small", code);
        Assert.DoesNotMatch(@"jmp +\*0x[0-9a-f]+\(,%e..,4\)", code);
    }
}
