using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using Porting.Translator.Program;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary><c>f(a)</c> -> <c>f(a)</c>, each argument in the type of its parameter; variable ones in their promoted
/// types.</summary>
internal sealed class Calls(FunctionScope scope) : Construct(scope)
{
    public Ex Call(CallExpr call)
    {
        if (call.Check != null)
        {
            bool isGuard = call.Builtin is "__builtin_unreachable" or "__builtin_assume_aligned" || IsGuard(call);
            return isGuard ? Guards.Call(call) : CheckedAccesses.Builtin(call);
        }

        if (call.Builtin.Length > 0)
        {
            return BuiltinCalls.Call(call);
        }

        CsType result = call.Type.Canonical is BuiltinType { Kind: BuiltinKind.Void }
            ? CsType.Void
            : Canonical(call.Type);
        return call.Target is { } target && Strip(Unwrapped(call.Callee)) is DeclRefExpr { Decl: FunctionDecl }
            ? DirectCall(call, target, result)
            : PointerCalls.PointerCall(call, result);
    }

    public Ex DirectCall(CallExpr call, FunctionDecl target, CsType result)
    {
        FunctionEntity function = Context.Program.Function(target);
        if (function.Origin == FunctionOrigin.Dropped)
        {
            Error(
                "PORT2021",
                call,
                $"'{function.Name}' is dropped by handwritten code, but this translated code still calls it"
            );
        }

        FunctionType type = function.Decl.Type;
        int fixedCount =
            function.Decl.Parameters.Count > 0 || function.Decl.HasBody || type.HasPrototype
                ? Math.Max(type.Parameters.Count, function.Decl.Parameters.Count)
                : call.Arguments.Count;
        if (IsOutside(function))
        {
            return PointerCalls.ForeignCall(call, function, result);
        }

        if (Context.IsHosted && function is { Origin: FunctionOrigin.Generated, IsWeak: true })
        {
            Ex address = Cs.Name(Names.FunctionAddress(function, Class), CsType.Of(Names.FunctionPointer(type)));
            return PointerCalls.CallThrough(call, type, () => address with { IsStable = true }, result);
        }

        return Context.IsHosted && !function.IsVariadic && call.Arguments.Count < fixedCount
            ? PointerCalls.EntryCall(call, function, result)
            : MethodCall(call, function, fixedCount, result);
    }

    /// <summary>Another object's in a program; in a kernel assembler's, where a plain call would be what C# takes for
    /// the C convention.</summary>
    private bool IsOutside(FunctionEntity function) =>
        function.Origin == FunctionOrigin.Foreign
        && (
            Context.IsHosted
            || (
                function.Decl.Type is { HasPrototype: true, IsVariadic: false } type
                && !CSignature.Of(type.Parameters, type.Return, type.IsVariadic, type.Convention).IsPlain
            )
        );

    /// <param name="fixedCount">Parameters that have names.</param>
    private Ex MethodCall(CallExpr call, FunctionEntity function, int fixedCount, CsType result)
    {
        FunctionType type = function.Decl.Type;
        CsType ParameterType(int i) =>
            i < function.Decl.Parameters.Count ? Canonical(function.Decl.Parameters[i].PassedType)
            : i < type.Parameters.Count ? Canonical(type.Parameters[i])
            : Promoted(call.Arguments[i]);
        // What nobody takes, and empty structs, which have no room among variable arguments, are evaluated only.
        bool[] isPassed =
        [
            .. call.Arguments.Select(
                (a, i) => i < fixedCount || (function.IsVariadic && a.Type.Canonical is not RecordType { Size: 0 })
            ),
        ];
        Expr[] passed = [.. call.Arguments.Where((_, i) => isPassed[i])];
        Ex[] values = InOrder([
            .. call.Arguments.Select(
                (a, i) =>
                    (Func<Ex>)(
                        () =>
                            isPassed[i]
                                ? Argument(
                                    a,
                                    i < fixedCount ? ParameterType(i) : Promoted(a),
                                    isVariable: i >= fixedCount
                                )
                                : ForNothing(a)
                    )
            ),
        ]);
        // What a kernel's call leaves out has some value in C, too.
        Ex[] arguments =
        [
            .. values.Where((_, i) => isPassed[i]),
            .. Enumerable.Repeat(Cs.Default(CsType.None), Math.Max(0, fixedCount - call.Arguments.Count)),
        ];
        if (function.IsVariadic && function.Origin != FunctionOrigin.Foreign)
        {
            Context.Variadics.Add(
                function.IsStatic ? $"{function.File!.Path}:{function.Name}" : function.Name,
                passed.Skip(fixedCount).Select(a => Promoted(a).Text)
            );
        }

        string name = Places.Unhidden(Names.Function(function, Class), function.ClassName);
        Ex called = Cs.Call(name, arguments, result);
        bool isOther = result.IsAnyPointer && !Context.Program.Versions.IsEmpty && Canonical(type.Return) != result;
        return isOther
            ? To(called with { Type = Canonical(type.Return) }, result)
            : called with
            {
                Type = result == CsType.Void ? CsType.None : result,
            };
    }

    private Ex ForNothing(Expr value)
    {
        Effects.HoistEffects([value]);
        return Ex.Nothing;
    }

    /// <summary>A variable argument has exactly its promoted type, so that overload resolution is not in
    /// doubt.</summary>
    public Ex Argument(Expr argument, CsType type, bool isVariable)
    {
        Ex value = Value(argument);
        if (!isVariable)
        {
            return To(value, type).Wanted;
        }

        if (value.Type.IsNone)
        {
            return Cs.Cast(CsType.VoidPointer, Cs.Null);
        }

        // by C#, too, which prefers int to any other overload
        bool isPromoted = type == CsType.Int && value.Type.IsPromoted;
        return isPromoted || (value.Type.IsPointer && type == CsType.VoidPointer) ? value
            : value.Const != null && type == CsType.Int && value.Type == CsType.Int ? value
            : value.Type == type && !value.IsLoose ? value
            : ForceTo(value, type);
    }

    /// <summary>Types that a va_list distinguishes on i386: every pointer is one word.</summary>
    public CsType Promoted(Expr argument)
    {
        CsType type = argument.Type.Canonical is FunctionType ? CsType.VoidPointer : Canonical(argument.Type);
        return type.IsAnyPointer ? CsType.VoidPointer
            : type == CsType.Bool || type.IsNarrow ? CsType.Int
            : type == CsType.Float ? CsType.Double
            : type;
    }

    /// <summary><c>va_arg(ap, T)</c>: reads a slot and steps over it (System V ABI i386: every argument takes a
    /// multiple of 4 bytes, and wide vectors lie at a multiple of their size).</summary>
    public Ex VaArg(VaArgExpr arg)
    {
        CsType type = Canonical(arg.Type);
        Expr place = arg.List is CastExpr { Kind: CastKind.LValueToRValue } load ? load.Operand : arg.List;
        if (Names.StackAlignment(type.Text) is var align and > 4)
        {
            Ex at = Places.FoundOnce(place);
            Ex behind = Cs.Binary(BuiltinCalls.AlignedUp(at, align), "+", Cs.Number(align), Prec.Additive, CsType.UInt);
            return Slot(Cs.Assign(at, "=", Cs.Cast(Canonical(place.Type), behind)), align, type);
        }

        Ex list = Value(place);
        long slot = (arg.Type.Canonical.Size + 3) & ~3L; // as on the stack
        return Slot(Cs.Assign(list, "+=", Cs.Number(slot)), slot, type);
    }

    /// <summary><c>*(T*)((list += 4) - 4)</c>: what lies below a list that has been moved on.</summary>
    private static Ex Slot(Ex moved, long size, CsType type) =>
        Cs.Unary("*", Cs.Cast(type.Pointer, Cs.Binary(moved, "-", Cs.Number(size), Prec.Additive, moved.Type)), type);
}
