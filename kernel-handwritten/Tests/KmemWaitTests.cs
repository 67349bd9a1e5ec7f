using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mach.Kmem;
using Mach.Vm;
using static Mach.KernelTest;
using static Mach.TestMemory;

namespace Mach;

/// <summary>Suite "kmem_wait": who waits for memory, who does not, and what wakes those who do.</summary>
internal static unsafe class KmemWaitTests
{
    private const int Priority = 10;
    private const uint BlockBytes = 3000;

    // Far below a second, after which a sleeper gives up by itself; of the machine's clock, which a busy host does not
    // change.
    private const uint WakeMsecs = 100;

    // Once in a while the daemon finds something after all: zones are collected by the clock. Then once more.
    private const int Attempts = 5;

    private static int s_priority;
    private static void* s_block;
    private static bool s_done;

    /// <summary>The conditions, one by one.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void WhoMayWait()
    {
        Expect(
            KmemSleep.MayWait(GFP_KERNEL) && KmemSleep.MayWait(GFP_KERNEL | GFP_DMA),
            "GFP_KERNEL in a thread may"u8
        );
        Expect(!KmemSleep.MayWait(GFP_ATOMIC) && !KmemSleep.MayWait(GFP_ATOMIC | GFP_DMA), "GFP_ATOMIC may not"u8);

        uint saved = Interrupts.SaveAndDisable();
        bool withInterruptsOff = KmemSleep.MayWait(GFP_KERNEL);
        Interrupts.Restore(saved);
        int level = splhigh();
        bool raised = KmemSleep.MayWait(GFP_KERNEL);
        splx(level);
        intr_count++;
        bool inHandler = KmemSleep.MayWait(GFP_KERNEL);
        intr_count--;
        active_threads[0]->vm_privilege = 1;
        bool privileged = KmemSleep.MayWait(GFP_KERNEL);
        active_threads[0]->vm_privilege = 0;
        Expect(!withInterruptsOff && !raised && !inHandler, "with interrupts off, raised, in a handler: no"u8);
        Expect(!privileged, "who frees memory does not wait for it"u8);
    }

    /// <summary>A thread that waits gets its block when a page comes back.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void IsWokenByAPage()
    {
        page_hoard hoard;
        thread* waiter = StartWithoutMemory(&hoard, GFP_KERNEL);
        Expect(!s_done && KmemSleep.Sleepers == 1, "it waits"u8);
        hoard_release(&hoard, hoard.count);
        test_sleep(WakeMsecs);
        Expect(s_done, "until it is woken"u8);
        test_join(waiter);
        Expect(s_block != null, "and gets its block"u8);
        linux_kfree(s_block);
    }

    /// <summary>One that waits for DMA memory does so although other memory is plentiful (the patch could
    /// not).</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void WaitsForDma()
    {
        if (VmFreePages.Normal.Managed == 0)
        {
            ktest_skip(T("no normal zone"u8));
            return;
        }
        linux_kmem_collect();
        vm_page* taken = null;
        for (
            vm_page* page = vm_page_grab_flags(FALSE, vm_resident_c.VM_PAGE_DMA);
            page != null;
            page = vm_page_grab_flags(FALSE, vm_resident_c.VM_PAGE_DMA)
        )
        {
            page->pageq.next = (queue_entry*)taken;
            taken = page;
        }
        thread* waiter = Start(GFP_KERNEL | GFP_DMA);
        Expect(!s_done && KmemSleep.Sleepers == 1, "it waits"u8);
        Release(taken);
        test_sleep(WakeMsecs);
        Expect(s_done, "until it is woken"u8);
        test_join(waiter);
        Expect(s_block != null && pmap_is_dma(DirectMap.ToPhysical(s_block).Value) != FALSE, "and gets DMA memory"u8);
        linux_kfree(s_block);
        linux_kmem_collect();
        Expect(VmCheck.Verify() == VmFault.None, "invariants"u8);
    }

    /// <summary>A request that can never be met ends with null, when the daemon has tried in vain.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void GivesUp()
    {
        bool ended = true;
        bool gaveUp = false;
        for (int i = 0; i < Attempts && ended && !gaveUp; i++)
        {
            page_hoard hoard;
            thread* waiter = StartWithoutMemory(&hoard, GFP_KERNEL);
            for (int j = 0; j < 500 && !s_done; j++)
                test_sleep(10);
            ended = s_done;
            gaveUp = s_done && s_block == null;
            hoard_release(&hoard, hoard.count);
            test_join(waiter);
            linux_kfree(s_block);
        }
        Expect(ended, "it ends"u8);
        Expect(gaveUp, "with null"u8);
    }

    /// <summary>GFP_ATOMIC is refused at once.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void AtomicDoesNotWait()
    {
        page_hoard hoard;
        linux_kmem_collect();
        hoard_init(&hoard);
        hoard_all(&hoard);
        intr_count++; // the pages too that are kept for requests that cannot wait
        hoard_all(&hoard);
        intr_count--;
        uint before = jiffies;
        void* block = linux_kmalloc(BlockBytes, GFP_ATOMIC);
        Expect(block == null && jiffies - before < 10, "null at once"u8);
        hoard_release(&hoard, hoard.count);
    }

    /// <summary>What kmalloc keeps and does not use is collected before a request fails (the patch had lost
    /// that).</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void CollectsAndTriesAgain()
    {
        linux_kmem_collect();
        FreeChain(ChainOfBlocks(40, GFP_KERNEL, 1)); // its page is kept
        page_hoard hoard;
        hoard_init(&hoard);
        hoard_all(&hoard);
        kmem_c.MeasureBlocks(out _, out uint held);
        Expect(held != 0 && vm_page_grab(FALSE) == null, "a page is kept, none is free"u8);

        // The daemon has not run since: threads are not preempted.
        void* other = linux_kmalloc(BlockBytes, GFP_ATOMIC);
        Expect(other != null, "it serves another size"u8);
        hoard_release(&hoard, hoard.count);
        linux_kfree(other);
        Expect(VmCheck.Verify() == VmFault.None && kmem_c.VerifyBlocks(), "invariants"u8);
    }

    /// <summary>Memory that comes back between an attempt and the wait ends the wait before it begins.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void MemoryThatCameBackBefore()
    {
        vm_page* page = vm_page_grab_flags(FALSE, vm_resident_c.VM_PAGE_DMA);
        KmemSleep patience = new(dma: true);
        vm_page_release(page, FALSE);
        uint before = jiffies;
        Expect(patience.WaitForMemory(GFP_KERNEL), "it may try again"u8);
        Expect(jiffies - before < 20, "at once"u8);
        before = jiffies;
        while (patience.WaitForMemory(GFP_KERNEL)) { }
        Expect(jiffies - before >= 90, "and then waits"u8);
    }

    // Let a thread ask for a block when no page is free. One that got its block all the same was lucky: the daemon
    // found a page in between.
    private static thread* StartWithoutMemory(page_hoard* hoard, int priority)
    {
        for (int i = 1; ; i++)
        {
            HoardAll(hoard);
            thread* waiter = Start(priority);
            if (s_block == null || i == Attempts)
                return waiter;
            hoard_release(hoard, hoard->count);
            test_join(waiter);
            linux_kfree(s_block);
        }
    }

    // Take all pages, those too that the daemon frees when it finds that out.
    private static void HoardAll(page_hoard* hoard)
    {
        linux_kmem_collect();
        hoard_init(hoard);
        uint before;
        do
        {
            before = hoard->count;
            hoard_all(hoard);
            test_sleep(200);
        } while (hoard->count != before);
    }

    private static thread* Start(int priority)
    {
        s_priority = priority;
        s_block = null;
        s_done = false;
        thread* waiter = test_thread(
            (delegate* unmanaged[Cdecl, SuppressGCTransition]<void>)(delegate* unmanaged[Cdecl]<void>)&Ask,
            null,
            Priority
        );
        test_sleep(20);
        return waiter;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Ask()
    {
        s_block = linux_kmalloc(BlockBytes, s_priority);
        s_done = true;
    }

    private static void Release(vm_page* taken)
    {
        while (taken != null)
        {
            vm_page* next = (vm_page*)taken->pageq.next;
            vm_page_release(taken, FALSE);
            taken = next;
        }
    }
}
