using Porting.Backend.Il;

namespace Porting.Backend.Lower;

/// <summary>A call that may be one the compiler knows.</summary>
internal sealed record Intrinsic(
    IlMethod Method,
    IlContext Context,
    IlSignature Signature,
    Value[] Values,
    IlField? TokenField
)
{
    public string Name => $"{Method.Owner.Name}.{Method.Name}";
}
