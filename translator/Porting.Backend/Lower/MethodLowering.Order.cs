using System.Reflection.Metadata;
using Porting.Backend.Il;

namespace Porting.Backend.Lower;

/// <summary>
/// The order of what has no order. C# finds the place of an assignment before its value; clang makes a C assignment the
/// other way round (CodeGenFunction::EmitBinaryOperatorLValue), which keeps fewer registers and lets the ends of
/// branches be one. C leaves the order open (C11 6.5.16); in C#, nobody can tell where neither side has an effect. And a
/// struct that is an argument is copied by the call alone, where nothing between can change it.
/// </summary>
internal sealed partial class MethodLowering
{
    /// <summary>Of each value on the stack: where its code starts, and where the last effect was then.</summary>
    private readonly List<(int Start, int Fixed)> _starts = [];

    /// <summary>In front of each instruction: a value that it pushes where the stack ends now starts here.</summary>
    private void NoteStart()
    {
        int depth = _stack.Count;
        while (_starts.Count <= depth)
        {
            _starts.Add(default);
        }

        _starts[depth] = (_out.Position, _out.Fixed);
    }

    /// <summary>The value's code in front of the place's, which are the two on top of the stack.</summary>
    private void PutValueFirst()
    {
        int depth = _stack.Count - 2;
        if (depth < 0 || _isVolatile || Target.IsUnoptimized || _out.Bound > _starts[depth].Start)
        {
            return;
        }

        int place = _starts[depth].Start;
        (int value, int effect) = _starts[depth + 1];
        if (effect <= place && (_method.Owner.IsOfC || _out.Fixed <= place))
        {
            _out.Swap(place, value);
        }
    }

    /// <summary>The value that the current instruction pushes is taken by a call, and what is between only computes.
    /// </summary>
    private bool IsArgument()
    {
        int above = 0;
        for (int n = _at + 1; n < _body.Code.Count && !_leaders.Contains(_body.Code[n].Offset); n++)
        {
            Instruction i = _body.Code[n];
            if (i.Op is ILOpCode.Call)
            {
                (IlMethod callee, _) = _il.Method(i.Token, _context);
                return above < callee.ArgumentCount && (callee.BodyAddress != 0 || callee.Function is not null);
            }

            if (GrowthOf(i.Op) is not { } growth || above + growth < 0)
            {
                return false;
            }

            above += growth;
        }

        return false;
    }

    /// <summary>What instructions without effects push, less what they pop.</summary>
    private static int? GrowthOf(ILOpCode op) =>
        op switch
        {
            (>= ILOpCode.Ldarg_0 and <= ILOpCode.Ldloc_3) or ILOpCode.Ldarg_s or ILOpCode.Ldarg => 1,
            ILOpCode.Ldarga_s or ILOpCode.Ldarga or ILOpCode.Ldloc_s or ILOpCode.Ldloc => 1,
            ILOpCode.Ldloca_s or ILOpCode.Ldloca or ILOpCode.Ldnull or ILOpCode.Ldsfld or ILOpCode.Ldsflda => 1,
            (>= ILOpCode.Ldc_i4_m1 and <= ILOpCode.Ldc_r8) => 1,
            (>= ILOpCode.Ldind_i1 and <= ILOpCode.Ldind_ref) or ILOpCode.Ldobj or ILOpCode.Ldfld or ILOpCode.Ldflda =>
                0,
            (>= ILOpCode.Conv_i1 and <= ILOpCode.Conv_u8) or ILOpCode.Conv_u1 or ILOpCode.Conv_u2 => 0,
            ILOpCode.Conv_i or ILOpCode.Conv_u or ILOpCode.Neg or ILOpCode.Not => 0,
            ILOpCode.Add or ILOpCode.Sub or ILOpCode.Mul or ILOpCode.And or ILOpCode.Or or ILOpCode.Xor => -1,
            ILOpCode.Shl or ILOpCode.Shr or ILOpCode.Shr_un => -1,
            _ => null,
        };
}
