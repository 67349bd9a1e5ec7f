using Mach.Vm;

namespace Mach;

/// <summary>
/// Between physical addresses and the kernel virtual addresses of the direct map: C's macros phystokv and kvtophys
/// (i386/vm_param.h). The two happen to be equal in this kernel; no other place may know.
/// </summary>
internal static unsafe class DirectMap
{
    public static void* ToVirtual(PhysAddr paddr) => (void*)(paddr.Value + phys_mem_va);

    /// <summary>Whether a kernel virtual address is one of the direct map.</summary>
    public static bool Has(void* address) => (uint)address - phys_mem_va < DirectMapEnd;

    /// <summary>Only for addresses inside the direct map, which all of kmalloc's and __get_free_pages' are.</summary>
    public static PhysAddr ToPhysical(void* address) => new((uint)address - phys_mem_va);
}
