using Iced.Intel;

namespace Porting.Build.Link;

/// <summary>
/// Copies of structs beyond 64 bytes: ilc writes <c>mov ecx, n; rep movsb</c>, which takes the processor longer to
/// start than most such copies last. A call of a routine for just that size takes its place; the routines are appended
/// to the object.
/// <para>Input: the converted object of a hosted program. Output: the same object. Holds after it: ESI, EDI and ECX are
/// what they were after the instruction, every other register and the flags are untouched. Not for kernels: the
/// routines use SSE registers.</para>
/// </summary>
public sealed class BlockCopies
{
    /// <summary>From here on the instruction is the faster one.</summary>
    private const int LargestBytes = 512;

    private readonly ElfObject _elf;
    private readonly Dictionary<int, ElfSymbol> _routines = [];
    private readonly List<byte> _code = [];

    private BlockCopies(ElfObject elf) => _elf = elf;

    public static void Apply(ElfObject elf)
    {
        BlockCopies copies = new(elf);
        List<(ElfSection Section, int Offset, int Bytes)> found =
        [
            .. elf
                .Sections.Where(s => (s.Flags & ElfSectionFlags.Execute) != 0)
                .SelectMany(s => Find(s).Select(f => (s, f.Offset, f.Bytes))),
        ];
        if (found.Count == 0)
        {
            return;
        }

        Dictionary<int, int> starts = [];
        foreach (int bytes in found.Select(f => f.Bytes).Distinct().Order())
        {
            starts[bytes] = copies.Write(bytes);
        }

        ElfSection section = elf.AddSection(
            new ElfSection(".text.copies", [.. copies._code], ElfSectionFlags.Alloc | ElfSectionFlags.Execute, 16)
        );
        foreach ((ElfSection code, int offset, int bytes) in found)
        {
            copies.Call(code, offset, bytes, section, starts[bytes]);
        }
    }

    /// <summary>Places of the pair of instructions, from its first byte on. Nobody jumps between the two: the second
    /// needs the first's count.</summary>
    private static IEnumerable<(int Offset, int Bytes)> Find(ElfSection section)
    {
        Decoder decoder = Decoder.Create(32, section.Data);
        HashSet<ulong> targets = [];
        List<(int Offset, int Bytes)> found = [];
        Instruction before = default;
        while (decoder.IP < (ulong)section.Data.Length)
        {
            Instruction instruction = decoder.Decode();
            if (instruction.IsJmpShortOrNear || instruction.IsJccShortOrNear)
            {
                targets.Add(instruction.NearBranchTarget);
            }

            if (
                instruction is { Code: Code.Movsb_m8_m8, HasRepPrefix: true, Length: 2 }
                && before is { Code: Code.Mov_r32_imm32, Op0Register: Register.ECX, Length: 5 }
                && before.Immediate32 is > 64 and <= LargestBytes
            )
            {
                found.Add(((int)before.IP, (int)before.Immediate32));
            }

            before = instruction;
        }

        HashSet<int> relocated = [.. section.Relocations.Select(r => r.Offset)];
        return found.Where(f => !targets.Contains((ulong)f.Offset + 5) && !relocated.Contains(f.Offset + 1));
    }

    private void Call(ElfSection code, int offset, int bytes, ElfSection routines, int start)
    {
        if (!_routines.TryGetValue(bytes, out ElfSymbol? routine))
        {
            _routines[bytes] = routine = _elf.AddSymbol(
                new ElfSymbol($"copy.{bytes}", routines, (uint)start) { Kind = ElfSymbolKind.Function }
            );
        }

        // call routine; nop of two bytes. The field holds the addend.
        ((ReadOnlySpan<byte>)[0xe8, 0xfc, 0xff, 0xff, 0xff, 0x66, 0x90]).CopyTo(code.Data.AsSpan(offset));
        code.Relocations.Add(new ElfRelocation(offset + 1, routine, ElfRelocationType.PcRelative));
    }

    /// <summary>
    /// The routine for one size. Nothing but LEA and MOV: the flags stay. 16 bytes at a time through XMM0, which is
    /// kept on the stack; the last piece overlaps the one before. That is right for areas that are the same or do not
    /// overlap, as C demands of assignments (C11 6.5.16.1).
    /// </summary>
    private int Write(int bytes)
    {
        while (_code.Count % 16 != 0)
        {
            _code.Add(0xcc);
        }

        int start = _code.Count;
        _code.AddRange([0x8d, 0x64, 0x24, 0xf0]); // lea esp, [esp - 16]
        _code.AddRange([0x0f, 0x11, 0x04, 0x24]); // movups [esp], xmm0
        int[] places =
        [
            .. Enumerable.Range(0, bytes / 16).Select(i => 16 * i),
            .. bytes % 16 == 0 ? Array.Empty<int>() : [bytes - 16],
        ];
        foreach (int at in places)
        {
            _code.AddRange([0x0f, 0x10, 0x86, .. BitConverter.GetBytes(at)]); // movups xmm0, [esi + at]
            _code.AddRange([0x0f, 0x11, 0x87, .. BitConverter.GetBytes(at)]); // movups [edi + at], xmm0
        }

        _code.AddRange([0x0f, 0x10, 0x04, 0x24]); // movups xmm0, [esp]
        _code.AddRange([0x8d, 0x64, 0x24, 0x10]); // lea esp, [esp + 16]
        _code.AddRange([0x8d, 0xb6, .. BitConverter.GetBytes(bytes)]); // lea esi, [esi + bytes]
        _code.AddRange([0x8d, 0xbf, .. BitConverter.GetBytes(bytes)]); // lea edi, [edi + bytes]
        _code.AddRange([0xb9, 0, 0, 0, 0]); // mov ecx, 0
        _code.Add(0xc3);
        return start;
    }
}
