using Microsoft.CodeAnalysis.CSharp.Syntax;
using Porting.Clang.Ast;

namespace Porting.Translator.Names;

/// <summary>
/// How the entities of C are spelled in C#. Function lowering asks, the program model answers; ARCHITECTURE.md ("Names in C#") has the rules. Every answer is usable where the asking unit's class stands
/// (qualified already when a type or another class would capture the simple name).
/// </summary>
public interface INames
{
    /// <summary>The C# type for a C type in a declaration, cast or sizeof. Arrays as parameters have decayed before; an array type itself has no C# spelling and must not be asked for.</summary>
    TypeSyntax Type(CType type);

    /// <summary>Name of the member that stands for a field: the field itself, or the property of a bit-field or non-primitive array.</summary>
    string Field(FieldDecl field);

    /// <summary>How the field is stored, which decides what an access yields.</summary>
    FieldShape Shape(FieldDecl field);

    /// <summary>A global, static or static-local variable as an assignable expression; for arrays the pointer to the first element.</summary>
    ExpressionSyntax Variable(VarDecl variable);

    /// <summary>The address of such a variable, typed T* (for arrays, pointer to the first element).</summary>
    ExpressionSyntax AddressOf(VarDecl variable);

    /// <summary>What a direct call names: a method.</summary>
    ExpressionSyntax Function(FunctionDecl function);

    /// <summary>The C-convention entry of a function as a function-pointer value.</summary>
    ExpressionSyntax AddressOf(FunctionDecl function);

    ExpressionSyntax EnumConstant(EnumConstantDecl constant);

    /// <summary>The const member for an object-like macro if one exists with this value (its C# type in <paramref name="type"/>), else null.</summary>
    ExpressionSyntax? Macro(string name, ConstantValue value, out CType? type);

    /// <summary>Makes sure that variadic function <paramref name="function"/> has an overload for these promoted variable arguments, and returns what to call.</summary>
    ExpressionSyntax VariadicCallee(FunctionDecl function, IReadOnlyList<CType> variableArguments);

    /// <summary>Registers an inline assembly statement; the answer says which method to call and how its operands are passed.</summary>
    AsmCall Assembly(AsmStmt statement, FunctionDecl inFunction);

    /// <summary>Storage type for a local array: returns the element type and count for stackalloc; kept here so that naming of InlineArray types stays in one place.</summary>
    TypeSyntax PointerToElement(ArrayType array);
}

/// <summary>What <c>x.f</c> yields.</summary>
public enum FieldShape
{
    /// <summary>An ordinary field: assignable, addressable.</summary>
    Plain,
    /// <summary>A property: assignable, not addressable.</summary>
    BitField,
    /// <summary>A <c>fixed</c> buffer: yields a pointer to the first element.</summary>
    FixedBuffer,
    /// <summary>A pointer-valued property over inline storage: yields a pointer to the first element.</summary>
    ArrayProperty,
}

/// <summary>
/// The method that runs an inline assembly statement. Arguments in order: one per <see cref="Passing"/> entry. When ReturnsFirstOutput, the result is to be assigned to output 0.
/// </summary>
public sealed record AsmCall(ExpressionSyntax Method, bool ReturnsFirstOutput, IReadOnlyList<AsmArgument> Passing);

public enum AsmArgumentKind { InputValue, InputAddress, OutputAddress }

/// <summary>Operand Index counts outputs first, then inputs, as in the C statement. CastTo: the C# type the argument must have (uint, void*, ...).</summary>
public sealed record AsmArgument(int Index, AsmArgumentKind Kind, TypeSyntax CastTo);
