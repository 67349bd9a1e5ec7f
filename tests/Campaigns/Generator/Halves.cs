namespace Porting.Campaigns;

/// <summary>Half precision, which is computed in float and rounded once for each expression: numbers and vectors of
/// them, assigned by operators, compared, passed and returned.</summary>
internal sealed class Halves : IConstruct
{
    public void Write(ConstructText c)
    {
        string n = c.Name;
        c.Line(
            $"typedef _Float16 {n}_t;\ntypedef {n}_t {n}_v __attribute__((vector_size(16)));\nstruct {n}_s {{ char c; {n}_t f; }};\nstatic u {n}_bits({n}_t t) {{ unsigned short q; memcpy(&q, &t, sizeof q); return q; }}"
        );
        c.Line(
            $"static {n}_t {n}_f({n}_t a, {n}_t b) {{ struct {n}_s s = {{ 1, b }}; {n}_t table[2] = {{ b, a }}; u h = 1; return {Expression(c, 3)}; }}"
        );
        c.Line(
            $"static u {n}(u x, u y)\n{{\n\tu h = 1;\n\t{n}_t a = ({n}_t)(x & 63), b = ({n}_t)(int)(y & 15) / 4, table[2] = {{ 3, -2 }};\n\tstruct {n}_s s = {{ 1, ({n}_t)0.1f }};\n\t{n}_v v = {{ a, b, 1, 2, 3, 4, 5, 6 }}, w = v + b;"
        );
        for (int i = 0; i < c.Pick(5, 10); i++)
        {
            string place = c.One("a", "b", "s.f", "table[0]", "table[h & 1]", "v[3]");
            c.Line("\t" + Statement(c, place));
            c.Line($"\tif (!({place} < 500 && {place} > -500)) {place} = {c.Pick(1, 9)};");
        }

        c.Line(
            $"\tfor (u i = 0; i < 8; i++) if (v[i] < 999 && v[i] > -999 && w[i] < 999 && w[i] > -999) h = h * 3 + {n}_bits(v[i]) + {n}_bits(w[i]);\n\treturn h + {n}_bits(a) + {n}_bits(b) * 3 + {n}_bits(s.f) + {n}_bits(table[0]) + {n}_bits(table[1]);\n}}"
        );
    }

    private static string Statement(ConstructText c, string place) =>
        c.Pick(0, 6) switch
        {
            0 => $"{place} {c.One("+=", "-=", "*=")} {Expression(c, 2)};",
            1 => $"if ({Expression(c, 2)} {c.One("<", ">", "<=", "==")} {Expression(c, 1)}) h = h * 3 + 1;",
            2 => $"{place} = {c.Name}_f({Expression(c, 1)}, {c.One("a", "b")});",
            3 => $"v = v {c.One("*", "+", "-")} w {c.One("+", "-")} v / (w * w + ({c.Name}_t)1);",
            4 => $"{{ float f = {Expression(c, 2)}; if (f < 1e4f && f > -1e4f) h ^= (u)(int)f; }}",
            5 => $"{place} = {Expression(c, 1)} < 3 ? {Expression(c, 2)} : {Expression(c, 1)};",
            _ => $"{place} = {Expression(c, 3)};",
        };

    private static string Expression(ConstructText c, int depth) =>
        depth == 0
            ? c.One("a", "b", "s.f", "table[0]", "table[h & 1]", $"({c.Name}_t){c.Pick(1, 9)}")
            : c.Pick(0, 5) switch
            {
                0 => $"-({Expression(c, depth - 1)})",
                1 => $"({Expression(c, depth - 1)}) / (({Expression(c, depth - 1)}) * 0 + ({c.Name}_t){c.Pick(2, 9)})",
                2 => $"({c.Name}_t)({Expression(c, depth - 1)})",
                _ => $"({Expression(c, depth - 1)}) {c.One("+", "-", "*")} ({Expression(c, depth - 1)})",
            };
}
