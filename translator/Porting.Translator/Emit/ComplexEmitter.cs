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
            new Writer(output, element).Write();
        }

        return output.ToString();
    }

    /// <summary>The struct of one element type.</summary>
    private sealed class Writer(CodeWriter output, string element)
    {
        private readonly string _type = "complex_" + element;
        private readonly string _minus = element is "uint" or "ulong" ? "0 - " : "-";
        private readonly bool _isSmall = CsType.Of(element).Kind == TypeKind.SmallFloat;

        private string Zero => Number("0");

        private string Number(string digit) => _isSmall || element == "long_double" ? $"({element}){digit}" : digit;

        private string Made(string real, string imag) =>
            IsFloating(element) || element is "int" or "uint" or "long" or "ulong"
                ? $"new {_type}({real}, {imag})"
                : $"new {_type}(({element})({real}), ({element})({imag}))";

        private void Operator(string op, string parameters, string value) =>
            output.Line($"public static {_type} operator {op}({parameters}) => {value};");

        public void Write()
        {
            output.Line("[StructLayout(LayoutKind.Sequential, Pack = 4)]");
            output.Open($"internal unsafe struct {_type}");
            output.Line($"public {element} real;");
            output.Line($"public {element} imag;");
            output.Blank();
            output.Line($"public {_type}({element} real, {element} imag) {{ this.real = real; this.imag = imag; }}");
            output.Line($"public readonly bool is_true => real != {Zero} || imag != {Zero};");
            output.Blank();
            Operator("-", $"{_type} a", Made($"{_minus}a.real", $"{_minus}a.imag"));
            Operator("~", $"{_type} a", Made("a.real", $"{_minus}a.imag"));
            Operator("++", $"{_type} a", Made($"a.real + {Number("1")}", "a.imag"));
            Operator("--", $"{_type} a", Made($"a.real - {Number("1")}", "a.imag"));
            if (!_isSmall) // else complex numbers of float compute
            {
                WriteArithmetic();
            }

            WriteComparison("==", "&&");
            WriteComparison("!=", "||");
            output.Close();
        }

        private void WriteComparison(string op, string join)
        {
            string head = $"public static bool operator {op}";
            output.Line($"{head}({_type} a, {_type} b) => a.real {op} b.real {join} a.imag {op} b.imag;");
            output.Line($"{head}({_type} a, {element} b) => a.real {op} b {join} a.imag {op} {Zero};");
            output.Line($"{head}({element} a, {_type} b) => a {op} b.real {join} b.imag {op} {Zero};");
        }

        private void WriteArithmetic()
        {
            foreach (string op in (string[])["+", "-"])
            {
                Operator(op, $"{_type} a, {_type} b", Made($"a.real {op} b.real", $"a.imag {op} b.imag"));
                Operator(op, $"{_type} a, {element} b", Made($"a.real {op} b", "a.imag"));
            }

            Operator("+", $"{element} a, {_type} b", Made("a + b.real", "b.imag"));
            Operator("-", $"{element} a, {_type} b", Made("a - b.real", $"{_minus}b.imag"));
            Operator("*", $"{_type} a, {element} b", Made("a.real * b", "a.imag * b"));
            Operator("*", $"{element} a, {_type} b", Made("a * b.real", "a * b.imag"));
            Operator("/", $"{_type} a, {element} b", Made("a.real / b", "a.imag / b"));
            string product = Made("a.real * b.real - a.imag * b.imag", "a.real * b.imag + a.imag * b.real");
            if (IsFloating(element))
            {
                WriteLibraryProducts(product);
            }
            else
            {
                WriteProducts(product);
            }

            Operator("/", $"{element} a, {_type} b", $"new {_type}(a, {Zero}) / b");
        }

        private void WriteProducts(string product)
        {
            Operator("*", $"{_type} a, {_type} b", product);
            output.Open($"public static {_type} operator /({_type} a, {_type} b)");
            output.Line($"{element} square = ({element})(b.real * b.real + b.imag * b.imag);");
            string real = "(a.real * b.real + a.imag * b.imag) / square";
            string imag = "(a.imag * b.real - a.real * b.imag) / square";
            output.Line($"return {Made(real, imag)};");
            output.Close();
        }

        private void WriteLibraryProducts(string product)
        {
            foreach (string function in (string[])["mul", "div"])
            {
                output.Blank();
                output.Line(
                    $"[MethodImpl(MethodImplOptions.InternalCall), Function(\"__{function}{Mode(element)}\", \"{Signature(element).ExactCode}\")]"
                );
                output.Line(
                    $"private static extern {_type} library_{function}({element} a, {element} b, {element} c, {element} d);"
                );
            }

            output.Blank();
            output.Open($"public static {_type} operator *({_type} a, {_type} b)");
            output.Line($"{_type} product = {product};");
            output.Line("if (product.real != product.real && product.imag != product.imag)");
            output.Line("    product = library_mul(a.real, a.imag, b.real, b.imag);");
            output.Line("return product;");
            output.Close();
            output.Blank();
            Operator("/", $"{_type} a, {_type} b", "library_div(a.real, a.imag, b.real, b.imag)");
        }
    }
}
