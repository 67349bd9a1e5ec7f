using System.Globalization;
using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Lower;
using Porting.Translator.Names;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Translator.Emit;

/// <summary>
/// The initialiser of an object with static storage, in C#: members by name, elements in order, expressions as C has
/// them. Where C begins a line, C# does, so that a changed element is a changed line.
/// <para>Input: the C initialiser and the bytes that clang makes of it. Output: one C# expression, which the back end
/// evaluates to those bytes. What C# cannot say as C does is said by its value.</para>
/// </summary>
internal sealed partial class InitializerWriter(LoweringContext context, string inClass, CommentFeed? comments)
{
    private readonly LineBuilder _out = new();
    private readonly ArrayMembers _members = new(context, inClass);
    private Dictionary<long, DataRelocation> _relocations = [];
    private byte[] _bytes = [];
    private FunctionLowering? _lowering;

    private ProgramNames Names => context.Names;

    /// <summary>The declaration's text up to the expression, the expression, and the semicolon.</summary>
    public LineBuilder Write(string head, VarDecl variable, DataImage image)
    {
        _lowering = FunctionLowering.ForInitializer(context, inClass, variable);
        Use(image);
        _out.Start(variable.Span.StartLine);
        _out.Append(head).Append(" = ");
        Object(variable.Type, variable.Initializer, 0);
        return _out.Append(";");
    }

    private void Use(DataImage image)
    {
        _bytes = image.Bytes;
        _relocations = image.Relocations.ToDictionary(r => (long)r.Offset);
    }

    private static Expr? Strip(Expr? expr)
    {
        while (
            expr
                is ParenExpr
                    or InitListExpr { Elements.Count: 1, Type.Canonical: BuiltinType or PointerType or EnumType }
        )
        {
            expr = expr is ParenExpr paren ? paren.Inner : ((InitListExpr)expr).Elements[0];
        }

        return expr is InitUpdateExpr update ? Overlaid(update.Base, update.Update) : expr;
    }

    /// <summary><c>{ [0] = a, [0].x = 1 }</c>: the base, with what the update says anew.</summary>
    private static Expr Overlaid(Expr under, Expr over)
    {
        if (over is NoInitExpr)
        {
            return under;
        }

        return
            Strip(under) is InitListExpr below
            && over is InitListExpr above
            && above.Type.Canonical is not RecordType { Decl.IsUnion: true }
            ? new InitListExpr(new ExprHead(above.Span, above.Type))
            {
                Fields = above.Fields,
                Elements =
                [
                    .. Enumerable
                        .Range(0, Math.Max(above.Elements.Count, below.Elements.Count))
                        .Select(i =>
                            i >= above.Elements.Count ? below.Elements[i]
                            : i < below.Elements.Count ? Overlaid(below.Elements[i], above.Elements[i])
                            : above.Elements[i]
                        ),
                ],
            }
            : over;
    }

    private void Object(CType type, Expr? initializer, long offset)
    {
        Expr? value = Strip(initializer);
        switch (type.Canonical)
        {
            case ArrayType array:
                WriteArray(array, value, offset, array.Size);
                break;
            case RecordType record when ListOf(value) is { } list:
                WriteRecord(record, list, offset);
                break;
            case RecordType when value is null or ImplicitValueInitExpr or NoInitExpr:
                _out.Append("default");
                break;
            default:
                _out.Append(Scalar(type, value, offset));
                break;
        }
    }

    /// <summary>The list of a struct, or that of a literal it is a copy of.</summary>
    private static InitListExpr? ListOf(Expr? value) =>
        value switch
        {
            InitListExpr list => list,
            CompoundLiteralExpr literal => ListOf(Strip(literal.Initializer)),
            CastExpr { Kind: CastKind.LValueToRValue or CastKind.NoOp } cast => ListOf(Strip(cast.Operand)),
            _ => null,
        };

    // ---- lists: elements stand on the line on which C has them

    private sealed class List(int indent, int line)
    {
        public int Indent => indent;
        public int Line { get; set; } = line;
        public bool IsFirst { get; set; } = true;
        public bool IsBroken { get; set; }
    }

    private List Begin(Expr? list) => new(_out.Indent, list?.Span.StartLine ?? 0);

    private void Next(List list, Expr? element)
    {
        int line = element is null or ImplicitValueInitExpr or NoInitExpr ? 0 : element.Span.StartLine;
        if (!list.IsFirst)
        {
            _out.Append(",");
        }

        if (line > 0 && list.Line > 0 && line != list.Line)
        {
            Break(list, element!, line);
        }
        else if (!list.IsFirst)
        {
            _out.Append(" ");
        }

        list.IsFirst = false;
        list.Line = line > 0 ? Math.Max(line, element!.Span.EndLine) : list.Line;
    }

    private void Break(List list, Expr element, int line)
    {
        _out.Break(line, list.Indent + 1);
        list.IsBroken = true;
        if (comments == null)
        {
            return;
        }

        foreach (Comment comment in comments.Before(element.Span.StartOffset))
        {
            string text = CommentText.Dedent(comment.Text);
            if (comment.Placement == CommentPlacement.Trailing)
            {
                _out.Trail(text);
            }
            else
            {
                _out.Comment(text);
            }
        }
    }

    private void End(List list, Expr? whole, string text)
    {
        if (list.IsBroken)
        {
            _out.Break(whole?.Span.EndLine ?? 0, list.Indent);
            foreach (Comment comment in whole == null || comments == null ? [] : comments.Before(whole.Span.EndOffset))
            {
                _out.Trail(CommentText.Dedent(comment.Text));
            }
        }

        _out.Append(list.IsBroken ? text.TrimStart() : text);
    }

    // ---- structs

    private void WriteRecord(RecordType record, InitListExpr list, long offset)
    {
        List members = Begin(list);
        string before = "new() { ";
        WriteMembers(record.Decl, list, offset, members, ref before);
        if (members.IsFirst)
        {
            _out.Append("default");
        }
        else
        {
            End(members, list, " }");
        }
    }

    private void WriteMembers(RecordDecl record, InitListExpr list, long offset, List members, ref string before)
    {
        IReadOnlyList<FieldDecl> fields =
            !record.IsUnion ? list.Fields
            : list.UnionField is { } member ? [member]
            : [];
        foreach ((FieldDecl field, Expr element) in fields.Zip(list.Elements))
        {
            Expr? value = Strip(element);
            long at = offset + field.BitOffset / 8;
            if (
                value is ImplicitValueInitExpr or NoInitExpr
                || field.Type.Canonical.Size == 0 && field.Type.Canonical is not ArrayType
            )
            {
                continue;
            }

            if (field is { IsAnonymous: true, IsBitField: false, Type.Canonical: RecordType inner })
            {
                if (ListOf(value) is { } innerList)
                {
                    WriteMembers(inner.Decl, innerList, at, members, ref before);
                }

                continue;
            }

            _out.Append(before);
            before = "";
            Next(members, element);
            WriteMember(record, field, value, at);
        }
    }

    private void WriteMember(RecordDecl record, FieldDecl field, Expr? value, long at)
    {
        if (field.IsBitField)
        {
            _out.Append($"{Names.Field(field)} = {BitField(field, value)}");
        }
        else if (field.Type.Canonical is ArrayType array)
        {
            _out.Append($"{_members.SetterOf(record, field)} = ");
            WriteArray(array, value, at, array.Size > 0 ? array.Size : _bytes.Length - at);
        }
        else
        {
            CsType? declared = field.Type.Canonical is PointerType ? Names.FieldType(field) : null;
            bool isOther = declared != null && declared != Names.CSharp(field.Type);
            _out.Append($"{Names.Field(field)} = {(isOther ? $"({declared})(" : "")}");
            Object(field.Type, value, at);
            _out.Append(isOther ? ")" : "");
        }
    }

    private string BitField(FieldDecl field, Expr? value) =>
        (field.Type.Canonical is BuiltinType { Kind: BuiltinKind.Number } ? null : Plain(field.Type, value))
        ?? Number(field.Type, value?.Constant?.Bits ?? (long?)value?.Words?[0] ?? 0, value?.Constant?.Double ?? 0);
}
