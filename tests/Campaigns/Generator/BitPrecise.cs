namespace Porting.Campaigns;

/// <summary>Bit-precise integers of all widths: arithmetic that is not promoted, conversions between widths, to and
/// from other numbers, bit-fields, parameters, arrays, static data, checked arithmetic.</summary>
internal sealed class BitPrecise : IConstruct
{
    public void Write(ConstructText c)
    {
        string n = c.Name;
        int[] widths = [c.Pick(2, 31), c.Pick(33, 63), c.Pick(65, 200)];
        string[] types = [.. widths.Select(w => $"{c.One("", "unsigned ")}_BitInt({w})")];
        c.Line($"typedef {types[0]} {n}_a;\ntypedef {types[1]} {n}_b;\ntypedef {types[2]} {n}_c;");
        c.Line(
            $"struct {n}_s {{ {n}_a f : {c.Pick(2, widths[0])}; {n}_b g : {c.Pick(2, widths[1])}; {n}_c h; }};\nstatic {n}_b {n}_table[3] = {{ {c.Pick(0, 9999)}, -1, {c.Pick(0, 99)} }};\nstatic {n}_c {n}_big = {c.Pick(1, int.MaxValue - 1)};"
        );
        c.Line(
            $"static {n}_c {n}_f({n}_a a, {n}_c b) {{ return a {c.One("+", "-", "*", "^")} b; }}\n{n}_b {n}_g({n}_b a) {{ return a / 3 {c.One("+", "|", "^")} 5; }}"
        );
        c.Line(
            $"static u {n}(u x, u y)\n{{\n\tu h = 1;\n\t{n}_a a = ({n}_a)x;\n\t{n}_b b = ({n}_b)y;\n\t{n}_c d = ({n}_c)x << {c.Pick(0, 40)};\n\tstruct {n}_s s = {{ ({n}_a)y, ({n}_b)x, {n}_big }}, *p = &s;"
        );
        for (int i = 0; i < c.Pick(6, 14); i++)
        {
            c.Line("\t" + Statement(c));
        }

        c.Line(
            $"\tfor (u i = 0; i < {widths[2]}; i += 31) h = h * 31 + (u)(d >> i);\n\treturn h + (u)a * 3 + (u)b * 5 + (u)(b >> {widths[1] - 1}) + (u)s.f * 7 + (u)s.g * 11 + (u)s.h + (u){n}_table[0] + (u){n}_big;\n}}"
        );
    }

    private static string Statement(ConstructText c)
    {
        string n = c.Name;
        string place = c.One("a", "b", "d", "s.f", "p->g", "s.h", $"{n}_table[h % 3]", $"{n}_big");
        string value = c.One("a", "b", "d", "s.g", "p->f", "x", "y", $"{n}_table[y % 3]", $"{c.Pick(0, 100)}wb");
        string other = c.One("a", "b", "d", "x", $"{c.Pick(0, 70000)}");
        return c.Pick(0, 10) switch
        {
            0 => $"{place} {c.One("+=", "-=", "*=", "^=", "|=", "&=")} {value};",
            1 => $"{place} = {value} {c.One("+", "-", "*", "^", "|", "&")} {other};",
            2 => $"{place} = {value} {c.One("/", "%")} ({other} | 1);",
            3 => $"{c.One("a", "b", "d")} {c.One(">>=", "<<=")} 1;",
            4 => $"h += {value} {c.One("<", ">", "<=", "==", "!=")} {value} ? 3 : (u)-{value};",
            5 => $"d = {n}_f({c.One("a", "(" + n + "_a)b", "5")}, {value});",
            6 => $"b = {n}_g({value});",
            7 => $"{place}{c.One("++", "--")}; h ^= (u){c.One("++", "--")}{c.One("a", "b", "d")};",
            8 =>
                $"h += __builtin_{c.One("add", "sub")}_overflow({c.One("a", "b", "7wb")}, {c.One("b", "d", "3wb")}, &d);",
            9 => $"if ({c.One("!a", "b", "d && a")}) h = h * 3 + (u)(unsigned long long)~{value};",
            _ => $"h += (u)(long long)(float)({n}_a){value} & 0xff; {place} = (int)h;",
        };
    }
}
