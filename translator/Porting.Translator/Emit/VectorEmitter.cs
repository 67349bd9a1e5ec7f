using Porting.Translator.CSharp;
using Porting.Translator.Lower;
using Porting.Translator.Names;
using Porting.Translator.Text;

namespace Porting.Translator.Emit;

/// <summary>
/// Vector types (GCC manual, "Using Vector Instructions through Built-in Functions") as C# structs with operators that
/// work element by element, one for each element type and number of elements in use. A comparison gives a vector of
/// integers of the elements' size, all ones where it holds.
/// </summary>
internal sealed class VectorEmitter(OwnTypes types)
{
    public string CSharp(string rootNamespace)
    {
        if (types.Vectors.Count == 0)
        {
            return "";
        }

        CodeWriter output = new();
        output.Line("using System.Runtime;");
        output.Line("using System.Runtime.CompilerServices;");
        output.Line("using System.Runtime.InteropServices;");
        output.Blank();
        output.Line($"namespace {rootNamespace};");
        foreach ((string name, VectorShape shape) in types.Vectors)
        {
            output.Blank();
            new Writer(output, name, shape).Write();
        }

        return output.ToString();
    }

    private sealed class Writer(CodeWriter output, string name, VectorShape shape)
    {
        private readonly string _element = shape.Element;

        /// <summary>C# has the number, and arrays of it in structs.</summary>
        private readonly bool _isPlain = CsType.Of(shape.Element).Kind is not (TypeKind.BitInt or TypeKind.SmallFloat);

        private bool IsFloat => CsType.Of(_element).IsFloating;
        private string One => _isPlain ? "1" : $"({_element})1";

        public void Write()
        {
            output.Line($"[StructLayout(LayoutKind.Sequential, Pack = 4, Size = {shape.Size})]");
            output.Open($"internal unsafe struct {name}");
            output.Line(
                _isPlain ? $"private fixed {_element} part[{shape.Count}];" : $"private fixed byte part[{shape.Size}];"
            );
            output.Blank();
            WriteConstructors();
            foreach (string op in IsFloat ? (string[])["+", "-", "*", "/"] : ["+", "-", "*", "/", "%", "&", "|", "^"])
            {
                Each(
                    $"public static {name} operator {op}({name} a, {name} b)",
                    name,
                    $"({_element})({Part("a")} {op} {Part("b")})"
                );
            }

            if (!IsFloat)
            {
                Each(
                    $"public static {name} operator <<({name} a, {name} b)",
                    name,
                    $"({_element})({Part("a")} << (int){Part("b")})"
                );
                Each(
                    $"public static {name} operator >>({name} a, {name} b)",
                    name,
                    $"({_element})({Part("a")} >> (int){Part("b")})"
                );
                Each($"public static {name} operator ~({name} a)", name, $"({_element})~{Part("a")}");
            }

            Each(
                $"public static {name} operator -({name} a)",
                name,
                IsFloat || !_isPlain ? $"-{Part("a")}" : $"({_element})(0 - {Part("a")})"
            );
            Each($"public static {name} operator ++({name} a)", name, $"({_element})({Part("a")} + {One})");
            Each($"public static {name} operator --({name} a)", name, $"({_element})({Part("a")} - {One})");
            foreach (string op in (string[])["==", "!=", "<", ">", "<=", ">="])
            {
                Each(
                    $"public static {shape.Mask} operator {op}({name} a, {name} b)",
                    shape.Mask,
                    $"({shape.MaskElement})({Part("a")} {op} {Part("b")} ? -1 : 0)"
                );
            }

            output.Close();
        }

        private void WriteConstructors()
        {
            if (shape.Count <= 64)
            {
                output.Open(
                    $"public {name}({string.Join(", ", Enumerable.Range(0, shape.Count).Select(i => $"{_element} p{i}"))})"
                );
                for (int i = 0; i < shape.Count; i++)
                {
                    output.Line(
                        _isPlain ? $"part[{i}] = p{i};" : $"(({_element}*)Unsafe.AsPointer(ref this))[{i}] = p{i};"
                    );
                }

                output.Close();
            }

            output.Blank();
            output.Line("/// <summary>The same number in every element.</summary>");
            output.Line("[AlwaysInline]");
            Each($"public static {name} all({_element} value)", name, "value");
            output.Line(
                "/// <summary>Elements of one vector where the mask has a bit, of the other where it has none.</summary>"
            );
            output.Line("[AlwaysInline]");
            Each(
                $"public static {name} select({shape.Mask} mask, {name} a, {name} b)",
                name,
                $"(({shape.MaskElement}*)&mask)[i] != 0 ? {Part("a")} : {Part("b")}"
            );
        }

        private string Part(string vector) => _isPlain ? $"{vector}.part[i]" : $"(({_element}*)&{vector})[i]";

        private void Each(string head, string result, string value)
        {
            output.Open(head);
            output.Line($"Unsafe.SkipInit(out {result} made);");
            output.Line($"for (int i = 0; i < {shape.Count}; i++)");
            output.Line($"    (({(result == name ? _element : shape.MaskElement)}*)&made)[i] = {value};");
            output.Line("return made;");
            output.Close();
        }
    }
}
