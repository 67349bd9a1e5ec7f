using Mach.Boot;
using Mach.Vm;

namespace Mach;

/// <summary>
/// The boot loader's map of memory (Multiboot Specification 0.6.96, "Boot information format", mmap_*), and what the
/// command line takes away from it: <c>memmap=START-END,...</c>, in hexadecimal, leaves the memory in those ranges.
/// </summary>
internal static unsafe partial class model_dep_c
{
    private const uint MULTIBOOT_MMAP = 0x040;
    private const uint USABLE = 1;

    // Bytes of an entry: base, length, type; in front of it their number. The 64-bit fields are not aligned.
    private const uint EntryHeader = sizeof(uint);

    private static MemoryRanges s_ranges;

    /// <summary>Where there is memory, set by mem_size_init.</summary>
    internal static ref MemoryRanges Ranges => ref s_ranges;

    // Without a map the two numbers of old have to do.
    private static void FindRanges(uint limit)
    {
        bool fits = true;
        if ((boot_info.flags & MULTIBOOT_MMAP) != 0)
        {
            for (byte* entry = FirstEntry; entry < EndOfEntries; entry = NextEntry(entry))
                if (TypeOf(entry) == USABLE)
                    fits &= s_ranges.TryAdd(BaseOf(entry), LengthOf(entry), limit);
        }
        else
        {
            fits =
                s_ranges.TryAdd(0, boot_info.mem_lower * 1024ul, limit)
                && s_ranges.TryAdd(LOW_MEMORY_END, boot_info.mem_upper * 1024ul, limit);
        }
        sbyte* wanted = cmdline_value(T("memmap"u8));
        if (wanted != null)
            fits &= Restrict(wanted, limit);
        if (!fits)
            panic(T("the memory map has too many ranges"u8));
    }

    /// <summary>Keep what the map has under another type, also where it overlaps memory.</summary>
    private static void KeepReserved(EarlyPages* pages)
    {
        if ((boot_info.flags & MULTIBOOT_MMAP) == 0)
            return;
        for (byte* entry = FirstEntry; entry < EndOfEntries; entry = NextEntry(entry))
        {
            ulong end = BaseOf(entry) + LengthOf(entry);
            if (TypeOf(entry) != USABLE && BaseOf(entry) < phys_last_addr)
                Keep(pages, (uint)BaseOf(entry), end < phys_last_addr ? (uint)end : phys_last_addr);
        }
    }

    private static bool Restrict(sbyte* text, uint limit)
    {
        MemoryRanges wanted = default;
        bool fits = true;
        while (*text is not (0 or (sbyte)' '))
        {
            uint start = BootOptions.Hex(&text);
            if (*text++ != (sbyte)'-')
                panic(T("memmap=START-END,... in hexadecimal"u8));
            uint end = BootOptions.Hex(&text);
            if (end > start)
                fits &= wanted.TryAdd(start, end - start, limit);
            if (*text == (sbyte)',')
                text++;
        }
        MemoryRanges both;
        fits &= s_ranges.TryIntersect(ref wanted, &both);
        fixed (MemoryRanges* ranges = &s_ranges)
            Porting.rt.copy(ranges, &both, (uint)sizeof(MemoryRanges));
        return fits;
    }

    private static byte* FirstEntry => (byte*)DirectMap.ToVirtual(new PhysAddr(boot_info.mmap_addr));

    private static byte* EndOfEntries => FirstEntry + boot_info.mmap_length;

    private static byte* NextEntry(byte* entry) => entry + *(uint*)entry + EntryHeader;

    private static ulong BaseOf(byte* entry) => *(ulong*)(entry + EntryHeader);

    private static ulong LengthOf(byte* entry) => *(ulong*)(entry + EntryHeader + sizeof(ulong));

    private static uint TypeOf(byte* entry) => *(uint*)(entry + EntryHeader + 2 * sizeof(ulong));
}
