using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary><c>x++</c>, <c>x op= y</c> on atomic objects, and GNU C's <c>__sync</c> and <c>__atomic</c> functions ->
/// methods of the runtime.</summary>
internal sealed class AtomicOperators(FunctionScope scope) : Construct(scope)
{
    public Ex Builtin(CallExpr call, (string Op, bool IsNew) atomic)
    {
        CType type = Strip(call.Arguments[0]).Type.Canonical is PointerType pointer ? pointer.Pointee : call.Type;
        Expr address = call.Arguments[0];
        while (address is CastExpr { IsImplicit: true } cast && cast.Operand.Type.Canonical is PointerType inner)
        {
            address = cast.Operand;
            type = inner.Pointee;
        }

        Ex[] values = InOrder([.. call.Arguments.Select((a, i) => (Func<Ex>)(() => Value(i == 0 ? address : a)))]);
        switch (atomic.Op)
        {
            case "exchange":
                return Atomics.AtomicCall("exchange", type, values[0], values[1]);
            case "release":
                return Atomics.AtomicCall("store", type, values[0], Cs.Number(0) with { Const = 0 }) with
                {
                    Type = CsType.None,
                };
            case "compare_bool":
                CsType basic = Atomics.AtomicType(type);
                return Cs.Binary(
                    Cs.Call(
                        "rt.compare_value",
                        basic,
                        [Cs.Cast(basic.Pointer, values[0]), To(values[1], basic), To(values[2], basic)],
                        basic
                    ),
                    "==",
                    To(values[1], basic),
                    Prec.Equality,
                    CsType.Bool
                );
            case "compare_value":
                return Atomics.AtomicCall("compare_value", type, values[0], values[1], values[2]);
            default:
                return Atomics.AtomicCall(
                    atomic.IsNew ? $"{atomic.Op}_fetch" : $"fetch_{atomic.Op}",
                    type,
                    values[0],
                    values[1]
                );
        }
    }

    /// <summary>++ and -- on an atomic object.</summary>
    public Ex Step(UnaryExpr unary, bool isIncrement, bool isPrefix, CsType type)
    {
        string op = isIncrement ? "add" : "sub";
        CType of = unary.Operand.Type;
        if (of.Canonical is PointerType { Pointee: var pointee })
        {
            return Atomics.AtomicCall(
                isPrefix ? $"{op}_fetch" : $"fetch_{op}",
                of,
                Address(unary.Operand),
                Cs.Number(Math.Max(1, pointee.Canonical.Size))
            );
        }

        if (unary.Check is { } check)
        {
            return Atomics.AtomicModify(
                of,
                Address(unary.Operand),
                old => Checks.Stepped(unary, check, old),
                wantsOld: !isPrefix
            );
        }

        return type == CsType.Bool
                ? Atomics.AtomicModify(
                    of,
                    Address(unary.Operand),
                    old => isIncrement ? Cs.Bool(true) : Cs.Not(old),
                    wantsOld: !isPrefix
                )
            : type.IsFloating
                ? Atomics.AtomicModify(
                    of,
                    Address(unary.Operand),
                    old => Cs.Binary(old, isIncrement ? "+" : "-", Cs.Number(1), Prec.Additive, type),
                    wantsOld: !isPrefix
                )
            : Atomics.AtomicCall(
                isPrefix ? $"{op}_fetch" : $"fetch_{op}",
                of,
                Address(unary.Operand),
                Cs.Number(1) with
                {
                    Const = 1,
                }
            );
    }

    /// <summary>op= on an atomic object: its new value.</summary>
    public Ex? Compound(CompoundAssignExpr assign)
    {
        string? op = assign.Op switch
        {
            BinaryOp.Add => "add",
            BinaryOp.Sub => "sub",
            BinaryOp.And => "and",
            BinaryOp.Or => "or",
            BinaryOp.Xor => "xor",
            _ => null,
        };
        if (assign.Left.Type.Canonical is PointerType)
        {
            return null;
        }

        if (
            op == null
            || assign.Check != null
            || Canonical(assign.Left.Type) == CsType.Bool
            || Canonical(assign.Left.Type).IsFloating
            || Canonical(assign.ComputationResultType).IsFloating
        )
        {
            CsType computation = Canonical(assign.ComputationResultType);
            CsType right = CompoundAssignments.RightType(assign, computation);
            Ex[] values = InOrder(() => Stable(Exact(Numeric(Value(assign.Right)), right)), () => Address(assign.Left));
            return Atomics.AtomicModify(
                assign.Left.Type,
                values[1],
                old =>
                    assign.Check != null
                        ? CompoundAssignments.Result(assign, old, values[0])
                        : Cs.Binary(
                            Exact(Numeric(old), computation),
                            Operator(assign.Op).Op,
                            values[0],
                            Operator(assign.Op).Prec,
                            computation
                        ),
                wantsOld: false
            );
        }

        Ex[] sides = InOrder(
            () => To(Numeric(Value(assign.Right)), Canonical(assign.Left.Type)),
            () => Address(assign.Left)
        );
        return Atomics.AtomicCall($"{op}_fetch", assign.Left.Type, sides[1], sides[0]);
    }
}
