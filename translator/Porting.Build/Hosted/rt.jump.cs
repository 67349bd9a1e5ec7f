using System.Runtime;
using System.Runtime.CompilerServices;

namespace Porting;

/// <summary>
/// setjmp (C11 7.13) for translated frames, in glibc's format, so that its longjmp goes there, whoever calls it, and that of translated code goes to where C called setjmp. C's rule holds: locals that were changed in between keep their
/// values only when they are volatile.
/// </summary>
internal static unsafe partial class rt
{
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.setjmp")]
    public static extern int setjmp(void* environment);

    /// <summary>Keeps the signal mask, too, when asked to.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.sigsetjmp")]
    public static extern int sigsetjmp(void* environment, int saves_mask);
}
