using System.Text;

namespace Porting.Campaigns;

/// <summary>
/// Random C of the kinds that csmith never makes: variable arguments, tables of function pointers, nested and
/// designated initialisers, computed goto, variable-length arrays, statement expressions, structs by value; and, by
/// <see cref="IConstruct"/>s, places found with effects, null members, volatile objects of all widths, long double,
/// complex numbers, vectors, atomics, idioms of systems code. Every program is defined behaviour (unsigned arithmetic,
/// indices masked, loops bounded) and prints what it computed on the way.
/// </summary>
public sealed class ProgramGenerator(int seed)
{
    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();
    private int _structs;
    private int _functions;

    public string Generate()
    {
        _text.Append(
            "#include <stdio.h>\n#include <stdarg.h>\n#include <string.h>\n#include <stdlib.h>\n#include <ctype.h>\n#include <setjmp.h>\n#include <alloca.h>\n#include <stddef.h>\n#include <stdatomic.h>\ntypedef unsigned int u;\nstatic u total = 17;\nstatic u mix(u x) { total = total * 31 + x; return total; }\n"
        );
        _structs = Pick(2, 5);
        for (int i = 0; i < _structs; i++)
        {
            WriteStruct(i);
        }

        WriteVariadic();
        int count = Pick(3, 7);
        for (; _functions < count; _functions++)
        {
            WriteFunction(_functions);
        }

        WriteConstructs();
        WriteTable();
        WriteInterpreter();
        WriteMain();
        return _text.ToString();
    }

    private static readonly IConstruct[] Constructs =
    [
        new BitFields(),
        new Jumps(),
        new Initializers(),
        new WideIntegers(),
        new Floats(),
        new Halves(),
        new Varargs(),
        new Stack(),
        new Library(),
        new Places(),
        new NullMembers(),
        new Volatiles(),
        new LongDoubles(),
        new ComplexNumbers(),
        new Vectors(),
        new BitPrecise(),
        new Atomics(),
        new Idioms(),
        new Comparisons(),
        new Scopes(),
        new Spellings(),
        new Unusual(),
        new AssemblyOperands(),
        new Definitions(),
        new Oddities(),
    ];

    /// <summary>From one construct of a program to the next; it has no factor in common with their number.</summary>
    private const int Stride = 5;

    private readonly List<string> _constructs = [];

    /// <summary>Two or three of the constructs, in the order of the seeds, so that a few programs show them
    /// all.</summary>
    private void WriteConstructs()
    {
        int count = Pick(2, 3);
        for (int i = 0; i < count; i++)
        {
            ConstructText text = new(_random, $"k{i}");
            Constructs[(seed + i * Stride) % Constructs.Length].Write(text);
            _text.Append(text.Text);
            _constructs.Add(text.Name);
        }
    }

    private int Pick(int from, int to) => _random.Next(from, to + 1);

    private string One(params string[] choices) => choices[_random.Next(choices.Length)];

    private static readonly string[] FieldTypes =
    [
        "char",
        "unsigned char",
        "short",
        "unsigned short",
        "int",
        "u",
        "long long",
        "unsigned long long",
        "float",
        "double",
    ];

    private void WriteStruct(int number)
    {
        int fields = Pick(1, 6);
        _text.Append($"struct s{number} {{ ");
        for (int i = 0; i < fields; i++)
        {
            string type = One(FieldTypes);
            bool isBits = type is "int" or "u" or "unsigned short" && Pick(0, 3) == 0;
            _text.Append(isBits ? $"{(type == "int" ? "u" : type)} f{i} : {Pick(1, 13)}; " : $"{type} f{i}; ");
        }

        string inner = number > 0 && Pick(0, 1) == 0 ? $"struct s{Pick(0, number - 1)} in; " : "u in; ";
        _text.Append($"u a[{Pick(1, 4)}]; {inner}}};\n");
        _text.Append($"static u hash{number}(struct s{number} v) {{ u h = 0; ");
        for (int i = 0; i < fields; i++)
        {
            _text.Append($"h = h * 7 + (u)(long long)v.f{i}; ");
        }

        _text.Append("for (u i = 0; i < sizeof v.a / sizeof *v.a; i++) h ^= v.a[i] << i; return h; }\n");
        _text.Append(
            $"static struct s{number} make{number}(u x) {{ struct s{number} v = {{ .a = {{ x }}, .f0 = {One("1", "(char)x", "x & 1")} }}; "
        );
        for (int i = 0; i < fields; i++)
        {
            _text.Append($"v.f{i} = (x >> {i}) & {One("1", "3", "63", "127")}; ");
        }

        _text.Append("return v; }\n");
        _text.Append(
            $"static struct s{number} turned{number}(struct s{number} v, u by) {{ v.a[0] += by; v = (struct s{number})v; return by & 1 ? v : make{number}(by); }}\n"
        );
    }

    private void WriteVariadic()
    {
        _text.Append(
            "static u gather(const char *f, ...) { va_list ap; u h = 1; va_start(ap, f); for (; *f; f++) switch (*f) {\n"
        );
        _text.Append(
            "case 'i': h = h * 3 + va_arg(ap, u); break; case 'l': h = h * 5 + (u)va_arg(ap, unsigned long long); break; case 'd': h = h * 7 + (u)(long long)va_arg(ap, double); break; case 'p': h += *va_arg(ap, u *); break;\n"
        );
        for (int i = 0; i < _structs; i++)
        {
            _text.Append($"case '{i}': h ^= hash{i}(va_arg(ap, struct s{i})); break;\n");
        }

        _text.Append("} va_end(ap); return h; }\n");
    }

    /// <summary>An expression of type u over the names in scope.</summary>
    private string Expression(int depth)
    {
        if (depth == 0)
        {
            return One("x", "y", "total", $"{Pick(0, 1000)}u", "0x" + Pick(0, int.MaxValue - 1).ToString("x"));
        }

        string a = Expression(depth - 1);
        string b = Expression(depth - 1);
        return Pick(0, 13) switch
        {
            0 => $"({a} + {b})",
            1 => $"({a} - {b})",
            2 => $"({a} * {b})",
            3 => $"({a} ^ {b})",
            4 => $"({a} / ({b} | 1))",
            5 => $"({a} << ({b} & 31))",
            6 => $"({a} >> ({b} & 31))",
            7 => $"({a} < {b} ? {b} : {a})",
            8 => $"({{ u t = {a}; for (u i = 0; i < ({b} & 3); i++) t += i * x; t; }})",
            9 => $"mix({a})",
            10 => $"({a} ?: {b})",
            11 => $"({a}, mix(y), {b})",
            12 => StructOf(a),
            _ => $"({a} && {b} || {a} == {b})",
        };
    }

    private string StructOf(string value)
    {
        int s = Pick(0, _structs - 1);
        return $"hash{s}(make{s}({value}))";
    }

    /// <summary>The hash of a struct that was made, turned and passed by value.</summary>
    private string StructValue(int depth)
    {
        int s = Pick(0, _structs - 1);
        return $"hash{s}(turned{s}(make{s}({Expression(depth)}), {Expression(depth)}))";
    }

    private void WriteFunction(int number)
    {
        int kind = Pick(0, 3);
        _text.Append($"static u g{number}(u x, u y) {{\n");
        switch (kind)
        {
            case 0:
                _text.Append(
                    $"\tu n = (x & 7) + 1, m = (y & 3) + 1; u v[n][m]; for (u i = 0; i < n; i++) for (u j = 0; j < m; j++) v[i][j] = {Simple()};\n"
                );
                _text.Append(
                    "\tu h = sizeof v + sizeof v[0]; for (u i = 0; i < n; i++) for (u j = m; j--; ) h = h * 13 + v[i][j];\n\tx += h;\n"
                );
                break;
            case 1:
                _text.Append(
                    $"\tu grid[3][{Pick(2, 5)}] = {{ [1] = {{ {Pick(0, 99)}, [1] = {Pick(0, 99)} }}, {{ x, y }} }};\n\tfor (u i = 0; i < sizeof grid / sizeof(u); i++) y = y * 3 + (&grid[0][0])[i];\n"
                );
                break;
            case 2:
                _text.Append(
                    $"\tswitch (x & 7) {{ case 0: while (y & 15) {{ y++; case 3: x += y & 255; if (x & 1) {{ case 5: x ^= {Simple()}; }} }} break; case 1 ... 2: x = ~x; default: y += 3; }}\n"
                );
                break;
            default:
                int s = Pick(0, _structs - 1);
                _text.Append(
                    $"\tstruct s{s} v = make{s}({Simple()}), *p = &v; p->a[0]++; v = *p; u h = hash{s}(*p); {{ struct s{s} list[2] = {{ v, [1] = turned{s}(v, x) }}; h += hash{s}(list[x & 1]); }}\n\tx ^= h;\n"
                );
                break;
        }

        _text.Append($"\treturn {Expression(Pick(1, 3))} + x * 3 + y + {StructValue(1)};\n}}\n");
    }

    private string Simple() => One("x * 3 + y", "x ^ (y << 2)", "x + total", "(x & 255) * (y | 1)");

    private void WriteTable()
    {
        _text.Append("static u (*const table[])(u, u) = { ");
        for (int i = 0; i < _functions; i++)
        {
            _text.Append($"[{(i * 3) % _functions}] = g{i}, ");
        }

        _text.Append(
            "};\nstatic u viaTable(u k, u x, u y) { u (*f)(u, u) = table[k % (sizeof table / sizeof *table)]; return f ? f(x, y) : 99; }\n"
        );
    }

    private void WriteInterpreter()
    {
        int ops = Pick(3, 8);
        _text.Append("static u interpret(const unsigned char *code, u acc) {\n\tstatic const void *const ops[] = { ");
        for (int i = 0; i < ops; i++)
        {
            _text.Append($"&&op{i}, ");
        }

        _text.Append(
            $"&&end }};\n\tu steps = 0;\nnext:\tif (steps++ > 200) goto end;\n\tgoto *ops[*code++ % {ops + 1}];\n"
        );
        for (int i = 0; i < ops; i++)
        {
            _text.Append(
                $"op{i}:\tacc {One("+=", "^=", "*=", "-=")} {One("*code", $"{Pick(1, 99)}", "acc >> 3", "steps")}; {One("goto next;", $"goto *ops[*code++ % {ops + 1}];", "if (acc & 1) goto next;")}\n"
            );
        }

        _text.Append("end:\treturn acc + steps;\n}\n");
    }

    private void WriteMain()
    {
        _text.Append(
            "int main(void) {\n\tstatic unsigned char code[256]; u x = 5, y = 9;\n\tfor (u i = 0; i < sizeof code; i++) code[i] = (unsigned char)(i * 37 + 11);\n"
        );
        _text.Append(
            $"\tfor (u k = 0; k < {Pick(4, 12)}; k++) {{ x = viaTable(k, x + k, y); y ^= viaTable(k + 1, y, x); printf(\"%u %u %u\\n\", k, x, y); }}\n"
        );
        for (int i = 0; i < _structs; i++)
        {
            _text.Append(
                $"\tprintf(\"%u\\n\", gather(\"i{i}lpd\", x, turned{i}(make{i}(y), x), (unsigned long long)x << 7, &y, (double)(x & 1023)));\n"
            );
        }

        foreach (string name in _constructs)
        {
            _text.Append($"\tfor (u k = 0; k < 4; k++) printf(\"{name} %u\\n\", {name}(x + k * 7, y ^ k));\n");
        }

        _text.Append(
            $"\tprintf(\"%u\\n\", {Expression(3)});\n\tprintf(\"%u %u\\n\", interpret(code, x), total);\n\treturn (int)(total & 63);\n}}\n"
        );
    }
}
