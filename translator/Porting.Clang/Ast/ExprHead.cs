namespace Porting.Clang.Ast;

/// <summary>What a sanitizer says of an operation that it looks at.</summary>
/// <param name="File">As messages name it.</param>
/// <param name="Types">As the runtime has them: kind, width and signedness, name.</param>
/// <param name="Cause">The attribute that asks for it, if one does.</param>
public sealed record CheckedPlace(
    string File,
    int Line,
    int Column,
    IReadOnlyList<string> Types,
    CheckedPlace? Cause = null
);

/// <summary>What every expression has.</summary>
/// <param name="IsBitField">The object designated is a bit-field.</param>
/// <param name="Constant">Value, when clang folds the expression to an arithmetic constant and it has no side
/// effects.</param>
/// <param name="MacroName">Name of the object-like macro whose expansion is exactly this expression (outermost one), else
/// null.</param>
/// <param name="Check">Null for what no sanitizer looks at.</param>
public readonly record struct ExprHead(
    Span Span,
    CType Type,
    bool IsLValue = false,
    bool IsBitField = false,
    ConstantValue? Constant = null,
    string? MacroName = null,
    CheckedPlace? Check = null
)
{
    /// <summary>Of an expression that is evaluated where it stands.</summary>
    public ExprHead WithoutValue => this with { Constant = null };
}
