using Mach.Vm;

namespace Mach;

/// <summary>
/// Runs out of memory that is full of movable pages: a window is chosen where every page is free or can move, the free
/// ones are taken, the others are moved away, and the whole is the run. What is taken is held from the beginning, so
/// that nobody is faster. The work of a call is bounded. For threads.
/// </summary>
internal static unsafe class VmCompaction
{
    // Windows that are looked at, and tried, in one call.
    private const uint LooksPerCall = 1024;
    private const uint TriesPerCall = 4;

    private const uint NoWindow = ~0u;

    // Where the next search begins, in each row.
    private static Rows s_cursors;

    // Rows for which a request for a run was refused that could not wait; the daemon makes one.
    private static uint s_refusedRows;

    [System.Runtime.CompilerServices.InlineArray((int)PageAllocator<VmPageTable>.MaxZones)]
    private struct Rows
    {
        private uint _first;
    }

    /// <summary>
    /// Such a run, or false. It is aligned to a line or to <paramref name="align"/>, whichever is more; a boundary at
    /// lines or multiples of lines is not crossed.
    /// </summary>
    public static bool TryTakeRun(
        GrabFlags requester,
        uint sizePages,
        GrabFlags flags,
        uint align,
        uint boundary,
        out Pfn first
    )
    {
        flags |= requester;
        first = default;
        if (boundary != 0 && (boundary % Line.Pages != 0 || sizePages > boundary))
            return false;
        uint step = align <= Line.Pages ? Line.Pages : align;
        if (step % Line.Pages != 0)
            return false;
        ref PageAllocator<VmPageTable> pages = ref VmFreePages.Pages;
        for (Zone* zone = pages.TopOf(flags); zone != null; zone = pages.Below(zone, flags))
        for (uint tries = 0; tries < TriesPerCall; tries++)
        {
            uint window = Choose(zone, flags, sizePages, step, boundary);
            if (window == NoWindow)
                break;
            first = new Pfn(window);
            if (TryEmpty(zone, flags, first, sizePages))
            {
                pages.NoteTaken(zone, flags, sizePages);
                OperationLog.Note(Operation.Run, flags, 0, window, sizePages);
                return true;
            }
        }
        return false;
    }

    /// <summary>A request for a run that cannot wait was refused. Interrupts are off.</summary>
    public static void NoteRefused(uint row) => s_refusedRows |= 1u << (int)row;

    /// <summary>The daemon's part: a whole line, free, in each zone where one was asked for in vain.</summary>
    public static void MakeRuns()
    {
        uint saved = Interrupts.SaveAndDisable();
        uint rows = s_refusedRows;
        s_refusedRows = 0;
        Interrupts.Restore(saved);
        for (uint row = 0; row < PmapZones.RowCount; row++)
        {
            Zone* zone = &VmFreePages.Rows[row];
            if ((rows & (1u << (int)row)) == 0 || zone->WholeLines != 0)
                continue;
            const GrabFlags flags = GrabFlags.UseReserve; // they are free again at once
            uint window = Choose(zone, flags, Line.Pages, Line.Pages, 0);
            if (window != NoWindow && TryEmpty(zone, flags, new Pfn(window), Line.Pages))
                ReleaseAll(new Pfn(window), Line.Pages);
        }
    }

    // The cheapest of the windows that are looked at: the one with the fewest pages to move. Free pages of the zone that
    // the request may not take are not taken.
    private static uint Choose(Zone* zone, GrabFlags flags, uint sizePages, uint step, uint boundary)
    {
        uint available = zone->Available(flags, zone == VmFreePages.Pages.TopOf(flags));
        uint begin = (zone->First + step - 1) / step * step;
        if (zone->End < begin + sizePages || zone->End < sizePages)
            return NoWindow;
        ref uint cursor = ref CursorOf(zone);
        uint best = NoWindow;
        uint least = uint.MaxValue;
        for (uint looks = 0; looks < LooksPerCall; looks++)
        {
            if (cursor < begin || cursor % step != 0 || cursor + sizePages > zone->End)
                cursor = begin;
            uint moves =
                boundary != 0 && cursor % boundary + sizePages > boundary ? NoWindow : MovesIn(cursor, sizePages);
            if (moves < least && sizePages - moves <= available)
            {
                least = moves;
                best = cursor;
            }
            cursor += step;
            if (least <= sizePages / 2 || (best != NoWindow && looks >= LooksPerCall / 16))
                break;
        }
        return best;
    }

    // Pages that would have to move, or NoWindow where one cannot.
    private static uint MovesIn(uint first, uint sizePages)
    {
        uint moves = 0;
        for (uint number = first; number < first + sizePages; number++)
        {
            vm_page* page = VmFreePages.Lookup(new Pfn(number));
            if (page == null || (page->free == 0 && !VmMigration.IsMovable(page)))
                return NoWindow;
            moves += page->free == 0 ? 1u : 0;
        }
        return moves;
    }

    // Hold all pages of the window, by taking and by moving; or none.
    private static bool TryEmpty(Zone* zone, GrabFlags flags, Pfn first, uint sizePages)
    {
        for (uint done = 0; done < sizePages; done += Line.Pages)
        {
            Pfn line = new(first.Value + done);
            uint count = sizePages - done < Line.Pages ? sizePages - done : Line.Pages;
            uint wanted = Line.Range(0, count);
            uint held = VmFreePages.TakeFreeOfLine(line, wanted);
            for (uint rest = wanted & ~held; rest != 0; rest &= rest - 1)
                if (TryMoveAway(zone, flags, new Pfn(line.Value + Line.Lowest(rest))))
                    held |= 1u << (int)Line.Lowest(rest);
                else
                    break;
            if (held == wanted)
                continue;
            ReleaseAll(first, done);
            for (; held != 0; held &= held - 1)
                vm_page_release(VmFreePages.Lookup(new Pfn(line.Value + Line.Lowest(held))), FALSE);
            return false;
        }
        return true;
    }

    // To a zone above, which has more than it needs; or else within the zone.
    private static bool TryMoveAway(Zone* zone, GrabFlags flags, Pfn number)
    {
        vm_page* page = VmFreePages.Lookup(number);
        if (page == null || !VmMigration.IsMovable(page))
            return false;
        uint row = PmapZones.RowOf(number);
        vm_page* place = VmFreePages.TakeForMove(row + 1);
        if (place == null)
            place = VmFreePages.TakeWithin(zone, flags);
        if (place == null)
            return false;
        if (vm_page_migrate(page, place))
            return true;
        vm_page_release(place, FALSE);
        return false;
    }

    private static void ReleaseAll(Pfn first, uint sizePages)
    {
        for (uint i = 0; i < sizePages; i++)
            vm_page_release(VmFreePages.Lookup(new Pfn(first.Value + i)), FALSE);
    }

    private static ref uint CursorOf(Zone* zone) => ref s_cursors[(int)(zone - VmFreePages.Rows)];
}
