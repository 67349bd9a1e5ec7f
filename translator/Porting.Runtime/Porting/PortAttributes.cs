namespace Porting;

/// <summary>
/// The method stands in for a C function. The translator reads the attribute from the source; at run time it means
/// nothing.
/// </summary>
/// <param name="file">C file below the source root.</param>
/// <param name="function">C name of the function.</param>
/// <param name="hash">Hash of the C tokens that the method was ported from, filled in by <c>port accept</c>.</param>
[System.AttributeUsage(System.AttributeTargets.Method)]
internal sealed class ReplacesAttribute(string file, string function, string hash) : System.Attribute
{
    public string File => file;
    public string Function => function;
    public string Hash => hash;
}

/// <summary>The port has no such C function or variable. The translator leaves it out, and reports whoever still uses
/// it.</summary>
/// <param name="file">C file below the source root.</param>
/// <param name="name">C name of the function or variable.</param>
/// <param name="reason">Why it is gone, for the coverage page and for readers.</param>
[System.AttributeUsage(System.AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class DropsAttribute(string file, string name, string reason) : System.Attribute
{
    public string File => file;
    public string Name => name;
    public string Reason => reason;
}
