namespace Porting.Build.Compile;

/// <summary>An instruction of IL.</summary>
/// <param name="At">Its offset in the body.</param>
/// <param name="IsLong">The opcode has two bytes, 0xFE and Code.</param>
/// <param name="Code">The opcode's last byte.</param>
internal readonly record struct IlInstruction(int At, bool IsLong, byte Code)
{
    /// <summary>Offset of what follows the opcode.</summary>
    public int Operand => At + (IsLong ? 2 : 1);

    public bool IsShort(byte code) => !IsLong && Code == code;
}

/// <summary>Walks over the instructions of a body (ECMA-335, III.1.2.1 and the descriptions of the
/// instructions).</summary>
internal ref struct IlInstructions(ReadOnlySpan<byte> il)
{
    public const byte Call = 0x28;
    public const byte Calli = 0x29;
    private const byte TwoBytes = 0xfe;
    private const byte Switch = 0x45;

    private readonly ReadOnlySpan<byte> _il = il;
    private int _next;

    public IlInstruction Current { get; private set; }

    public readonly IlInstructions GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next >= _il.Length)
        {
            return false;
        }

        bool isLong = _il[_next] == TwoBytes;
        Current = new IlInstruction(_next, isLong, _il[isLong ? _next + 1 : _next]);
        int operand = Current.Operand;
        _next =
            operand
            + (
                Current.IsShort(Switch)
                    ? 4 + (4 * BitConverter.ToInt32(_il[operand..]))
                    : OperandSize(isLong, Current.Code)
            );
        return true;
    }

    private static int OperandSize(bool isLong, byte code) =>
        isLong
            ? code switch
            {
                0x06 or 0x07 or 0x15 or 0x16 or 0x1c => 4,
                >= 0x09 and <= 0x0e => 2,
                0x12 or 0x19 => 1,
                _ => 0,
            }
            : code switch
            {
                >= 0x0e and <= 0x13 or 0x1f or >= 0x2b and <= 0x37 or 0xde => 1,
                0x20
                or 0x22
                or >= 0x27
                and <= 0x29
                or >= 0x38
                and <= 0x44
                or >= 0x6f
                and <= 0x75
                or 0x79
                or >= 0x7b
                and <= 0x81
                or 0x8c
                or 0x8d
                or 0x8f
                or >= 0xa3
                and <= 0xa5
                or 0xc2
                or 0xc6
                or 0xd0
                or 0xdd => 4,
                0x21 or 0x23 => 8,
                _ => 0,
            };
}
