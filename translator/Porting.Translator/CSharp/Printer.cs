using System.Text.RegularExpressions;
using Porting.Translator.Text;

namespace Porting.Translator.CSharp;

/// <summary>
/// Spells nodes as C#; the only place that knows how one looks. Input: a tree. Output: text that C# parses to that
/// tree, with the parentheses that precedence needs, and a few that readers do.
/// </summary>
internal sealed partial class Printer
{
    [ThreadStatic]
    private static Printer? t_spare;

    private char[] _text = new char[256];
    private int _length;

    public static string Print(Node node)
    {
        if (node is NameNode { TypeArgument: null } name)
        {
            return name.Name;
        }

        Printer printer = t_spare ?? new Printer();
        t_spare = null;
        printer._length = 0;
        printer.Write(node);
        string text = new(printer._text, 0, printer._length);
        t_spare = printer;
        return text;
    }

    private void Write(string text)
    {
        Reserve(text.Length);
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    private void Write(char c)
    {
        Reserve(1);
        _text[_length++] = c;
    }

    private void Reserve(int more)
    {
        if (_length + more > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(2 * _text.Length, _length + more));
        }
    }

    /// <summary>For a place that needs at least this strength.</summary>
    private void Write(Node node, Prec needed)
    {
        if (node.Prec >= needed)
        {
            Write(node);
            return;
        }

        Write('(');
        Write(node);
        Write(')');
    }

    private void Write(Node node)
    {
        switch (node)
        {
            case NameNode name:
                WriteName(name);
                break;
            case MemberNode member:
                Write(member.Target, Prec.Primary);
                Write(member.Op);
                Write(member.Name);
                break;
            case BinaryNode binary:
                WriteBinary(binary);
                break;
            case CallNode call:
                Write(call.Callee, Prec.Primary);
                WriteArguments(call.Arguments);
                break;
            case CastNode cast:
                WriteCast(cast);
                break;
            case UnaryNode unary:
                Write(unary.Op);
                // "- -x" is not "--x", and "& &x" not "&&x".
                WriteOperand(unary.Operand, unary.Op is "&" or "-" or "+" ? unary.Op : "");
                break;
            case PostfixNode postfix:
                Write(postfix.Operand, Prec.Primary);
                Write(postfix.Op);
                break;
            case AssignmentNode assignment:
                Write(assignment.Left, Prec.Unary);
                WriteSpaced(assignment.Op);
                Write(assignment.Right);
                break;
            case ConditionalNode conditional:
                Write(conditional.Condition, Prec.OrElse);
                WriteSpaced("?");
                Write(conditional.WhenTrue, Prec.Conditional);
                WriteSpaced(":");
                Write(conditional.WhenFalse, Prec.Conditional);
                break;
            case IndexNode element:
                Write(element.Target, Prec.Primary);
                Write('[');
                Write(element.Index);
                Write(']');
                break;
            default:
                WriteOther(node);
                break;
        }
    }

    private void WriteOther(Node node)
    {
        switch (node)
        {
            case IntegerNode integer:
                Write(integer.Digits);
                Write(integer.Suffix);
                break;
            case RealNode real:
                Write(real.Digits);
                Write(real.Suffix);
                break;
            case CharacterNode character:
                Write(character.Spelling);
                break;
            case Utf8Node text:
                Write('"');
                Write(StringText.Escape(text.Value));
                Write("\"u8");
                break;
            case BooleanNode { Value: var value }:
                Write(value ? "true" : "false");
                break;
            case NullNode:
                Write("null");
                break;
            case DefaultNode:
                Write("default");
                break;
            case CollectionNode collection:
                Write('[');
                WriteList(collection.Elements);
                Write(']');
                break;
            case ParenNode paren:
                Write('(');
                Write(paren.Inner);
                Write(')');
                break;
            case NothingNode:
                break;
            default:
                WriteKeyword(node);
                break;
        }
    }

    /// <summary>What begins with a keyword.</summary>
    private void WriteKeyword(Node node)
    {
        switch (node)
        {
            case NewNode made:
                Write("new ");
                Write(made.Type.Text);
                WriteArguments(made.Arguments);
                break;
            case ByReferenceNode reference:
                Write(reference.Keyword);
                Write(' ');
                Write(reference.Operand);
                break;
            case OutDeclarationNode made:
                Write("out ");
                Write(made.Type.Text);
                Write(' ');
                Write(made.Name);
                break;
            case StackAllocationNode room:
                Write("stackalloc ");
                Write(room.Element.Text);
                Write('[');
                Write(room.Count);
                Write(']');
                break;
            case SizeOfNode size:
                Write("sizeof(");
                Write(size.Type.Text);
                Write(')');
                break;
            case UncheckedNode { Operand: var operand }:
                Write("unchecked(");
                Write(operand);
                Write(')');
                break;
            default:
                throw new InvalidOperationException(node.GetType().Name);
        }
    }

    private void WriteName(NameNode name)
    {
        Write(name.Name);
        if (name.TypeArgument != null)
        {
            Write('<');
            Write(name.TypeArgument.Text);
            Write('>');
        }
    }

    private void WriteSpaced(string op)
    {
        Write(' ');
        Write(op);
        Write(' ');
    }

    private void WriteBinary(BinaryNode binary)
    {
        // "a < b > (c)" would be a call of a generic method.
        bool isChained = binary.Prec == Prec.Relational && binary.Left.Prec == Prec.Relational;
        Write(binary.Left, isChained ? Prec.Shift : Clear(binary.Left, binary.Prec, binary.Prec));
        WriteSpaced(binary.Op);
        Write(binary.Right, Clear(binary.Right, binary.Prec, binary.Prec + 1));
    }

    /// <summary>Bits mixed with arithmetic, and one operator on bits with another, are put in parentheses though the
    /// rules need none: nobody remembers them (clang warns of the same mixtures).</summary>
    private static Prec Clear(Node operand, Prec operation, Prec needed)
    {
        bool isBits = operation is Prec.Or or Prec.Xor or Prec.And or Prec.Shift;
        bool isMixed = operand.Prec is Prec.Additive or Prec.Shift or Prec.Xor or Prec.And && operand.Prec != operation;
        return isBits && isMixed ? Prec.Multiplicative : needed;
    }

    private void WriteCast(CastNode cast)
    {
        Write('(');
        Write(cast.Type.Text);
        Write(')');
        // "(T)-x" would parse as a subtraction when T is a name, and "(T)[x]" as an element of it (C# specification,
        // 12.9.7 "Cast expressions").
        bool isName = !cast.Type.IsPointer && !cast.Type.IsKeyword;
        WriteOperand(
            cast.Operand,
            !isName ? ""
                : cast.Type.Text.EndsWith('>') ? "-+&*"
                : "-+&*["
        );
    }

    /// <summary>An operand of an operator in front, in parentheses also when it begins with one of the characters that
    /// would run into the operator.</summary>
    private void WriteOperand(Node operand, string runsInto)
    {
        int start = _length;
        Write(operand, Prec.Unary);
        if (_length > start && runsInto.Contains(_text[start]))
        {
            Reserve(2);
            Array.Copy(_text, start, _text, start + 1, _length - start);
            _text[start] = '(';
            _length++;
            Write(')');
        }
    }

    private void WriteArguments(NodeList<Node> arguments)
    {
        Write('(');
        int start = _length;
        WriteList(arguments);
        if (arguments.Count > 1 && LooksGeneric().IsMatch(_text.AsSpan(start, _length - start)))
        {
            _length = start;
            WriteUnambiguous(arguments);
        }

        Write(')');
    }

    private void WriteList(NodeList<Node> nodes)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            if (i > 0)
            {
                Write(", ");
            }

            Write(nodes[i]);
        }
    }

    /// <summary><c>f(a &lt; b, c > (d))</c> would be a call of the generic method a (C# specification, 6.2.5
    /// "Grammar ambiguities").</summary>
    private void WriteUnambiguous(NodeList<Node> arguments)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            if (i > 0)
            {
                Write(", ");
            }

            bool isGreater = arguments[i].Has(n => n is BinaryNode { Op: ">" });
            Write(isGreater ? new ParenNode(arguments[i]) : arguments[i]);
        }
    }

    [GeneratedRegex(@"\w < [\w.*]+(, [\w.*]+)+ > [(&]")]
    private static partial Regex LooksGeneric();
}
