using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Program;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary>Builtins by the table (<see cref="Builtins"/>), by the C library's functions of their names, and by the
/// runtime's for memory.</summary>
internal sealed class LibraryBuiltins(FunctionScope scope) : Construct(scope)
{
    public Ex TableCall(CallExpr call)
    {
        if (LibraryFunction(call) is { } library)
        {
            return library.Origin == FunctionOrigin.Foreign
                ? PointerCalls.ForeignCall(
                    call,
                    library,
                    call.Type.Canonical is BuiltinType { Kind: BuiltinKind.Void } ? CsType.Void : Canonical(call.Type)
                )
                : Calls.DirectCall(call, library.Decl, Canonical(call.Type));
        }

        if (Builtins.Find(call.Builtin) is { } builtin)
        {
            CsType real = RealType(call.Arguments);
            Func<Ex>[] operands =
            [
                .. call.Arguments.Select(
                    (e, i) =>
                        (Func<Ex>)(
                            () =>
                                Passed(
                                    e,
                                    builtin.Parameters[i] == Builtins.RealParameter ? real : builtin.Parameters[i]
                                )
                        )
                ),
            ];
            return Cs.Call(builtin.Method, InOrder(operands), builtin.Result);
        }

        return call.Constant is { IsFloat: false } folded ? Literals.Literal(folded.Bits, call.Type)
            : call.Constant is { IsFloat: true } number ? Literals.Floating(number, call.Type)
            : ClangBuiltins.Call(call) ?? Failed("PORT3046", call, $"{call.Builtin} is not supported");
    }

    private Ex Passed(Expr argument, CsType type) =>
        type.IsPointer ? To(Value(argument), type) : Exact(Numeric(Value(argument)), type);

    /// <summary>The widest of the arguments' floating types.</summary>
    private CsType RealType(IReadOnlyList<Expr> arguments)
    {
        CsType[] types = [.. arguments.Select(a => Canonical(a.Type))];
        return types.Contains(CsType.LongDouble) ? CsType.LongDouble
            : types.Contains(CsType.Double) ? CsType.Double
            : CsType.Float;
    }

    /// <summary>The program's own definition of a function of memory, unless so few bytes are meant that clang has no
    /// call for them.</summary>
    public FunctionEntity? OwnFunction(CallExpr call) =>
        call.Arguments[2].Constant is { IsFloat: false, Bits: >= 0 and <= 64 } ? null
        : Context.Program.FindExternal(call.Builtin["__builtin_".Length..])
            is { Origin: FunctionOrigin.Generated or FunctionOrigin.Replaced } own
            ? own
        : null;

    /// <summary>__builtin_strlen and the like: in a hosted program the C library has them under the name behind the
    /// prefix, or the program itself.</summary>
    private FunctionEntity? LibraryFunction(CallExpr call)
    {
        const string Prefix = "__builtin_";
        if (
            Context.IsHosted
            && call is { Constant: null, Target: not null }
            && Builtins.Helper(call.Builtin) is { } helper
        )
        {
            return Library(helper, call.Target);
        }

        if (
            !Context.IsHosted
            || call.Constant != null
            || Builtins.Find(call.Builtin) != null
            || !call.IsLibraryBuiltin
            || call.Target == null
            || !call.Builtin.StartsWith(Prefix, StringComparison.Ordinal)
        )
        {
            return null;
        }

        return Library(call.Builtin[Prefix.Length..], call.Target);
    }

    private FunctionEntity Library(string name, FunctionDecl builtin) =>
        Context.Program.FindExternal(name) is { } known
            ? known
            : new FunctionEntity
            {
                Name = name,
                Key = name,
                Decl = builtin,
                IsStatic = false,
                Symbol = name,
                Origin = FunctionOrigin.Foreign,
                ClassName = "Foreign",
            };

    /// <summary>A method of the runtime without a value, where C's gives back its first argument.</summary>
    public Ex RuntimeCall(string name, CallExpr call, bool returnsFirst)
    {
        Ex[] values = InOrder(
            () => Value(call.Arguments[0]),
            () => To(Value(call.Arguments[1]), name == "fill" ? CsType.Int : CsType.VoidPointer),
            () => To(Value(call.Arguments[2]), CsType.UInt)
        );
        if (!returnsFirst || call == Scope.Statement)
        {
            return Cs.Call("rt." + name, values, returnsFirst ? CsType.None : CsType.Int);
        }

        values[0] = Save(To(values[0], Canonical(call.Type)));
        Hoist(Cs.Call("rt." + name, values, CsType.None));
        return values[0];
    }
}
