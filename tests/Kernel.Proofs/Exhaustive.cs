using System.Numerics;
using Mach.Vm;

namespace Kernel.Proofs;

/// <summary>
/// A machine with n DMA pages and n normal ones, in every state there is: each set of free pages, each zone with an
/// open line or without. In each state every request is made, and every release, legal or not; the answer and the state
/// after it are compared with what follows from the contract. The zones part in the middle of a line, so each has a
/// line that it shares with a neighbour.
/// </summary>
public sealed class Exhaustive
{
    private const uint First = 12;
    private const uint Reserve = 2;
    private const uint DmaMin = 1;
    private const uint NormalMin = 2;
    private const uint NormalFloor = 1;

    private static readonly uint[] Aligns = [0, 1, 2, 3, 4, 8];
    private static readonly uint[] Boundaries = [0, 2, 3, 4, 8, 16];
    private static readonly GrabFlags[] RunFlags =
    [
        GrabFlags.None,
        GrabFlags.Dma,
        GrabFlags.UseReserve,
        GrabFlags.NoFallback,
        GrabFlags.Atomic,
    ];

    private static readonly bool[] Always = [true, true];

    private readonly int _pagesOfZone;
    private readonly uint _dmaMask;
    private readonly uint _normalMask;
    private readonly HostPages<MaskOwner> _machine;
    private readonly CheckedStates<MaskOwner> _checked;
    private readonly List<(uint Count, uint Align, uint Boundary, uint[] Runs)> _requests = [];

    private Exhaustive(int pagesOfZone)
    {
        _pagesOfZone = pagesOfZone;
        uint dmaEnd = First + (uint)pagesOfZone;
        _dmaMask = Bits(First, dmaEnd);
        _normalMask = Bits(dmaEnd, dmaEnd + (uint)pagesOfZone);
        _machine = new HostPages<MaskOwner>(
            dmaEnd + (uint)pagesOfZone,
            [dmaEnd, uint.MaxValue],
            1,
            new MaskOwner { Managed = _dmaMask | _normalMask }
        );
        _checked = new CheckedStates<MaskOwner>(_machine);
        (_machine.Pages[0].Reserve, _machine.Pages[0].Min) = (Reserve, DmaMin);
        (_machine.Pages[1].Floor, _machine.Pages[1].Min) = (NormalFloor, NormalMin);
        for (uint count = 0; count <= pagesOfZone + 1; count++)
            foreach (uint align in Aligns)
            foreach (uint boundary in Boundaries)
                _requests.Add((count, align, boundary, [.. LegalRuns(count, align, boundary)]));
    }

    /// <summary>Try the states whose number leaves <paramref name="part"/> when divided by <paramref name="parts"/>;
    /// returns how many operations.</summary>
    public static long Run(int pagesOfZone, uint part, uint parts, Progress? progress = null)
    {
        Exhaustive proof = new(pagesOfZone);
        using HostPages<MaskOwner> machine = proof._machine;
        byte[] empty = machine.Snapshot();
        long operations = 0;
        for (uint state = part; state < 1u << (2 * pagesOfZone); state += parts)
        {
            for (uint open = 0; open < 4; open++)
            {
                machine.Load(empty);
                if (proof.TryEnter(state << (int)First, open))
                    operations += proof.TryAll(state << (int)First);
            }
            progress?.Add();
        }
        return operations;
    }

    // Bring the machine into a state. A zone can have an open line with any number of free pages, or none.
    private bool TryEnter(uint free, uint open)
    {
        ref PageAllocator<MaskOwner> pages = ref _machine.Pages;
        for (uint page = 0; page < 32; page++)
            if ((free >> (int)page & 1) != 0)
                Check.That(pages.Release(new Pfn(page)) == ReleaseResult.Released, "a page is released");
        for (uint row = 0; row < 2; row++)
        {
            uint size = row == 0 ? _dmaMask : _normalMask;
            if ((open >> (int)row & 1) == 0)
            {
                // A search for a run closes the line; this one finds nothing.
                pages[row].TryTakeRun(1, 1u << 20, 0, out _);
                continue;
            }
            if ((free & size) == 0)
                return false;
            Pfn page = pages[row].Take();
            Check.That(pages[row].TryPut(page), "it goes back");
        }
        return true;
    }

    private long TryAll(uint free)
    {
        _machine.Save();
        _checked.Forget();
        CheckState(free, "the state itself");
        long operations = 0;
        for (
            GrabFlags flags = 0;
            flags <= (GrabFlags.Dma | GrabFlags.UseReserve | GrabFlags.NoFallback);
            flags++, operations += 2
        )
        {
            TryGrab(free, flags);
            TryGrab(free, flags | GrabFlags.Atomic);
        }
        foreach ((uint count, uint align, uint boundary, uint[] runs) in _requests)
        {
            bool[] fits = [Fits(runs, free & _dmaMask), Fits(runs, free & _normalMask)];
            foreach (GrabFlags flags in RunFlags)
                TryRun(free, count, align, boundary, flags, runs, fits);
            operations += RunFlags.Length;
        }
        for (uint page = 0; page < 40; page++, operations++)
            TryRelease(free, page);
        return operations;
    }

    private void TryGrab(uint free, GrabFlags flags)
    {
        int zone = ZoneFor(free, 1, flags, Always);
        bool done = _machine.Pages.TryGrab(flags, out Pfn page);
        Check.That(done == zone >= 0, $"grab {flags} of {free:x}");
        uint taken = done ? 1u << (int)page.Value : 0;
        Check.That((taken & ~(free & MaskOf(zone))) == 0, $"grab {flags} of {free:x} gave {page.Value}");
        CheckState(free & ~taken, "after a grab");
        _machine.Restore();
    }

    private void TryRun(uint free, uint count, uint align, uint boundary, GrabFlags flags, uint[] runs, bool[] fits)
    {
        int zone = ZoneFor(free, count, flags, fits);
        bool done = _machine.Pages.TryGrabRun(count, flags, align, boundary, out Pfn first);
        Check.That(done == zone >= 0, $"run {count}/{align}/{boundary} {flags} of {free:x}");
        uint taken = done ? Bits(first.Value, first.Value + count) : 0;
        Check.That(
            !done || (Array.IndexOf(runs, taken) >= 0 && (taken & ~(free & MaskOf(zone))) == 0),
            $"run {count}/{align}/{boundary} {flags} of {free:x} gave {first.Value}"
        );
        CheckState(free & ~taken, "after a run", count);
        _machine.Restore();
    }

    private void TryRelease(uint free, uint page)
    {
        uint bit = page < 32 ? 1u << (int)page : 0;
        ReleaseResult expected =
            (bit & (_dmaMask | _normalMask)) == 0 ? ReleaseResult.NotManaged
            : (bit & free) != 0 ? ReleaseResult.AlreadyFree
            : ReleaseResult.Released;
        Check.That(_machine.Pages.Release(new Pfn(page)) == expected, $"release {page} in {free:x}");
        CheckState(expected == ReleaseResult.Released ? free | bit : free, "after the release", page);
        _machine.Restore();
    }

    // What is the same to the last byte as a state that was right is not looked at again.
    private void CheckState(uint free, string operation, uint number = 0)
    {
        if (_checked.HasNow(free))
            return;
        Check.That(_machine.Pages.Verify() == AllocatorFault.None, $"{operation} {number}, free {free:x}: invariants");
        Check.That(
            _machine.Pages[0].Free == BitOperations.PopCount(free & _dmaMask),
            $"{operation} {number}, free {free:x}: DMA count"
        );
        Check.That(
            _machine.Pages[1].Free == BitOperations.PopCount(free & _normalMask),
            $"{operation} {number}, free {free:x}: normal count"
        );
        for (uint page = 0; page < First + 2 * _pagesOfZone; page++)
            Check.That(
                _machine.Pages.IsFree(new Pfn(page)) == ((free >> (int)page & 1) != 0),
                $"{operation} {number}, free {free:x}: page {page}"
            );
        _checked.AddNow(free);
    }

    private static bool Fits(uint[] runs, uint free)
    {
        foreach (uint run in runs)
            if ((run & ~free) == 0)
                return true;
        return false;
    }

    // The contract: normal first, then DMA; each down to its mark, and DMA to its reserve for those who come from
    // above. The wish for DMA is for nothing else. (fits: for each zone, whether its free pages have such a run.)
    private int ZoneFor(uint free, uint count, GrabFlags flags, bool[] fits)
    {
        bool all = (flags & GrabFlags.UseReserve) != 0;
        bool atomic = (flags & GrabFlags.Atomic) != 0;
        bool Has(int zone, uint kept) =>
            count != 0 && BitOperations.PopCount(free & MaskOf(zone)) >= count + (all ? 0 : kept) && fits[zone];
        if ((flags & GrabFlags.Dma) != 0)
            return Has(0, atomic ? 0 : DmaMin) ? 0 : -1;
        if (Has(1, atomic ? NormalFloor : NormalMin))
            return 1;
        uint reserve = atomic ? Reserve / 2 : Reserve + DmaMin;
        return (flags & GrabFlags.NoFallback) == 0 && Has(0, reserve) ? 0 : -1;
    }

    private uint MaskOf(int zone) =>
        zone == 0 ? _dmaMask
        : zone == 1 ? _normalMask
        : 0;

    // Every run within one zone that meets the conditions, as a mask.
    private IEnumerable<uint> LegalRuns(uint count, uint align, uint boundary)
    {
        for (uint start = First; count != 0 && start + count <= First + 2 * _pagesOfZone; start++)
        {
            uint run = Bits(start, start + count);
            bool oneZone = (run & ~_dmaMask) == 0 || (run & ~_normalMask) == 0;
            bool crosses =
                boundary != 0 && Enumerable.Range((int)start + 1, (int)count - 1).Any(page => page % boundary == 0);
            if (oneZone && !crosses && (align == 0 || start % align == 0))
                yield return run;
        }
    }

    private static uint Bits(uint from, uint end) => (uint)((1ul << (int)end) - (1ul << (int)from));
}
