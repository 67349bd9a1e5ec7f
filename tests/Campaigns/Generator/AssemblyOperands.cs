namespace Porting.Campaigns;

/// <summary>Inline assembly whose operands share registers and have other widths: an output that is narrower than the
/// input that comes in its register, and the other way round; pairs; operands that are read and written; variables in
/// registers of their own.</summary>
internal sealed class AssemblyOperands : IConstruct
{
    private static readonly string[] Types = ["signed char", "unsigned char", "short", "unsigned short", "int", "u"];

    public void Write(ConstructText c)
    {
        string n = c.Name;
        c.Line($"static u {n}(u x, u y)\n{{\n\tu h = x ^ y;");
        for (int i = 0; i < 6; i++)
        {
            c.Line("\t" + Statement(c));
        }

        c.Line("\treturn h;\n}");
    }

    private static string Statement(ConstructText c)
    {
        string output = c.One(Types);
        string input = c.One(Types);
        string place = c.One("a", "c", "d", "b", "q", "Q");
        string register = c.One("a", "b", "c", "d"); // clang has no name for a narrow operand of a wide register
        string value = c.One("x", "y", "h", "(x + h)", "(y * 7u)");
        const string result = "(u)o";
        string own = c.One("ebx", "esi", "edi", "ecx");
        (string Declared, string Template, string Operands, string Result) s = c.Pick(0, 7) switch
        {
            6 => (
                $"u o; register u in asm(\"{own}\") = {value}",
                $"movl %%{own}, %0",
                $"\"={c.One("r", "&r", "a")}\"(o) : \"r\"(in)",
                "o"
            ),
            7 => ($"register u o asm(\"{own}\") = {value}", $"addl ${c.Pick(1, 99)}, %%{own}", "\"+r\"(o)", "o"),
            0 => ($"{output} o", "", $"\"={place}\"(o) : \"0\"(({input}){value})", result),
            1 => (
                $"{output} o",
                $"shrl ${c.Pick(1, 20)}, %%e{register}x",
                $"\"={register}\"(o) : \"0\"((u){value})",
                result
            ),
            2 => (
                "u o",
                $"addl ${c.Pick(1, 99)}, %k0\\n\\troll $5, %k0",
                $"\"={place}\"(o) : \"0\"(({input}){value})",
                "o"
            ),
            3 => ($"{output} o = ({output}){value}", "notb %b0", $"\"+{place}\"(o)", result),
            4 => (
                $"u o; {output} p",
                "xchgl %%eax, %%edx",
                $"\"=a\"(o), \"=d\"(p) : \"1\"((u){value}), \"0\"(({input})h)",
                "o + (u)p"
            ),
            _ => (
                "unsigned long long o",
                "addl %%eax, %%edx",
                $"\"=A\"(o) : \"0\"((unsigned long long){value} * h)",
                "(u)(o >> 32) + (u)o"
            ),
        };
        return $"{{ {s.Declared}; asm(\"{s.Template}\" : {s.Operands}); h = h * 31 + {s.Result}; }}";
    }
}
