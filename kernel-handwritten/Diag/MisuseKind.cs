namespace Mach;

/// <summary>What callers of the memory system do wrong, as far as it is noticed; the last ones in debug boots
/// alone.</summary>
internal enum MisuseKind
{
    None,

    /// <summary>A size that cannot be meant; a request that found no memory.</summary>
    OddSize,
    NoMemory,

    /// <summary>Given back: what is free, what is nobody's or somebody else's, what is not the start or not the
    /// whole.</summary>
    FreedTwice,
    Foreign,
    NotWhole,

    /// <summary>Debug boots: bytes beside a block, and in a block that was given back.</summary>
    WroteLeft,
    WroteRight,
    WroteToFreeBlock,

    /// <summary>Debug boots: a free page was read or written by an instruction, or written by a device or through
    /// another map.</summary>
    ReadFreePage,
    WroteFreePage,
    StrayWrite,
}
