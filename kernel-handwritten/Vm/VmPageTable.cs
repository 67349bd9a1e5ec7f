using System.Runtime.CompilerServices;
using Mach.Vm;

namespace Mach;

/// <summary>
/// Page number to page structure by arithmetic: one structure for every page of memory, in order. That is the page's
/// <em>home</em>, and a page that is free is always at home, so that the allocator needs no pointers of its own.
///
/// <para>A home whose memory is not ours (the hole below 1 MiB, the kernel, what was stolen at boot) is a fictitious
/// page whose <c>next</c> is null. A home whose memory was given to another structure (vm_page_convert) is a fictitious
/// page whose <c>next</c> is that structure; when the memory is released it comes home.</para>
/// </summary>
internal unsafe struct VmPageTable : IPageOwner
{
    private vm_page* _homes;
    private uint _length;

    /// <summary>Storage for the structures of so many pages, in bytes.</summary>
    public static uint BytesFor(uint pages) => pages * (uint)sizeof(vm_page);

    /// <summary>Take over the storage. Nothing is managed.</summary>
    public void Initialize(vm_page* homes, uint length)
    {
        _homes = homes;
        _length = length;
        for (uint i = 0; i < length; i++)
        {
            vm_page_init(&homes[i], vm_page_fictitious_addr);
            homes[i].fictitious = 1;
            homes[i].next = null;
        }
    }

    public readonly bool IsManaged(Pfn page) => Lookup(page) != null;

    /// <summary>The structure that has a page's memory now, or null: unmanaged, or beyond the end of memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly vm_page* Lookup(Pfn page)
    {
        if (page.Value >= _length)
            return null;
        vm_page* home = &_homes[page.Value];
        return home->fictitious == 0 ? home : home->next;
    }

    /// <summary>Whether a structure is the home of the memory that it has.</summary>
    public readonly bool IsHome(vm_page* page) => page == &_homes[page->phys_addr >> Pfn.Shift];

    /// <summary>Let a page's own structure stand for it. Null beyond the end and where a structure stands
    /// already.</summary>
    public readonly vm_page* Settle(Pfn page)
    {
        if (page.Value >= _length || Lookup(page) != null)
            return null;
        vm_page_init(&_homes[page.Value], page.Start.Value);
        return &_homes[page.Value];
    }

    /// <summary>
    /// Give the memory of a home to a fictitious structure, which becomes real. The home forwards to it from now on and
    /// is nobody's fictitious page meanwhile.
    /// </summary>
    public readonly void Lend(vm_page* home, vm_page* borrower)
    {
        borrower->phys_addr = home->phys_addr;
        borrower->fictitious = 0;
        home->phys_addr = vm_page_fictitious_addr;
        home->fictitious = 1;
        home->next = borrower;
    }

    /// <summary>
    /// Bring the memory of a page back to its home; returns the home. A structure that had it in between is a
    /// fictitious page again, the caller's to release, and comes back in <paramref name="borrower"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly vm_page* BringHome(Pfn page, out vm_page* borrower)
    {
        vm_page* home = &_homes[page.Value];
        borrower = null;
        if (home->fictitious == 0)
            return home;

        borrower = TakeFrom(home, page);
        return home;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static vm_page* TakeFrom(vm_page* home, Pfn page)
    {
        vm_page* borrower = home->next;
        vm_page_init(borrower, vm_page_fictitious_addr);
        borrower->fictitious = 1;
        vm_page_init(home, page.Start.Value);
        return borrower;
    }
}
