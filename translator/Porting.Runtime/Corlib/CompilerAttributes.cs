namespace System.Runtime.CompilerServices;

// Looked up by the C# compiler: to mark what it emits, or to allow a language feature.

public sealed class IntrinsicAttribute : Attribute;

public sealed class SkipLocalsInitAttribute : Attribute;

public sealed class DisableRuntimeMarshallingAttribute : Attribute;

public sealed class IsReadOnlyAttribute : Attribute;

public sealed class IsByRefLikeAttribute : Attribute;

public sealed class IsUnmanagedAttribute : Attribute;

public sealed class ScopedRefAttribute : Attribute;

public sealed class RefSafetyRulesAttribute(int version) : Attribute
{
    public int Version => version;
}

public sealed class ExtensionAttribute : Attribute;

public sealed class CompilerGeneratedAttribute : Attribute;

public sealed class UnsafeValueTypeAttribute : Attribute;

public sealed class RequiresLocationAttribute : Attribute;

public sealed class CallerLineNumberAttribute : Attribute;

public sealed class CallerFilePathAttribute : Attribute;

public sealed class CallerMemberNameAttribute : Attribute;

public sealed class CallerArgumentExpressionAttribute(string parameterName) : Attribute
{
    public string ParameterName => parameterName;
}

public sealed class FixedBufferAttribute(Type elementType, int length) : Attribute
{
    public Type ElementType => elementType;

    public int Length => length;
}

public sealed class InlineArrayAttribute(int length) : Attribute
{
    public int Length => length;
}

public sealed class TupleElementNamesAttribute(string[] transformNames) : Attribute
{
    public string[] TransformNames => transformNames;
}

/// <summary>What is internal is visible to the named assembly.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class InternalsVisibleToAttribute(string assemblyName) : Attribute
{
    public string AssemblyName => assemblyName;
}

/// <summary>Marks fields declared <c>volatile</c>.</summary>
public static class IsVolatile;

/// <summary>Marks <c>init</c> accessors.</summary>
public static class IsExternalInit;

public sealed class CallConvCdecl;

public sealed class CallConvStdcall;

public sealed class CallConvFastcall;

public sealed class CallConvThiscall;

public sealed class CallConvSuppressGCTransition;

public enum MethodImplOptions
{
    NoInlining = 8,
    NoOptimization = 64,
    AggressiveInlining = 256,
    AggressiveOptimization = 512,
    InternalCall = 4096,
}

public sealed class MethodImplAttribute(MethodImplOptions methodImplOptions) : Attribute
{
    public MethodImplOptions Value => methodImplOptions;
}

/// <summary>The constants say to the compiler which features this runtime has.</summary>
public static class RuntimeFeature
{
    public const string ByRefFields = nameof(ByRefFields);
    public const string ByRefLikeGenerics = nameof(ByRefLikeGenerics);
    public const string DefaultImplementationsOfInterfaces = nameof(DefaultImplementationsOfInterfaces);
    public const string NumericIntPtr = nameof(NumericIntPtr);
    public const string UnmanagedSignatureCallingConvention = nameof(UnmanagedSignatureCallingConvention);
    public const string VirtualStaticsInInterfaces = nameof(VirtualStaticsInInterfaces);
}
