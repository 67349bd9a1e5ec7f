using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Porting.Backend.Il;
using Porting.Backend.Llvm;

namespace Porting.Backend.Lower;

/// <summary>
/// The constants behind a sanitizer's checks in clang's module of checked expressions: places, types, file names
/// (clang/lib/CodeGen/CGExpr.cpp, EmitCheckSourceLocation and EmitCheckTypeDescriptor). They get names of the module's,
/// and types that stand for C's the descriptions that C's have.
/// </summary>
internal static partial class CheckData
{
    public const string Prefix = "port_check_";

    /// <summary>Of what the code calls $N0 and so on.</summary>
    public const string TypePrefix = "port_type_";

    /// <summary>0xc105cafe</summary>
    public const string FunctionMark = "-1056584962";

    /// <summary>Of a branch in clang's text: the good way is nearly always taken.</summary>
    public const string Weights = ", !prof !";

    public static string Likely => $", !prof !{IrText.Likely}";

    public static string LikelyNode => $"!{IrText.Likely} = ";

    /// <summary>$N0 of the code as a name that no other expression has.</summary>
    public static string Named(string code, int number) =>
        TypeName().Replace(code, m => $"{TypePrefix}{number}_{m.Groups[1].Value}");

    /// <param name="ir">clang's; empty where nothing is checked.</param>
    /// <param name="expressions">By the numbers of their functions.</param>
    public static string Taken(string ir, IReadOnlyList<IlExpression> expressions)
    {
        if (ir.Length == 0)
        {
            return "";
        }

        StringBuilder text = new();
        Dictionary<string, string> kinds = new(StringComparer.Ordinal);
        string? hash = null;
        foreach (string line in ir.Split('\n'))
        {
            if (line.StartsWith("define ", StringComparison.Ordinal))
            {
                hash = Defined().Match(line) is { Success: true } defined
                    ? Said(expressions[int.Parse(defined.Groups[1].ValueSpan, CultureInfo.InvariantCulture)], "hash")
                    : null;
            }

            bool isText = line.Contains(" c\"", StringComparison.Ordinal);
            string renamed = isText ? Constant().Replace(line, Renamed, 1) : Constant().Replace(line, Renamed);
            renamed =
                isText ? Described(renamed, expressions, kinds)
                : hash != null ? OfType(renamed, hash)
                : OfKind(renamed, kinds);
            text.Append(renamed).Append('\n');
        }

        return text.Append($"{LikelyNode}!{{!\"branch_weights\", i32 1048575, i32 1}}\n").ToString();
    }

    /// <summary>What an expression says beside its types.</summary>
    private static string? Said(IlExpression expression, string of) =>
        expression
            .Checks!.Split('\n')
            .FirstOrDefault(l => l.StartsWith(of + " ", StringComparison.Ordinal))
            ?[(of.Length + 1)..];

    /// <summary>A function is looked at as one of its type; the call of it that says so is none.</summary>
    private static string OfType(string line, string hash) =>
        CallOfNothing().IsMatch(line) ? "" : Hash().Replace(line, m => m.Groups[1].Value + hash);

    /// <summary>A member access that stands for a load or a store: the last byte of what the runtime has of it.</summary>
    private static string OfKind(string line, Dictionary<string, string> kinds) =>
        Access().Match(line) is { Success: true } access
        && kinds.TryGetValue(access.Groups["type"].Value, out string? kind)
            ? $"{line[..access.Groups["kind"].Index]}{kind} }}"
            : line;

    private static string Renamed(Match constant) => $"@{Prefix}{constant.Groups[1].Value.Replace('.', '_')}";

    /// <summary>The runtime's description of the type that a name stands for.</summary>
    private static string Described(
        string line,
        IReadOnlyList<IlExpression> expressions,
        Dictionary<string, string> kinds
    )
    {
        if (Descriptor().Match(line) is not { Success: true } match)
        {
            return line;
        }

        int Number(string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        IlExpression expression = expressions[Number("number")];
        if (Said(expression, "access") is { } kind)
        {
            kinds[match.Groups["name"].Value] = kind;
        }

        string[] said = expression.Checks!.Split('\n')[Number("type")].Split(' ', 3);
        int size = Encoding.UTF8.GetByteCount(said[2]) + 1;
        string number = said[0] == "65535" ? "-1" : said[0];
        return $"{match.Groups["head"].Value}constant {{ i16, i16, [{size} x i8] }} "
            + $"{{ i16 {number}, i16 {said[1]}, [{size} x i8] c\"{IrText.Escape(said[2])}\\00\" }}";
    }

    [GeneratedRegex(@"^define .*@port_expression_(\d+)\(")]
    private static partial Regex Defined();

    [GeneratedRegex(@"^  call void %\d+\(ptr noundef null\)")]
    private static partial Regex CallOfNothing();

    [GeneratedRegex($@"^(  %\d+ = icmp eq i32 %\d+, )(?!{FunctionMark})-?\d+")]
    private static partial Regex Hash();

    [GeneratedRegex(@", ptr @(?<type>\w+), i8 \d+, i8 (?<kind>3) }$")]
    private static partial Regex Access();

    [GeneratedRegex(@"\$N(\d+)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"@(\d+|\.src(?:\.\d+)?)(?![\w.])")]
    private static partial Regex Constant();

    [GeneratedRegex(
        """^(?<head>@(?<name>\w+) = private unnamed_addr )constant .* c"'(?:void \(\*\)\(struct )?port_type_(?<number>\d+)_(?<type>\d+)"""
    )]
    private static partial Regex Descriptor();
}
