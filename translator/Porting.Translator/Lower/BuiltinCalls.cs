using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary>Calls of builtins -> what C# has for them, a method of the runtime, or the C library's function of that
/// name. A builtin that none of these is, and whose value clang does not know, is PORT3046.</summary>
internal sealed class BuiltinCalls(FunctionScope scope) : Construct(scope)
{
    public Ex Call(CallExpr call)
    {
        IReadOnlyList<Expr> a = call.Arguments;
        Ex Arg(int i) => Value(a[i]);
        switch (call.Builtin)
        {
            case "__builtin_expect"
            or "__builtin_expect_with_probability"
            or "__builtin_assume_aligned"
            or "__builtin_launder"
            or "__builtin_unpredictable"
            or "__builtin_extract_return_addr"
            or "__builtin_frob_return_addr"
            or "__builtin_nondeterministic_value"
            or "__builtin_annotation":
                return FirstOf(call);
            case "__builtin_constant_p":
                return Literals.Literal(call.Constant?.Bits ?? 0, call.Type);
            case "__builtin_va_end":
                Effects.HoistEffects(a);
                return Ex.Nothing;
            case "__builtin_va_start" or "__builtin_va_copy":
                return VariableArguments(call);
            case "__builtin_memcpy"
            or "__builtin_memmove"
            or "__builtin_memset"
            or "__builtin_memcmp" when LibraryBuiltins.OwnFunction(call) is { } own:
                return Calls.DirectCall(call, own.Decl, Canonical(call.Type));
            case "__builtin_memcpy" or "__builtin_memcpy_inline":
                return LibraryBuiltins.RuntimeCall("copy", call, returnsFirst: true);
            case "__builtin_memmove":
                return LibraryBuiltins.RuntimeCall("move", call, returnsFirst: true);
            case "__builtin_memset" or "__builtin_memset_inline":
                return LibraryBuiltins.RuntimeCall("fill", call, returnsFirst: true);
            case "__builtin_memcmp":
                return LibraryBuiltins.RuntimeCall("compare", call, returnsFirst: false);
            case "alloca"
            or "__builtin_alloca"
            or "__builtin_alloca_uninitialized"
            or "__builtin_alloca_with_align"
            or "__builtin_alloca_with_align_uninitialized":
                return Alloca(call);
            case "__builtin_prefetch" or "__builtin___clear_cache": // the processor sees what is written
                Effects.HoistEffects(a);
                return Ex.Nothing;
            case "__builtin_assume": // evaluates nothing
                return Ex.Nothing;
            case "__port_count" or "__port_enter": // Porting.Clang.Native/Counters.cpp
                return Cs.Call($"rt.{call.Builtin["__port_".Length..]}", [.. a.Select(Value)], CsType.Bool);
            case var name when a.Any(e => IsOrPointsToNumber(e.Type)) && ClangBuiltins.Call(call) is { } made:
                return made;
            case var name when OverflowOperation(name) is { } operation:
                return Cs.Call(
                    $"rt.{operation}_overflow",
                    InOrder(() => Wide(a[0]), () => Wide(a[1]), () => Arg(2)),
                    CsType.Bool
                );
            case var name when Builtins.Atomic(name) is { } atomic:
                return AtomicOperators.Builtin(call, atomic);
            default:
                return Number(call) ?? Machine(call) ?? LibraryBuiltins.TableCall(call);
        }
    }

    /// <summary>Of values alone.</summary>
    private Ex? Number(CallExpr call)
    {
        IReadOnlyList<Expr> a = call.Arguments;
        switch (call.Builtin)
        {
            case "__builtin_complex":
                CsType element = Canonical(((ComplexType)call.Type.Canonical).Element);
                Ex[] parts = InOrder(() => To(Value(a[0]), element), () => To(Value(a[1]), element));
                return ComplexNumbers.New(Canonical(call.Type), parts[0], parts[1]);
            case "__builtin_object_size" or "__builtin_dynamic_object_size":
                // Unknown is the largest size, or 0 where the smallest was asked for (GCC manual, "Object Size
                // Checking").
                return Literals.Literal(call.Constant?.Bits ?? ((a[1].Constant?.Bits ?? 0) >= 2 ? 0 : -1), call.Type);
            case "__builtin_clzg" or "__builtin_ctzg" or "__builtin_popcountg":
                return CountBits(call);
            case "__builtin_is_aligned" or "__builtin_align_up" or "__builtin_align_down":
                return Aligned(call);
            case "__atomic_always_lock_free" or "__atomic_is_lock_free" or "__c11_atomic_is_lock_free":
                return a[0].Constant is { } size
                    ? Literals.Literal(call.Constant?.Bits ?? (size.Bits is 1 or 2 or 4 or 8 ? 1 : 0), call.Type)
                    : Failed("PORT3046", call, $"{call.Builtin} of a size that is not constant is not supported");
            default:
                return null;
        }
    }

    /// <summary>Of the processor, its memory and the frames on its stack.</summary>
    private Ex? Machine(CallExpr call)
    {
        IReadOnlyList<Expr> a = call.Arguments;
        switch (call.Builtin)
        {
            case "__builtin_unreachable" or "__builtin_trap" or "__builtin_debugtrap" or "__builtin_verbose_trap":
                return Cs.Call("rt.trap", [], CsType.None);
            case "__sync_synchronize"
            or "__c11_atomic_thread_fence"
            or "__atomic_thread_fence"
            or "__c11_atomic_signal_fence"
            or "__atomic_signal_fence":
                return Cs.Call("Interlocked.MemoryBarrier", [], CsType.None);
            case "__atomic_test_and_set":
                return Cs.Binary(
                    Cs.Call(
                        "rt.exchange",
                        CsType.Byte,
                        [Cs.Cast(CsType.BytePointer, Value(a[0])), Cs.Number(1)],
                        CsType.Byte
                    ),
                    "!=",
                    Cs.Number(0),
                    Prec.Equality,
                    CsType.Bool
                );
            case "__atomic_clear":
                return Cs.Call(
                    "rt.store",
                    CsType.Byte,
                    [Cs.Cast(CsType.BytePointer, Value(a[0])), Cs.Number(0)],
                    CsType.None
                );
            case "__builtin_frame_address" or "__builtin_return_address":
                return FrameAddress(call);
            case "__builtin_setjmp":
                return Cs.Call("rt.builtin_setjmp", [Value(a[0])], CsType.Int);
            case "__builtin_longjmp":
                return Cs.Call("rt.builtin_longjmp", [FirstOf(call)], CsType.None);
            default:
                return null;
        }
    }

    /// <summary>The first argument; the others are evaluated, which C does as well, where that does anything.</summary>
    private Ex FirstOf(CallExpr call)
    {
        if (!call.Arguments.Skip(1).Any(EvaluationOrder.HasEffect))
        {
            return Value(call.Arguments[0]);
        }

        Ex first = Save(Value(call.Arguments[0]));
        Effects.HoistEffects(call.Arguments.Skip(1));
        return first;
    }

    private Ex VariableArguments(CallExpr call)
    {
        IReadOnlyList<Expr> a = call.Arguments;
        Ex List(int i) =>
            Value(
                a[i] is CastExpr { Kind: CastKind.LValueToRValue or CastKind.ArrayToPointerDecay } load
                    ? load.Operand
                    : a[i]
            );
        return call.Builtin switch
        {
            "__builtin_va_start" => Cs.Assign(
                List(0),
                "=",
                Cs.Cast(Canonical(a[0].Type), Cs.Name("va_args", CsType.BytePointer))
            ) with
            {
                Type = CsType.None,
            },
            _ => Cs.Assign(List(0), "=", List(1)) with { Type = CsType.None },
        };
    }

    /// <summary>alloca -> stack memory of the C# method, aligned to 16 bytes or what was asked for (in bits).</summary>
    private Ex Alloca(CallExpr call)
    {
        Ex bytes = To(Numeric(Value(call.Arguments[0])), CsType.UInt);
        long align = call.Builtin.Contains("with_align", StringComparison.Ordinal)
            ? Math.Max(16, (call.Arguments[1].Constant?.Bits ?? 0) / 8)
            : 16;
        string room = NewTemporary();
        Hoist(Locals.Bytes(room, Cs.Cast(CsType.Int, Cs.Paren(bytes)), (int)(align - 1)));
        return Cs.Cast(CsType.VoidPointer, AlignedUp(Cs.Name(room, CsType.BytePointer), align)) with
        {
            IsStable = true,
        };
    }

    /// <summary><c>((uint)p + 15u) &amp; ~15u</c></summary>
    public static Ex AlignedUp(Ex pointer, long align)
    {
        Ex below = Cs.Number(align - 1, CsType.UInt, "u");
        return Cs.Binary(
            Cs.Binary(Cs.Cast(CsType.UInt, pointer), "+", below, Prec.Additive, CsType.UInt),
            "&",
            Cs.Unary("~", below, CsType.UInt),
            Prec.And,
            CsType.UInt
        );
    }

    /// <summary>__builtin_add_overflow, and its forms for one type each.</summary>
    private static string? OverflowOperation(string name)
    {
        const string Prefix = "__builtin_";
        if (!name.EndsWith("_overflow", StringComparison.Ordinal) || !name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        string middle = name[Prefix.Length..^"_overflow".Length].TrimEnd('l');
        return middle switch
        {
            "add" or "sadd" or "uadd" => "add",
            "sub" or "ssub" or "usub" => "sub",
            "mu" or "smu" or "umu" => "mul",
            _ => null,
        };
    }

    /// <summary>clzg, ctzg, popcountg: of any unsigned type; the second argument is the answer for 0.</summary>
    private Ex CountBits(CallExpr call)
    {
        Expr operand = call.Arguments[0];
        CsType type = Canonical(operand.Type);
        CsType wide = type == CsType.ULong ? CsType.ULong : CsType.UInt;
        Ex value = Exact(Numeric(Value(operand)), wide);
        if (call.Builtin == "__builtin_popcountg")
        {
            return Cs.Call("BitOperations.PopCount", [value], CsType.Int);
        }

        Ex otherwise = call.Arguments.Count > 1 ? Value(call.Arguments[1]) : Cs.Number(8 * operand.Type.Canonical.Size);
        return call.Builtin == "__builtin_ctzg"
            ? Cs.Call("rt.ctz_or", [value, otherwise], CsType.Int)
            : Cs.Call("rt.clz_or", [value, Cs.Number(8 * operand.Type.Canonical.Size), otherwise], CsType.Int);
    }

    /// <summary>__builtin_align_up(x, n) and the like, on numbers and pointers.</summary>
    private Ex Aligned(CallExpr call)
    {
        CsType type = Canonical(call.Arguments[0].Type);
        CsType wide = type.Is64Bits ? CsType.ULong : CsType.UInt;
        Ex[] values = InOrder(
            () => Cs.Cast(wide, Numeric(Value(call.Arguments[0]))) with { Type = wide },
            () => Exact(To(Numeric(Value(call.Arguments[1])), wide), wide)
        );
        string method = call.Builtin["__builtin_".Length..];
        Ex made = Cs.Call("rt." + method, values, method == "is_aligned" ? CsType.Bool : wide);
        return method == "is_aligned" || type == wide ? made : Cs.Cast(type, made) with { Type = type };
    }

    /// <summary>The frame of this function or of a caller, and what it returns to.</summary>
    private static Ex FrameAddress(CallExpr call)
    {
        long level = call.Arguments[0].Constant!.Value.Bits;
        return Cs.Call(
            call.Builtin == "__builtin_frame_address" ? "rt.frame_address" : "rt.return_address",
            level == 0 ? [] : [Cs.Number(level)],
            CsType.VoidPointer
        );
    }

    /// <summary>An operand of arithmetic that is checked in more bits than any type has.</summary>
    private Ex Wide(Expr operand)
    {
        Ex value = Numeric(Value(operand));
        CsType type = Canonical(operand.Type);
        return Cs.Cast(type.IsUnsigned ? CsType.ULong : CsType.Long, value);
    }
}
