namespace Porting.Campaigns;

/// <summary>long double in 80 bits: arithmetic, conversions from and to all numbers, comparisons, in structs and
/// arrays, passed, returned and as variable arguments; the ten bytes of the results are hashed.</summary>
internal sealed class LongDoubles : IConstruct
{
    public void Write(ConstructText c)
    {
        string n = c.Name;
        c.Line(
            $"struct {n}_s {{ char c; long double l; {c.One("short", "long double", "double")} m; }};\nstatic long double {n}_table[{c.Pick(2, 4)}] = {{ {c.One("0.1L", "1e400L", "-3", "0x1p-70L")}, [1] = {c.One("1.5f", "2.25", "7u")} }};\nstatic u {n}_bytes(long double l)\n{{\n\tunsigned char b[sizeof l];\n\tu h = 0;\n\tmemcpy(b, &l, sizeof l);\n\tfor (u i = 0; i < 10; i++) h = h * 31 + b[i];\n\treturn h;\n}}"
        );
        c.Line(
            $"static long double {n}_f(long double a, {c.One("double", "float", "long double", "int")} b) {{ return {c.One("a * b", "a + b / 3", "a - b", "a / 3 + b")}; }}\nstatic struct {n}_s {n}_made(u x) {{ struct {n}_s s = {{ (char)x, (long double)x / 3, {c.One("2", "(short)x")} }}; return s; }}"
        );
        c.Line(
            $"static u {n}_many(int count, ...)\n{{\n\tva_list ap;\n\tu h = 0;\n\tva_start(ap, count);\n\twhile (count--) h = h * 7 + {n}_bytes(va_arg(ap, long double)) + (u)va_arg(ap, int);\n\tva_end(ap);\n\treturn h;\n}}"
        );
        c.Line(
            $"static u {n}(u x, u y)\n{{\n\tu h = 1;\n\tlong double l = (long double)x / 7, m = {c.One("y", "(long long)y << 20", "-1.5L", "(float)(y & 255) / 3")}, *p = {c.One("&l", "&m", $"{n}_table")};\n\tdouble d = {c.One("0.1", "(double)y / 3", "l")};\n\tstruct {n}_s s = {n}_made(y);"
        );
        for (int i = 0; i < c.Pick(6, 12); i++)
        {
            c.Line("\t" + Statement(c));
            c.Line(
                "\tif (!(l < 1e15L && l > -1e15L)) l = 3; if (!(m < 1e15L && m > -1e15L)) m = -2; if (!(s.l < 1e15L && s.l > -1e15L)) s.l = 0.25L;"
            );
        }

        c.Line(
            $"\tprintf(\"%.20Lg %La %Lf %g\\n\", l, m, s.l, d);\n\treturn h + {n}_bytes(l) * 3 + {n}_bytes(m) + {n}_bytes(s.l) + {n}_bytes({n}_table[1]) + {n}_many({c.One("2, l, (int)h, s.l, 5", "1, m, (int)x", "0")});\n}}"
        );
    }

    private static string Statement(ConstructText c)
    {
        string n = c.Name;
        string a = c.One("l", "m", "s.l");
        string b = c.One("l", "m", "s.l", $"{n}_table[{c.Pick(0, 1)}]", "d", "*p", "(long double)h");
        return c.Pick(0, 11) switch
        {
            0 => $"{a} {c.One("+=", "-=", "*=")} {b};",
            1 => $"{a} = {b} != 0 ? {a} / {b} : 1;",
            2 => $"if ({a} {c.One("<", ">", "<=", ">=", "==", "!=")} {b}) h = h * 3 + 1;",
            3 => $"{a} = {n}_f({a}, {c.One("3", "2.5f", "(int)(x & 255)", "0.1")}) - {n}_f({b}, 1);",
            4 => $"s = {n}_made({c.Value(0)}); {n}_table[1] = s.l; h += sizeof s + (u)s.c;",
            5 => $"h ^= (u)(long long){a} + (u)(int)(h & 1 ? 2.75L : -2.75L);",
            6 => $"{a}{c.One("++", "--")}; h += (u)({a} > {b}) + !{a} + ({a} && {b} ? 3u : 0u);",
            7 => $"{a} = -{b} + (h & 7);",
            8 =>
                $"{{ {c.One("long long", "unsigned long long", "unsigned", "short")} i = ({c.One("long long", "unsigned", "short")})(h & 1023); i {c.One("+=", "*=")} 1.5L; {a} = i * {c.One("1.5L", "0.1L", "2.5f")} + {b} * 0; }}",
            9 => $"d = (double){a}; {a} = (float)({b}) / 3.0f; h += {n}_many(2, {a}, 3, (long double)d, (int)h);",
            10 => $"{a} = *p {c.One("*", "+", "-")} {c.One("2", "0.5", "1e-3L")}; *p = {b} / 2;",
            _ => $"{a} = (unsigned long long)h << 31 | x; {a} = {a} / 1e3L + {n}_table[0];",
        };
    }
}
