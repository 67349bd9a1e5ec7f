using System.Runtime;
using System.Runtime.CompilerServices;

namespace Porting;

/// <summary>
/// setjmp (C11 7.13) for translated frames, in glibc's format, so that its longjmp goes there, whoever calls it, and
/// that of translated code goes to where C called setjmp. C's rule holds: locals that were changed in between keep
/// their values only when they are volatile.
/// </summary>
internal static unsafe partial class rt
{
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.setjmp")]
    public static extern int setjmp(void* environment);

    /// <summary>Keeps the signal mask, too, when asked to.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.sigsetjmp")]
    public static extern int sigsetjmp(void* environment, int saves_mask);

    /// <summary>Bytes of the room that <c>__builtin_setjmp</c> needs in its function's frame.</summary>
    public const int jump_size = 24;

    /// <summary><c>__builtin_setjmp</c> (gcc's manual, "Nonlocal Gotos"): room is in the frame of the function that
    /// calls.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.builtin_setjmp")]
    public static extern int builtin_setjmp(void* buffer, void* room);

    /// <summary>To where <c>__builtin_setjmp</c> was called with the buffer; it gives 1 then.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.builtin_longjmp")]
    public static extern void builtin_longjmp(void* buffer);
}
