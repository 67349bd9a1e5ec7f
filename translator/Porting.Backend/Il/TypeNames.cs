using System.Reflection.Metadata;

namespace Porting.Backend.Il;

/// <summary>Namespaces and names of an assembly's types; a nested one has those around it in front.</summary>
internal sealed class TypeNames(MetadataReader metadata)
{
    private Dictionary<(string Namespace, string Name), TypeDefinitionHandle> Definitions =>
        field ??= metadata.TypeDefinitions.GroupBy(Of).ToDictionary(group => group.Key, group => group.First());

    public (string Namespace, string Name) Of(TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? Within(Of(outer), type.Name)
            : (metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    public (string Namespace, string Name) Of(TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        return type.ResolutionScope is { IsNil: false, Kind: HandleKind.TypeReference } outer
            ? Within(Of((TypeReferenceHandle)outer), type.Name)
            : (metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    public (string Namespace, string Name) OfBase(TypeDefinition type) =>
        type.BaseType switch
        {
            { IsNil: false, Kind: HandleKind.TypeDefinition } own => Of((TypeDefinitionHandle)own),
            { IsNil: false, Kind: HandleKind.TypeReference } other => Of((TypeReferenceHandle)other),
            _ => default,
        };

    public TypeDefinitionHandle? Find((string Namespace, string Name) name) =>
        Definitions.TryGetValue(name, out TypeDefinitionHandle found) ? found : null;

    private (string Namespace, string Name) Within((string Namespace, string Name) outer, StringHandle name) =>
        (outer.Namespace, $"{outer.Name}.{metadata.GetString(name)}");
}
