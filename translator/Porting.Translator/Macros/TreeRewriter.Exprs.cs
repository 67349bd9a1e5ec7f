using Porting.Clang.Ast;

namespace Porting.Translator.Macros;

/// <summary>Every kind of expression.</summary>
internal abstract partial class TreeRewriter
{
    private Expr BuiltExpr(Expr expr)
    {
        switch (expr)
        {
            case DeclRefExpr e:
                Decl decl = DeclOf(e.Decl);
                _changed |= !ReferenceEquals(decl, e.Decl);
                return new DeclRefExpr(KeptHead(e)) { Decl = decl };
            case ParenExpr e:
                Expr inner = Child(e.Inner);
                return new ParenExpr(Head(e)) { Inner = inner };
            case UnaryExpr e:
                Expr operand = Child(e.Operand);
                return new UnaryExpr(Head(e)) { Op = e.Op, Operand = operand };
            case BinaryExpr e:
                Expr left = Child(e.Left),
                    right = Child(e.Right);
                return new BinaryExpr(Head(e))
                {
                    Op = e.Op,
                    Left = left,
                    Right = right,
                };
            case CompoundAssignExpr e:
                Expr place = Child(e.Left),
                    operated = Child(e.Right);
                return new CompoundAssignExpr(Head(e))
                {
                    Op = e.Op,
                    Left = place,
                    Right = operated,
                    ComputationLeftType = e.ComputationLeftType,
                    ComputationResultType = e.ComputationResultType,
                };
            case ConditionalExpr e:
                Expr condition = Child(e.Condition),
                    then = Child(e.Then),
                    otherwise = Child(e.Else);
                return new ConditionalExpr(Head(e))
                {
                    Condition = condition,
                    Then = then,
                    Else = otherwise,
                };
            case CastExpr e:
                Expr converted = Child(e.Operand);
                return new CastExpr(Head(e))
                {
                    Kind = e.Kind,
                    IsImplicit = e.IsImplicit,
                    Operand = converted,
                    ClangKind = e.ClangKind,
                };
            default:
                return BuiltCompound(expr);
        }
    }

    private Expr BuiltCompound(Expr expr)
    {
        switch (expr)
        {
            case MemberExpr e:
                return new MemberExpr(KeptHead(e))
                {
                    Base = Child(e.Base),
                    IsArrow = e.IsArrow,
                    Field = e.Field,
                };
            case SubscriptExpr e:
                return new SubscriptExpr(KeptHead(e)) { Base = Child(e.Base), Index = Child(e.Index) };
            case CallExpr e:
                Expr callee = Child(e.Callee);
                Expr[] arguments = All(e.Arguments);
                return new CallExpr(Head(e))
                {
                    Callee = callee,
                    Arguments = arguments,
                    Builtin = e.Builtin,
                    IsLibraryBuiltin = e.IsLibraryBuiltin,
                    Target = e.Target,
                    IsQuiet = e.IsQuiet,
                };
            case InitListExpr e:
                Expr[] elements = All(e.Elements);
                Expr? filler = OptionalChild(e.ArrayFiller);
                return new InitListExpr(Head(e))
                {
                    Elements = elements,
                    ArrayFiller = filler,
                    UnionField = e.UnionField,
                    Fields = e.Fields,
                };
            case VaArgExpr e:
                Expr list = Child(e.List);
                return new VaArgExpr(Head(e)) { List = list };
            case StmtExpr e:
                return new StmtExpr(KeptHead(e)) { Body = (CompoundStmt)Visit(e.Body) };
            case SelectionExpr e:
                Expr chosen = Child(e.Chosen);
                return new SelectionExpr(Head(e)) { Chosen = chosen };
            case AtomicExpr e:
                return new AtomicExpr(KeptHead(e)) { Op = e.Op, Operands = All(e.Operands) };
            default:
                return expr; // literals; what is not evaluated; what macros with a method do not contain
        }
    }

    /// <summary>Of a node whose parts have been visited: with another part it has another value, and is no macro
    /// alone.</summary>
    private ExprHead Head(Expr e) =>
        KeptHead(e) with
        {
            Constant = _changed ? ConstantOf(e) : e.Constant,
            MacroName = _changed ? null : e.MacroName,
        };

    /// <summary>Of a node that is what it is whatever its parts are.</summary>
    private ExprHead KeptHead(Expr e) =>
        new(SpanOf(e), e.Type, e.IsLValue, e.IsBitField, e.Constant, e.MacroName, e.Check);
}
