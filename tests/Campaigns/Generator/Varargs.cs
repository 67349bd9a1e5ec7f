namespace Porting.Campaigns;

/// <summary>Variable arguments of every type, read in a loop by a format, copied, handed on as va_list to a function of
/// ours and to the library's.</summary>
internal sealed class Varargs : IConstruct
{
    private static readonly (char Key, string Type, string Argument)[] Kinds =
    [
        ('i', "int", "(int)x - 7"),
        ('u', "u", "y"),
        ('l', "long long", "(long long)x * -3"),
        ('L', "unsigned long long", "(unsigned long long)y << 35"),
        ('d', "double", "(double)(x & 4095) / 8"),
        ('f', "double", "(float)(y & 255)"),
        ('p', "char *", "text"),
        ('c', "int", "(char)x"),
        ('h', "int", "(short)y"),
        ('b', "int", "(_Bool)(x & 1)"),
        ('F', "fn", "NAME_call"),
        ('i', "int", "5"),
        ('i', "int", "'a'"),
        ('u', "u", "5u"),
        ('l', "long long", "5LL"),
        ('l', "long long", "(long long)5"),
        ('L', "unsigned long long", "(unsigned long long)5"),
        ('d', "double", "(double)5"),
        ('e', "long double", "(long double)5"),
        ('p', "char *", "(char *)\"five\""),
        ('s', "struct NAME_s", "(struct NAME_s){ x, (short)y, { 1, 2, (char)x } }"),
    ];

    public void Write(ConstructText c)
    {
        string n = c.Name;
        c.Line(
            $"struct {n}_s {{ u a; short b; char t[{c.Pick(3, 12)}]; }};\nstatic u {n}_call(u x) {{ return x + 3; }}\nstatic u {n}_read(const char *format, va_list ap)\n{{\n\tu h = 0;\n\tfor (; *format; format++) switch (*format) {{"
        );
        foreach ((char key, string type, _) in Kinds.DistinctBy(k => k.Key))
        {
            string read =
                type == "fn" ? "va_arg(ap, u (*)(u))(h)"
                : type == "char *" ? "(u)*va_arg(ap, char *)"
                : type.StartsWith("struct", StringComparison.Ordinal)
                    ? $"({{ struct {n}_s s = va_arg(ap, struct {n}_s); s.a + (u)s.b + (u)s.t[2]; }})"
                : type is "double" or "long double" ? $"(u)(int)va_arg(ap, {type})"
                : $"(u)va_arg(ap, {type})";
            c.Line($"\tcase '{key}': h = h * 7 + {read}; break;");
        }

        c.Line(
            $"\t}}\n\treturn h;\n}}\nstatic u {n}_many(const char *format, ...)\n{{\n\tva_list ap, again;\n\tva_start(ap, format);\n\tva_copy(again, ap);\n\tu h = {n}_read(format, ap);\n\th = h * 3 + {n}_read(format, again);\n\tva_end(again);\n\tva_end(ap);\n\treturn h;\n}}"
        );
        c.Line(
            $"__attribute__((format(printf, 2, 3))) static int {n}_print(char *to, const char *format, ...) {{ va_list ap; va_start(ap, format); int r = vsnprintf(to, 200, format, ap); va_end(ap); return r; }}"
        );
        c.Line($"static u {n}(u x, u y)\n{{\n\tchar text[200] = \"start\";\n\tu h = x;");
        for (int i = 0; i < c.Pick(2, 5); i++)
        {
            (char Key, string Type, string Argument)[] chosen =
            [
                .. Enumerable.Range(0, c.Pick(0, 7)).Select(_ => Kinds[c.Pick(0, Kinds.Length - 1)]),
            ];
            c.Line(
                $"\th = h * 5 + {n}_many(\"{string.Concat(chosen.Select(k => k.Key))}\"{string.Concat(chosen.Select(k => ", " + k.Argument.Replace("NAME", n, StringComparison.Ordinal)))});"
            );
        }

        c.Line(
            $"\th += (u){n}_print(text, \"%d %u %lld %08.3f %c %s %5x|%-6d|%+d %llu %%\", (int)x, y, (long long)x << 20, (double)(y & 1023) / 4, 'a' + (int)(x & 7), \"str\", y, (int)h, (int)y, (unsigned long long)h * x);\n\tputs(text);\n\treturn h;\n}}"
        );
    }
}
