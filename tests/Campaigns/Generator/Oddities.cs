namespace Porting.Campaigns;

/// <summary>Valid C that a translator trips over: functions as arguments of macros that call them, conditionals over
/// characters and small constants, designators into what the list has set, calls with fewer arguments, names that C# has
/// another use for, functions of the library under a type of the program's own.</summary>
internal sealed class Oddities : IConstruct
{
    public void Write(ConstructText c)
    {
        string n = c.Name;
        c.Line(
            $"#define {n}_EACH(fn, x) do {{ u _i; for (_i = 0; _i < {c.Pick(1, 4)}; _i++) h = h * 3 + fn((x), _i); }} while (0)\n#define {n}_BOTH(fn, x) (fn(x, 1) ^ fn(x, {c.Pick(2, 9)}))\n#define {n}_BLOCK(fn, x) ({{ u _r = 0; if (fn((x), 3) & 1) _r = fn((x), 4); _r; }})"
        );
        c.Line(
            $"static u {n}_add(u a, u b) {{ return a + b * {c.Pick(2, 90)}; }}\nstatic u {n}$x(u $, u _) {{ return $ ^ _ << {c.Pick(1, 9)}; }}\nstatic inline u {n}_xor(u a, u b) {{ return a ^ b; }}"
        );
        c.Line(
            $"static u {n}_few(a, b, d) u a, b; {c.One("u", "double", "long long")} d; {{ return a * 5 + 1; }}\nstruct {n}_in {{ u s; const char *t; u b : {c.Pick(2, 9)}; }};\nstruct {n}_out {{ u a; struct {n}_in y[2]; short z; }};"
        );
        c.Line(
            $"static struct {n}_out {n}_set[3] = {{ [1] = {{ .a = {c.Pick(1, 99)}, .y[0].t = \"ab\" }}, [1].y[0].s = 7, [1].y[0].t = \"{c.One("xy", "q")}\", [2].z = -3, [2].y[1].b = {c.Pick(1, 3)} }};\nunion {{ u x; struct {{ u i; char n[]; }} k; }} {n}_flex = {c.One("{}", "{ 5 }", "{ .k = { 9 } }")};"
        );
        c.Line(
            $"static u {n}(u x, u y)\n{{\n\tu h = {n}_flex.x, _ = y;\n\tstruct {n}_out here[2] = {{ [0] = {{ .a = x }}, [0].y[1].s = y, [1] = {n}_set[1], [1].a = 3 }};\n\tvolatile u c = x & 1;"
        );
        for (int i = 0; i < c.Pick(5, 9); i++)
        {
            string small = c.One("(char)200", "(signed char)-1", "(unsigned char)250", "(short)-5", "'a'", "7", "-1");
            string other = c.One("'b'", "'\\377'", "(char)3", "(unsigned short)65535", "'z'", "100000");
            c.Line(
                "\t"
                    + c.Pick(0, 6) switch
                    {
                        0 => $"{n}_EACH({c.One($"{n}_add", $"{n}$x", $"{n}_xor")}, {c.Value(1)});",
                        1 => $"h ^= {n}_BOTH({c.One($"{n}_add", $"{n}$x", $"{n}_xor")}, {c.Value(0)});",
                        2 => $"h += {n}_BLOCK({c.One($"{n}_add", $"{n}_xor")}, h);",
                        3 =>
                            $"h = h * 3 + (u)((c ? {small} : {other}) {c.One("+ 1u", "* 2u", "+ 1LL", "* 1", "- 0ULL")});",
                        4 =>
                            $"h += (u)({c.One("(char)0", "c", "x & 3", "'\\0'")} ?: {c.One("'b'", "9u", "(short)-2")}) + (u)*((char *)0 ?: \"x\");",
                        5 => $"h = h * 5 + {n}_few({c.Value(0)});",
                        _ =>
                            $"_ += h; {{ struct {n}_out *p = &{c.One($"{n}_set", "here")}[{c.Pick(0, 1)}]; h = h * 7 + p->a + p->y[0].s + p->y[1].s * 3 + (u)(p->y[0].t ? p->y[0].t[1] : 0) + p->y[1].b + (u)p->z; p->a += _; }}",
                    }
            );
        }

        c.Line("\treturn h + _;\n}");
    }
}
