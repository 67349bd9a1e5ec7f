namespace Porting.Build.Link.CodeView;

/// <summary>The built-in types: the low byte of the index is the kind, the next nibble says whether it is a pointer to
/// that (cvinfo.h, "primitive types").</summary>
public readonly record struct CvBasicType(string Name, int Size, DwarfEncoding Encoding)
{
    public static bool IsPointer(uint index) => (index & 0xf00) != 0;

    public static CvBasicType? Find(uint index) =>
        (index & 0xff) switch
        {
            0x10 or 0x68 => new CvBasicType("sbyte", 1, DwarfEncoding.SignedChar),
            0x20 or 0x69 => new CvBasicType("byte", 1, DwarfEncoding.UnsignedChar),
            0x70 => new CvBasicType("char", 1, DwarfEncoding.SignedChar),
            0x71 or 0x7a => new CvBasicType("char16", 2, DwarfEncoding.Unsigned),
            0x11 or 0x72 => new CvBasicType("short", 2, DwarfEncoding.Signed),
            0x21 or 0x73 => new CvBasicType("ushort", 2, DwarfEncoding.Unsigned),
            0x12 or 0x74 => new CvBasicType("int", 4, DwarfEncoding.Signed),
            0x22 or 0x75 => new CvBasicType("uint", 4, DwarfEncoding.Unsigned),
            0x13 or 0x76 => new CvBasicType("long", 8, DwarfEncoding.Signed),
            0x23 or 0x77 => new CvBasicType("ulong", 8, DwarfEncoding.Unsigned),
            0x30 => new CvBasicType("bool", 1, DwarfEncoding.Boolean),
            0x40 => new CvBasicType("float", 4, DwarfEncoding.Float),
            0x41 => new CvBasicType("double", 8, DwarfEncoding.Float),
            _ => null, // void and what has no size
        };
}

/// <summary>DW_ATE_* (DWARF 4, section 7.8).</summary>
public enum DwarfEncoding : byte
{
    Boolean = 2,
    Float = 4,
    Signed = 5,
    SignedChar = 6,
    Unsigned = 7,
    UnsignedChar = 8,
}
