using System.Text.RegularExpressions;

namespace Porting.Translator.Text;

/// <summary>How tightly a C# expression binds, loosest first (C# specification, 12.4.2 "Operator precedence and
/// associativity").</summary>
internal enum Prec
{
    Assignment,
    Conditional,
    OrElse,
    AndAlso,
    Or,
    Xor,
    And,
    Equality,
    Relational,
    Shift,
    Additive,
    Multiplicative,
    Unary,
    Primary,
}

/// <summary>
/// A C# expression in text form that knows how tightly it binds and which C# type it has, so that parentheses and casts
/// can be decided where it is used and nowhere else.
/// </summary>
/// <param name="Text">C# source, without outer parentheses.</param>
/// <param name="Prec">Binding strength of the outermost operator.</param>
/// <param name="Type">C# type as spelled; "" for void and for what has no type of its own (null, method
/// groups).</param>
internal readonly record struct Ex(string Text, Prec Prec, string Type)
{
    /// <summary>Value of a C# integer constant expression: C# lets these convert implicitly wherever the value
    /// fits.</summary>
    public long? Const { get; init; }

    /// <summary>A constant whose text is of a narrower type than <see cref="Type"/> says; right wherever C# converts it
    /// by itself, wrong where its type decides what an operator does.</summary>
    public bool IsLoose { get; init; }

    /// <summary>Evaluating it twice, or later, or not at all, makes no difference: literals, constants, addresses of
    /// symbols.</summary>
    public bool IsStable { get; init; }

    /// <summary>C# accepts it as a statement: an assignment, a step, a call.</summary>
    public bool IsStatement { get; init; }

    /// <summary>A conditional expression without the cast that shows C# its type, for where something else shows
    /// it.</summary>
    public string? Uncast { get; init; }

    /// <summary>The text without a cast that C# makes by itself, rounding as the cast does, if a value of this type is
    /// wanted: an integer that becomes a floating point number, pointers that become <c>void*</c>.</summary>
    public (string Text, Prec Prec)? Implicit { get; init; }

    /// <summary>The type that the text has in C#, where it becomes <see cref="Type"/> by itself: a pointer that becomes
    /// <c>void*</c>.</summary>
    public string? Natural { get; init; }

    /// <summary>The operator, of what <see cref="Cs.Binary"/> made.</summary>
    public string? Operator { get; init; }

    /// <summary>What <see cref="Cs.Binary"/> made, where its first operand is no constant.</summary>
    public bool StartsVariable { get; init; }

    /// <summary>The text for a place where something else shows the type.</summary>
    public Ex Wanted =>
        Implicit is { } plain ? this with { Text = plain.Text, Prec = plain.Prec, Implicit = null } : this;

    /// <summary>What clang knows the value to be. The C# compiler may find it out, too, and refuses conversions that
    /// lose something then.</summary>
    public long? Known { get; init; }

    public static Ex Primary(string text, string type) => new(text, Prec.Primary, type);

    /// <summary>Text for a place that needs at least this strength.</summary>
    public string At(Prec needed) => Prec >= needed ? Text : $"({Text})";

    /// <summary>A call for its effect only.</summary>
    public static Ex Effect(string text) => new(text, Prec.Primary, "") { IsStatement = true };

    public override string ToString() => Text;
}

/// <summary>Builds C# expressions; the only place where operators, parentheses and casts are put together.</summary>
internal static partial class Cs
{
    public static Ex Binary(Ex left, string op, Ex right, Prec prec, string type)
    {
        bool isAssociative = prec is Prec.AndAlso or Prec.OrElse || IsAssociative(left, op, right, type);
        // "a < b > (c)" would be a call of a generic method.
        Prec leftPrec = prec == Prec.Relational && left.Prec == prec ? prec + 1 : Clear(left, prec, prec);
        return new(
            $"{left.At(leftPrec)} {op} {right.At(Clear(right, prec, isAssociative ? prec : prec + 1))}",
            prec,
            type
        )
        {
            Operator = op,
            StartsVariable = left.Operator != null ? left.StartsVariable : (left.Const ?? left.Known) == null,
        };
    }

    /// <summary><c>a + (b + c)</c> is <c>a + b + c</c> modulo 2^n where all is computed in one type; not where
    /// constants come together, whose overflow is an error in C#.</summary>
    private static bool IsAssociative(Ex left, string op, Ex right, string type) =>
        op is "+" or "*"
        && right.Operator == op
        && type is "int" or "uint" or "long" or "ulong"
        && left.Type == type
        && right.Type == type
        && !left.IsLoose
        && !right.IsLoose
        && (right.Const ?? right.Known) == null
        && (right.StartsVariable || (left.Const ?? left.Known) == null);

    /// <summary>Bits mixed with arithmetic, and one operator on bits with another, are put in parentheses though the
    /// rules need none: nobody remembers them (clang warns of the same mixtures).</summary>
    private static Prec Clear(Ex operand, Prec operation, Prec needed)
    {
        bool isBits = operation is Prec.Or or Prec.Xor or Prec.And or Prec.Shift;
        bool isMixed = operand.Prec is Prec.Additive or Prec.Shift or Prec.Xor or Prec.And && operand.Prec != operation;
        return isBits && isMixed ? Prec.Multiplicative : needed;
    }

    public static Ex Assign(Ex left, string op, Ex right) =>
        new($"{left.At(Prec.Unary)} {op} {right.At(Prec.Assignment)}", Prec.Assignment, left.Type)
        {
            IsStatement = true,
        };

    /// <summary>A prefix operator; a blank keeps "- -x" from becoming "--x" and "& &x" from "&&x".</summary>
    public static Ex Unary(string op, Ex operand, string type)
    {
        string inner = operand.At(Prec.Unary);
        bool collides = inner.Length > 0 && inner[0] == op[^1] && op[^1] is '-' or '+' or '&';
        return new(collides ? $"{op}({operand.Text})" : op + inner, Prec.Unary, type);
    }

    public static Ex Cast(string type, Ex operand)
    {
        // "(T)-x" would parse as a subtraction when T is a name (C# specification, 12.9.7 "Cast expressions").
        string inner = operand.At(Prec.Unary);
        bool isName = !type.EndsWith('*') && !IsKeyword(type);
        return new(
            isName && (inner[0] is '-' or '+' or '&' or '*') ? $"({type})({operand.Text})" : $"({type}){inner}",
            Prec.Unary,
            type
        );
    }

    private static bool IsKeyword(string type) =>
        type
            is "bool"
                or "char"
                or "sbyte"
                or "byte"
                or "short"
                or "ushort"
                or "int"
                or "uint"
                or "long"
                or "ulong"
                or "float"
                or "double";

    public static Ex Conditional(string condition, Ex whenTrue, Ex whenFalse, string type) =>
        new(
            $"{condition} ? {whenTrue.At(Prec.Conditional)} : {whenFalse.At(Prec.Conditional)}",
            Prec.Conditional,
            type
        );

    public static Ex Member(Ex target, string op, string name, string type) =>
        new($"{target.At(Prec.Primary)}{op}{name}", Prec.Primary, type);

    public static Ex Call(string callee, IEnumerable<Ex> arguments, string type) =>
        new($"{callee}({Arguments([.. arguments.Select(a => a.At(Prec.Assignment))])})", Prec.Primary, type)
        {
            IsStatement = true,
        };

    /// <summary><c>f(a &lt; b, c > (d))</c> would be a call of the generic method a (C# specification, 6.2.5
    /// "Grammar ambiguities").</summary>
    private static string Arguments(string[] arguments)
    {
        string list = string.Join(", ", arguments);
        return LooksGeneric().IsMatch(list)
            ? string.Join(", ", arguments.Select(a => a.Contains(" > ", StringComparison.Ordinal) ? $"({a})" : a))
            : list;
    }

    [GeneratedRegex(@"\w < [\w.*]+(, [\w.*]+)+ > [(&]")]
    private static partial Regex LooksGeneric();

    public static Ex Index(Ex target, Ex index, string type) =>
        new($"{target.At(Prec.Primary)}[{index.Text}]", Prec.Primary, type);

    /// <summary>Logical negation of a condition, comparisons turned round instead of wrapped.</summary>
    public static Ex Not(Ex condition)
    {
        long? known = condition.Known == null ? null : 1 - condition.Known;
        if (condition.Text == "true" || condition.Text == "false")
        {
            return condition with { Text = condition.Text == "true" ? "false" : "true", Known = known };
        }

        foreach (
            (string op, string opposite) in (ReadOnlySpan<(string, string)>)
                [(" != 0", " == 0"), (" == 0", " != 0"), (" != null", " == null"), (" == null", " != null")]
        )
        {
            if (condition.Prec == Prec.Equality && condition.Text.EndsWith(op, StringComparison.Ordinal))
            {
                return condition with { Text = condition.Text[..^op.Length] + opposite, Known = known };
            }
        }

        if (condition is { Prec: Prec.Unary } && condition.Text[0] == '!')
        {
            return Ex.Primary(condition.Text[1..], "bool") with { Known = known };
        }

        return Unary("!", condition, "bool") with
        {
            Known = known,
        };
    }
}
