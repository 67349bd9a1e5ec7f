using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Porting.Build.Compile;

/// <summary>
/// Directs calls through C function pointers to the adapters that the translator wrote for them (its
/// Assembly/CallAdapterWriter.cs). IL has the pointer behind the arguments, so <c>calli</c> becomes <c>call</c> of an
/// import with one parameter more and nothing else moves. The C# keeps saying <c>f(a, b)</c>.
/// <para>Input: an assembly with the imports for all calls that are in it. Output: the same bytes with other opcodes
/// and tokens. Holds after it: no <c>calli</c> of an unmanaged signature is left.</para>
/// </summary>
public static class PointerCalls
{
    /// <summary>Of the adapters' symbols; those for structs and for other conventions are called by C# methods of their
    /// own and are none of these.</summary>
    private const string Prefix = "icall.";

    private const string Method = Prefix + "method.";

    public static void Apply(byte[] assembly)
    {
        using PEReader image = new(new MemoryStream(assembly, writable: false));
        MetadataReader metadata = image.GetMetadataReader();
        CTypes types = new(metadata);
        Dictionary<string, int> imports = [];
        foreach (MethodDefinitionHandle handle in metadata.MethodDefinitions)
        {
            MethodDefinition method = metadata.GetMethodDefinition(handle);
            if (
                AssemblySymbols.ImportOf(metadata, method) is { } symbol
                && symbol.StartsWith(Prefix, StringComparison.Ordinal)
                && !symbol.StartsWith(Method, StringComparison.Ordinal)
            )
            {
                MethodSignature<string> signature = method.DecodeSignature(types, null);
                imports[Shape(signature.ParameterTypes.SkipLast(1), signature.ReturnType)] = MetadataTokens.GetToken(
                    handle
                );
            }
        }

        Dictionary<int, int> targets = [];
        foreach (MethodDefinitionHandle handle in metadata.MethodDefinitions)
        {
            int address = metadata.GetMethodDefinition(handle).RelativeVirtualAddress;
            if (address != 0)
            {
                Span<byte> il = Body(assembly, image, address);
                foreach (IlInstruction instruction in new IlInstructions(il))
                {
                    if (
                        instruction.IsShort(IlInstructions.Calli)
                        && TargetOf(BitConverter.ToInt32(il[instruction.Operand..]), metadata, types, imports, targets)
                            is var target
                                and not 0
                    )
                    {
                        il[instruction.At] = IlInstructions.Call;
                        BitConverter.TryWriteBytes(il[instruction.Operand..], target);
                    }
                }
            }
        }
    }

    /// <summary>A method's instructions in the file (ECMA-335, II.25.4: a header of 1 or 12 bytes comes
    /// first).</summary>
    private static Span<byte> Body(byte[] assembly, PEReader image, int address)
    {
        SectionHeader section = image.PEHeaders.SectionHeaders[image.PEHeaders.GetContainingSectionIndex(address)];
        int at = section.PointerToRawData + address - section.VirtualAddress;
        bool isTiny = (assembly[at] & 3) == 2;
        return assembly.AsSpan(
            at + (isTiny ? 1 : 12),
            isTiny ? assembly[at] >> 2 : BitConverter.ToInt32(assembly, at + 4)
        );
    }

    /// <summary>The import for calls of a signature; 0 for managed ones.</summary>
    private static int TargetOf(
        int token,
        MetadataReader metadata,
        CTypes types,
        Dictionary<string, int> imports,
        Dictionary<int, int> known
    )
    {
        if (!known.TryGetValue(token, out int target))
        {
            StandaloneSignature signature = metadata.GetStandaloneSignature(
                (StandaloneSignatureHandle)MetadataTokens.EntityHandle(token)
            );
            if (
                metadata.GetBlobReader(signature.Signature).ReadSignatureHeader().CallingConvention
                != SignatureCallingConvention.Default
            )
            {
                MethodSignature<string> decoded = signature.DecodeMethodSignature(types, null);
                string shape = Shape(decoded.ParameterTypes, decoded.ReturnType);
                target = imports.TryGetValue(shape, out int import)
                    ? import
                    : throw new InvalidOperationException($"a call through a pointer has no adapter for {shape}");
            }

            known[token] = target;
        }

        return target;
    }

    private static string Shape(IEnumerable<string> parameters, string result) =>
        $"({string.Join(", ", parameters)}) -> {result}";

    /// <summary>IL's types as the C# names that adapters go by: integers of 4 bytes and pointers are all one.</summary>
    private sealed class CTypes(MetadataReader metadata) : ISignatureTypeProvider<string, object?>
    {
        public string GetPrimitiveType(PrimitiveTypeCode code) =>
            code switch
            {
                PrimitiveTypeCode.Void => "void",
                PrimitiveTypeCode.SByte => "sbyte",
                PrimitiveTypeCode.Byte or PrimitiveTypeCode.Boolean => "byte",
                PrimitiveTypeCode.Int16 => "short",
                PrimitiveTypeCode.UInt16 or PrimitiveTypeCode.Char => "ushort",
                PrimitiveTypeCode.Int64 or PrimitiveTypeCode.UInt64 => "long",
                PrimitiveTypeCode.Single => "float",
                PrimitiveTypeCode.Double => "double",
                _ => "int",
            };

        public string GetPointerType(string elementType) => "int";

        public string GetFunctionPointerType(MethodSignature<string> signature) => "int";

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

        /// <summary>Only enums stand in such a signature themselves. Other types are behind pointers, and may have a
        /// pointer to themselves as their first field.</summary>
        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            TypeDefinition type = metadata.GetTypeDefinition(handle);
            return
                type.BaseType.Kind == HandleKind.TypeDefinition
                && metadata.StringComparer.Equals(
                    metadata.GetTypeDefinition((TypeDefinitionHandle)type.BaseType).Name,
                    "Enum"
                )
                ? metadata.GetFieldDefinition(type.GetFields().First()).DecodeSignature(this, null)
                : "struct";
        }

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
            throw Foreign();

        public string GetTypeFromSpecification(
            MetadataReader reader,
            object? genericContext,
            TypeSpecificationHandle handle,
            byte rawTypeKind
        ) => throw Foreign();

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
            throw Foreign();

        public string GetGenericMethodParameter(object? genericContext, int index) => throw Foreign();

        public string GetGenericTypeParameter(object? genericContext, int index) => throw Foreign();

        public string GetArrayType(string elementType, ArrayShape shape) => throw Foreign();

        public string GetSZArrayType(string elementType) => throw Foreign();

        public string GetByReferenceType(string elementType) => throw Foreign();

        public string GetPinnedType(string elementType) => throw Foreign();

        private static InvalidOperationException Foreign() =>
            new("a C function pointer has a type that C does not have");
    }
}
