using System.Runtime.CompilerServices;
using Mach.Vm;

namespace Mach;

/// <summary>
/// Runs of free pages. A search gives way: interrupts are let in between its steps, so that they are off for a bounded
/// time however much memory there is and however broken it is. What was found is taken a few pages at a time, and given
/// back where somebody was faster.
/// </summary>
internal static unsafe partial class VmFreePages
{
    // Steps through the map for a caller who has interrupts off himself, so that there is no giving way.
    private const uint StepsWithoutWay = 1;

    private const uint PagesPerClaim = 8;

    /// <summary>
    /// Pages with neighbouring addresses, all or none; see <see cref="PageAllocator{TOwner}.TryGrabRun"/> for the
    /// conditions. With interrupts off the search is no exact one for runs that lie in no line of their own.
    /// </summary>
    public static bool TryGrabRun(
        uint sizePages,
        int external,
        GrabFlags flags,
        uint align,
        uint boundary,
        out Pfn first
    ) => TryGrabRunAs(Requester(Interrupts.Flags()), sizePages, external, flags, align, boundary, out first);

    /// <summary>The same for a requester whom the caller knows: the glue does by the priority.</summary>
    public static bool TryGrabRunAs(
        GrabFlags requester,
        uint sizePages,
        int external,
        GrabFlags flags,
        uint align,
        uint boundary,
        out Pfn first
    )
    {
        first = default;
        flags |= requester;
        RunSearch search = new(sizePages, align, boundary);
        uint saved = Interrupts.SaveAndDisable();
        bool barred = IsBarred(external, flags);
        bool searched = false;
        bool done = false;
        for (
            Zone* zone = barred ? null : s_pages.TopOf(flags);
            zone != null && !done;
            zone = s_pages.Below(zone, flags)
        )
        {
            if (!s_pages.MayTakeFrom(zone, sizePages, flags))
                continue;
            searched = true;
            done = TakeRunOf(zone, ref search, external, flags, saved, out first);
            if (done)
            {
                s_pages.NoteTaken(zone, flags, sizePages);
                NotePressure(ref *zone, sizePages);
                OperationLog.Note(Operation.Run, flags, external, first.Value, sizePages);
            }
        }
        if (!done)
        {
            if (!barred)
                s_pages.CountRefusal(sizePages, flags, searched);
            if (searched && (flags & GrabFlags.Atomic) != 0)
                VmCompaction.NoteRefused((uint)(s_pages.TopOf(flags) - Rows));
            NoteRefusal(external, flags, sizePages, searched);
        }
        Interrupts.Restore(saved);

        VmWakeups.Deliver(saved);
        return done;
    }

    private static bool TakeRunOf(
        Zone* zone,
        ref RunSearch search,
        int external,
        GrabFlags flags,
        uint saved,
        out Pfn first
    )
    {
        uint steps = Interrupts.WereOn(saved) ? uint.MaxValue : StepsWithoutWay;
        bool walked = false;
        SearchResult result = zone->Begin(ref search, out first);
        while (true)
        {
            GiveWay(saved);
            if (result == SearchResult.Found)
            {
                uint lost = Claim(zone, first, search.SizePages, external, saved);
                if (lost == search.SizePages)
                    return true;
                if (walked)
                    zone->GoOnAt(ref search, new Pfn(first.Value + lost));
            }
            if (result == SearchResult.None || steps-- == 0)
                return false;
            if (!s_pages.MayTakeFrom(zone, search.SizePages, flags))
                return false;
            result = zone->Continue(ref search, out first);
            walked = true;
        }
    }

    // A few pages at a time; interrupts come in between, and somebody may be faster. All are taken, or none and the
    // answer is the place of the first that could not be.
    private static uint Claim(Zone* zone, Pfn first, uint sizePages, int external, uint saved)
    {
        for (uint done = 0; done < sizePages; )
        {
            Pfn next = new(first.Value + done);
            uint count = sizePages - done < PagesPerClaim ? sizePages - done : PagesPerClaim;
            if (!zone->TryTakeAt(next, count))
            {
                GiveBack(first, done, external, saved);
                return done;
            }
            for (uint i = 0; i < count; i++)
                Leave(new Pfn(next.Value + i), external);
            done += count;
            GiveWay(saved);
        }
        return sizePages;
    }

    private static void GiveBack(Pfn first, uint sizePages, int external, uint saved)
    {
        for (uint i = 0; i < sizePages; i++)
        {
            Pfn page = new(first.Value + i);
            s_pages.Release(page);
            Return(Lookup(page), page, external);
            GiveWay(saved);
        }
    }

    // Interrupts come in here, if the caller had them on.
    private static void GiveWay(uint saved)
    {
        Interrupts.Restore(saved);
        Interrupts.SaveAndDisable();
    }
}
