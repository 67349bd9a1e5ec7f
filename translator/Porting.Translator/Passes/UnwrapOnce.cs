using Porting.Translator.CSharp;

namespace Porting.Translator.Passes;

/// <summary><c>do { ... } while (false)</c>, by which a macro is one statement -> <c>{ ... }</c>, where nothing inside
/// leaves it.</summary>
internal sealed class UnwrapOnce : Pass
{
    public override PassReason Reason => PassReason.Readable;

    protected override Statement Changed(Statement statement) =>
        statement is DoStatement { Condition: BooleanNode { Value: false } } once && !once.Body.Body.Any(Leaves)
            ? once.Body with
            {
                End = default,
            }
            : statement;

    /// <summary>Whether a break or continue inside means the loop around.</summary>
    private static bool Leaves(Statement statement) => statement is BreakStatement || Goes(statement, Leaves);

    /// <summary>In a switch, break means that.</summary>
    private static bool Continues(Statement statement) => Goes(statement, Continues);

    private static bool Goes(Statement statement, Func<Statement, bool> goes) =>
        statement switch
        {
            ContinueStatement => true,
            Block block => block.Body.Any(goes),
            IfStatement branch => goes(branch.Then) || (branch.Else != null && goes(branch.Else)),
            TryStatement guarded => goes(guarded.Body) || goes(guarded.Finally),
            SwitchStatement choice => choice.Sections.OfType<SwitchSection>().Any(s => s.Body.Any(Continues)),
            _ => false,
        };
}
