using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using static Porting.Translator.Lower.ConstantConversions;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary><c>c ? a : b</c> -> <c>c ? a : b</c>, such that C# finds its type.</summary>
internal static class Choices
{
    /// <summary><c>c ? a : b</c> such that C# finds its type, whatever it is used for.</summary>
    public static Ex Choice(Ex condition, Ex whenTrue, Ex whenFalse, CsType type)
    {
        bool typeless = whenTrue.Type.IsNone && whenFalse.Type.IsNone;
        bool isNumber = type.IsWide || type.IsFloating;
        CsType? pointer = CommonPointer(whenTrue, whenFalse);
        bool shows = isNumber
            ? HaveCommonType(whenTrue.Type, whenFalse.Type) && (IsExact(whenTrue, type) || IsExact(whenFalse, type))
            : type != CsType.VoidPointer || pointer != null;
        if (whenTrue.IsCharacter != whenFalse.IsCharacter)
        {
            (whenTrue, whenFalse) = (
                BesideCharacter(whenTrue, whenFalse, type),
                BesideCharacter(whenFalse, whenTrue, type)
            );
        }

        (whenTrue, whenFalse) = (
            IsExact(whenFalse, type) ? WithoutCast(whenTrue) : whenTrue,
            IsExact(whenTrue, type) ? WithoutCast(whenFalse) : whenFalse
        );
        (whenTrue, whenFalse) = isNumber ? Shown(whenTrue, whenFalse) : (whenTrue, whenFalse);
        Ex first = typeless || !shows ? Cs.Cast(type, whenTrue) : whenTrue;
        Ex chosen = condition.Known == 0 ? whenFalse : whenTrue;
        Ex plain = Cs.Conditional(condition, whenTrue, whenFalse, type);
        bool isWidened =
            type.Is64Bits
            && !shows
            && HaveCommonType(whenTrue.Type, whenFalse.Type)
            && whenTrue.Const == null
            && whenFalse.Const == null;
        bool isNarrow =
            type == CsType.Int
            && whenTrue.Type == whenFalse.Type
            && whenTrue.Type.IsNarrow
            && first.Type == whenTrue.Type; // for C#, which computes on it as int
        return Cs.Conditional(condition, first, whenFalse, isNarrow ? whenTrue.Type : type) with
        {
            Known = condition.Known == null ? null : chosen.Known ?? chosen.Const,
            Uncast = isWidened ? plain.Node : null,
            Implicit = !isNumber && !shows ? plain.Node : null,
            Natural = shows && type == CsType.VoidPointer && pointer != type ? pointer : null,
        };
    }

    /// <summary>Whether C# finds a type for <c>c ? a : b</c>: among the small integers only where one converts to the
    /// other by itself (C# specification, 12.18).</summary>
    private static bool HaveCommonType(CsType one, CsType other) =>
        (one.Kind, other.Kind)
            is not (

                (TypeKind.SByte, TypeKind.Byte or TypeKind.UShort)
                or
                (TypeKind.Byte, TypeKind.SByte)
                or
                (TypeKind.UShort, TypeKind.SByte or TypeKind.Short)
                or
                (TypeKind.Short, TypeKind.UShort)
            );

    /// <summary>The type of <c>c ? a : b</c> in C# where both become <c>void*</c>; null where they have none in
    /// common.</summary>
    private static CsType? CommonPointer(Ex one, Ex other)
    {
        (CsType first, CsType second) = (one.Natural ?? one.Type, other.Natural ?? other.Type);
        return first == second || second.IsNone ? first
            : first.IsNone ? second
            : first == CsType.VoidPointer || second == CsType.VoidPointer ? CsType.VoidPointer
            : null;
    }

    /// <summary>A char literal has no type in common with small integers: <c>c ? 'a' : x</c> -> <c>c ? (int)'a' :
    /// x</c>.</summary>
    private static Ex BesideCharacter(Ex operand, Ex other, CsType type) =>
        operand.IsCharacter
        && (
            other.Type.Kind is TypeKind.SByte or TypeKind.Byte or TypeKind.Short
            // a constant that a cast or a name gives a narrow type
            || (other.Const != null && !IsPlain(other.Node))
        )
            ? Cs.Cast(type, operand) with
            {
                Const = operand.Const,
                IsStable = true,
            }
            : operand;

    /// <summary>The arm of a conditional whose other arm has the type already.</summary>
    private static Ex WithoutCast(Ex arm) =>
        arm is { Node: ConditionalNode, Uncast: { } plain } ? arm with { Node = plain } : arm;
}
