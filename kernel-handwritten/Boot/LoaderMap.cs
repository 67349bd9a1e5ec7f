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
                {
                    fits &= s_ranges.TryAdd(BaseOf(entry), LengthOf(entry), limit);
                    NameUnreachable(BaseOf(entry), BaseOf(entry) + LengthOf(entry), limit);
                }
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

    // Only PAE reaches memory above 4 GiB. Physical addresses would have 64 bits then, in each page structure, mapping and
    // driver, and page tables twice their size, on machines of all sizes: too much for memory that no driver may have and
    // that is mapped page by page.
    private static void NameUnreachable(ulong start, ulong end, uint limit)
    {
        if (end <= limit)
            return;
        uint first = (uint)((start < limit ? limit : start) >> 20);
        printf(
            T("memory from %u MiB to %u MiB is not used: the kernel reaches %u MiB"u8),
            first,
            (uint)(end >> 20),
            limit >> 20
        );
        printf(T(", behind which are devices and what needs PAE\n"u8));
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

    // cmdline_check has found nothing wrong with the text.
    private static bool Restrict(sbyte* text, uint limit)
    {
        sbyte* at = text;
        MemoryRanges wanted = default;
        MemoryRanges both;
        bool fits =
            OptionText.ReadRanges(&at, limit, &wanted) == OptionFault.None && s_ranges.TryIntersect(ref wanted, &both);
        if (fits)
            fixed (MemoryRanges* ranges = &s_ranges)
                Porting.rt.copy(ranges, &both, (uint)sizeof(MemoryRanges));
        if (!s_ranges.HasAll(DirectMap.ToPhysical(_start).Value, DirectMap.ToPhysical(end).Value))
            cmdline_c.RefuseValue(text, T("there is no memory left where the kernel itself is"u8));
        return fits;
    }

    private static byte* FirstEntry => (byte*)DirectMap.ToVirtual(new PhysAddr(boot_info.mmap_addr));

    private static byte* EndOfEntries => FirstEntry + boot_info.mmap_length;

    private static byte* NextEntry(byte* entry) => entry + *(uint*)entry + EntryHeader;

    private static ulong BaseOf(byte* entry) => *(ulong*)(entry + EntryHeader);

    private static ulong LengthOf(byte* entry) => *(ulong*)(entry + EntryHeader + sizeof(ulong));

    private static uint TypeOf(byte* entry) => *(uint*)(entry + EntryHeader + 2 * sizeof(ulong));
}
