namespace Porting.Campaigns;

/// <summary>The text around the code: comments that go on behind a backslash, comments that look like ends of
/// comments, spliced names and strings.</summary>
internal sealed class Spellings : IConstruct
{
    public void Write(ConstructText c)
    {
        string n = c.Name;
        c.Line(
            $"// in front {Ending(c)}\nstatic u {n}(u x, u y) // of it {Ending(c)}\n{{\n\tu h = x; // first {Ending(c)}"
        );
        for (int i = 0; i < c.Pick(4, 8); i++)
        {
            c.Line(
                "\t"
                    + c.Pick(0, 6) switch
                    {
                        0 => $"// alone {Ending(c)}",
                        1 => $"h = h * 3 + {c.Value(1)}; // behind {Ending(c)}",
                        2 => $"/* block // {c.One("\\\n", "")} h = 0; */ h += {i};",
                        3 =>
                            $"if (h & {i + 1}) // why {Ending(c)}\n\t\th ^= {c.Value(0)};\n\telse // not {Ending(c)}\n\t\th++;",
                        4 => $"h += \"a\\\nb//c\"[{c.Pick(0, 4)}]; /* \" */",
                        5 => "h \\\n+= y; /\\\n/ spliced comment \\\n h = 1;",
                        _ =>
                            $"switch (h & 1) {{ case 0: // zero {Ending(c)}\n\t\th += 2; break; // out {Ending(c)}\n\tdefault: h--; }}",
                    }
            );
        }

        c.Line($"\treturn h; // last {Ending(c)}\n}} // after {Ending(c)}");
    }

    /// <summary>What a line comment ends in; the next line is then part of it.</summary>
    private static string Ending(ConstructText c) =>
        c.One("", "", "\\", "a \\ b", "*/", "/*", "\"", "\\\n h = 5; }", "\\\n\th++; /* \\\n x") is var text
        && text.EndsWith('\\')
            ? text + "\n more of it"
            : text;
}
