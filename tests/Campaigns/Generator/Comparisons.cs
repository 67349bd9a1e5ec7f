namespace Porting.Campaigns;

/// <summary>Numbers of all types compared where their types differ by what they can tell apart: integers beside what a
/// float or a double rounds them to, with and without casts.</summary>
internal sealed class Comparisons : IConstruct
{
    private static readonly (string Type, string[] Values)[] Kinds =
    [
        ("int", ["16777217", "16777216", "-16777217", "33554435", "(int)x"]),
        ("u", ["16777217u", "4294967295u", "4294967167u", "y"]),
        ("long long", ["9007199254740993LL", "-9007199254740993LL", "16777217", "4294967297LL"]),
        ("unsigned long long", ["9007199254740993ULL", "18446744073709551615ULL", "(unsigned long long)x << 30"]),
        ("short", ["32767", "(short)x"]),
        ("unsigned char", ["255", "(unsigned char)y"]),
        ("float", ["16777216.0f", "-16777216.0f", "4294967296.0f", "0.1f", "9007199254740992.0f"]),
        ("double", ["16777217.0", "9007199254740992.0", "0.1", "18446744073709551616.0"]),
        ("long double", ["16777217.0L", "9007199254740993.0L", "0.1L"]),
    ];

    private static readonly string[] Casts =
    [
        "",
        "",
        "(float)",
        "(double)",
        "(double)",
        "(long double)",
        "(long long)(int)",
        "(u)(int)",
    ];

    public void Write(ConstructText c)
    {
        string n = c.Name;
        int count = c.Pick(4, 7);
        (string Type, string[] Values)[] chosen =
        [
            .. Enumerable.Range(0, count).Select(_ => Kinds[c.Pick(0, Kinds.Length - 1)]),
        ];
        // Behind a call, where clang knows no value.
        string parameters = string.Join(", ", chosen.Select((k, i) => $"{k.Type} v{i}"));
        c.Line($"static u {n}_all({parameters})\n{{\n\tu h = 1;");
        for (int i = 0; i < c.Pick(6, 14); i++)
        {
            string left = Operand(c, chosen);
            string right = Operand(c, chosen);
            string test = $"{left} {c.One("<", ">", "<=", ">=", "==", "!=")} {right}";
            c.Line(
                "\t"
                    + c.Pick(0, 4) switch
                    {
                        0 => $"if ({test}) h = h * 3 + {i};",
                        1 => $"h = h * 2 + ({test});",
                        2 => $"h += {test} ? {i} : {i * 7};",
                        3 => $"if (!({test}) && h) h ^= {1 << i};",
                        _ => $"while ({test}) {{ h = h * 5 + {i}; break; }}",
                    }
            );
        }

        string values = string.Join(", ", chosen.Select(k => c.One(k.Values)));
        c.Line($"\treturn h;\n}}\nstatic u {n}(u x, u y)\n{{\n\tu h = {n}_all({values});");
        c.Line($"\treturn h * 31 + {n}_all({string.Join(", ", chosen.Select(k => c.One(k.Values)))});\n}}");
    }

    /// <summary>No float beyond an int's range is made one.</summary>
    private static string Operand(ConstructText c, (string Type, string[] Values)[] chosen)
    {
        int i = c.Pick(0, chosen.Length - 1);
        bool isFloating = chosen[i].Type is "float" or "double" or "long double";
        string cast = c.One(Casts);
        return (isFloating && cast.EndsWith("(int)", StringComparison.Ordinal) ? "" : cast) + $"v{i}";
    }
}
