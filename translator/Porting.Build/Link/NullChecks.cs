using Iced.Intel;

namespace Porting.Build.Link;

/// <summary>
/// C# looks whether something is at a pointer before it computes the address of a member, by a comparison whose result nobody takes; <c>&amp;p->member</c> of C only computes.
/// <code>
/// 38 /r            cmp byte [reg], reg's own low byte   ->  nothing
/// 39 /r            cmp dword [reg], reg
/// </code>
/// <para>Input: the converted object of a hosted program. Output: the same object, code at its old addresses. Holds after it: the same computation, without reads that C does not have. Never does: anything where the next instruction asks
/// for the flags.</para>
/// </summary>
public static class NullChecks
{
    public static void Apply(ElfObject elf)
    {
        foreach (ElfSection section in elf.Sections.Where(s => (s.Flags & ElfSectionFlags.Execute) != 0))
        {
            foreach (int offset in Find(section.Data))
            {
                // xchg ax, ax
                section.Data[offset] = 0x66;
                section.Data[offset + 1] = 0x90;
            }
        }
    }

    /// <summary>Offsets of the comparisons, each of two bytes.</summary>
    private static List<int> Find(byte[] code)
    {
        Decoder decoder = Decoder.Create(32, code);
        List<int> found = [];
        Instruction before = default;
        while (decoder.IP < (ulong)code.Length)
        {
            Instruction instruction = decoder.Decode();
            if (IsCheck(code, before) && instruction.RflagsRead == RflagsBits.None)
            {
                found.Add((int)before.IP);
            }

            before = instruction;
        }

        return found;
    }

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
