namespace Porting.Campaigns;

/// <summary>float and double: arithmetic that rounds, conversions from and to all integers, comparisons, passing and
/// returning, the bits of the result.</summary>
internal sealed class Floats : IConstruct
{
    public void Write(ConstructText c)
    {
        c.Line(
            $"static float {c.Name}_f(float a, double b) {{ return {c.One("a * (float)b", "(float)(a + b)", "a / ((float)b + 1)", "a - 3")}; }}\nstatic double {c.Name}_d(float a, double b, u n) {{ double r = b; while (n--) r = r * 0.5 + a{c.One("", " * 1.1f", " - r / 3")}; return r; }}"
        );
        c.Line(
            $"static u {c.Name}_bits(double d) {{ unsigned long long q; memcpy(&q, &d, sizeof q); return (u)(q ^ q >> 32); }}"
        );
        c.Line(
            $"static u {c.Name}(u x, u y)\n{{\n\tu h = 1;\n\tfloat f = (float)(int)(x & 0xffff) {c.One("/ 7", "* 1.25f", "+ 0.1f")}, g = {c.One("-2.5f", "1e10f", "(float)y", "3")};\n\tdouble d = (double)y * {c.One("0.001", "1e-9", "3", "1.0f")}, e = {c.One("f", "-1.5", "(double)(long long)x * 1e3", "x")};"
        );
        for (int i = 0; i < c.Pick(5, 10); i++)
        {
            string a = c.One("f", "g", "d", "e");
            string b = c.One("f", "g", "d", "e");
            c.Line(
                "\t"
                    + c.Pick(0, 9) switch
                    {
                        0 => $"{a} {c.One("+=", "-=", "*=")} {b};",
                        1 => $"{a} = {b} != 0 ? {a} / {b} : 1;",
                        2 => $"if ({a} {c.One("<", ">", "<=", ">=", "==", "!=")} {b}) h = h * 3 + 1;",
                        3 => $"{a} = {c.Name}_f({c.One("f", "g")}, {b});",
                        4 => $"{a} = {c.Name}_d({c.One("f", "g")}, {b}, x & 3);",
                        5 => $"if ({a} > -1e9 && {a} < 1e9) h ^= (u)(int){a} + (u)(long long){a};",
                        6 => $"{a}{c.One("++", "--")}; {a} = {a} > 1e30 || {a} < -1e30 ? 2 : {a};",
                        8 =>
                            $"{{ {c.One("", "unsigned ")}long long q = (unsigned long long)x << {c.Pick(20, 33)} ^ (y | 1); {a} = {c.One("q", "(float)q", "(double)q")}; }}",
                        7 => $"{a} = -{b} + (h & 7);",
                        _ => $"{{ int i = (int)(h & 1023) - 500; {a} = i * {c.One("1.5", "2.5f", "0.1")} + {b} * 0; }}",
                    }
            );
        }

        c.Line(
            $"\tif (f != f || g != g || d != d || e != e) {{ f = g = 1; d = e = 2; }}\n\tprintf(\"%a %.9g %.17g %g\\n\", (double)f, (double)g, d, e);\n\treturn h + {c.Name}_bits(f) + {c.Name}_bits(g) + {c.Name}_bits(d) * 3 + {c.Name}_bits(e);\n}}"
        );
    }
}
