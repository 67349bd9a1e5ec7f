using System.Globalization;
using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using Porting.Translator.Text;

namespace Porting.Translator.Lower;

/// <summary>
/// Numbers that C# lacks: <c>5wb</c> -> <c>(_BitInt4)5</c>, <c>1.5f16</c> -> <c>(_Float16)1.5f</c>; what no number of
/// C# holds by its bits, <c>_BitInt128.of(...)</c>. Their operators are the structs' own
/// (<see cref="Emit.NumberEmitter"/>).
/// </summary>
internal sealed partial class FunctionLowering
{
    private Ex NumberLiteral(Expr literal, IReadOnlyList<ulong> words)
    {
        CsType type = Canonical(literal.Type);
        NumberShape shape = NumberShape.Of((BuiltinType)literal.Type.Canonical);
        Node? plain = literal is FloatingLiteral number
            ? double.IsFinite(number.Value)
                ? Real(number.Value, isFloat: true)
                : null
            : words.Skip(1).All(w => w == 0) && words[0] <= int.MaxValue
                ? Cs.Digits((long)words[0])
                : null;
        return plain == null
            ? Cs.Call($"{type}.of", shape.Parts(words).Select(p => Bits($"{p.Value:x}", p.Suffix)), type) with
            {
                IsStable = true,
            }
            : Cs.Cast(type, new Ex(plain, CsType.None)) with
            {
                IsStable = true,
            };
    }

    /// <summary>C#'s type for the value of a switch: the widest that C# has.</summary>
    private CsType SwitchType(SwitchStmt choice)
    {
        CsType type = Canonical(choice.Condition.Type);
        if (!type.IsNumber)
        {
            return type;
        }

        NumberShape shape = NumberShape.Of((BuiltinType)choice.Condition.Type.Canonical);
        if (shape.Bits > 64)
        {
            Error(
                "PORT3001",
                choice,
                $"a switch over '{shape.Spelling}' is not supported: C# has none of more than 64 bits"
            );
        }

        return shape.IsSigned ? CsType.Long : CsType.ULong;
    }
}
