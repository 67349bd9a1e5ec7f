namespace Porting.Clang.Ast;

/// <summary>What every expression has.</summary>
/// <param name="IsBitField">The object designated is a bit-field.</param>
/// <param name="Constant">Value, when clang folds the expression to an arithmetic constant and it has no side
/// effects.</param>
/// <param name="MacroName">Name of the object-like macro whose expansion is exactly this expression (outermost one), else
/// null.</param>
public readonly record struct ExprHead(
    Span Span,
    CType Type,
    bool IsLValue = false,
    bool IsBitField = false,
    ConstantValue? Constant = null,
    string? MacroName = null
)
{
    /// <summary>Of an expression that is evaluated where it stands.</summary>
    public ExprHead WithoutValue => this with { Constant = null };
}
