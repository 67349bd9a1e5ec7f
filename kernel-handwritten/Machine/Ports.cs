using System.Runtime;
using System.Runtime.CompilerServices;

namespace Mach;

/// <summary>The I/O ports, for what the C's drivers do not read.</summary>
internal static class Ports
{
    /// <summary>A byte from a port (Intel SDM vol. 2, IN).</summary>
    [
        MethodImpl(MethodImplOptions.InternalCall),
        InlineAssembly("inb ${1:w}, ${0:b}", "={ax},{dx},~{dirflag},~{fpsr},~{flags}", "volatile r:i8 0:i16")
    ]
    public static extern uint Read(uint port);

    /// <summary>A byte to a port (Intel SDM vol. 2, OUT).</summary>
    [
        MethodImpl(MethodImplOptions.InternalCall),
        InlineAssembly("outb ${1:b}, ${0:w}", "{dx},{ax},~{dirflag},~{fpsr},~{flags}", "volatile 0:i16 1:i8")
    ]
    public static extern void Write(uint port, uint value);
}
