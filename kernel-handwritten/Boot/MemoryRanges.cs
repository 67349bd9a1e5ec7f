using Mach.Vm;

namespace Mach.Boot;

/// <summary>
/// Where there is memory: ranges of bytes in any order, which may overlap, as boot loaders tell them. What is between
/// them is nobody's.
///
/// <para>Knows nothing of the kernel; runs on a development host.</para>
/// </summary>
internal unsafe struct MemoryRanges
{
    /// <summary>Room for ranges; maps of PCs have a handful.</summary>
    public const int Max = 48;

    private fixed uint _start[Max];
    private fixed uint _end[Max];
    private int _count;

    public readonly int Count => _count;

    /// <summary>
    /// Add the part of [start, start + length) below <paramref name="limit"/>. False when there is no room to remember
    /// it.
    /// </summary>
    public bool TryAdd(ulong start, ulong length, uint limit)
    {
        if (start >= limit || length == 0)
            return true;
        ulong end = length < limit - start ? start + length : limit;
        if (_count == Max)
            return false;
        _start[_count] = (uint)start;
        _end[_count] = (uint)end;
        _count++;
        return true;
    }

    /// <summary>What is in both. False when that has too many parts.</summary>
    public readonly bool TryIntersect(ref MemoryRanges other, MemoryRanges* result)
    {
        result->_count = 0;
        for (int i = 0; i < _count; i++)
        for (int j = 0; j < other._count; j++)
        {
            uint start = _start[i] > other._start[j] ? _start[i] : other._start[j];
            uint end = _end[i] < other._end[j] ? _end[i] : other._end[j];
            if (start < end && !result->TryAdd(start, end - start, uint.MaxValue))
                return false;
        }
        return true;
    }

    /// <summary>Whether there is memory at an address; where the range ends that says so.</summary>
    public readonly bool Has(uint address, out uint end)
    {
        end = 0;
        for (int i = 0; i < _count; i++)
            if (address >= _start[i] && address < _end[i])
                end = _end[i];
        return end != 0;
    }

    /// <summary>Whether all of [start, end) is memory.</summary>
    public readonly bool HasAll(uint start, uint end)
    {
        while (start < end)
            if (!Has(start, out start))
                return false;
        return true;
    }

    /// <summary>The end of the highest range; 0 without any.</summary>
    public readonly uint End
    {
        get
        {
            uint end = 0;
            for (int i = 0; i < _count; i++)
                if (_end[i] > end)
                    end = _end[i];
            return end;
        }
    }

    /// <summary>Bytes of memory below an address.</summary>
    public readonly uint BytesBelow(uint limit)
    {
        uint bytes = 0;
        uint at = 0;
        while (NextPart(at, limit, out uint start, out uint end))
        {
            bytes += end - start;
            at = end;
        }
        return bytes;
    }

    /// <summary>Keep all below <paramref name="limit"/> that is in no range. False when there is no room to remember
    /// that.</summary>
    public readonly bool TryKeepHoles(EarlyPages* pages, uint limit)
    {
        uint at = 0;
        while (NextPart(at, limit, out uint start, out uint end))
        {
            if (!pages->TryKeep(new PhysAddr(at), new PhysAddr(start)))
                return false;
            at = end;
        }
        return pages->TryKeep(new PhysAddr(at), new PhysAddr(limit));
    }

    // The first stretch of memory at or above an address, as far as ranges touch or overlap.
    private readonly bool NextPart(uint from, uint limit, out uint start, out uint end)
    {
        start = limit;
        for (int i = 0; i < _count; i++)
            if (_end[i] > from && _start[i] < start)
                start = _start[i] > from ? _start[i] : from;
        end = start;
        for (bool grows = start < limit; grows; )
        {
            grows = false;
            for (int i = 0; i < _count; i++)
                if (_start[i] <= end && _end[i] > end)
                {
                    end = _end[i];
                    grows = true;
                }
        }
        if (end > limit)
            end = limit;
        return start < limit;
    }
}
