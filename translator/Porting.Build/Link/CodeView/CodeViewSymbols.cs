namespace Porting.Build.Link.CodeView;

/// <summary>A function as .debug$S describes it.</summary>
/// <param name="FunctionId">Type index of an LF_MFUNC_ID: the simple name and the signature.</param>
public sealed record CvProcedure(
    CoffSymbol Symbol,
    uint Length,
    uint FunctionId,
    IReadOnlyList<CvVariable> Variables,
    IReadOnlyList<CvLine> Lines
);

/// <summary>A parameter or local, and where it is in which stretches of the code.</summary>
public sealed record CvVariable(string Name, uint Type, bool IsParameter, IReadOnlyList<CvRange> Ranges);

/// <summary>From Start (an offset within the function), for Length bytes, the value is in Register, or in memory at
/// Register + Offset.</summary>
public readonly record struct CvRange(uint Start, uint Length, ushort Register, int? Offset);

/// <summary>From this offset within the function the code is of this line.</summary>
public readonly record struct CvLine(uint Offset, string File, int Line);
