using System.Text;

namespace Porting.Backend.Llvm;

/// <summary>Collects the text of one function: its stack slots, and its instructions in order.</summary>
internal sealed class FunctionText
{
    private readonly StringBuilder _slots = new();
    private readonly StringBuilder _code = new();
    private int _next;

    /// <summary>Stands behind every instruction: its place for the debugger.</summary>
    public string Location { get; set; } = "";

    public string NewName() => $"%t{_next++}";

    public string NewLabel(string what) => $"{what}{_next++}";

    public void Line(string text) => _code.Append("  ").Append(text).Append(Location).Append('\n');

    /// <summary>A line that takes no place: debug records have their own.</summary>
    public void Record(string text) => _code.Append("    ").Append(text).Append('\n');

    public string Let(string text)
    {
        string name = NewName();
        _code.Append("  ").Append(name).Append(" = ").Append(text).Append(Location).Append('\n');
        return name;
    }

    public void Label(string name) => _code.Append(name).Append(":\n");

    /// <summary>Memory of the frame, made at the function's entry.</summary>
    public string Slot(string ir, int align, string? name = null)
    {
        name ??= NewName();
        _slots.Append("  ").Append(name).Append(" = alloca ").Append(ir).Append(", align ").Append(align).Append('\n');
        return name;
    }

    public override string ToString() => _slots.ToString() + _code;
}
