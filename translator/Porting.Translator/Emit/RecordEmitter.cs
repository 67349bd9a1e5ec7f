using Porting.Clang.Ast;
using Porting.Translator.Lower;
using Porting.Translator.Names;
using Porting.Translator.Text;

namespace Porting.Translator.Emit;

/// <summary>
/// Structs and unions with exactly the layout that clang gives them. Sequential layout is used where C#'s rules
/// (windows-x86: natural alignment, capped by Pack) lead to clang's offsets, explicit offsets elsewhere.
/// <c>unsigned x:3</c> -> a property over the storage unit that holds it; <c>T a[n]</c> of a primitive -> <c>fixed T
/// a[n]</c>, of others -> bytes of storage and a pointer property.
/// </summary>
/// <param name="isChecked">The struct gets <see cref="CheckName"/>, whether it is as clang has it.</param>
internal sealed class RecordEmitter(ProgramNames names, CodeWriter output, bool isChecked = false)
{
    public const string CheckName = "IsAsInC";

    /// <param name="record">A complete struct or union.</param>
    /// <param name="comments">Comments between its braces.</param>
    public void Write(RecordDecl record, IReadOnlyList<Comment> comments)
    {
        RecordStorage storage = new(names, record);
        output.Line(storage.Layout);
        output.Open($"internal unsafe partial struct {names.Record(record)}", record.File.Path, record.Span.StartLine);
        Dictionary<FieldDecl, Said> said = SaidOf(record, comments, out IReadOnlyList<Comment> rest);
        foreach (Storage field in storage.Fields)
        {
            string offset = storage.HasOffsets ? $"[FieldOffset({field.Offset})] " : "";
            WriteMember(offset + field.Declaration, field.CFile, field.CLine, field.Field, said);
            WriteProperties(storage.Properties.Where(p => p.Unit == field.Declaration), said);
        }

        WriteProperties(storage.Properties.Where(p => p.Unit == null), said);

        WriteComments(rest);

        if (isChecked)
        {
            output.Line(Check(record));
        }

        output.Close();
    }

    /// <summary>The comments of a member: above it, and behind it on its line.</summary>
    private sealed record Said(IReadOnlyList<Comment> Above, Comment? Behind);

    private static Dictionary<FieldDecl, Said> SaidOf(
        RecordDecl record,
        IReadOnlyList<Comment> comments,
        out IReadOnlyList<Comment> rest
    )
    {
        FieldDecl[] fields = [.. Members(record).OrderBy(f => f.Span.EndOffset)];
        Dictionary<FieldDecl, Said> said = [];
        CommentFeed feed = new(comments);
        for (int i = 0; i < fields.Length; i++)
        {
            // Members of one declaration all start where it does.
            Span place = fields[i].Span;
            bool isFurther = i > 0 && place.StartOffset < fields[i - 1].Span.EndOffset;
            Comment[] above = [.. feed.Before(isFurther ? place.EndOffset : place.StartOffset)];
            bool isLast = i + 1 == fields.Length || fields[i + 1].Span.EndLine > place.EndLine;
            said[fields[i]] = new Said(above, isLast ? feed.TrailingOn(place.EndLine, place.StartOffset) : null);
        }

        rest = [.. feed.Before(int.MaxValue)];
        return said;
    }

    /// <summary>Those of anonymous members stand in their place.</summary>
    private static IEnumerable<FieldDecl> Members(RecordDecl record) =>
        record.Fields.SelectMany(f =>
            f is { IsAnonymous: true, IsBitField: false } && f.Type.Canonical is RecordType inner
                ? Members(inner.Decl)
                : [f]
        );

    private void WriteMember(string text, string file, int line, FieldDecl? field, Dictionary<FieldDecl, Said> said)
    {
        Said? about = field == null ? null : said.GetValueOrDefault(field);
        WriteComments(about?.Above ?? []);
        output.Line(text, file, line);
        output.Trail(about?.Behind);
    }

    private void WriteProperties(IEnumerable<MemberProperty> properties, Dictionary<FieldDecl, Said> said)
    {
        foreach (MemberProperty property in properties)
        {
            FieldDecl? field = property.Field;
            WriteMember(property.Text, field?.File.Path ?? "", field?.Span.StartLine ?? 0, field, said);
        }
    }

    private void WriteComments(IEnumerable<Comment> comments)
    {
        foreach (Comment comment in comments)
        {
            output.Lines(CommentText.Dedent(comment.Text));
        }
    }

    /// <summary>Size and offsets as clang has them, in one line: <c>sizeof(s) == 8 &amp;&amp; &amp;p->f == (byte*)p +
    /// 4</c>. The compiler folds it to true when all is well.</summary>
    private string Check(RecordDecl record)
    {
        string name = names.Record(record);
        string size = $"sizeof({name}) == {Math.Max(1, record.Size)}";
        string[] offsets =
        [
            .. record
                .Fields.Where(f => !f.IsAnonymous && names.Shape(f) == FieldShape.Plain)
                .Select(f => $"&p->{names.Field(f)} == (byte*)p + {f.BitOffset / 8}"),
        ];
        return offsets.Length == 0
            ? $"internal static bool {CheckName} => {size};"
            : $"internal static bool {CheckName} {{ get {{ {name}* p = ({name}*)Layout.Base; return {string.Join(" && ", offsets.Prepend(size))}; }} }}";
    }
}
