using Porting.Clang.Ast;

namespace Porting.Translator.Assembly;

/// <summary>C types in C's own words, for expressions that clang compiles apart from the unit.</summary>
internal static class CSpelling
{
    /// <returns>A type that a typedef can name; null for structs, of which the text would have to have the
    /// members.</returns>
    public static string? Of(CType type) =>
        type.Canonical switch
        {
            BuiltinType builtin => builtin.Spelling,
            EnumType enumeration => Of(enumeration.Decl.IntegerType),
            ComplexType complex when Of(complex.Element) is { } element => $"_Complex {element}",
            VectorType vector when Of(vector.Element) is { } element => Vector(vector, element),
            PointerType pointer => $"{Pointee(pointer.Pointee)} *",
            _ => null,
        };

    private static string Vector(VectorType vector, string element) =>
        vector.Element.Canonical.Size * vector.Count == vector.Size
            ? $"{element} __attribute__((vector_size({vector.Size})))"
            : $"{element} __attribute__((ext_vector_type({vector.Count})))";

    /// <summary>Whatever cannot be said is memory.</summary>
    private static string Pointee(CType pointee) =>
        pointee.Canonical is BuiltinType { Kind: not BuiltinKind.VaList } or VectorType or ComplexType or EnumType
            ? Of(pointee) ?? "void"
            : "void";
}
