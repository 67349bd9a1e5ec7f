using Mach.Vm;

namespace Mach;

/// <summary>
/// Moving pages: the contents of a page of an object go to other memory, and all that knows the page, its object,
/// queues and mappings, goes with them. Wired pages never move, nor pages that somebody has in his hands. For threads.
/// </summary>
internal static unsafe class VmMigration
{
    /// <summary>
    /// Whether a page may be moved: it is a page of an object, on one of the queues, at rest, and its memory is its
    /// own.
    /// </summary>
    public static bool IsMovable(vm_page* page) =>
        page->tabled != 0
        && page->@object != null
        && page->@object != kernel_object
        && (page->active | page->inactive) != 0
        && page->wire_count == 0
        && (page->busy | page->wanted | page->absent | page->error | page->overwriting) == 0
        && (page->fictitious | page->@private | page->laundry | page->free) == 0
        && page->page_lock == VM_PROT_NONE
        && page->unlock_request == VM_PROT_NONE
        && VmFreePages.Pages.Owner.IsHome(page);

    /// <summary>Move a page to a zone above its own that has more than it needs, and release its memory.</summary>
    public static bool TryMoveUp(vm_page* page)
    {
        uint row = PmapZones.RowOf(new PhysAddr(page->phys_addr).Page);
        if (row + 1 == PmapZones.RowCount || !IsMovable(page))
            return false;
        vm_page* place = VmFreePages.TakeForMove(row + 1);
        if (place == null)
            return false;
        bool moved = vm_page_migrate(page, place);
        vm_page_release(moved ? page : place, FALSE);
        return moved;
    }
}

/// <summary>The object/offset table's part in it.</summary>
internal static unsafe partial class vm_resident_c
{
    /// <summary>
    /// Let the contents of a movable page live in another page's memory from now on: <paramref name="to"/>, which was
    /// just grabbed, takes over its place in object, table, queue and maps, its flags and what it is charged to;
    /// <paramref name="from"/> is as if it had just been grabbed. False, with nothing changed, if a mapping is wired.
    /// </summary>
    internal static bool vm_page_migrate(vm_page* from, vm_page* to)
    {
        pmap_copy_page(from->phys_addr, to->phys_addr);
        if (!pmap_c.TryMoveMappings(new PhysAddr(from->phys_addr), new PhysAddr(to->phys_addr)))
            return false;

        vm_object* home = from->@object;
        uint offset = from->offset;
        vm_page_remove(from);
        vm_page_link(to, home, offset);

        queue_entry* queue = from->active != 0 ? addr_vm_page_queue_active : addr_vm_page_queue_inactive;
        PageQueue.EnterBehind(queue, from, to);
        PageQueue.Remove(queue, from);
        to->active = from->active;
        to->inactive = from->inactive;
        to->reference = from->reference;
        to->dirty = from->dirty;
        to->precious = from->precious;
        to->external = from->external;
        to->extcounted = from->extcounted;
        to->busy = 0;

        VmFreePages.Rows[PmapZones.RowOf(new PhysAddr(from->phys_addr).Page)].Counters.Migrated++;
        vm_page_init(from, from->phys_addr);
        return true;
    }
}
