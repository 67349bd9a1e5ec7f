using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary><c>(T)x</c>, and the casts that C makes by itself -> <c>(T)x</c> where C# needs it.</summary>
internal sealed class Casts(FunctionScope scope) : Construct(scope)
{
    public Ex Cast(CastExpr cast)
    {
        if (!cast.IsImplicit)
        {
            Lengths.EvaluateCounts(cast.Type);
        }

        switch (cast.Kind)
        {
            case CastKind.LValueToRValue when cast.Check != null:
                return CheckedAccesses.Truth(cast);
            case CastKind.FloatingToIntegral when cast is { Check: { } check, Constant: null }:
                return CheckedAccesses.Converted(Value(cast.Operand), check, cast.Operand.Type, cast.Type);
            case CastKind.LValueToRValue:
                return Places.Load(cast.Operand);
            case CastKind.NoOp
            or CastKind.AtomicToNonAtomic
            or CastKind.NonAtomicToAtomic when cast.Type.Canonical is not VectorType:
                return cast.Type.Canonical is PointerType
                    ? To(Value(cast.Operand), Canonical(cast.Type))
                    : Value(cast.Operand);
            case CastKind.ArrayToPointerDecay:
                return Places.Decayed(cast.Operand);
            case CastKind.FunctionToPointerDecay or CastKind.BuiltinFnToFnPtr:
                return To(
                    Value(Strip(cast.Operand) is UnaryExpr { Op: UnaryOp.Deref } deref ? deref.Operand : cast.Operand),
                    Canonical(cast.Type)
                );
            case CastKind.NullToPointer:
                Effects.HoistEffects([cast.Operand]); // of type nullptr_t
                return Cs.Null;
            case CastKind.ToVoid:
                return Value(cast.Operand);
            case CastKind.IntegralToBoolean or CastKind.PointerToBoolean or CastKind.FloatingToBoolean:
                return Condition(cast.Operand);
            case CastKind.Complex:
                return ComplexNumbers.Cast(cast);
            case CastKind.VectorSplat:
                return Vectors.Splat(cast);
            case CastKind.BitCast
            or CastKind.LValueBitCast
            or CastKind.NoOp when cast.Type.Canonical is VectorType || cast.Operand.Type.Canonical is VectorType:
            case CastKind.Bytes:
                return Vectors.Reinterpret(cast);
            case CastKind.FloatingCast when cast.Type.Canonical is VectorType:
                return Vectors.ConvertVector(cast.Operand, cast.Type);
            case CastKind.ToUnion:
                return UnionOf(cast);
            case CastKind.LValueBitCast or CastKind.Other:
                return Failed("PORT3040", cast, $"conversions of kind {cast.ClangKind} are not supported");
            default:
                return Convert(cast);
        }
    }

    /// <summary>Arithmetic and pointer conversions: C's rule is C#'s unchecked explicit conversion, and none is written
    /// where C# does it by itself.</summary>
    private Ex Convert(CastExpr cast)
    {
        CsType target = Canonical(cast.Type);
        // A constant that the cast changes is written with the cast, unchecked; one that it keeps is just the constant.
        Ex operand = Value(cast.Operand);
        if (
            cast.Operand.Type.Canonical is BuiltinType { Kind: BuiltinKind.Bool }
            && cast.Operand.Type.Canonical is not PointerType
            && operand.Type == CsType.Bool
            && target != CsType.Bool
        )
        {
            operand = To(operand, CsType.Int);
        }

        if (cast.Type.Canonical is PointerType && operand.Type.IsSigned && operand.Const == null)
        {
            return Cs.Cast(Written(cast.Type), operand) with { Type = target, IsStable = operand.IsStable };
        }

        return cast.IsImplicit ? To(operand, target) : To(operand, target, Written(cast.Type));
    }

    /// <summary><c>(union u)x</c> (GCC manual, "Cast to Union"): an unnamed local of which the member of x's type, as
    /// all members, begins at the start. What x does not fill is zero.</summary>
    private Ex UnionOf(CastExpr cast)
    {
        Ex value = To(Value(cast.Operand), Canonical(cast.Operand.Type));
        Ex made = Cs.Name(NewTemporary(), Canonical(cast.Type)) with { IsStable = true };
        Ex address = Cs.Unary("&", made, made.Type.Pointer);
        Hoist(Locals.Uninitialized(Written(cast.Type), made.Text));
        if (cast.Operand.Type.Canonical.Size < cast.Type.Canonical.Size)
        {
            Initializers.HoistZero(address, Cs.UnsignedSizeOf(Written(cast.Type)));
        }

        CsType member = Written(cast.Operand.Type);
        Hoist(Cs.Assign(Cs.Unary("*", Cs.Cast(member.Pointer, address), member), "=", value));
        return made;
    }
}
