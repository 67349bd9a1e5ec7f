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
    /// address of such a call if it points into the kernel's text and the instruction before it is a call with just that
    /// target (Intel SDM vol. 2, CALL rel32); a stale word that looks so is the address of another caller.
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

    private static bool IsReturnFrom(uint address, uint function)
    {
        if (address < (uint)_start + CallLength || address >= (uint)etext)
            return false;
        byte* call = (byte*)(address - CallLength);
        return *call == CallOpcode && address + *(uint*)(call + 1) == function;
    }
}
