using System.Runtime;
using System.Runtime.CompilerServices;

namespace Porting;

/// <summary>
/// Atomic operations on objects of 1, 2, 4 and 8 bytes (C11 7.17, GCC manual "Built-in Functions for Memory Model Aware
/// Atomic Operations"), all sequentially consistent. Each is a loop around CMPXCHG: the value is computed, and stored
/// if nobody has changed the object meanwhile.
/// </summary>
internal static unsafe partial class rt
{
    // Stores desired when the object is expected; gives what was there. Assembler, managed convention.
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.cas1")]
    private static extern uint cas1(void* place, uint expected, uint desired);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.cas2")]
    private static extern uint cas2(void* place, uint expected, uint desired);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.cas4")]
    private static extern uint cas4(void* place, uint expected, uint desired);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.cas8")]
    private static extern ulong cas8(void* place, ulong expected, ulong desired);

    private static ulong raw<T>(T value)
        where T : unmanaged =>
        sizeof(T) == 8 ? *(ulong*)&value
        : sizeof(T) == 4 ? *(uint*)&value
        : sizeof(T) == 2 ? *(ushort*)&value
        : *(byte*)&value;

    private static T typed<T>(ulong value)
        where T : unmanaged => *(T*)&value;

    private static ulong cas<T>(T* place, ulong expected, ulong desired)
        where T : unmanaged =>
        sizeof(T) switch
        {
            8 => cas8(place, expected, desired),
            4 => cas4(place, (uint)expected, (uint)desired),
            2 => (ushort)cas2(place, (uint)expected, (uint)desired),
            _ => (byte)cas1(place, (uint)expected, (uint)desired),
        };

    public static T load<T>(T* place)
        where T : unmanaged => typed<T>(cas(place, 0, 0));

    public static void store<T>(T* place, T value)
        where T : unmanaged => exchange(place, value);

    public static T exchange<T>(T* place, T value)
        where T : unmanaged
    {
        ulong old = raw(*place);
        for (; ; )
        {
            ulong seen = cas(place, old, raw(value));
            if (seen == old)
                return typed<T>(old);
            old = seen;
        }
    }

    /// <summary>The value found; desired was stored if that is the expected one.</summary>
    public static T compare_value<T>(T* place, T expected, T desired)
        where T : unmanaged => typed<T>(cas(place, raw(expected), raw(desired)));

    /// <summary>C11 atomic_compare_exchange: on failure the value found goes to *expected.</summary>
    public static bool compare_exchange<T>(T* place, T* expected, T desired)
        where T : unmanaged
    {
        ulong wanted = raw(*expected);
        ulong seen = cas(place, wanted, raw(desired));
        if (seen == wanted)
            return true;
        *expected = typed<T>(seen);
        return false;
    }

    private enum AtomicOp
    {
        Add,
        Sub,
        And,
        Or,
        Xor,
        Nand,
    }

    private static ulong modify<T>(T* place, T operand, AtomicOp op, bool wantsNew)
        where T : unmanaged
    {
        ulong value = raw(operand);
        ulong old = raw(*place);
        for (; ; )
        {
            ulong next = op switch
            {
                AtomicOp.Add => old + value,
                AtomicOp.Sub => old - value,
                AtomicOp.And => old & value,
                AtomicOp.Or => old | value,
                AtomicOp.Xor => old ^ value,
                _ => ~(old & value),
            };
            next = raw(typed<T>(next));
            ulong seen = cas(place, old, next);
            if (seen == old)
                return wantsNew ? next : old;
            old = seen;
        }
    }

    public static T fetch_add<T>(T* place, T value)
        where T : unmanaged => typed<T>(modify(place, value, AtomicOp.Add, wantsNew: false));

    public static T add_fetch<T>(T* place, T value)
        where T : unmanaged => typed<T>(modify(place, value, AtomicOp.Add, wantsNew: true));

    public static T fetch_sub<T>(T* place, T value)
        where T : unmanaged => typed<T>(modify(place, value, AtomicOp.Sub, wantsNew: false));

    public static T sub_fetch<T>(T* place, T value)
        where T : unmanaged => typed<T>(modify(place, value, AtomicOp.Sub, wantsNew: true));

    public static T fetch_and<T>(T* place, T value)
        where T : unmanaged => typed<T>(modify(place, value, AtomicOp.And, wantsNew: false));

    public static T and_fetch<T>(T* place, T value)
        where T : unmanaged => typed<T>(modify(place, value, AtomicOp.And, wantsNew: true));

    public static T fetch_or<T>(T* place, T value)
        where T : unmanaged => typed<T>(modify(place, value, AtomicOp.Or, wantsNew: false));

    public static T or_fetch<T>(T* place, T value)
        where T : unmanaged => typed<T>(modify(place, value, AtomicOp.Or, wantsNew: true));

    public static T fetch_xor<T>(T* place, T value)
        where T : unmanaged => typed<T>(modify(place, value, AtomicOp.Xor, wantsNew: false));

    public static T xor_fetch<T>(T* place, T value)
        where T : unmanaged => typed<T>(modify(place, value, AtomicOp.Xor, wantsNew: true));

    public static T fetch_nand<T>(T* place, T value)
        where T : unmanaged => typed<T>(modify(place, value, AtomicOp.Nand, wantsNew: false));

    public static T nand_fetch<T>(T* place, T value)
        where T : unmanaged => typed<T>(modify(place, value, AtomicOp.Nand, wantsNew: true));
}
