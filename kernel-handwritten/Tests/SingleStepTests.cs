using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mach.Vm;
using static Mach.KernelTest;

namespace Mach;

/// <summary>
/// Suite "single_step": each operation once with a handler that allocates after every one of its instructions. Nothing
/// breaks, nothing is lost; the comment lines say how many instructions the operation took.
/// </summary>
internal static unsafe class SingleStepTests
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void GrabAndRelease()
    {
        Prepare(out int before);
        SingleStep.Begin();
        vm_page* page = vm_page_grab(FALSE);
        vm_page_release(page, FALSE);
        SingleStep.Finish();
        CheckAll(before, T("grab + release"u8));

        // Once more with interrupts off: what the pair itself costs, queues, flags and checks included.
        uint saved = Interrupts.SaveAndDisable();
        SingleStep.Begin();
        page = vm_page_grab(FALSE);
        vm_page_release(page, FALSE);
        SingleStep.Finish();
        Interrupts.Restore(saved);
        uint steps = SingleStep.Steps;
        printf__va(T("# grab + release alone: %u instructions\n"u8), (byte*)&steps);
        Expect(SingleStep.InterruptCount == 0, "with interrupts off there is none"u8);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void KmallocAndKfree()
    {
        Prepare(out int before);
        SingleStep.Begin();
        void* block = linux_kmalloc(100, GFP_ATOMIC);
        linux_kfree(block);
        SingleStep.Finish();
        CheckAll(before, T("kmalloc + kfree, 100 bytes"u8));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void LargeBlocks()
    {
        Prepare(out int before);
        SingleStep.Begin();
        void* block = linux_kmalloc(60000, GFP_ATOMIC | GFP_DMA);
        linux_kfree(block);
        SingleStep.Finish();
        CheckAll(before, T("kmalloc + kfree, 60,000 bytes, DMA"u8));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void PagesAndCollecting()
    {
        Prepare(out int before);
        SingleStep.Begin();
        uint pages = __get_free_pages(GFP_ATOMIC, 3, 1);
        free_pages(pages, 3);
        linux_kmem_collect();
        SingleStep.Finish();
        CheckAll(before, T("__get_free_pages + free_pages, order 3, and collecting"u8));
    }

    private static void Prepare(out int before)
    {
        linux_kmem_collect();
        before = vm_page_free_count;
    }

    private static void CheckAll(int before, sbyte* what)
    {
        uint* arguments = stackalloc uint[3];
        arguments[0] = (uint)what;
        arguments[1] = SingleStep.Steps;
        arguments[2] = SingleStep.InterruptCount;
        printf__va(T("# %s: %u instructions, interrupted after %u\n"u8), (byte*)arguments);
        Expect(
            SingleStep.InterruptCount > 10 && SingleStep.Steps > SingleStep.InterruptCount,
            "it was interrupted, and not where it must not be"u8
        );
        Expect(SingleStep.Failures == 0, "the handler always got memory of its own"u8);
        Expect(VmCheck.Verify() == VmFault.None && kmem_c.VerifyBlocks(), "nothing is broken"u8);
        linux_kmem_collect();
        Expect(vm_page_free_count == before, "nothing is lost"u8);
    }
}
