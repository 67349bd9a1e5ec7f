using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Porting.Build.Compile;

/// <summary>
/// Simple names of an assembly's types and methods by the names that ilc gives them in the object: assembly, namespace
/// and type, every character that is none of an identifier's turned into '_', then two underscores and the method;
/// overloads get a number at the end.
/// </summary>
public sealed class AssemblyNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private AssemblyNames() { }

    public static AssemblyNames Read(byte[] assembly)
    {
        using PEReader image = new(new MemoryStream(assembly));
        MetadataReader metadata = image.GetMetadataReader();
        string prefix = metadata.GetString(metadata.GetAssemblyDefinition().Name);
        AssemblyNames names = new();
        foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
        {
            TypeDefinition type = metadata.GetTypeDefinition(handle);
            string space = metadata.GetString(type.Namespace);
            string name = metadata.GetString(type.Name);
            string full = Mangled(space.Length == 0 ? $"{prefix}.{name}" : $"{prefix}.{space}.{name}");
            names._names[full] = name;
            foreach (MethodDefinitionHandle method in type.GetMethods())
            {
                string simple = metadata.GetString(metadata.GetMethodDefinition(method).Name);
                names._names[full + "__" + Mangled(simple)] = simple;
            }
        }

        return names;
    }

    /// <summary>The simple name; the given one when it is none of this assembly's.</summary>
    public string SimpleName(string name)
    {
        if (_names.TryGetValue(name, out string? known))
        {
            return known;
        }

        int end = name.TrimEnd("0123456789".ToCharArray()).Length;
        bool isOverload = end > 0 && end < name.Length && name[end - 1] == '_';
        return isOverload ? _names.GetValueOrDefault(name[..(end - 1)], name) : name;
    }

    private static string Mangled(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
}
