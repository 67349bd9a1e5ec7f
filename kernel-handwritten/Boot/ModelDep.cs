using Mach.Boot;
using Mach.Vm;

[assembly: Drops(
    "i386/i386at/model_dep.c",
    "alloc_dma_mem",
    "vm_page_grab_contiguous_pages with the DMA flag finds such memory at any time"
)]
[assembly: Drops("i386/i386at/model_dep.c", "overlaps", "EarlyPages keeps areas instead of stepping over them")]
[assembly: Drops("i386/i386at/model_dep.c", "skip_obstacle", "EarlyPages keeps areas instead of stepping over them")]

namespace Mach;

/// <summary>The page supply of the boot sequence: the part of i386at/model_dep.c that hands out memory.</summary>
internal static unsafe partial class model_dep_c
{
    // Room for EarlyPages' state; zero says that it has not been told about memory yet.
    private static EarlyPages s_earlyPages;
    private static bool s_isSupplied;

    /// <summary>
    /// Take a page before there is a page allocator, from the top of memory downward. The C took what lies above 16 MiB
    /// first and upward, then the rest; nothing depends on the order any more, and downward keeps low memory longest.
    /// </summary>
    /// <param name="size">Bytes; a page, which is all that the boot sequence ever asks for.</param>
    /// <param name="addrp">Gets the physical address.</param>
    /// <returns>FALSE when no page is left.</returns>
    [Replaces("i386/i386at/model_dep.c", "init_alloc_aligned", "880de278ccfd76fa")]
    internal static int init_alloc_aligned(uint size, uint* addrp)
    {
        if (size != PAGE_SIZE)
            panic(T("init_alloc_aligned: one page at a time"u8));
        if (!s_isSupplied)
            KeepWhatIsInUse();
        fixed (EarlyPages* pages = &s_earlyPages)
        {
            if (!pages->TryTake(out Pfn page))
                return FALSE;
            *addrp = page.Start.Value;
        }
        avail_remaining -= PAGE_SIZE;
        return TRUE;
    }

    /// <summary>Where there is no memory, the hole between low memory and 1 MiB, the kernel, and what the boot loader
    /// has left behind.</summary>
    private static void KeepWhatIsInUse()
    {
        fixed (EarlyPages* pages = &s_earlyPages)
        {
            pages->Initialize(new PhysAddr(DirectMapEnd).Page);
            if (!s_ranges.TryKeepHoles(pages, phys_last_addr))
                panic(T("the memory map has too many holes"u8));
            KeepReserved(pages);
            Keep(pages, addr_boot_info->mem_lower * 1024, LOW_MEMORY_END);
            Keep(pages, DirectMap.ToPhysical(_start).Value, DirectMap.ToPhysical(end).Value);
            if ((addr_boot_info->flags & MULTIBOOT_MODS) != 0)
            {
                multiboot_module* modules = (multiboot_module*)
                    DirectMap.ToVirtual(new PhysAddr(addr_boot_info->mods_addr));
                Keep(
                    pages,
                    addr_boot_info->mods_addr,
                    addr_boot_info->mods_addr + addr_boot_info->mods_count * (uint)sizeof(multiboot_module)
                );
                for (uint i = 0; i < addr_boot_info->mods_count; i++)
                {
                    Keep(pages, modules[i].mod_start, modules[i].mod_end);
                    Keep(pages, modules[i].@string, modules[i].@string + PAGE_SIZE);
                }
            }
        }
        s_isSupplied = true;
    }

    /// <summary>Whether a page is a hole of memory, or in use since before boot.</summary>
    internal static bool IsKept(Pfn page)
    {
        fixed (EarlyPages* pages = &s_earlyPages)
            return pages->IsKept(page);
    }

    private static void Keep(EarlyPages* pages, uint start, uint end)
    {
        if (!pages->TryKeep(new PhysAddr(start), new PhysAddr(end)))
            panic(T("init_alloc_aligned: too many boot modules"u8));
    }
}
