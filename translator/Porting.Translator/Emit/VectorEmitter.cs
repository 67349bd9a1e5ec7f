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
        private bool IsFloat => CsType.Of(_element).IsFloating;

        public void Write()
        {
            output.Line($"[StructLayout(LayoutKind.Sequential, Pack = 4, Size = {shape.Size})]");
            output.Open($"internal unsafe struct {name}");
            output.Line($"private fixed {_element} part[{shape.Count}];");
            output.Blank();
            WriteConstructors();
            foreach (string op in IsFloat ? (string[])["+", "-", "*", "/"] : ["+", "-", "*", "/", "%", "&", "|", "^"])
            {
                Each(
                    $"public static {name} operator {op}({name} a, {name} b)",
                    name,
                    $"({_element})(a.part[i] {op} b.part[i])"
                );
            }

            if (!IsFloat)
            {
                Each(
                    $"public static {name} operator <<({name} a, {name} b)",
                    name,
                    $"({_element})(a.part[i] << (int)b.part[i])"
                );
                Each(
                    $"public static {name} operator >>({name} a, {name} b)",
                    name,
                    $"({_element})(a.part[i] >> (int)b.part[i])"
                );
                Each($"public static {name} operator ~({name} a)", name, $"({_element})~a.part[i]");
            }

            Each(
                $"public static {name} operator -({name} a)",
                name,
                IsFloat ? "-a.part[i]" : $"({_element})(0 - a.part[i])"
            );
            Each($"public static {name} operator ++({name} a)", name, $"({_element})(a.part[i] + 1)");
            Each($"public static {name} operator --({name} a)", name, $"({_element})(a.part[i] - 1)");
            foreach (string op in (string[])["==", "!=", "<", ">", "<=", ">="])
            {
                Each(
                    $"public static {shape.Mask} operator {op}({name} a, {name} b)",
                    shape.Mask,
                    $"({shape.MaskElement})(a.part[i] {op} b.part[i] ? -1 : 0)"
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
                    output.Line($"part[{i}] = p{i};");
                }

                output.Close();
            }

            output.Blank();
            output.Line("/// <summary>The same number in every element.</summary>");
            Each($"public static {name} all({_element} value)", name, "value");
            output.Line(
                "/// <summary>Elements of one vector where the mask has a bit, of the other where it has none.</summary>"
            );
            Each(
                $"public static {name} select({shape.Mask} mask, {name} a, {name} b)",
                name,
                $"(({shape.MaskElement}*)&mask)[i] != 0 ? a.part[i] : b.part[i]"
            );
        }

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
