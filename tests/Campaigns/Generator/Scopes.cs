namespace Porting.Campaigns;

/// <summary>What happens at the ends of scopes, and the order of what a for header does: variables with cleanup in
/// blocks, for headers, sections of a switch and statement expressions, left in every way; headers of several parts, of
/// which some are statement expressions.</summary>
internal sealed class Scopes : IConstruct
{
    public void Write(ConstructText c)
    {
        string n = c.Name;
        c.Line(
            $"static u {n}_log;\nstatic void {n}_end(u *p) {{ {n}_log = {n}_log * 31 + *p; }}\nstatic u {n}_see(u v) {{ {n}_log = {n}_log * 7 + v; return v; }}\n#define {n}_G __attribute__((cleanup({n}_end)))"
        );
        c.Line($"static u {n}_body(u x, u y)\n{{\n\tu h = 1, a = x & 7, b = 0, d = 2;\n\t{n}_G u whole = x;");
        for (int i = 0; i < c.Pick(3, 6); i++)
        {
            c.Line("\t" + Statement(c, i));
        }

        c.Line(
            $"again:;\n\t{n}_G u late = h & 15;\n\tif (d-- > 0) goto again;\n\treturn h + late + whole + ({{ {n}_G u last = a; last * 3 + b; }});\n}}\nstatic u {n}(u x, u y) {{ u h = {n}_body(x, y); return h * 3 + {n}_log; }}"
        );
    }

    private static string Statement(ConstructText c, int i)
    {
        string n = c.Name;
        string leave = c.One("break;", "continue;", "if (a > 3) break;", "if (b & 1) continue;", "", "return h + b;");
        return c.Pick(0, 7) switch
        {
            0 =>
                $"for ({n}_G u i{i} = {c.Pick(0, 2)}; i{i} < {c.Pick(2, 5)}; i{i}++) {{ {n}_G u in = i{i} * 3; h += in; if (i{i} == 2) {{ {leave} }} h ^= {n}_see(i{i}); }}",
            1 => $"h = h * 5 + {Sum(c)};",
            2 =>
                $"for ({Parts(c)}; b < {c.Pick(3, 9)}; {Parts(c)}, b++) {{ h = h * 3 + b; if (a++ & 1) continue; h ^= a; }}",
            3 =>
                $"switch (h & 3) {{ case 0: h += {n}_see(1); case 1: {{ {n}_G u own = h & 7; h += own; break; }} case 2: if (x & 1) break; h++; default:; {n}_G u rest = b + 1; h = h * 3 + rest; if (h & 2) break; h += {n}_see(rest); }}",
            4 =>
                $"do {{ {n}_G u once = a; if (h & 1) break; h += once; }} while ({c.One("0", $"({{ {n}_G u k = b; k & 1; }}) && b++ < 3")});",
            5 => $"if ({Sum(c)} & 1) {{ {n}_G u yes = h & 31; h += yes; }} else {{ {n}_G u no = a; h -= no; }}",
            6 =>
                $"{{ {n}_G u out = {i}; {{ {n}_G u in = h & 3; if (in == 1) goto gone{i}; h += {n}_see(in); }} h ^= out; }} gone{i}: h++;",
            _ =>
                $"for (u i = {n}_see(2), j = ({{ u t = i + a; {n}_see(t); }}), k = j + i; i < 4; i++, j = ({{ {n}_G u t = j; t + k; }}), k ^= j) h = h * 3 + j + k;",
        };
    }

    private static string Sum(ConstructText c) =>
        $"({{ {c.Name}_G u one = {c.Value(1)}; {c.One("", "u two = one + 1; one ^= two;", $"{{ {c.Name}_G u in = b; h += in; }}")} one + {c.Value(0)}; }})";

    private static string Parts(ConstructText c)
    {
        string[] parts =
        [
            .. Enumerable
                .Range(0, c.Pick(2, 4))
                .Select(_ =>
                    c.Pick(0, 4) switch
                    {
                        0 => $"a = ({{ u t = a + h; {c.Name}_see(t & 15); }})",
                        1 => "h += a",
                        2 => $"(void){c.Name}_see(b)",
                        3 => "a = (a + 3) & 15",
                        _ => $"h ^= {Sum(c)}",
                    }
                ),
        ];
        return string.Join(", ", parts);
    }
}
