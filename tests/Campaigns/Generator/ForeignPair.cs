using System.Text;

namespace Porting.Campaigns;

/// <summary>
/// A program of two files that pass each other structs of all sizes and values of every kind (long double, complex
/// numbers, vectors, small integers, unions) by value, in and out, also through pointers to functions, by variable
/// arguments and in callbacks. Either file may be another compiler's: every function exists in both files, so both
/// sides call and are called.
/// </summary>
public sealed class ForeignPair(int seed)
{
    private static readonly string[] Fields =
    [
        "char",
        "short",
        "int",
        "unsigned",
        "long long",
        "float",
        "double",
        "char *",
        "unsigned char",
        "long double",
        "_Bool",
    ];

    /// <summary>Types that are passed and returned each in a way of its own (SysV i386 ABI 2.2): in registers, on the
    /// x87's stack, behind a hidden pointer, extended.</summary>
    private static readonly string[] Scalars =
    [
        "long double",
        "_Complex double",
        "_Complex float",
        "v4",
        "_Bool",
        "signed char",
        "unsigned short",
        "enum e",
        "union n",
    ];

    private readonly Random _random = new(seed);
    private readonly List<string[]> _structs = [];

    private int Pick(int from, int to) => _random.Next(from, to + 1);

    private string One(params string[] choices) => choices[_random.Next(choices.Length)];

    /// <returns>The texts of the header, of the file with main, and of the other one.</returns>
    public (string Header, string Main, string Other) Generate()
    {
        string header = Header();
        string main = Side("a", "b") + Main();
        return (header, main, Side("b", "a"));
    }

    private string Header()
    {
        StringBuilder text = new("#include <stdio.h>\n#include <stdarg.h>\n#include <string.h>\ntypedef unsigned u;\n");
        int count = Pick(4, 8);
        for (int i = 0; i < count; i++)
        {
            string[] fields = Pick(0, 5) switch
            {
                0 => ["char"], // one member alone, and of one kind: returned in other places by some conventions
                1 => [One("float", "double")],
                2 => ["array"],
                _ => [.. Enumerable.Range(0, Pick(1, 6)).Select(_ => One(Fields))],
            };
            _structs.Add(fields);
            string body = fields is ["array"]
                ? $"unsigned char bytes[{Pick(1, 33)}];"
                : string.Concat(fields.Select((f, k) => $"{f} f{k}; "));
            text.Append($"struct s{i} {{ {body} }}{(Pick(0, 6) == 0 ? " __attribute__((packed))" : "")};\n");
            foreach (string side in (string[])["a", "b"])
            {
                text.Append(
                    $"struct s{i} {side}_make{i}(u x); u {side}_hash{i}(struct s{i} v); struct s{i} {side}_pass{i}(char c, struct s{i} v, double d, struct s{i} w, long long q, short n); u {side}_call{i}(struct s{i} (*f)(struct s{i}, u), u x);\n"
                );
            }
        }

        text.Append(
            "typedef int v4 __attribute__((vector_size(16)));\nenum e { small = 1, large = 70000 };\nunion n { float f; u w; unsigned char b[7]; };\n"
        );
        for (int i = 0; i < Scalars.Length; i++)
        {
            foreach (string side in (string[])["a", "b"])
            {
                text.Append(
                    $"{Scalars[i]} {side}_value{i}(u x); u {side}_digest{i}({Scalars[i]} v); {Scalars[i]} {side}_chosen{i}(char c, {Scalars[i]} v, double d, {Scalars[i]} w, short n); u {side}_back{i}({Scalars[i]} (*f)(char, {Scalars[i]}, double, {Scalars[i]}, short), u x); u {side}_more{i}(u count, ...);\n"
                );
            }
        }

        return text.Append(
                "u a_many(const char *what, ...); u b_many(const char *what, ...); double a_old(); double b_old(); extern u a_count, b_count; extern u (*const a_table[2])(u, float, long long); extern u (*const b_table[2])(u, float, long long);\n"
            )
            .ToString();
    }

    private string Side(string own, string other)
    {
        StringBuilder text = new(
            $"#include \"pair.h\"\nu {own}_count = {Pick(0, 99)};\nstatic u mix(u x) {{ {own}_count = {own}_count * 31 + x; return {own}_count; }}\n"
        );
        text.Append(
            $"static u plain(u x, float f, long long q) {{ return mix(x + (u)(int)f + (u)(q >> 5)); }}\nstatic u turned(u x, float f, long long q) {{ return {other}_count + x - (u)(int)f * 3 + (u)q; }}\nu (*const {own}_table[2])(u, float, long long) = {{ plain, turned }};\n"
        );
        text.Append(
            $"double {own}_old(f, c, g, s) float f; char c; {One("float", "double")} g; short s;\n{{\n\tf *= 2;\n\treturn f + c - g * 3 + s;\n}}\nu {own}_asks(u x) {{ double (*f)() = {other}_old; return (u)(int)f((float)(x & 255), 'c', 1.5f, (short)x) + (u)(int){other}_old(2.5f, (char)x, (double)(x & 7), 3); }}\n"
        );
        for (int i = 0; i < _structs.Count; i++)
        {
            string[] fields = _structs[i];
            bool isArray = fields is ["array"];
            text.Append($"struct s{i} {own}_make{i}(u x)\n{{\n\tstruct s{i} v;\n\tmemset(&v, 0, sizeof v);\n");
            text.Append(
                isArray
                    ? "\tfor (u k = 0; k < sizeof v.bytes; k++) v.bytes[k] = (unsigned char)(x + k * 7);\n"
                    : string.Concat(
                        fields.Select(
                            (f, k) =>
                                f == "char *"
                                    ? $"\tv.f{k} = x & 1 ? \"odd\" : \"even\";\n"
                                    : $"\tv.f{k} = ({f})(x >> {k}){(f is "float" or "double" ? " / 4" : "")};\n"
                        )
                    )
            );
            text.Append($"\treturn v;\n}}\nu {own}_hash{i}(struct s{i} v)\n{{\n\tu h = sizeof v;\n");
            text.Append(
                isArray
                    ? "\tfor (u k = 0; k < sizeof v.bytes; k++) h = h * 3 + v.bytes[k];\n\tv.bytes[0]++;\n"
                    : string.Concat(
                        fields.Select(
                            (f, k) =>
                                f == "char *"
                                    ? $"\th = h * 7 + (u)v.f{k}[1];\n"
                                    : $"\th = h * 7 + (u)(long long)v.f{k};\n"
                        )
                    )
            );
            text.Append(
                $"\treturn mix(h);\n}}\nstruct s{i} {own}_pass{i}(char c, struct s{i} v, double d, struct s{i} w, long long q, short n)\n{{\n\tu h = {other}_hash{i}(v) + (u)c + (u)(int)d + {own}_hash{i}(w) + (u)q + (u)n;\n\treturn h & 1 ? w : h & 2 ? {other}_make{i}(h) : v;\n}}\n"
            );
            text.Append(
                $"static struct s{i} through{i}(struct s{i} v, u x) {{ return {other}_hash{i}(v) & 1 ? {own}_make{i}(x) : v; }}\nu {own}_call{i}(struct s{i} (*f)(struct s{i}, u), u x) {{ return {own}_hash{i}(f({other}_make{i}(x), x + 1)); }}\nu {own}_start{i}(u x) {{ return {other}_call{i}(through{i}, x); }}\n"
            );
        }

        for (int i = 0; i < Scalars.Length; i++)
        {
            text.Append(Scalar(i, Scalars[i], own, other));
        }

        text.Append(
            $"u {own}_many(const char *what, ...)\n{{\n\tu h = 0;\n\tva_list ap;\n\tva_start(ap, what);\n\tfor (; *what; what++) switch (*what) {{\n\tcase 'i': h = h * 3 + va_arg(ap, u); break;\n\tcase 'q': h = h * 3 + (u)va_arg(ap, long long); break;\n\tcase 'd': h = h * 3 + (u)(int)va_arg(ap, double); break;\n"
        );
        for (int i = 0; i < _structs.Count; i++)
        {
            text.Append($"\tcase '{i}': h = h * 5 + {other}_hash{i}(va_arg(ap, struct s{i})); break;\n");
        }

        return text.Append("\t}\n\tva_end(ap);\n\treturn mix(h);\n}\n").ToString();
    }

    private static string Scalar(int i, string type, string own, string other)
    {
        string made = type switch
        {
            "v4" => "(v4){ (int)x, 2, (int)x >> 3, -1 }",
            "_Complex double" or "_Complex float" => "(int)(x & 1023) + (x >> 24) * 1.0i",
            "union n" => "(union n){ .w = x }",
            "enum e" => "x & 1 ? small : large",
            "long double" => "x / 3.0L",
            _ => $"({type})x",
        };
        string read = type switch
        {
            "v4" => "(u)v[0] + (u)v[1] * 3 + (u)v[2] * 5 + (u)v[3]",
            "_Complex double" or "_Complex float" => "(u)(int)__real__ v * 3 + (u)(int)__imag__ v",
            "union n" => "v.w * 3 + v.b[1]",
            "long double" => "(u)(long long)(v * 1000)",
            _ => "(u)v",
        };
        bool isPromoted = type is "_Bool" or "signed char" or "unsigned short";
        string argument = isPromoted ? "(u)(int)va_arg(ap, int)" : $"{own}_digest{i}(va_arg(ap, {type}))";
        return $"{type} {own}_value{i}(u x) {{ return {made}; }}\nu {own}_digest{i}({type} v) {{ return mix({read}); }}\n"
            + $"{type} {own}_chosen{i}(char c, {type} v, double d, {type} w, short n) {{ u h = {other}_digest{i}(v) + (u)c + (u)(int)d + (u)n; return h & 1 ? w : h & 2 ? {other}_value{i}(h) : v; }}\n"
            + $"u {own}_back{i}({type} (*f)(char, {type}, double, {type}, short), u x) {{ return {own}_digest{i}(f('x', {other}_value{i}(x), 2.5, {own}_value{i}(x + 1), -2)); }}\n"
            + $"u {own}_more{i}(u count, ...) {{ u h = 0; va_list ap; va_start(ap, count); while (count--) h = h * 3 + {argument} + (u)va_arg(ap, int); va_end(ap); return h; }}\n";
    }

    private string Main()
    {
        StringBuilder text = new();
        for (int i = 0; i < _structs.Count; i++)
        {
            text.Append($"extern u b_start{i}(u);\n");
        }

        text.Append(
            "extern u b_asks(u);\nint main(void)\n{\n\tu x = 11;\n\tprintf(\"old %u %u\\n\", a_asks(x), b_asks(x + 9));\n"
        );
        for (int i = 0; i < _structs.Count; i++)
        {
            text.Append(
                $"\tfor (u k = 0; k < {Pick(2, 5)}; k++) {{\n\t\tx = x * 3 + b_hash{i}(b_pass{i}('c', a_make{i}(x), 2.5 * k, b_make{i}(x + k), (long long)x << 9, -3)) + a_hash{i}(a_pass{i}(-1, b_make{i}(k), 1e3, a_make{i}(k), -5, 7));\n\t\tx ^= a_start{i}(x) + b_start{i}(k);\n\t\tprintf(\"{i} %u %u %u\\n\", x, a_count, b_count);\n\t}}\n"
            );
            text.Append(
                $"\tprintf(\"%u %u\\n\", b_many(\"i{i}q{i}d\", x, a_make{i}(x), (long long)x * x, b_make{i}(3), (double)(x & 511)), a_many(\"d{i}i\", -2.0, b_make{i}(x), 9u));\n"
            );
        }

        for (int i = 0; i < Scalars.Length; i++)
        {
            text.Append(
                $"\tx = x * 3 + a_digest{i}(b_chosen{i}('c', a_value{i}(x), 1.5, b_value{i}(x + 9), -7)) + b_back{i}(a_chosen{i}, x) + a_back{i}(b_chosen{i}, x) + a_more{i}(2u, b_value{i}(x), 5, a_value{i}(9), 6) + b_more{i}(1u, a_value{i}(x), -1); printf(\"scalar {i} %u %u %u\\n\", x, a_count, b_count);\n"
            );
        }

        return text.Append(
                "\tfor (u k = 0; k < 4; k++) x = a_table[k & 1](x, (float)k, (long long)x << k) + b_table[k >> 1](k, 2.5f, -(long long)x);\n\tprintf(\"%u\\n\", x);\n\treturn (int)(x & 63);\n}\n"
            )
            .ToString();
    }
}
