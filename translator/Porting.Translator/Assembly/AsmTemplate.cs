using System.Globalization;
using System.Text;

namespace Porting.Translator.Assembly;

/// <summary>
/// Replaces the operand references of a GNU asm template: %0, %[name], modifiers b h w k q c n a P z, labels of asm
/// goto as %l0 and %l[name], %%, %=, {att|intel}. Throws <see cref="FormatException"/> with the reason where the
/// template asks for something that is not there.
/// </summary>
internal sealed class AsmTemplate(IReadOnlyList<OperandPlan> operands, string uniqueId)
{
    /// <summary>How an operand with a modifier is written; null for its register.</summary>
    public Func<OperandPlan, char, string>? Spelling { get; init; }

    /// <summary>The text is LLVM's, where $, {, | and } stand for something.</summary>
    public bool IsLlvm { get; init; }

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
                text.Append(IsLlvm && c == '$' ? "$$" : c);
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
                return uniqueId;
            case '{' or '|' or '}':
                return IsLlvm ? Literal(template[at].ToString()) : template[at].ToString();
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

        return Spelling?.Invoke(operands[index], modifier) ?? Spell(operands[index], modifier);
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

    private static string Spell(OperandPlan plan, char modifier) =>
        plan.Place switch
        {
            OperandPlace.Immediate => modifier switch
            {
                'c' or 'P' or 'p' or 'a' => plan.Immediate,
                'n' => $"-({plan.Immediate})",
                _ => "$" + plan.Immediate,
            },
            OperandPlace.Sse => $"%xmm{plan.FloatRegister}",
            OperandPlace.X87 => "%" + RegisterNames.X87(plan.FloatRegister),
            OperandPlace.Memory => $"({RegisterNames.Name(plan.Register)})",
            OperandPlace.Register or OperandPlace.Pair => modifier switch
            {
                'b' => Byte(plan.Register),
                'h' => plan.Register <= Register.Ebx
                    ? RegisterNames.High(plan.Register)
                    : throw new FormatException($"{plan.Register} has no high byte"),
                'w' => RegisterNames.Name(plan.Register, 2),
                'k' or 'q' => RegisterNames.Name(plan.Register),
                'a' => $"({RegisterNames.Name(plan.Register)})",
                'z' => plan.Size switch
                {
                    1 => "b",
                    2 => "w",
                    _ => "l",
                },
                '\0' => plan.Size == 1
                    ? Byte(plan.Register)
                    : RegisterNames.Name(plan.Register, Math.Min(plan.Size, 4)),
                _ => throw new FormatException($"operand modifier '{modifier}' is not supported"),
            },
            _ => throw new FormatException($"operand {plan.Index} is named but has no place"),
        };

    private static string Byte(Register register) =>
        register <= Register.Ebx
            ? RegisterNames.Name(register, 1)
            : throw new FormatException($"{register} has no byte form");
}
