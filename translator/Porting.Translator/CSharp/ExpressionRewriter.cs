namespace Porting.Translator.CSharp;

/// <summary>Walks an expression and changes it on the way up. What nothing is changed in comes back as the same
/// object.</summary>
internal sealed class ExpressionRewriter(Func<Node, Node> change)
{
    public Node Visit(Node node) =>
        node switch
        {
            NameNode or IntegerNode => change(node),
            UnaryNode old => Visit(old.Operand) is var operand && operand == (object)old.Operand
                ? change(old)
                : change(old with { Operand = operand }),
            BinaryNode old => change(VisitBinary(old)),
            AssignmentNode old => change(VisitAssignment(old)),
            ConditionalNode old => change(VisitConditional(old)),
            CallNode old => change(VisitCall(old)),
            CastNode old => Visit(old.Operand) is var operand && operand == (object)old.Operand
                ? change(old)
                : change(old with { Operand = operand }),
            MemberNode old => Visit(old.Target) is var target && target == (object)old.Target
                ? change(old)
                : change(old with { Target = target }),
            IndexNode old => change(VisitIndex(old)),
            _ => change(VisitOther(node)),
        };

    private Node VisitOther(Node node) =>
        node switch
        {
            PostfixNode old => Visit(old.Operand) is var part && part == (object)old.Operand
                ? old
                : old with
                {
                    Operand = part,
                },
            ParenNode old => Visit(old.Inner) is var part && part == (object)old.Inner
                ? old
                : old with
                {
                    Inner = part,
                },
            UncheckedNode old => Visit(old.Operand) is var part && part == (object)old.Operand
                ? old
                : old with
                {
                    Operand = part,
                },
            ByReferenceNode old => Visit(old.Operand) is var part && part == (object)old.Operand
                ? old
                : old with
                {
                    Operand = part,
                },
            StackAllocationNode old => Visit(old.Count) is var part && part == (object)old.Count
                ? old
                : old with
                {
                    Count = part,
                },
            NewNode old => old.Arguments.Select(Visit) is var parts && parts == (object)old.Arguments
                ? old
                : old with
                {
                    Arguments = parts,
                },
            CollectionNode old => old.Elements.Select(Visit) is var parts && parts == (object)old.Elements
                ? old
                : old with
                {
                    Elements = parts,
                },
            _ => node,
        };

    /// <summary>A long sum is as deep as it is long, to the left.</summary>
    private BinaryNode VisitBinary(BinaryNode binary)
    {
        Node left = Visit(binary.Left);
        Node right = Visit(binary.Right);
        return left == (object)binary.Left && right == (object)binary.Right
            ? binary
            : binary with
            {
                Left = left,
                Right = right,
            };
    }

    private AssignmentNode VisitAssignment(AssignmentNode old)
    {
        (Node left, Node right) = (Visit(old.Left), Visit(old.Right));
        return left == (object)old.Left && right == (object)old.Right ? old : old with { Left = left, Right = right };
    }

    private ConditionalNode VisitConditional(ConditionalNode old)
    {
        (Node condition, Node whenTrue, Node whenFalse) = (
            Visit(old.Condition),
            Visit(old.WhenTrue),
            Visit(old.WhenFalse)
        );
        bool isSame =
            condition == (object)old.Condition
            && whenTrue == (object)old.WhenTrue
            && whenFalse == (object)old.WhenFalse;
        return isSame ? old : old with { Condition = condition, WhenTrue = whenTrue, WhenFalse = whenFalse };
    }

    private CallNode VisitCall(CallNode old)
    {
        Node callee = Visit(old.Callee);
        NodeList<Node> arguments = old.Arguments.Select(Visit);
        return callee == (object)old.Callee && arguments == (object)old.Arguments
            ? old
            : old with
            {
                Callee = callee,
                Arguments = arguments,
            };
    }

    private IndexNode VisitIndex(IndexNode old)
    {
        (Node target, Node index) = (Visit(old.Target), Visit(old.Index));
        return target == (object)old.Target && index == (object)old.Index
            ? old
            : old with
            {
                Target = target,
                Index = index,
            };
    }
}
