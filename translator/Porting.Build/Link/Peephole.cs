using System.Buffers.Binary;

namespace Porting.Build.Link;

/// <summary>
/// Takes out of ilc's code what nothing here needs, in place: code keeps its addresses. Every pattern hangs on a
/// relocation, which says for certain where an instruction's operand lies.
/// <para>Input: the converted object. Output: the same object with shorter paths. Holds after it: the same computation.
/// Never does: anything to code that does not match byte by byte.</para>
/// </summary>
public sealed class Peephole
{
    private const string TrapThreads = "_RhpTrapThreads";

    public static void Apply(ElfObject elf)
    {
        Peephole peephole = new();
        foreach (ElfSection section in elf.Sections.Where(s => (s.Flags & ElfSectionFlags.Execute) != 0))
        {
            peephole.RemovePolls(section);
            peephole.ShortenSwitches(section);
        }
    }

    /// <summary>
    /// Asks whether a collector wants this thread to stop, behind calls to C. There is no collector.
    /// <code>
    /// 83 3D addr 00    cmp dword [_RhpTrapThreads], 0   ->  nothing
    /// 75 / 0F 85       jne ...
    /// </code>
    /// </summary>
    private void RemovePolls(ElfSection section)
    {
        byte[] code = section.Data;
        for (int i = 0; i < section.Relocations.Count; i++)
        {
            ElfRelocation relocation = section.Relocations[i];
            int start = relocation.Offset - 2;
            if (
                relocation.Symbol.Name != TrapThreads
                || start < 0
                || !code.AsSpan(start, 2).SequenceEqual<byte>([0x83, 0x3d])
                || code[start + 6] != 0
            )
            {
                continue;
            }

            int length =
                code[start + 7] == 0x75 ? 9
                : code[start + 7] == 0x0f && code[start + 8] == 0x85 ? 13
                : 0;
            if (length > 0)
            {
                Blank(code.AsSpan(start, length));
                section.Relocations.RemoveAt(i--);
            }
        }
    }

    /// <summary>
    /// Jump tables hold distances from a place in the code, for images that are moved; ours are not.
    /// <code>
    /// 83 F9 n          cmp ecx, n
    /// 77 / 0F 87       ja default
    /// 8D 15 table      lea edx, [table]                 ->  jmp [ecx*4 + table]
    /// 8B 14 8A         mov edx, [edx + ecx*4]
    /// 8D 3D base       lea edi, [base]
    /// 03 D7            add edx, edi
    /// FF E2            jmp edx
    /// </code>
    /// </summary>
    private void ShortenSwitches(ElfSection section)
    {
        List<ElfRelocation> relocations = [.. section.Relocations.OrderBy(r => r.Offset)];
        for (int i = 0; i + 1 < relocations.Count; i++)
        {
            if (Dispatch.At(section, relocations[i], relocations[i + 1]) is { } dispatch && Rebase(section, dispatch))
            {
                Span<byte> code = section.Data.AsSpan(dispatch.Start, Dispatch.Length);
                code[..3].Fill(0);
                code[0] = 0xff;
                code[1] = 0x24; // jmp [disp32 + index*4]
                code[2] = (byte)(0x85 | (dispatch.Index << 3));
                section.Data.AsSpan(dispatch.Start + 2, 4).CopyTo(code[3..]);
                BinaryPrimitives.WriteInt32LittleEndian(code[3..], dispatch.TableOffset);
                code[7..].Fill(0xcc);
                section.Relocations.Remove(relocations[i]);
                section.Relocations.Remove(relocations[i + 1]);
                section.Relocations.Add(
                    new ElfRelocation(dispatch.Start + 3, dispatch.Table, ElfRelocationType.Absolute)
                );
            }
        }
    }

    /// <summary>Turns the distances of a table into addresses; false when another switch has done so, or the table is
    /// not where it should be.</summary>
    private bool Rebase(ElfSection code, Dispatch dispatch)
    {
        ElfSection tables = dispatch.Table.Section!;
        int first = (int)dispatch.Table.Value + dispatch.TableOffset;
        if (
            tables.UninitializedSize != null
            || first + (4 * dispatch.Count) > tables.Data.Length
            || !_rebased.Add((tables, first))
        )
        {
            return false;
        }

        for (int i = 0; i < dispatch.Count; i++)
        {
            Span<byte> entry = tables.Data.AsSpan(first + (4 * i), 4);
            int target = dispatch.Base + BinaryPrimitives.ReadInt32LittleEndian(entry);
            BinaryPrimitives.WriteInt32LittleEndian(entry, target);
            tables.Relocations.Add(new ElfRelocation(first + (4 * i), code.Symbol, ElfRelocationType.Absolute));
        }

        return true;
    }

    private readonly HashSet<(ElfSection, int)> _rebased = [];

    /// <summary>One instruction that does nothing, of up to 15 bytes (Intel SDM volume 2, "NOP"): the longest form and
    /// operand-size prefixes.</summary>
    private static void Blank(Span<byte> code)
    {
        ReadOnlySpan<byte> longest = [0x0f, 0x1f, 0x84, 0, 0, 0, 0, 0];
        code.Fill(0x66);
        longest.CopyTo(code[^longest.Length..]);
    }

    /// <param name="Start">Of the first instruction.</param>
    /// <param name="Index">Number of the register with the index.</param>
    /// <param name="Count">Entries of the table.</param>
    /// <param name="Base">Offset in the section that the distances count from.</param>
    private readonly record struct Dispatch(int Start, int Index, int Count, ElfSymbol Table, int TableOffset, int Base)
    {
        public const int Length = 19;

        public static Dispatch? At(ElfSection section, ElfRelocation table, ElfRelocation from)
        {
            ReadOnlySpan<byte> code = section.Data;
            int start = table.Offset - 2;
            if (
                start < 9
                || start + Length > code.Length
                || from.Offset != start + 11
                || table.Symbol.Section == null
                || from.Symbol.Section != section
                || table.Type != ElfRelocationType.Absolute
                || from.Type != ElfRelocationType.Absolute
            )
            {
                return null;
            }

            ReadOnlySpan<byte> at = code.Slice(start, Length);
            int target = at[1] >> 3 & 7;
            int other = at[10] >> 3 & 7;
            int index = at[8] >> 3 & 7;
            bool matches =
                at[0] == 0x8d
                && (at[1] & 0xc7) == 0x05
                && at[6] == 0x8b
                && at[7] == (0x04 | target << 3)
                && (at[8] & 0xc0) == 0x80
                && (at[8] & 7) == target
                && index != 4
                && at[9] == 0x8d
                && (at[10] & 0xc7) == 0x05
                && at[15] == 0x03
                && at[16] == (0xc0 | target << 3 | other)
                && at[17] == 0xff
                && at[18] == (0xe0 | target);
            if (!matches || CountBefore(code, start, index) is not { } count)
            {
                return null;
            }

            int tableOffset = BinaryPrimitives.ReadInt32LittleEndian(at[2..]);
            int origin = BinaryPrimitives.ReadInt32LittleEndian(at[11..]) + (int)from.Symbol.Value;
            return new Dispatch(start, index, count, table.Symbol, tableOffset, origin);
        }

        /// <summary>The comparison in front says how many entries there are.</summary>
        private static int? CountBefore(ReadOnlySpan<byte> code, int start, int index)
        {
            int compare =
                code[start - 2] == 0x77 ? start - 2
                : code[start - 6] == 0x0f && code[start - 5] == 0x87 ? start - 6
                : -1;
            return compare < 0 ? null
                : compare >= 3
                && code[compare - 3] == 0x83
                && code[compare - 2] == (0xf8 | index)
                && code[compare - 1] < 0x80
                    ? code[compare - 1] + 1
                : compare >= 6 && code[compare - 6] == 0x81 && code[compare - 5] == (0xf8 | index)
                    ? BinaryPrimitives.ReadInt32LittleEndian(code[(compare - 4)..]) + 1
                : compare >= 5 && index == 0 && code[compare - 5] == 0x3d
                    ? BinaryPrimitives.ReadInt32LittleEndian(code[(compare - 4)..]) + 1
                : null;
        }
    }
}
