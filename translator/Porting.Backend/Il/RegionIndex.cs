using System.Reflection.Metadata;

namespace Porting.Backend.Il;

/// <summary>
/// The finally regions of a method, which are nested or apart (ECMA-335, I.12.4.2.5): found by where an instruction is
/// without a look at all of them.
/// </summary>
internal sealed class RegionIndex
{
    private readonly Intervals _tries,
        _handlers;

    public RegionIndex(IEnumerable<ExceptionRegion> regions)
    {
        ExceptionRegion[] all = [.. regions.Where(r => r.Kind == ExceptionRegionKind.Finally)];
        _tries = new Intervals([.. all.Select(r => (r.TryOffset, r.TryOffset + r.TryLength, r))]);
        _handlers = new Intervals([.. all.Select(r => (r.HandlerOffset, r.HandlerOffset + r.HandlerLength, r))]);
    }

    /// <summary>Whose try blocks an offset is in, the innermost first.</summary>
    public IEnumerable<ExceptionRegion> Around(int offset) => _tries.Around(offset);

    /// <summary>Whose handler an offset is in, the innermost.</summary>
    public ExceptionRegion HandlerOf(int offset) => _handlers.Around(offset).First();

    /// <summary>Intervals of which any two are apart or one inside the other.</summary>
    private sealed class Intervals
    {
        private readonly (int Start, int End, ExceptionRegion Region)[] _all;
        private readonly int[] _parents;

        public Intervals((int Start, int End, ExceptionRegion Region)[] all)
        {
            _all = [.. all.OrderBy(i => i.Start).ThenByDescending(i => i.End)];
            _parents = new int[_all.Length];
            Stack<int> open = new();
            for (int i = 0; i < _all.Length; i++)
            {
                while (open.TryPeek(out int around) && _all[around].End <= _all[i].Start)
                {
                    open.Pop();
                }

                _parents[i] = open.TryPeek(out int parent) ? parent : -1;
                open.Push(i);
            }
        }

        public IEnumerable<ExceptionRegion> Around(int offset)
        {
            int low = 0;
            for (int high = _all.Length; low < high; )
            {
                int middle = (low + high) / 2;
                (low, high) = _all[middle].Start <= offset ? (middle + 1, high) : (low, middle);
            }

            for (int i = low - 1; i >= 0; i = _parents[i])
            {
                if (offset < _all[i].End)
                {
                    yield return _all[i].Region;
                }
            }
        }
    }
}
