using System.Runtime.CompilerServices;

namespace Mach;

/// <summary>
/// Doubly linked queues of pages through <c>pageq</c>, by the convention of kern/queue.h: links point to the element
/// and not to the link inside it, and the head is told from an element by its address. C code can walk them by
/// <c>queue_iterate</c>.
/// </summary>
internal static unsafe class PageQueue
{
    public static void Initialize(queue_entry* head)
    {
        head->next = head;
        head->prev = head;
    }

    /// <summary>Put a page in front of all others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void EnterFirst(queue_entry* head, vm_page* page)
    {
        queue_entry* first = head->next;
        page->pageq.next = first;
        page->pageq.prev = head;
        *BackLink(head, first) = (queue_entry*)page;
        head->next = (queue_entry*)page;
    }

    /// <summary>Put a page behind one that is on the queue.</summary>
    public static void EnterBehind(queue_entry* head, vm_page* place, vm_page* page)
    {
        queue_entry* next = place->pageq.next;
        page->pageq.next = next;
        page->pageq.prev = (queue_entry*)place;
        *BackLink(head, next) = (queue_entry*)page;
        place->pageq.next = (queue_entry*)page;
    }

    /// <summary>Take a page out, wherever on the queue it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Remove(queue_entry* head, vm_page* page)
    {
        queue_entry* next = page->pageq.next;
        queue_entry* previous = page->pageq.prev;
        *BackLink(head, next) = previous;
        if (previous == head)
            head->next = next;
        else
            ((vm_page*)previous)->pageq.next = next;
        page->pageq.next = null;
        page->pageq.prev = null;
    }

    /// <summary>
    /// Number of pages on the queue. Gives up after <paramref name="limit"/>, so that a queue that has lost its end is
    /// reported and not followed for ever.
    /// </summary>
    public static uint Count(queue_entry* head, uint limit)
    {
        uint count = 0;
        for (queue_entry* entry = head->next; entry != head && count <= limit; entry = ((vm_page*)entry)->pageq.next)
            count++;
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static queue_entry** BackLink(queue_entry* head, queue_entry* entry) =>
        entry == head ? &head->prev : &((vm_page*)entry)->pageq.prev;
}
