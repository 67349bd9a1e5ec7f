using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using static Porting.Translator.Lower.ConstantConversions;

namespace Porting.Translator.Lower;

/// <summary>Values as values of another C# type: C's conversions are C#'s explicit ones, and none is written where C#
/// does it by itself.</summary>
internal static class Conversions
{
    /// <summary>
    /// The value as C# type <paramref name="target"/>: unchanged where C# converts by itself without changing the
    /// value's meaning, else with a cast (spelled <paramref name="spelling"/>).
    /// </summary>
    public static Ex To(Ex value, CsType target, CsType? spelling = null)
    {
        spelling ??= target;
        if (value.Type.IsNone && value.IsNull && target.IsInteger)
        {
            return Cs.Constant(0, target) with { IsLoose = target != CsType.Int };
        }

        if (value.Type == target || target == CsType.Void || value.Type.IsNone)
        {
            return value;
        }

        if (value.Type == CsType.Bool)
        {
            Ex number = Cs.Conditional(value, Cs.Number(1), Cs.Number(0), CsType.Int) with { Known = value.Known };
            return target.Kind is TypeKind.Int or TypeKind.Long ? number : To(number, target, spelling);
        }

        if (target == CsType.Bool)
        {
            return Test(value, "!=");
        }

        if (target.IsNumber)
        {
            return Cs.Cast(target, value) with { Type = target };
        }

        if (
            value.Node is CastNode { Type.Kind: TypeKind.UInt, Operand: SizeOfNode size }
            && (target.IsNarrow || target.Kind is TypeKind.Int or TypeKind.Long)
        )
        {
            return SizeAs(size, target, spelling);
        }

        if (target.IsAnyPointer)
        {
            return ToPointer(value, target, spelling);
        }

        if (value.Const is { } constant && !value.Type.IsFloating)
        {
            return ConstantTo(value, constant, target, spelling);
        }

        if (
            value is { Type.Kind: TypeKind.ULong, IsStable: true, Node: IntegerNode { Suffix: "UL" } }
            && !target.IsFloating
        )
        {
            // beyond what a long constant can hold
            return Cs.Unchecked(Cs.Cast(spelling, value)) with { Type = target, IsStable = true };
        }

        return Widens(value.Type, target) ? value with { Implicit = null } : CastTo(spelling, target, value);
    }

    /// <summary>C#'s own sizeof is an int.</summary>
    private static Ex SizeAs(SizeOfNode size, CsType target, CsType spelling)
    {
        Ex value = Cs.SizeOf(size.Type) with { IsStable = true };
        return target.Kind is TypeKind.Int or TypeKind.Long
            ? value
            : Cs.Cast(spelling, value) with
            {
                Type = target,
                IsStable = true,
            };
    }

    private static Ex ToPointer(Ex value, CsType target, CsType spelling)
    {
        if (value.Type == CsType.Char)
        {
            value = Cs.Cast(CsType.Int, value);
        }

        bool isImplicit = target == CsType.VoidPointer && value.Type.IsPointer;
        return isImplicit
            ? value with
            {
                Type = target,
                Natural = value.Natural ?? value.Type,
            }
            : Cs.Cast(spelling, Unsigned(value)) with
            {
                Type = target,
                IsStable = value.IsStable,
            };
    }

    /// <summary>A cast; what the C# compiler may find out to be a constant that does not fit is cast
    /// unchecked.</summary>
    public static Ex CastTo(CsType spelling, CsType target, Ex value)
    {
        if (
            value.Type.IsReal
            && (target.IsNarrow || target.Kind is TypeKind.Int or TypeKind.UInt)
            && !IsFittingConstant(value, target)
        )
        {
            Ex number = Cs.Call(
                target == CsType.UInt ? "rt.to_uint" : "rt.to_int",
                [value],
                target == CsType.UInt ? CsType.UInt : CsType.Int
            ) with
            {
                IsStable = value.IsStable,
            };
            return number.Type == target
                ? number
                : Cs.Cast(spelling, number) with
                {
                    Type = target,
                    IsStable = value.IsStable,
                };
        }

        bool isFloating = value.Type.IsFloating;
        bool loses =
            !target.IsFloating
            && (
                value.Known is { } known && !isFloating
                    ? !Fits(known, value.Type, target)
                    : isFloating && MayNotFit(value, target)
            );
        long? result =
            value.Known is { } plain && !value.Type.IsFloating && !target.IsFloating
                ? Folding.Wrapped(Folding.Exact(plain, value.Type), target)
                : null;
        bool isRounded = target.IsFloating && value.Type.IsWide;
        Ex cast = Cs.Cast(spelling, value) with
        {
            Type = target,
            IsStable = value.IsStable,
            Known = result,
            Implicit = isRounded ? value.Node : null,
        };
        return loses ? Cs.Unchecked(cast) with { IsStable = value.IsStable, Known = result } : cast;
    }

    public static Ex ForceTo(Ex value, CsType type) =>
        value.Type == CsType.Bool ? To(value, type)
        : value.Const < 0 && type.IsUnsigned ? To(value, type)
        : CastTo(type, type, value);

    /// <summary>A negative constant becomes a pointer through uint, so that the C# compiler sees no overflow.</summary>
    private static Ex Unsigned(Ex value) => value.Const < 0 ? Cs.Unchecked(Cs.Cast(CsType.UInt, value)) : value;

    /// <summary>C# computes on int what is narrower (C# specification, 12.4.7 "Numeric promotions").</summary>
    public static CsType PromotedType(CsType type) => type.IsPromoted ? CsType.Int : type;

    public static bool IsExact(Ex value, CsType type) => PromotedType(value.Type) == type && !value.IsLoose;

    /// <summary>The value such that C# operators see exactly this type.</summary>
    public static Ex Exact(Ex value, CsType type)
    {
        Ex converted = To(value, type);
        return IsExact(converted, type)
            ? converted
            : Cs.Cast(type, converted) with
            {
                Type = type,
                Const = converted.Const,
                IsStable = converted.IsStable,
            };
    }

    /// <summary>Operands that were widened by C's rules: when neither shows C# the type to compute in, one gets the
    /// cast.</summary>
    public static (Ex Left, Ex Right) Balanced(Ex left, Ex right, CsType type)
    {
        if (
            IsExact(left, type)
            || IsExact(right, type)
            || (left.Const != null && right.Const != null && !type.IsFloating)
        )
        {
            return Shown(left, right);
        }

        return left.Const == null ? (Exact(left, type), right) : (left, Exact(right, type));
    }

    /// <summary>Two operands of one type, of which one without its conversion where the other shows the type: <c>f &lt;
    /// (float)i</c> -> <c>f &lt; i</c>.</summary>
    public static (Ex Left, Ex Right) Shown(Ex left, Ex right) =>
        IsShown(left, right) ? (left, right.Wanted)
        : IsShown(right, left) ? (left.Wanted, right)
        : left.Implicit != null && right.Type == left.Type ? (left, right.Wanted)
        : (left, right);

    private static bool IsShown(Ex shows, Ex converted) => shows.Implicit == null && IsExact(shows, converted.Type);

    /// <summary>C# specification, 10.2.3 "Implicit numeric conversions".</summary>
    public static bool Widens(CsType from, CsType to) =>
        to == CsType.LongDouble
            ? from.IsKeyword && from != CsType.Bool
            : from.Kind switch
            {
                TypeKind.SByte => to.Kind
                    is TypeKind.Short
                        or TypeKind.Int
                        or TypeKind.Long
                        or TypeKind.Float
                        or TypeKind.Double,
                TypeKind.Byte => to.Kind
                    is TypeKind.Short
                        or TypeKind.UShort
                        or TypeKind.Int
                        or TypeKind.UInt
                        or TypeKind.Long
                        or TypeKind.ULong
                        or TypeKind.Float
                        or TypeKind.Double,
                TypeKind.Short => to.Kind is TypeKind.Int or TypeKind.Long or TypeKind.Float or TypeKind.Double,
                TypeKind.UShort or TypeKind.Char => to.Kind
                    is TypeKind.Int
                        or TypeKind.UInt
                        or TypeKind.Long
                        or TypeKind.ULong
                        or TypeKind.Float
                        or TypeKind.Double,
                TypeKind.Int => to.Kind is TypeKind.Long or TypeKind.Double,
                TypeKind.UInt => to.Kind is TypeKind.Long or TypeKind.ULong or TypeKind.Double,
                TypeKind.Float => to == CsType.Double,
                _ => false,
            };

    /// <summary>A number as C# arithmetic sees it: bool and char are made int.</summary>
    public static Ex Numeric(Ex value) => value.Type == CsType.Bool ? To(value, CsType.Int) : value;

    /// <summary>Indices of different types are added modulo 2^32, as addresses are.</summary>
    public static Ex AsInt(Ex index) =>
        index.Type == CsType.Int || index.Type.IsPromoted ? index : To(index, CsType.Int);

    /// <summary>value != 0, or value != null, or just the bool.</summary>
    public static Ex Test(Ex value, string op)
    {
        if (value.Type == CsType.Bool)
        {
            return op == "!=" ? value : Cs.Not(value);
        }

        if (value.Type.Kind == TypeKind.Complex || value.Type.IsNumber)
        {
            Ex isTrue = Cs.Member(value, ".", "is_true", CsType.Bool);
            return op == "!=" ? isTrue : Cs.Not(isTrue);
        }

        bool isPointer = value.Type.IsAnyPointer || value.Type.IsNone;
        long? known = value.IsNull
            ? op == "=="
                ? 1
                : 0
            : (value.Known ?? value.Const) is { } number
                ? (op == "!=") == (number != 0)
                    ? 1
                    : 0
                : null;
        return Cs.Binary(value, op, isPointer ? Cs.Null : Cs.Number(0, CsType.None), Prec.Equality, CsType.Bool) with
        {
            Known = known,
        };
    }

    /// <summary>Types that <c>Volatile</c> has accesses for; 64 bits take two, as in C.</summary>
    public static bool IsReadAtOnce(CsType type) => type.IsKeyword && type != CsType.Char;
}
