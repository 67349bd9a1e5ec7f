using Porting.Translator.Names;
using Porting.Translator.Text;

namespace Porting.Translator.Emit;

/// <summary>
/// Types of numbers that C# lacks as C# structs with operators, one for each in use: <c>_BitInt(N)</c> (C23 6.2.5), and
/// <c>_Float16</c>, <c>__bf16</c>, <c>__fp16</c> (clang language extensions, "Half-Precision Floating Point"). An operator is C's on the same operands, which clang compiles.
/// </summary>
internal sealed class NumberEmitter(OwnTypes types)
{
    private static readonly (string CSharp, string C)[] Plain =
    [
        ("sbyte", "signed char"),
        ("byte", "unsigned char"),
        ("short", "short"),
        ("ushort", "unsigned short"),
        ("int", "int"),
        ("uint", "unsigned int"),
        ("long", "long long"),
        ("ulong", "unsigned long long"),
        ("float", "float"),
        ("double", "double"),
    ];

    public string CSharp(string rootNamespace)
    {
        if (types.Numbers.Count + types.PaddedRecords.Count == 0)
        {
            return "";
        }

        CodeWriter output = new();
        output.Line("using System.Runtime;");
        output.Line("using System.Runtime.CompilerServices;");
        output.Line("using System.Runtime.InteropServices;");
        output.Blank();
        output.Line($"namespace {rootNamespace};");
        foreach (NumberShape shape in types.Numbers.Values)
        {
            output.Blank();
            Write(output, shape);
        }

        foreach ((string name, long size) in types.PaddedRecords)
        {
            output.Blank();
            output.Line("/// <summary>An atomic object, which has padding that its value has not.</summary>");
            output.Line($"[StructLayout(LayoutKind.Sequential, Pack = 4)]");
            string part = size == 4 ? "uint" : "ulong";
            output.Line($"internal struct {name} {{ private {part} bits; }}");
        }

        return output.ToString();
    }

    private void Write(CodeWriter output, NumberShape shape)
    {
        (string part, int size) = shape.Part;
        int count = shape.Size / size;
        string type = shape.Name;
        output.Line($"/// <summary>C's {shape.Spelling}.</summary>");
        output.Line($"[StructLayout(LayoutKind.Sequential, Pack = {size})]");
        output.Open($"internal struct {type}");
        output.Line($"private {part} {string.Join(", ", Enumerable.Range(0, count).Select(i => $"p{i}"))};");
        output.Blank();
        output.Line("/// <summary>By its bits, the lowest part first.</summary>");
        output.Line("[AlwaysInline]");
        output.Open(
            $"public static {type} of({string.Join(", ", Enumerable.Range(0, count).Select(i => $"{part} p{i}"))})"
        );
        output.Line($"Unsafe.SkipInit(out {type} made);");
        for (int i = 0; i < count; i++)
        {
            output.Line($"made.p{i} = p{i};");
        }

        output.Line("return made;");
        output.Close();
        output.Blank();
        output.Line("public readonly bool is_true => this != default;");
        output.Blank();
        WriteOperators(output, shape);
        WriteConversions(output, shape);
        output.Close();
    }

    private static void Method(CodeWriter output, string head, string code, params string[] types) =>
        output.Line(
            $"[MethodImpl(MethodImplOptions.InternalCall), CExpression({FunctionFacts.Quoted(code)}, {FunctionFacts.Quoted(string.Join(';', types))})] public static extern {head};"
        );

    private static void WriteOperators(CodeWriter output, NumberShape shape)
    {
        (string type, string c) = (shape.Name, shape.Spelling);
        foreach (string op in shape.IsFloat ? (string[])["+", "-", "*", "/"] : ["+", "-", "*", "/", "%", "&", "|", "^"])
        {
            Method(output, $"{type} operator {op}({type} a, {type} b)", $"$0 {op} $1", c, c, c);
        }

        foreach (string op in shape.IsFloat ? (string[])[] : ["<<", ">>"])
        {
            Method(output, $"{type} operator {op}({type} a, int b)", $"$0 {op} $1", c, c, "int");
        }

        foreach (string op in (string[])["==", "!=", "<", ">", "<=", ">="])
        {
            Method(output, $"bool operator {op}({type} a, {type} b)", $"$0 {op} $1", "_Bool", c, c);
        }

        Method(output, $"{type} operator -({type} a)", "-$0", c, c);
        if (!shape.IsFloat)
        {
            Method(output, $"{type} operator ~({type} a)", "~$0", c, c);
        }

        Method(output, $"{type} operator ++({type} a)", "$0 + 1", c, c);
        Method(output, $"{type} operator --({type} a)", "$0 - 1", c, c);
    }

    private void WriteConversions(CodeWriter output, NumberShape shape)
    {
        IEnumerable<(string CSharp, string C)> plain = types.HasLongDouble
            ? Plain.Append(("long_double", "long double"))
            : Plain;
        foreach ((string other, string c) in plain)
        {
            Method(output, $"explicit operator {shape.Name}({other} a)", "$0", shape.Spelling, c);
            Method(output, $"explicit operator {other}({shape.Name} a)", "$0", c, shape.Spelling);
        }

        foreach (NumberShape other in types.Numbers.Values.Where(o => o != shape))
        {
            Method(output, $"explicit operator {shape.Name}({other.Name} a)", "$0", shape.Spelling, other.Spelling);
        }
    }
}
