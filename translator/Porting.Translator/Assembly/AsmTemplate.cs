using System.Globalization;
using System.Text;

namespace Porting.Translator.Assembly;

/// <summary>
/// Replaces the operand references of a GNU asm template by LLVM's: %0, %[name], modifiers b h w k q c n a P z, labels of asm
/// goto as %l0 and %l[name], %%, %=, {att|intel}. Throws <see cref="FormatException"/> with the reason where the
/// template asks for something that is not there.
/// </summary>
/// <param name="spell">How an operand with a modifier is written.</param>
internal sealed class AsmTemplate(IReadOnlyList<OperandPlan> operands, Func<OperandPlan, char, string> spell)
{
    /// <summary>A number that no other place has where the statement is expanded.</summary>
    private const string UniqueId = "${:uid}";

    /// <summary>Plain text in LLVM's spelling.</summary>
    public static string Literal(string text) =>
        text.Replace("$", "$$", StringComparison.Ordinal)
            .Replace("{", "$(", StringComparison.Ordinal)
            .Replace("|", "$|", StringComparison.Ordinal)
            .Replace("}", "$)", StringComparison.Ordinal);

    /// <summary>Of <c>asm goto</c>: each label's C name and what it is in the assembler text. They are numbered behind
    /// all operands, of which one that is read and written counts twice.</summary>
    public IReadOnlyList<(string Name, string Text)> Labels { get; init; } = [];

    /// <summary>Indices of the operands that the template names; names and numbers of labels, which have the modifier
    /// l, are none.</summary>
    public static HashSet<int> References(string template, IReadOnlyList<(string Name, int Index)> names)
    {
        HashSet<int> found = [];
        for (int i = 0; i + 1 < template.Length; i++)
        {
            if (template[i] != '%')
            {
                continue;
            }

            int at = i + 1;
            if (char.IsAsciiLetter(template[at]))
            {
                at++;
            }

            if (
                template[i + 1] != 'l'
                && at < template.Length
                && (char.IsAsciiDigit(template[at]) || template[at] == '[')
            )
            {
                found.Add(ReadIndex(template, ref at, names));
                i = at - 1;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    public string Expand(string template)
    {
        StringBuilder text = new();
        int alternatives = 0; // depth of {att|intel}: 0 outside, 1 in the AT&T part, 2 in the Intel part
        for (int i = 0; i < template.Length; i++)
        {
            char c = template[i];
            if (c == '%')
            {
                i++;
                string piece = Reference(template, ref i);
                text.Append(alternatives == 2 ? "" : piece);
            }
            else if (c == '{' && alternatives == 0 || c == '|' && alternatives == 1 || c == '}' && alternatives > 0)
            {
                alternatives = c switch
                {
                    '{' => 1,
                    '|' => 2,
                    _ => 0,
                };
            }
            else if (alternatives != 2)
            {
                text.Append(c == '$' ? "$$" : c);
            }
        }

        return text.ToString();
    }

    /// <summary>One reference; on entry at points behind the percent sign, on exit at its last character.</summary>
    private string Reference(string template, ref int at)
    {
        if (at >= template.Length)
        {
            throw new FormatException("the template ends in '%'");
        }

        switch (template[at])
        {
            case '%':
                return "%";
            case '=':
                return UniqueId;
            case '{' or '|' or '}':
                return Literal(template[at].ToString());
        }

        char modifier = '\0';
        if (char.IsAsciiLetter(template[at]))
        {
            modifier = template[at++];
        }

        if (modifier == 'l')
        {
            int label =
                ReadIndex(template, ref at, [.. Labels.Select((l, i) => (l.Name, FirstLabel + i))]) - FirstLabel;
            at--;
            return label >= 0 && label < Labels.Count
                ? Labels[label].Text
                : throw new FormatException(
                    $"the template names label {label + FirstLabel}, the labels are {FirstLabel} to {FirstLabel + Labels.Count - 1}"
                );
        }

        int index = ReadIndex(
            template,
            ref at,
            [.. operands.Where(o => o.Operand.Name.Length > 0).Select(o => (o.Operand.Name, o.Index))]
        );
        at--;
        if (index < 0 || index >= operands.Count)
        {
            throw new FormatException($"the template names operand {index}, there are {operands.Count}");
        }

        return spell(operands[index], modifier);
    }

    private int FirstLabel => operands.Count + operands.Count(o => o.IsReadWrite);

    private static int ReadIndex(string template, ref int at, IReadOnlyList<(string Name, int Index)> names)
    {
        if (at < template.Length && template[at] == '[')
        {
            int end = template.IndexOf(']', at);
            string name = end < 0 ? "" : template[(at + 1)..end];
            at = end < 0 ? template.Length : end + 1;
            foreach ((string candidate, int index) in names)
            {
                if (candidate == name)
                {
                    return index;
                }
            }

            throw new FormatException($"the template names operand [{name}], which does not exist");
        }

        int start = at;
        while (at < template.Length && char.IsAsciiDigit(template[at]))
        {
            at++;
        }

        return start == at
            ? throw new FormatException(
                $"'%{template[Math.Min(start, template.Length - 1)]}' in the template is not understood"
            )
            : int.Parse(template[start..at], CultureInfo.InvariantCulture);
    }
}
