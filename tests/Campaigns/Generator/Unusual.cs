namespace Porting.Campaigns;

/// <summary>Values and functions that are easily lost on the way: what is no number, with its sign and payload; volatile
/// objects of all widths behind longjmp; overloadable functions; definitions with float parameters in the old
/// style.</summary>
internal sealed class Unusual : IConstruct
{
    private static readonly string[] Types = ["int", "u", "long long", "float", "double", "char *", "unsigned char"];

    public void Write(ConstructText c)
    {
        string n = c.Name;
        c.Line(
            $"static u {n}_bits(float f) {{ u b; memcpy(&b, &f, 4); return b; }}\nstatic u {n}_wide(double d) {{ unsigned long long b; memcpy(&b, &d, 8); return (u)(b ^ b >> 32); }}\nstatic float {n}_kept = {Nan(c, "f")};"
        );
        string[] types = [.. Types.OrderBy(t => c.Pick(0, 99)).Take(c.Pick(2, 4))];
        for (int i = 0; i < types.Length; i++)
        {
            c.Line($"static u __attribute__((overloadable)) {n}_over({types[i]} v) {{ return {c.Pick(1, 999)}; }}");
        }

        c.Line($"static u __attribute__((overloadable)) {n}_over(u a, {types[0]} b) {{ return a + 5; }}");
        c.Line(
            $"static double {n}_old(f, c, g) float f; char c; {c.One("float", "double", "short")} g; {{ f *= 3; return f + c + g; }}\nstatic jmp_buf {n}_jump;"
        );
        c.Line(
            $"static u {n}_back(u x)\n{{\n\tvolatile long long a = x;\n\tvolatile double d = x;\n\tvolatile float f = 1;\n\tvolatile unsigned char b = 250;\n\tvolatile struct {{ short s; unsigned long long q; }} s = {{ 3, x }};\n\tif (setjmp({n}_jump)) return (u)a + (u)(long long)d * 3 + (u)f * 5 + b * 7u + (u)s.s + (u)s.q;\n\ta += {c.Pick(1, 99)};\n\td = d / 2 + {c.Pick(1, 9)};\n\tf = {c.Pick(2, 90)};\n\tb += {c.Pick(3, 90)};\n\ts.s++;\n\ts.q ^= a;\n\tlongjmp({n}_jump, 1);\n}}"
        );
        c.Line($"static u {n}(u x, u y)\n{{\n\tu h = {n}_bits({n}_kept) + {n}_back(y);\n\tdouble (*old)() = {n}_old;");
        for (int i = 0; i < c.Pick(3, 6); i++)
        {
            c.Line(
                "\t"
                    + c.Pick(0, 4) switch
                    {
                        0 => $"h = h * 3 + {n}_bits({Nan(c, "f")});",
                        1 => $"h = h * 3 + {n}_wide({Nan(c, "")});",
                        2 => $"h = h * 5 + {n}_over(({c.One(types)})0) + {n}_over(x, ({types[0]})0);",
                        3 => $"h += (u)(int){n}_old((float)(x & 255) / 4, (char)y, {c.One("2.5f", "3")});",
                        _ => "h += (u)(int)old((double)(y & 255), 'c', 7.0f);",
                    }
            );
        }

        c.Line("\treturn h;\n}");
    }

    private static string Nan(ConstructText c, string suffix) =>
        $"{c.One("", "-")}__builtin_nan{suffix}(\"{c.One("", "0x1", "0x" + c.Pick(2, 0x3ffff).ToString("x"))}\")";
}
