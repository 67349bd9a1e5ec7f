using Mach.Vm;

namespace Mach;

/// <summary>
/// Free pages in a debug boot (<c>memdebug</c> on the command line): full of poison, which is looked at when the page
/// is handed out, and not in the direct map, so that whoever touches one faults at that instruction. Poison alone would
/// be late and see no reads; the missing entry alone would miss what devices write. Pages beyond the direct map have
/// the poison alone.
///
/// <para>A table has for each page who took it or gave it back last.</para>
///
/// <para>Guard: interrupts are off, as they are wherever pages come and go.</para>
/// </summary>
internal static unsafe class PageGuard
{
    private static uint* s_callers;
    private static bool s_isOn;

    public static bool IsOn => s_isOn;

    /// <summary>Bytes of the table of callers.</summary>
    public static uint BytesFor(uint pages) => pages * sizeof(uint);

    /// <summary>From now on; all pages that are free at the moment are treated as if they had been given
    /// back.</summary>
    public static void Begin(uint* callers, uint pages)
    {
        s_callers = callers;
        for (uint number = 0; number < pages; number++)
        {
            s_callers[number] = 0;
            if (VmFreePages.Pages.IsFree(new Pfn(number)))
                Hide(new Pfn(number));
        }
        s_isOn = true;
        PageWatch.IsOn = true;
    }

    /// <summary>Who took or gave back a page last; null for nobody.</summary>
    public static void* CallerOf(Pfn page) => (void*)s_callers[page.Value];

    /// <summary>A page is handed out. It still has the poison in it.</summary>
    public static void OnGrab(Pfn page)
    {
        // A page that was touched while it was free is there again, and was reported.
        bool wasTouched = IsDirect(page) && pmap_c.IsPresent(page.Start);
        if (IsDirect(page))
            pmap_c.SetPresent(page.Start, true);
        byte* memory = MemoryOf(page);
        byte* damage = Poison.FirstOther(memory, Pfn.PageSize, Poison.Freed);
        if (damage != null)
        {
            if (!wasTouched)
                BadUse.ReportStrayWrite(page.Start.Value + (uint)(damage - memory), CallerOf(page));
            Poison.Fill(memory, Pfn.PageSize, Poison.Freed);
        }
        s_callers[page.Value] = (uint)CallSite.OfMemoryEntry();
    }

    /// <summary>A page has come back.</summary>
    public static void OnRelease(Pfn page)
    {
        Hide(page);
        s_callers[page.Value] = (uint)CallSite.OfMemoryEntry();
    }

    /// <summary>
    /// A page fault: if it is a free page's, say so, and let the instruction go on. The page stays there until it is
    /// free the next time.
    /// </summary>
    public static bool OnFault(i386_saved_state* regs, uint address)
    {
        if (!s_isOn || !DirectMap.Has((void*)address))
            return false;
        Pfn page = DirectMap.ToPhysical((void*)address).Page;
        if (!VmFreePages.Pages.IsFree(page) || pmap_c.IsPresent(page.Start))
            return false;
        BadUse.ReportTouch(address, (regs->err & T_PF_WRITE) != 0, (void*)regs->eip, CallerOf(page));
        pmap_c.SetPresent(page.Start, true);
        return true;
    }

    private static void Hide(Pfn page)
    {
        Poison.Fill(MemoryOf(page), Pfn.PageSize, Poison.Freed);
        if (IsDirect(page))
            pmap_c.SetPresent(page.Start, false);
    }

    private static bool IsDirect(Pfn page) => page.Start.Value < DirectMapLimit;

    private static byte* MemoryOf(Pfn page) => (byte*)pmap_c.AddressOf(page.Start.Value, pmap_c.GuardWindow);
}
