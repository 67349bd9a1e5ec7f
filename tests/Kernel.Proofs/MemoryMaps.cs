using Mach.Boot;
using Mach.Vm;

namespace Kernel.Proofs;

/// <summary>
/// Machines with all kinds of memory maps go through what boot does with memory: areas in use are kept, pages are
/// stolen from the top, the rest is put under management. Compared with a map of bytes, so to speak: a page is ours if
/// no byte of it is in use.
/// </summary>
public sealed class MemoryMaps
{
    private const uint DmaEnd = 4096;
    private const uint DirectEnd = 204800;
    private const uint LargestEnd = 917504; // 3.5 GiB

    private readonly Random _random;
    private readonly List<(uint Start, uint End)> _areas = [];
    private readonly List<(ulong Start, ulong End)> _ranges = [];
    private readonly uint _end;
    private readonly bool[] _taken;

    private MemoryMaps(int seed)
    {
        _random = new Random(seed);
        _end =
            seed % 1000 == 0
                ? LargestEnd
                : _random.Next(100) switch
                {
                    < 5 => (uint)_random.Next(1, 40), // next to nothing
                    < 90 => (uint)_random.Next(40, 2048),
                    < 95 => DmaEnd + (uint)_random.Next(-40, 40), // no normal zone, or hardly one
                    < 99 => (uint)_random.Next(4096, 20000),
                    _ => DirectEnd + (uint)_random.Next(-40, 40), // hardly a high zone
                };
        _taken = new bool[_end];
        for (int i = _random.Next(32); i > 0; i--)
            AddArea();
        for (uint page = 0; page < _end; page++)
            _taken[page] = page == 0;
        AddRanges();
        for (uint page = 0; page < _end && _ranges.Count != 0; page++)
            _taken[page] |= !IsMemory(page);
        foreach ((uint start, uint end) in _areas.Where(area => area.Start < area.End)) // an empty area keeps nothing
            for (ulong page = start >> Pfn.Shift; page << Pfn.Shift < end && page < _end; page++)
                _taken[page] = true;
    }

    /// <summary>Try maps number <paramref name="first"/> and on; returns how many pages they had in all.</summary>
    public static long Run(int first, int count)
    {
        long pages = 0;
        for (int seed = first; seed < first + count; seed++)
            pages += new MemoryMaps(seed).Boot();
        return pages;
    }

    // The loader's map: half of the machines have one piece of memory, the others several, which may overlap and end
    // anywhere.
    private void AddRanges()
    {
        ulong bytes = _end * (ulong)Pfn.PageSize;
        if (_random.Next(2) == 0)
            return;
        for (int i = _random.Next(1, 12); i > 0; i--)
        {
            ulong start = (ulong)_random.NextInt64((long)bytes + 9000);
            ulong size = _random.Next(4) switch
            {
                0 => (ulong)_random.Next(0, 9000),
                1 => bytes,
                2 => 1ul << 40,
                _ => (ulong)_random.NextInt64((long)bytes),
            };
            _ranges.Add((start, start + size));
        }
    }

    // Byte by byte, as far as a range reaches.
    private bool IsMemory(uint page)
    {
        ulong at = page * (ulong)Pfn.PageSize;
        ulong end = at + Pfn.PageSize;
        while (at < end)
        {
            ulong here = at;
            foreach ((ulong start, ulong behind) in _ranges)
                if (start <= here && behind > at)
                    at = behind;
            if (at == here)
                return false;
        }
        return true;
    }

    // Its memory between the pages, as boot does it.
    private unsafe void KeepHoles(ref EarlyPages early)
    {
        if (_ranges.Count == 0)
            return;
        uint limit = _end * Pfn.PageSize;
        MemoryRanges ranges = default;
        foreach ((ulong start, ulong end) in _ranges)
            Check.That(ranges.TryAdd(start, end - start, limit), "a range is added");
        ulong expected = 0;
        for (ulong at = 0; at < limit; at = NextEdge(at))
            expected += _ranges.Any(r => r.Start <= at && r.End > at) ? NextEdge(at) - at : 0;
        Check.That(ranges.BytesBelow(limit) == expected, "bytes of memory");
        fixed (EarlyPages* pages = &early)
            Check.That(ranges.TryKeepHoles(pages, limit), "the holes are kept");
    }

    // Where a range begins or ends next, at most the end of memory.
    private ulong NextEdge(ulong at)
    {
        ulong edge = _end * (ulong)Pfn.PageSize;
        foreach (ulong candidate in _ranges.SelectMany(r => new[] { r.Start, r.End }))
            if (candidate > at && candidate < edge)
                edge = candidate;
        return edge;
    }

    // Anywhere, of any size, and seldom at a page: the kernel, modules, the hole that begins at any KiB.
    private void AddArea()
    {
        uint start = (uint)_random.NextInt64(_end * (long)Pfn.PageSize);
        uint size = (uint)_random.Next(0, _random.Next(3) == 0 ? 400_000 : 6000);
        uint end = (uint)Math.Min(start + (long)size, _end * (long)Pfn.PageSize - 1);
        _areas.Add((start, Math.Max(start, end)));
    }

    private long Boot()
    {
        EarlyPages early = default;
        early.Initialize(new Pfn(_end));
        foreach ((uint start, uint end) in _areas)
            Check.That(early.TryKeep(new PhysAddr(start), new PhysAddr(end)), "an area is kept");

        KeepHoles(ref early);
        uint left = (uint)_taken.Count(taken => !taken);
        uint stolen = Math.Min(left, left / 80 + (uint)_random.Next(20));
        uint last = _end;
        for (uint i = 0; i < stolen; i++)
            Check.That(Steal(ref early, ref last), "there is a page to steal");

        using HostPages<HoleOwner> machine = new(_end, [DmaEnd, DirectEnd, uint.MaxValue], 1, new HoleOwner());
        uint[] expected = new uint[3];
        while (early.TryTake(out Pfn page))
        {
            Check.That(page.Value < last && !_taken[page.Value], $"page {page.Value} is ours");
            _taken[page.Value] = true;
            last = page.Value;
            Check.That(machine.Pages.TryAdd(page), "it is managed");
            machine.Pages.Owner = new HoleOwner { End = _end };
            Check.That(machine.Pages.Release(page) == ReleaseResult.Released, "it is free");
            expected[
                page.Value < DmaEnd ? 0
                : page.Value < DirectEnd ? 1
                : 2
            ]++;
        }
        Check.That(!Array.Exists(_taken, taken => !taken), "no page is forgotten");
        CheckZones(machine, expected);
        return left;
    }

    private bool Steal(ref EarlyPages early, ref uint last)
    {
        if (!early.TryTake(out Pfn page) || page.Value >= last || _taken[page.Value])
            return false;
        last = page.Value;
        return _taken[page.Value] = true;
    }

    // The counts, and that each page comes out once, from the zone that it is of.
    private static void CheckZones(HostPages<HoleOwner> machine, uint[] expected)
    {
        GrabFlags[] wishes = [GrabFlags.Dma, GrabFlags.NoFallback, GrabFlags.High | GrabFlags.NoFallback];
        for (uint row = 0; row < 3; row++)
        {
            Check.That(
                machine.Pages[row].Free == expected[row] && machine.Pages[row].Managed == expected[row],
                $"zone {row} has its pages"
            );
            Check.That(machine.Pages[row].Agrees(), $"zone {row} agrees with itself");
            for (uint i = 0; i < expected[row]; i++)
                Check.That(
                    machine.Pages.TryGrab(wishes[row], out Pfn page) && machine.Pages[row].Contains(page),
                    $"a page of zone {row}"
                );
            Check.That(!machine.Pages.TryGrab(wishes[row], out _), $"zone {row} is empty");
        }
    }
}
