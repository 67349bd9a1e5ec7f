using System.Runtime;
using System.Runtime.CompilerServices;

namespace Mach;

/// <summary>
/// The processor's interrupt flag (Intel SDM vol. 3, "Maskable Hardware Interrupts"; bit 9 of EFLAGS). Free lists are
/// protected by this flag and not by spl, because drivers allocate with interrupts off and every change of spl turns
/// them on again (spl.S: each returns through sti).
/// </summary>
internal static class Interrupts
{
    private const uint FlagBit = 1u << 9;

    /// <summary>Turn interrupts off; returns the flag register as it was, for <see cref="Restore"/>.</summary>
    [
        MethodImpl(MethodImplOptions.InternalCall),
        InlineAssembly("pushfl; cli; popl $0", "=r,~{memory},~{dirflag},~{fpsr},~{flags}", "volatile r:i32")
    ]
    public static extern uint SaveAndDisable();

    /// <summary>Put the flag register back; interrupts are on afterwards if and only if they were when it was
    /// saved.</summary>
    [
        MethodImpl(MethodImplOptions.InternalCall),
        InlineAssembly("pushl $0; popfl", "r,~{memory},~{cc},~{dirflag},~{fpsr},~{flags}", "volatile 0:i32")
    ]
    public static extern void Restore(uint saved);

    /// <summary>The flag register as it is.</summary>
    [
        MethodImpl(MethodImplOptions.InternalCall),
        InlineAssembly("pushfl; popl $0", "=r,~{memory},~{dirflag},~{fpsr},~{flags}", "volatile r:i32")
    ]
    public static extern uint Flags();

    /// <summary>Unconditionally on: for the places where the C says sti.</summary>
    [
        MethodImpl(MethodImplOptions.InternalCall),
        InlineAssembly("sti", "~{memory},~{dirflag},~{fpsr},~{flags}", "volatile")
    ]
    public static extern void Enable();

    /// <summary>The address of the last page fault (CR2).</summary>
    [
        MethodImpl(MethodImplOptions.InternalCall),
        InlineAssembly("movl %cr2, $0", "=r,~{dirflag},~{fpsr},~{flags}", "volatile r:i32")
    ]
    public static extern uint FaultAddress();

    /// <summary>Off for good: the processor does nothing any more.</summary>
    [
        MethodImpl(MethodImplOptions.InternalCall),
        InlineAssembly("cli; 1: hlt; jmp 1b", "~{memory},~{dirflag},~{fpsr},~{flags}", "volatile")
    ]
    public static extern void Stop();

    /// <summary>Whether an interrupt handler or a bottom half of the glue runs: whoever was interrupted has nothing to do
    /// with what it asks for.</summary>
    public static bool InHandler => intr_count != 0;

    public static bool WereOn(uint saved) => (saved & FlagBit) != 0;
}
