using System.Runtime;

namespace Mach;

/// <summary>Where the core library ends up when it would throw: the kernel's panic, with the reason.</summary>
internal static unsafe class CorlibPanic
{
    [RuntimeExport("corlib_panic")]
    private static void Stop(sbyte* reason) => panic__va(T("%s"u8), (byte*)&reason); // the argument list is the one pointer
}
