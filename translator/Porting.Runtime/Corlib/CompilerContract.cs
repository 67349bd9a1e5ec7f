// What ilc looks up by name when it starts, or for constructs that the kernel does not use. Nothing here is meant to be
// called by hand.

namespace System
{
    using System.Runtime;
    using System.Runtime.CompilerServices;

    internal static unsafe class Buffer
    {
        /// <summary>A move that would tell a collector about references; without one, a move.</summary>
        private static void BulkMoveWithWriteBarrier(ref byte destination, ref byte source, nuint byteCount) =>
            SpanHelpers.Memmove(ref destination, ref source, byteCount);
    }

    /// <summary>Block operations of a size that the compiler does not know. The work is done in assembler
    /// (link/runtime.S).</summary>
    internal static unsafe class SpanHelpers
    {
        [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.memmove")]
        private static extern void MoveBytes(void* destination, void* source, nuint byteCount);

        [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.memset")]
        private static extern void FillBytes(void* destination, int value, nuint byteCount);

        internal static void Memmove(ref byte destination, ref byte source, nuint byteCount) =>
            MoveBytes(Unsafe.AsPointer(ref destination), Unsafe.AsPointer(ref source), byteCount);

        private static void Fill(ref byte destination, byte value, nuint byteCount) =>
            FillBytes(Unsafe.AsPointer(ref destination), value, byteCount);

        private static void ClearWithoutReferences(ref byte destination, nuint byteCount) =>
            FillBytes(Unsafe.AsPointer(ref destination), 0, byteCount);
    }
}

namespace System.Runtime
{
    using Internal.Runtime.CompilerHelpers;

    /// <summary>Casts of references. There are no objects to cast, so reaching one of these is a panic.</summary>
    internal static unsafe class TypeCast
    {
        private static object CheckCastAny(void* type, object value) => Refuse(value);

        private static object CheckCastInterface(void* type, object value) => Refuse(value);

        private static object CheckCastClass(void* type, object value) => Refuse(value);

        private static object CheckCastClassSpecial(void* type, object value) => Refuse(value);

        private static object IsInstanceOfAny(void* type, object value) => Refuse(value);

        private static object IsInstanceOfInterface(void* type, object value) => Refuse(value);

        private static object IsInstanceOfClass(void* type, object value) => Refuse(value);

        private static bool IsInstanceOfException(void* type, object value) => Refuse(value) == null;

        private static object Refuse(object value)
        {
            ThrowHelpers.ThrowPlatformNotSupportedException();
            return value;
        }
    }
}

namespace Internal.Runtime.CompilerHelpers
{
    using System;

    /// <summary>Constant tables name their data by a field handle; the compiler replaces the whole expression, but
    /// resolves this first.</summary>
    internal static class LdTokenHelpers
    {
        private static RuntimeTypeHandle GetRuntimeTypeHandle(nint type) => default;

        private static RuntimeMethodHandle GetRuntimeMethodHandle(nint method) => default;

        private static RuntimeFieldHandle GetRuntimeFieldHandle(nint field) => default;
    }
}
