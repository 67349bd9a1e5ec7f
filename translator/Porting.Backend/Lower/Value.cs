using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>A sum or product that a value came from, for finding the indices in an address.</summary>
/// <param name="Op">LLVM's instruction.</param>
internal sealed record Operation(string Op, Value Left, Value Right);

/// <summary>
/// A value on IL's stack: an operand of LLVM. A struct is the address of a copy that nobody changes.
/// </summary>
internal sealed record Value(Kind Kind, string Text)
{
    /// <summary>Of a struct.</summary>
    public Storage? Struct { get; init; }

    /// <summary>How an integer came about.</summary>
    public Operation? From { get; init; }

    /// <summary>Made as wide as an address, as C# does with an index before it is multiplied by an element's size.</summary>
    public bool IsIndex { get; init; }

    /// <summary>Of an address: it is known to be a multiple of no more than this; 0 where the type says it.</summary>
    public int Align { get; init; }

    public bool IsNumber => Llvm.IrText.IsNumber(Text);

    public bool IsFloat => Kind is Kind.F32 or Kind.F64;

    /// <summary>LLVM's type of the operand.</summary>
    public string Ir => IrOf(Kind);

    public static string IrOf(Kind kind) =>
        kind switch
        {
            Kind.I32 => "i32",
            Kind.I64 => "i64",
            Kind.F32 => "float",
            Kind.F64 => "double",
            _ => "ptr",
        };
}
