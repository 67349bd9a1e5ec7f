namespace System.Runtime.CompilerServices
{
    /// <summary>
    /// Reinterpretation without cost. The bodies are never compiled: the back end knows every one of these methods by its
    /// name (CoreIntrinsics) and puts the instruction in its place; a body that was compiled after all would call itself
    /// for ever, which shows at once.
    /// </summary>
    public static unsafe class Unsafe
    {
        [Intrinsic]
        public static void* AsPointer<T>(ref T value) => AsPointer(ref value);

        [Intrinsic]
        public static ref T AsRef<T>(void* source) => ref AsRef<T>(source);

        [Intrinsic]
        public static ref T AsRef<T>(scoped ref readonly T source) => ref AsRef(in source);

        [Intrinsic]
        public static ref TTo As<TFrom, TTo>(ref TFrom source) => ref As<TFrom, TTo>(ref source);

        [Intrinsic]
        public static ref T Add<T>(ref T source, int elementOffset) => ref Add(ref source, elementOffset);

        [Intrinsic]
        public static int SizeOf<T>() => SizeOf<T>();

        [Intrinsic]
        public static void CopyBlockUnaligned(void* destination, void* source, uint byteCount) =>
            CopyBlockUnaligned(destination, source, byteCount);

        [Intrinsic]
        public static void InitBlockUnaligned(void* startAddress, byte value, uint byteCount) =>
            InitBlockUnaligned(startAddress, value, byteCount);

        /// <summary>Tells the compiler that the variable is assigned, and generates nothing.</summary>
        [Intrinsic]
        public static void SkipInit<T>(out T value) => SkipInit(out value);
    }

    public static unsafe class RuntimeHelpers
    {
        /// <summary>How the compiler writes constant tables of elements larger than a byte.</summary>
        [Intrinsic]
        public static ReadOnlySpan<T> CreateSpan<T>(RuntimeFieldHandle fieldHandle) => CreateSpan<T>(fieldHandle);

        /// <summary>The compiler resolves it for fixed statements over strings.</summary>
        public static int OffsetToStringData => sizeof(nint) + sizeof(int);
    }
}

namespace System.Runtime.InteropServices
{
    using System.Runtime.CompilerServices;

    public static class MemoryMarshal
    {
        public static ref T GetReference<T>(ReadOnlySpan<T> span) => ref span._reference;

        public static ref T GetReference<T>(Span<T> span) => ref span._reference;

        // The compiler indexes [InlineArray] types through these two.

        public static Span<T> CreateSpan<T>(scoped ref T reference, int length) =>
            new(ref Unsafe.AsRef(ref reference), length);

        public static ReadOnlySpan<T> CreateReadOnlySpan<T>(scoped ref readonly T reference, int length) =>
            new(ref Unsafe.AsRef(in reference), length);
    }
}
