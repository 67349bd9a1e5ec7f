using System.Diagnostics;
using System.Text.RegularExpressions;
using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary><c>port cc</c> complains as clang does: the line of C, a caret, macros, notes, options, colours.</summary>
public sealed partial class DiagnosticTests
{
    private const string Header = """
        #define ADD(a, b) ((a) + (b))
        struct s { int x; };
        static inline int get(struct s *p) { return ADD(p->y, 1); }
        int other(void);

        """;

    private const string Source = """
        #include "s.h"
        int other(int a) { int unused; return a; }
        static char *text(int n) { if (n = 3) return n; return missing; }

        """;

    [Theory]
    [InlineData("-Wall")]
    [InlineData("-Wall", "-fdiagnostics-color=always")]
    [InlineData("-Wall", "-fno-caret-diagnostics", "-fno-diagnostics-show-option")]
    [InlineData("-Wextra", "-Wno-int-conversion", "-fdiagnostics-print-source-range-info", "-fno-show-column")]
    [InlineData("-Werror", "-Wall", "-ftabstop=4")]
    public void Complaints_are_clangs(params string[] options)
    {
        using ScratchFolder folder = new();
        folder.Write("s.h", Header);
        folder.Write("s.c", Source);
        Answer clang = PortTool.Start(new ProcessStartInfo("clang-19"), folder.Path, ["-m32", "-c", .. options, "s.c"]);
        Answer port = PortTool.Run(folder.Path, ["cc", "-c", .. options, "s.c"]);
        Assert.Equal(1, port.ExitStatus);
        Assert.Contains("previous declaration", clang.Errors);
        Assert.Equal(Total().Replace(Lines(clang.Errors), ""), Lines(port.Errors));
    }

    /// <summary>clang 19 crashes on the call, and has named the cause before. The unit behind is none the
    /// worse.</summary>
    [Fact]
    public void What_clang_said_before_it_crashed_is_said()
    {
        using ScratchFolder folder = new();
        folder.Write(
            "crash.c",
            """
            int printf(const char *, ...);
            struct outer { int a; enum color color; };
            int main(void) { struct outer v; __builtin_dump_struct(&v, printf); return 0; }

            """
        );
        folder.Write("next.c", "int next;\n");
        Answer port = PortTool.Run(folder.Path, "cc", "-c", "crash.c", "next.c");
        Assert.Equal(1, port.ExitStatus);
        Assert.StartsWith("crash.c:2:34: error: field has incomplete type 'enum color'\n", port.Errors);
        Assert.DoesNotContain("abnormally", port.Errors);
    }

    /// <summary>A colour may end before a line does or after it.</summary>
    private static string Lines(string text) => text.Replace("\n\e[0m", "\e[0m\n");

    /// <summary>gcc is silent about a warning that it is told not to make and does not know, and has warnings that
    /// clang has not: no error, unless that is asked for.</summary>
    [Theory]
    [InlineData("", "-Werror", "-Wno-dangling-pointer", "-Wno-stringop-truncation")]
    [InlineData("warning: unknown warning option '-Wshift-overflow=2'", "-Werror", "-Wshift-overflow=2")]
    [InlineData(
        "error: unknown warning option '-Wno-dangling-pointer'",
        "-Werror=unknown-warning-option",
        "-Wno-dangling-pointer"
    )]
    public void Warnings_of_gcc_are_no_errors(string complaint, params string[] options)
    {
        using ScratchFolder folder = new();
        folder.Write("s.c", "int x;\n");
        Answer port = PortTool.Run(folder.Path, ["cc", "-c", .. options, "s.c"]);
        Assert.Equal(complaint.StartsWith("error", StringComparison.Ordinal) ? 1 : 0, port.ExitStatus);
        Assert.StartsWith(complaint, port.Errors);
        Assert.Equal(complaint.Length == 0, port.Errors.Length == 0);
    }

    /// <summary>What clang's driver says at the end: how many there were.</summary>
    [GeneratedRegex(@"^\d+ (error|warning)s?( and \d+ errors?)? generated\.\n", RegexOptions.Multiline)]
    private static partial Regex Total();
}
