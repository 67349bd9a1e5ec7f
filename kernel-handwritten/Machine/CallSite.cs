using System.Runtime.CompilerServices;

namespace Mach;

/// <summary>
/// Who called a function, for messages: found on the stack when something is wrong, so that calls that are right pay
/// nothing.
/// </summary>
internal static unsafe class CallSite
{
    private const byte CallOpcode = 0xe8;
    private const uint CallLength = 5;

    /// <summary>
    /// The address behind the innermost call of <paramref name="function"/>, or null. A word on the stack is the return
    /// address of such a call if it points into the kernel's text and the instruction before it is a call with just
    /// that target (Intel SDM vol. 2, CALL rel32); a stale word that looks so is the address of another caller.
    /// </summary>
    /// <remarks>Calls through a pointer are not found. The search ends with the stack's last page.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void* OfCallTo(void* function)
    {
        uint here = 0;
        uint* word = &here;
        uint* end = (uint*)(((uint)word | (KERNEL_STACK_SIZE - 1)) + 1);
        for (; word < end; word++)
            if (IsReturnFrom(*word, (uint)function))
                return (void*)*word;
        return null;
    }

    /// <summary>
    /// The address behind the call by which the memory system was entered, or null: of the calls of its entries that
    /// lie close to each other on the stack, the outermost. For debug boots, which ask at every grab and release.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void* OfMemoryEntry()
    {
        uint here = 0;
        uint* word = &here;
        uint* end = (uint*)(((uint)word | (KERNEL_STACK_SIZE - 1)) + 1);
        void* caller = null;
        for (uint left = WordsOfFrames; word < end && left != 0; word++, left--)
            if (IsMemoryEntry(TargetOfCallBefore(*word)))
            {
                caller = (void*)*word;
                left = WordsOfFrames;
            }
        return caller;
    }

    // The frames between two entries have fewer words.
    private const uint WordsOfFrames = 96;

    private static bool IsMemoryEntry(uint function) =>
        function != 0
        && (
            function == (uint)(delegate* <int, vm_page*>)&vm_page_grab
            || function == (uint)(delegate* <int, uint, vm_page*>)&vm_page_grab_flags
            || function == (uint)(delegate* <vm_object*, uint, vm_page*>)&vm_page_alloc
            || function == (uint)(delegate* <vm_page*, int, void>)&vm_page_release
            || function == (uint)(delegate* <vm_page*, void>)&vm_page_free
            || function == (uint)(delegate* <int, uint, int, uint>)&__get_free_pages
            || function == (uint)(delegate* <uint, uint, void>)&free_pages
            || function == (uint)(delegate* <uint, int, void*>)&linux_kmalloc
            || function == (uint)(delegate* <void*, void>)&linux_kfree
        );

    private static bool IsReturnFrom(uint address, uint function) => TargetOfCallBefore(address) == function;

    // Where the call goes that ends at an address of the kernel's text, or 0.
    private static uint TargetOfCallBefore(uint address)
    {
        if (address < (uint)_start + CallLength || address >= (uint)etext)
            return 0;
        byte* call = (byte*)(address - CallLength);
        return *call == CallOpcode ? address + *(uint*)(call + 1) : 0;
    }
}
