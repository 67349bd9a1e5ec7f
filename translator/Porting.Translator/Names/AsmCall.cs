namespace Porting.Translator.Names;

/// <summary>How an operand reaches the function that an inline assembly statement became.</summary>
public enum AsmArgumentKind
{
    InputValue,
    InputAddress,
    OutputAddress,
}

/// <summary>Operand Index counts outputs first, then inputs, as in the C statement.</summary>
public sealed record AsmArgument(int Index, AsmArgumentKind Kind, string CastTo);
