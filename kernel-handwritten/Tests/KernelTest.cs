namespace Mach;

/// <summary>
/// What test cases written in C# call. Failures go through the C framework (test/ktest.c), so that a case counts the
/// same whichever language it is in.
/// </summary>
internal static unsafe class KernelTest
{
    /// <summary>Record a failure of the running case unless the condition holds.</summary>
    public static void Expect(
        bool condition,
        System.ReadOnlySpan<byte> what,
        [System.Runtime.CompilerServices.CallerLineNumber] int line = 0
    )
    {
        if (!condition)
            ktest_fail(T("C#"u8), line, T(what));
    }
}
