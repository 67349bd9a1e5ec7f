using Porting.Clang.Ast;

namespace Porting.Clang.Parse;

internal sealed partial class UnitReader
{
    private enum ExprTag : byte
    {
        Unknown,
        Integer,
        Character,
        Floating,
        String,
        DeclRef,
        Paren,
        Unary,
        Binary,
        CompoundAssign,
        Conditional,
        BinaryConditional,
        Opaque,
        Cast,
        Member,
        Subscript,
        Call,
        InitList,
        ImplicitValue,
        CompoundLiteral,
        TypeTrait,
        OffsetOf,
        VaArg,
        StmtExpr,
        AddrLabel,
        Selection,
        Atomic,
        InitUpdate,
        NoInit,
        ShuffleVector,
        ConvertVector,
        VectorElement,
        Imaginary,
    }

    private Expr ReadExpr(MessageReader reader)
    {
        ExprTag tag = (ExprTag)reader.Byte();
        Span span = ReadSpan(reader);
        CType type = Type(reader);
        byte flags = reader.Byte();
        ulong[]? words = null;
        ConstantValue? constant = reader.Byte() switch
        {
            1 => new ConstantValue(false, reader.Signed(), 0),
            2 => new ConstantValue(true, 0, reader.Real()),
            3 => new ConstantValue(true, 0, reader.Real())
            {
                Extended = new ExtendedFloat((ushort)reader.Count(), (ulong)reader.Signed()),
            },
            4 => ReadWords(reader, out words),
            _ => null,
        };
        ExprHead head = new(
            span,
            type,
            (flags & 1) != 0,
            (flags & 2) != 0,
            constant,
            NullIfEmpty(reader.String()),
            (flags & 4) != 0 ? ReadCheck(reader) : null
        );
        IReadOnlyList<MacroExpansion> expansions = ReadExpansions(reader, span);
        Expr expr =
            tag <= ExprTag.Member && tag != ExprTag.Unknown
                ? ReadSimple(reader, tag, head)
                : ReadCompound(reader, tag, head);
        expr.Expansions = expansions;
        expr.Words = words;
        return expr;
    }

    private static CheckedPlace ReadCheck(MessageReader reader) =>
        new(
            reader.String(),
            reader.Count(),
            reader.Count(),
            reader.Array(r => r.String()),
            reader.Boolean() ? new(reader.String(), reader.Count(), reader.Count(), []) : null
        );

    private static ConstantValue? ReadWords(MessageReader reader, out ulong[] words)
    {
        words = reader.Array(r => (ulong)r.Signed());
        return null;
    }

    private Expr ReadSimple(MessageReader reader, ExprTag tag, ExprHead h)
    {
        switch (tag)
        {
            case ExprTag.Integer:
                return new IntegerLiteral(h) { Value = reader.Signed(), Text = reader.String() };
            case ExprTag.Character:
                return new CharacterLiteral(h) { Value = reader.Signed(), Text = reader.String() };
            case ExprTag.Floating:
                return new FloatingLiteral(h) { Value = reader.Real(), Text = reader.String() };
            case ExprTag.String:
                return new StringLiteral(h.WithoutValue)
                {
                    Bytes = reader.Bytes(),
                    CharWidth = reader.Count(),
                    Id = reader.Count(),
                };
            case ExprTag.DeclRef:
                return new DeclRefExpr(h) { Decl = _decls[reader.Count()] };
            case ExprTag.Paren:
                return new ParenExpr(h) { Inner = ReadExpr(reader) };
            default:
                return ReadOperation(reader, tag, h);
        }
    }

    private Expr ReadOperation(MessageReader reader, ExprTag tag, ExprHead h)
    {
        switch (tag)
        {
            case ExprTag.Unary:
                return ReadUnary(reader, h);
            case ExprTag.Binary:
                return new BinaryExpr(h)
                {
                    Op = (BinaryOp)reader.Byte(),
                    Left = ReadExpr(reader),
                    Right = ReadExpr(reader),
                };
            case ExprTag.CompoundAssign:
                return new CompoundAssignExpr(h.WithoutValue)
                {
                    Op = (BinaryOp)reader.Byte(),
                    Left = ReadExpr(reader),
                    Right = ReadExpr(reader),
                    ComputationLeftType = Type(reader),
                    ComputationResultType = Type(reader),
                };
            case ExprTag.Conditional:
                return new ConditionalExpr(h)
                {
                    Condition = ReadExpr(reader),
                    Then = ReadExpr(reader),
                    Else = ReadExpr(reader),
                };
            case ExprTag.BinaryConditional:
                return new BinaryConditionalExpr(h)
                {
                    Common = ReadExpr(reader),
                    Condition = ReadExpr(reader),
                    Then = ReadExpr(reader),
                    Else = ReadExpr(reader),
                };
            case ExprTag.Opaque:
                return new OpaqueValueExpr(h.WithoutValue) { SourceId = reader.Count() };
            case ExprTag.Cast:
                return new CastExpr(h)
                {
                    Kind = (CastKind)reader.Byte(),
                    IsImplicit = reader.Boolean(),
                    ClangKind = reader.String(),
                    Operand = ReadExpr(reader),
                };
            default:
                return new MemberExpr(h)
                {
                    IsArrow = reader.Boolean(),
                    Field = (FieldDecl)_decls[reader.Count()],
                    Base = ReadExpr(reader),
                };
        }
    }
}
