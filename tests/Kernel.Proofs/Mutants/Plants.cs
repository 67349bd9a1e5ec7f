namespace Kernel.Proofs;

/// <summary>A mistake that was made by hand, and the tests that have to notice it.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Noticed">A suite of the kernel, <c>SUITE@MIB</c> on a machine with so much memory, or a test class of
/// <c>Kernel.Host</c> or <c>Kernel.Boot</c>. Each of them has to notice.</param>
/// <param name="Edits">What stands in a file, once, and what stands there instead.</param>
internal sealed record Plant(
    string Name,
    IReadOnlyList<string> Noticed,
    params IReadOnlyList<(string File, string Old, string New)> Edits
)
{
    public IEnumerable<Edit> In(IReadOnlyDictionary<string, string> texts)
    {
        foreach ((string file, string old, string replacement) in Edits)
        {
            int at = texts[file].IndexOf(old, StringComparison.Ordinal);
            if (at < 0 || texts[file].IndexOf(old, at + 1, StringComparison.Ordinal) >= 0)
                throw new ProofFailure($"plant '{Name}': '{old}' does not stand in {file} once");
            yield return new Edit(file, at, old.Length, replacement);
        }
    }
}

/// <summary>
/// Mistakes of which each was made at some time, and others of their kinds. First what the memory system once did wrong,
/// put back; then what tests once did not notice.
/// </summary>
internal static class Plants
{
    public static readonly IReadOnlyList<Plant> All =
    [
        new(
            "who waits for any page is not woken by one of high memory",
            ["ScheduleTests", "reclaim@1200"],
            ("Vm/VmWaiters.cs", "VmFreePages.Pages.MayGrab(FlagsOf(waiter))", "VmFreePages.OrdinaryFree > 0"),
            (
                "Vm/VmWaiters.cs",
                "for (uint top = row; top < PmapZones.RowCount; top++)",
                "for (uint top = row; top < PmapZones.HighRow; top++)"
            )
        ),
        new(
            "the daemon evicts whatever is oldest",
            ["reclaim"],
            (
                "Vm/VmPageout.cs",
                "VmFreePages.Rows[PmapZones.RowOf(new PhysAddr(page->phys_addr).Page)].Shortage != 0\n        ||",
                "page != null ||"
            )
        ),
        new(
            "nothing moves, and eviction does not look at zones",
            ["reclaim"],
            ("Kmem/KmemPages.cs", "if (!KmemSleep.MayWait(request.Priority))", "if (request.SizePages != 0)"),
            ("Vm/VmMigration.cs", "if (row + 1 == PmapZones.RowCount || !IsMovable(page))", "if (page != null)"),
            (
                "Vm/VmPageout.cs",
                "VmFreePages.Rows[PmapZones.RowOf(new PhysAddr(page->phys_addr).Page)].Shortage != 0\n        ||",
                "page != null ||"
            )
        ),
        new(
            "a run is not made of pages that can move, but waited for",
            ["reclaim"],
            ("Kmem/KmemPages.cs", "if (!KmemSleep.MayWait(request.Priority))", "if (request.SizePages != 0)")
        ),
        new(
            "a record is written over while it is printed",
            ["ScheduleTests"],
            ("Diag/ReportLog.cs", "RecordAt(_written++)", "RecordAt(_written++ & 0)"),
            ("Diag/ReportLog.cs", "RecordAt(_read)", "RecordAt(_read & 0)")
        ),
        new(
            "a handler prints amid a thread's report",
            ["ScheduleTests", "reports"],
            ("Diag/BadUse.cs", "if (s_isPrinting)\n            return;", ""),
            ("Diag/BadUse.cs", "if (Interrupts.WereOn(saved) && !Interrupts.InHandler)", "if (saved != 0)")
        ),
        new(
            "what a handler may take is up to whom it interrupted",
            ["ScheduleTests", "requester"],
            ("Vm/VmFreePages.cs", "if (!Interrupts.WereOn(interrupts) || Interrupts.InHandler)", "if (interrupts == 1)")
        ),
        new(
            "requests that cannot wait end where ordinary ones do",
            ["QuickProof", "requester"],
            ("Vm/Zone.cs", "Floor + reserve / 2", "Min + reserve")
        ),
        new(
            "a run is known by its first page",
            ["kmem"],
            ("Kmem/KmemPages.cs", "uint run = ++s_runs;", "uint run = (uint)(nuint)pages >> Pfn.Shift;")
        ),
        new(
            "a refusal for the share of external objects is in no column",
            ["requester"],
            ("Vm/VmFreePages.cs", "s_pages.TopOf(flags)->Counters.RefusedLimit++;", "")
        ),
        new(
            "a refusal by a test is in no column",
            ["requester"],
            ("Vm/VmFreePages.cs", "s_pages.TopOf(flags)->Counters.RefusedTest++;", "")
        ),
        new(
            "a search for a run does not give way",
            ["interrupts_off"],
            ("Vm/VmFreeRuns.cs", "Interrupts.Restore(saved);\n        Interrupts.SaveAndDisable();", "")
        ),
        new(
            "statistics are taken with interrupts off",
            ["interrupts_off"],
            (
                "Vm/ZoneStatistics.cs",
                "uint changes;\n        do\n        {\n            changes = VmFreePages.Changes;",
                "uint changes;\n        uint saved = Interrupts.SaveAndDisable(); VmCheck.Verify(); Interrupts.Restore(saved);\n        do\n        {\n            changes = VmFreePages.Changes;"
            )
        ),
        new(
            "what came back before a wait is not seen",
            ["ScheduleTests", "kmem_wait"],
            ("Kmem/KmemSleep.cs", "if (Freed(_dma) != _seen)", "if (ticks < 0)")
        ),
        new(
            "numbers of options wrap around",
            ["OptionTextTests", "BootOptionTests"],
            (
                "Boot/OptionText.cs",
                "if (number > (radix == 16 ? ulong.MaxValue >> 4 : ulong.MaxValue / 10) || times > ulong.MaxValue - digit)",
                "if (radix == 0)"
            )
        ),
        new(
            "an empty range is none of the errors",
            ["OptionTextTests", "BootOptionTests"],
            ("Boot/OptionText.cs", "if (start < end && ranges->", "if (start <= end && ranges->")
        ),
        new(
            "a reversed range is an empty one",
            ["OptionTextTests", "BootOptionTests"],
            ("Boot/OptionText.cs", "start == end ? OptionFault.EmptyRange", "start >= end ? OptionFault.EmptyRange")
        ),
        new(
            "upper-case digits are none",
            ["OptionTextTests"],
            ("Boot/OptionText.cs", "(uint)(character - (sbyte)'A') + 10", "255")
        ),
        new(
            "memory that is not used is not named",
            ["BootOptionTests"],
            ("Boot/LoaderMap.cs", "NameUnreachable(BaseOf(entry), BaseOf(entry) + LengthOf(entry), limit);", "")
        ),
        // What tests did not notice once.
        new(
            "blocks of 128 KiB may cross a line that a transfer cannot",
            ["RequestTests"],
            ("Kmem/KmemRequest.cs", "SizePages > DmaWindowPages16 ? 0", "SizePages >= DmaWindowPages16 ? 0")
        ),
        new(
            "the last page of the reserve wakes nobody",
            ["ScheduleTests"],
            (
                "Vm/VmFreePages.cs",
                "if (vm_page_free_wanted != 0)",
                "if (vm_page_free_wanted != 0 && vm_page_free_count > vm_page_free_reserved)"
            )
        ),
        new(
            "the daemon's poke is cleared after interrupts are back on",
            ["ScheduleTests"],
            (
                "Vm/VmWakeups.cs",
                "s_pokeDaemon = false;\n        s_wakeKmem = false;\n        s_wakeKmemDma = false;\n        s_externals = 0;\n        Interrupts.Restore(saved);",
                "s_wakeKmem = false;\n        s_wakeKmemDma = false;\n        s_externals = 0;\n        Interrupts.Restore(saved);\n        s_pokeDaemon = false;\n        s_isOwed = false;"
            )
        ),
        new(
            "a converted page is charged to nobody",
            ["requester"],
            ("Vm/VmPageGrab.cs", "m->external = real->external;\n        m->extcounted = real->extcounted;", "")
        ),
        // Of their kinds.
        new(
            "the count of a converted page is not copied",
            ["requester"],
            ("Vm/VmPageGrab.cs", "m->extcounted = real->extcounted;", "")
        ),
        new(
            "a page of an external object goes back without its charge",
            ["requester"],
            ("Vm/VmFreePages.cs", "if (external != 0)\n            vm_page_external_count--;", "")
        ),
        new(
            "a wakeup goes to who has a choice first",
            ["ScheduleTests"],
            (
                "Vm/VmWaiters.cs",
                "uint waiter = top * ClassesOfRow +",
                "uint waiter = (PmapZones.RowCount - 1 - (top - row)) * ClassesOfRow +"
            )
        ),
        new(
            "a wakeup that found nobody is counted as one",
            ["ScheduleTests"],
            ("Vm/VmWaiters.cs", "uint gone = woke ? 1 : *CountOf(waiter);", "uint gone = woke ? 1u : 0;")
        ),
        new(
            "two runs beside each other are freed as one",
            ["kmem"],
            ("Kmem/KmemPages.cs", "else if (i == 0)", "else if (i % Line.Pages == 0)")
        ),
        new(
            "DMA memory that comes back is not counted as that",
            ["ScheduleTests", "kmem_wait"],
            ("Kmem/KmemSleep.cs", "if (isDma)\n            s_dmaFreed++;", "")
        ),
        new(
            "a window that could not be emptied is kept",
            ["migration"],
            (
                "Vm/VmCompaction.cs",
                "ReleaseAll(first, done);\n            for (; held != 0; held &= held - 1)",
                "for (; held > 0xffff; held &= held - 1)"
            )
        ),
        new(
            "a page that moves forgets that it is dirty",
            ["reclaim"],
            ("Vm/VmMigration.cs", "to->dirty = from->dirty;", "")
        ),
        new(
            "a wired mapping moves",
            ["reclaim"],
            ("Pmap/PmapMove.cs", "if (!isWired)", "isWired = false; if (!isWired)")
        ),
        new(
            "the daemon makes a run for whom it was refused again and again",
            ["reclaim"],
            ("Vm/VmCompaction.cs", "s_refusedRows = 0;", "")
        ),
        new(
            "the low mark of a zone pokes nobody",
            ["zones"],
            ("Vm/Zone.cs", "Free < Low && Free + sizePages >= Low", "Free < Low && Free + sizePages > Low")
        ),
        new(
            "a page for another's contents leaves its zone below its target",
            ["migration"],
            ("Vm/VmFreePages.cs", "if (Rows[row].Free > Rows[row].Target)", "if (Rows[row].Free != 0)")
        ),
    ];
}
