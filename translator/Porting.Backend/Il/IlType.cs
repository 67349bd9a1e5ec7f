using System.Collections.Immutable;

namespace Porting.Backend.Il;

/// <summary>Types that IL knows by itself (ECMA-335, II.23.1.16).</summary>
public enum Primitive
{
    Void,
    Boolean,
    Char,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
    IntPtr,
    UIntPtr,
    Object,
    String,
}

/// <summary>A type as IL names it, modifiers and pinning taken off. Two types are equal when their keys are.</summary>
public abstract class IlType(string key) : IEquatable<IlType>
{
    /// <summary>Tells the type from any other of the assembly.</summary>
    public string Key { get; } = key;

    public bool Equals(IlType? other) => other != null && other.Key == Key;

    public override bool Equals(object? other) => Equals(other as IlType);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Key;
}

public sealed class PrimitiveType(Primitive kind) : IlType(kind.ToString())
{
    public Primitive Kind => kind;

    public static readonly PrimitiveType Void = new(Primitive.Void);
}

/// <summary>A pointer, or a reference that C# calls ref: the same address here.</summary>
public sealed class PointerType(IlType element) : IlType(element.Key + "*")
{
    public IlType Element => element;
}

public sealed class FunctionPointerType(IlSignature signature) : IlType($"fn({signature.Key})")
{
    public IlSignature Signature => signature;
}

/// <summary>An array of C#. Kernel code has none at run time: where one is asked for, it is refused.</summary>
public sealed class ArrayType(IlType element) : IlType(element.Key + "[]")
{
    public IlType Element => element;
}

/// <summary>T of a generic type or method, until it is known.</summary>
public sealed class ParameterType(int index, bool isOfMethod) : IlType((isOfMethod ? "!!" : "!") + index)
{
    public int Index => index;
    public bool IsOfMethod => isOfMethod;
}

/// <summary>A struct, enum or class of the assembly, with its type arguments.</summary>
public sealed class NamedType(IlTypeDefinition definition, ImmutableArray<IlType> arguments)
    : IlType(
        arguments.Length == 0
            ? definition.FullName
            : $"{definition.FullName}<{string.Join(",", arguments.Select(a => a.Key))}>"
    )
{
    public IlTypeDefinition Definition => definition;
    public ImmutableArray<IlType> Arguments => arguments;
}

/// <summary>What a method takes and gives.</summary>
/// <param name="HasThis">An instance method: the object's address comes first and is not among the
/// parameters.</param>
public sealed record IlSignature(bool HasThis, ImmutableArray<IlType> Parameters, IlType Result)
{
    public string Key => $"{(HasThis ? "this;" : "")}{string.Join(",", Parameters.Select(p => p.Key))}:{Result.Key}";
}

/// <summary>What the type parameters of a method and of its type stand for.</summary>
public sealed record IlContext(ImmutableArray<IlType> OfType, ImmutableArray<IlType> OfMethod)
{
    public static readonly IlContext None = new([], []);

    public bool IsEmpty => OfType.Length + OfMethod.Length == 0;

    public string Key =>
        IsEmpty
            ? ""
            : $"<{string.Join(",", OfType.Select(t => t.Key))}><{string.Join(",", OfMethod.Select(t => t.Key))}>";

    public static IlContext Of(IlType type) => type is NamedType named ? new(named.Arguments, []) : None;

    /// <summary>The type with its parameters replaced; the same object where there are none.</summary>
    public IlType Close(IlType type) =>
        IsEmpty
            ? type
            : type switch
            {
                ParameterType p => Argument(p),
                PointerType p => Close(p.Element) is var e && ReferenceEquals(e, p.Element) ? p : new PointerType(e),
                ArrayType a => new ArrayType(Close(a.Element)),
                NamedType { Arguments.Length: > 0 } n => new NamedType(n.Definition, [.. n.Arguments.Select(Close)]),
                FunctionPointerType f => new FunctionPointerType(Close(f.Signature)),
                _ => type,
            };

    public IlSignature Close(IlSignature signature) =>
        IsEmpty
            ? signature
            : new IlSignature(signature.HasThis, [.. signature.Parameters.Select(Close)], Close(signature.Result));

    private IlType Argument(ParameterType parameter)
    {
        ImmutableArray<IlType> from = parameter.IsOfMethod ? OfMethod : OfType;
        return parameter.Index < from.Length ? from[parameter.Index] : parameter;
    }
}
