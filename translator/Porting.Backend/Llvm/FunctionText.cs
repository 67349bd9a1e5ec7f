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

    /// <summary>Where the next instruction will stand.</summary>
    public int Position => _code.Length;

    /// <summary>Where the last instruction ends that has to stay where it is: it has an effect, or depends on one.
    /// </summary>
    public int Fixed { get; private set; }

    /// <summary>What stands in front of here stays there: a label is here, or something uses it.</summary>
    public int Bound { get; private set; }

    public void Line(string text)
    {
        _code.Append("  ").Append(text).Append(Location).Append('\n');
        Fixed = Position;
    }

    /// <summary>A line that takes no place: debug records have their own.</summary>
    public void Record(string text)
    {
        _code.Append("    ").Append(text).Append('\n');
        Bind();
    }

    public string Let(string text)
    {
        string name = NewName();
        _code.Append("  ").Append(name).Append(" = ").Append(text).Append(Location).Append('\n');
        if (!IsMovable(text))
        {
            Fixed = Position;
        }

        return name;
    }

    public void Label(string name)
    {
        _code.Append(name).Append(":\n");
        Bind();
    }

    public void Bind() => Bound = Position;

    /// <summary>Two stretches of instructions that do not depend on each other change places.</summary>
    /// <param name="first">Start of the first; not in front of <see cref="Bound"/>.</param>
    /// <param name="second">Start of the second, which ends here.</param>
    public void Swap(int first, int second)
    {
        string moved = _code.ToString(first, second - first);
        _code.Remove(first, second - first).Append(moved);
    }

    /// <summary>Computes, or reads memory that nobody else changes.</summary>
    private static bool IsMovable(string text)
    {
        string op = text[..text.IndexOf(' ')];
        return op switch
        {
            "load" => !text.StartsWith("load volatile", StringComparison.Ordinal)
                && !text.StartsWith("load atomic", StringComparison.Ordinal),
            "getelementptr" or "ptrtoint" or "inttoptr" or "bitcast" or "icmp" or "fcmp" or "select" => true,
            "sext" or "zext" or "trunc" or "fpext" or "fptrunc" or "sitofp" or "uitofp" or "freeze" => true,
            "add" or "sub" or "mul" or "and" or "or" or "xor" or "shl" or "lshr" or "ashr" => true,
            "fadd" or "fsub" or "fmul" or "fdiv" or "fneg" => true,
            _ => false,
        };
    }

    /// <summary>Memory of the frame, made at the function's entry.</summary>
    public string Slot(string ir, int align, string? name = null)
    {
        name ??= NewName();
        _slots.Append("  ").Append(name).Append(" = alloca ").Append(ir).Append(", align ").Append(align).Append('\n');
        return name;
    }

    public override string ToString() => _slots.ToString() + _code;
}
