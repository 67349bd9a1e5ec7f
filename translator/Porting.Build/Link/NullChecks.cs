using Iced.Intel;

namespace Porting.Build.Link;

/// <summary>
/// C# looks whether something is at a pointer before it computes the address of a member, by an access whose result
/// nobody takes; <c>&amp;p->member</c> of C only computes.
/// <code>
/// 38 /r            cmp byte [reg], reg's own low byte   ->  nothing
/// 39 /r            cmp dword [reg], reg                 ->  nothing
/// 0F BE /r movsx reg, byte [0] -> mov reg, 0 (a pointer that the compiler found to be null)
/// </code>
/// <para>Input: the converted object of a hosted program. Output: the same object, code at its old addresses. Holds
/// after it: the same computation, without reads that C does not have. Never does: a comparison where the next
/// instruction asks for the flags; a read whose address the linker fills in.</para>
/// </summary>
public static class NullChecks
{
    public static void Apply(ElfObject elf)
    {
        foreach (ElfSection section in elf.Sections.Where(s => (s.Flags & ElfSectionFlags.Execute) != 0))
        {
            HashSet<int> filledIn = [.. section.Relocations.Select(r => r.Offset)];
            foreach (Instruction check in Find(section.Data, filledIn))
            {
                Span<byte> place = section.Data.AsSpan((int)check.IP, check.Length);
                if (check.Mnemonic == Mnemonic.Movsx)
                {
                    place.Clear();
                    place[0] = (byte)(MovToEax + (check.Op0Register - Register.EAX));
                }

                TwoByteNop.CopyTo(place[^TwoByteNop.Length..]);
            }
        }
    }

    /// <summary>xchg ax, ax</summary>
    private static ReadOnlySpan<byte> TwoByteNop => [0x66, 0x90];

    private const byte MovToEax = 0xb8;

    private static List<Instruction> Find(byte[] code, HashSet<int> filledIn)
    {
        Decoder decoder = Decoder.Create(32, code);
        List<Instruction> found = [];
        Instruction before = default;
        while (decoder.IP < (ulong)code.Length)
        {
            Instruction instruction = decoder.Decode();
            if (IsCheck(code, before) && instruction.RflagsRead == RflagsBits.None)
            {
                found.Add(before);
            }

            if (IsRead(instruction) && !filledIn.Contains((int)instruction.IP + DisplacementAt))
            {
                found.Add(instruction);
            }

            before = instruction;
        }

        return found;
    }

    private const int DisplacementAt = 3;

    private static bool IsRead(Instruction instruction) =>
        instruction
            is {
                Length: DisplacementAt + 4,
                Code: Code.Movsx_r32_rm8,
                Op1Kind: OpKind.Memory,
                MemoryBase: Register.None,
                MemoryIndex: Register.None,
                MemoryDisplacement32: 0,
                SegmentPrefix: Register.None
            };

    private static bool IsCheck(byte[] code, Instruction instruction)
    {
        if (instruction is not { Length: 2, Code: Code.Cmp_rm8_r8 or Code.Cmp_rm32_r32, Op0Kind: OpKind.Memory })
        {
            return false;
        }

        byte operands = code[(int)instruction.IP + 1];
        return operands >> 3 == (operands & 7); // mod 00, the same register twice
    }
}
