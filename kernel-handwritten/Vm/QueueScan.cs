using System.Runtime.CompilerServices;

namespace Mach;

/// <summary>
/// A walk over a queue of pages that goes on where it was although pages come and go and the walker sleeps: a page
/// structure that is nobody's page stands on the queue where the walk has come to. One walk at a time: the daemon's.
/// </summary>
internal unsafe struct QueueScan
{
    private static vm_page s_marker;

    private readonly queue_entry* _head;

    /// <summary>From the first page of a queue.</summary>
    public QueueScan(queue_entry* head)
    {
        _head = head;
        PageQueue.EnterFirst(head, Marker);
    }

    /// <summary>The next page, or null at the end. It is still on the queue, in front of the marker.</summary>
    public readonly vm_page* Next()
    {
        vm_page* page = (vm_page*)Marker->pageq.next;
        if (page == _head)
            return null;
        PageQueue.Remove(_head, Marker);
        PageQueue.EnterBehind(_head, page, Marker);
        return page;
    }

    /// <summary>The walk is over; passes an answer through.</summary>
    public readonly bool End(bool answer)
    {
        PageQueue.Remove(_head, Marker);
        return answer;
    }

    // SAFETY: a static of this kernel is linked data; nothing ever moves it.
    private static vm_page* Marker => (vm_page*)Unsafe.AsPointer(ref s_marker);
}
