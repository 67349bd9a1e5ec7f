using System.Runtime.CompilerServices;
using Mach.Vm;

namespace Mach;

/// <summary>Who wants to see every page that leaves and comes back: debug boots, and a log of operations. One flag for
/// both, so that the free lists look at one. Interrupts are off.</summary>
internal static class PageWatch
{
    public static bool IsOn;

    /// <summary>A page has left, for a request with these flags or, without one, as a part of something.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void OnGrab(Pfn page, GrabFlags flags, int external, bool isRequest)
    {
        if (PageGuard.IsOn)
            PageGuard.OnGrab(page);
        OperationLog.Note(isRequest ? Operation.Take : Operation.TakePart, flags, external, page.Value, 0);
    }

    /// <summary>A page comes back; it is in no count yet.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void OnRelease(Pfn page, int external)
    {
        if (PageGuard.IsOn)
            PageGuard.OnRelease(page);
        OperationLog.Note(Operation.Return, GrabFlags.None, external, page.Value, 0);
    }
}
