namespace Kernel.Proofs;

/// <summary>What is counted of a zone, in the order in which the kernel tells it.</summary>
internal enum Column : uint
{
    Grabbed = 6,
    Stolen,
    RefusedEmpty,
    RefusedKept,
    RefusedBroken,
    RefusedLimit,
    Waits,
    Wakes,
}

/// <summary>A zone of the model.</summary>
internal sealed class ModelZone
{
    public uint First;
    public uint End;
    public uint Floor;
    public uint Min;
    public uint Reserve;
    public uint Free;

    public Dictionary<Column, uint> Counts { get; } = [];

    /// <summary>What the kernel says of it.</summary>
    public void Tell(uint which, uint value, bool isTold, long records)
    {
        if (!isTold)
            Believe(which, value);
        uint own = which switch
        {
            0 => First,
            1 => End,
            2 => Floor,
            3 => Min,
            4 => Reserve,
            5 => Free,
            _ => Counts[(Column)which],
        };
        Check.That(own == value, $"record {records}: figure {which} of the zone at {First} is {value}, not {own}");
    }

    private void Believe(uint which, uint value)
    {
        switch (which)
        {
            case 0:
                First = value;
                break;
            case 1:
                End = value;
                break;
            case 2:
                Floor = value;
                break;
            case 3:
                Min = value;
                break;
            case 4:
                Reserve = value;
                break;
            case 5:
                Free = value;
                break;
            default:
                Counts[(Column)which] = value;
                break;
        }
    }
}
