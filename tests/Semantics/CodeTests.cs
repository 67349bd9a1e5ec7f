using System.Text.RegularExpressions;
using Porting.Build;
using Porting.Hosted;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary>What objects look like beside clang's of the same C; that their code is right is shown by the
/// programs.</summary>
public sealed class CodeTests
{
    private const string Program = """
        struct big { int words[40]; };
        extern int other(int); extern int shared; int mine = 5;
        void copy(struct big *to, struct big *from) { *to = *from; }
        int leaf(int a) { return a * 3 + shared; }
        int buffer(int n) { char text[64]; for (int i = 0; i < 64; i++) text[i] = other(i); return text[n & 63]; }
        int choose(int n) {
          switch (n) { case 0: return other(7); case 1: return other(2) + 1; case 2: return other(9) + 2;
            case 3: return n * shared; case 4: return other(8) - 8; case 5: return other(1) + 5; case 6: return shared << 3; }
          return 0; }
        int tail(int n) { return other(n); }
        float dot(float *a, float *b) { for (int i = 0; i < 256; i++) b[i] += a[i] * 2; return b[3]; }
        """;

    private static string Compile(ScratchFolder folder, string text, params string[] flags)
    {
        folder.Write("p.c", text);
        HostedCompiler.Compile(new HostedUnit(folder.Path, folder.At("p.c"), flags), folder.At("ours.o"));
        return folder.At("ours.o");
    }

    private static string ByClang(ScratchFolder folder, string text, params string[] flags)
    {
        folder.Write("p.c", text);
        ObjectReader.ByClang(folder.At("p.c"), flags, folder.At("clang.o"));
        return folder.At("clang.o");
    }

    private static int Count(string path, string pattern) => Regex.Count(ObjectReader.Code(path), pattern);

    /// <summary>An option changes our object as it changes clang's: what the pattern finds is there as often, with it
    /// and without it.</summary>
    [Theory]
    [InlineData("-fPIC", "R_386_(GOT|PLT)")]
    [InlineData("-ffunction-sections", @"\.text\.leaf")]
    [InlineData("-fdata-sections", @"\.data\.mine")]
    [InlineData("-fstack-protector-all", "__stack_chk_fail")]
    [InlineData("-fcf-protection", "endbr32")]
    [InlineData("-pg", "mcount")]
    [InlineData("-fno-omit-frame-pointer", "mov +%esp,%ebp")]
    [InlineData("-mstackrealign", @"and +\$0xfffffff0,%esp")]
    [InlineData("-fno-optimize-sibling-calls", @"jmp [^\n]*\n[^\n]*R_386_\w+\s+other")]
    [InlineData("-mfunction-return=thunk-extern", "__x86_return_thunk")]
    [InlineData("-fzero-call-used-regs=used-gpr", @"xor +%(ecx|edx),%\1")]
    [InlineData("-fpatchable-function-entry=3", "__patchable_function_entries")]
    [InlineData("-mno-sse", "%xmm")]
    [InlineData("-march=haswell", "vzeroupper")]
    [InlineData("-fno-jump-tables", @"jmp +\*")]
    [InlineData("-falign-functions=64", @"\.text[^\n]*2\*\*6")]
    [InlineData("-fno-asynchronous-unwind-tables", @"\.eh_frame")]
    public void An_option_does_what_it_does_to_clang(string option, string pattern)
    {
        using ScratchFolder folder = new();
        int with = Count(ByClang(folder, Program, option), pattern),
            without = Count(ByClang(folder, Program), pattern);
        Assert.NotEqual(with, without);
        Assert.Equal(with, Count(Compile(folder, Program, option), pattern));
        Assert.Equal(without, Count(Compile(folder, Program), pattern));
    }

    /// <summary>An attribute changes our function as it changes clang's.</summary>
    [Theory]
    [InlineData("-finstrument-functions", "no_instrument_function", "__cyg_profile_func_enter")]
    [InlineData("-pg", "no_instrument_function", "mcount")]
    [InlineData("-pg -mfentry", "no_instrument_function", "__fentry__")]
    [InlineData("-fstack-protector-all", "no_stack_protector", "__stack_chk_fail")]
    [InlineData("-fcf-protection", "nocf_check", "endbr32")]
    [InlineData("", "patchable_function_entry(3,1)", @"\bnop\b")]
    [InlineData("-fpatchable-function-entry=3", "patchable_function_entry(0)", "__patchable_function_entries")]
    [InlineData("", "zero_call_used_regs(\"used-gpr\")", @"xor +%(ecx|edx),%\1")]
    [InlineData("", "force_align_arg_pointer", @"and +\$0xfffffff0,%esp")]
    [InlineData("-mno-sse", "target(\"sse2\")", "%xmm")]
    [InlineData("-msse2", "target(\"no-sse\")", "%xmm")]
    [InlineData("", "target(\"arch=haswell\")", "%ymm")]
    [InlineData("", "disable_tail_calls", @"jmp [^\n]*\n[^\n]*R_386_\w+\s+other")]
    [InlineData("-fasynchronous-unwind-tables", "nouwtable", @"\.eh_frame")]
    [InlineData("", "minsize", "%xmm|rep movs")]
    public void An_attribute_does_what_it_does_to_clang(string options, string attribute, string pattern) =>
        HasTheEffect(
            options,
            attribute,
            pattern,
            """
            struct big { int words[40]; };
            extern int other(int);
            ATTRIBUTE int function(struct big *to, struct big *from) {
              int here[40]; for (int i = 0; i < 40; i++) here[i] = from->words[i] * 3 + 1;
              for (int i = 0; i < 40; i++) to->words[i] += here[i];
              *from = *to;
              return other(7); }
            ATTRIBUTE int tail(int n) { return other(n); }
            """
        );

    /// <summary>Also of a function that nobody outside of the file can call.</summary>
    [Theory]
    [InlineData("-fstack-protector-all", "no_stack_protector", "__stack_chk_fail")]
    [InlineData("-pg", "no_instrument_function", "mcount")]
    [InlineData("", "section(\".here\")", @"\.here")]
    [InlineData("", "target(\"no-sse2\")", "%xmm")]
    public void An_attribute_of_a_static_function_does_what_it_does_to_clang(
        string options,
        string attribute,
        string pattern
    ) =>
        HasTheEffect(
            options,
            attribute,
            pattern,
            """
            extern int other(double *);
            ATTRIBUTE static __attribute__((noinline)) int own(double *to, double n) {
              double here[40]; for (int i = 0; i < 40; i++) here[i] = to[i] * n; return other(here); }
            int user(double *to) { return own(to, 3) + own(to, 5); }
            """
        );

    private static void HasTheEffect(string options, string attribute, string pattern, string text)
    {
        string[] words = options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] with = [.. words, $"-DATTRIBUTE=__attribute__(({attribute}))"];
        string[] without = [.. words, "-DATTRIBUTE="];
        using ScratchFolder folder = new();
        int has = Count(ByClang(folder, text, with), pattern);
        int hasNot = Count(ByClang(folder, text, without), pattern);
        Assert.NotEqual(has, hasNot);
        Assert.Equal(has, Count(Compile(folder, text, with), pattern));
        Assert.Equal(hasNot, Count(Compile(folder, text, without), pattern));
    }

    /// <summary>Nothing of a runtime: the symbols are clang's, defined and not, with their kinds.</summary>
    [Fact]
    public void An_object_has_the_symbols_of_clangs()
    {
        const string text =
            Program
            + """

                static __attribute__((noinline)) int hidden(int n) { return n * other(n); }
                int caller(int n) { return hidden(n) + hidden(n + 1); }
                long long divide(long long a, long long b) { return a / b; }
                __attribute__((weak)) int weak_one(void) { return 1; }
                extern int second(int) __attribute__((alias("caller")));
                static int counter; int count(void) { return ++counter; }
                void *memset(void *to, int value, unsigned size) { char *p = to; while (size--) *p++ = value; return to; }
                """;
        using ScratchFolder folder = new();
        string[] flags = ["-ffreestanding", "-fno-builtin"];
        Assert.Equal(Kinds(ByClang(folder, text, flags)), Kinds(Compile(folder, text, flags)));
    }

    /// <summary>Kind, binding, visibility and name of each symbol that is no section, file or local datum.</summary>
    private static IEnumerable<string> Kinds(string path) =>
        from line in ObjectReader.Symbols(path).Split('\n')
        let words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where words.Length == 8 && words[3] is "FUNC" or "OBJECT" or "NOTYPE" && words[0] != "Num:"
        where words[3..5] is not ["OBJECT", "LOCAL"]
        orderby words[7]
        select $"{words[3]} {words[4]} {words[5]} {(words[6] == "UND" ? "UND" : "")} {words[7]}";

    /// <summary>A program's own functions are called, also where the C library has some of their names.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Functions_of_the_librarys_names_are_the_programs_own(bool inOneFile)
    {
        const string own = """
            int called;
            void *memset(void *to, int value, unsigned size) { volatile char *p = to; called++; while (size--) *p++ = value + 1; return to; }
            void *memmove(void *to, const void *from, unsigned size) { called += 10; return to; }

            """;
        const string user = """
            extern void *memset(void *, int, unsigned), *memmove(void *, const void *, unsigned); extern int called;
            int printf(const char *, ...);
            int main(int argc, char **argv) { char a[100]; memset(a, 3, 50 + argc); memmove(a, a + 20, 30 + argc); printf("%d %d\n", a[40], called); return 0; }

            """;
        using ScratchFolder folder = new();
        string[] files = inOneFile ? [own + user] : [own, user];
        List<string> objects = [];
        foreach (string text in files)
        {
            objects.Add(folder.At($"{objects.Count}.o"));
            File.Copy(Compile(folder, text, "-fno-builtin"), objects[^1]);
        }

        ToolResult linked = HostedLinker.Link(folder.Path, [.. objects, "-o", "program"]);
        Assert.True(linked.ExitStatus == 0, linked.Errors);
        Assert.Equal("4 11\n", ToolRunner.Run(folder.At("program"), []).Output);
    }

    /// <summary>With -mno-sse there is no kind of vector or x87 register that clang's object does not have as
    /// well.</summary>
    [Theory]
    [InlineData("aggregates")]
    [InlineData("overlapping_copies")]
    [InlineData("initialisers")]
    [InlineData("jumps")]
    [InlineData("unions")]
    [InlineData("variable_arrays")]
    [InlineData("copies")]
    [InlineData("steps")]
    public void Without_vectors_no_register_of_theirs_is_used(string name)
    {
        string file = Repository.At($"tests/Semantics/Programs/{name}.c");
        string[] flags = ["-mno-sse", "-mno-mmx"];
        using ScratchFolder folder = new();
        HostedCompiler.Compile(new HostedUnit(Path.GetDirectoryName(file)!, file, flags), folder.At("ours.o"));
        ObjectReader.ByClang(file, flags, folder.At("clang.o"));
        Assert.Empty(Wide(folder.At("ours.o")).Except(Wide(folder.At("clang.o"))));
    }

    private static IEnumerable<string> Wide(string path) =>
        Regex
            .Matches(ObjectReader.Code(path), @"%([xyz]mm|mm)\d|%st\b|\tf(ld|st|ist|ild)\w*")
            .Select(m => m.Groups[1].Success ? m.Groups[1].Value : "x87")
            .Distinct();
}
