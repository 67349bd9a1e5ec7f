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

    /// <summary>default, hidden, protected.</summary>
    public string Visibility = null!;

    /// <summary>Run before main, by priority.</summary>
    public int Constructor = -1;

    /// <summary>Run after main, by priority.</summary>
    public int Destructor = -1;

    /// <summary>noreturn, cold, ...</summary>
    public string Attributes = null!;
}

/// <summary>C's restrict: what the parameter points to is reached by it alone (C11 6.7.3.1).</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class RestrictAttribute : Attribute;

/// <summary>A class that stands for a file of C: its static fields are C's variables, under their C names. Those that
/// are private are C's static ones.</summary>
/// <param name="path">The C file.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CFileAttribute(string path) : Attribute
{
    public string Path => path;
}

/// <summary>Assembler that a file of C has outside of its functions.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class FileAssemblyAttribute(string text) : Attribute
{
    public string Text => text;
}

/// <summary>What C says of a variable, and C# has no word for.</summary>
/// <param name="symbol">The linker's name, where it is not the field's.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class VariableAttribute(string symbol = null!) : Attribute
{
    public string Symbol => symbol;

    /// <summary>No other object sees it, though other classes do.</summary>
    public bool IsStatic;

    /// <summary>Defined by somebody else.</summary>
    public bool IsExtern;

    /// <summary>A strong definition elsewhere takes its place; one that is extern may be missing, and is at null
    /// then.</summary>
    public bool IsWeak;

    /// <summary>A tentative definition, which the linker merges with others (-fcommon).</summary>
    public bool IsCommon;

    /// <summary>Read-only data: for arrays, whose elements <c>readonly</c> does not mean.</summary>
    public bool IsConst;

    /// <summary>Stays in the object though nothing refers to it.</summary>
    public bool IsUsed;
    public string Section = null!;

    /// <summary>default, hidden, protected.</summary>
    public string Visibility = null!;

    /// <summary>Where it is more, or less, than that of the type.</summary>
    public int Align;

    /// <summary>Where it is not that of the type.</summary>
    public int Size = -1;
}

/// <summary>A symbol that may be defined nowhere, and is null then.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class WeakReferenceAttribute(string symbol) : Attribute
{
    public string Symbol => symbol;
}

/// <summary>How a symbol of another object is declared: hidden, protected or internal.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class VisibilityAttribute(string symbol, string visibility) : Attribute
{
    public string Symbol => symbol;
    public string Visibility => visibility;
}

/// <summary>A variable that stays in the object though nothing refers to it.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class UsedAttribute(string symbol) : Attribute
{
    public string Symbol => symbol;
}

/// <summary>A macro of C: its code is wherever it is called, and nowhere else.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MacroAttribute : Attribute { }

/// <summary>C's always_inline: where the method is called its code is, also without optimisation.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInlineAttribute : Attribute { }

/// <summary>A second name for a function or variable.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class AliasAttribute(string name, string target) : Attribute
{
    public string Name => name;
    public string Target => target;
    public bool IsWeak;
    public bool IsFunction;

    /// <summary>hidden or protected.</summary>
    public string Visibility = null!;

    /// <summary>The target tells the address when the program is loaded.</summary>
    public bool IsIndirect;
}

/// <summary>An expression of C for which C# has no words, expanded where the method is called.</summary>
/// <param name="code">C; $0, $1 are the arguments.</param>
/// <param name="types">C's types, a semicolon behind each but the last: of the result, of each argument.</param>
/// <param name="target">Features of the processor beyond those of the command line, as C's attribute target has
/// them.</param>
/// <param name="checks">The sanitizers of the command line look at it: what the runtime calls the types $N0, $N1 of the
/// code, one a line, kind and width in front. Without it nothing is checked.</param>
/// <param name="spared">Sanitizers that do not look at it, as C's attribute no_sanitize has them.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CExpressionAttribute(
    string code,
    string types,
    string target = "",
    string? checks = null,
    string spared = ""
) : Attribute
{
    public string Code => code;
    public string Types => types;
    public string Target => target;
    public string? Checks => checks;
    public string Spared => spared;
}

/// <summary>A statement of inline assembly, expanded where the method is called.</summary>
/// <param name="template">LLVM's: $0, ${1:b}, $$.</param>
/// <param name="constraints">LLVM's, outputs first.</param>
/// <param name="operands">What each operand is of the method: r the result, *N where argument N points, N the argument
/// itself, goto a label: the result is the number of the label that was jumped to, 0 for none.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InlineAssemblyAttribute(string template, string constraints, string operands) : Attribute
{
    public string Template => template;
    public string Constraints => constraints;
    public string Operands => operands;
}
