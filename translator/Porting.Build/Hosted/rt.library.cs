using System;
using System.Runtime.CompilerServices;

namespace Porting;

/// <summary>The part of the C library's functions that needs no call. Each says whether it has done the work.</summary>
internal static unsafe partial class rt
{
    /// <summary>What the compiler copies by a few moves, and what it fills so.</summary>
    private const uint SmallCopyBytes = 64,
        SmallFillBytes = 128;

    /// <summary>Negative numbers and NaN are left to the library, which sets errno.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool sqrt(double value, out double root)
    {
        root = Math.Sqrt(value);
        return root == root;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool copy_small(void* destination, void* source, uint sizeBytes)
    {
        if (!RuntimeHelpers.IsKnownConstant(sizeBytes) || sizeBytes > SmallCopyBytes)
        {
            return false;
        }

        Unsafe.CopyBlockUnaligned(destination, source, sizeBytes);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool fill_small(void* destination, int value, uint sizeBytes)
    {
        if (
            !RuntimeHelpers.IsKnownConstant(sizeBytes)
            || !RuntimeHelpers.IsKnownConstant(value)
            || sizeBytes > SmallFillBytes
        )
        {
            return false;
        }

        Unsafe.InitBlockUnaligned(destination, (byte)value, sizeBytes);
        return true;
    }
}
