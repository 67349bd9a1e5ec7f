using Mach.Vm;

namespace Mach;

/// <summary>
/// Start of the Linux drivers: linux_init of linux/dev/init/main.c. Memory for the PCI devices comes from
/// __get_free_pages like all other memory of the glue, and what pci_init leaves of it goes back page by page.
/// </summary>
internal static unsafe partial class main_c
{
    /// <summary>2^7 pages, 512 KiB: what pci_init may use.</summary>
    private const uint CONTIG_ALLOC_ORDER = 7;

    /// <summary>
    /// Set the drivers up. Runs in machine_init, before there are threads: all waiting is done by spinning, with the
    /// glue's own clock handler.
    /// </summary>
    [Replaces("linux/dev/init/main.c", "linux_init", "b6a7778b96abdb0a")]
    internal static void linux_init()
    {
        high_memory = (uint)DirectMap.ToVirtual(new PhysAddr(DirectMapEnd));

        linux_sched_init();
        init_IRQ();
        calibrate_delay();

        fixed (sbyte* tables = drive_info.dummy)
        {
            copy_drive_table(tables, BIOS_DISK0_VECTOR);
            copy_drive_table(tables + 16, BIOS_DISK1_VECTOR);
        }

        linux_kmem_init();
        InitializePci();
        blk_dev_init();
        linux_kmem_collect(); // what probing has used and let go

        Interrupts.SaveAndDisable();
        restore_IRQ();
        linux_auto_config = 0;
        Interrupts.Enable();
    }

    // The devices found keep the front of the block for as long as the system runs.
    private static void InitializePci()
    {
        // Without memory pci_init says so and finds none.
        uint start = __get_free_pages(GFP_ATOMIC, CONTIG_ALLOC_ORDER, 1);
        if (start == 0)
        {
            _ = pci_init(0, 0);
            return;
        }

        uint end = start + (Pfn.PageSize << (int)CONTIG_ALLOC_ORDER);
        uint used = pci_init(start, end);
        if (used > end)
            panic(T("linux_init: pci_init ran over its memory"u8));

        for (uint page = start + Pfn.PagesFor(used - start) * Pfn.PageSize; page < end; page += Pfn.PageSize)
            free_pages(page, 0);
    }
}
