namespace Porting.Campaigns;

/// <summary>Vectors of the GNU extension, 16 bytes wide, of all integer types and of float: arithmetic by element and
/// with numbers, shifts, comparisons, elements as places, shuffles, conversions, passed and returned.</summary>
internal sealed class Vectors : IConstruct
{
    private static readonly (string Type, int Size)[] Elements =
    [
        ("int", 4),
        ("u", 4),
        ("short", 2),
        ("unsigned char", 1),
        ("unsigned long long", 8),
        ("signed char", 1),
        ("float", 4),
        ("unsigned short", 2),
    ];

    public void Write(ConstructText c)
    {
        string n = c.Name;
        (string type, int size) = Elements[c.Pick(0, Elements.Length - 1)];
        bool isFloat = type == "float";
        int count = 16 / size;
        string mask = isFloat ? "int" : type;
        c.Line(
            $"typedef {type} {n}_t __attribute__((vector_size(16)));\ntypedef {mask} {n}_m __attribute__((vector_size(16)));\nstruct {n}_s {{ char c; {n}_t v; }};\nstatic {n}_t {n}_table[2] = {{ {{ {string.Join(", ", Enumerable.Range(0, c.Pick(1, count)).Select(_ => c.Pick(0, 100)))} }} }};"
        );
        c.Line(
            $"static u {n}_hash({n}_t v) {{ u h = 3; for (u i = 0; i < {count}; i++) h = h * 31 + (u){(isFloat ? "(int)" : "")}v[i]; return h; }}\nstatic {n}_t {n}_f({n}_t a, {n}_t b) {{ return {c.One("a + b", "a - b", "a * b", "b - a * 2")}; }}"
        );
        c.Line(
            $"static u {n}(u x, u y)\n{{\n\tu h = 1;\n\t{n}_t v = {{ {string.Join(", ", Enumerable.Range(0, count).Select(_ => $"({type})({c.One("x", "y")} {c.One("& 63", ">> 27", "% 50")})"))} }}, w = {c.One("v", $"{n}_table[0]", "v + 1")}, *p = {c.One("&v", "&w", $"{n}_table")};\n\t{n}_m m = v < w;\n\tstruct {n}_s s = {{ 1, w }};"
        );
        for (int i = 0; i < c.Pick(6, 12); i++)
        {
            string a = c.One("v", "w", "s.v", "*p", $"{n}_table[{c.Pick(0, 1)}]");
            c.Line("\t" + Statement(c, a, type, count, isFloat));
            if (isFloat)
            {
                c.Line($"\tfor (u i = 0; i < {count}; i++) if (!(({a})[i] < 1e6f && ({a})[i] > -1e6f)) ({a})[i] = 3;");
            }
        }

        c.Line(
            $"\tfor (u i = 0; i < {count}; i++) h = h * 3 + (u)m[i];\n\treturn h + {n}_hash(v) * 3 + {n}_hash(w) + {n}_hash(s.v) + {n}_hash({n}_table[0]) + {n}_hash({n}_table[1]);\n}}"
        );
    }

    private static string Statement(ConstructText c, string a, string type, int count, bool isFloat)
    {
        string n = c.Name;
        string b = c.One("v", "w", "s.v", "*p", $"{n}_table[{c.Pick(0, 1)}]");
        string Order() => string.Join(", ", Enumerable.Range(0, count).Select(_ => c.Pick(0, count * 2 - 1)));
        return c.Pick(0, 14) switch
        {
            0 => $"{a} {c.One("+=", "-=", "*=")} {b};",
            1 => $"{a} = {b} {c.One("+", "-", "*")} {c.One("1", "3", $"({type})(x & 7)")};",
            2 => isFloat ? $"{a} = {b} / 4;" : $"{a} = {b} {c.One("&", "|", "^")} {c.One("v", "w", $"~{b}")};",
            3 => isFloat ? $"{a} = -{b};" : $"{a} = {b} {c.One("<<", ">>")} {c.One("1", "3")};",
            4 => $"m {c.One("=", "|=", "&=", "^=")} {b} {c.One("<", ">", "<=", ">=", "==", "!=")} {c.One("v", "w")};",
            5 => $"({a})[{c.Value(0)} % {count}] {c.One("=", "+=", "-=")} ({type})(h & 31);",
            6 =>
                $"({a})[{c.Pick(0, count - 1)}]{c.One("++", "--")}; h += (u){(isFloat ? "(int)" : "")}({b})[{c.Pick(0, count - 1)}];",
            7 => $"{a} = __builtin_shufflevector({b}, {c.One("v", "w")}, {Order()});",
            8 => $"{a} = {n}_f({b}, {c.One("v", "w", "s.v")});",
            9 => isFloat ? $"{a} = {b} + __builtin_convertvector(m, {n}_t);" : $"{a} = {b} / ((v & 15) | 1);",
            10 => $"s = (struct {n}_s){{ (char)h, {b} }}; h += (u)s.c + sizeof s;",
            11 => $"m = ({n}_m){b}; {a} = ({n}_t){{ 1, {c.Pick(0, 99)} }};",
            12 =>
                $"{a} = __builtin_elementwise_{c.One("max", "min", isFloat ? "copysign" : "add_sat", isFloat ? "max" : "sub_sat")}({b}, {c.One("v", "w")});",
            13 => isFloat
                ? $"h += (u)(int)__builtin_reduce_{c.One("max", "min")}({b}); {a} = __builtin_elementwise_{c.One("floor", "trunc", "abs", "rint")}({b});"
                : $"h += (u)__builtin_reduce_{c.One("add", "mul", "xor", "or", "and", "max", "min")}({b}); {a} = __builtin_elementwise_bitreverse({b});",
            _ => $"{a} = -{b} + ({n}_t){{ {c.Pick(0, 9)} }}; h ^= {n}_hash({b});",
        };
    }
}
