using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static Mach.KernelTest;
using static Mach.TestMemory;

namespace Mach;

/// <summary>
/// Suite "failures": the n-th request for pages is refused, for each n until there is no n-th any more. Nothing
/// crashes, no page is lost, and who cannot be served is told so.
/// </summary>
internal static unsafe class FailureTests
{
    private const uint SmallBytes = 20;
    private const int Slots = 40;

    // More than anybody tries again.
    private const uint ForLong = 3;

    private const int SectorBytes = 512;
    private const uint FloppyDevice = FLOPPY_MAJOR << 8;

    /// <summary>One refusal is made up for by collecting what kmalloc keeps, and trying again.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void OneFailureIsMadeUpFor()
    {
        uint requests = Soak(0, out uint refused);
        Expect(requests > Slots / 2 && refused == 0, "nobody has noticed"u8);
    }

    /// <summary>Refusals that go on reach the caller as null, and nothing else happens.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void FailuresReachTheCaller()
    {
        uint requests = Soak(ForLong, out uint refused);
        Expect(requests > Slots / 2 && refused >= requests - 1, "each of them was noticed"u8);
    }

    /// <summary>The disk is opened, read and closed with each request refused once; then it works, and no page is
    /// missing.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void TheFloppyDriverSurvives()
    {
        if (ReadFloppy() == D_NO_SUCH_DEVICE)
        {
            ktest_skip(T("no disk"u8));
            return;
        }
        void** held = FillPages();
        int before = vm_page_free_count;
        uint refused = 0;
        uint n = 1;
        uint failed;
        do
        {
            failed = VmFreePages.FailedRequests;
            VmFreePages.FailMore = ForLong;
            VmFreePages.FailRequest = n;
            refused += ReadFloppy() != D_SUCCESS ? 1u : 0;
            linux_kmem_collect();
            // A refused read may hold fewer pages than the one before the count.
            Expect(vm_page_free_count >= before && kmem_c.VerifyBlocks(), "no page is lost"u8);
            n++;
        } while (VmFreePages.FailedRequests != failed);
        Reset();
        Expect(n > 2 && refused > 0, "the caller is told"u8);
        Expect(ReadFloppy() == D_SUCCESS && VmCheck.Verify() == VmFault.None, "and it still works"u8);
        linux_kmem_collect();
        Expect(vm_page_free_count == before, "a read holds what it held before"u8);
        FreeChain(held);
    }

    // Blocks as small as the driver's, until all pages with such blocks are full: its own needs a page then, whatever
    // other drivers have.
    private static void** FillPages()
    {
        linux_kmem_collect();
        void** last = ChainOfBlocks(SmallBytes, GFP_ATOMIC, 2);
        void** chain = (void**)*last;
        linux_kfree(last);
        linux_kmem_collect();
        return chain;
    }

    // Blocks and pages of all kinds with each request refused in turn; how many requests there were.
    private static uint Soak(uint more, out uint refused)
    {
        void** blocks = stackalloc void*[Slots];
        linux_kmem_collect();
        int before = vm_page_free_count;
        refused = 0;
        uint n = 1;
        uint failed;
        do
        {
            failed = VmFreePages.FailedRequests;
            VmFreePages.FailMore = more;
            VmFreePages.FailRequest = n;
            uint pages = __get_free_pages(GFP_ATOMIC, 2, 1);
            refused += pages == 0 ? 1u : 0;
            for (uint i = 0; i < Slots; i++)
            {
                blocks[i] = linux_kmalloc(i * 701 % 9000 + 1, i % 2 == 0 ? GFP_DMA | GFP_ATOMIC : GFP_ATOMIC);
                refused += blocks[i] == null ? 1u : 0;
            }
            for (uint i = 0; i < Slots; i++)
                linux_kfree(blocks[i]);
            if (pages != 0)
                free_pages(pages, 2);
            linux_kmem_collect();
            Expect(vm_page_free_count == before && kmem_c.VerifyBlocks(), "no page is lost"u8);
            n++;
        } while (VmFreePages.FailedRequests != failed);
        Reset();
        Expect(VmCheck.Verify() == VmFault.None, "invariants"u8);
        return n - 1;
    }

    private static int ReadFloppy()
    {
        block_data* disk;
        int status = bdev_open((ushort)FloppyDevice, FMODE_READ, &disk);
        if (status != D_SUCCESS)
            return status;
        sbyte* data = stackalloc sbyte[SectorBytes];
        _ = bdev_ioctl(disk, FDFLUSH, 0);
        status = bdev_read(disk, 0, data, SectorBytes);
        bdev_close(disk);
        return status;
    }

    private static void Reset()
    {
        VmFreePages.FailRequest = 0;
        VmFreePages.FailMore = 0;
    }
}
