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

    /// <summary>Of a branch in clang's text: the good way is nearly always taken.</summary>
    public const string Weights = ", !prof !";

    public static string Likely => $", !prof !{IrText.Likely}";

    public static string LikelyNode => $"!{IrText.Likely} = ";

    /// <summary>$N0 of the code as a name that no other expression has.</summary>
    public static string Named(string code, int number) =>
        TypeName().Replace(code, m => $"port_type_{number}_{m.Groups[1].Value}");

    /// <param name="expressionOf">By the number of its function.</param>
    public static string Taken(string ir, Func<int, IlExpression> expressionOf)
    {
        StringBuilder text = new();
        foreach (string line in ir.Split('\n'))
        {
            bool isText = line.Contains(" c\"", StringComparison.Ordinal);
            string renamed = isText ? Constant().Replace(line, Renamed, 1) : Constant().Replace(line, Renamed);
            text.Append(isText ? Described(renamed, expressionOf) : renamed).Append('\n');
        }

        return text.Append($"{LikelyNode}!{{!\"branch_weights\", i32 1048575, i32 1}}\n").ToString();
    }

    private static string Renamed(Match constant) => $"@{Prefix}{constant.Groups[1].Value.Replace('.', '_')}";

    /// <summary>The runtime's description of the type that a name stands for.</summary>
    private static string Described(string line, Func<int, IlExpression> expressionOf)
    {
        if (Descriptor().Match(line) is not { Success: true } match)
        {
            return line;
        }

        int Number(string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        string[] said = expressionOf(Number("number")).Checks!.Split('\n')[Number("type")].Split(' ', 3);
        int size = Encoding.UTF8.GetByteCount(said[2]) + 1;
        string kind = said[0] == "65535" ? "-1" : said[0];
        return $"{match.Groups["head"].Value}constant {{ i16, i16, [{size} x i8] }} "
            + $"{{ i16 {kind}, i16 {said[1]}, [{size} x i8] c\"{IrText.Escape(said[2])}\\00\" }}";
    }

    [GeneratedRegex(@"\$N(\d+)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"@(\d+|\.src(?:\.\d+)?)(?![\w.])")]
    private static partial Regex Constant();

    [GeneratedRegex("""^(?<head>@.* = private unnamed_addr )constant .* c"'port_type_(?<number>\d+)_(?<type>\d+)'""")]
    private static partial Regex Descriptor();
}
