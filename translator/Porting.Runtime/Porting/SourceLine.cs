using System.Runtime;
using System.Runtime.CompilerServices;

namespace Porting;

/// <summary>C's <c>__LINE__</c> in translated code.</summary>
internal static class SourceLine
{
    /// <summary>
    /// The build writes the C's number in place of each use before it compiles (<c>Porting.Build</c>, LineNumbers). One
    /// that it forgot would be a call of a routine that nobody has, and no kernel.
    /// </summary>
    public static extern int __LINE__
    {
        [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "line_number_of_the_c")]
        get;
    }
}
