using System.Globalization;
using System.Text.RegularExpressions;
using Porting.Clang.Ast;
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
                return Ex.Primary("null", "") with { IsStable = true };
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
        string target = Canonical(cast.Type);
        // A constant that the cast changes is written with the cast, unchecked; one that it keeps is just the constant.
        Ex operand = Value(cast.Operand);
        if (
            cast.Operand.Type.Canonical is BuiltinType { Kind: BuiltinKind.Bool }
            && cast.Operand.Type.Canonical is not PointerType
            && operand.Type == "bool"
            && target != "bool"
        )
        {
            operand = To(operand, "int");
        }

        if (
            cast.Type.Canonical is PointerType
            && operand.Type is "sbyte" or "short" or "int" or "long"
            && operand.Const == null
        )
        {
            return Cs.Cast(Names.Type(cast.Type), operand) with { Type = target, IsStable = operand.IsStable };
        }

        return cast.IsImplicit ? To(operand, target) : To(operand, target, Names.Type(cast.Type));
    }

    /// <summary>
    /// The value as C# type <paramref name="target"/>: unchanged where C# converts by itself without changing the
    /// value's meaning, else with a cast (spelled <paramref name="spelling"/>).
    /// </summary>
    private static Ex To(Ex value, string target, string? spelling = null)
    {
        spelling ??= target;
        if (
            value.Type.Length == 0
            && value.Text == "null"
            && target is "sbyte" or "byte" or "short" or "ushort" or "int" or "uint" or "long" or "ulong"
        )
        {
            return Ex.Primary("0", target) with { Const = 0, IsStable = true, IsLoose = target != "int" };
        }

        if (value.Type == target || target == "void" || value.Type.Length == 0)
        {
            return value;
        }

        if (value.Type == "bool")
        {
            Ex number = new($"{value.At(Prec.Conditional + 1)} ? 1 : 0", Prec.Conditional, "int")
            {
                Known = value.Known,
            };
            return target is "int" or "long" ? number : To(number, target, spelling);
        }

        if (target == "bool")
        {
            return Test(value, "!=");
        }

        if (NumberShape.IsNumber(target))
        {
            return Cs.Cast(target, value) with { Type = target };
        }

        if (
            value.Text.StartsWith(UnsignedSize, StringComparison.Ordinal)
            && value.Prec == Prec.Unary
            && target is "sbyte" or "byte" or "short" or "ushort" or "int" or "long"
        )
        {
            // C#'s own sizeof is an int
            value = Ex.Primary(value.Text["(uint)".Length..], "int") with
            {
                IsStable = true,
            };
            return target is "int" or "long" ? value : Cs.Cast(spelling, value) with { Type = target, IsStable = true };
        }

        if (target.EndsWith('*') || target.StartsWith("delegate*", StringComparison.Ordinal))
        {
            if (value.Type == "char")
            {
                value = Ex.Primary($"(int){value.Text}", "int") with { Prec = Prec.Unary };
            }

            bool isImplicit = target == "void*" && value.Type.EndsWith('*');
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

        if (value.Const is { } constant && !Folding.IsFloating(value.Type))
        {
            return ConstantTo(value, constant, target, spelling);
        }

        if (
            value is { Type: "ulong", IsStable: true, Prec: Prec.Primary }
            && value.Text.EndsWith("UL", StringComparison.Ordinal)
            && !Folding.IsFloating(target)
        )
        {
            // beyond what a long constant can hold
            return Ex.Primary($"unchecked(({spelling}){value.Text})", target) with { IsStable = true };
        }

        return Widens(value.Type, target) ? value with { Implicit = null } : CastTo(spelling, target, value);
    }

    private const string UnsignedSize = "(uint)sizeof(";

    /// <summary>A cast; what the C# compiler may find out to be a constant that does not fit is cast
    /// unchecked.</summary>
    private static Ex CastTo(string spelling, string target, Ex value)
    {
        if (
            value.Type is "float" or "double"
            && target is "sbyte" or "byte" or "short" or "ushort" or "int" or "uint"
            && !IsFittingConstant(value, target)
        )
        {
            Ex number = Cs.Call(
                target == "uint" ? "rt.to_uint" : "rt.to_int",
                [value],
                target == "uint" ? "uint" : "int"
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

        bool isFloating = Folding.IsFloating(value.Type);
        bool loses =
            !Folding.IsFloating(target)
            && (
                value.Known is { } known && !isFloating
                    ? !Fits(known, value.Type, target)
                    : isFloating && MayNotFit(value, target)
            );
        long? result =
            value.Known is { } plain && !Folding.IsFloating(value.Type) && !Folding.IsFloating(target)
                ? Folding.Wrapped(Folding.Exact(plain, value.Type), target)
                : null;
        bool isRounded = Folding.IsFloating(target) && value.Type is "int" or "uint" or "long" or "ulong";
        Ex cast = Cs.Cast(spelling, value) with
        {
            Type = target,
            IsStable = value.IsStable,
            Known = result,
            Implicit = isRounded ? (value.Text, value.Prec) : null,
        };
        return loses
            ? Ex.Primary($"unchecked({cast.Text})", target) with
            {
                IsStable = value.IsStable,
                Known = result,
            }
            : cast;
    }

    /// <summary>Whether it is a literal that the target holds, so that C# converts it as C does.</summary>
    private static bool IsFittingConstant(Ex value, string target) =>
        ConstantText().IsMatch(value.Text) && !MayNotFit(value, target);

    /// <summary>Whether a floating value is a constant for the C# compiler that the target may not hold (undefined: C11
    /// 6.3.1.4): it is converted as at run time then.</summary>
    private static bool MayNotFit(Ex value, string target)
    {
        if (!ConstantText().IsMatch(value.Text))
        {
            return false;
        }

        (decimal low, decimal high) = Range(target);
        return !(
            double.TryParse(
                value.Text.AsSpan().TrimEnd("dDfF"),
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out double number
            )
            && number > (double)low - 1
            && number < (double)high + 1
        );
    }

    /// <summary>Only literals, operators and casts to simple types.</summary>
    [GeneratedRegex(
        @"^(?>\((?:s?byte|u?short|u?int|u?long|float|double)\)|[0-9][0-9A-Za-z_.]*(?:(?<=[Ee])[+-][0-9]+[dDfF]?)?|[-+~!*/%&|^<>=?:() ])+$"
    )]
    private static partial Regex ConstantText();

    private static bool Fits(long known, string type, string target)
    {
        decimal value = type == "ulong" ? (ulong)known : known;
        (decimal low, decimal high) = Range(target);
        return value >= low && value <= high;
    }

    /// <summary>A negative constant becomes a pointer through uint, so that the C# compiler sees no overflow.</summary>
    private static Ex Unsigned(Ex value) =>
        value.Const < 0 ? Ex.Primary($"unchecked((uint){value.At(Prec.Unary)})", "uint") : value;

    /// <summary>C# converts int constants implicitly wherever they fit; one that does not fit needs
    /// unchecked.</summary>
    private static Ex ConstantTo(Ex value, long constant, string target, string spelling)
    {
        (decimal low, decimal high) = Range(target);
        decimal exact = value.Type == "ulong" ? (ulong)constant : constant;
        bool fits = exact >= low && exact <= high;
        if (Folding.IsFloating(target))
        {
            // An integer for C#, which converts it by itself; one that is rounded is so now.
            long limit =
                target == "float" ? 1L << 24
                : target == "double" ? 1L << 53
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
            long wrapped = target switch
            {
                "sbyte" => (sbyte)constant,
                "byte" => (byte)constant,
                "short" => (short)constant,
                "ushort" => (ushort)constant,
                "int" => (int)constant,
                "uint" => (uint)constant,
                _ => constant,
            };
            return Ex.Primary(
                $"unchecked(({spelling}){(value.Prec >= Prec.Unary && value.Text[0] != '-' ? value.Text : $"({value.Text})")})",
                target
            ) with
            {
                Const = target == "ulong" ? null : wrapped,
                Known = wrapped,
                IsStable = true,
            };
        }

        if (target == "int" && value is { Type: "uint", IsLoose: true })
        {
            return value with { Type = target, Known = constant, IsLoose = false }; // it is one for C#
        }

        bool isImplicit =
            value.Type == "int"
            || Widens(value.Type, target)
            || (value.Type == "char" && target is "int" or "uint" or "ushort" or "long" or "ulong");
        // Keep "u" out of the reader's way: 1 as uint is just 1.
        return isImplicit
            ? value with
            {
                Type = target,
                Known = constant,
                IsLoose = value.IsLoose || (value.Type != target && target is not "int"),
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
    private static string PromotedType(string type) =>
        type is "sbyte" or "byte" or "short" or "ushort" or "char" ? "int" : type;

    private static bool IsExact(Ex value, string type) => PromotedType(value.Type) == type && !value.IsLoose;

    /// <summary>The value such that C# operators see exactly this type.</summary>
    private static Ex Exact(Ex value, string type)
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
    private static (Ex Left, Ex Right) Balanced(Ex left, Ex right, string type)
    {
        if (
            IsExact(left, type)
            || IsExact(right, type)
            || (left.Const != null && right.Const != null && !Folding.IsFloating(type))
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

    private static (decimal Low, decimal High) Range(string type) =>
        type switch
        {
            "sbyte" => (sbyte.MinValue, sbyte.MaxValue),
            "byte" => (0, byte.MaxValue),
            "short" => (short.MinValue, short.MaxValue),
            "ushort" or "char" => (0, ushort.MaxValue),
            "int" => (int.MinValue, int.MaxValue),
            "uint" => (0, uint.MaxValue),
            "ulong" => (0, ulong.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };

    /// <summary>C# specification, 10.2.3 "Implicit numeric conversions".</summary>
    private static bool Widens(string from, string to) =>
        to == "long_double"
            ? from
                is "sbyte"
                    or "byte"
                    or "short"
                    or "ushort"
                    or "char"
                    or "int"
                    or "uint"
                    or "long"
                    or "ulong"
                    or "float"
                    or "double"
            : from switch
            {
                "sbyte" => to is "short" or "int" or "long" or "float" or "double",
                "byte" => to is "short" or "ushort" or "int" or "uint" or "long" or "ulong" or "float" or "double",
                "short" => to is "int" or "long" or "float" or "double",
                "ushort" or "char" => to is "int" or "uint" or "long" or "ulong" or "float" or "double",
                "int" => to is "long" or "double",
                "uint" => to is "long" or "ulong" or "double",
                "float" => to is "double",
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
            return Value(inner) with { Text = Unhidden(_context.VariableAddress(entity, _class), entity.ClassName) };
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
            return Value(place);
        }

        string type = Canonical(place.Type);
        return type.EndsWith('*') || type.StartsWith("delegate*", StringComparison.Ordinal)
                ? Cs.Cast(
                    Names.Type(place.Type),
                    Ex.Primary($"Volatile.Read(ref *(uint*){Address(place).At(Prec.Unary)})", "uint")
                ) with
                {
                    Type = type,
                }
            : IsReadAtOnce(type) ? Ex.Primary($"Volatile.Read(ref {Value(place).Text})", type)
            : Value(place);
    }

    /// <summary>Types that <c>Volatile</c> has accesses for; 64 bits take two, as in C.</summary>
    private static bool IsReadAtOnce(string type) =>
        type
            is "bool"
                or "sbyte"
                or "byte"
                or "short"
                or "ushort"
                or "int"
                or "uint"
                or "long"
                or "ulong"
                or "float"
                or "double";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
