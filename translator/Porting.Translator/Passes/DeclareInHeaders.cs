using Porting.Translator.CSharp;

namespace Porting.Translator.Passes;

/// <summary><c>{ int i = 0; int j = n; for (; c; s) ... }</c> -> <c>for (int i = 0, j = n; c; s) ...</c>, where C has it
/// so and C# has room for it: initialised variables of one type.</summary>
internal sealed class DeclareInHeaders : Pass
{
    public override PassReason Reason => PassReason.Readable;

    protected override Statement Changed(Statement statement)
    {
        if (
            statement is not Block { Kind: BlockKind.Header, Body: { Count: > 1 } body }
            || body[^1] is not ForStatement { Declared: null, Initial.Count: 0 } loop
            || body[0] is not Declaration first
            || !body.SkipLast(1).All(s => IsLike(s, first))
        )
        {
            return statement;
        }

        IEnumerable<Declarator> all = body.SkipLast(1).SelectMany(d => ((Declaration)d).Declarators);
        return loop with { Declared = first with { Declarators = new([.. all]) } };
    }

    private static bool IsLike(Statement statement, Declaration first) =>
        statement is Declaration { IsConstant: false } declaration
        && declaration.Type == first.Type
        && declaration.Declarators.All(d => d.Value is not (null or StackAllocationNode));
}
