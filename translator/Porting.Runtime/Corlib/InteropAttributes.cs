namespace System.Runtime.InteropServices;

public enum CallingConvention
{
    Winapi = 1,
    Cdecl = 2,
    StdCall = 3,
    ThisCall = 4,
    FastCall = 5,
}

public enum LayoutKind
{
    Sequential = 0,
    Explicit = 2,
    Auto = 3,
}

/// <summary>The compiler wants it for the <c>unmanaged</c> constraint.</summary>
public enum UnmanagedType
{
    I4 = 7,
}

public sealed class DllImportAttribute(string dllName) : Attribute
{
    public string EntryPoint = null!;
    public CallingConvention CallingConvention;
    public bool ExactSpelling;

    public string Value => dllName;
}

/// <summary>No switch to preemptive mode around the call: there is no collector to tell.</summary>
public sealed class SuppressGCTransitionAttribute : Attribute;

public sealed class UnmanagedCallConvAttribute : Attribute
{
    public Type[] CallConvs = null!;
}

public sealed class UnmanagedCallersOnlyAttribute : Attribute
{
    public string EntryPoint = null!;
    public Type[] CallConvs = null!;
}

/// <summary>
/// 64-bit fields are aligned to 8 bytes, as in .NET, unless Pack says otherwise. <c>Pack = 4</c> gives what the System V
/// ABI for i386 wants.
/// </summary>
public sealed class StructLayoutAttribute(LayoutKind layoutKind) : Attribute
{
    public int Pack;
    public int Size;

    public LayoutKind Value => layoutKind;
}

public sealed class FieldOffsetAttribute(int offset) : Attribute
{
    public int Value => offset;
}

public sealed class InAttribute : Attribute;

public sealed class OutAttribute : Attribute;
