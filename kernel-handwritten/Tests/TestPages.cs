namespace Mach;

/// <summary>What the C of the tests needs of memory that it cannot reach by itself.</summary>
internal static unsafe partial class test_vm_util_c
{
    /// <summary>Where the memory of a page can be read and written, until the next call: pages of objects may be
    /// high.</summary>
    [Replaces("test/test_vm_util.c", "test_page_at", "ce0cfff012e9cbf6")]
    internal static uint test_page_at(uint phys_addr) => pmap_c.AddressOf(phys_addr, 2);

    /// <summary>Take one page of any kind; FALSE if it is refused. Memory beyond the direct map is memory to be short of
    /// as well.</summary>
    [Replaces("test/test_vm_util.c", "hoard_one", "9aee13c6367a440d")]
    internal static int hoard_one(page_hoard* hoard) => TestMemory.Hoard(hoard, Vm.GrabFlags.High) ? TRUE : FALSE;
}
