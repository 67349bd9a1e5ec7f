using Porting.Backend.Types;

namespace Porting.Backend.Data;

/// <summary>
/// Memory while an initialiser is evaluated: bytes, and addresses that only the linker can fill in. Of a variable, a
/// local, or an array that C# makes; <see cref="Element"/> is that of an array.
/// </summary>
internal sealed class DataMemory(int size)
{
    private readonly SortedDictionary<int, (Datum Value, int Size)> _addresses = [];

    public byte[] Bytes { get; private set; } = new byte[size];

    /// <summary>Of an array of C#.</summary>
    public Storage? Element { get; init; }

    /// <summary>The variable, or literal, whose contents these are; null for memory of the evaluation alone.</summary>
    public StaticObject? Object { get; set; }

    /// <summary>An object that lasts: a variable's, or one that C leaves without a name.</summary>
    public bool IsStatic { get; set; }
    public bool IsConstant { get; set; }
    public IEnumerable<(int Offset, Datum Value, int Size)> Addresses =>
        _addresses.Select(a => (a.Key, a.Value.Value, a.Value.Size));
    public bool IsZero => _addresses.Count == 0 && !Bytes.AsSpan().ContainsAnyExcept((byte)0);

    public Datum Load(Storage storage, long offset)
    {
        int at = Within(offset, storage.Size);
        if (storage.IsStruct)
        {
            return Datum.Of(Slice(at, storage.Size));
        }

        if (_addresses.TryGetValue(at, out (Datum Value, int Size) address))
        {
            return storage.Size == address.Size ? address.Value with { Kind = storage.Kind } : throw Part();
        }

        if (Touching(at, storage.Size).Any())
        {
            throw Part();
        }

        ReadOnlySpan<byte> from = Bytes.AsSpan(at, storage.Size);
        return storage.Kind switch
        {
            Kind.F32 => Datum.Real32(BitConverter.Int32BitsToSingle(BitConverter.ToInt32(from))),
            Kind.F64 => Datum.Real64(BitConverter.ToDouble(from)),
            _ => Datum.Whole(storage.Kind, Whole(from, storage.IsSigned)),
        };
    }

    private static long Whole(ReadOnlySpan<byte> bytes, bool isSigned) =>
        bytes.Length switch
        {
            1 => isSigned ? (sbyte)bytes[0] : bytes[0],
            2 => isSigned ? BitConverter.ToInt16(bytes) : BitConverter.ToUInt16(bytes),
            4 => BitConverter.ToInt32(bytes),
            _ => BitConverter.ToInt64(bytes),
        };

    public void Store(Storage storage, long offset, Datum value)
    {
        int at = Within(offset, storage.Size);
        if (value.Struct is { } whole)
        {
            Copy(whole, 0, at, Math.Min(storage.Size, whole.Bytes.Length));
            return;
        }

        Clear(at, storage.Size);
        if (value.Base != null)
        {
            _addresses[at] = (value, storage.Size);
            return;
        }

        Span<byte> to = Bytes.AsSpan(at, storage.Size);
        Span<byte> bytes = stackalloc byte[8];
        switch (value.Kind)
        {
            case Kind.F64 when storage.Size == 4:
                BitConverter.TryWriteBytes(bytes, (float)value.Real);
                break;
            case Kind.F32 when storage.Size == 8:
            case Kind.F64:
                BitConverter.TryWriteBytes(bytes, value.Real);
                break;
            default:
                BitConverter.TryWriteBytes(bytes, value.Number);
                break;
        }

        bytes[..to.Length].CopyTo(to);
    }

    /// <summary>Bytes with the addresses among them.</summary>
    public void Copy(DataMemory from, long source, long destination, int count)
    {
        DataMemory piece = from.Slice(from.Within(source, count), count);
        int at = Within(destination, count);
        Clear(at, count);
        piece.Bytes.CopyTo(Bytes, at);
        foreach ((int offset, (Datum, int) address) in piece._addresses)
        {
            _addresses[at + offset] = address;
        }
    }

    public void Fill(long offset, byte value, int count)
    {
        int at = Within(offset, count);
        Clear(at, count);
        Bytes.AsSpan(at, count).Fill(value);
    }

    /// <summary>Makes room behind the end, as C has it behind a struct with a flexible member.</summary>
    public void Grow(int to)
    {
        byte[] bytes = Bytes;
        Array.Resize(ref bytes, Math.Max(to, bytes.Length));
        Bytes = bytes;
    }

    /// <summary>C has objects of no bytes.</summary>
    public void Empty() => Bytes = [];

    private DataMemory Slice(int at, int count)
    {
        // What stands behind a struct that was grown goes with the whole of it.
        int taken = at == 0 && count == size ? Bytes.Length : count;
        DataMemory slice = new(count) { IsConstant = IsConstant };
        slice.Grow(taken);
        Bytes.AsSpan(at, taken).CopyTo(slice.Bytes);
        foreach (int offset in Touching(at, taken))
        {
            if (offset < at || offset + _addresses[offset].Size > at + taken)
            {
                throw Part();
            }

            slice._addresses[offset - at] = _addresses[offset];
        }

        return slice;
    }

    private void Clear(int at, int count)
    {
        foreach (int offset in Touching(at, count).ToArray())
        {
            if (offset < at || offset + _addresses[offset].Size > at + count)
            {
                throw Part();
            }

            _addresses.Remove(offset);
        }

        Bytes.AsSpan(at, count).Clear();
    }

    private IEnumerable<int> Touching(int at, int count) =>
        _addresses.Count == 0
            ? []
            : _addresses.Where(a => a.Key < at + count && a.Key + a.Value.Size > at).Select(a => a.Key);

    private int Within(long offset, int count) =>
        offset >= 0 && offset + count <= Bytes.Length
            ? (int)offset
            : throw new EvaluationException(
                $"{count} bytes at offset {offset} are not inside of an object of {Bytes.Length}"
            );

    private static EvaluationException Part() => new("a part of an address is used: only the linker knows its bytes");
}

/// <summary>An initialiser that has no value before the program runs.</summary>
internal sealed class EvaluationException(string message) : Exception(message);
