using System.Diagnostics;
using System.Text;
using Porting.Hosted;

namespace Porting.Campaigns;

/// <summary>C that machines write: one thing, very often. Each kind at a size and at twice the size; the processor time
/// of the tool should double, not square.</summary>
public static class HugeInputs
{
    private const string Front = "#include <stdio.h>\n";

    /// <summary>Name, size, and text of that size.</summary>
    public static readonly IReadOnlyList<(string Name, int Size, Func<int, string> Text)> Kinds =
    [
        (
            "elements of a table",
            100_000,
            n =>
                $"{Front}static const int t[] = {{ {Join(n, ", ", i => $"{i * 7 % 1000}")} }};\nint main(void) {{ unsigned s = 0; for (unsigned i = 0; i < sizeof t / sizeof *t; i++) s = s * 31 + (unsigned)t[i]; printf(\"%u\\n\", s); return 0; }}\n"
        ),
        (
            "statements of a function",
            10_000,
            n =>
                $"{Front}int main(int argc, char **argv)\n{{\n\tunsigned x = (unsigned)argc;\n{Join(n, "", i => $"\tx = x * {i % 13 + 1} + {i};\n")}\tprintf(\"%u\\n\", x);\n\treturn 0;\n}}\n"
        ),
        (
            "cases of a switch",
            10_000,
            n =>
                $"{Front}static int f(int x) {{ switch (x) {{\n{Join(n, "", i => $"case {i}: return {i * 3 % 101};\n")}}} return -1; }}\nint main(void) {{ unsigned s = 0; for (int i = 0; i < {n + 5}; i++) s = s * 31 + (unsigned)f(i); printf(\"%u\\n\", s); return 0; }}\n"
        ),
        (
            "terms of a sum",
            5_000,
            n =>
                $"{Front}int main(int argc, char **argv) {{ unsigned x = (unsigned)argc; unsigned y = x{Join(n, "", i => $" + {i}")}; printf(\"%u\\n\", y); return 0; }}\n"
        ),
        (
            "links of an else-if chain",
            1_000,
            n =>
                $"{Front}static int f(int x) {{ if (x == -1) return 5;\n{Join(n, "", i => $"else if (x == {i * 7}) return {i % 91};\n")}return 3; }}\nint main(void) {{ printf(\"%d %d\\n\", f({n / 2 * 7}), f(1)); return 0; }}\n"
        ),
        (
            "string literals",
            5_000,
            n =>
                $"{Front}static const char *const t[] = {{ {Join(n, ", ", i => $"\"string {i}\"")} }};\nint main(void) {{ unsigned s = 0; for (unsigned i = 0; i < sizeof t / sizeof *t; i++) s = s * 31 + (unsigned)t[i][7]; printf(\"%u\\n\", s); return 0; }}\n"
        ),
        (
            "globals with addresses",
            1_500,
            n =>
                $"{Front}{Join(n, "", i => $"int g{i} = {i}, *p{i} = &g{i};\n")}int main(void) {{ unsigned s = 0;\n{Join(n, "", i => $"s = s * 31 + (unsigned)*p{i};\n")}printf(\"%u\\n\", s); return 0; }}\n"
        ),
        (
            "functions",
            2_000,
            n =>
                $"{Front}{Join(n, "", i => $"static unsigned f{i}(unsigned x, unsigned y)\n{{\n\tunsigned s = x;\n\tfor (unsigned i = 0; i < (y & 7); i++)\n\t\ts = s * {i % 17 + 1} + (i ^ y);\n\treturn s & 1 ? s + {i} : s;\n}}\n")}int main(void) {{ unsigned s = 1;\n{Join(n, "", i => $"s = f{i}(s, {i});\n")}printf(\"%u\\n\", s); return 0; }}\n"
        ),
        (
            "types with comments",
            2_000,
            n =>
                $"{Front}{Join(n, "", i => $"/* of s{i} */\nstruct s{i} {{\n\tint a; /* of a */\n\tint b[{i % 5 + 1}];\n}}; /* behind */\n")}int main(void) {{ unsigned s = 0;\n{Join(n, "", i => $"s = s * 31 + sizeof(struct s{i});\n")}printf(\"%u\\n\", s); return 0; }}\n"
        ),
        (
            "blocks with cleanup",
            2_000,
            n =>
                $"{Front}static unsigned t; static void c(int *p) {{ t = t * 31 + (unsigned)*p; }}\nint main(void) {{\n{Join(n, "", i => $"{{ __attribute__((cleanup(c))) int x = {i}; t ^= (unsigned)x; }}\n")}printf(\"%u\\n\", t); return 0; }}\n"
        ),
        (
            "variables of blocks",
            33_000,
            n =>
                $"{Front}int main(int argc, char **argv) {{ unsigned t = (unsigned)argc;\n{Join(n, "", i => $"{{ unsigned x = t * {i % 7 + 1} + {i}; t ^= x >> 3; }}\n")}printf(\"%u\\n\", t); return 0; }}\n"
        ),
        (
            "labels that are jumped to",
            1_000,
            n =>
                $"{Front}int main(int argc, char **argv) {{ unsigned x = (unsigned)argc;\n{Join(n, "", i => $"l{i}: x = x * 3 + {i}; if (x == {i}u) goto l{i * 7919L % n};\n")}printf(\"%u\\n\", x); return 0; }}\n"
        ),
        (
            "nested blocks",
            120,
            n =>
                $"{Front}int main(int argc, char **argv) {{ int y = 0; {Join(n, "", _ => "if (argc) { y++; ")}{new string('}', n)} printf(\"%d\\n\", y); return 0; }}\n"
        ),
    ];

    private static string Join(int count, string separator, Func<int, string> part) =>
        new StringBuilder().AppendJoin(separator, Enumerable.Range(0, count).Select(part)).ToString();

    public static Comparison Compare(Func<int, string> text, int size, string folder)
    {
        string file = Path.Combine(folder, "huge.c");
        File.WriteAllText(file, text(size));
        return Differential.Compare([file], ["-O0"]); // LLVM is not measured
    }

    /// <returns>Exit status: 0 when every program does what it does by clang. The times are for people.</returns>
    public static int Run()
    {
        using WorkFolder work = new();
        bool isGood = true;
        Compare(Kinds[0].Text, 10, work.Path); // what is compiled just in time does not count
        foreach ((string name, int size, Func<int, string> text) in Kinds)
        {
            (Comparison once, double first) = Timed(text, size, work);
            (Comparison twice, double second) = Timed(text, 2 * size, work);
            isGood &= once.Verdict == Verdict.Same && twice.Verdict == Verdict.Same;
            Console.WriteLine(
                $"{name, -28} {size, 7}: {first, 6:F2} s {once.Verdict}   {2 * size, 7}: {second, 6:F2} s {twice.Verdict}   ratio {second / first:F2} {once.Text} {twice.Text}"
            );
        }

        return isGood ? 0 : 1;
    }

    private static (Comparison Result, double Seconds) Timed(Func<int, string> text, int size, WorkFolder work)
    {
        double before = Process.GetCurrentProcess().UserProcessorTime.TotalSeconds;
        Comparison result = Compare(text, size, work.Path);
        return (result, Process.GetCurrentProcess().UserProcessorTime.TotalSeconds - before);
    }
}
