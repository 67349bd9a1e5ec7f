using Porting.Backend.Llvm;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>Arithmetic of constants, done while lowering: so that the size of a stack array is a number, which makes it
/// part of the frame.</summary>
internal static class Folding
{
    /// <returns>null where an operand is no constant, or the operation is not for this.</returns>
    public static string? Of(string op, Kind kind, Value a, Value b)
    {
        if (!a.IsNumber || !b.IsNumber)
        {
            return null;
        }

        long x = long.Parse(a.Text, null),
            y = long.Parse(b.Text, null);
        long? result = op switch
        {
            "add" => x + y,
            "sub" => x - y,
            "mul" => x * y,
            "sdiv" when y > 0 => x / y,
            "and" => x & y,
            "or" => x | y,
            "xor" => x ^ y,
            _ => null,
        };
        return result is { } value ? IrText.Number(kind == Kind.I64 ? value : (int)value) : null;
    }

    /// <summary>A checked product or sum of sizes.</summary>
    /// <returns>null where it does not fit, or is not constant.</returns>
    public static string? Unsigned(string op, Kind kind, Value a, Value b)
    {
        if (kind != Kind.I32 || !a.IsNumber || !b.IsNumber)
        {
            return null;
        }

        long x = (uint)long.Parse(a.Text, null),
            y = (uint)long.Parse(b.Text, null);
        long result = op == "umul" ? x * y : x + y;
        return op is "umul" or "uadd" && result <= uint.MaxValue ? IrText.Number((int)result) : null;
    }
}
