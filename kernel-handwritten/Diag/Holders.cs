using System.Runtime.CompilerServices;
using Mach.Kmem;
using Mach.Vm;

namespace Mach;

/// <summary>What one caller holds of the glue's memory.</summary>
internal unsafe struct Holder
{
    public void* Caller;
    public uint Blocks;
    public uint Bytes;
}

/// <summary>
/// Who holds the memory of the Linux glue, by caller: what a leak shows up in. Debug boots alone know the callers.
/// Takes time in proportion to the memory, with interrupts off.
/// </summary>
internal static unsafe class Holders
{
    private const uint MaxHolders = 64;

    /// <summary>The console command <c>holders</c>: a line for each caller. <c>addr2line -e port.elf</c> makes lines of
    /// source of them.</summary>
    public static void Print()
    {
        if (!PageGuard.IsOn)
        {
            printf__va(T("# holders: callers are known when the kernel is booted with memdebug\n"u8), null);
            return;
        }
        Holder* table = stackalloc Holder[(int)MaxHolders];
        uint count = Collect(table, MaxHolders);
        for (uint i = 0; i < count; i++)
        {
            uint* arguments = stackalloc uint[3];
            arguments[0] = (uint)table[i].Caller;
            arguments[1] = table[i].Blocks;
            arguments[2] = table[i].Bytes;
            printf__va(T("# holder %p: %u blocks, %u bytes\n"u8), (byte*)arguments);
        }
    }

    /// <summary>What a caller within [start, end) of the kernel's text holds.</summary>
    /// <remarks>Not inlined: the table would lie in the caller's frame, and what is left on it from before would be
    /// taken for calls (CallSite).</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Holder Of(uint start, uint end)
    {
        Holder* table = stackalloc Holder[(int)MaxHolders];
        uint count = Collect(table, MaxHolders);
        Holder sum = default;
        for (uint i = 0; i < count; i++)
            if ((uint)table[i].Caller >= start && (uint)table[i].Caller < end)
            {
                sum.Caller = table[i].Caller;
                sum.Blocks += table[i].Blocks;
                sum.Bytes += table[i].Bytes;
            }
        return sum;
    }

    private static uint Collect(Holder* table, uint room)
    {
        uint count = 0;
        uint saved = Interrupts.SaveAndDisable();
        for (uint number = 1; number < VmFreePages.Pages.End; number++)
        {
            PageNote* note =
                new Pfn(number).Start.Value < DirectMapLimit ? (PageNote*)VmFreePages.Lookup(new Pfn(number)) : null;
            if (note == null)
                continue;
            byte* page = (byte*)DirectMap.ToVirtual(new Pfn(number).Start);
            if (note->Use == PageUse.Blocks)
                CollectBlocks(table, room, ref count, note, page);
            else if (note->Use == PageUse.LargeFirst)
                Enter(table, room, ref count, kmem_c.CallerOfLarge(page, out uint bytes), bytes);
            else if (note->Use == PageUse.Pages)
                Enter(table, room, ref count, PageGuard.CallerOf(new Pfn(number)), Pfn.PageSize);
        }
        Interrupts.Restore(saved);
        return count;
    }

    private static void CollectBlocks(Holder* table, uint room, ref uint count, PageNote* note, byte* page)
    {
        for (uint index = 0; index < SizeClass.BlocksOf(note->Class); index++)
            if ((note->Busy[index >> 5] >> (int)(index & 31) & 1) != 0)
            {
                BlockHeader* header = (BlockHeader*)(page + index * SizeClass.SizeOf(note->Class));
                Enter(table, room, ref count, header->Caller, header->Size);
            }
    }

    // Callers that find no room share the last line, which has none.
    private static void Enter(Holder* table, uint room, ref uint count, void* caller, uint bytes)
    {
        uint i = 0;
        while (i < count && table[i].Caller != caller)
            i++;
        if (i == room)
            i = room - 1;
        else if (i == count)
            table[count++] = new Holder { Caller = caller };
        table[i].Blocks++;
        table[i].Bytes += bytes;
    }
}
