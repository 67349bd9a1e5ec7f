using System.Runtime;
using System.Runtime.CompilerServices;

namespace Mach;

/// <summary>The I/O ports, for what the C's drivers do not read.</summary>
internal static class Ports
{
    /// <summary>A byte from a port (Intel SDM vol. 2, IN).</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ports.in8")]
    public static extern uint Read(uint port);

    /// <summary>A byte to a port (Intel SDM vol. 2, OUT).</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ports.out8")]
    public static extern void Write(uint port, uint value);
}
