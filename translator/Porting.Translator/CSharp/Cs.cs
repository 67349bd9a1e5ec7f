using System.Globalization;

namespace Porting.Translator.CSharp;

/// <summary>Builds C# expressions.</summary>
internal static class Cs
{
    public const string VolatileRead = "Volatile.Read";

    public static Ex Name(string name, CsType type) => new(new NameNode(name), type);

    public static Ex Null { get; } = new(NullNode.Instance, CsType.None) { IsStable = true };

    public static Ex Default(CsType type) => new(DefaultNode.Instance, type);

    public static Ex Bool(bool value) => new(value ? BooleanNode.True : BooleanNode.False, CsType.Bool);

    /// <summary>A number in C#'s decimal notation, negative ones by the operator.</summary>
    public static Node Digits(long value, string suffix = "") =>
        value < 0
            ? new UnaryNode("-", new IntegerNode(value.ToString(CultureInfo.InvariantCulture)[1..], suffix))
            : new IntegerNode(value.ToString(CultureInfo.InvariantCulture), suffix);

    /// <summary>A number that is written by the translator itself, as part of how something is computed.</summary>
    public static Ex Number(long value, CsType? type = null, string suffix = "") =>
        new(Digits(value, suffix), type ?? CsType.Int);

    /// <summary>A constant of the program.</summary>
    public static Ex Constant(long value, CsType? type = null, string suffix = "") =>
        Number(value, type, suffix) with
        {
            Const = value,
            IsStable = true,
        };

    /// <summary><c>a + (b + c)</c>, where it is the same as <c>(a + b) + c</c>, is written without
    /// parentheses.</summary>
    public static Ex Binary(Ex left, string op, Ex right, Prec prec, CsType type) =>
        new(
            IsAssociative(left, op, right, type)
                ? Appended(left.Node, op, right.Node, prec, type)
                : new BinaryNode(left.Node, op, right.Node, prec, type),
            type
        )
        {
            StartsVariable = left.Node is BinaryNode ? left.StartsVariable : (left.Const ?? left.Known) == null,
        };

    /// <summary>Sums and products modulo 2^n that are all computed in one type; not where constants come together, the
    /// overflow of which is an error in C#.</summary>
    private static bool IsAssociative(Ex left, string op, Ex right, CsType type) =>
        op is "&&" or "||"
        || (
            op is "+" or "*"
            && right.Node is BinaryNode chain
            && chain.Op == op
            && IsChain(chain, type)
            && type.IsWide
            && left.Type == type
            && right.Type == type
            && !left.IsLoose
            && !right.IsLoose
            && (right.Const ?? right.Known) == null
            && (right.StartsVariable || (left.Const ?? left.Known) == null)
        );

    /// <summary><c>b * c * d</c>, <c>b - c + d</c>, each step in the type.</summary>
    private static bool IsChain(BinaryNode chain, CsType type) =>
        chain.Type == type
        && chain.Op is "+" or "-" or "*"
        && (chain.Left is not BinaryNode inner || inner.Prec != chain.Prec || IsChain(inner, type));

    private static BinaryNode Appended(Node left, string op, Node right, Prec prec, CsType type) =>
        right is BinaryNode chain && chain.Prec == prec
            ? new BinaryNode(Appended(left, op, chain.Left, prec, type), chain.Op, chain.Right, prec, type)
            : new BinaryNode(left, op, right, prec, type);

    public static Ex Assign(Ex left, string op, Ex right) =>
        new(new AssignmentNode(left.Node, op, right.Node), left.Type);

    /// <summary>An operator in front.</summary>
    public static Ex Unary(string op, Ex operand, CsType type) => new(new UnaryNode(op, operand.Node), type);

    /// <summary><c>x++</c></summary>
    public static Ex Postfix(Ex operand, string op, CsType type) => new(new PostfixNode(operand.Node, op), type);

    public static Ex Cast(CsType type, Ex operand) => new(new CastNode(type, operand.Node), type);

    public static Ex Unchecked(Ex operand) => new(new UncheckedNode(operand.Node), operand.Type);

    /// <summary>Parentheses for the reader.</summary>
    public static Ex Paren(Ex inner) => inner with { Node = new ParenNode(inner.Node) };

    public static Ex Conditional(Ex condition, Ex whenTrue, Ex whenFalse, CsType type) =>
        new(new ConditionalNode(condition.Node, whenTrue.Node, whenFalse.Node), type);

    public static Ex Member(Ex target, string op, string name, CsType type) =>
        new(new MemberNode(target.Node, op, name), type);

    public static Ex Index(Ex target, Ex index, CsType type) => new(new IndexNode(target.Node, index.Node), type);

    public static Ex Call(string callee, IEnumerable<Ex> arguments, CsType type) =>
        new(new CallNode(new NameNode(callee), List(arguments)), type);

    /// <summary><c>rt.load&lt;uint>(p)</c></summary>
    public static Ex Call(string callee, CsType typeArgument, IEnumerable<Ex> arguments, CsType type) =>
        new(new CallNode(new NameNode(callee, typeArgument), List(arguments)), type);

    /// <summary>Through a pointer.</summary>
    public static Ex Call(Ex callee, IEnumerable<Ex> arguments, CsType type) =>
        new(new CallNode(callee.Node, List(arguments)), type);

    public static Ex New(CsType type, IEnumerable<Ex> arguments) => new(new NewNode(type, List(arguments)), type);

    private static NodeList<Node> List(IEnumerable<Ex> arguments) =>
        arguments is Ex[] { Length: 0 } ? NodeList<Node>.Empty : new([.. arguments.Select(a => a.Node)]);

    public static Ex Ref(Ex place) => new(new ByReferenceNode("ref", place.Node), place.Type);

    /// <summary><c>sizeof(T)</c>, which is an int for C#.</summary>
    public static Ex SizeOf(CsType type) => new(new SizeOfNode(type), CsType.Int);

    /// <summary><c>(uint)sizeof(T)</c>: what C has.</summary>
    public static Ex UnsignedSizeOf(CsType type) => Cast(CsType.UInt, SizeOf(type));

    /// <summary>A read that nobody may leave out or merge with others.</summary>
    public static Ex ReadVolatile(Ex place, CsType type) => Call(VolatileRead, [Ref(place)], type);

    public static Ex WriteVolatile(Ex place, Ex value) => Call("Volatile.Write", [Ref(place), value], CsType.None);

    /// <summary>A whole word of memory, whatever is there: <c>*(uint*)&amp;p</c>.</summary>
    public static Ex WordAt(Ex address) => Unary("*", Cast(CsType.UIntPointer, address), CsType.UInt);

    /// <summary><c>out T name</c></summary>
    public static Ex Out(CsType type, string name) => new(new OutDeclarationNode(type, name), type);

    /// <summary><c>stackalloc T[n]</c></summary>
    public static Ex StackAllocation(CsType element, Ex count) =>
        new(new StackAllocationNode(element, count.Node), element.Pointer);

    /// <summary>An expression that is a statement.</summary>
    public static Statement Do(Ex effect) => new ExpressionStatement(effect.Node);

    /// <summary><c>T name = value;</c></summary>
    public static Declaration Declare(CsType type, string name, Ex value) => Declare(type, name, value.Node);

    /// <summary><c>T name;</c></summary>
    public static Declaration Declare(CsType type, string name, Node? value = null) =>
        new(type, new NodeList<Declarator>(new Declarator(name, value)));

    /// <summary>Logical negation of a condition, as it is; <see cref="Passes.TurnNegations"/> makes comparisons of
    /// it.</summary>
    public static Ex Not(Ex condition) =>
        Unary("!", condition, CsType.Bool) with
        {
            Known = 1 - condition.Known,
            IsStable = condition.IsStable,
        };
}
