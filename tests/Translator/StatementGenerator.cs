using Porting.Translator.CSharp;

namespace Porting.Translator.Tests;

/// <summary>Random statements of every kind, whether or not they make sense to a compiler.</summary>
internal sealed class StatementGenerator(int seed)
{
    private readonly Random _random = new(seed);
    private readonly NodeGenerator _nodes = new(seed);

    public Block Body(int depth) =>
        new(new NodeList<Statement>([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Make(depth))]))
        {
            Kind = Any(BlockKind.Plain, BlockKind.Grouping, BlockKind.Header),
        };

    private T Any<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    private Node Node() => _nodes.Make(_random.Next(3));

    private Node Effect() => new AssignmentNode(new NameNode("a"), "=", Node());

    private Declaration Declaration() =>
        new(
            CsType.Of(Any("int", "T", "byte*")),
            new NodeList<Declarator>([
                new Declarator("a", Node()),
                .. Any<Declarator[]>([], [new Declarator("b", Any(null, Node()))]),
            ])
        );

    private Statement Make(int depth) => depth == 0 || _random.Next(3) == 0 ? Leaf() : Inner(depth - 1);

    private Statement Leaf() =>
        _random.Next(11) switch
        {
            0 => Declaration(),
            1 => new ReturnStatement(Any(null, Node())),
            2 => new GotoStatement("l"),
            3 => new GotoCaseStatement(Any<SwitchLabel>(new DefaultLabel(), new CaseLabel(new IntegerNode("1")))),
            4 => new BreakStatement(),
            5 => new ContinueStatement(),
            6 => new LabelStatement("l", IsEmpty: true),
            7 => new EmptyStatement(),
            8 => Any<Statement>(new BlankLine(), new CommentTrivia("/* c */"), new TrailingComment("/* c */")),
            _ => new ExpressionStatement(Effect()),
        };

    private Statement Inner(int depth) =>
        _random.Next(8) switch
        {
            0 => Body(depth),
            1 => new WhileStatement(Node(), Body(depth)),
            2 => new DoStatement(Body(depth), Any(Node(), BooleanNode.False)),
            3 => For(depth),
            4 => new SwitchStatement(
                Node(),
                new([.. Enumerable.Range(0, _random.Next(3)).Select(_ => Section(depth))])
            ),
            5 => new TryStatement(Body(depth), Body(depth)),
            _ => If(depth),
        };

    private ForStatement For(int depth) =>
        new(
            Any(null, Declaration()),
            NodeList<Node>.Empty,
            Any(null, Node()),
            new([.. Any<Node[]>([], [Effect()], [Effect(), Effect()])]),
            Body(depth)
        );

    private IfStatement If(int depth) =>
        new(
            Node(),
            Body(depth),
            _random.Next(4) switch
            {
                0 => null,
                1 => If(depth),
                2 => Block.Of(If(depth)) with { Kind = BlockKind.Else },
                _ => Body(depth),
            }
        );

    private SwitchSection Section(int depth) =>
        new(
            new([
                Any<SwitchLabel>(
                    new DefaultLabel(),
                    new CaseLabel(new IntegerNode("1")),
                    new RangeLabel(new IntegerNode("1"), new IntegerNode("5")),
                    new NeverLabel()
                ),
            ]),
            new([.. Body(depth).Body, new BreakStatement()])
        )
        {
            Entry = Any(null, "l"),
        };
}
