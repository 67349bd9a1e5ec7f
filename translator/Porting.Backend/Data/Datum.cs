using Porting.Backend.Il;
using Porting.Backend.Types;

namespace Porting.Backend.Data;

/// <summary>
/// A value while an initialiser is evaluated: a number, a struct, or an address, which is an object or symbol and a
/// distance from its start.
/// </summary>
/// <param name="Kind">As on IL's stack.</param>
/// <param name="Number">A whole number, with its sign; of an address, the distance.</param>
/// <param name="Base">Of an address: a <see cref="DataMemory"/>, a <see cref="StaticObject"/>, a
/// <see cref="DataTable"/>, or a <see cref="DataSymbol"/>.</param>
internal readonly record struct Datum(Kind Kind, long Number, double Real, object? Base, DataMemory? Struct)
{
    public bool IsFloat => Kind is Kind.F32 or Kind.F64;

    public static Datum Whole(Kind kind, long number) =>
        new(kind, kind == Kind.I32 ? (int)number : number, 0, null, null);

    public static Datum Int(long number) => Whole(Kind.I32, number);

    /// <summary>Number has the bits: a double would make a signalling NaN a quiet one.</summary>
    public static Datum Real32(float value) => new(Kind.F32, BitConverter.SingleToInt32Bits(value), value, null, null);

    public static Datum Real64(double value) => new(Kind.F64, 0, value, null, null);

    public static Datum Of(DataMemory copy) => new(Kind.Struct, 0, 0, null, copy);

    public static Datum Address(object at, long distance = 0) => new(Kind.Ptr, distance, 0, at, null);

    /// <summary>What unsigned comparison and division see.</summary>
    public ulong Unsigned => Kind == Kind.I64 ? (ulong)Number : (uint)Number;
}

/// <summary>A function, or what another object defines.</summary>
/// <param name="Name">As LLVM spells it.</param>
internal sealed record DataSymbol(string Name, bool MayBeNull);

/// <summary>A constant table of the image.</summary>
internal sealed record DataTable(IlField Field);

/// <summary>The distance of two places in one function.</summary>
/// <param name="To">As LLVM spells it.</param>
internal sealed record DataDistance(string To, string From);
