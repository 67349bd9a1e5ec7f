using System;

namespace Porting;

/// <summary>
/// C's arrays in the initialisers of static fields. All of this is evaluated when it is compiled (docs/backend.md,
/// "Data"); none of these bodies ever runs. A <c>static readonly T*</c> that is assigned one of them is the array
/// itself: the field's name is the array, as in C. Anywhere else it is an object without a name.
/// </summary>
internal static unsafe partial class rt
{
    /// <summary><c>T v[] = { ... }</c>, with zeros behind the elements up to a count.</summary>
    public static T* array<T>(T[] elements, int count = -1)
        where T : unmanaged => null;

    /// <summary><c>T *v[] = { ... }</c></summary>
    public static T** pointers<T>(T*[] elements, int count = -1)
        where T : unmanaged => null;

    /// <summary>Arrays of what C# has no type parameter for: function pointers, pointers to pointers.</summary>
    public static void* table(Array elements, int count = -1) => null;

    /// <summary><c>char v[] = "..."</c>: with the terminating zero, or cut or filled with zeros to a size.</summary>
    public static sbyte* text(ReadOnlySpan<byte> characters, int size = -1) => null;

    /// <summary>An array without a name that is read-only.</summary>
    public static void* constant(void* array) => array;

    /// <summary>Initialises an array that is a member of a struct; what the elements leave over is zero.</summary>
    /// <param name="sizeBytes">Of the member; 0 for a flexible one.</param>
    public static void set(void* member, void* elements, uint sizeBytes) { }
}
