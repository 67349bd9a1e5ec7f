namespace Porting.Translator.CSharp;

/// <summary>A C# expression, the C# type that it has, and what is known of its value, so that casts can be decided
/// where it is used and nowhere else.</summary>
/// <param name="Node">What is written.</param>
/// <param name="Type">Without aliases; <see cref="CsType.None"/> for void and for what has no type of its own.</param>
internal readonly record struct Ex(Node Node, CsType Type)
{
    /// <summary>Value of a C# integer constant expression: C# lets these convert implicitly wherever the value
    /// fits.</summary>
    public long? Const { get; init; }

    /// <summary>A constant that is written in a narrower type than <see cref="Type"/> says; right wherever C# converts
    /// it by itself, wrong where its type decides what an operator does.</summary>
    public bool IsLoose { get; init; }

    /// <summary>Evaluating it twice, or later, or not at all, makes no difference: literals, constants, addresses of
    /// symbols.</summary>
    public bool IsStable { get; init; }

    /// <summary>A conditional expression without the cast that shows C# its type, for where something else shows
    /// it.</summary>
    public Node? Uncast { get; init; }

    /// <summary>It without a cast that C# makes by itself, rounding as the cast does, if a value of this type is
    /// wanted: an integer that becomes a floating point number, pointers that become <c>void*</c>.</summary>
    public Node? Implicit { get; init; }

    /// <summary>The type that it has in C#, where it becomes <see cref="Type"/> by itself: a pointer that becomes
    /// <c>void*</c>.</summary>
    public CsType? Natural { get; init; }

    /// <summary>What <see cref="Cs.Binary"/> made, where its first operand is no constant.</summary>
    public bool StartsVariable { get; init; }

    /// <summary>What clang knows the value to be. The C# compiler may find it out, too, and refuses conversions that
    /// lose something then.</summary>
    public long? Known { get; init; }

    /// <summary>No value: what there was to do stands in front of the statement.</summary>
    public static Ex Nothing { get; } = new(NothingNode.Instance, CsType.None);

    /// <summary>For a place where something else shows the type.</summary>
    public Ex Wanted => Implicit == null ? this : this with { Node = Implicit, Implicit = null };

    public bool IsNull => Node is NullNode;

    /// <summary>A char literal.</summary>
    public bool IsCharacter => Node is CharacterNode;

    /// <summary>C# accepts it as a statement: an assignment, a step, a call.</summary>
    public bool IsStatement =>
        Node switch
        {
            AssignmentNode or PostfixNode or UnaryNode { Op: "++" or "--" } or NewNode => true,
            CallNode call => !call.IsOf(Cs.VolatileRead),
            _ => false,
        };

    /// <summary>As C#, for a piece of text that is made of expressions.</summary>
    public string Text => Printer.Print(Node);

    public override string ToString() => Text;
}
