using System.Text.RegularExpressions;

namespace Porting.Campaigns.Edits;

/// <summary>A function as its lines stand in a file: from the comment above it to its closing brace.</summary>
/// <param name="First">Index of the first line of its comment or head.</param>
/// <param name="Head">Index of the first line of its head.</param>
/// <param name="Open">Index of the line with its opening brace.</param>
/// <param name="Close">Index of the line with its closing brace.</param>
internal sealed record CFunctionLines(string Name, int First, int Head, int Open, int Close);

/// <summary>
/// C as people edit it: lines. Functions are known by the house style of kernels, braces of functions stand in the first
/// column. What an edit made of the text is for the compiler to judge.
/// </summary>
internal sealed partial class CText(string path, string text)
{
    public string Path => path;

    public List<string> Lines { get; } = [.. text.Split('\n')];

    public IReadOnlyList<CFunctionLines> Functions => _functions ??= FindFunctions();

    private List<CFunctionLines>? _functions;

    public override string ToString() => string.Join('\n', Lines);

    /// <summary>Lines of a body that are one whole statement, by index.</summary>
    public int[] Statements(CFunctionLines function) =>
        [.. Enumerable.Range(function.Open + 1, function.Close - function.Open - 1).Where(IsStatement)];

    /// <summary>Lines of a body that declare one local, by index.</summary>
    public int[] Locals(CFunctionLines function) =>
        [
            .. Enumerable
                .Range(function.Open + 1, function.Close - function.Open - 1)
                .Where(i => Local().IsMatch(Lines[i]) && !Jump().IsMatch(Lines[i])),
        ];

    /// <summary>Lines of records that are one whole field, by index.</summary>
    public int[] Fields()
    {
        List<int> found = [];
        bool isInside = false;
        for (int i = 0; i < Lines.Count; i++)
        {
            isInside = RecordOpen().IsMatch(Lines[i]) || isInside && !Lines[i].StartsWith('}');
            if (isInside && Local().IsMatch(Lines[i]))
            {
                found.Add(i);
            }
        }

        return [.. found];
    }

    /// <summary>Lines in front of which a declaration may stand at file level.</summary>
    public int[] Gaps() => [.. Functions.Select(f => f.First)];

    private bool IsStatement(int i)
    {
        string line = Lines[i];
        string before = Lines[i - 1].TrimEnd();
        return Statement().IsMatch(line)
            && !Declaration().IsMatch(line)
            && line.Count(c => c == '(') == line.Count(c => c == ')')
            && (before.Length == 0 || before[^1] is ';' or '{' or '}' or ':' || before.EndsWith("*/"));
    }

    private List<CFunctionLines> FindFunctions()
    {
        List<CFunctionLines> found = [];
        for (int open = 1; open < Lines.Count; open++)
        {
            int close = Lines[open] == "{" ? Lines.FindIndex(open, l => l == "}") : -1;
            int head = open;
            while (head > 0 && Lines[head - 1].Length > 0 && Lines[head - 1][0] is not ('}' or '#' or '/' or ' '))
            {
                head--;
            }

            Match name = HeadName().Match(string.Join('\n', Lines[head..open]));
            if (close > 0 && head < open && name.Success)
            {
                found.Add(new CFunctionLines(name.Groups[1].Value, AboveComment(head), head, open, close));
            }
        }

        return found;
    }

    /// <summary>The line where the comment that ends right above begins.</summary>
    private int AboveComment(int head)
    {
        if (head == 0 || !Lines[head - 1].EndsWith("*/"))
        {
            return head;
        }

        int start = Lines.FindLastIndex(head - 1, l => l.StartsWith("/*"));
        return start < 0 ? head : start;
    }

    [GeneratedRegex(@"^\t+[A-Za-z_*(+-].*;\s*$")]
    private static partial Regex Statement();

    [GeneratedRegex(
        @"^\t+(static|register|struct|union|enum|extern|unsigned|const|volatile|case|default|for|else|while)\b"
    )]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^\t(?:static |register |struct |unsigned |const )*\w+[ \t]+\**(\w+);\s*(?:/\*.*\*/)?$")]
    public static partial Regex Local();

    [GeneratedRegex(@"^\t+(return|goto|break|continue)\b")]
    public static partial Regex Jump();

    [GeneratedRegex(@"^(typedef )?(struct|union)( \w+)? \{")]
    private static partial Regex RecordOpen();

    [GeneratedRegex(@"(?:^|[ \t\n*])(\w+)\s*\(")]
    private static partial Regex HeadName();
}
