using System.Text;
using System.Text.RegularExpressions;

namespace Porting.Campaigns;

/// <summary>Breaks a text of C: bytes, tokens and lines deleted, doubled, exchanged, replaced, cut off; now and then
/// mixed with a piece of another text. The same seed gives the same text.</summary>
public sealed partial class Mutator(int seed)
{
    private static readonly string[] Insertions =
    [
        "(",
        ")",
        "{",
        "}",
        "[",
        "]",
        ";",
        ",",
        "*",
        "&",
        "&&",
        "=",
        "==",
        "+",
        "++",
        "->",
        ".",
        "?",
        ":",
        "0",
        "-1",
        "1.5",
        "'a'",
        "\"s\"",
        "int",
        "void",
        "struct",
        "union",
        "enum",
        "static",
        "extern",
        "volatile",
        "sizeof",
        "goto",
        "return",
        "switch",
        "case 1:",
        "default:",
        "break",
        "for",
        "while",
        "do",
        "if",
        "else",
        "typedef",
        "_Atomic",
        "_Bool",
        "long double",
        "float",
        "__attribute__((packed))",
        "#",
        "#define X",
        "/*",
        "\\\n",
        "\0",
        "é",
        "0x",
        "1e",
        "...",
        "const",
        "register",
        "inline",
        "_Thread_local",
        "_Alignas(16)",
        "_Generic(0, int: 1)",
        "({ 1; })",
        "(int[]){ 1, 2 }",
        "&&label",
        "L\"w\"",
        "1ull",
        "1.0f",
        "[0 ... 3] =",
        "__builtin_constant_p(1)",
        "__builtin_alloca(4)",
        "__attribute__((aligned(64)))",
        "__attribute__((weak))",
        "asm(\"nop\");",
        "typeof(1)",
        ": 3",
        "_Static_assert(1, \"\");",
        "int a[n];",
        "!",
        "~",
        "<<",
        "%",
        "/",
    ];

    private readonly Random _random = new(seed);

    public string Break(string text, string other)
    {
        StringBuilder mutant = new(text);
        int changes = _random.Next(1, 4);
        for (int i = 0; i < changes && mutant.Length > 4; i++)
        {
            Change(mutant, other);
        }

        return mutant.ToString();
    }

    private void Change(StringBuilder mutant, string other)
    {
        int at = _random.Next(mutant.Length - 1);
        int length = Math.Min(_random.Next(1, _random.Next(2, 60)), mutant.Length - at);
        switch (_random.Next(16))
        {
            case 0:
                mutant.Remove(at, length);
                break;
            case 1:
                mutant.Insert(at, mutant.ToString(at, length));
                break;
            case 2:
                mutant.Insert(at, " " + Insertions[_random.Next(Insertions.Length)] + " ");
                break;
            case 3:
                mutant.Length = at;
                break;
            case 4:
                mutant[at] = (char)_random.Next(1, 127);
                break;
            case 5:
                string piece = mutant.ToString(at, length);
                mutant.Remove(at, length).Insert(_random.Next(mutant.Length), piece);
                break;
            case 6:
                mutant[at] = mutant[_random.Next(mutant.Length)];
                break;
            case 7:
                InsertLine(mutant, LineOf(other));
                break;
            case 8:
                InsertLine(mutant, LineOf(mutant.ToString()));
                break;
            case 9:
                InsertToken(mutant);
                break;
            default:
                ExchangeTokens(mutant);
                break;
        }
    }

    private string LineOf(string text)
    {
        string[] lines = text.Split('\n');
        return lines[_random.Next(lines.Length)];
    }

    private void InsertLine(StringBuilder mutant, string line)
    {
        string[] lines = mutant.ToString().Split('\n');
        int at = _random.Next(lines.Length);
        mutant.Clear().AppendJoin('\n', lines.Take(at).Append(line).Concat(lines.Skip(at)));
    }

    /// <summary>A word of C before a token, where it stands a chance of being C.</summary>
    private void InsertToken(StringBuilder mutant)
    {
        MatchCollection tokens = Tokens().Matches(mutant.ToString());
        if (tokens.Count > 0)
        {
            mutant.Insert(tokens[_random.Next(tokens.Count)].Index, Insertions[_random.Next(Insertions.Length)] + " ");
        }
    }

    /// <summary>One token in the place of another of its kind: the result is often still C, of a kind that nobody
    /// writes.</summary>
    private void ExchangeTokens(StringBuilder mutant)
    {
        MatchCollection tokens = Tokens().Matches(mutant.ToString());
        if (tokens.Count < 2)
        {
            return;
        }

        Match target = tokens[_random.Next(tokens.Count)];
        Match[] alike =
        [
            .. tokens.Where(t =>
                char.IsLetter(t.Value[0]) == char.IsLetter(target.Value[0])
                && char.IsDigit(t.Value[0]) == char.IsDigit(target.Value[0])
            ),
        ];
        string replacement = alike[_random.Next(alike.Length)].Value;
        mutant.Remove(target.Index, target.Length).Insert(target.Index, replacement);
    }

    [GeneratedRegex("""[A-Za-z_]\w*|\d\w*|->|<<|>>|&&|\|\||[-+*/%&|^=!<>]=?""")]
    private static partial Regex Tokens();
}
