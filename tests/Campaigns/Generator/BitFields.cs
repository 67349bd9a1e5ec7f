namespace Porting.Campaigns;

/// <summary>Bit-fields in initialisers, static and automatic, of all their types and widths, packed or not, also in
/// unions; steps and compound assignments on them.</summary>
internal sealed class BitFields : IConstruct
{
    private static readonly string[] Types =
    [
        "unsigned",
        "int",
        "unsigned short",
        "signed char",
        "unsigned char",
        "short",
        "unsigned long long",
        "long long",
        "_Bool",
    ];

    private static int Width(string type) =>
        type switch
        {
            "_Bool" => 1,
            "unsigned char" or "signed char" => 8,
            "short" or "unsigned short" => 16,
            "long long" or "unsigned long long" => 64,
            _ => 32,
        };

    public void Write(ConstructText c)
    {
        int count = c.Pick(2, 9);
        List<string> fields = [];
        c.Line($"struct {c.Name}_s {{");
        for (int i = 0; i < count; i++)
        {
            string type = c.One(Types);
            int width = c.Chance(25) ? Width(type) - c.Pick(0, Math.Min(5, Width(type) - 1)) : c.Pick(1, Width(type));
            if (c.Chance(10))
            {
                c.Line($"\t{c.One("int", "unsigned char", "short")} : {c.One("0", "3", "7")};");
            }

            c.Line(c.Chance(15) ? $"\t{type} f{i};" : $"\t{type} f{i} : {width};");
            fields.Add($"f{i}");
        }

        c.Line($"}}{c.One("", " __attribute__((packed))", " __attribute__((aligned(8)))")};");
        string initializer = string.Join(
            ", ",
            fields.Where(_ => c.Chance(70)).OrderBy(_ => c.Pick(0, 99)).Select(f => $".{f} = {c.Pick(-40, 900)}")
        );
        c.Line(
            $"static struct {c.Name}_s {c.Name}_v = {{ {initializer} }}, {c.Name}_t[3] = {{ [1] = {{ {string.Join(", ", fields.Select(_ => c.Pick(0, 77)))} }}, [2].{fields[0]} = 1 }};"
        );
        c.Line(
            $"static u {c.Name}_hash(const struct {c.Name}_s *p) {{ u h = sizeof *p; {string.Concat(fields.Select(f => $"h = h * 31 + (u)(p->{f} ^ (p->{f} >> 7)) + (u)((long long)p->{f} >> 37); "))}return h; }}"
        );
        c.Line($"static u {c.Name}(u x, u y)\n{{\n\tu h = {c.Name}_hash(&{c.Name}_v);");
        c.Line(
            $"\tstruct {c.Name}_s a = {{ {string.Join(", ", fields.Select(f => $".{f} = {c.One("x", "y >> 3", "(int)x - 5", "-1", "x & y")}"))} }}, b = a;"
        );
        for (int i = 0; i < c.Pick(3, 8); i++)
        {
            string f = c.One([.. fields]);
            c.Line(
                $"\t{c.One("a", "b", $"{c.Name}_v", $"{c.Name}_t[x % 3]")}.{f}{c.One("++", "--", $" += {c.Value(1)}", $" ^= {c.Value(1)}", $" = {c.Value(1)}", " <<= 1", $" |= {c.Value(0)}")};"
            );
        }

        c.Line($"\th += (u)(a.{fields[0]} = {c.Value(1)}) + (u)b.{fields[^1]}++;");
        c.Line(
            $"\tfor (int i = 0; i < 3; i++) h = h * 17 + {c.Name}_hash(&{c.Name}_t[i]);\n\treturn h + {c.Name}_hash(&a) * 3 + {c.Name}_hash(&b);\n}}"
        );
    }
}
