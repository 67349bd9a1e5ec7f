using Mach.Vm;

namespace Mach;

/// <summary>A request of the glue for whole pages: what is wanted, and who wants it, as its priority and the context
/// say.</summary>
internal readonly struct KmemRequest
{
    /// <summary>
    /// Pages that one DMA transfer can cover: the 8237 counts 16 bits, and its page register does not take the carry
    /// (Intel 8237A data sheet). 16-bit channels count words, which doubles the reach.
    /// </summary>
    private const uint DmaWindowPages8 = Line.Pages;

    private const uint DmaWindowPages16 = 2 * Line.Pages;

    public readonly uint SizePages;
    public readonly bool IsDma;
    public readonly int Priority;
    public readonly GrabFlags Requester;

    public KmemRequest(uint sizePages, bool dma, int priority)
        : this(sizePages, dma, priority, KmemSleep.Requester(priority)) { }

    public KmemRequest(uint sizePages, bool dma, int priority, GrabFlags requester)
    {
        SizePages = sizePages;
        IsDma = dma;
        Priority = priority;
        Requester = requester;
    }

    public GrabFlags Flags => IsDma ? GrabFlags.Dma : GrabFlags.None;

    /// <summary>Powers of two are aligned to their size up to a line: such a run is found, or found missing, without a
    /// walk through the map.</summary>
    public uint Align => SizePages <= Line.Pages && (SizePages & (SizePages - 1)) == 0 ? SizePages : 1;

    /// <summary>The line that a block must not cross. Larger blocks are no buffers of one transfer and may lie
    /// anywhere.</summary>
    public uint Boundary =>
        !IsDma || SizePages > DmaWindowPages16 ? 0
        : SizePages <= DmaWindowPages8 ? DmaWindowPages8
        : DmaWindowPages16;
}
