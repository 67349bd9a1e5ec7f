using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static Mach.KernelTest;

namespace Mach;

/// <summary>Suite "layout": sizes and offsets of the translated structures are those the C compiler gave
/// them.</summary>
internal static unsafe class LayoutTests
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void StructuresAreAsInC() => Expect(Layout.Check() == null, "Layout.Check"u8);
}
