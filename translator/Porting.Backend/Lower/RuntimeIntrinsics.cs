using Porting.Backend.Il;
using Porting.Backend.Profile;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>The runtime's methods for what C has and C# lacks (class rt), as instructions.</summary>
internal static class RuntimeIntrinsics
{
    public static bool TryLower(MethodLowering to, Intrinsic call)
    {
        Value[] v = call.Values;
        switch (call.Name)
        {
            case "rt.opaque":
                to.PushValue(v[0]);
                return true;
            case "StringLiterals.T" or "StringLiterals.W":
                to.PushValue(Kind.Ptr, to.Out.Let($"load ptr, ptr {v[0].Text}"));
                return true;
            case "long_double.of" when ExtendedIntrinsics.TryLowerConstant(to, call):
                return true;
            case "rt.read":
                Use(to, v[0]);
                return true;
            case "rt.to_int" or "rt.to_uint" when to.LacksSse2:
                to.PushValue(to.FromReal(v[0], to.Module.Layouts.Of(call.Signature.Result)));
                return true;
            case "rt.fabs" when v[0].IsFloat:
                to.Unary(v[0].Kind == Kind.F32 ? "llvm.fabs.f32" : "llvm.fabs.f64", v[0].Ir, v[0].Kind, v[0].Text, "");
                return true;
            case "rt.copysign" when v[0].IsFloat:
                string function = $"llvm.copysign.{(v[0].Kind == Kind.F32 ? "f32" : "f64")}";
                to.Module.Foreign.Declare(function, $"declare {v[0].Ir} @{function}({v[0].Ir}, {v[0].Ir})");
                to.PushValue(
                    v[0].Kind,
                    to.Out.Let($"call {v[0].Ir} @{function}({v[0].Ir} {v[0].Text}, {v[0].Ir} {to.To(v[1], v[0].Kind)})")
                );
                return true;
            default:
                return call.Method.Import is { } symbol && TryLowerImport(to, call, symbol);
        }
    }

    /// <summary>A value that nobody wants, of an object that C reads all the same: whole and once.</summary>
    private static void Use(MethodLowering to, Value value)
    {
        string slot = to.Out.Slot(value.Ir, 4);
        to.Out.Line($"store volatile {value.Ir} {value.Text}, ptr {slot}, align 4");
    }

    /// <summary>Those without a body.</summary>
    public static bool TryLowerImport(MethodLowering to, Intrinsic call, string symbol)
    {
        Value[] v = call.Values;
        switch (symbol)
        {
            case "rt.memcpy":
                to.Block("memcpy", v[0], v[1], v[2]);
                return true;
            case "rt.memmove":
                to.Block("memmove", v[0], v[1], v[2]);
                return true;
            case "rt.memset":
                to.Fill(v[0], v[1], v[2]);
                return true;
            case "rt.barrier":
                to.Out.Line("call void asm sideeffect \"\", \"~{memory}\"()");
                return true;
            case "rt.trap" or "corlib_panic" when symbol == "rt.trap" || !to.Module.IsKernel:
                to.Trap();
                return true;
            case "rt.rdtsc":
                to.Module.Foreign.Declare("llvm.readcyclecounter", "declare i64 @llvm.readcyclecounter()");
                to.PushValue(Kind.I64, to.Out.Let("call i64 @llvm.readcyclecounter()"));
                return true;
            case "rt.flt_rounds":
                to.Module.Foreign.Declare("llvm.get.rounding", "declare i32 @llvm.get.rounding()");
                to.PushValue(Kind.I32, to.Out.Let("call i32 @llvm.get.rounding()"));
                return true;
            default:
                return Frame(to, call, symbol)
                    || CounterLowering.TryLower(to, call, symbol)
                    || TakenLabels.TryLower(to, call, symbol)
                    || ExtendedIntrinsics.TryLower(to, call, symbol);
        }
    }

    /// <summary>A function's own frame, and leaving it.</summary>
    private static bool Frame(MethodLowering to, Intrinsic call, string symbol)
    {
        Value[] v = call.Values;
        switch (symbol)
        {
            case "rt.builtin_setjmp":
                BuiltinSetjmp(to, to.AsAddress(v[0]));
                return true;
            case "rt.builtin_longjmp":
                to.Module.Foreign.Declare(
                    "llvm.eh.sjlj.longjmp",
                    "declare void @llvm.eh.sjlj.longjmp(ptr) noreturn nounwind"
                );
                to.Out.Line($"call void @llvm.eh.sjlj.longjmp(ptr {to.AsAddress(v[0])})");
                return true;
            case "rt.stack_pointer" or "rt.set_stack_pointer":
                StackPointer(to, symbol == "rt.stack_pointer" ? null : to.AsAddress(v[0]));
                return true;
            case "rt.must_tail":
                to.IsTailCallNext = true;
                return true;
            case "rt.frame_address" or "rt.return_address":
                string name = symbol == "rt.return_address" ? "llvm.returnaddress" : "llvm.frameaddress.p0";
                to.Module.Foreign.Declare(name, $"declare ptr @{name}(i32 immarg)");
                to.PushValue(Kind.Ptr, to.Out.Let($"call ptr @{name}(i32 {(v.Length == 0 ? "0" : v[0].Text)})"));
                return true;
            default:
                return false;
        }
    }

    /// <summary>As clang reads and writes a global register variable.</summary>
    private static void StackPointer(MethodLowering to, string? value)
    {
        string word = to.Module.Target.Word;
        string name = value == null ? $"llvm.read_register.{word}" : $"llvm.write_register.{word}";
        string register = $"metadata !{{!\"{to.Module.Target.StackPointer}\"}}";
        if (value == null)
        {
            to.Module.Foreign.Declare(name, $"declare {word} @{name}(metadata)");
            string read = to.Out.Let($"call {word} @{name}({register})");
            to.PushValue(Kind.Ptr, to.Out.Let($"inttoptr {word} {read} to ptr"));
            return;
        }

        to.Module.Foreign.Declare(name, $"declare void @{name}(metadata, {word})");
        string written = to.Out.Let($"ptrtoint ptr {value} to {word}");
        to.Out.Line($"call void @{name}({register}, {word} {written})");
    }

    /// <summary>clang's: the frame's address in the first word, the stack's in the third, LLVM fills the
    /// second.</summary>
    private static void BuiltinSetjmp(MethodLowering to, string buffer)
    {
        int word = to.Module.Target.PointerSize;
        to.Module.Foreign.Declare("llvm.frameaddress.p0", "declare ptr @llvm.frameaddress.p0(i32 immarg)");
        to.Module.Foreign.Declare("llvm.stacksave.p0", "declare ptr @llvm.stacksave.p0()");
        to.Module.Foreign.Declare("llvm.eh.sjlj.setjmp", "declare i32 @llvm.eh.sjlj.setjmp(ptr) nounwind");
        string frame = to.Out.Let("call ptr @llvm.frameaddress.p0(i32 0)");
        to.Out.Line($"store ptr {frame}, ptr {buffer}, align {word}");
        string stack = to.Out.Let("call ptr @llvm.stacksave.p0()");
        string third = to.Out.Let($"getelementptr i8, ptr {buffer}, i32 {2 * word}");
        to.Out.Line($"store ptr {stack}, ptr {third}, align {word}");
        to.PushValue(Kind.I32, to.Out.Let($"call i32 @llvm.eh.sjlj.setjmp(ptr {buffer})"));
    }
}

/// <summary>long double on the x87: LLVM's x86_fp80, by way of memory.</summary>
internal static class ExtendedIntrinsics
{
    public const string Type = "x86_fp80";

    public static bool IsExtended(Storage storage) =>
        storage.Type is NamedType { Definition: { Name: "long_double", Namespace: "Porting" } };

    /// <summary>long_double.of(sign and exponent, mantissa), of constants.</summary>
    public static bool TryLowerConstant(MethodLowering to, Intrinsic call)
    {
        Value[] v = call.Values;
        if (!v[0].IsNumber || !v[1].IsNumber)
        {
            return false;
        }

        Storage storage = to.Module.Layouts.Of(call.Signature.Result);
        string made = to.NewSlot(storage);
        string bits = $"0xK{(ushort)long.Parse(v[0].Text, null):X4}{(ulong)long.Parse(v[1].Text, null):X16}";
        to.Out.Line($"store {Type} {bits}, ptr {made}, align 4");
        to.PushStruct(made, storage);
        return true;
    }

    public static bool TryLower(MethodLowering to, Intrinsic call, string symbol)
    {
        if (!symbol.StartsWith("ld.", StringComparison.Ordinal))
        {
            return false;
        }

        Value[] v = call.Values;
        string operation = symbol[3..];
        switch (operation)
        {
            case "add" or "sub" or "mul" or "div":
                string left = Take(to, v[1]),
                    right = Take(to, v[2]);
                Put(to, v[0], to.Out.Let($"f{operation} {Type} {left}, {right}"));
                break;
            case "neg":
                Put(to, v[0], to.Out.Let($"fneg {Type} {Take(to, v[1])}"));
                break;
            case "fabs" or "copysign":
                Sign(to, operation, v);
                break;
            case "compare":
                Compare(to, v);
                break;
            case "from_int" or "from_long" or "from_ulong":
                string convert = operation == "from_ulong" ? "uitofp" : "sitofp";
                Put(to, v[0], to.Out.Let($"{convert} {v[1].Ir} {v[1].Text} to {Type}"));
                break;
            case "from_float" or "from_double":
                string from = operation[5..];
                string narrow = to.Out.Let($"load {from}, ptr {to.AsAddress(v[1])}, align 4");
                Put(to, v[0], to.Out.Let($"fpext {from} {narrow} to {Type}"));
                break;
            case "to_float" or "to_double":
                string less = to.Out.Let($"fptrunc {Type} {Take(to, v[1])} to {operation[3..]}");
                to.Out.Line($"store {operation[3..]} {less}, ptr {to.AsAddress(v[0])}, align 4");
                break;
            case "to_int" or "to_long" or "to_ulong":
                ToInteger(to, operation, v[0]);
                break;
            default:
                return false;
        }

        return true;
    }

    private static void Sign(MethodLowering to, string operation, Value[] v)
    {
        string function = $"llvm.{operation}.f80";
        string[] operands = [.. v.Skip(1).Select(a => $"{Type} {Take(to, a)}")];
        to.Module.Foreign.Declare(
            function,
            $"declare {Type} @{function}({string.Join(", ", operands.Select(_ => Type))})"
        );
        Put(to, v[0], to.Out.Let($"call {Type} @{function}({string.Join(", ", operands)})"));
    }

    private static void ToInteger(MethodLowering to, string operation, Value value)
    {
        Kind kind = operation == "to_int" ? Kind.I32 : Kind.I64;
        string ir = Value.IrOf(kind);
        string convert = operation == "to_ulong" ? "fptoui" : "fptosi";
        string whole = to.Out.Let($"{convert} {Type} {Take(to, value)} to {ir}");
        to.PushValue(kind, to.Out.Let($"freeze {ir} {whole}"));
    }

    /// <summary>1 less, 2 equal, 4 greater, 8 not comparable.</summary>
    private static void Compare(MethodLowering to, Value[] v)
    {
        string left = Take(to, v[0]),
            right = Take(to, v[1]);
        string result = "8";
        foreach ((string condition, int bit) in (ReadOnlySpan<(string, int)>)[("olt", 1), ("oeq", 2), ("ogt", 4)])
        {
            string holds = to.Out.Let($"fcmp {condition} {Type} {left}, {right}");
            result = to.Out.Let($"select i1 {holds}, i32 {bit}, i32 {result}");
        }

        to.PushValue(Kind.I32, result);
    }

    private static string Take(MethodLowering to, Value address) =>
        to.Out.Let($"load {Type}, ptr {to.AsAddress(address)}, align 4");

    private static void Put(MethodLowering to, Value address, string value) =>
        to.Out.Line($"store {Type} {value}, ptr {to.AsAddress(address)}, align 4");
}
