using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Porting.Build.Compile;

/// <summary>
/// The linker symbols that an assembly asks for and offers, read from its metadata. Needed because ilc decorates the
/// names of DllImport methods as windows-x86 does (<c>_foo</c>, <c>_foo@8</c>), and a leading underscore alone does not
/// tell a decorated <c>foo</c> from a C symbol that is really called <c>_foo</c>.
/// </summary>
public sealed class AssemblySymbols
{
    /// <summary>Entry points of DllImport methods: symbols in the C convention.</summary>
    public HashSet<string> Foreign { get; } = new(StringComparer.Ordinal);

    /// <summary>Names in RuntimeImport attributes: never decorated.</summary>
    public HashSet<string> Imports { get; } = new(StringComparer.Ordinal);

    /// <summary>Names in RuntimeExport attributes.</summary>
    public HashSet<string> Exports { get; } = new(StringComparer.Ordinal);

    public static AssemblySymbols Read(byte[] assembly)
    {
        using PEReader image = new(new MemoryStream(assembly));
        MetadataReader metadata = image.GetMetadataReader();
        AssemblySymbols symbols = new();
        foreach (MethodDefinitionHandle handle in metadata.MethodDefinitions)
        {
            MethodDefinition method = metadata.GetMethodDefinition(handle);
            if ((method.Attributes & MethodAttributes.PinvokeImpl) != 0)
            {
                symbols.Foreign.Add(metadata.GetString(method.GetImport().Name));
            }

            foreach (CustomAttributeHandle attribute in method.GetCustomAttributes())
            {
                symbols.AddAttribute(metadata, metadata.GetCustomAttribute(attribute));
            }
        }

        return symbols;
    }

    /// <summary>The symbol that a method stands for.</summary>
    public static string? ImportOf(MetadataReader metadata, MethodDefinition method) =>
        method
            .GetCustomAttributes()
            .Select(metadata.GetCustomAttribute)
            .Where(a => TypeName(metadata, a.Constructor) == "RuntimeImportAttribute")
            .Select(a => LastString(metadata, a, 2))
            .FirstOrDefault();

    private void AddAttribute(MetadataReader metadata, CustomAttribute attribute)
    {
        switch (TypeName(metadata, attribute.Constructor))
        {
            case "RuntimeExportAttribute":
                Exports.Add(LastString(metadata, attribute, 1));
                break;
            case "RuntimeImportAttribute":
                Imports.Add(LastString(metadata, attribute, 2));
                break;
        }
    }

    /// <summary>The attribute classes are in the assembly itself, as everything is.</summary>
    private static string TypeName(MetadataReader metadata, EntityHandle constructor) =>
        constructor.Kind == HandleKind.MethodDefinition
            ? metadata.GetString(
                metadata
                    .GetTypeDefinition(
                        metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType()
                    )
                    .Name
            )
            : "";

    /// <summary>The last of the constructor's string arguments (ECMA-335 II.23.3: prolog 0x0001, then each as a length
    /// and UTF-8).</summary>
    private static string LastString(MetadataReader metadata, CustomAttribute attribute, int count)
    {
        BlobReader blob = metadata.GetBlobReader(attribute.Value);
        blob.ReadUInt16();
        string? text = null;
        for (int i = 0; i < count; i++)
        {
            text = blob.ReadSerializedString();
        }

        return text ?? "";
    }
}
