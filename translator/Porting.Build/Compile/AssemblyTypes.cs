using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Porting.Build.Compile;

/// <summary>Simple names of an assembly's types by the names that ilc gives them in debug information: assembly, namespace and name, every character that is none of an identifier's turned into '_'.</summary>
public static class AssemblyTypes
{
    public static IReadOnlyDictionary<string, string> SimpleNames(byte[] assembly)
    {
        using PEReader image = new(new MemoryStream(assembly));
        MetadataReader metadata = image.GetMetadataReader();
        string prefix = metadata.GetString(metadata.GetAssemblyDefinition().Name);
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
        {
            TypeDefinition type = metadata.GetTypeDefinition(handle);
            string space = metadata.GetString(type.Namespace);
            string name = metadata.GetString(type.Name);
            string full = space.Length == 0 ? $"{prefix}.{name}" : $"{prefix}.{space}.{name}";
            names[string.Concat(full.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'))] = name;
        }

        return names;
    }
}
