namespace System;

/// <summary>Integer arithmetic.</summary>
public static class Math
{
    public static int Abs(int value) => value < 0 ? -value : value;

    public static int Max(int val1, int val2) => val1 >= val2 ? val1 : val2;

    public static uint Max(uint val1, uint val2) => val1 >= val2 ? val1 : val2;

    public static long Max(long val1, long val2) => val1 >= val2 ? val1 : val2;

    public static ulong Max(ulong val1, ulong val2) => val1 >= val2 ? val1 : val2;

    public static int Min(int val1, int val2) => val1 <= val2 ? val1 : val2;

    public static uint Min(uint val1, uint val2) => val1 <= val2 ? val1 : val2;

    public static long Min(long val1, long val2) => val1 <= val2 ? val1 : val2;

    public static ulong Min(ulong val1, ulong val2) => val1 <= val2 ? val1 : val2;

    /// <summary>The processor's square root; the compiler puts the instruction in its place.</summary>
    [System.Runtime.CompilerServices.Intrinsic]
    public static double Sqrt(double d) => Sqrt(d);
}
