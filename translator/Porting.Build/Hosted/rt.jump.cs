using System.Runtime;
using System.Runtime.CompilerServices;

namespace Porting;

/// <summary>Jumps out of functions (gcc's manual, "Nonlocal Gotos"). C's rule holds: locals that were changed in between
/// keep their values only when they are volatile.</summary>
internal static unsafe partial class rt
{
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.builtin_setjmp")]
    public static extern int builtin_setjmp(void* buffer);

    /// <summary>To where <c>__builtin_setjmp</c> was called with the buffer; it gives 1 then.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.builtin_longjmp")]
    public static extern void builtin_longjmp(void* buffer);
}
