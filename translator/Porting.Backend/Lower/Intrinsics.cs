using Porting.Backend.Il;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>
/// Methods whose meaning the compiler knows: those of .NET that C# has no words for, and the runtime's for what C has
/// and C# lacks. Lowering is by name; a method that is here may have any body, or none.
/// </summary>
internal static class Intrinsics
{
    /// <summary>False for all other methods.</summary>
    public static bool TryLower(MethodLowering to, Intrinsic call) =>
        call.Method.Owner.Namespace switch
        {
            "Porting" => RuntimeIntrinsics.TryLower(to, call) || AtomicIntrinsics.TryLower(to, call),
            _ when call.Method.Import is { } symbol && RuntimeIntrinsics.TryLowerImport(to, call, symbol) => true,
            _ => CoreIntrinsics.TryLower(to, call),
        };

    internal static void Unary(
        this MethodLowering to,
        string function,
        string ir,
        Kind kind,
        string operand,
        string more
    )
    {
        to.Module.Foreign.Declare(function, $"declare {ir} @{function}({ir}{(more.Length > 0 ? ", i1" : "")})");
        to.PushValue(kind, to.Out.Let($"call {ir} @{function}({ir} {operand}{more})"));
    }
}

/// <summary>Of .NET's core library.</summary>
internal static class CoreIntrinsics
{
    public static bool TryLower(MethodLowering to, Intrinsic call)
    {
        Value[] v = call.Values;
        switch (call.Name)
        {
            case "Unsafe.AsPointer" or "Unsafe.AsRef" or "Unsafe.As":
                to.PushValue(new Value(Kind.Ptr, to.AsAddress(v[0])) { Align = v[0].Align });
                return true;
            case "Unsafe.SkipInit":
                return true;
            case "Unsafe.Add":
                Storage element = to.Module.Layouts.Of(call.Context.OfMethod[0]);
                string index = to.To(v[1], Kind.I32);
                to.PushValue(
                    Kind.Ptr,
                    to.Out.Let($"getelementptr [{element.Size} x i8], ptr {to.AsAddress(v[0])}, i32 {index}")
                );
                return true;
            case "Unsafe.SizeOf":
                to.PushValue(Kind.I32, $"{to.Module.Layouts.Of(call.Context.OfMethod[0]).Size}");
                return true;
            case "Unsafe.CopyBlockUnaligned":
                to.Block("memcpy", v[0], v[1], v[2]);
                return true;
            case "Unsafe.InitBlockUnaligned":
                to.Fill(v[0], v[1], v[2]);
                return true;
            case "RuntimeHelpers.CreateSpan":
                CreateSpan(to, call);
                return true;
            case "Double.ConvertToIntegerNative" or "Single.ConvertToIntegerNative":
                to.PushValue(to.FromReal(v[0], to.Module.Layouts.Of(call.Signature.Result)));
                return true;
            case "Math.Sqrt":
                to.Unary("llvm.sqrt.f64", "double", Kind.F64, v[0].Text, "");
                return true;
            case "X86Base.get_IsSupported":
                to.PushValue(Kind.I32, "1");
                return true;
            case "X86Base.DivRem":
                DivRem(to, call);
                return true;
            case "X86Base.Pause":
                to.Out.Line("call void asm sideeffect \"pause\", \"~{memory}\"()");
                return true;
            default:
                return Bits(to, call) || Interlocked(to, call);
        }
    }

    /// <summary>64 bits by 32: the quotient has to fit, or the processor refuses it.</summary>
    private static void DivRem(MethodLowering to, Intrinsic call)
    {
        Storage pair = to.Module.Layouts.Of(call.Signature.Result);
        string lower = to.To(call.Values[0], Kind.I32),
            upper = to.To(call.Values[1], Kind.I32),
            divisor = to.To(call.Values[2], Kind.I32);
        string both = to.Out.Let(
            $"call {{ i32, i32 }} asm sideeffect \"divl $4\", \"={{ax}},={{dx}},0,1,r,~{{dirflag}},~{{fpsr}},~{{flags}}\"(i32 {lower}, i32 {upper}, i32 {divisor})"
        );
        string made = to.NewSlot(pair);
        string second = to.Out.Let($"getelementptr i8, ptr {made}, i32 4");
        to.Out.Line($"store i32 {to.Out.Let($"extractvalue {{ i32, i32 }} {both}, 0")}, ptr {made}, align 4");
        to.Out.Line($"store i32 {to.Out.Let($"extractvalue {{ i32, i32 }} {both}, 1")}, ptr {second}, align 4");
        to.PushStruct(made, pair);
    }

    private static bool Bits(MethodLowering to, Intrinsic call)
    {
        Value[] v = call.Values;
        switch (call.Name)
        {
            case "BitOperations.LeadingZeroCount" or "BitOperations.TrailingZeroCount" or "BitOperations.PopCount":
                Count(to, call, v[0]);
                return true;
            case "X86Base.BitScanForward":
                to.Unary("llvm.cttz.i32", "i32", Kind.I32, to.To(v[0], Kind.I32), ", i1 false");
                return true;
            case "X86Base.BitScanReverse":
                string zeros = to.To(v[0], Kind.I32);
                to.Unary("llvm.ctlz.i32", "i32", Kind.I32, zeros, ", i1 false");
                to.PushValue(Kind.I32, to.Out.Let($"xor i32 {to.PopValue().Text}, 31"));
                return true;
            case "BinaryPrimitives.ReverseEndianness":
                Storage storage = to.Module.Layouts.Of(call.Signature.Result);
                string function = $"llvm.bswap.{storage.Ir}";
                to.Module.Foreign.Declare(function, $"declare {storage.Ir} @{function}({storage.Ir})");
                string turned = to.Out.Let($"call {storage.Ir} @{function}({storage.Ir} {to.Narrow(storage, v[0])})");
                to.PushValue(storage.Kind, to.Widen(storage, turned));
                return true;
            case "BitOperations.RotateLeft" or "BitOperations.RotateRight":
                Rotate(to, call, v);
                return true;
            default:
                return false;
        }
    }

    private static void Count(MethodLowering to, Intrinsic call, Value value)
    {
        string function = call.Method.Name[0] switch
        {
            'L' => "ctlz",
            'T' => "cttz",
            _ => "ctpop",
        };
        Kind kind = value.Kind == Kind.I64 ? Kind.I64 : Kind.I32;
        string ir = Value.IrOf(kind);
        to.Unary($"llvm.{function}.{ir}", ir, kind, to.To(value, kind), function == "ctpop" ? "" : ", i1 false");
        if (kind == Kind.I64)
        {
            to.PushValue(Kind.I32, to.To(to.PopValue(), Kind.I32));
        }
    }

    private static void Rotate(MethodLowering to, Intrinsic call, Value[] v)
    {
        string ir = v[0].Ir;
        string function =
            $"llvm.{(call.Method.Name.EndsWith("Left", StringComparison.Ordinal) ? "fshl" : "fshr")}.{ir}";
        to.Module.Foreign.Declare(function, $"declare {ir} @{function}({ir}, {ir}, {ir})");
        string count = to.To(v[1], v[0].Kind);
        to.PushValue(v[0].Kind, to.Out.Let($"call {ir} @{function}({ir} {v[0].Text}, {ir} {v[0].Text}, {ir} {count})"));
    }

    private static bool Interlocked(MethodLowering to, Intrinsic call)
    {
        if (call.Method.Owner.Name != "Interlocked")
        {
            return false;
        }

        Value[] v = call.Values;
        Storage storage = to.Module.Layouts.Of(call.Signature.Result);
        switch (call.Method.Name)
        {
            case "CompareExchange":
                AtomicIntrinsics.CompareExchange(to, storage, v[0], v[2], v[1]);
                return true;
            case "Exchange" or "ExchangeAdd" or "And" or "Or":
                string op = call.Method.Name switch
                {
                    "Exchange" => "xchg",
                    "ExchangeAdd" => "add",
                    "And" => "and",
                    _ => "or",
                };
                AtomicIntrinsics.Modify(to, storage, op, v[0], v[1]);
                return true;
            case "MemoryBarrier":
                to.Out.Line("fence seq_cst");
                return true;
            default:
                return false;
        }
    }

    /// <summary>A constant table: its address, and how many elements it has.</summary>
    private static void CreateSpan(MethodLowering to, Intrinsic call)
    {
        IlField field = call.TokenField ?? throw to.RefuseCall("a span is made of what is no constant table");
        Storage span = to.Module.Layouts.Of(call.Signature.Result);
        int count = to.Module.Layouts.Of(field.Type).Size / to.Module.Layouts.Of(call.Context.OfMethod[0]).Size;
        string made = to.NewSlot(span);
        to.StoreSpan(made, call.Values[0], new Value(Kind.I32, $"{count}"));
        to.PushStruct(made, span);
    }
}
