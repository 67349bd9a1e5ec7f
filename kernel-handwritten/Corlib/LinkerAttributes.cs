namespace System.Runtime;

// What C# has no words for and the linker knows: read by the back end, never at run time.

/// <summary>A C function: the method is its body, or, without one, a call of it.</summary>
/// <param name="symbol">The linker's name; empty for a call through a pointer, the first argument.</param>
/// <param name="signature">How the arguments travel: a letter each, then the result's.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string symbol, string signature) : Attribute
{
    public string Symbol => symbol;
    public string Signature => signature;

    /// <summary>No other object sees it.</summary>
    public bool IsStatic;

    /// <summary>A strong definition elsewhere takes its place.</summary>
    public bool IsWeak;

    /// <summary>C99's inline definition: to be inlined; the function itself is elsewhere.</summary>
    public bool IsInlineOnly;

    /// <summary>Takes more arguments than it names. A body has them as a list, its last parameter.</summary>
    public bool IsVariadic;

    /// <summary>Of a call of a variadic function: how many of the arguments are named ones.</summary>
    public int Named;
    public string Section = null!;

    /// <summary>Run before main, by priority.</summary>
    public int Constructor = -1;

    /// <summary>Run after main, by priority.</summary>
    public int Destructor = -1;

    /// <summary>noreturn, cold, ...</summary>
    public string Attributes = null!;
}

/// <summary>A symbol that may be defined nowhere, and is null then.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class WeakReferenceAttribute(string symbol) : Attribute
{
    public string Symbol => symbol;
}

/// <summary>A variable that stays in the object though nothing refers to it.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class UsedAttribute(string symbol) : Attribute
{
    public string Symbol => symbol;
}

/// <summary>A second name for a function or variable.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class AliasAttribute(string name, string target) : Attribute
{
    public string Name => name;
    public string Target => target;
    public bool IsWeak;
    public bool IsFunction;

    /// <summary>The target tells the address when the program is loaded.</summary>
    public bool IsIndirect;
}

/// <summary>A statement of inline assembly, expanded where the method is called.</summary>
/// <param name="template">LLVM's: $0, ${1:b}, $$.</param>
/// <param name="constraints">LLVM's, outputs first.</param>
/// <param name="operands">What each operand is of the method: r the result, *N where argument N points, N the argument
/// itself.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InlineAssemblyAttribute(string template, string constraints, string operands) : Attribute
{
    public string Template => template;
    public string Constraints => constraints;
    public string Operands => operands;
}
