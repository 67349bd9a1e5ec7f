namespace System;

// Reference types that the compiler looks up by name. None is ever instantiated: the back end refuses `new` of a class
// at its place.

/// <summary>Root of the types.</summary>
public class Object;

public abstract class ValueType;

public abstract class Enum : ValueType;

public struct Nullable<T>
    where T : struct;

/// <summary>Exists so that attributes can have text.</summary>
public sealed class String;

/// <summary>Arrays are initialisers of C's, which are data of the image.</summary>
public abstract class Array;

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
