using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach;

/// <summary>What the glue of the memory system needs of the kernel, as far as the kernel is C: structures, variables,
/// scheduling. Names are those of the C. What is scheduled is up to <see cref="IScheduler"/>.</summary>
internal static unsafe class HostKernel
{
    public const int TRUE = 1;
    public const int FALSE = 0;
    public const int KERN_SUCCESS = 0;
    public const int KERN_INVALID_ARGUMENT = 4;
    public const int KERN_RESOURCE_SHORTAGE = 6;
    public const int THREAD_AWAKENED = 0;
    public const int GFP_ATOMIC = 1;
    public const int GFP_KERNEL = 3;
    public const int GFP_DMA = 0x80;
    public const int SPL0 = 0;
    public const uint phys_mem_va = 0;
    public const uint vm_page_fictitious_addr = uint.MaxValue;

    public static uint phys_last_addr;
    public static int curr_ipl;
    public static uint intr_count;
    public static uint jiffies;

    public static int vm_page_free_count;
    public static uint vm_page_free_count_minimum;
    public static int vm_page_free_reserved;
    public static int vm_page_free_min;
    public static int vm_page_free_target;
    public static int vm_page_external_count;
    public static int vm_page_external_limit;
    public static int vm_page_inactive_count;
    public static int vm_page_inactive_target;

    private static readonly uint* s_wanted = (uint*)NativeMemory.AllocZeroed(8);

    public static ref uint vm_page_free_wanted => ref *s_wanted;
    public static uint* addr_vm_page_free_wanted => s_wanted;

    /// <summary>The running thread.</summary>
    public static thread** active_threads { get; } = (thread**)NativeMemory.AllocZeroed((nuint)sizeof(thread*));

    public static IScheduler Scheduler = null!;

    public static sbyte* T(ReadOnlySpan<byte> literal) =>
        (sbyte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(literal));

    public static void printf__va(sbyte* format, byte* arguments) => Scheduler.Print(format, (nuint*)arguments);

    public static void assert_wait(void* @event, int interruptible) => Scheduler.AssertWait((nint)@event);

    public static int thread_wakeup_prim(void* @event, int one, int result) =>
        Scheduler.Wakeup((nint)@event, one != FALSE) ? TRUE : FALSE;

    public static void thread_set_timeout(int ticks) => Scheduler.SetTimeout(ticks);

    public static void thread_block(delegate* unmanaged[Cdecl, SuppressGCTransition]<void> continuation) =>
        Scheduler.Block();

    public static void vm_page_insert(vm_page* page, vm_object* @object, uint offset) { }

    public static void vm_page_release_fictitious(vm_page* page) { }

    public static void vm_page_init(vm_page* page, uint paddr)
    {
        *page = default;
        page->busy = 1;
        page->phys_addr = paddr;
    }
}

/// <summary>Who decides what runs.</summary>
internal unsafe interface IScheduler
{
    /// <summary>Something may come in between here, if interrupts are on.</summary>
    void Point();

    void AssertWait(nint @event);

    bool Wakeup(nint @event, bool one);

    void SetTimeout(int ticks);

    void Block();

    void Print(sbyte* format, nuint* arguments);
}

internal unsafe struct queue_entry
{
    public queue_entry* next;
    public queue_entry* prev;
}

/// <summary>The page structure; the fields that the glue's note covers come first, as in the C.</summary>
internal unsafe struct vm_page
{
    public queue_entry pageq;
    public queue_entry listq;
    public vm_page* next;
    public uint offset;
    public vm_object* @object;
    public uint free;
    public uint external;
    public uint extcounted;
    public uint busy;
    public uint fictitious;
    public uint phys_addr;
}

internal struct vm_object
{
    public uint @internal;
}

internal struct thread
{
    public int vm_privilege;
    public int Number;
}

/// <summary>The processor's interrupt flag; interrupts come where it turns on, and before it is turned off.</summary>
internal static class Interrupts
{
    private const uint FlagBit = 1u << 9;

    private static uint s_flags = FlagBit;

    public static uint SaveAndDisable()
    {
        if (s_flags != 0)
            Scheduler.Point();
        uint saved = s_flags;
        s_flags = 0;
        return saved;
    }

    public static void Restore(uint saved)
    {
        s_flags = saved;
        if (s_flags != 0)
            Scheduler.Point();
    }

    public static uint Flags() => s_flags;

    public static bool WereOn(uint saved) => (saved & FlagBit) != 0;

    public static bool InHandler => intr_count != 0;
}

internal static unsafe class PageGuard
{
    public static bool IsOn => false;
}

internal static class PageWatch
{
    public static bool IsOn => false;

    public static void OnGrab(Vm.Pfn page, Vm.GrabFlags flags, int external, bool isRequest) { }

    public static void OnRelease(Vm.Pfn page, int external) { }
}

internal static class OperationLog
{
    public static void Note(Operation operation, Vm.GrabFlags flags, int external, uint first, uint second) { }

    public static void Note(Operation operation, uint first, uint second) { }
}

internal enum Operation
{
    Run,
    Refuse,
    Wait,
    Wake,
    Sleep,
    Awake,
    Round,
    RoundEnd,
}

internal static unsafe class BlockGuard
{
    public static void* Allocate(ref Kmem.BlockPool<KmemSource> pool, uint size, bool dma, void* caller) => null;

    public static Kmem.FreeResult Free(ref Kmem.BlockPool<KmemSource> pool, void* block, void* caller) =>
        Kmem.FreeResult.NotOurs;

    public static uint SizeOf(ref Kmem.BlockPool<KmemSource> pool, void* block) => 0;

    public static void* CallerOfLarge(ref Kmem.BlockPool<KmemSource> pool, void* page, out uint bytes)
    {
        bytes = 0;
        return null;
    }
}

internal static unsafe class CallSite
{
    public static void* OfCallTo(void* function) => (void*)0x1000;

    public static void* OfMemoryEntry() => null;
}

/// <summary>Moving pages needs maps and objects, which there are none of here: it finds nothing.</summary>
internal static class VmCompaction
{
    public static void NoteRefused(uint row) { }

    public static bool TryTakeRun(
        Vm.GrabFlags requester,
        uint sizePages,
        Vm.GrabFlags flags,
        uint align,
        uint boundary,
        out Vm.Pfn first
    )
    {
        first = default;
        return false;
    }
}

internal static class vm_pageout_c
{
    public static void NoteExternalLimit() { }
}
