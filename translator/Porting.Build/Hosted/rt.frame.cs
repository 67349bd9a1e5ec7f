using System.Runtime;
using System.Runtime.CompilerServices;

namespace Porting;

/// <summary>What a function can ask about its own frame and its processor. The back end knows these symbols.</summary>
internal static unsafe partial class rt
{
    /// <summary>Of the method that asks.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.frame_address")]
    public static extern void* frame_address();

    /// <summary>Where that method returns to.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.return_address")]
    public static extern void* return_address();

    /// <summary>The frame of the caller that is so many levels up, as far as the callers keep frames.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.frame_address")]
    public static extern void* frame_address(int level);

    /// <summary>Where that caller returns to.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.return_address")]
    public static extern void* return_address(int level);

    /// <summary>The call that is returned next takes this method's place on the stack.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.must_tail")]
    public static extern void must_tail();

    /// <summary>One more run of what has this counter in the C function (-fprofile-instr-generate).</summary>
    /// <returns>True.</returns>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.count")]
    public static extern bool count(int counter);

    /// <summary>The same of the function itself.</summary>
    /// <param name="counters">How many it has.</param>
    /// <param name="symbol">FNV-1a of its symbol, without the last bit.</param>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.enter")]
    public static extern bool enter(int counter, int counters, int symbol);

    /// <summary>Stands at a label whose address C takes.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.label")]
    public static extern void label(int number);

    /// <summary>C's <c>&amp;&amp;label</c>, of a label of the method that asks.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.label_address")]
    public static extern void* label_address(int number);

    /// <summary>Of a label of another method, in the initialiser of a static field.</summary>
    /// <param name="method">CLASS.METHOD</param>
    public static void* label_address(System.ReadOnlySpan<byte> method, int number) => null;

    /// <summary><c>&amp;&amp;a - &amp;&amp;b</c>, in the initialiser of a static field.</summary>
    public static int label_distance(System.ReadOnlySpan<byte> method, int to, int from) => 0;

    /// <summary>Which label of the method an address is of. In a switch over all of them it is C's <c>goto
    /// *address</c>, one jump.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.label_number")]
    public static extern int label_number(void* address);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.rdtsc")]
    public static extern ulong rdtsc();

    /// <summary>FLT_ROUNDS (C11 5.2.4.2.2) of the control word: 0 to zero, 1 nearest, 2 up, 3 down.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.flt_rounds")]
    public static extern int flt_rounds();
}
