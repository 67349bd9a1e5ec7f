namespace System;

// Reference types that the compilers look up by name. None is ever instantiated: there is no allocator behind `new` of
// a class, and a use fails the build at link time.

/// <summary>Root of the types. Its one field is what ilc puts at the start of every object.</summary>
public unsafe class Object
{
    private void* _methodTable;
}

public abstract class ValueType;

public abstract class Enum : ValueType;

public struct Nullable<T>
    where T : struct;

/// <summary>Exists so that attributes can have text. The names and order of the fields are ilc's.</summary>
public sealed class String
{
    private readonly int _stringLength;
    private readonly char _firstChar;

    public int Length => _stringLength;
}

public abstract class Array
{
    private readonly int _numComponents;

    public int Length => _numComponents;
}

/// <summary>ilc derives every array type from this one.</summary>
internal sealed class Array<T> : Array;

public abstract class Delegate;

public abstract class MulticastDelegate : Delegate;

public abstract class Type;

public class Exception;

/// <summary>The C# compiler makes one where extension members are declared; nothing throws it.</summary>
public class NotSupportedException : Exception;

public readonly struct RuntimeTypeHandle;

public readonly struct RuntimeMethodHandle;

public readonly struct RuntimeFieldHandle;

/// <summary>The result of <c>X86Base.DivRem</c>.</summary>
public struct ValueTuple<T1, T2>(T1 item1, T2 item2)
{
    public T1 Item1 = item1;
    public T2 Item2 = item2;
}
