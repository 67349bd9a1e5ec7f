namespace Porting.Campaigns.Edits;

/// <summary>One edit of one file of C.</summary>
/// <param name="Kind">What an upstream would call it.</param>
/// <param name="Path">The file.</param>
/// <param name="Text">Its new text.</param>
internal sealed record LineEdit(string Kind, string Path, string Text);

/// <summary>Draws edits of the kinds that an upstream makes, at random places of a tree of C. Whether the result
/// compiles is for the compiler to say.</summary>
/// <param name="isLeftAlone">Functions that are not edited, by name.</param>
internal sealed class LineEditor(Random random, Predicate<string> isLeftAlone)
{
    /// <summary>Kinds by name; each gives whether it found a place.</summary>
    private static readonly (string Kind, Func<LineEditor, CText, bool> Edit)[] Kinds =
    [
        ("a statement is added", (e, t) => e.AddStatement(t)),
        ("a statement is deleted", (e, t) => e.DeleteStatement(t)),
        ("two statements change places", (e, t) => e.SwapStatements(t)),
        ("a statement gets a condition", (e, t) => e.GuardStatement(t)),
        ("a call of printf is added", (e, t) => e.AddCall(t, "printf(\"%d %x\\n\", 1, 2u);")),
        ("an assertion is added", (e, t) => e.AddCall(t, "assert(sizeof(int) == 4);")),
        ("a constant changes", (e, t) => e.Substitute(t, @"(?<=[=<>+\-*&|(,] )[1-9]\d*\b(?=.*;)", m => m + "1")),
        ("a comparison changes", (e, t) => e.Substitute(t, " (<|>) (?=.*[)])", m => m.TrimEnd() + "= ")),
        ("a message changes", (e, t) => e.Substitute(t, "(?<=\"[a-z]{3,})(?= )", _ => " now")),
        ("a line is split", (e, t) => e.Substitute(t, @"(?<=^\t.*[;,(].*,) (?=[^""]*$)", _ => "\n\t\t")),
        ("a local is renamed", (e, t) => e.RenameLocal(t)),
        ("a local changes its type", (e, t) => e.RetypeLocal(t)),
        ("a comment is added in a body", (e, t) => e.AddCall(t, "/* As the manual says. */")),
        ("a blank line is added in a body", (e, t) => e.AddCall(t, "")),
        ("a comment gets a line", (e, t) => e.AddCommentLine(t)),
        ("a comment changes", (e, t) => e.Substitute(t, @"(?<=^ \*\s+\w.*)\bthe\b", _ => "this")),
        ("lines are added at the top", (e, t) => e.AddAtTop(t)),
        ("an include is added", (e, t) => e.AddInclude(t)),
        ("a macro is added", (e, t) => e.AddAtGap(t, n => [$"#define\tNEW_MACRO_{n}\t{n}", ""])),
        (
            "a macro with arguments is added",
            (e, t) => e.AddAtGap(t, n => [$"#define\tnew_macro_{n}(x)\t((x) + {n})", ""])
        ),
        ("a macro changes", (e, t) => e.Substitute(t, @"(?<=^#define\s+\w+\s+)[1-9]\d*\b", m => m + "1")),
        ("a variable is added", (e, t) => e.AddAtGap(t, n => [$"int\tnew_variable_{n} = {n};", ""])),
        ("a static variable is added", (e, t) => e.AddAtGap(t, n => [$"static int\tnew_variable_{n};", ""])),
        (
            "a function is added",
            (e, t) => e.AddAtGap(t, n => ["int", $"new_function_{n}(int x)", "{", "\treturn x + 1;", "}", ""])
        ),
        ("a field is added", (e, t) => e.AddField(t)),
        ("a field is deleted", (e, t) => e.DeleteField(t)),
        ("two fields change places", (e, t) => e.SwapFields(t)),
        ("a parameter is added", (e, t) => e.ChangeParameters(t, isAdded: true)),
        ("a parameter is deleted", (e, t) => e.ChangeParameters(t, isAdded: false)),
        ("a function moves down", (e, t) => e.MoveFunction(t)),
    ];

    private int _number;

    public static IEnumerable<string> KindNames => Kinds.Select(k => k.Kind);

    /// <summary>An edit of one of the files; files of many lines come more often.</summary>
    public LineEdit Draw(IReadOnlyList<(string Path, string Text)> files)
    {
        while (true)
        {
            (string kind, Func<LineEditor, CText, bool> edit) = Kinds[random.Next(Kinds.Length)];
            for (int attempt = 0; attempt < 50; attempt++)
            {
                (string path, string text) = Weighted(files);
                CText c = new(path, text);
                if (edit(this, c) && c.ToString() is string after && after != text)
                {
                    return new LineEdit(kind, path, after);
                }
            }
        }
    }

    private (string Path, string Text) Weighted(IReadOnlyList<(string Path, string Text)> files)
    {
        long at = random.NextInt64(files.Sum(f => (long)f.Text.Length));
        foreach ((string Path, string Text) file in files)
        {
            at -= file.Text.Length;
            if (at < 0)
            {
                return file;
            }
        }

        return files[^1];
    }

    private bool Pick<T>(IReadOnlyList<T> from, out T picked)
    {
        picked = from.Count == 0 ? default! : from[random.Next(from.Count)];
        return from.Count > 0;
    }

    private bool PickStatement(CText text, out CFunctionLines function, out int statement)
    {
        statement = 0;
        return Pick([.. text.Functions.Where(f => !isLeftAlone(f.Name))], out function)
            && Pick(text.Statements(function), out statement);
    }

    private bool AddStatement(CText text)
    {
        if (
            !PickStatement(text, out CFunctionLines function, out int at)
            || CText.Jump().IsMatch(text.Lines[at])
            || !Pick([.. text.Statements(function).Where(s => !CText.Jump().IsMatch(text.Lines[s]))], out int copied)
        )
        {
            return false;
        }

        text.Lines.Insert(at + 1, Indented(text.Lines[copied].Trim(), text.Lines[at]));
        return true;
    }

    private bool AddCall(CText text, string statement)
    {
        if (!PickStatement(text, out _, out int at))
        {
            return false;
        }

        text.Lines.Insert(at, statement.Length == 0 ? "" : Indented(statement, text.Lines[at]));
        return true;
    }

    private static string Indented(string statement, string like) =>
        like[..(like.Length - like.TrimStart('\t').Length)] + statement;

    private bool DeleteStatement(CText text)
    {
        bool found = PickStatement(text, out _, out int at);
        if (found)
        {
            text.Lines.RemoveAt(at);
        }

        return found;
    }

    private bool SwapStatements(CText text)
    {
        if (
            !PickStatement(text, out CFunctionLines function, out int at) || !text.Statements(function).Contains(at + 1)
        )
        {
            return false;
        }

        (text.Lines[at], text.Lines[at + 1]) = (text.Lines[at + 1], text.Lines[at]);
        return true;
    }

    private bool GuardStatement(CText text)
    {
        if (!PickStatement(text, out CFunctionLines function, out int at))
        {
            return false;
        }

        string[] conditions =
        [
            .. text.Lines[function.Open..function.Close]
                .Select(l => l.Trim())
                .Where(l => l.StartsWith("if (") && l.EndsWith(')')),
        ];
        if (!Pick(conditions, out string condition))
        {
            return false;
        }

        text.Lines[at] = "\t" + text.Lines[at];
        text.Lines.Insert(at, Indented(condition, text.Lines[at][1..]));
        return true;
    }

    /// <summary>Changes the first place of a line that a pattern matches, of any line.</summary>
    private bool Substitute(CText text, string pattern, Func<string, string> change)
    {
        System.Text.RegularExpressions.Regex regex = new(pattern);
        int[] lines =
        [
            .. Enumerable
                .Range(0, text.Lines.Count)
                .Where(i => regex.IsMatch(text.Lines[i]))
                .Where(i => !text.Functions.Any(f => f.First <= i && i <= f.Close && isLeftAlone(f.Name))),
        ];
        if (!Pick(lines, out int at))
        {
            return false;
        }

        text.Lines[at] = regex.Replace(text.Lines[at], m => change(m.Value), 1);
        return true;
    }

    private bool RenameLocal(CText text)
    {
        if (!Pick([.. text.Functions.Where(f => !isLeftAlone(f.Name))], out CFunctionLines function))
        {
            return false;
        }

        if (!Pick(text.Locals(function), out int at))
        {
            return false;
        }

        string name = CText.Local().Match(text.Lines[at]).Groups[1].Value;
        System.Text.RegularExpressions.Regex use = new($@"(?<![\w.>]){name}\b(?![^""]*""[^""]*$)");
        for (int i = function.Open; i < function.Close; i++)
        {
            text.Lines[i] = use.Replace(text.Lines[i], name + "_2");
        }

        return true;
    }

    private bool RetypeLocal(CText text)
    {
        if (
            !Pick([.. text.Functions.Where(f => !isLeftAlone(f.Name))], out CFunctionLines function)
            || !Pick([.. text.Locals(function).Where(i => text.Lines[i].StartsWith("\tint"))], out int at)
        )
        {
            return false;
        }

        text.Lines[at] = "\tunsigned" + text.Lines[at][1..].Insert(0, " ");
        return true;
    }

    private bool AddCommentLine(CText text)
    {
        int[] lines = [.. Enumerable.Range(0, text.Lines.Count).Where(i => text.Lines[i].StartsWith(" *\t"))];
        bool found = Pick(lines, out int at);
        if (found)
        {
            text.Lines.Insert(at + 1, " *\tIt has always been so.");
        }

        return found;
    }

    private bool AddAtTop(CText text)
    {
        string[] lines = ["/*", " *\tCopyright of the authors.", " */"];
        text.Lines.InsertRange(0, lines);
        return true;
    }

    private bool AddInclude(CText text)
    {
        string[] headers = ["kern/assert.h", "kern/printf.h", "kern/queue.h", "mach/vm_param.h", "kern/debug.h"];
        int last = text.Lines.FindLastIndex(l => l.StartsWith("#include"));
        if (last < 0 || !Pick(headers, out string header))
        {
            return false;
        }

        text.Lines.Insert(last + 1, $"#include <{header}>");
        return true;
    }

    private bool AddAtGap(CText text, Func<int, string[]> lines)
    {
        bool found = Pick(text.Gaps(), out int at);
        if (found)
        {
            text.Lines.InsertRange(at, lines(7000 + ++_number));
        }

        return found;
    }

    private bool AddField(CText text)
    {
        bool found = Pick(text.Fields(), out int at);
        if (found)
        {
            text.Lines.Insert(at + 1, $"\tint new_field_{++_number};");
        }

        return found;
    }

    private bool DeleteField(CText text)
    {
        bool found = Pick(text.Fields(), out int at);
        if (found)
        {
            text.Lines.RemoveAt(at);
        }

        return found;
    }

    private bool SwapFields(CText text)
    {
        int[] fields = text.Fields();
        if (!Pick([.. fields.Where(f => fields.Contains(f + 1))], out int at))
        {
            return false;
        }

        (text.Lines[at], text.Lines[at + 1]) = (text.Lines[at + 1], text.Lines[at]);
        return true;
    }

    /// <summary>Of a function that its own file alone calls, the last parameter, with its prototype and its
    /// calls.</summary>
    private bool ChangeParameters(CText text, bool isAdded)
    {
        CFunctionLines[] own =
        [
            .. text.Functions.Where(f =>
                !isLeftAlone(f.Name) && text.Lines[f.Head].StartsWith("static") && text.Lines[f.Open - 1].EndsWith(')')
            ),
        ];
        if (!Pick(own, out CFunctionLines function))
        {
            return false;
        }

        System.Text.RegularExpressions.Regex use = new($@"\b{function.Name}\(");
        string whole = text.ToString();
        foreach (System.Text.RegularExpressions.Match match in use.Matches(whole).Reverse())
        {
            int open = match.Index + match.Length - 1;
            int close = Closing(whole, open);
            int line = whole.LastIndexOf('\n', match.Index) + 1;
            string arguments = whole[(open + 1)..close];
            bool isDeclaration = whole[line] != '\t';
            whole =
                whole[..(open + 1)]
                + (isAdded ? Longer(arguments, isDeclaration) : Shorter(arguments))
                + whole[close..];
        }

        text.Lines.Clear();
        text.Lines.AddRange(whole.Split('\n'));
        return true;
    }

    private static string Longer(string arguments, bool isDeclaration) =>
        (arguments.Trim() is "" or "void" ? "" : arguments + ", ") + (isDeclaration ? "int extra" : "0");

    private static string Shorter(string arguments)
    {
        int comma = arguments.LastIndexOf(',');
        return comma >= 0 ? arguments[..comma]
            : arguments.Trim() == "void" ? arguments
            : "";
    }

    private static int Closing(string text, int open)
    {
        int depth = 0;
        for (int i = open; i < text.Length; i++)
        {
            depth +=
                text[i] == '(' ? 1
                : text[i] == ')' ? -1
                : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return text.Length - 1;
    }

    private bool MoveFunction(CText text)
    {
        int count = text.Functions.Count;
        if (count < 2)
        {
            return false;
        }

        int i = random.Next(count - 1);
        (CFunctionLines first, CFunctionLines second) = (text.Functions[i], text.Functions[i + 1]);
        string[] moved = [.. text.Lines[first.First..(first.Close + 1)], ""];
        if (isLeftAlone(first.Name) || second.First < first.Close + 2)
        {
            return false;
        }

        text.Lines.InsertRange(second.Close + 1, ["", .. moved[..^1]]);
        text.Lines.RemoveRange(first.First, moved.Length);
        return true;
    }
}
