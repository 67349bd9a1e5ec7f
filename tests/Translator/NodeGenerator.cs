using Porting.Translator.CSharp;

namespace Porting.Translator.Tests;

/// <summary>Random expressions of every kind, whether or not they make sense to a compiler.</summary>
internal sealed class NodeGenerator(int seed)
{
    private static readonly (string Op, Prec Prec)[] Operators =
    [
        ("*", Prec.Multiplicative),
        ("/", Prec.Multiplicative),
        ("+", Prec.Additive),
        ("-", Prec.Additive),
        ("<<", Prec.Shift),
        (">>", Prec.Shift),
        ("<", Prec.Relational),
        (">", Prec.Relational),
        ("<=", Prec.Relational),
        ("==", Prec.Equality),
        ("!=", Prec.Equality),
        ("&", Prec.And),
        ("^", Prec.Xor),
        ("|", Prec.Or),
        ("&&", Prec.AndAlso),
        ("||", Prec.OrElse),
    ];

    private readonly Random _random = new(seed);

    public Node Make(int depth) => depth == 0 ? Leaf() : Inner(depth - 1);

    private T Any<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    private CsType Type() => CsType.Of(Any("int", "byte", "double", "T", "N.T", "T*", "byte*", "T**"));

    private NodeList<Node> Nodes(int depth) => new([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Make(depth))]);

    private Node Leaf() =>
        _random.Next(9) switch
        {
            0 => new IntegerNode(Any("0", "1", "0x10", "1_000"), Any("", "u", "L", "UL")),
            1 => new RealNode(Any("1.5", "0", "1E+20"), Any('d', 'f')),
            2 => new CharacterNode(Any("'a'", "'\\n'")),
            3 => new Utf8Node(Any("", "text", "\"\\\n")),
            4 => Any<Node>(BooleanNode.True, BooleanNode.False, NullNode.Instance, DefaultNode.Instance),
            5 => new SizeOfNode(Type()),
            _ => new NameNode(Any("a", "b", "c", "@int", "C.a")),
        };

    private Node Place(int depth) =>
        Any<Node>(
            new NameNode("a"),
            new UnaryNode("*", Make(depth)),
            new MemberNode(Make(depth), Any(".", "->"), "x"),
            new IndexNode(Make(depth), Make(depth))
        );

    private Node Inner(int depth)
    {
        (string op, Prec prec) = Any(Operators);
        return _random.Next(20) switch
        {
            0 or 1 => new UnaryNode(Any("-", "+", "~", "!", "*", "&", "++", "--"), Make(depth)),
            2 => new PostfixNode(Make(depth), Any("++", "--")),
            3 => new AssignmentNode(Make(depth), Any("=", "+=", "<<="), Make(depth)),
            4 => new ConditionalNode(Make(depth), Make(depth), Make(depth)),
            5 or 6 => new CastNode(Type(), Make(depth)),
            7 => new CallNode(new NameNode(Any("f", "rt.f"), Any(null, CsType.UInt, CsType.Of("T"))), Nodes(depth)),
            8 => new CallNode(Inner(Math.Max(0, depth - 1)), Nodes(depth)),
            9 => new NewNode(CsType.Of(Any("T", "N.T")), Nodes(depth)),
            10 => new MemberNode(Make(depth), Any(".", "->"), Any("x", "@y")),
            11 => new IndexNode(Make(depth), Make(depth)),
            12 => new UncheckedNode(Make(depth)),
            13 => new CollectionNode(Nodes(depth)),
            14 => new CallNode(new NameNode("f"), new(new ByReferenceNode(Any("ref", "out"), Place(depth)))),
            15 => new CallNode(new NameNode("f"), new(new OutDeclarationNode(Type(), Any("a", "@int")))),
            _ => new BinaryNode(Make(depth), op, Make(depth), prec, CsType.Int),
        };
    }
}
