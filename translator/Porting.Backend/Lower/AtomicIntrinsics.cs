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

    /// <summary>rt.casN(place, expected, desired): what was there.</summary>
    public static bool TryLowerImport(MethodLowering to, Intrinsic call, string symbol)
    {
        Primitive? kind = symbol switch
        {
            "rt.cas1" => Primitive.Byte,
            "rt.cas2" => Primitive.UInt16,
            "rt.cas4" => Primitive.UInt32,
            "rt.cas8" => Primitive.UInt64,
            _ => null,
        };
        if (kind is not { } primitive)
        {
            return false;
        }

        Value[] v = call.Values;
        CompareExchange(to, to.Module.Layouts.Of(new PrimitiveType(primitive)), v[0], v[1], v[2]);
        return true;
    }

    public static void CompareExchange(MethodLowering to, Storage storage, Value place, Value expected, Value desired)
    {
        string from = to.Narrow(storage, expected),
            with = to.Narrow(storage, desired);
        string pair = to.Out.Let(
            $"cmpxchg ptr {to.AsAddress(place)}, {storage.Ir} {from}, {storage.Ir} {with} seq_cst seq_cst, align {storage.Size}"
        );
        string old = to.Out.Let($"extractvalue {{ {storage.Ir}, i1 }} {pair}, 0");
        to.PushValue(storage.Kind, to.Widen(storage, old));
    }

    public static void Modify(MethodLowering to, Storage storage, string op, Value place, Value operand)
    {
        string old = Read(to, storage, op, place, to.Narrow(storage, operand));
        to.PushValue(storage.Kind, to.Widen(storage, old));
    }
}
