namespace Porting.Translator.CSharp;

/// <summary>The line of C that a line of C# comes from; line 0 for what comes from none.</summary>
internal readonly record struct CPlace(string File, int Line);

/// <summary>
/// A statement of the C# that is written, or what stands between statements. Immutable, and equal to another when it
/// has the same parts. What it looks like is <see cref="StatementPrinter"/>'s alone.
/// </summary>
internal abstract record Statement
{
    public CPlace Place { get; init; }

    /// <summary>A comment or a blank line, which does nothing.</summary>
    public virtual bool IsTrivia => false;
}

/// <summary>Where a block of C# comes from, for those who decide whether its braces are needed.</summary>
internal enum BlockKind
{
    /// <summary>As C has it, or as C# demands it.</summary>
    Plain,

    /// <summary>In the expansion of a macro; it declares nothing.</summary>
    Grouping,

    /// <summary>Around a loop and what its header declares.</summary>
    Header,

    /// <summary>What follows <c>else</c>, where that is another if.</summary>
    Else,
}

/// <summary><c>{ ... }</c></summary>
internal sealed record Block(NodeList<Statement> Body) : Statement
{
    public BlockKind Kind { get; init; }

    /// <summary>Of the closing brace.</summary>
    public CPlace End { get; init; }

    public static readonly Block Empty = new(NodeList<Statement>.Empty);

    public static Block Of(params Statement[] body) => new(new NodeList<Statement>(body));
}

/// <summary><c>;</c></summary>
internal sealed record EmptyStatement : Statement;

internal sealed record ExpressionStatement(Node Expression) : Statement;

/// <summary><c>a</c>, <c>a = 1</c> in a declaration.</summary>
internal sealed record Declarator(string Name, Node? Value);

/// <summary><c>int a = 1, b;</c>, <c>const int a = 1;</c></summary>
internal sealed record Declaration(CsType Type, NodeList<Declarator> Declarators, bool IsConstant = false) : Statement;

/// <summary><c>if (c) { ... } else { ... }</c>, <c>if (c) { ... } else if ...</c></summary>
/// <param name="Else">A block, or another if.</param>
internal sealed record IfStatement(Node Condition, Block Then, Statement? Else = null) : Statement
{
    /// <summary>Comments behind the first block.</summary>
    public NodeList<Statement> BeforeElse { get; init; } = NodeList<Statement>.Empty;
}

internal sealed record WhileStatement(Node Condition, Block Body) : Statement;

/// <param name="Body">Its end is the place of the condition.</param>
internal sealed record DoStatement(Block Body, Node Condition) : Statement;

/// <param name="Declared">What the header declares; nothing else is <paramref name="Initial"/> then.</param>
internal sealed record ForStatement(
    Declaration? Declared,
    NodeList<Node> Initial,
    Node? Condition,
    NodeList<Node> Steps,
    Block Body
) : Statement;

/// <param name="Sections">With the comments between them.</param>
internal sealed record SwitchStatement(Node Value, NodeList<Statement> Sections) : Statement;

/// <param name="Labels">With the comments behind them.</param>
internal sealed record SwitchSection(NodeList<Statement> Labels, NodeList<Statement> Body) : Statement
{
    /// <summary>A label in front of the statements, for those who fall in.</summary>
    public string? Entry { get; init; }
}

/// <summary><c>case ...:</c>, and what <c>goto</c> says to go there.</summary>
internal abstract record SwitchLabel : Statement;

internal sealed record CaseLabel(Node Value) : SwitchLabel;

/// <summary><c>case &gt;= 1 and &lt;= 5:</c></summary>
internal sealed record RangeLabel(Node Low, Node High) : SwitchLabel;

/// <summary><c>case var _ when false:</c></summary>
internal sealed record NeverLabel : SwitchLabel;

internal sealed record DefaultLabel : SwitchLabel;

/// <summary><c>a:</c>, one step to the left.</summary>
/// <param name="IsEmpty">It has an empty statement of its own, on the same line.</param>
internal sealed record LabelStatement(string Name, bool IsEmpty = false) : Statement;

internal sealed record GotoStatement(string Label) : Statement;

/// <summary><c>goto case 1;</c>, <c>goto default;</c></summary>
internal sealed record GotoCaseStatement(SwitchLabel Label) : Statement;

internal sealed record BreakStatement : Statement;

internal sealed record ContinueStatement : Statement;

internal sealed record ReturnStatement(Node? Value) : Statement;

internal sealed record TryStatement(Block Body, Block Finally) : Statement;

/// <summary>A comment on lines of its own.</summary>
internal sealed record CommentTrivia(string Text) : Statement
{
    public override bool IsTrivia => true;
}

/// <summary>A comment behind what stands before it: a statement, a label, a brace.</summary>
internal sealed record TrailingComment(string Text) : Statement
{
    public override bool IsTrivia => true;
}

/// <summary>A blank line, unless a block has just begun.</summary>
internal sealed record BlankLine : Statement
{
    public override bool IsTrivia => true;
}
