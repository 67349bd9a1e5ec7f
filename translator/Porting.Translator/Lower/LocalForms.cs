using Porting.Clang.Ast;
using Porting.Translator.Program;
using static Porting.Translator.Lower.CForms;

namespace Porting.Translator.Lower;

/// <summary>Questions to declarations of variables, which no function has to be known for.</summary>
internal static class LocalForms
{
    public static bool IsVariableLength(VarDecl variable) =>
        !variable.IsGlobal && variable.Type.Canonical is ArrayType { Size: < 0 };

    public static int Alignment(VarDecl variable) => Alignment(variable.Type, variable.AlignedTo);

    /// <summary>Beyond what the stack gives by itself.</summary>
    public static int Alignment(CType type, int wanted) =>
        Math.Max(wanted, Math.Max(type.Align, type.Canonical.Align)) is var align and > 4 ? align : 0;

    /// <summary>As a variable is. A vector is read as a whole, wherever it lies.</summary>
    public static bool IsBoxed(CompoundLiteralExpr literal) =>
        literal.Type.Canonical is not (ArrayType or VectorType) && Alignment(literal.Type, 0) > 0;

    /// <summary>A variable that C# cannot place as C wants it lives in aligned memory, and its name stands for a
    /// pointer.</summary>
    public static bool IsBoxed(VarDecl variable) =>
        !variable.IsGlobal
        && variable.Type.Canonical is not ArrayType
        && Alignment(variable) > 0
        && !IsLooseVector(variable);

    /// <summary>A vector that nobody has a pointer to may lie anywhere.</summary>
    private static bool IsLooseVector(VarDecl variable) =>
        variable is { Type.Canonical: VectorType, AlignedTo: 0, IsAddressTaken: false };

    /// <summary>Its memory is taken at the top of the function, so its name is one of the whole function.</summary>
    public static bool IsDeclaredOnTop(VarDecl variable) =>
        !variable.IsGlobal
        && (
            variable.Type.Canonical is ArrayType { Kind: ArrayKind.Constant }
            || IsBoxed(variable)
            || IsVariableLength(variable)
        );

    /// <summary><c>int x = x;</c>: in C a name is in scope in its own initialiser (C11 6.2.1p7), in C# not.</summary>
    public static bool RefersToItself(VarDecl variable) => Mentions(variable.Initializer!, variable);

    /// <summary>Whether evaluating it has to do with the object; <c>sizeof *p</c> has not.</summary>
    private static bool Mentions(Stmt value, VarDecl variable) =>
        value is DeclRefExpr { Decl: var decl }
            ? decl == variable
            : value is not TypeTraitExpr { Constant: not null }
                && BodyWalker.Children(value).Any(c => Mentions(c, variable));

    public static IReadOnlyList<FieldDecl> Initialized(RecordType record, InitListExpr list) =>
        !record.Decl.IsUnion ? list.Fields
        : list.UnionField is { } member ? [member]
        : [];

    /// <summary>Whether bytes or bits of a struct get no value from the list, also within its anonymous members, whose
    /// fields are its own in C#.</summary>
    public static bool LeavesOut(RecordType record, InitListExpr list) =>
        record.Decl.IsUnion
        || list.Elements.Any(e => e is ImplicitValueInitExpr)
        || record.Decl.Fields.Any(f => f.IsBitField)
        || Initialized(record, list)
            .Zip(list.Elements)
            .Any(part =>
                part.First is { IsAnonymous: true, Type.Canonical: RecordType inner }
                && Strip(part.Second) is InitListExpr innerList
                && LeavesOut(inner, innerList)
            );
}
