using Porting.Clang.Ast;

namespace Porting.Translator.Macros;

/// <summary>Every kind of expression.</summary>
internal abstract partial class TreeRewriter
{
    private Expr BuiltExpr(Expr expr)
    {
        Span span = SpanOf(expr);
        switch (expr)
        {
            case DeclRefExpr e:
                Decl decl = DeclOf(e.Decl);
                _changed |= !ReferenceEquals(decl, e.Decl);
                return new DeclRefExpr
                {
                    Span = span,
                    Type = e.Type,
                    IsLValue = e.IsLValue,
                    IsBitField = e.IsBitField,
                    Constant = e.Constant,
                    MacroName = e.MacroName,
                    Decl = decl,
                };
            case ParenExpr e:
                Expr inner = Child(e.Inner);
                return new ParenExpr
                {
                    Span = span,
                    Type = e.Type,
                    IsLValue = e.IsLValue,
                    IsBitField = e.IsBitField,
                    Constant = Constant(e),
                    MacroName = Macro(e),
                    Inner = inner,
                };
            case UnaryExpr e:
                Expr operand = Child(e.Operand);
                return new UnaryExpr
                {
                    Span = span,
                    Type = e.Type,
                    IsLValue = e.IsLValue,
                    IsBitField = e.IsBitField,
                    Constant = Constant(e),
                    MacroName = Macro(e),
                    Op = e.Op,
                    Operand = operand,
                };
            case BinaryExpr e:
                Expr left = Child(e.Left),
                    right = Child(e.Right);
                return new BinaryExpr
                {
                    Span = span,
                    Type = e.Type,
                    IsLValue = e.IsLValue,
                    IsBitField = e.IsBitField,
                    Constant = Constant(e),
                    MacroName = Macro(e),
                    Op = e.Op,
                    Left = left,
                    Right = right,
                };
            case CompoundAssignExpr e:
                return new CompoundAssignExpr
                {
                    Span = span,
                    Type = e.Type,
                    IsLValue = e.IsLValue,
                    IsBitField = e.IsBitField,
                    Op = e.Op,
                    Left = Child(e.Left),
                    Right = Child(e.Right),
                    ComputationLeftType = e.ComputationLeftType,
                    ComputationResultType = e.ComputationResultType,
                };
            case ConditionalExpr e:
                Expr condition = Child(e.Condition),
                    then = Child(e.Then),
                    otherwise = Child(e.Else);
                return new ConditionalExpr
                {
                    Span = span,
                    Type = e.Type,
                    IsLValue = e.IsLValue,
                    Constant = Constant(e),
                    MacroName = Macro(e),
                    Condition = condition,
                    Then = then,
                    Else = otherwise,
                };
            case CastExpr e:
                Expr converted = Child(e.Operand);
                return new CastExpr
                {
                    Span = span,
                    Type = e.Type,
                    IsLValue = e.IsLValue,
                    IsBitField = e.IsBitField,
                    Constant = Constant(e),
                    MacroName = Macro(e),
                    Kind = e.Kind,
                    IsImplicit = e.IsImplicit,
                    Operand = converted,
                    ClangKind = e.ClangKind,
                };
            case MemberExpr e:
                return new MemberExpr
                {
                    Span = span,
                    Type = e.Type,
                    IsLValue = e.IsLValue,
                    IsBitField = e.IsBitField,
                    Constant = e.Constant,
                    MacroName = e.MacroName,
                    Base = Child(e.Base),
                    IsArrow = e.IsArrow,
                    Field = e.Field,
                };
            case SubscriptExpr e:
                return new SubscriptExpr
                {
                    Span = span,
                    Type = e.Type,
                    IsLValue = e.IsLValue,
                    MacroName = e.MacroName,
                    Base = Child(e.Base),
                    Index = Child(e.Index),
                };
            case CallExpr e:
                Expr callee = Child(e.Callee);
                Expr[] arguments = All(e.Arguments);
                return new CallExpr
                {
                    Span = span,
                    Type = e.Type,
                    IsLValue = e.IsLValue,
                    Constant = Constant(e),
                    MacroName = Macro(e),
                    Callee = callee,
                    Arguments = arguments,
                    Builtin = e.Builtin,
                    IsLibraryBuiltin = e.IsLibraryBuiltin,
                    Target = e.Target,
                    IsQuiet = e.IsQuiet,
                };
            case InitListExpr e:
                return new InitListExpr
                {
                    Span = span,
                    Type = e.Type,
                    IsLValue = e.IsLValue,
                    Elements = All(e.Elements),
                    ArrayFiller = OptionalChild(e.ArrayFiller),
                    UnionField = e.UnionField,
                    Fields = e.Fields,
                };
            case VaArgExpr e:
                return new VaArgExpr
                {
                    Span = span,
                    Type = e.Type,
                    IsLValue = e.IsLValue,
                    List = Child(e.List),
                };
            case StmtExpr e:
                return new StmtExpr
                {
                    Span = span,
                    Type = e.Type,
                    MacroName = e.MacroName,
                    Body = (CompoundStmt)Visit(e.Body),
                };
            case SelectionExpr e:
                Expr chosen = Child(e.Chosen);
                return new SelectionExpr
                {
                    Span = span,
                    Type = e.Type,
                    IsLValue = e.IsLValue,
                    Constant = Constant(e),
                    MacroName = Macro(e),
                    Chosen = chosen,
                };
            case AtomicExpr e:
                return new AtomicExpr
                {
                    Span = span,
                    Type = e.Type,
                    IsLValue = e.IsLValue,
                    MacroName = e.MacroName,
                    Op = e.Op,
                    Operands = All(e.Operands),
                };
            default:
                return expr; // literals; what is not evaluated; what macros with a method do not contain
        }
    }

    private ConstantValue? Constant(Expr expr) => _changed ? ConstantOf(expr) : expr.Constant;

    private string? Macro(Expr expr) => _changed ? null : expr.MacroName;
}
