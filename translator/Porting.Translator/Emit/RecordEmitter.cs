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

    /// <summary>A field of the C# struct: real memory at a byte offset.</summary>
    private sealed record Storage(long Offset, long Size, long Align, string Declaration, string CFile, int CLine)
    {
        /// <summary>The member that it is, and whose comments it has; null for a unit of bit-fields.</summary>
        public FieldDecl? Field { get; init; }
    }

    /// <summary>What reaches a member that is no field of the C# struct.</summary>
    /// <param name="Field">A bit-field, whose comments it has; null where the storage has them.</param>
    /// <param name="Unit">Declaration of the storage that it stands behind; null for one at the end.</param>
    private sealed record Property(string Text, FieldDecl? Field = null, string? Unit = null);

    /// <param name="record">A complete struct or union.</param>
    /// <param name="comments">Comments between its braces.</param>
    public void Write(RecordDecl record, IReadOnlyList<Comment> comments)
    {
        List<Storage> storage = [];
        List<Property> properties = [];
        foreach (FieldDecl field in record.Fields)
        {
            AddField(record, field, 0, storage, properties);
        }

        bool isFlat = record.Fields.Any(f => f is { IsAnonymous: true, IsBitField: false });
        bool isSequential = !record.IsUnion && !isFlat && IsSequential(record, storage, out int pack);
        string layout = isSequential
            ? $"[StructLayout(LayoutKind.Sequential, Pack = {PackOf(record, storage)}{SizeSuffix(record, storage)})]"
            : $"[StructLayout(LayoutKind.Explicit, {(record.Align < 4 ? $"Pack = {Math.Max(1, record.Align)}, " : "")}Size = {Math.Max(1, record.Size)})]";
        output.Line(layout);
        output.Open($"internal unsafe partial struct {names.Record(record)}", record.File.Path, record.Span.StartLine);
        Dictionary<FieldDecl, Said> said = SaidOf(record, comments, out IReadOnlyList<Comment> rest);
        foreach (Storage field in storage)
        {
            string offset = isSequential ? "" : $"[FieldOffset({field.Offset})] ";
            WriteMember(offset + field.Declaration, field.CFile, field.CLine, field.Field, said);
            WriteProperties(properties.Where(p => p.Unit == field.Declaration), said);
        }

        WriteProperties(properties.Where(p => p.Unit == null), said);

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
        if (about?.Behind is { } behind)
        {
            output.Trail(FunctionLowering.Dedent(behind.Text));
        }
    }

    private void WriteProperties(IEnumerable<Property> properties, Dictionary<FieldDecl, Said> said)
    {
        foreach (Property property in properties)
        {
            FieldDecl? field = property.Field;
            WriteMember(property.Text, field?.File.Path ?? "", field?.Span.StartLine ?? 0, field, said);
        }
    }

    private void WriteComments(IEnumerable<Comment> comments)
    {
        foreach (Comment comment in comments)
        {
            output.Lines(FunctionLowering.Dedent(comment.Text));
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

    /// <summary>An anonymous member's own members stand in its place, as C sees them; <paramref name="start"/> is where
    /// it begins, in bits.</summary>
    private void AddField(
        RecordDecl record,
        FieldDecl field,
        long start,
        List<Storage> storage,
        List<Property> properties
    )
    {
        if (field is { IsAnonymous: true, IsBitField: false } && field.Type.Canonical is RecordType inner)
        {
            foreach (FieldDecl member in inner.Decl.Fields)
            {
                AddField(record, member, start + field.BitOffset, storage, properties);
            }

            return;
        }

        string name = names.Field(field);
        long offset = (start + field.BitOffset) / 8;
        switch (names.Shape(field))
        {
            case FieldShape.BitField:
                AddBitField(record, field, start, storage, properties);
                break;
            case FieldShape.FixedBuffer:
                string element = names.Canonical(field.Type)[..^1];
                long elementSize = Innermost(field.Type).Size;
                storage.Add(
                    new Storage(
                        offset,
                        field.Type.Canonical.Size,
                        elementSize,
                        $"public fixed {element} {name}[{field.Type.Canonical.Size / elementSize}];",
                        field.File.Path,
                        field.Span.StartLine
                    )
                    {
                        Field = field,
                    }
                );
                break;
            case FieldShape.ArrayProperty:
                AddArray(field, name, offset, storage, properties);
                break;
            default:
                string type = names.Type(field.Type);
                storage.Add(
                    new Storage(
                        offset,
                        field.Type.Canonical.Size,
                        field.Type.Canonical.Align,
                        $"public {type} {name};",
                        field.File.Path,
                        field.Span.StartLine
                    )
                    {
                        Field = field,
                    }
                );
                break;
        }
    }

    private static CType Innermost(CType type) =>
        type.Canonical is ArrayType array ? Innermost(array.Element) : type.Canonical;

    /// <summary>An array whose elements C# cannot hold in a fixed buffer: bytes of storage, reached through a typed
    /// pointer. A flexible or empty array has no storage.</summary>
    private void AddArray(FieldDecl field, string name, long offset, List<Storage> storage, List<Property> properties)
    {
        string pointer = names.Canonical(field.Type) + (field.Type.Canonical is RecordType ? "*" : "");
        long size = Math.Max(0, field.Type.Canonical.Size);
        if (size > 0)
        {
            int unit =
                Innermost(field.Type).Align >= 4 ? 4
                : Innermost(field.Type).Align >= 2 ? 2
                : 1;
            string word =
                unit == 4 ? "uint"
                : unit == 2 ? "ushort"
                : "byte";
            storage.Add(
                new Storage(
                    offset,
                    size,
                    unit,
                    $"private fixed {word} _{name.TrimStart('@')}[{size / unit}];",
                    field.File.Path,
                    field.Span.StartLine
                )
                {
                    Field = field,
                }
            );
        }

        // Not by the storage's name: the compiler would ask whether there is an object first.
        string text = $"public {pointer} {name} => ({pointer})((byte*)Unsafe.AsPointer(ref this) + {offset});";
        properties.Add(new Property(text, size > 0 ? null : field));
    }

    /// <summary>The unit that clang would read: the declared type's, at its alignment, unless the field crosses it
    /// (packed); then bytes.</summary>
    private void AddBitField(
        RecordDecl record,
        FieldDecl field,
        long recordStart,
        List<Storage> storage,
        List<Property> properties
    )
    {
        if (field.BitWidth > 64)
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT3001",
                    field.Span.Location,
                    "a bit-field of more than 64 bits is not supported"
                )
            );
        }

        long unitBits = Math.Min(64, field.Type.Canonical.Size * 8);
        long first = recordStart + field.BitOffset;
        long start = first / unitBits * unitBits;
        if (first + field.BitWidth > start + unitBits || start / 8 + unitBits / 8 > Math.Max(record.Size, 1))
        {
            start = first / 8 * 8;
            unitBits =
                first + field.BitWidth - start <= 8 ? 8
                : first + field.BitWidth - start <= 16 ? 16
                : first + field.BitWidth - start <= 32 ? 32
                : 64;
        }

        if (start / 8 + unitBits / 8 > Math.Max(record.Size, 1) || first + field.BitWidth > start + 64)
        {
            AddScatteredBits(field, start / 8, first + field.BitWidth, storage, properties);
            return;
        }

        string unit = unitBits switch
        {
            8 => "byte",
            16 => "ushort",
            32 => "uint",
            _ => "ulong",
        };
        string name = $"_bits{start / 8}";
        if (
            storage.Any(s =>
                s.Offset == start / 8
                && s.Declaration.EndsWith($" {name};", StringComparison.Ordinal)
                && s.Size != unitBits / 8
            )
        )
        {
            name += $"_{unitBits}"; // two fields that clang reads in units of different sizes
        }

        string declaration = $"private {unit} {name};";
        AddUnit(
            storage,
            new Storage(
                start / 8,
                unitBits / 8,
                Math.Min(unitBits / 8, 4),
                declaration,
                field.File.Path,
                field.Span.StartLine
            )
        );
        int shift = (int)(first - start);
        properties.Add(new Property(BitProperty(field, unit, name, shift, unitBits), field, declaration));
    }

    /// <summary>A field in a packed record that no unit of memory inside the record holds, or none at all, as it lies in
    /// nine bytes: put together from its bytes.</summary>
    private void AddScatteredBits(
        FieldDecl field,
        long offset,
        long end,
        List<Storage> storage,
        List<Property> properties
    )
    {
        int count = (int)((end + 7) / 8 - offset);
        string raw = $"_raw{offset}_{count}";
        string[] bytes = [.. Enumerable.Range(0, count).Select(i => $"_byte{offset + i}")];
        foreach ((string name, int i) in bytes.Select((b, i) => (b, i)))
        {
            AddUnit(
                storage,
                new Storage(offset + i, 1, 1, $"private byte {name};", field.File.Path, field.Span.StartLine)
            );
        }

        int shift = (int)(end - field.BitWidth - offset * 8);
        if (count > 8)
        {
            raw += $"_{shift}";
        }

        (string get, string set) = count > 8 ? NineBytes(bytes, shift) : UpToEightBytes(bytes);
        string property = $"private ulong {raw} {{ readonly get => {get}; set {{ {set}}} }}";
        if (properties.All(p => p.Text != property))
        {
            properties.Add(new Property(property));
        }

        properties.Add(new Property(BitProperty(field, "ulong", raw, count > 8 ? 0 : shift, 64), field));
    }

    private static (string Get, string Set) UpToEightBytes(string[] bytes) =>
        (
            string.Join(" | ", bytes.Select((b, i) => i == 0 ? $"(ulong){b}" : $"((ulong){b} << {8 * i})")),
            string.Concat(bytes.Select((b, i) => $"{b} = (byte){(i == 0 ? "value" : $"(value >> {8 * i})")}; "))
        );

    /// <summary>The 64 bits from a bit of the first byte on.</summary>
    private static (string Get, string Set) NineBytes(string[] bytes, int shift)
    {
        int below = (1 << shift) - 1;
        string Part(string b, int i) =>
            i == 0 ? $"({b} & {below}) | (byte)(value << {shift})"
            : i == 8 ? $"({b} & {~below & 0xff}) | (byte)(value >> {64 - shift})"
            : $"value >> {8 * i - shift}";
        return (
            string.Join(
                " | ",
                bytes.Select((b, i) => i == 0 ? $"((ulong){b} >> {shift})" : $"((ulong){b} << {8 * i - shift})")
            ),
            string.Concat(bytes.Select((b, i) => $"{b} = (byte)({Part(b, i)}); "))
        );
    }

    private static void AddUnit(List<Storage> storage, Storage unit)
    {
        if (!storage.Any(s => s.Declaration == unit.Declaration))
        {
            storage.Add(unit);
        }
    }

    private string BitProperty(FieldDecl field, string unit, string storage, int shift, long unitBits)
    {
        string type = names.Type(field.Type);
        string canonical = names.Canonical(field.Type);
        string wide = unitBits == 64 ? "ulong" : "uint";
        string mask =
            unitBits == 64
                ? $"0x{(field.BitWidth == 64 ? ulong.MaxValue : (1UL << field.BitWidth) - 1):x}UL"
                : $"0x{(field.BitWidth == 32 ? uint.MaxValue : (1u << field.BitWidth) - 1):x}u";
        string read = unitBits < 32 && shift > 0 ? $"(uint){storage}" : storage;
        string raw = shift == 0 ? $"{storage} & {mask}" : $"({read} >> {shift}) & {mask}";
        bool isSigned =
            canonical is "sbyte" or "short" or "int" or "long"
            || canonical.StartsWith("_BitInt", StringComparison.Ordinal);
        int extend = (unitBits == 64 ? 64 : 32) - field.BitWidth;
        string signed = unitBits == 64 ? "long" : "int";
        string extended = $"({signed})(({raw}) << {extend}) >> {extend}";
        string get =
            canonical == "bool" ? $"({raw}) != 0"
            : isSigned
                ? canonical == signed ? extended
                    : $"({type})({extended})"
            : canonical == wide ? raw
            : $"({type})({raw})";
        string value =
            canonical == "bool" ? "(value ? 1u : 0u)"
            : canonical == wide ? "value"
            : $"({wide})value";
        string moved = shift == 0 ? $"({value} & {mask})" : $"(({value} & {mask}) << {shift})";
        string kept = shift == 0 ? $"({storage} & ~{mask})" : $"({storage} & ~({mask} << {shift}))";
        string set = unit == wide ? $"{storage} = {kept} | {moved}" : $"{storage} = ({unit})({kept} | {moved})";
        return $"public {type} {names.Field(field)} {{ readonly get => {get}; set => {set}; }}";
    }

    private static int PackOf(RecordDecl record, List<Storage> storage) =>
        record.Align <= 1 ? 1
        : Math.Min(record.Align, 4) is int pack && storage.Count > 0 ? pack
        : 4;

    private static string SizeSuffix(RecordDecl record, List<Storage> storage) =>
        storage.Count == 0 ? $", Size = {Math.Max(1, record.Size)}"
        : EndOf(storage, PackOf(record, storage)) == record.Size ? ""
        : $", Size = {record.Size}";

    /// <summary>Whether sequential layout puts every storage field where clang has it.</summary>
    private static bool IsSequential(RecordDecl record, List<Storage> storage, out int pack)
    {
        pack = PackOf(record, storage);
        long offset = 0;
        foreach (Storage field in storage)
        {
            long align = Math.Min(field.Align, pack);
            offset = (offset + align - 1) / align * align;
            if (offset != field.Offset)
            {
                return false;
            }

            offset += field.Size;
        }

        return EndOf(storage, pack) <= record.Size;
    }

    private static long EndOf(List<Storage> storage, int pack)
    {
        long align = storage.Count == 0 ? 1 : storage.Max(s => Math.Min(s.Align, pack));
        long end = storage.Count == 0 ? 0 : storage[^1].Offset + storage[^1].Size;
        return (end + align - 1) / align * align;
    }
}
