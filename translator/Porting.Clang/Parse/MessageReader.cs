using System.Text;

namespace Porting.Clang.Parse;

/// <summary>Reads the exporter's binary message (translator/Porting.Clang.Native/Writer.h): base-128 integers, zigzag signed ones, length-prefixed bytes, strings by number.</summary>
internal sealed class MessageReader(byte[] bytes, int position, int end)
{
    private int _position = position;
    private readonly int _end = end;

    public string[] Strings { get; set; } = [];
    public int Position => _position;

    public byte Byte() => _position < _end ? bytes[_position++] : throw new InvalidDataException("the exporter's message ends early");

    public bool Boolean() => Byte() != 0;

    public ulong Unsigned()
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = Byte();
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    public int Count() => checked((int)Unsigned());

    public long Signed()
    {
        ulong value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public double Real()
    {
        ulong bits = 0;
        for (int i = 0; i < 8; i++)
        {
            bits |= (ulong)Byte() << (8 * i);
        }

        return BitConverter.UInt64BitsToDouble(bits);
    }

    public byte[] Bytes()
    {
        int count = Count();
        byte[] value = Take(count).ToArray();
        return value;
    }

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > _end - _position)
        {
            throw new InvalidDataException("the exporter's message ends early");
        }

        _position += count;
        return bytes.AsSpan(_position - count, count);
    }

    public string Text() => Encoding.UTF8.GetString(Take(Count()));

    /// <summary>All that has not been read.</summary>
    public byte[] Rest() => Take(_end - _position).ToArray();

    /// <summary>A string by its number in the table.</summary>
    public string String() => Strings[Count()];

    /// <summary>A reader of the next <paramref name="count"/> bytes, which this one skips.</summary>
    public MessageReader Slice(int count)
    {
        MessageReader slice = new(bytes, _position, _position + count) { Strings = Strings };
        Take(count);
        return slice;
    }

    public T[] Array<T>(Func<MessageReader, T> element)
    {
        T[] values = new T[Count()];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = element(this);
        }

        return values;
    }
}
