using Mach.Vm;

namespace Kernel.Proofs;

/// <summary>
/// Random operations on a machine of three zones beside a naive model, an array of booleans; after every operation the
/// answer, the pages concerned and every count are compared, and now and then every page and every invariant.
/// </summary>
public sealed class ModelRun
{
    private const uint End = 331;
    private const uint FullCheckEvery = 2048;

    private static readonly uint[] Limits = [75, 203, uint.MaxValue];
    private static readonly uint[] Floors = [2, 3, 1];
    private static readonly uint[] Mins = [4, 6, 5];
    private static readonly uint[] Aligns = [0, 1, 1, 2, 4, 8, 16, 16, 3, 32];
    private static readonly uint[] Boundaries = [0, 0, 0, 16, 16, 32, 7];

    private readonly HoleOwner _owner = new()
    {
        End = End,
        HoleFirst = 96,
        HoleEnd = 101,
    };
    private readonly HostPages<HoleOwner> _machine;
    private readonly bool[] _free = new bool[End];
    private readonly uint[] _counts = new uint[Limits.Length];
    private readonly List<uint> _held = [];
    private ulong _random;

    private ModelRun(ulong seed)
    {
        _machine = new HostPages<HoleOwner>(End, Limits, 1, _owner);
        _machine.Pages[0].Reserve = 9;
        for (uint row = 0; row < Limits.Length; row++)
            (_machine.Pages[row].Floor, _machine.Pages[row].Min) = (Floors[row], Mins[row]);
        _random = seed * 0x9e3779b97f4a7c15 + 1;
        for (uint page = 0; page < End; page++)
            if (_owner.IsManaged(new Pfn(page)))
                _held.Add(page);
    }

    public static void Run(long operations, ulong seed)
    {
        ModelRun run = new(seed);
        Progress progress = new("operations", operations);
        using HostPages<HoleOwner> machine = run._machine;
        for (long i = 0; i < operations; i++)
        {
            run.Step((i >> 12) % 4);
            if (i % FullCheckEvery == 0)
            {
                run.CheckAll();
                progress.Add(FullCheckEvery);
            }
        }
        run.CheckAll();
    }

    // The phases lean towards full memory, towards empty memory, and to neither side.
    private void Step(long phase)
    {
        uint what = Below(100);
        uint grabs = phase switch
        {
            0 => 30u,
            1 => 60u,
            2 => 45u,
            _ => 48u,
        };
        GrabFlags flags = (GrabFlags)(Below(3) == 0 ? Below(32) : 0);
        if (what < grabs)
            Grab(flags);
        else if (what < grabs + 4)
            GrabRun(
                1 + Below(Below(8) == 0 ? 50u : 20u),
                Aligns[Below((uint)Aligns.Length)],
                Boundaries[Below((uint)Boundaries.Length)],
                flags
            );
        else if (what < 98 && _held.Count != 0)
            ReleaseHeld();
        else
            ReleaseAny(Below(End + 10));
        for (uint row = 0; row < Limits.Length; row++)
            Check.That(_machine.Pages[row].Free == _counts[row], $"count of zone {row}");
    }

    private void Grab(GrabFlags flags)
    {
        int expected = ZoneFor(1, 1, 0, flags);
        bool done = _machine.Pages.TryGrab(flags, out Pfn page);
        Check.That(done == expected >= 0 && (!done || ZoneOf(page.Value) == expected), $"grab {flags}");
        if (done)
            Take(page.Value);
    }

    private void GrabRun(uint count, uint align, uint boundary, GrabFlags flags)
    {
        int expected = ZoneFor(count, align, boundary, flags);
        bool done = _machine.Pages.TryGrabRun(count, flags, align, boundary, out Pfn first);
        Check.That(
            done == expected >= 0 && (!done || ZoneOf(first.Value) == expected),
            $"run {count}/{align}/{boundary} {flags}"
        );
        if (!done)
            return;
        Check.That(Fits(first.Value, count, align, boundary), $"run {count}/{align}/{boundary} at {first.Value}");
        for (uint page = first.Value; page < first.Value + count; page++)
            Take(page);
    }

    private void Take(uint page)
    {
        Check.That(_free[page] && !_machine.Pages.IsFree(new Pfn(page)), $"page {page} was free and is not");
        _free[page] = false;
        _counts[ZoneOf(page)]--;
        _held.Add(page);
    }

    private void ReleaseHeld()
    {
        int which = (int)Below((uint)_held.Count);
        uint page = _held[which];
        _held[which] = _held[^1];
        _held.RemoveAt(_held.Count - 1);
        Check.That(
            _machine.Pages.Release(new Pfn(page)) == ReleaseResult.Released && _machine.Pages.IsFree(new Pfn(page)),
            $"release {page}"
        );
        _free[page] = true;
        _counts[ZoneOf(page)]++;
    }

    // Mostly wrong: pages that are free, or nobody's. The held ones among them are left to ReleaseHeld.
    private void ReleaseAny(uint page)
    {
        if (_owner.IsManaged(new Pfn(page)) && !_free[page])
            return;
        ReleaseResult expected = _owner.IsManaged(new Pfn(page)) ? ReleaseResult.AlreadyFree : ReleaseResult.NotManaged;
        Check.That(_machine.Pages.Release(new Pfn(page)) == expected, $"bad release {page}");
    }

    private int ZoneFor(uint count, uint align, uint boundary, GrabFlags flags)
    {
        int top =
            (flags & GrabFlags.Dma) != 0 ? 0
            : (flags & GrabFlags.High) != 0 ? 2
            : 1;
        int last = (flags & GrabFlags.NoFallback) != 0 ? top : 0;
        for (int zone = top; zone >= last; zone--)
        {
            uint reserve = zone == 0 && zone != top ? 9u : 0;
            uint kept =
                (flags & GrabFlags.UseReserve) != 0 ? 0
                : (flags & GrabFlags.Atomic) != 0 ? Floors[zone] + reserve / 2
                : Mins[zone] + reserve;
            if (_counts[zone] < count + kept)
                continue;
            for (uint start = zone == 0 ? 0 : Limits[zone - 1]; start < Math.Min(Limits[zone], End); start++)
                if (Fits(start, count, align, boundary))
                    return zone;
        }
        return -1;
    }

    private bool Fits(uint start, uint count, uint align, uint boundary)
    {
        if (!_free[start] || (align != 0 && start % align != 0))
            return false;
        uint end = Math.Min(Limits[ZoneOf(start)], End);
        for (uint page = start; page < start + count; page++)
            if (page >= end || !_free[page] || (boundary != 0 && page != start && page % boundary == 0))
                return false;
        return true;
    }

    private void CheckAll()
    {
        Check.That(_machine.Pages.Verify() == AllocatorFault.None, "invariants");
        for (uint page = 0; page < End; page++)
            Check.That(_machine.Pages.IsFree(new Pfn(page)) == _free[page], $"page {page}");
    }

    private static int ZoneOf(uint page) =>
        page < Limits[0] ? 0
        : page < Limits[1] ? 1
        : 2;

    // xorshift64* (Vigna, "An experimental exploration of Marsaglia's xorshift generators", 2016)
    private uint Below(uint limit)
    {
        _random ^= _random >> 12;
        _random ^= _random << 25;
        _random ^= _random >> 27;
        return (uint)((_random * 0x2545f4914f6cdd1d >> 32) * limit >> 32);
    }
}
