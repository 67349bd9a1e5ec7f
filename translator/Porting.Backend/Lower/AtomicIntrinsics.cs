using Porting.Backend.Il;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>Atomic operations of 1, 2, 4 and 8 bytes (rt.atomic.cs), all sequentially consistent.</summary>
internal static class AtomicIntrinsics
{
    public static bool TryLower(MethodLowering to, Intrinsic call)
    {
        if (call.Method.Owner.Name != "rt" || call.Context.OfMethod is not [var type])
        {
            return false;
        }

        Value[] v = call.Values;
        Storage storage = to.Module.Layouts.Of(type);
        Storage whole = Integer(to, storage);
        switch (call.Method.Name)
        {
            case "load":
                string loaded = to.Out.Let(
                    $"load atomic {whole.Ir}, ptr {to.AsAddress(v[0])} seq_cst, align {whole.Size}"
                );
                PushAs(to, storage, whole, loaded);
                return true;
            case "store":
                to.Out.Line(
                    $"store atomic {whole.Ir} {TakeAs(to, storage, whole, v[1])}, ptr {to.AsAddress(v[0])} seq_cst, align {whole.Size}"
                );
                return true;
            case "exchange":
                PushAs(to, storage, whole, Read(to, whole, "xchg", v[0], TakeAs(to, storage, whole, v[1])));
                return true;
            case "compare_value":
                PushAs(
                    to,
                    storage,
                    whole,
                    Compared(to, whole, v[0], TakeAs(to, storage, whole, v[1]), TakeAs(to, storage, whole, v[2])).Old
                );
                return true;
            case "compare_exchange":
                CompareExchange(to, whole, v[0], v[1], TakeAs(to, storage, whole, v[2]));
                return true;
            default:
                return Fetch(to, call.Method.Name, storage, whole, v);
        }
    }

    /// <summary>fetch_add gives what was there, add_fetch what is there then.</summary>
    private static bool Fetch(MethodLowering to, string name, Storage storage, Storage whole, Value[] v)
    {
        string[] words = name.Split('_');
        if (words.Length != 2 || !words.Contains("fetch"))
        {
            return false;
        }

        string op = words[0] == "fetch" ? words[1] : words[0];
        string operand = TakeAs(to, storage, whole, v[1]);
        string result = Read(to, whole, op, v[0], operand);
        if (words[1] == "fetch")
        {
            result =
                op == "nand"
                    ? to.Out.Let($"xor {whole.Ir} {to.Out.Let($"and {whole.Ir} {result}, {operand}")}, -1")
                    : to.Out.Let($"{op} {whole.Ir} {result}, {operand}");
        }

        PushAs(to, storage, whole, result);
        return true;
    }

    private static string Read(MethodLowering to, Storage whole, string op, Value place, string operand) =>
        to.Out.Let($"atomicrmw {op} ptr {to.AsAddress(place)}, {whole.Ir} {operand} seq_cst, align {whole.Size}");

    /// <summary>The integer that is as large as the object.</summary>
    private static Storage Integer(MethodLowering to, Storage storage) =>
        to.Module.Layouts.Of(
            new PrimitiveType(
                storage.Size switch
                {
                    1 => Primitive.Byte,
                    2 => Primitive.UInt16,
                    4 => Primitive.UInt32,
                    8 => Primitive.UInt64,
                    _ => throw to.RefuseCall($"an atomic operation on {storage.Size} bytes"),
                }
            )
        );

    private static void PushAs(MethodLowering to, Storage storage, Storage whole, string value)
    {
        if (storage.Ir == whole.Ir)
        {
            to.PushValue(storage.Kind, to.Widen(storage, value));
            return;
        }

        string slot = to.NewSlot(storage);
        to.Out.Line($"store {whole.Ir} {value}, ptr {slot}, align 1");
        if (storage.IsStruct)
        {
            to.PushStruct(slot, storage);
        }
        else
        {
            to.LoadTo(storage, slot);
        }
    }

    private static string TakeAs(MethodLowering to, Storage storage, Storage whole, Value value)
    {
        if (storage.Ir == whole.Ir)
        {
            return to.Narrow(storage, value);
        }

        string at = value.Text;
        if (!storage.IsStruct)
        {
            at = to.NewSlot(storage);
            to.StoreFrom(storage, at, value);
        }

        return to.Out.Let($"load {whole.Ir}, ptr {at}, align 1");
    }

    /// <summary>What was there, and whether that was what is expected.</summary>
    private static (string Old, string IsSame) Compared(
        MethodLowering to,
        Storage whole,
        Value place,
        string expected,
        string desired
    )
    {
        string pair = to.Out.Let(
            $"cmpxchg ptr {to.AsAddress(place)}, {whole.Ir} {expected}, {whole.Ir} {desired} seq_cst seq_cst, align {whole.Size}"
        );
        string type = $"{{ {whole.Ir}, i1 }}";
        return (to.Out.Let($"extractvalue {type} {pair}, 0"), to.Out.Let($"extractvalue {type} {pair}, 1"));
    }

    /// <summary>C11's: what was there is written to where the expected value is when the two differ, and only
    /// then.</summary>
    private static void CompareExchange(MethodLowering to, Storage whole, Value place, Value expected, string desired)
    {
        string at = to.AsAddress(expected);
        string wanted = to.Out.Let($"load {whole.Ir}, ptr {at}, align 1");
        (string old, string isSame) = Compared(to, whole, place, wanted, desired);
        string differs = to.Out.NewLabel("differs"),
            end = to.Out.NewLabel("compared");
        to.Out.Line($"br i1 {isSame}, label %{end}, label %{differs}");
        to.Out.Label(differs);
        to.Out.Line($"store {whole.Ir} {old}, ptr {at}, align 1");
        to.Out.Line($"br label %{end}");
        to.Out.Label(end);
        to.PushValue(Kind.I32, to.Out.Let($"zext i1 {isSame} to i32"));
    }

    public static void CompareExchange(MethodLowering to, Storage storage, Value place, Value expected, Value desired)
    {
        string old = Compared(to, storage, place, to.Narrow(storage, expected), to.Narrow(storage, desired)).Old;
        to.PushValue(storage.Kind, to.Widen(storage, old));
    }

    public static void Modify(MethodLowering to, Storage storage, string op, Value place, Value operand)
    {
        string old = Read(to, storage, op, place, to.Narrow(storage, operand));
        to.PushValue(storage.Kind, to.Widen(storage, old));
    }
}
