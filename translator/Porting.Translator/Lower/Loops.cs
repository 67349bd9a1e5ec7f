using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using static Porting.Translator.Lower.CForms;

namespace Porting.Translator.Lower;

/// <summary>Loops keep their keyword: what their conditions and steps need in front of them goes into the body.</summary>
internal sealed class Loops(FunctionScope scope) : Construct(scope)
{
    /// <param name="continueLabel">What continue jumps to: in front of <paramref name="last"/>.</param>
    private Block LoopBody(
        Stmt body,
        string? continueLabel,
        IEnumerable<Statement> first,
        CPlace place,
        params IEnumerable<Statement> last
    )
    {
        Scope.ContinueLabels.Push(continueLabel);
        Scope.BreakLabels.Push(null);
        NodeList<Statement> parts = Out.Collected(() =>
        {
            StatementComments.TrailBrace(body);
            Out.AddAt(place, first);
            Statements.WriteNestedBody(body);
            if (continueLabel != null)
            {
                Out.Add(new LabelStatement(continueLabel));
                Out.Add(new EmptyStatement());
            }

            Out.AddAt(place, last);
        });
        Scope.BreakLabels.Pop();
        Scope.ContinueLabels.Pop();
        return new Block(parts);
    }

    /// <summary><c>while (c)</c>; when c needs statements in front of it: <c>while (true) { ...; if (!c) { break; } ...
    /// }</c>.</summary>
    public void WriteWhile(WhileStmt loop)
    {
        (Ex condition, List<Statement> before) = Out.Captured(() => Condition(loop.Condition));
        Node test = before.Count == 0 ? condition.Node : BooleanNode.True;
        Write(loop, new WhileStatement(test, LoopBody(loop.Body, null, Exit(condition, before), PlaceOf(loop.Span))));
    }

    /// <summary><c>if (!c) { break; }</c>, where the condition cannot stand in the head of the loop.</summary>
    private static IEnumerable<Statement> Exit(Ex condition, List<Statement> before) =>
        before.Count == 0 ? [] : [.. before, new IfStatement(Cs.Not(condition).Node, Block.Of(new BreakStatement()))];

    public void WriteDo(DoStmt loop)
    {
        (Ex condition, List<Statement> before) = Out.Captured(() => Condition(loop.Condition));
        CPlace place = PlaceOf(loop.Condition.Span);
        // What is saved is a local of the block: leave from inside.
        Node test =
            before.Count > 0 ? BooleanNode.True
            : loop.Condition.Constant is { IsFloat: false, Bits: 0 } && !LeavesLoop(loop.Body) ? BooleanNode.False
            : condition.Node;
        string? label = before.Count > 0 ? LocalNames.Fresh("next") : null;
        Block body = LoopBody(loop.Body, label, [], place, Exit(condition, before));
        bool declares = loop.Body is not CompoundStmt block || block.Body.Any(s => s is DeclStmt or LabelStmt);
        Write(
            loop,
            new DoStatement(
                body with
                {
                    Kind = declares ? BlockKind.Plain : BlockKind.Grouping,
                    End = before.Count > 0 ? default : place,
                },
                test
            )
        );
    }

    /// <summary><c>for (int i = 0; c; s)</c> -> <c>{ int i = 0; for (; c; s) ... }</c>; when c and s need statements in
    /// front of them, those are in the body.</summary>
    public void WriteFor(ForStmt loop)
    {
        if (loop.Init is not DeclStmt declaration)
        {
            (List<Node> first, List<Statement> before) = Out.Captured(() => Parts(loop.Init as Expr));
            WriteFor(loop, first, before);
            return;
        }

        NodeList<Statement> parts = Out.Collected(() =>
        {
            Stack<Ex> cleanups = [];
            Statements.WriteStmt(declaration);
            Cleanups.OpenCleanups(declaration, cleanups);
            WriteFor(loop, [], []);
            Cleanups.CloseCleanups(cleanups);
        });
        Out.Add(new Block(parts) { Kind = BlockKind.Header });
    }

    public void WriteFor(ForStmt loop, List<Node> first, List<Statement> beforeFirst)
    {
        CPlace place = PlaceOf(loop.Span);
        (Ex condition, List<Statement> before) = Out.Captured(() =>
            loop.Condition == null ? Ex.Nothing with { Type = CsType.Bool } : Condition(loop.Condition)
        );
        (List<Node> step, List<Statement> beforeStep) = Out.Captured(() => Parts(loop.Increment));
        string? label = beforeStep.Count > 0 ? LocalNames.Fresh("next") : null;
        Out.AddAt(place, beforeFirst);
        Block body = LoopBody(
            loop.Body,
            label,
            Exit(condition, before),
            place,
            label == null ? [] : beforeStep.Concat(step.Select(s => new ExpressionStatement(s)))
        );
        Write(
            loop,
            new ForStatement(
                null,
                new([.. first]),
                loop.Condition != null && before.Count == 0 ? condition.Node : null,
                label == null ? new([.. step]) : NodeList<Node>.Empty,
                body
            )
        );
    }

    /// <summary>The expressions of a for header: comma operators become C#'s list.</summary>
    private List<Node> Parts(Expr? expr)
    {
        if (expr == null)
        {
            return [];
        }

        Expr inner = Strip(expr);
        if (inner is CastExpr { Kind: CastKind.ToVoid } discarded)
        {
            return Parts(discarded.Operand);
        }

        if (inner is BinaryExpr { Op: BinaryOp.Comma } comma)
        {
            List<Node> first = Parts(comma.Left);
            (List<Node> second, List<Statement> before) = Out.Captured(() => Parts(comma.Right));
            if (before.Count == 0)
            {
                return [.. first, .. second];
            }

            // They stand in front of the header's list; what C does before them has to as well.
            Out.Hoist(first.Select(part => new ExpressionStatement(part)));
            Out.Hoist(before);
            return second;
        }

        Scope.Statement = inner;
        return Effects.Effect(Value(inner)) is { } part ? [part] : [];
    }
}
