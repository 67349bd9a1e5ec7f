using System.Text;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using Porting.Translator.Text;

namespace Porting.Translator.Emit;

/// <summary>
/// C's complex types (C11 6.2.5, annex G) as C# structs with operators, one for each element type in use. They compute
/// as clang does: a real operand stays real; a product whose parts are both not a number, and every quotient of
/// floating parts, is a call of the compiler's library (__muldc3, __divdc3), which sorts out infinities.
/// </summary>
internal sealed class ComplexEmitter(OwnTypes types)
{
    public static bool IsFloating(string element) => CsType.Of(element).IsFloating;

    /// <summary>The library's letter for a type: GCC's machine modes.</summary>
    private static string Mode(string element) =>
        element switch
        {
            "float" => "sc3",
            "double" => "dc3",
            _ => "xc3",
        };

    private static CSignature Signature(string element)
    {
        CValue part = element switch
        {
            "float" => new CValue(CPassing.Float, 4, 32, true),
            "double" => new CValue(CPassing.Double, 8, 64, true),
            _ => new CValue(CPassing.LongDouble, 12, 80, true),
        };
        CValue result =
            element == "float"
                ? new CValue(CPassing.Pair, 8, 0, false)
                : new CValue(CPassing.Record, 2 * part.Size, 0, false);
        return new CSignature([part, part, part, part], result);
    }

    /// <summary>The C# file; empty when nothing is complex.</summary>
    public string CSharp(string rootNamespace)
    {
        if (types.ComplexElements.Count == 0)
        {
            return "";
        }

        CodeWriter output = new();
        output.Line("using System.Runtime;");
        output.Line("using System.Runtime.CompilerServices;");
        output.Line("using System.Runtime.InteropServices;");
        output.Blank();
        output.Line($"namespace {rootNamespace};");
        foreach (string element in types.ComplexElements)
        {
            output.Blank();
            Write(output, element);
        }

        return output.ToString();
    }

    private static void Write(CodeWriter output, string element)
    {
        string type = "complex_" + element;
        output.Line("[StructLayout(LayoutKind.Sequential, Pack = 4)]");
        output.Open($"internal unsafe struct {type}");
        output.Line($"public {element} real;");
        output.Line($"public {element} imag;");
        output.Blank();
        output.Line($"public {type}({element} real, {element} imag) {{ this.real = real; this.imag = imag; }}");
        bool isSmall = CsType.Of(element).Kind == TypeKind.SmallFloat;
        string Number(string digit) => isSmall || element == "long_double" ? $"({element}){digit}" : digit;
        string zero = Number("0");
        output.Line($"public readonly bool is_true => real != {zero} || imag != {zero};");
        output.Blank();
        string cast = IsFloating(element) || element is "int" or "uint" or "long" or "ulong" ? "" : $"({element})";
        string Made(string real, string imag) =>
            cast.Length == 0 ? $"new {type}({real}, {imag})" : $"new {type}({cast}({real}), {cast}({imag}))";
        void Operator(string op, string parameters, string value) =>
            output.Line($"public static {type} operator {op}({parameters}) => {value};");
        string minus = Minus(element);
        Operator("-", $"{type} a", Made($"{minus}a.real", $"{minus}a.imag"));
        Operator("~", $"{type} a", Made("a.real", $"{minus}a.imag"));
        Operator("++", $"{type} a", Made($"a.real + {Number("1")}", "a.imag"));
        Operator("--", $"{type} a", Made($"a.real - {Number("1")}", "a.imag"));
        if (!isSmall) // else complex numbers of float compute
        {
            WriteArithmetic(output, element, type, zero, Made);
        }

        foreach ((string op, string join) in (ReadOnlySpan<(string, string)>)[("==", "&&"), ("!=", "||")])
        {
            output.Line(
                $"public static bool operator {op}({type} a, {type} b) => a.real {op} b.real {join} a.imag {op} b.imag;"
            );
            output.Line(
                $"public static bool operator {op}({type} a, {element} b) => a.real {op} b {join} a.imag {op} {zero};"
            );
            output.Line(
                $"public static bool operator {op}({element} a, {type} b) => a {op} b.real {join} b.imag {op} {zero};"
            );
        }

        output.Close();
    }

    private static string Minus(string element) => element is "uint" or "ulong" ? "0 - " : "-";

    private static void WriteArithmetic(
        CodeWriter output,
        string element,
        string type,
        string zero,
        Func<string, string, string> made
    )
    {
        void Operator(string op, string parameters, string value) =>
            output.Line($"public static {type} operator {op}({parameters}) => {value};");
        string minus = Minus(element);
        foreach (string op in (string[])["+", "-"])
        {
            Operator(op, $"{type} a, {type} b", made($"a.real {op} b.real", $"a.imag {op} b.imag"));
            Operator(op, $"{type} a, {element} b", made($"a.real {op} b", "a.imag"));
        }

        Operator("+", $"{element} a, {type} b", made("a + b.real", "b.imag"));
        Operator("-", $"{element} a, {type} b", made("a - b.real", $"{minus}b.imag"));
        Operator("*", $"{type} a, {element} b", made("a.real * b", "a.imag * b"));
        Operator("*", $"{element} a, {type} b", made("a * b.real", "a * b.imag"));
        Operator("/", $"{type} a, {element} b", made("a.real / b", "a.imag / b"));
        WriteProducts(output, element, type, zero, made);
    }

    private static void WriteLibraryProducts(CodeWriter output, string element, string type, string product)
    {
        foreach (string function in (string[])["mul", "div"])
        {
            output.Blank();
            output.Line(
                $"[MethodImpl(MethodImplOptions.InternalCall), Function(\"__{function}{Mode(element)}\", \"{Signature(element).ExactCode}\")]"
            );
            output.Line(
                $"private static extern {type} library_{function}({element} a, {element} b, {element} c, {element} d);"
            );
        }

        output.Blank();
        output.Open($"public static {type} operator *({type} a, {type} b)");
        output.Line($"{type} product = {product};");
        output.Line("if (product.real != product.real && product.imag != product.imag)");
        output.Line("    product = library_mul(a.real, a.imag, b.real, b.imag);");
        output.Line("return product;");
        output.Close();
        output.Blank();
        output.Line(
            $"public static {type} operator /({type} a, {type} b) => library_div(a.real, a.imag, b.real, b.imag);"
        );
    }

    private static void WriteProducts(
        CodeWriter output,
        string element,
        string type,
        string zero,
        Func<string, string, string> made
    )
    {
        if (!IsFloating(element))
        {
            output.Line(
                $"public static {type} operator *({type} a, {type} b) => {made("a.real * b.real - a.imag * b.imag", "a.real * b.imag + a.imag * b.real")};"
            );
            output.Open($"public static {type} operator /({type} a, {type} b)");
            output.Line($"{element} square = ({element})(b.real * b.real + b.imag * b.imag);");
            output.Line(
                $"return {made("(a.real * b.real + a.imag * b.imag) / square", "(a.imag * b.real - a.real * b.imag) / square")};"
            );
            output.Close();
            output.Line($"public static {type} operator /({element} a, {type} b) => new {type}(a, 0) / b;");
            return;
        }

        WriteLibraryProducts(
            output,
            element,
            type,
            made("a.real * b.real - a.imag * b.imag", "a.real * b.imag + a.imag * b.real")
        );
        output.Line($"public static {type} operator /({element} a, {type} b) => new {type}(a, {zero}) / b;");
    }
}
