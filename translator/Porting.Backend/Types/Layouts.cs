using System.Globalization;
using Porting.Backend.Il;

namespace Porting.Backend.Types;

/// <summary>What IL's evaluation stack tells apart, with pointers kept from integers for the optimiser's alias
/// analysis.</summary>
public enum Kind
{
    I32,
    I64,
    F32,
    F64,
    Ptr,
    Struct,
}

/// <summary>A type as it lies in memory.</summary>
/// <param name="Ir">LLVM's type: a struct is as many bytes.</param>
/// <param name="Kind">What it is on the stack.</param>
/// <param name="Align">What C promises of its address.</param>
/// <param name="FieldAlign">What C# aligns it to in a struct, before the struct's Pack.</param>
public sealed record Storage(string Ir, Kind Kind, int Size, int Align, int FieldAlign, bool IsSigned, IlType Type)
{
    public bool IsStruct => Kind == Kind.Struct;
    public bool IsVoid => Ir == "void";
    public bool IsNarrow => Ir is "i8" or "i16";

    /// <summary>How a narrow argument or result fills its register.</summary>
    public string Extension => IsNarrow ? (IsSigned ? "signext " : "zeroext ") : "";
}

/// <summary>
/// Layout of IL's types (ECMA-335, II.10.7, with what .NET makes of it): fields in order at their natural alignment,
/// capped by Pack, or at explicit offsets. Generated structs carry the Pack and the offsets that give clang's layout,
/// and the build compares the two.
/// </summary>
public sealed class Layouts(Target target)
{
    /// <summary>C# aligns 64-bit fields so on every processor.</summary>
    private const int WideFieldAlign = 8;

    private readonly Dictionary<string, Storage> _known = [];
    private readonly Dictionary<string, Dictionary<string, int>> _offsets = [];

    public Target Target => target;

    public Kind Word => target.PointerSize == 4 ? Kind.I32 : Kind.I64;

    public Storage Of(IlType type)
    {
        if (_known.TryGetValue(type.Key, out Storage? known))
        {
            return known;
        }

        return _known[type.Key] = type switch
        {
            PrimitiveType p => Primitive(p.Kind, type),
            NamedType { Definition.IsEnum: true } e => Of(e.Definition.InstanceFields.First().Type) with
            {
                Type = type,
            },
            NamedType { Definition.IsValueType: true } s => Struct(s),
            ParameterType => throw new NotSupportedException($"an open type parameter: {type.Key}"),
            _ => new Storage("ptr", Kind.Ptr, target.PointerSize, target.PointerSize, target.PointerSize, false, type),
        };
    }

    private Storage Primitive(Primitive kind, IlType type)
    {
        Storage Whole(int size, bool isSigned) =>
            new(
                $"i{size * 8}",
                size == 8 ? Kind.I64 : Kind.I32,
                size,
                size == 8 ? target.WideAlign : size,
                size,
                isSigned,
                type
            );
        return kind switch
        {
            Il.Primitive.Void => new Storage("void", Kind.I32, 0, 1, 1, false, type),
            Il.Primitive.Boolean or Il.Primitive.Byte => Whole(1, false),
            Il.Primitive.SByte => Whole(1, true),
            Il.Primitive.Int16 => Whole(2, true),
            Il.Primitive.UInt16 or Il.Primitive.Char => Whole(2, false),
            Il.Primitive.Int32 => Whole(4, true),
            Il.Primitive.UInt32 => Whole(4, false),
            Il.Primitive.Int64 => Whole(8, true),
            Il.Primitive.UInt64 => Whole(8, false),
            Il.Primitive.IntPtr => Whole(target.PointerSize, true),
            Il.Primitive.UIntPtr => Whole(target.PointerSize, false),
            Il.Primitive.Single => new Storage("float", Kind.F32, 4, 4, 4, true, type),
            Il.Primitive.Double => new Storage("double", Kind.F64, 8, target.WideAlign, WideFieldAlign, true, type),
            _ => new Storage("ptr", Kind.Ptr, target.PointerSize, target.PointerSize, target.PointerSize, false, type),
        };
    }

    private Storage Struct(NamedType type)
    {
        IlTypeDefinition definition = type.Definition;
        IlContext context = IlContext.Of(type);
        Dictionary<string, int> offsets = _offsets[type.Key] = [];
        int pack = definition.Pack > 0 ? definition.Pack : WideFieldAlign;
        int end = 0,
            align = 1;
        foreach (IlField field in definition.InstanceFields)
        {
            Storage storage = Of(context.Close(field.Type));
            int natural = Math.Min(pack, storage.FieldAlign);
            align = Math.Max(align, natural);
            int offset = definition.IsExplicit ? field.Offset : (end + natural - 1) & -natural;
            offsets[field.Name] = offset;
            end = Math.Max(end, offset + storage.Size);
        }

        int size = end * Math.Max(1, definition.InlineLength);
        size = definition.Size > 0 ? Math.Max(definition.Size, size) : (size + align - 1) & -align;
        size = size == 0 ? 1 : size; // as C# has it
        string ir = string.Create(CultureInfo.InvariantCulture, $"[{size} x i8]");
        return new Storage(ir, Kind.Struct, size, Math.Min(align, target.WideAlign), align, false, type);
    }

    /// <summary>The fields of a struct that fills whole words with them, in order; null of another one, as of a union or
    /// one with narrow fields.</summary>
    public IReadOnlyList<(Storage Storage, int Offset)>? PartsOf(IlType type)
    {
        if (type is not NamedType { Definition: { InlineLength: 0, IsEnum: false } definition } named)
        {
            return null;
        }

        List<(Storage Storage, int Offset)> parts = [];
        int end = 0;
        foreach (IlField field in definition.InstanceFields)
        {
            Storage storage = Of(IlContext.Of(type).Close(field.Type));
            int offset = OffsetOf(named, field.Name);
            IReadOnlyList<(Storage, int)>? inner =
                storage.IsStruct ? PartsOf(storage.Type)
                : storage.Size % target.PointerSize == 0 ? [(storage, 0)]
                : null;
            if (inner == null || offset != end)
            {
                return null;
            }

            parts.AddRange(inner.Select(p => (p.Item1, p.Item2 + offset)));
            end = offset + storage.Size;
        }

        return parts;
    }

    public int OffsetOf(IlType owner, string field)
    {
        Of(owner);
        return _offsets[owner.Key][field];
    }

    /// <summary>What is known of the address of a field, given that of its struct.</summary>
    public int AlignOf(IlType owner, int offset) =>
        offset == 0 ? Of(owner).Align : Math.Min(Of(owner).Align, offset & -offset);
}
