using System.Globalization;
using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary>Constants as constants of another C# type: C# converts an int constant by itself wherever it fits, and
/// refuses what does not.</summary>
internal static class ConstantConversions
{
    /// <summary>C# converts int constants implicitly wherever they fit; one that does not fit needs
    /// unchecked.</summary>
    public static Ex ConstantTo(Ex value, long constant, CsType target, CsType spelling)
    {
        (decimal low, decimal high) = Range(target);
        decimal exact = value.Type == CsType.ULong ? (ulong)constant : constant;
        if (target.IsFloating)
        {
            return ToFloating(value, exact, target, spelling);
        }

        if (exact < low || exact > high)
        {
            return Wrapped(value, constant, target, spelling);
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

    /// <summary>An integer for C#, which converts it by itself; one that is rounded is so now.</summary>
    private static Ex ToFloating(Ex value, decimal exact, CsType target, CsType spelling)
    {
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

    /// <summary>One that does not fit.</summary>
    private static Ex Wrapped(Ex value, long constant, CsType target, CsType spelling)
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

    /// <summary>Whether it is a literal that the target holds, so that C# converts it as C does.</summary>
    public static bool IsFittingConstant(Ex value, CsType target) =>
        IsConstant(value.Node) && !MayNotFit(value, target);

    /// <summary>Whether a floating value is a constant for the C# compiler that the target may not hold (undefined: C11
    /// 6.3.1.4): it is converted as at run time then.</summary>
    public static bool MayNotFit(Ex value, CsType target)
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

    public static bool Fits(long known, CsType type, CsType target)
    {
        decimal value = type == CsType.ULong ? (ulong)known : known;
        (decimal low, decimal high) = Range(target);
        return value >= low && value <= high;
    }

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

    public static bool IsPlain(Node number) =>
        number is IntegerNode { IsPlain: true } or UnaryNode { Op: "-", Operand: IntegerNode { IsPlain: true } };

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
