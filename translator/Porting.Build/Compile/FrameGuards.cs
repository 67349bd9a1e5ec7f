namespace Porting.Build.Compile;

/// <summary>
/// Takes away the mark by which ilc knows structs with <c>fixed</c> buffers. It puts a guard value into every frame
/// that has one, and compares it on the way out; C compilers do so only when asked (<c>-fstack-protector</c>).
/// The mark is an attribute that C# adds by itself and ilc finds by name: it gets another name here.
/// </summary>
public static class FrameGuards
{
    public static void Remove(byte[] assembly)
    {
        ReadOnlySpan<byte> name = "\0UnsafeValueTypeAttribute\0"u8;
        for (int at = assembly.AsSpan().IndexOf(name); at >= 0; at = assembly.AsSpan().IndexOf(name))
        {
            assembly[at + 1] = (byte)'F';
        }
    }
}
