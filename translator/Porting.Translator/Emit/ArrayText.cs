using Porting.Clang.Ast;
using Porting.Translator.Names;

namespace Porting.Translator.Emit;

/// <summary>
/// How an array of C is made in an initialiser (rt.data.cs): <c>rt.array&lt;int&gt;([1, 2])</c>, <c>rt.pointers</c> for
/// pointers, and <c>rt.table</c> with a cast for what C# takes for no type argument.
/// </summary>
internal readonly record struct ArrayText(string Element, string Canonical)
{
    public static ArrayText Of(ProgramNames names, ArrayType array)
    {
        CType element = array.Element;
        while (element.Canonical is ArrayType inner)
        {
            element = inner.Element;
        }

        return new ArrayText(names.Type(element), names.Canonical(element));
    }

    /// <summary>The field's type: a pointer to the innermost elements.</summary>
    public string Pointer => $"{Element}*";

    private bool IsPointer => Canonical.EndsWith('*') || Canonical.StartsWith("delegate*", StringComparison.Ordinal);

    /// <summary>A pointer to what can be a type argument.</summary>
    private bool IsPlainPointer =>
        Canonical.EndsWith('*')
        && !Canonical.EndsWith("**", StringComparison.Ordinal)
        && Canonical != "void*"
        && !Canonical.StartsWith("delegate*", StringComparison.Ordinal);

    public string Zeros(long count) =>
        IsPlainPointer ? $"rt.pointers<{Canonical[..^1]}>(new {Canonical}[{count}])"
        : IsPointer ? $"({Pointer})rt.table(new {Element}[{count}])"
        : $"rt.array<{Element}>(new {Element}[{count}])";

    public string Open =>
        IsPlainPointer ? $"rt.pointers<{Canonical[..^1]}>(["
        : IsPointer ? $"({Pointer})rt.table(new {Element}[] {{ "
        : $"rt.array<{Element}>([";

    /// <param name="count">Of elements in all; null when all of them are written.</param>
    public string Close(long? count) =>
        $"{(IsPointer && !IsPlainPointer ? " }" : "]")}{(count is { } all ? $", {all}" : "")})";

    /// <summary>What an element is that nobody initialises.</summary>
    public string Zero => ZeroOf(Canonical);

    public static string ZeroOf(string canonical) =>
        canonical.EndsWith('*') || canonical.StartsWith("delegate*", StringComparison.Ordinal) ? "null"
        : canonical == "bool" ? "false"
        : canonical
            is "sbyte"
                or "byte"
                or "short"
                or "ushort"
                or "int"
                or "uint"
                or "long"
                or "ulong"
                or "float"
                or "double"
            ? "0"
        : "default";
}
