using System.Runtime.CompilerServices;

namespace Mach;

/// <summary>What a report says; BadUse has the texts.</summary>
internal enum ReportForm : uint
{
    None,
    Free,
    FreePages,
    Size,
    NoBlock,
    NoPages,
    Release,
    RedZone,
    WriteToBlock,
    Touch,
    StrayWrite,
    FreedBefore,
    Again,
}

/// <summary>One report: its form and the words that its text is made of, in order.</summary>
internal unsafe struct Report
{
    public ReportForm Form;
    public nuint First;
    public nuint Second;
    public nuint Third;
    public nuint Fourth;
}

/// <summary>
/// Reports between the moment that something is wrong and the moment that somebody has the time to print them: a ring
/// of records, written with interrupts off in a bounded number of steps. The first report of each place, a form and a
/// caller, is kept whole; of the others only the number, and a record of it whenever it has doubled, so that a driver
/// that misbehaves in a loop fills a counter and not the console.
///
/// <para>Never does: printing, waiting, turning interrupts on or off. The caller has them off.</para>
/// </summary>
internal unsafe struct ReportLog
{
    /// <summary>Records that can wait to be printed, and places that are told apart. A boot with memdebug and all tests
    /// has some fifty; a table that is mostly empty drops none of them, wherever the code lies.</summary>
    public const uint Capacity = 32;
    public const uint MaxPlaces = 256;

    // Places that are looked at for one report: the search has an end.
    private const uint Probes = 8;

    private Records _records;
    private Places _places;
    private uint _written;
    private uint _read;

    /// <summary>Reports of which neither a record nor a number of their own is left.</summary>
    public uint Dropped { get; private set; }

    /// <summary>Enter a report of a caller. True when it made a record.</summary>
    public bool Enter(ReportForm form, nuint caller, nuint first, nuint second, nuint third, nuint fourth)
    {
        Place* place = PlaceOf(form, caller);
        if (place == null)
        {
            Dropped++;
            return false;
        }
        place->Count++;
        if (place->Count == 1)
            return Append(form, first, second, third, fourth);
        return (place->Count & (place->Count - 1)) == 0
            && Append(ReportForm.Again, (nuint)(uint)form, place->Count, caller, 0);
    }

    /// <summary>A record by itself, which is counted nowhere.</summary>
    public bool Append(ReportForm form, nuint first, nuint second, nuint third, nuint fourth)
    {
        if (_written - _read == Capacity)
        {
            Dropped++;
            return false;
        }
        Report* report = RecordAt(_written++);
        report->Form = form;
        report->First = first;
        report->Second = second;
        report->Third = third;
        report->Fourth = fourth;
        return true;
    }

    /// <summary>The oldest record, or null. It stays where it is, and nobody writes over it, until
    /// <see cref="Forget"/>.</summary>
    public Report* Oldest() => _written == _read ? null : RecordAt(_read);

    /// <summary>The oldest record has been printed.</summary>
    public void Forget() => _read++;

    private Place* PlaceOf(ReportForm form, nuint caller)
    {
        uint index = (uint)(caller >> 2) * 31 + (uint)form;
        for (uint probe = 0; probe < Probes; probe++, index++)
        {
            Place* place = (Place*)Unsafe.AsPointer(ref _places) + index % MaxPlaces;
            if (place->Count == 0)
            {
                place->Form = form;
                place->Caller = caller;
            }
            if (place->Form == form && place->Caller == caller)
                return place;
        }
        return null;
    }

    // SAFETY: the log is a static of the kernel, or pinned on the host; it does not move.
    private Report* RecordAt(uint number) => (Report*)Unsafe.AsPointer(ref _records) + number % Capacity;

    private struct Place
    {
        public ReportForm Form;
        public nuint Caller;
        public uint Count;
    }

    [InlineArray((int)Capacity)]
    private struct Records
    {
        private Report _first;
    }

    [InlineArray((int)MaxPlaces)]
    private struct Places
    {
        private Place _first;
    }
}
