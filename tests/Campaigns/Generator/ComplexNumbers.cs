namespace Porting.Campaigns;

/// <summary>_Complex of float and double: arithmetic with complex and real operands, parts as values and as places,
/// conjugates, conversions, comparisons, initialisers, passed and returned, in structs.</summary>
internal sealed class ComplexNumbers : IConstruct
{
    public void Write(ConstructText c)
    {
        string n = c.Name;
        string type = c.One("double", "float", "double");
        c.Line(
            $"typedef _Complex {type} {n}_t;\nstruct {n}_s {{ char c; {n}_t z; {c.One("_Complex float", "_Complex double")} w; }};\nstatic {n}_t {n}_table[3] = {{ {c.One("1.5", "2", "1.0i")}, [1] = {c.Pick(1, 9)} + {c.Pick(1, 9)}.0i }};"
        );
        c.Line(
            $"static u {n}_part(double d) {{ unsigned long long q; if (d != d) return 7; memcpy(&q, &d, sizeof q); return (u)(q ^ q >> 32); }}\nstatic u {n}_hash(_Complex double z) {{ return {n}_part(__real__ z) * 31 + {n}_part(__imag__ z); }}"
        );
        c.Line(
            $"static {n}_t {n}_f({n}_t a, _Complex double b) {{ return {c.One("a * b", "a + b", "a - b * 2", "~a + b", "b / 3 - a")}; }}\nstatic struct {n}_s {n}_made(u x) {{ struct {n}_s s = {{ .z = (x & 7) + (x >> 28) * 1.0i, .c = (char)x }}; s.w = s.z; return s; }}"
        );
        c.Line(
            $"static u {n}(u x, u y)\n{{\n\tu h = 1;\n\t{n}_t z = (int)(x & 255) - 9, w = {c.One("(y & 15) * 1.0i", "2 - 3.5i", "z", $"{n}_table[1]")};\n\t_Complex {c.One("float", "double")} v = z * 2;\n\t{type} r = (y & 31) + 1;\n\tstruct {n}_s s = {n}_made(y);"
        );
        for (int i = 0; i < c.Pick(6, 12); i++)
        {
            string a = c.One("z", "w", "v", "s.z", "s.w", $"{n}_table[{c.Pick(0, 2)}]");
            c.Line("\t" + Statement(c, a));
            c.Line(
                $"\tif (!(__real__ {a} < 1e6 && __real__ {a} > -1e6)) __real__ {a} = 3; if (!(__imag__ {a} < 1e6 && __imag__ {a} > -1e6)) __imag__ {a} = -2;"
            );
        }

        c.Line(
            $"\tprintf(\"%g %g %g\\n\", (double)__real__ z, (double)__imag__ w, (double)__real__ v);\n\treturn h + {n}_hash(z) * 3 + {n}_hash(w) + {n}_hash(v) + {n}_hash(s.z) + {n}_hash(s.w) + {n}_hash({n}_table[1]);\n}}"
        );
    }

    private static string Statement(ConstructText c, string a)
    {
        string n = c.Name;
        string b = c.One("z", "w", "v", "s.z", $"{n}_table[{c.Pick(0, 2)}]");
        return c.Pick(0, 12) switch
        {
            0 => $"{a} {c.One("+=", "-=", "*=")} {b};",
            1 => $"{a} = {b} {c.One("+", "-", "*", "/")} {c.One("r", "2", "(r + 1)", "(u)(x & 7 | 1)")};",
            2 => $"{a} = {c.One("r", "2", "0.5f", "(int)(x & 7)")} {c.One("+", "-", "*")} {b};",
            3 => $"if ({a} {c.One("==", "!=")} {b}) h = h * 3 + 1;",
            4 => $"{a} = {n}_f({b}, {c.One("z", "2", "v", "r")});",
            5 =>
                $"__real__ {a} {c.One("=", "+=", "-=")} {c.One("2", "r", $"__imag__ {b}")}; h += (u)(int)__real__ {a};",
            6 => $"__imag__ {a} {c.One("=", "*=")} {c.One("3", "0.5", "r")}; {a} = ~{b} + -{a};",
            7 => $"h += {n}_hash({b}) + (u)sizeof({b} + 1) + ({a} ? 3 : 5) + !{b};",
            8 => $"s = {n}_made({c.Value(0)}); {n}_table[{c.Pick(0, 2)}] = s.z; h += (u)s.c;",
            9 =>
                $"r = {c.One($"__real__ {b}", $"({c.One("float", "double", "int")}){b}", $"(__real__ {b} > 0)")}; if (!(r < 1e6 && r > 0.5)) r = 2;",
            10 => $"{a} = x & 1 ? {b} : {c.One("r", "2", "w")}; {a} = -{b};",
            11 =>
                $"{a} = ({n}_t){{ {c.One("1", "r", "(x & 7)")} }} * {b} + {c.One("1", "2.0i", "__builtin_complex(1.0, 2.0)")};",
            _ => $"{a} = {b} != 0 ? {c.One("z", "r", "2")} / {b} : 1;",
        };
    }
}
