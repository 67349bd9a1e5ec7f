using System.Globalization;
using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Translator.Lower;

internal sealed partial class FunctionLowering
{
    private Ex Cast(CastExpr cast)
    {
        if (!cast.IsImplicit)
        {
            EvaluateCounts(cast.Type);
        }

        switch (cast.Kind)
        {
            case CastKind.LValueToRValue:
                return Load(cast.Operand);
            case CastKind.NoOp
            or CastKind.AtomicToNonAtomic
            or CastKind.NonAtomicToAtomic when cast.Type.Canonical is not VectorType:
                return cast.Type.Canonical is PointerType
                    ? To(Value(cast.Operand), Canonical(cast.Type))
                    : Value(cast.Operand);
            case CastKind.ArrayToPointerDecay:
                return Decayed(cast.Operand);
            case CastKind.FunctionToPointerDecay or CastKind.BuiltinFnToFnPtr:
                return To(
                    Value(Strip(cast.Operand) is UnaryExpr { Op: UnaryOp.Deref } deref ? deref.Operand : cast.Operand),
                    Canonical(cast.Type)
                );
            case CastKind.NullToPointer:
                HoistEffects([cast.Operand]); // of type nullptr_t
                return Cs.Null;
            case CastKind.ToVoid:
                return Value(cast.Operand);
            case CastKind.IntegralToBoolean or CastKind.PointerToBoolean or CastKind.FloatingToBoolean:
                return Condition(cast.Operand);
            case CastKind.Complex:
                return ComplexCast(cast);
            case CastKind.VectorSplat:
                return Splat(cast);
            case CastKind.BitCast
            or CastKind.LValueBitCast
            or CastKind.NoOp when cast.Type.Canonical is VectorType || cast.Operand.Type.Canonical is VectorType:
                return Reinterpret(cast);
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

    /// <summary>
    /// The value as C# type <paramref name="target"/>: unchanged where C# converts by itself without changing the
    /// value's meaning, else with a cast (spelled <paramref name="spelling"/>).
    /// </summary>
    private static Ex To(Ex value, CsType target, CsType? spelling = null)
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
            // C#'s own sizeof is an int
            value = Cs.SizeOf(size.Type) with
            {
                IsStable = true,
            };
            return target.Kind is TypeKind.Int or TypeKind.Long
                ? value
                : Cs.Cast(spelling, value) with
                {
                    Type = target,
                    IsStable = true,
                };
        }

        if (target.IsAnyPointer)
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

    /// <summary>A cast; what the C# compiler may find out to be a constant that does not fit is cast
    /// unchecked.</summary>
    private static Ex CastTo(CsType spelling, CsType target, Ex value)
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

    /// <summary>Whether it is a literal that the target holds, so that C# converts it as C does.</summary>
    private static bool IsFittingConstant(Ex value, CsType target) =>
        IsConstant(value.Node) && !MayNotFit(value, target);

    /// <summary>Whether a floating value is a constant for the C# compiler that the target may not hold (undefined: C11
    /// 6.3.1.4): it is converted as at run time then.</summary>
    private static bool MayNotFit(Ex value, CsType target)
    {
        if (!IsConstant(value.Node))
        {
            return false;
        }

        (decimal low, decimal high) = Range(target);
        return !(NumberOf(value.Node) is { } number && number > (double)low - 1 && number < (double)high + 1);
    }

    /// <summary>Only literals, operators and casts to simple types.</summary>
    private static bool IsConstant(Node node) =>
        node switch
        {
            IntegerNode or RealNode => true,
            UnaryNode { Op: "-" or "+" or "~" or "!" }
            or BinaryNode
            or ConditionalNode
            or ParenNode
            or CastNode
            {
                Type.Kind: TypeKind.SByte
                    or TypeKind.Byte
                    or TypeKind.Short
                    or TypeKind.UShort
                    or TypeKind.Int
                    or TypeKind.UInt
                    or TypeKind.Long
                    or TypeKind.ULong
                    or TypeKind.Float
                    or TypeKind.Double
            } => node.Children.All(IsConstant),
            _ => false,
        };

    /// <summary>The value of a literal in decimal notation, with or without a sign.</summary>
    private static double? NumberOf(Node node) =>
        node switch
        {
            UnaryNode { Op: "-" } negative => -NumberOf(negative.Operand),
            RealNode real => double.Parse(real.Digits, NumberStyles.Float, CultureInfo.InvariantCulture),
            IntegerNode { IsPlain: true } integer => double.Parse(integer.Digits, CultureInfo.InvariantCulture),
            _ => null,
        };

    private static bool Fits(long known, CsType type, CsType target)
    {
        decimal value = type == CsType.ULong ? (ulong)known : known;
        (decimal low, decimal high) = Range(target);
        return value >= low && value <= high;
    }

    /// <summary>A negative constant becomes a pointer through uint, so that the C# compiler sees no overflow.</summary>
    private static Ex Unsigned(Ex value) => value.Const < 0 ? Cs.Unchecked(Cs.Cast(CsType.UInt, value)) : value;

    /// <summary>C# converts int constants implicitly wherever they fit; one that does not fit needs
    /// unchecked.</summary>
    private static Ex ConstantTo(Ex value, long constant, CsType target, CsType spelling)
    {
        (decimal low, decimal high) = Range(target);
        decimal exact = value.Type == CsType.ULong ? (ulong)constant : constant;
        bool fits = exact >= low && exact <= high;
        if (target.IsFloating)
        {
            // An integer for C#, which converts it by itself; one that is rounded is so now.
            long limit =
                target == CsType.Float ? 1L << 24
                : target == CsType.Double ? 1L << 53
                : long.MaxValue;
            return exact >= -limit && exact <= limit
                ? value with
                {
                    Type = target,
                    Const = null,
                    IsLoose = true,
                }
                : CastTo(spelling, target, value with { Const = null });
        }

        if (!fits)
        {
            long wrapped = target.Kind switch
            {
                TypeKind.SByte => (sbyte)constant,
                TypeKind.Byte => (byte)constant,
                TypeKind.Short => (short)constant,
                TypeKind.UShort => (ushort)constant,
                TypeKind.Int => (int)constant,
                TypeKind.UInt => (uint)constant,
                _ => constant,
            };
            Ex shown = value.Node is UnaryNode { Op: "-" } ? Cs.Paren(value) : value;
            return new Ex(Cs.Unchecked(Cs.Cast(spelling, shown)).Node, target)
            {
                Const = target == CsType.ULong ? null : wrapped,
                Known = wrapped,
                IsStable = true,
            };
        }

        if (target == CsType.Int && value is { Type.Kind: TypeKind.UInt, IsLoose: true })
        {
            return value with { Type = target, Known = constant, IsLoose = false }; // it is one for C#
        }

        bool isImplicit =
            value.Type == CsType.Int
            || Widens(value.Type, target)
            || (
                value.Type == CsType.Char
                && target.Kind is TypeKind.Int or TypeKind.UInt or TypeKind.UShort or TypeKind.Long or TypeKind.ULong
            );
        // Keep "u" out of the reader's way: 1 as uint is just 1.
        return isImplicit
            ? value with
            {
                Type = target,
                Known = constant,
                IsLoose = value.IsLoose || (value.Type != target && target.Kind is not TypeKind.Int),
            }
            : Cs.Cast(spelling, value) with
            {
                Type = target,
                Const = constant,
                Known = constant,
                IsStable = true,
            };
    }

    /// <summary>C# computes on int what is narrower (C# specification, 12.4.7 "Numeric promotions").</summary>
    private static CsType PromotedType(CsType type) => type.IsPromoted ? CsType.Int : type;

    private static bool IsExact(Ex value, CsType type) => PromotedType(value.Type) == type && !value.IsLoose;

    /// <summary>The value such that C# operators see exactly this type.</summary>
    private static Ex Exact(Ex value, CsType type)
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
    private static (Ex Left, Ex Right) Balanced(Ex left, Ex right, CsType type)
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
    private static (Ex Left, Ex Right) Shown(Ex left, Ex right) =>
        IsShown(left, right) ? (left, right.Wanted)
        : IsShown(right, left) ? (left.Wanted, right)
        : left.Implicit != null && right.Type == left.Type ? (left, right.Wanted)
        : (left, right);

    private static bool IsShown(Ex shows, Ex converted) => shows.Implicit == null && IsExact(shows, converted.Type);

    private static (decimal Low, decimal High) Range(CsType type) =>
        type.Kind switch
        {
            TypeKind.SByte => (sbyte.MinValue, sbyte.MaxValue),
            TypeKind.Byte => (0, byte.MaxValue),
            TypeKind.Short => (short.MinValue, short.MaxValue),
            TypeKind.UShort or TypeKind.Char => (0, ushort.MaxValue),
            TypeKind.Int => (int.MinValue, int.MaxValue),
            TypeKind.UInt => (0, uint.MaxValue),
            TypeKind.ULong => (0, ulong.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };

    /// <summary>C# specification, 10.2.3 "Implicit numeric conversions".</summary>
    private static bool Widens(CsType from, CsType to) =>
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

    /// <summary>An array as the pointer to its first element; string literals and array members are that
    /// already.</summary>
    private Ex Decayed(Expr array)
    {
        Expr inner = Strip(array);
        if (NamedArray(inner) is { Decl: VarDecl variable })
        {
            VariableEntity entity = _context.Program.Variable(variable);
            if (OtherType(variable, entity) is { } declared)
            {
                return SeenAddress(entity, declared, variable.Type);
            }

            return Value(inner) with
            {
                Node = new NameNode(Unhidden(_context.VariableAddress(entity, _class), entity.ClassName)),
            };
        }

        if (KnownAddress(inner) is { } known)
        {
            CType element = ((ArrayType)inner.Type.Canonical).Element;
            while (element.Canonical is ArrayType rows)
            {
                element = rows.Element;
            }

            return At(known, PointerTo(element));
        }

        return inner is MemberExpr member ? Member(member, addressable: true) : Value(inner);
    }

    /// <summary>Reading a place; volatile ones through Volatile, so that the compiler reads as often as C
    /// says.</summary>
    private Ex Load(Expr place)
    {
        if (IsAtomic(place.Type) && place.Type.Canonical is not ArrayType)
        {
            return AtomicCall("load", place.Type, Address(place));
        }

        if (!place.Type.IsVolatile || place.IsBitField)
        {
            return LoadedOther(place) ?? Value(place);
        }

        CsType type = Canonical(place.Type);
        return type.IsAnyPointer
                ? Cs.Cast(Written(place.Type), Cs.ReadVolatile(Cs.WordAt(Address(place)), CsType.UInt)) with
                {
                    Type = type,
                }
            : IsReadAtOnce(type) ? Cs.ReadVolatile(Value(place), type)
            : Value(place);
    }

    /// <summary>Types that <c>Volatile</c> has accesses for; 64 bits take two, as in C.</summary>
    private static bool IsReadAtOnce(CsType type) => type.IsKeyword && type != CsType.Char;

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
