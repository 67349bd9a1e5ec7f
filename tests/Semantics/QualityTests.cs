using System.Text.RegularExpressions;
using Porting.Hosted;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary>
/// What keeps code as good as clang's: each is a piece of the translator or the back end that programs compute the same
/// without. Held against clang's object of the same C, or where that would hang on LLVM's mood against the module that
/// LLVM is given.
/// </summary>
public sealed partial class QualityTests
{
    private static HostedUnit Unit(ScratchFolder folder, string text)
    {
        folder.Write("p.c", text);
        return new HostedUnit(folder.Path, folder.At("p.c"), ["-O2"]);
    }

    /// <summary>The module before any of LLVM's passes.</summary>
    private static string ModuleOf(string text)
    {
        using ScratchFolder folder = new();
        HostedUnit unit = Unit(folder, text) with { ModulePath = folder.At("p.ll") };
        HostedCompiler.Compile(unit, folder.At("ours.o"));
        return File.ReadAllText(folder.At("p.ll"));
    }

    private static (string Ours, string Clangs) CodeOf(string text)
    {
        using ScratchFolder folder = new();
        HostedCompiler.Compile(Unit(folder, text), folder.At("ours.o"));
        ObjectReader.ByClang(folder.At("p.c"), ["-O2"], folder.At("clang.o"));
        return (ObjectReader.Code(folder.At("ours.o")), ObjectReader.Code(folder.At("clang.o")));
    }

    private static int Instructions(string code) => Instruction().Count(code);

    [GeneratedRegex(
        @"^ +[0-9a-f]+:\t(?:[0-9a-f]{2} )*\s*(?!nop|xchg +%ax,%ax|lea +0x0\()[a-z]",
        RegexOptions.Multiline
    )]
    private static partial Regex Instruction();

    private static void IsNoLongerThanClangs(string text)
    {
        (string ours, string clangs) = CodeOf(text);
        Assert.InRange(Instructions(ours), 1, Instructions(clangs));
    }

    [Fact]
    public void A_loop_has_one_way_back()
    {
        string module = ModuleOf(
            """
            int other(int);
            int sum(int n, int *p) {
              int s = 0;
              while (n-- > 0) {
                if (p[n] == 1) { s += other(1); continue; }
                if (p[n] == 2) { s += other(2); continue; }
                if (p[n] > 9) s -= other(9); else s += p[n];
              }
              return s; }
            """
        );
        Dictionary<string, string[]> next = Blocks(module, "sum");
        IGrouping<string, (string From, string To)>[] loops = [.. WaysBack(next).GroupBy(w => w.To)];
        Assert.NotEmpty(loops);
        Assert.All(loops, l => Assert.Single(l));
    }

    /// <summary>Labels of a function's blocks, each with those that its last instruction may go to.</summary>
    private static Dictionary<string, string[]> Blocks(string module, string function)
    {
        string body = Regex
            .Match(
                module,
                $$"""^define [^\n]*@"?{{function}}"?\(.*?^\}""",
                RegexOptions.Multiline | RegexOptions.Singleline
            )
            .Value;
        Dictionary<string, string[]> next = [];
        foreach (string block in Regex.Split("entry:\n" + body, @"^(?=[\w.]+:)", RegexOptions.Multiline))
        {
            string label = block.Split(':')[0].Trim();
            if (label.Length > 0)
            {
                next[label] = [.. Regex.Matches(block, @"label %([\w.]+)").Select(m => m.Groups[1].Value)];
            }
        }

        return next;
    }

    private static List<(string From, string To)> WaysBack(Dictionary<string, string[]> next)
    {
        List<(string, string)> back = [];
        HashSet<string> seen = [],
            open = [];
        Walk("entry");
        return back;

        void Walk(string block)
        {
            seen.Add(block);
            open.Add(block);
            foreach (string to in next[block].Distinct())
            {
                if (open.Contains(to))
                {
                    back.Add((block, to));
                }
                else if (!seen.Contains(to))
                {
                    Walk(to);
                }
            }

            open.Remove(block);
        }
    }

    [Fact]
    public void The_value_of_an_assignment_comes_before_its_place()
    {
        string module = ModuleOf(
            """
            struct item { struct item *next; int number; };
            void set(struct item *to, struct item *from) { to->next->number = from->next->number; }
            """
        );
        int value = module.IndexOf("load ptr, ptr %a1", StringComparison.Ordinal),
            place = module.IndexOf("load ptr, ptr %a0", StringComparison.Ordinal);
        Assert.True(value >= 0);
        Assert.True(place > value, module);
    }

    [Theory]
    [InlineData("_Noreturn void die(int);")]
    [InlineData("void die(int) __attribute__((noreturn));")]
    public void Nothing_comes_after_a_function_that_does_not_return(string declaration) =>
        IsNoLongerThanClangs(
            $$"""
            {{declaration}}
            extern int shared;
            int get(int *p) { if (!p) die(4); shared = *p; return shared * 3; }
            int twice(int *p) { if (!p) die(5); shared += *p; return shared * 7; }
            """
        );

    [Fact]
    public void What_restrict_points_to_is_nobody_elses() =>
        Assert.Matches(
            @"mov +\$0x7,%eax",
            CodeOf("int get(int *restrict a, int *restrict b) { *a = 7; *b = 2; return *a; }").Ours
        );

    /// <summary>What hides a division's numbers is none of the instructions that the inliner counts.</summary>
    [Fact]
    public void A_function_that_divides_is_inlined_as_by_clang()
    {
        (string ours, string clangs) = CodeOf(
            """
            #define SOME(k) ((a + k) / b + (b + k) % c + b / (c + k) + b % (a + k) + (c - k) / a + (c - k) % b)
            static int many(int a, int b, int c) { return SOME(1) + SOME(2) + SOME(3); }
            int first(int a, int b, int c) { return many(a, b, c); }
            int second(int a, int b, int c) { return many(c, a, b) + many(b, c, a); }
            """
        );
        Assert.DoesNotContain("call", clangs, StringComparison.Ordinal);
        Assert.DoesNotContain("call", ours, StringComparison.Ordinal);
    }

    [Fact]
    public void A_division_of_64_bits_is_the_call_of_the_library_alone() =>
        IsNoLongerThanClangs(
            """
            unsigned long long divide(unsigned long long a, unsigned long long b) { return a / b; }
            long long rest(long long a, long long b) { return a % b; }
            """
        );

    /// <summary>Some as an index of rows, some as a number, would keep LLVM from seeing that they are alike.</summary>
    [Fact]
    public void The_index_of_a_byte_is_one_number() =>
        Assert.DoesNotContain(
            "getelementptr [4 x i8]",
            ModuleOf("int mix(unsigned char *p, int i) { return p[i * 4] * p[i * 4 + 1] * p[i * 4 + 2]; }"),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_array_takes_the_room_that_it_takes_in_C()
    {
        (string ours, string clangs) = CodeOf(
            "int use(char *, char *, int *); int get(void) { char a[22], b[2]; int c[3]; return use(a, b, c); }"
        );
        Assert.Equal(Frame().Match(clangs).Value, Frame().Match(ours).Value);
    }

    [GeneratedRegex(@"sub +\$0x[0-9a-f]+,%esp")]
    private static partial Regex Frame();
}
