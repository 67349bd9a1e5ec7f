using Porting.Translator.CSharp;

namespace Porting.Translator.Passes;

/// <summary><c>l: }</c> -> <c>l: ; }</c>: C# wants a statement behind a label (C# specification, 13.5 "Labeled
/// statements").</summary>
internal sealed class CompleteLabels : Pass
{
    public override PassReason Reason => PassReason.Right;

    protected override NodeList<Statement> Changed(NodeList<Statement> statements)
    {
        int last = statements.Count - 1;
        while (last >= 0 && statements[last].IsTrivia)
        {
            last--;
        }

        return last >= 0 && statements[last] is LabelStatement { IsEmpty: false }
            ? new([.. statements.Take(last + 1), new EmptyStatement(), .. statements.Skip(last + 1)])
            : statements;
    }
}
