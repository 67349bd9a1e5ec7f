using System.Numerics;

namespace Mach.Vm;

/// <summary>
/// Which lines of a zone have how many free pages: for each number from 1 to 16 the set of the lines that have exactly
/// so many. A set is a bitmap with two bitmaps of its non-zero words above it, and one word says which sets have
/// members at all, so that insertion, removal and the search for the lowest member of the fullest set take a bounded
/// number of steps however large the zone is.
///
/// <para>Input: storage of <see cref="BytesFor"/> bytes that the owner provides and never moves. Costs 16 bits and a
/// little for each line, that is a bit and a little for each page.</para>
///
/// <para>Holds between operations (<see cref="Agrees"/>): a bit of an upper level is set if and only if the word below
/// it is not zero. Never does: locking; checking that a line is where the caller says.</para>
/// </summary>
internal unsafe struct LineSets
{
    /// <summary>Number of sets; a line with no free page is in none.</summary>
    public const uint Sets = 16;

    private const int WordShift = 5;
    private const int WordMask = 31;

    private uint* _words;

    // Words from the start of one set to that of the next, and from the start of a set to its upper levels.
    private uint _stride;
    private uint _middle;
    private uint _top;

    // Bit n is set while some line has n free pages.
    private uint _present;

    /// <summary>Lines in the last set, whose pages are all free.</summary>
    public uint Full { get; private set; }

    /// <summary>Storage for the sets of a zone of so many lines, in bytes, whole words.</summary>
    public static uint BytesFor(uint lines) => Sets * StrideOf(lines) * sizeof(uint);

    /// <summary>Take over the storage; every set is empty.</summary>
    public void Initialize(uint* words, uint lines)
    {
        _words = words;
        _stride = StrideOf(lines);
        _middle = WordsFor(lines);
        _top = _middle + WordsFor(_middle);
        _present = 0;
        Full = 0;
        for (uint i = 0; i < Sets * _stride; i++)
            words[i] = 0;
    }

    /// <summary>A bit for each number of free pages that some line has.</summary>
    public readonly uint Present => _present;

    public readonly bool Contains(uint line, uint free) => (SetOf(free)[line >> WordShift] & Bit(line)) != 0;

    /// <summary>Enter a line that is in no set. <paramref name="free"/> is from 1 to 16.</summary>
    public void Insert(uint line, uint free)
    {
        uint* set = SetOf(free);
        uint old = set[line >> WordShift];
        set[line >> WordShift] = old | Bit(line);
        if (free == Sets)
            Full++;
        if (old == 0)
            RaiseAbove(set, line >> WordShift, free);
    }

    /// <summary>Take a line out of the set it is in.</summary>
    public void Remove(uint line, uint free)
    {
        uint* set = SetOf(free);
        uint rest = set[line >> WordShift] & ~Bit(line);
        set[line >> WordShift] = rest;
        if (free == Sets)
            Full--;
        if (rest == 0)
            LowerAbove(set, line >> WordShift, free);
    }

    /// <summary>The lowest line of a set that is not empty.</summary>
    public readonly uint Lowest(uint free)
    {
        uint* set = SetOf(free);
        uint index = _top;
        while (set[index] == 0)
            index++;
        index = Descend(index - _top, set[index]);
        index = Descend(index, set[_middle + index]);
        return Descend(index, set[index]);
    }

    /// <summary>The first line of a set behind <paramref name="line"/>; <paramref name="lines"/> if there is none. Goes
    /// up the levels and down again.</summary>
    public readonly uint Next(uint free, uint line, uint lines)
    {
        uint* set = SetOf(free);
        uint word = set[line >> WordShift] & Behind(line);
        if (word != 0)
            return Descend(line >> WordShift, word);

        uint index = line >> WordShift;
        word = set[_middle + (index >> WordShift)] & Behind(index);
        if (word == 0)
        {
            uint upper = index >> WordShift;
            index = _top + (upper >> WordShift);
            word = set[index] & Behind(upper);
            while (word == 0)
            {
                if (++index == _stride)
                    return lines;
                word = set[index];
            }
            upper = Descend(index - _top, word);
            index = Descend(upper, set[_middle + upper]);
        }
        else
        {
            index = Descend(index >> WordShift, word);
        }
        return Descend(index, set[index]);
    }

    /// <summary>Whether the levels of every set agree with each other and with the word above all; slow.</summary>
    public readonly bool Agrees()
    {
        for (uint free = 1; free <= Sets; free++)
        {
            uint* set = SetOf(free);
            if (!LevelAgrees(set, _middle, set + _middle) || !LevelAgrees(set + _middle, _top - _middle, set + _top))
                return false;
            bool any = false;
            for (uint i = _top; i < _stride; i++)
                any |= set[i] != 0;
            if (any != ((_present & (1u << (int)free)) != 0))
                return false;
        }
        uint full = 0;
        for (uint i = 0; i < _middle; i++)
            full += (uint)BitOperations.PopCount(SetOf(Sets)[i]);
        return full == Full;
    }

    private void RaiseAbove(uint* set, uint index, uint free)
    {
        uint* middle = set + _middle;
        uint old = middle[index >> WordShift];
        middle[index >> WordShift] = old | Bit(index);
        if (old != 0)
            return;
        index >>= WordShift;
        set[_top + (index >> WordShift)] |= Bit(index);
        _present |= 1u << (int)free;
    }

    private void LowerAbove(uint* set, uint index, uint free)
    {
        uint* middle = set + _middle;
        uint rest = middle[index >> WordShift] & ~Bit(index);
        middle[index >> WordShift] = rest;
        if (rest != 0)
            return;
        index >>= WordShift;
        set[_top + (index >> WordShift)] &= ~Bit(index);
        for (uint i = _top; i < _stride; i++)
            if (set[i] != 0)
                return;
        _present &= ~(1u << (int)free);
    }

    private static bool LevelAgrees(uint* below, uint words, uint* above)
    {
        for (uint i = 0; i < words; i++)
            if (below[i] != 0 != ((above[i >> WordShift] & Bit(i)) != 0))
                return false;
        return true;
    }

    private readonly uint* SetOf(uint free) => _words + (free - 1) * _stride;

    private static uint Descend(uint index, uint word) =>
        (index << WordShift) + (uint)BitOperations.TrailingZeroCount(word);

    // The bits of a word behind that of a number.
    private static uint Behind(uint index) => ~1u << (int)(index & WordMask);

    private static uint Bit(uint index) => 1u << (int)(index & WordMask);

    // An empty zone gets words too, so that no level is without one.
    private static uint WordsFor(uint bits) => (bits >> WordShift) + 1;

    private static uint StrideOf(uint lines)
    {
        uint low = WordsFor(lines);
        uint middle = WordsFor(low);
        return low + middle + WordsFor(middle);
    }
}
