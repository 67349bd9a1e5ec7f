using System.Runtime;

namespace Mach;

/// <summary>Where the core library ends up when it would throw: the kernel's panic, with the reason.</summary>
internal static unsafe class CorlibPanic
{
    [RuntimeExport("corlib_panic")]
    // the argument list is the one pointer
    private static void Stop(sbyte* reason) => panic__va(T("%s"u8), (byte*)&reason);
}
