using Porting.Backend.Il;
using Porting.Backend.Types;

namespace Porting.Backend.Data;

/// <summary>The runtime's words for C's arrays in initialisers (rt.data.cs).</summary>
internal static class ArrayIntrinsics
{
    /// <summary>The result is a new array: a readonly field that it is assigned to is the array.</summary>
    public static bool MakesArray(IlMethod method) =>
        method.Owner is { Namespace: "Porting", Name: "rt" }
        && method.Name is "array" or "pointers" or "table" or "text";

    public static bool TryEvaluate(Evaluator to, IlMethod method, Datum[] v, out Datum? result)
    {
        result = null;
        if (method.Owner.Name != "rt")
        {
            return false;
        }

        switch (method.Name)
        {
            case "array" or "pointers" or "table":
                result = Array(to.ArrayBehind(v[0]), v.Length > 1 ? (int)v[1].Number : -1);
                return true;
            case "text":
                result = Text(to, v);
                return true;
            case "label_address" when v.Length == 2:
                result = Datum.Address(new DataSymbol(to.Label(Words(to, v[0]), v[1].Number), false));
                return true;
            case "label_distance":
                string function = Words(to, v[0]);
                result = Datum.Address(
                    new DataDistance(to.Label(function, v[1].Number), to.Label(function, v[2].Number))
                ) with
                {
                    Kind = Kind.I32,
                };
                return true;
            case "constant":
                to.Contents(v[0]).IsConstant = true;
                result = v[0];
                return true;
            case "set":
                to.Set(v[0], v[1], (int)v[2].Number);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The array's memory, with zeros behind it up to a count of elements.</summary>
    private static Datum Array(DataMemory array, int count)
    {
        array.IsStatic = true;
        if (count >= 0)
        {
            array.Grow(checked(count * array.Element!.Size));
        }

        return Datum.Address(array);
    }

    /// <summary>A text with its terminating zero, or cut or filled with zeros to a size.</summary>
    private static Datum Text(Evaluator to, Datum[] v)
    {
        (DataMemory from, Datum address, int length) = Span(to, v[0]);
        int size = v.Length > 1 && v[1].Number >= 0 ? (int)v[1].Number : length + 1;
        DataMemory text = new(size) { Element = to.Byte, IsStatic = true };
        text.Copy(from, address.Number, 0, Math.Min(size, length));
        return Datum.Address(text);
    }

    private static (DataMemory Memory, Datum Address, int Length) Span(Evaluator to, Datum value)
    {
        DataMemory span = value.Struct!;
        Datum address = span.Addresses.Single().Value;
        return (to.Contents(address), address, BitConverter.ToInt32(span.Bytes, span.Bytes.Length - sizeof(int)));
    }

    private static string Words(Evaluator to, Datum value)
    {
        (DataMemory from, Datum address, int length) = Span(to, value);
        return System.Text.Encoding.UTF8.GetString(from.Bytes, (int)address.Number, length);
    }
}
