using System.Runtime;
using System.Runtime.CompilerServices;

namespace Porting;

/// <summary>
/// setjmp and longjmp (C11 7.13) for translated frames. The buffer is the C library's, its contents are our own: both sides of a jump have to be translated C. C's rule holds: locals that were changed in between keep their values only
/// when they are volatile.
/// </summary>
internal static unsafe partial class rt
{
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.setjmp")]
    public static extern int setjmp(void* environment);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.longjmp")]
    public static extern void longjmp(void* environment, int value);
}
