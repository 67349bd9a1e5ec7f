using Porting.Clang.Ast;
using Porting.Translator.Names;

namespace Porting.Translator.Emit;

/// <summary>A field of the C# struct: real memory at a byte offset.</summary>
internal sealed record Storage(long Offset, long Size, long Align, string Declaration, string CFile, int CLine)
{
    /// <summary>The member that it is, and whose comments it has; null for a unit of bit-fields.</summary>
    public FieldDecl? Field { get; init; }
}

/// <summary>What reaches a member that is no field of the C# struct.</summary>
/// <param name="Field">A bit-field, whose comments it has; null where the storage has them.</param>
/// <param name="Unit">Declaration of the storage that it stands behind; null for one at the end.</param>
internal sealed record MemberProperty(string Text, FieldDecl? Field = null, string? Unit = null);

/// <summary>The fields of the C# struct for a struct of C, and the properties that reach what is no field.</summary>
internal sealed class RecordStorage
{
    private readonly ProgramNames _names;
    private readonly RecordDecl _record;
    private readonly List<Storage> _storage = [];
    private readonly List<MemberProperty> _properties = [];

    public RecordStorage(ProgramNames names, RecordDecl record)
    {
        (_names, _record) = (names, record);
        foreach (FieldDecl field in _record.Fields)
        {
            AddField(field, 0);
        }

        bool isFlat = _record.Fields.Any(f => f is { IsAnonymous: true, IsBitField: false });
        HasOffsets = _record.IsUnion || isFlat || !IsSequential();
    }

    public IReadOnlyList<Storage> Fields => _storage;

    public IReadOnlyList<MemberProperty> Properties => _properties;

    /// <summary>C#'s own layout would be another one than clang's.</summary>
    public bool HasOffsets { get; }

    /// <summary>The attribute of the struct.</summary>
    public string Layout =>
        HasOffsets
            ? $"[StructLayout(LayoutKind.Explicit, {(_record.Align < 4 ? $"Pack = {Math.Max(1, _record.Align)}, " : "")}Size = {Math.Max(1, _record.Size)})]"
            : $"[StructLayout(LayoutKind.Sequential, Pack = {Pack}{SizeSuffix})]";

    /// <summary>An anonymous member's own members stand in its place, as C sees them; <paramref name="start"/> is where
    /// it begins, in bits.</summary>
    private void AddField(FieldDecl field, long start)
    {
        if (field is { IsAnonymous: true, IsBitField: false } && field.Type.Canonical is RecordType inner)
        {
            foreach (FieldDecl member in inner.Decl.Fields)
            {
                AddField(member, start + field.BitOffset);
            }

            return;
        }

        string name = _names.Field(field);
        long offset = (start + field.BitOffset) / 8;
        switch (_names.Shape(field))
        {
            case FieldShape.BitField:
                AddBitField(field, start);
                break;
            case FieldShape.FixedBuffer:
                string element = _names.Canonical(field.Type)[..^1];
                long elementSize = Innermost(field.Type).Size;
                _storage.Add(
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
                AddArray(field, name, offset);
                break;
            default:
                string type = _names.Type(field.Type);
                _storage.Add(
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
    private void AddArray(FieldDecl field, string name, long offset)
    {
        string pointer = _names.Canonical(field.Type) + (field.Type.Canonical is RecordType ? "*" : "");
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
            _storage.Add(
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
        _properties.Add(new MemberProperty(text, size > 0 ? null : field));
    }

    /// <summary>The unit that clang would read: the declared type's, at its alignment, unless the field crosses it
    /// (packed); then bytes.</summary>
    private void AddBitField(FieldDecl field, long recordStart)
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
        if (first + field.BitWidth > start + unitBits || start / 8 + unitBits / 8 > Math.Max(_record.Size, 1))
        {
            start = first / 8 * 8;
            unitBits =
                first + field.BitWidth - start <= 8 ? 8
                : first + field.BitWidth - start <= 16 ? 16
                : first + field.BitWidth - start <= 32 ? 32
                : 64;
        }

        if (start / 8 + unitBits / 8 > Math.Max(_record.Size, 1) || first + field.BitWidth > start + 64)
        {
            AddScatteredBits(field, start / 8, first + field.BitWidth);
            return;
        }

        AddUnit(field, start / 8, unitBits, (int)(first - start));
    }

    /// <summary>A unit of bit-fields, unless another one has added it, and a field's property over it.</summary>
    private void AddUnit(FieldDecl field, long offset, long unitBits, int shift)
    {
        string unit = unitBits switch
        {
            8 => "byte",
            16 => "ushort",
            32 => "uint",
            _ => "ulong",
        };
        string name = $"_bits{offset}";
        if (
            _storage.Any(s =>
                s.Offset == offset
                && s.Declaration.EndsWith($" {name};", StringComparison.Ordinal)
                && s.Size != unitBits / 8
            )
        )
        {
            name += $"_{unitBits}"; // two fields that clang reads in units of different sizes
        }

        string declaration = $"private {unit} {name};";
        AddUnit(
            new Storage(
                offset,
                unitBits / 8,
                Math.Min(unitBits / 8, 4),
                declaration,
                field.File.Path,
                field.Span.StartLine
            )
        );
        _properties.Add(
            new MemberProperty(BitFields.Property(_names, field, unit, name, shift, unitBits), field, declaration)
        );
    }

    /// <summary>A field in a packed record that no unit of memory inside the record holds, or none at all, as it lies in
    /// nine bytes: put together from its bytes.</summary>
    private void AddScatteredBits(FieldDecl field, long offset, long end)
    {
        int count = (int)((end + 7) / 8 - offset);
        string raw = $"_raw{offset}_{count}";
        string[] bytes = [.. Enumerable.Range(0, count).Select(i => $"_byte{offset + i}")];
        foreach ((string name, int i) in bytes.Select((b, i) => (b, i)))
        {
            AddUnit(new Storage(offset + i, 1, 1, $"private byte {name};", field.File.Path, field.Span.StartLine));
        }

        int shift = (int)(end - field.BitWidth - offset * 8);
        if (count > 8)
        {
            raw += $"_{shift}";
        }

        (string get, string set) = count > 8 ? BitFields.NineBytes(bytes, shift) : BitFields.UpToEightBytes(bytes);
        string property = $"private ulong {raw} {{ readonly get => {get}; set {{ {set}}} }}";
        if (_properties.All(p => p.Text != property))
        {
            _properties.Add(new MemberProperty(property));
        }

        _properties.Add(
            new MemberProperty(BitFields.Property(_names, field, "ulong", raw, count > 8 ? 0 : shift, 64), field)
        );
    }

    private void AddUnit(Storage unit)
    {
        if (!_storage.Any(s => s.Declaration == unit.Declaration))
        {
            _storage.Add(unit);
        }
    }

    private int Pack =>
        _record.Align <= 1 ? 1
        : Math.Min(_record.Align, 4) is var pack && _storage.Count > 0 ? pack
        : 4;

    private string SizeSuffix =>
        _storage.Count == 0 ? $", Size = {Math.Max(1, _record.Size)}"
        : EndOf(Pack) == _record.Size ? ""
        : $", Size = {_record.Size}";

    /// <summary>Whether sequential layout puts every storage field where clang has it.</summary>
    private bool IsSequential()
    {
        int pack = Pack;
        long offset = 0;
        foreach (Storage field in _storage)
        {
            long align = Math.Min(field.Align, pack);
            offset = (offset + align - 1) / align * align;
            if (offset != field.Offset)
            {
                return false;
            }

            offset += field.Size;
        }

        return EndOf(pack) <= _record.Size;
    }

    private long EndOf(int pack)
    {
        long align = _storage.Count == 0 ? 1 : _storage.Max(s => Math.Min(s.Align, pack));
        long end = _storage.Count == 0 ? 0 : _storage[^1].Offset + _storage[^1].Size;
        return (end + align - 1) / align * align;
    }
}
