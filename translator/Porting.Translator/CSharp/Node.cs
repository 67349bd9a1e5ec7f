namespace Porting.Translator.CSharp;

/// <summary>
/// An expression of the C# that is written. Immutable, and equal to another when it has the same parts. What it looks
/// like is <see cref="Printer"/>'s alone: nobody else asks for its text to decide anything.
/// </summary>
internal abstract record Node
{
    /// <summary>Binding strength of the outermost operator.</summary>
    public virtual Prec Prec => Prec.Primary;

    /// <summary>Its parts, left to right.</summary>
    public virtual IReadOnlyList<Node> Children => [];

    /// <summary>Whether it or a part of it is of a kind.</summary>
    public bool Has(Func<Node, bool> kind) => kind(this) || Children.Any(child => child.Has(kind));

    public sealed override string ToString() => Printer.Print(this);
}

/// <summary>No expression: what a C expression comes to that is done in front of the statement.</summary>
internal sealed record NothingNode : Node
{
    public static readonly NothingNode Instance = new();
}

/// <summary><c>a</c>, <c>C.a</c>, <c>rt.load&lt;uint&gt;</c>: a name, with the classes that it is reached by.</summary>
internal sealed record NameNode(string Name, CsType? TypeArgument = null) : Node;

/// <summary><c>1</c>, <c>0x10u</c>, <c>1_000UL</c>: digits in the notation of the C source, and C#'s suffix.</summary>
internal sealed record IntegerNode(string Digits, string Suffix = "") : Node
{
    /// <summary>Digits alone: of type int wherever an int holds them.</summary>
    public bool IsPlain => Suffix.Length == 0 && Digits.All(char.IsAsciiDigit);

    public bool IsZero => Suffix.Length == 0 && Digits == "0";
}

/// <summary><c>1.5f</c>: digits with point or exponent, and the suffix d or f.</summary>
internal sealed record RealNode(string Digits, char Suffix) : Node;

/// <summary><c>'a'</c>, as C has it.</summary>
internal sealed record CharacterNode(string Spelling) : Node;

/// <summary><c>"text"u8</c>: the text, not yet escaped.</summary>
internal sealed record Utf8Node(string Value) : Node;

internal sealed record BooleanNode(bool Value) : Node
{
    public static readonly BooleanNode True = new(true),
        False = new(false);
}

internal sealed record NullNode : Node
{
    public static readonly NullNode Instance = new();
}

internal sealed record DefaultNode : Node
{
    public static readonly DefaultNode Instance = new();
}

/// <summary><c>[1, 2, 0]</c></summary>
internal sealed record CollectionNode(NodeList<Node> Elements) : Node
{
    public override IReadOnlyList<Node> Children => Elements;
}

/// <summary>An operator in front: <c>- + ~ ! * &amp; ++ --</c>.</summary>
internal sealed record UnaryNode(string Op, Node Operand) : Node
{
    public override Prec Prec => Prec.Unary;
    public override IReadOnlyList<Node> Children => [Operand];
}

/// <summary><c>x++</c>, <c>x--</c></summary>
internal sealed record PostfixNode(Node Operand, string Op) : Node
{
    public override IReadOnlyList<Node> Children => [Operand];
}

/// <param name="Type">The C# type of the result.</param>
/// <param name="Prec">Of the operator.</param>
internal sealed record BinaryNode(Node Left, string Op, Node Right, Prec Prec, CsType Type) : Node
{
    public override Prec Prec { get; } = Prec;
    public override IReadOnlyList<Node> Children => [Left, Right];
}

/// <summary><c>a = b</c>, <c>a += b</c></summary>
internal sealed record AssignmentNode(Node Left, string Op, Node Right) : Node
{
    public override Prec Prec => Prec.Assignment;
    public override IReadOnlyList<Node> Children => [Left, Right];
}

internal sealed record ConditionalNode(Node Condition, Node WhenTrue, Node WhenFalse) : Node
{
    public override Prec Prec => Prec.Conditional;
    public override IReadOnlyList<Node> Children => [Condition, WhenTrue, WhenFalse];
}

internal sealed record CastNode(CsType Type, Node Operand) : Node
{
    public override Prec Prec => Prec.Unary;
    public override IReadOnlyList<Node> Children => [Operand];
}

internal sealed record CallNode(Node Callee, NodeList<Node> Arguments) : Node
{
    public override IReadOnlyList<Node> Children => [Callee, .. Arguments];

    public bool IsOf(string method) => Callee is NameNode { TypeArgument: null } name && name.Name == method;
}

/// <summary><c>new T(a, b)</c></summary>
internal sealed record NewNode(CsType Type, NodeList<Node> Arguments) : Node
{
    public override IReadOnlyList<Node> Children => Arguments;
}

/// <summary><c>ref x</c>, <c>out x</c> as an argument.</summary>
internal sealed record ByReferenceNode(string Keyword, Node Operand) : Node
{
    public override Prec Prec => Prec.Assignment;
    public override IReadOnlyList<Node> Children => [Operand];
}

/// <summary><c>out T x</c> as an argument.</summary>
internal sealed record OutDeclarationNode(CsType Type, string Name) : Node
{
    public override Prec Prec => Prec.Assignment;
}

/// <summary><c>stackalloc T[n]</c>, the initial value of a pointer.</summary>
internal sealed record StackAllocationNode(CsType Element, Node Count) : Node
{
    public override IReadOnlyList<Node> Children => [Count];
}

/// <param name="Op">"." or "->".</param>
internal sealed record MemberNode(Node Target, string Op, string Name) : Node
{
    public override IReadOnlyList<Node> Children => [Target];
}

internal sealed record IndexNode(Node Target, Node Index) : Node
{
    public override IReadOnlyList<Node> Children => [Target, Index];
}

internal sealed record SizeOfNode(CsType Type) : Node;

/// <summary><c>unchecked(x)</c></summary>
internal sealed record UncheckedNode(Node Operand) : Node
{
    public override IReadOnlyList<Node> Children => [Operand];
}

/// <summary>Parentheses that are written though none are needed.</summary>
internal sealed record ParenNode(Node Inner) : Node
{
    public override IReadOnlyList<Node> Children => [Inner];
}
