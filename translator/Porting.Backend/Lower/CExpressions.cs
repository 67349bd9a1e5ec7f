using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Porting.Backend.Il;

namespace Porting.Backend.Lower;

/// <summary>
/// Expressions of C that C# has no words for (<c>[CExpression]</c>): builtins of the processor, arithmetic of types
/// that only clang has.
/// <para>Input: the expressions that a module's calls ask for. Output: one function of C for each, with the addresses
/// of the result and the arguments, compiled by clang without any pass (those that sanitizers look at in a call of
/// their own), and taken into the module. Holds after: each is internal and inlined wherever the caller has the
/// features of the processor that it needs. Errors: PORT5021 where clang does not take one.</para>
/// </summary>
internal sealed partial class CExpressions
{
    private const string Prefix = "port_expression_";

    private const string Uninstrumented = "no_instrument_function, no_profile_instrument_function, no_stack_protector";

    /// <summary>Numbers of clang's attribute groups start here in the module.</summary>
    private const int FirstGroup = 1000;

    private const int FirstCheckedGroup = 1500;

    /// <summary>Looking at where the arguments lie.</summary>
    private static readonly string[] OfArguments = ["null", "alignment", "object-size"];

    private readonly Dictionary<IlExpression, int> _asked = [];

    public string FunctionOf(IlExpression expression)
    {
        if (!_asked.TryGetValue(expression, out int number))
        {
            number = _asked[expression] = _asked.Count;
        }

        return $"@{Prefix}{number}";
    }

    /// <returns>Definitions and attribute groups; what they refer to is declared to the module.</returns>
    public string Write(ModuleLowering module, Func<string, bool, string>? compile)
    {
        IlExpression[] byNumber = [.. _asked.OrderBy(a => a.Value).Select(a => a.Key)];
        string Compiled(bool isChecked)
        {
            string code = string.Concat(byNumber.Select((e, i) => e.Checks != null == isChecked ? Function(e, i) : ""));
            return code.Length == 0 ? "" : compile!(code, isChecked);
        }

        return Take(module, Compiled(isChecked: false), FirstGroup)
            + Take(module, CheckData.Taken(Compiled(isChecked: true), byNumber), FirstCheckedGroup);
    }

    /// <summary><c>void f(R *r, A *a0) { *r = code; }</c>: of addresses that are aligned to nothing. What stands before
    /// <c>$;</c> in the code is in front of it, <c>$A</c> there the attributes of a helper.</summary>
    private static string Function(IlExpression expression, int number)
    {
        string[] types = expression.Types.Split(';');
        StringBuilder text = new();
        for (int i = 0; i < types.Length; i++)
        {
            if (types[i] != "void")
            {
                text.Append($"typedef {types[i]} T{number}_{i};\n");
                text.Append($"typedef T{number}_{i} P{number}_{i} __attribute__((aligned(1)));\n");
            }
        }

        string[] parts = CheckData.Named(expression.Code, number).Split("$;");
        bool isChecked = expression.Checks != null;
        text.Append(
            string.Concat(parts[..^1]).Replace("$A", $"always_inline, {Uninstrumented}", StringComparison.Ordinal)
        );
        bool isVoid = types[0] == "void";
        IEnumerable<string> parameters = Enumerable
            .Range(isVoid ? 1 : 0, types.Length - (isVoid ? 1 : 0))
            .Select(i => $"P{number}_{i} *{(i == 0 ? "r" : $"a{i - 1}")}");
        string code = Argument()
            .Replace(
                parts[^1],
                m =>
                    int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var n
                        ? $"((T{number}_{n + 1})*a{n})"
                        : ""
            );
        string target = expression.Target.Length > 0 ? $", target(\"{expression.Target}\")" : "";
        string spared = string.Concat(
            expression
                .Spared.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Concat(isChecked ? OfArguments : [])
                .Select(s => $", no_sanitize(\"{s}\")")
        );
        text.Append($"__attribute__((always_inline, {Uninstrumented}{target}{spared}))\n");
        text.Append($"void {Prefix}{number}({string.Join(", ", parameters)}) {{ {(isVoid ? "" : "*r = ")}{code}; }}\n");
        return text.ToString();
    }

    /// <summary>What clang made, without its metadata; names of attribute groups become the module's.</summary>
    private static string Take(ModuleLowering module, string ir, int firstGroup)
    {
        StringBuilder text = new();
        bool isInside = false;
        string Renumbered(Match group) =>
            $"#{firstGroup + int.Parse(group.Groups[1].ValueSpan, CultureInfo.InvariantCulture)}";
        foreach (string line in ir.Split('\n'))
        {
            if (line.StartsWith("define ", StringComparison.Ordinal))
            {
                isInside = true;
                string head = TypeHash().Replace(Head().Replace(line, "define internal void @"), "");
                text.Append('\n').Append(Group().Replace(head, Renumbered));
            }
            else if (isInside)
            {
                // clang says of a trap that it is none of another place
                string said = Metadata().Replace(line, "");
                bool isTrap = firstGroup == FirstCheckedGroup;
                text.Append(isTrap ? Group().Replace(said, Renumbered) : Group().Replace(said, ""));
                text.Append(
                    isTrap && line.Contains(CheckData.Weights, StringComparison.Ordinal) ? CheckData.Likely : ""
                );
                isInside = line != "}";
            }
            else if (
                line.StartsWith("attributes #", StringComparison.Ordinal)
                || line.StartsWith($"@{CheckData.Prefix}", StringComparison.Ordinal)
                || line.StartsWith($"%struct.{CheckData.TypePrefix}", StringComparison.Ordinal)
            )
            {
                text.Append(Group().Replace(line, Renumbered));
            }
            else if (line.StartsWith(CheckData.LikelyNode, StringComparison.Ordinal))
            {
                text.Append(line);
            }
            else if (Declared().Match(line) is { Success: true } declared)
            {
                module.Foreign.Declare(declared.Groups["name"].Value.Trim('"'), Group().Replace(line, ""));
                continue;
            }
            else
            {
                continue;
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\$(\d+)")]
    private static partial Regex Argument();

    [GeneratedRegex(@"(?<=[ ])#(\d+)")]
    private static partial Regex Group();

    [GeneratedRegex(@"^define .*?void @")]
    private static partial Regex Head();

    [GeneratedRegex(@" !func_sanitize !\d+")]
    private static partial Regex TypeHash();

    [GeneratedRegex(@"(, !\w[\w.]* !\d+)+$")]
    private static partial Regex Metadata();

    [GeneratedRegex("""^declare .*?@(?<name>"[^"]*"|[\w.$]+)\(|^@(?<name>"[^"]*"|[\w.$]+) = external """)]
    private static partial Regex Declared();
}
