using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using Porting.Translator.Program;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary><c>p(a)</c> -> <c>p(a)</c>; what C# has no call for -> a method that the back end makes of its C
/// signature.</summary>
internal sealed class PointerCalls(FunctionScope scope) : Construct(scope)
{
    /// <summary>A C function of another object: by its own method when it has a prototype, else by one for the types
    /// that this call passes.</summary>
    public Ex ForeignCall(CallExpr call, FunctionEntity function, CsType result)
    {
        FunctionType type = function.Decl.Type;
        bool isVariable = type.IsVariadic || !type.HasPrototype;
        int fixedCount = type.HasPrototype ? type.Parameters.Count : 0;
        CsType TypeOf(int i) => i < fixedCount ? Canonical(type.Parameters[i]) : Calls.Promoted(call.Arguments[i]);
        CType PassedAs(int i) => i < fixedCount ? type.Parameters[i] : call.Arguments[i].Type;
        Ex[] arguments = InOrder([
            .. call.Arguments.Select(
                (a, i) => (Func<Ex>)(() => Calls.Argument(a, TypeOf(i), isVariable: i >= fixedCount))
            ),
        ]);
        CSignature signature = CSignature.Of(
            call.Arguments.Select((_, i) => PassedAs(i)),
            type.Return,
            type.IsVariadic,
            type.Convention
        );
        if (signature.Refusal is { } refusal)
        {
            return Failed(refusal.Code, call, $"'{function.Name}' is called across objects, but {refusal.Reason}");
        }

        Context.Foreign.Add(
            new ForeignCall(
                function,
                [.. call.Arguments.Select((_, i) => TypeOf(i).Text)],
                Names.Canonical(type.Return),
                signature,
                isVariable
            )
        );
        Ex called = Cs.Call(Places.Unhidden(Names.Function(function, Class), function.ClassName), arguments, result);
        CsType made = Canonical(type.Return);
        // a library's function that the program declares with a type of its own
        return result == CsType.Void ? called with { Type = CsType.None }
            : made == result || made == CsType.Void ? called
            : To(called with { Type = made }, result);
    }

    /// <summary>A call that does not fit the definition: through the C entry, where C lets it pass.</summary>
    public Ex EntryCall(CallExpr call, FunctionEntity function, CsType result)
    {
        Ex[] arguments = InOrder([
            .. call.Arguments.Select(a => (Func<Ex>)(() => Calls.Argument(a, Calls.Promoted(a), isVariable: true))),
        ]);
        string[] types = [.. call.Arguments.Select(a => Calls.Promoted(a).Text)];
        CSignature signature = CSignature.Of(
            call.Arguments.Select(a => a.Type),
            function.Decl.Type.Return,
            isVariadic: true,
            function.Decl.Type.Convention
        );
        if (!signature.IsPlain)
        {
            ForeignCall indirect = new(null, types, result.Text, signature, false);
            Context.Foreign.Add(indirect);
            Ex entry = Cs.Name(Names.FunctionAddress(function, Class), CsType.VoidPointer);
            return Cs.Call(indirect.Method, arguments.Prepend(entry), result) with
            {
                Type = result == CsType.Void ? CsType.None : result,
            };
        }

        Ex pointer = Cs.Cast(
            CsType.Of(Names.FunctionPointer(function.Decl.Type, types)),
            Cs.Name(Names.FunctionAddress(function, Class), CsType.VoidPointer)
        );
        return Cs.Call(pointer, arguments, result) with { Type = result == CsType.Void ? CsType.None : result };
    }

    /// <summary>A call through a pointer; where the type has no prototype or variable arguments, the pointer is cast to
    /// the type that this call has.</summary>
    public Ex PointerCall(CallExpr call, CsType result)
    {
        Expr callee = Strip(call.Callee);
        while (callee is CastExpr { Kind: CastKind.FunctionToPointerDecay, Operand: var decayed })
        {
            Expr place = Strip(decayed);
            callee = place is UnaryExpr { Op: UnaryOp.Deref } deref ? Strip(deref.Operand) : place;
        }

        CType type = callee.Type.Canonical is PointerType pointer ? pointer.Pointee.Canonical : callee.Type.Canonical;
        return type is FunctionType function
            ? CallThrough(call, function, () => Value(callee), result)
            : Failed("PORT3000", call, "calls of blocks are not supported");
    }

    public Ex CallThrough(CallExpr call, FunctionType type, Func<Ex> callee, CsType result)
    {
        bool isExact = type.HasPrototype && !type.IsVariadic;
        Func<Ex>[] operands =
        [
            callee,
            .. call.Arguments.Select(
                (a, i) =>
                    (Func<Ex>)(
                        () =>
                            To(
                                Value(a),
                                isExact || i < type.Parameters.Count ? Canonical(type.Parameters[i]) : Calls.Promoted(a)
                            )
                    )
            ),
        ];
        Ex[] values = InOrder(operands);
        values[0] = Members.Typed(values[0], new PointerType { Pointee = type });
        CSignature signature = CSignature.Of(
            call.Arguments.Select((a, i) => isExact || i < type.Parameters.Count ? type.Parameters[i] : a.Type),
            type.Return,
            type.IsVariadic,
            type.Convention
        );
        if (signature.Refusal is { } refusal)
        {
            return Failed(refusal.Code, call, $"what is called through the pointer {refusal.Reason}");
        }

        string[] types =
        [
            .. call.Arguments.Select(
                (a, i) =>
                    isExact || i < type.Parameters.Count ? Names.Canonical(type.Parameters[i]) : Calls.Promoted(a).Text
            ),
        ];
        if (!signature.IsPlain)
        {
            // C# knows no registers, and not how C passes structs.
            ForeignCall indirect = new(null, types, Names.Canonical(type.Return), signature, false);
            Context.Foreign.Add(indirect);
            return Cs.Call(indirect.Method, values, result) with
            {
                Type = result == CsType.Void ? CsType.None : result,
            };
        }

        Ex pointer = isExact ? values[0] : Cs.Cast(CsType.Of(Names.FunctionPointer(type, types)), values[0]);
        return Cs.Call(pointer, values.Skip(1), result) with { Type = result == CsType.Void ? CsType.None : result };
    }
}
