using Porting.Clang.Ast;

namespace Porting.Translator.Assembly;

/// <summary>Where an operand of inline assembly lives while the template runs.</summary>
internal enum OperandPlace
{
    Register,
    Pair,

    /// <summary>A register of SSE.</summary>
    Sse,

    /// <summary>Place 0 or 1 of the x87's stack.</summary>
    X87,
    Memory,
    Immediate,

    /// <summary>An immediate that shows when the compiler has inlined and folded: a string's address, a parameter of an
    /// inline function.</summary>
    Constant,

    /// <summary>A variable that is the stack pointer: written out, and nothing is passed.</summary>
    StackPointer,

    /// <summary>A memory operand that the template never names: nothing is passed for it.</summary>
    Unused,
}

/// <summary>One operand with its decided place. Index counts outputs first, then inputs.</summary>
internal sealed class OperandPlan
{
    public required int Index { get; init; }
    public required AsmOperand Operand { get; init; }
    public required ConstraintSet Constraint { get; init; }
    public required bool IsOutput { get; init; }
    public OperandPlace Place { get; set; }

    /// <summary>Place in the x87's stack.</summary>
    public int FloatRegister { get; set; }

    /// <summary>Assembler text of an immediate, without the dollar sign.</summary>
    public string Immediate { get; set; } = "";

    /// <summary>The input that is loaded where this output comes out (a matching constraint).</summary>
    public OperandPlan? Tied { get; set; }
    public bool IsTiedInput { get; set; }
    public int Size => (int)Math.Max(Operand.Value.Type.Canonical.Size, 1);

    /// <summary>Nothing goes in and nothing comes out.</summary>
    public bool IsAbsent => Place is OperandPlace.Immediate or OperandPlace.StackPointer or OperandPlace.Unused;
    public bool IsReadWrite => Constraint.IsReadWrite;
}
