using Porting.Translator.CSharp;

namespace Porting.Translator.Passes;

/// <summary><c>else { if (c) { ... } }</c> -> <c>else if (c) { ... }</c>, where C has it so and the condition needs
/// nothing in front of it.</summary>
internal sealed class JoinElseIf : Pass
{
    public override PassReason Reason => PassReason.Readable;

    protected override Statement Changed(Statement statement) =>
        statement is IfStatement { Else: Block { Kind: BlockKind.Else } otherwise } branch
        && otherwise.Body.Count > 0
        && otherwise.Body[^1] is IfStatement next
        && otherwise.Body.SkipLast(1).All(s => s.IsTrivia)
            ? branch with
            {
                BeforeElse = new([.. branch.BeforeElse, .. otherwise.Body.SkipLast(1)]),
                Else = next,
            }
            : statement;
}
