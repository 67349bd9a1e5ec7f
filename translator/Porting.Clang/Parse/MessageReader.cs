using System.Text;

namespace Porting.Clang.Parse;

/// <summary>Reads the exporter's binary message (translator/Porting.Clang.Native/Writer.h): base-128 integers, zigzag
/// signed ones, length-prefixed bytes, strings by number.</summary>
internal sealed class MessageReader(byte[] bytes, int position, int end)
{
    private int _position = position;
    private readonly int _begin = position;
    private readonly int _end = end;

    public StringTable Strings { get; set; } = StringTable.Empty;
    public int Position
    {
        get => _position;
        set => _position = value;
    }

    public int Begin => _begin;
    public int End => _end;

    public byte Byte() =>
        _position < _end ? bytes[_position++] : throw new InvalidDataException("the exporter's message ends early");

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

    /// <summary>Reads the table of strings, which all slices from here on share.</summary>
    /// <param name="shared">Where strings of several messages are the same; null: they are this message's own.</param>
    public void ReadStrings(SharedParts? shared = null) => Strings = new StringTable(this, bytes, shared);

    /// <summary>A stretch of the message.</summary>
    public ReadOnlySpan<byte> Between(int from, int to) => bytes.AsSpan(from, to - from);

    /// <summary>A string by its number in the table.</summary>
    public string String() => Strings.At(Count());

    /// <summary>A reader of the next <paramref name="count"/> bytes, which this one skips.</summary>
    public MessageReader Slice(int count)
    {
        MessageReader slice = new(bytes, _position, _position + count) { Strings = Strings };
        Take(count);
        return slice;
    }

    public T[] Array<T>(Func<MessageReader, T> element)
    {
        int count = Count();
        T[] values = count == 0 ? [] : new T[count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = element(this);
        }

        return values;
    }
}

/// <summary>The strings of a message, made when they are asked for: most belong to bodies.</summary>
internal sealed class StringTable
{
    public static readonly StringTable Empty = new();
    private readonly byte[] _bytes;
    private readonly int[] _ends;
    private readonly int[] _begins;
    private readonly string?[] _made;
    private readonly SharedParts? _shared;

    private StringTable() => (_bytes, _ends, _begins, _made) = ([], [], [], []);

    /// <summary>Reads where they are.</summary>
    public StringTable(MessageReader reader, byte[] bytes, SharedParts? shared)
    {
        _shared = shared;
        int count = reader.Count();
        (_bytes, _begins, _ends, _made) = (bytes, new int[count], new int[count], new string?[count]);
        for (int i = 0; i < count; i++)
        {
            int size = reader.Count();
            _begins[i] = reader.Position;
            reader.Take(size);
            _ends[i] = reader.Position;
        }
    }

    public string At(int number) =>
        _made[number] ??= Made(_bytes.AsSpan(_begins[number], _ends[number] - _begins[number]));

    private string Made(ReadOnlySpan<byte> text) => _shared == null ? Encoding.UTF8.GetString(text) : _shared.Of(text);
}
