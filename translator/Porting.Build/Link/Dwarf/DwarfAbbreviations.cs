namespace Porting.Build.Link.Dwarf;

/// <summary>The shapes of the entries in .debug_info, and the table that tells the debugger about them (DWARF 4,
/// section 7.5.3).</summary>
internal static class DwarfAbbreviations
{
    public const uint CompileUnit = 1;
    public const uint Function = 2;
    public const uint VoidFunction = 3;
    public const uint Parameter = 4;
    public const uint Local = 5;
    public const uint BaseType = 6;
    public const uint Pointer = 7;
    public const uint VoidPointer = 8;
    public const uint Struct = 9;
    public const uint Member = 10;
    public const uint UnspecifiedType = 11;
    public const uint Array = 12;
    public const uint Subrange = 13;
    public const uint Enumeration = 14;
    public const uint Enumerator = 15;
    public const uint FunctionType = 16;

    // Tags, attributes and forms: DW_TAG_*, DW_AT_*, DW_FORM_*.
    private const uint Name = 0x03,
        Location = 0x02,
        ByteSize = 0x0b,
        StatementList = 0x10,
        LowPc = 0x11,
        HighPc = 0x12,
        Language = 0x13,
        CompileDirectory = 0x1b;
    private const uint ConstValue = 0x1c,
        Producer = 0x25,
        Prototyped = 0x27,
        Count = 0x37,
        MemberOffset = 0x38,
        Encoding = 0x3e,
        External = 0x3f,
        FrameBase = 0x40,
        Type = 0x49;
    private const uint Address = 0x01,
        Data4 = 0x06,
        String = 0x08,
        Data1 = 0x0b,
        Sdata = 0x0d,
        Udata = 0x0f,
        Ref4 = 0x13,
        SectionOffset = 0x17,
        ExpressionLocation = 0x18,
        FlagPresent = 0x19;

    private static readonly (uint Code, uint Tag, bool HasChildren, (uint Attribute, uint Form)[] Attributes)[] Table =
    [
        (
            CompileUnit,
            0x11,
            true,
            [
                (Producer, String),
                (Language, Data1),
                (Name, String),
                (CompileDirectory, String),
                (StatementList, SectionOffset),
                (LowPc, Address),
                (HighPc, Data4),
            ]
        ),
        (
            Function,
            0x2e,
            true,
            [
                (Name, String),
                (LowPc, Address),
                (HighPc, Data4),
                (External, FlagPresent),
                (Prototyped, FlagPresent),
                (FrameBase, ExpressionLocation),
                (Type, Ref4),
            ]
        ),
        (
            VoidFunction,
            0x2e,
            true,
            [
                (Name, String),
                (LowPc, Address),
                (HighPc, Data4),
                (External, FlagPresent),
                (Prototyped, FlagPresent),
                (FrameBase, ExpressionLocation),
            ]
        ),
        (Parameter, 0x05, false, [(Name, String), (Type, Ref4), (Location, SectionOffset)]),
        (Local, 0x34, false, [(Name, String), (Type, Ref4), (Location, SectionOffset)]),
        (BaseType, 0x24, false, [(Name, String), (ByteSize, Data1), (Encoding, Data1)]),
        (Pointer, 0x0f, false, [(ByteSize, Data1), (Type, Ref4)]),
        (VoidPointer, 0x0f, false, [(ByteSize, Data1)]),
        (Struct, 0x13, true, [(Name, String), (ByteSize, Udata)]),
        (Member, 0x0d, false, [(Name, String), (Type, Ref4), (MemberOffset, Udata)]),
        (UnspecifiedType, 0x3b, false, [(Name, String)]),
        (Array, 0x01, true, [(Type, Ref4)]),
        (Subrange, 0x21, false, [(Count, Udata)]),
        (Enumeration, 0x04, true, [(Name, String), (ByteSize, Data1)]),
        (Enumerator, 0x28, false, [(Name, String), (ConstValue, Sdata)]),
        (FunctionType, 0x15, false, []),
    ];

    public static ElfSection Write()
    {
        DwarfBuffer buffer = new(".debug_abbrev");
        foreach ((uint code, uint tag, bool hasChildren, (uint Attribute, uint Form)[] attributes) in Table)
        {
            buffer.Uleb(code);
            buffer.Uleb(tag);
            buffer.Byte(hasChildren ? 1 : 0);
            foreach ((uint attribute, uint form) in attributes)
            {
                buffer.Uleb(attribute);
                buffer.Uleb(form);
            }

            buffer.Bytes(0, 0);
        }

        buffer.Byte(0);
        return buffer.ToSection();
    }
}
