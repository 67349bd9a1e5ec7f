using System.Text;

namespace Porting.Build.Link.Dwarf;

/// <summary>A debug section while it is written: numbers in DWARF's encodings, relocations, and fields filled in
/// later.</summary>
internal sealed class DwarfBuffer(string name)
{
    private readonly MemoryStream _bytes = new();
    private readonly List<ElfRelocation> _relocations = [];

    public int Position => (int)_bytes.Length;

    public void Byte(int value) => _bytes.WriteByte((byte)value);

    public void Bytes(params ReadOnlySpan<byte> values) => _bytes.Write(values);

    public void U16(int value) => Bytes((byte)value, (byte)(value >> 8));

    public void U32(uint value)
    {
        U16((int)value);
        U16((int)(value >> 16));
    }

    /// <summary>Seven bits at a time, low ones first, the top bit set on all bytes but the last (DWARF 4, section
    /// 7.6).</summary>
    public void Uleb(uint value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            Byte((int)(value & 0x7f) | 0x80);
        }

        Byte((int)value);
    }

    /// <summary>The same with a sign: ends when the rest is copies of the sign bit of the byte written last.</summary>
    public void Sleb(long value)
    {
        for (; ; value >>= 7)
        {
            bool isLast = value is >= -0x40 and < 0x40;
            Byte((int)(value & 0x7f) | (isLast ? 0 : 0x80));
            if (isLast)
            {
                return;
            }
        }
    }

    public void Text(string text)
    {
        Bytes(Encoding.UTF8.GetBytes(text));
        Byte(0);
    }

    /// <summary>The address of a symbol plus an offset, for the linker to fill in.</summary>
    public void Address(ElfSymbol symbol, uint offset = 0)
    {
        _relocations.Add(new ElfRelocation(Position, symbol, ElfRelocationType.Absolute));
        U32(offset);
    }

    /// <summary>Room for a 32-bit number that is known later.</summary>
    public int Reserve()
    {
        int at = Position;
        U32(0);
        return at;
    }

    public void Fill(int at, uint value)
    {
        _bytes.Position = at;
        U32(value);
        _bytes.Position = _bytes.Length;
    }

    /// <summary>Fills in a length that counts from behind its own field to here.</summary>
    public void FillLength(int at) => Fill(at, (uint)(Position - at - 4));

    public ElfSection ToSection()
    {
        ElfSection section = new(name, _bytes.ToArray(), ElfSectionFlags.None, 1);
        section.Relocations.AddRange(_relocations);
        return section;
    }
}
