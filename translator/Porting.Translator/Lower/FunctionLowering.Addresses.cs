using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Translator.Lower;

/// <summary>Addresses of places, and places that are found once.</summary>
internal sealed partial class FunctionLowering
{
    /// <summary><c>&amp;place</c>, typed as the pointer that C has.</summary>
    private Ex Address(Expr place)
    {
        place = Strip(place);
        CsType type = PointerTo(place.Type);
        if (KnownAddress(place) is { } known)
        {
            return At(known, type);
        }

        switch (place)
        {
            case DeclRefExpr { Decl: FunctionDecl }:
                return Value(place);
            case DeclRefExpr { Decl: VarDecl local } when IsBoxed(local):
                return Cs.Name(_locals.Of(local), type) with { IsStable = true };
            case DeclRefExpr { Decl: ParameterDecl parameter } when _stacked.TryGetValue(parameter, out string? at):
                return Cs.Name(at, type) with { IsStable = true };
            case DeclRefExpr { Decl: VarDecl { IsGlobal: true } variable }:
                VariableEntity entity = _context.Program.Variable(variable);
                return OtherType(variable, entity) is { } declared
                    ? SeenAddress(entity, declared, variable.Type)
                    : Cs.Name(_context.VariableAddress(entity, _class), type) with
                    {
                        IsStable = true,
                    };
            case UnaryExpr { Op: UnaryOp.Deref } deref:
                return Value(deref.Operand);
            case UnaryExpr { Op: UnaryOp.Real or UnaryOp.Imag } part when IsComplex(part.Operand.Type):
                return Cs.Unary(
                    "&",
                    Cs.Member(
                        Address(part.Operand),
                        "->",
                        part.Op == UnaryOp.Real ? "real" : "imag",
                        Canonical(part.Type)
                    ),
                    type
                );
            case SubscriptExpr { Type.Canonical: not ArrayType } subscript:
                return Cs.Unary("&", Subscript(subscript, isFollowed: false), type);
            case MemberExpr member when member.Type.Canonical is not ArrayType:
                return Cs.Unary("&", Member(member, addressable: true), type);
            case MemberExpr member:
                return Member(member, addressable: true);
            case CastExpr { Kind: CastKind.NoOp } cast:
                return Address(cast.Operand);
            case CompoundLiteralExpr literal:
                Ex value = Value(literal);
                return literal.Type.Canonical is ArrayType ? value : Cs.Unary("&", value, type);
            case StringLiteral or { Type.Canonical: ArrayType }:
                return Value(place);
            default:
                return Cs.Unary("&", Value(place), type);
        }
    }

    private CsType PointerTo(CType type) =>
        Canonical(
            new PointerType
            {
                Pointee = type,
                Size = 4,
                Align = 4,
            }
        );

    /// <summary>The address as a number, where it is one: <c>&amp;((struct s *)0)->f</c>, offsetof by hand. The
    /// compiler would look whether something is at the pointer.</summary>
    private static long? KnownAddress(Expr place) =>
        Strip(place) switch
        {
            MemberExpr { Field.IsBitField: false } member => (
                member.IsArrow ? KnownPointer(member.Base) : KnownAddress(member.Base)
            )
                + member.Field.BitOffset / 8,
            SubscriptExpr { Index.Constant: { IsFloat: false } index } element
                when element.Base.Type.Canonical is PointerType && element.Type.Canonical.Size > 0 => KnownPointer(
                element.Base
            )
                + index.Bits * element.Type.Canonical.Size,
            UnaryExpr { Op: UnaryOp.Deref } deref => KnownPointer(deref.Operand),
            _ => null,
        };

    private static long? KnownPointer(Expr pointer) =>
        Strip(pointer) switch
        {
            CastExpr { Kind: CastKind.NullToPointer } => 0,
            CastExpr { Kind: CastKind.IntegralToPointer, Operand.Constant: { IsFloat: false } number } => number.Bits,
            CastExpr { Kind: CastKind.BitCast or CastKind.NoOp } cast => KnownPointer(cast.Operand),
            CastExpr { Kind: CastKind.ArrayToPointerDecay } decay => KnownAddress(decay.Operand),
            UnaryExpr { Op: UnaryOp.AddressOf } address => KnownAddress(address.Operand),
            _ => null,
        };

    private static Ex At(long address, CsType type) =>
        Cs.Cast(type, Cs.Number((uint)address, CsType.UInt, address is >= 0 and <= int.MaxValue ? "" : "u")) with
        {
            IsStable = true,
        };

    /// <summary>A pointer that is followed has a type, also a null one.</summary>
    private Ex Typed(Ex pointer, CType type) => pointer.IsNull ? Cs.Paren(Cs.Cast(Canonical(type), Cs.Null)) : pointer;
}
