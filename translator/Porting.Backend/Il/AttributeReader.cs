using System.Reflection.Metadata;

namespace Porting.Backend.Il;

/// <summary>Custom attributes of a few kinds: with strings, numbers and truth values.</summary>
internal sealed class AttributeReader(MetadataReader metadata) : ICustomAttributeTypeProvider<PrimitiveTypeCode>
{
    internal sealed class Values(CustomAttributeValue<PrimitiveTypeCode> value)
    {
        public string Text(int index) => (string?)value.FixedArguments[index].Value ?? "";

        public string? OptionalText(int index) => (string?)value.FixedArguments[index].Value;

        public int Number(int index) => (int)value.FixedArguments[index].Value!;

        public bool Flag(string name) => Named(name) is true;

        private object? Named(string name) =>
            value.NamedArguments.Where(n => n.Name == name).Select(n => n.Value).FirstOrDefault();

        public IlFunction Function() =>
            new(Text(0), Text(1))
            {
                IsStatic = Flag("IsStatic"),
                IsWeak = Flag("IsWeak"),
                IsInlineOnly = Flag("IsInlineOnly"),
                IsVariadic = Flag("IsVariadic"),
                Named = (int?)Named("Named") ?? 0,
                Section = (string?)Named("Section"),
                Visibility = (string?)Named("Visibility"),
                Constructor = (int?)Named("Constructor") ?? -1,
                Destructor = (int?)Named("Destructor") ?? -1,
                Attributes = (string?)Named("Attributes") ?? "",
            };

        public IlAlias Alias() =>
            new(Text(0), Text(1), Flag("IsWeak"), Flag("IsIndirect"), Flag("IsFunction"))
            {
                Visibility = (string?)Named("Visibility"),
            };

        public IlVariable Variable() =>
            new((string?)value.FixedArguments[0].Value)
            {
                IsStatic = Flag("IsStatic"),
                IsExtern = Flag("IsExtern"),
                IsWeak = Flag("IsWeak"),
                IsCommon = Flag("IsCommon"),
                IsConst = Flag("IsConst"),
                IsUsed = Flag("IsUsed"),
                Section = (string?)Named("Section"),
                Visibility = (string?)Named("Visibility"),
                Align = (int?)Named("Align") ?? 0,
                Size = (int?)Named("Size") ?? -1,
            };
    }

    public Values? First(CustomAttributeHandleCollection attributes, string type) =>
        All(attributes, type).FirstOrDefault();

    public IEnumerable<Values> All(CustomAttributeHandleCollection attributes, string type) =>
        attributes
            .Select(metadata.GetCustomAttribute)
            .Where(a => TypeName(a) == type)
            .Select(a => new Values(a.DecodeValue(this)));

    private string TypeName(CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MethodDefinition
            ? metadata.GetString(
                metadata
                    .GetTypeDefinition(
                        metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType()
                    )
                    .Name
            )
        : metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent
            is { Kind: HandleKind.TypeReference } type
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name)
        : "";

    public PrimitiveTypeCode GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode;

    public PrimitiveTypeCode GetSystemType() => PrimitiveTypeCode.Object;

    public bool IsSystemType(PrimitiveTypeCode type) => type == PrimitiveTypeCode.Object;

    public PrimitiveTypeCode GetSZArrayType(PrimitiveTypeCode elementType) => elementType;

    public PrimitiveTypeCode GetTypeFromDefinition(
        MetadataReader reader,
        TypeDefinitionHandle handle,
        byte rawTypeKind
    ) =>
        reader.GetString(reader.GetTypeDefinition(handle).Name) == "Type"
            ? PrimitiveTypeCode.Object
            : PrimitiveTypeCode.Int32;

    public PrimitiveTypeCode GetTypeFromReference(
        MetadataReader reader,
        TypeReferenceHandle handle,
        byte rawTypeKind
    ) =>
        reader.GetString(reader.GetTypeReference(handle).Name) == "Type"
            ? PrimitiveTypeCode.Object
            : PrimitiveTypeCode.Int32;

    public PrimitiveTypeCode GetTypeFromSerializedName(string name) => PrimitiveTypeCode.Int32;

    /// <summary>All enums of attributes are of int.</summary>
    public PrimitiveTypeCode GetUnderlyingEnumType(PrimitiveTypeCode type) => PrimitiveTypeCode.Int32;
}
