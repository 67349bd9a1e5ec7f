namespace Porting.Campaigns;

/// <summary>Mixtures of all integer types: conversions both ways, 64-bit arithmetic, comparisons of different signs,
/// compound assignments to narrow places, enumerations, unions of numbers.</summary>
internal sealed class WideIntegers : IConstruct
{
    private static readonly string[] Types =
    [
        "signed char",
        "unsigned char",
        "short",
        "unsigned short",
        "int",
        "u",
        "long",
        "unsigned long",
        "long long",
        "unsigned long long",
        "_Bool",
    ];

    public void Write(ConstructText c)
    {
        int count = c.Pick(3, 6);
        c.Line(
            $"enum {c.Name}_e {{ {c.Name}_A, {c.Name}_B = {c.Pick(-5, 70000)}, {c.Name}_C, {c.Name}_D = {c.One("-1", "1u << 31", "255", "'x'")} }};\nunion {c.Name}_u {{ unsigned long long q; u w[2]; unsigned char b[8]; short s; double d; enum {c.Name}_e e; }};"
        );
        c.Line($"static u {c.Name}(u x, u y)\n{{\n\tu h = x;");
        for (int i = 0; i < count; i++)
        {
            c.Line(
                $"\t{c.One(Types)} v{i} = {c.One("(long long)x * y", "x", "y - x", "-(int)x", "~x", $"{c.Pick(-200, 70000)}", "(unsigned long long)y << 33 | x", $"{c.Name}_D")};"
            );
        }

        for (int i = 0; i < c.Pick(6, 14); i++)
        {
            string a = $"v{c.Pick(0, count - 1)}";
            string b = $"v{c.Pick(0, count - 1)}";
            c.Line(
                "\t"
                    + c.Pick(0, 10) switch
                    {
                        0 => $"{a} {c.One("+=", "-=", "*=", "^=", "|=", "&=")} {b};",
                        1 => $"{a} {c.One("/=", "%=")} ({b} | 1) == -1 ? 3 : ({b} | 1);",
                        2 =>
                            $"{a} = {b} {c.One("<", ">", "<=", ">=", "==", "!=")} {c.One("x", "-1", "0x80000000u", "-5ll", b)};",
                        3 => $"h = h * 31 + (u)({a} {c.One("+", "-", "*", "^", "&", "|")} {b});",
                        4 => $"h ^= (u)((unsigned long long){a} >> ({b} & 31));",
                        5 => $"h += (u)((long long){a} {c.One("<<", ">>")} ((u){b} & 63));",
                        6 => $"{a} = ({c.One(Types)}){b} + ({c.One(Types)})h;",
                        7 => $"{a}{c.One("++", "--")}; h += (u){c.One("++", "--", "-", "~", "!", "+")}{b};",
                        8 => $"if ({a} && !{b} || {a} > {b}) h++; else h *= 3;",
                        9 => $"{a} = h & 1 ? {a} : {b};",
                        _ =>
                            $"{{ union {c.Name}_u n = {{ .q = (unsigned long long){a} * 0x9e3779b97f4a7c15ull }}; n.b[{c.Pick(0, 7)}] ^= (unsigned char){b}; h += n.w[0] ^ n.w[1] ^ (u)n.s; n.e = {c.Name}_{c.One("A", "B", "C")}; h += n.b[0]; }}",
                    }
            );
        }

        c.Line(
            $"\tprintf(\"%llx\\n\", (unsigned long long){string.Join(" ^ (unsigned long long)", Enumerable.Range(0, count).Select(i => $"v{i}"))});\n\treturn h;\n}}"
        );
    }
}
