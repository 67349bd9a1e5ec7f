using Porting.Backend.Il;
using Porting.Backend.Types;

namespace Porting.Backend.Debug;

/// <summary>Types as the debugger shows them: C's names for what C# spells.</summary>
internal sealed class DebugTypes(ModuleDebug module, Layouts layouts)
{
    private readonly Dictionary<string, int?> _known = [];

    /// <returns>null for void.</returns>
    public int? Of(IlType type)
    {
        if (_known.TryGetValue(type.Key, out int? known))
        {
            return known;
        }

        switch (type)
        {
            case PrimitiveType { Kind: Primitive.Void }:
                return _known[type.Key] = null;
            case PointerType pointer:
                int id = Reserve(type);
                module.Set(
                    id,
                    $"!DIDerivedType(tag: DW_TAG_pointer_type, baseType: {Node(Of(pointer.Element))}, size: {layouts.Target.PointerSize * 8})"
                );
                return id;
            case FunctionPointerType function:
                int made = Reserve(type);
                module.Set(
                    made,
                    $"!DIDerivedType(tag: DW_TAG_pointer_type, baseType: !{Function(function.Signature)}, size: {layouts.Target.PointerSize * 8})"
                );
                return made;
            case NamedType { Definition: { IsValueType: true, IsEnum: false } } named:
                return Struct(named);
            default:
                return _known[type.Key] = Basic(layouts.Of(type));
        }
    }

    private int Reserve(IlType type)
    {
        int id = module.Add("");
        _known[type.Key] = id;
        return id;
    }

    private static string Node(int? id) => id is { } number ? $"!{number}" : "null";

    public int Function(IlSignature signature)
    {
        IEnumerable<string> types = signature.Parameters.Prepend(signature.Result).Select(t => Node(Closed(t)));
        int list = module.Add($"!{{{string.Join(", ", types)}}}");
        return module.Add($"!DISubroutineType(types: !{list})");
    }

    /// <summary>A type parameter has no type before it is known.</summary>
    private int? Closed(IlType type) => type.Key.Contains('!', StringComparison.Ordinal) ? null : Of(type);

    private int Basic(Storage storage)
    {
        (string name, string encoding) = storage.Type.Key switch
        {
            "Boolean" => ("_Bool", "DW_ATE_boolean"),
            "SByte" => ("char", "DW_ATE_signed_char"),
            "Byte" => ("unsigned char", "DW_ATE_unsigned_char"),
            "Int16" => ("short", "DW_ATE_signed"),
            "UInt16" or "Char" => ("unsigned short", "DW_ATE_unsigned"),
            "UInt32" or "UIntPtr" => ("unsigned int", "DW_ATE_unsigned"),
            "Int64" => ("long long", "DW_ATE_signed"),
            "UInt64" => ("unsigned long long", "DW_ATE_unsigned"),
            "Single" => ("float", "DW_ATE_float"),
            "Double" => ("double", "DW_ATE_float"),
            _ => ("int", "DW_ATE_signed"),
        };
        return module.Add($"!DIBasicType(name: \"{name}\", size: {storage.Size * 8}, encoding: {encoding})");
    }

    private int Struct(NamedType type)
    {
        Storage storage = layouts.Of(type);
        if (type.Key == "Porting.long_double")
        {
            int number = Reserve(type);
            module.Set(number, "!DIBasicType(name: \"long double\", size: 96, encoding: DW_ATE_float)");
            return number;
        }

        int id = Reserve(type);
        IlContext context = IlContext.Of(type);
        List<string> members = [];
        foreach (IlField field in type.Definition.InstanceFields)
        {
            IlType closed = context.Close(field.Type);
            int member = module.Add(
                $"!DIDerivedType(tag: DW_TAG_member, name: \"{Llvm.IrText.Escape(field.Name)}\", scope: !{id}, baseType: {Node(Member(closed))}, size: {layouts.Of(closed).Size * 8}, offset: {layouts.OffsetOf(type, field.Name) * 8})"
            );
            members.Add($"!{member}");
        }

        int list = module.Add($"!{{{string.Join(", ", members)}}}");
        module.Set(
            id,
            $"distinct !DICompositeType(tag: DW_TAG_structure_type, name: \"{Llvm.IrText.Escape(type.Definition.Name)}\", size: {storage.Size * 8}, elements: !{list})"
        );
        return id;
    }

    /// <summary>A fixed buffer, and an inline array, is an array.</summary>
    private int? Member(IlType type)
    {
        if (type is not NamedType { Definition: { } definition } named)
        {
            return Of(type);
        }

        bool isBuffer = definition.Name.Contains("e__FixedBuffer", StringComparison.Ordinal);
        if (!isBuffer && definition.InlineLength == 0)
        {
            return Of(type);
        }

        return Array(IlContext.Of(named).Close(definition.InstanceFields.First().Type), layouts.Of(type).Size);
    }

    /// <summary>Of so many bytes.</summary>
    public int Array(IlType element, int size)
    {
        int range = module.Add($"!DISubrange(count: {size / layouts.Of(element).Size})");
        int list = module.Add($"!{{!{range}}}");
        return module.Add(
            $"!DICompositeType(tag: DW_TAG_array_type, baseType: {Node(Of(element))}, size: {size * 8}, elements: !{list})"
        );
    }
}
