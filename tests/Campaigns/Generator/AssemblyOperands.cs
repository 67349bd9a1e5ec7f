namespace Porting.Campaigns;

/// <summary>Inline assembly whose operands share registers and have other widths: an output that is narrower than the
/// input that comes in its register, and the other way round; pairs; operands that are read and written.</summary>
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
        string register = c.One("a", "b", "c", "d"); // clang does not let a template name a narrow operand of a wide register
        string value = c.One("x", "y", "h", "(x + h)", "(y * 7u)");
        return c.Pick(0, 5) switch
        {
            0 => $"{{ {output} o; asm(\"\" : \"={place}\"(o) : \"0\"(({input}){value})); h = h * 31 + (u)o; }}",
            1 =>
                $"{{ {output} o; asm(\"shrl ${c.Pick(1, 20)}, %%e{register}x\" : \"={register}\"(o) : \"0\"((u){value})); h = h * 31 + (u)o; }}",
            2 =>
                $"{{ u o; asm(\"addl ${c.Pick(1, 99)}, %k0\\n\\troll $5, %k0\" : \"={place}\"(o) : \"0\"(({input}){value})); h = h * 31 + o; }}",
            3 => $"{{ {output} o = ({output}){value}; asm(\"notb %b0\" : \"+{place}\"(o)); h = h * 31 + (u)o; }}",
            4 =>
                $"{{ u o; {output} p; asm(\"xchgl %%eax, %%edx\" : \"=a\"(o), \"=d\"(p) : \"1\"((u){value}), \"0\"(({input})h)); h = h * 31 + o + (u)p; }}",
            _ =>
                $"{{ unsigned long long o; asm(\"addl %%eax, %%edx\" : \"=A\"(o) : \"0\"((unsigned long long){value} * h)); h = h * 31 + (u)(o >> 32) + (u)o; }}",
        };
    }
}
