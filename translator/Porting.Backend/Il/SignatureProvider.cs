using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Porting.Backend.Il;

/// <summary>Turns the signatures of metadata into <see cref="IlType"/>.</summary>
internal sealed class SignatureProvider(IlAssembly assembly) : ISignatureTypeProvider<IlType, object?>
{
    public IlType GetPrimitiveType(PrimitiveTypeCode code) =>
        new PrimitiveType(
            code switch
            {
                PrimitiveTypeCode.Void => Primitive.Void,
                PrimitiveTypeCode.Boolean => Primitive.Boolean,
                PrimitiveTypeCode.Char => Primitive.Char,
                PrimitiveTypeCode.SByte => Primitive.SByte,
                PrimitiveTypeCode.Byte => Primitive.Byte,
                PrimitiveTypeCode.Int16 => Primitive.Int16,
                PrimitiveTypeCode.UInt16 => Primitive.UInt16,
                PrimitiveTypeCode.Int32 => Primitive.Int32,
                PrimitiveTypeCode.UInt32 => Primitive.UInt32,
                PrimitiveTypeCode.Int64 => Primitive.Int64,
                PrimitiveTypeCode.UInt64 => Primitive.UInt64,
                PrimitiveTypeCode.Single => Primitive.Single,
                PrimitiveTypeCode.Double => Primitive.Double,
                PrimitiveTypeCode.IntPtr => Primitive.IntPtr,
                PrimitiveTypeCode.UIntPtr => Primitive.UIntPtr,
                PrimitiveTypeCode.String => Primitive.String,
                _ => Primitive.Object,
            }
        );

    public IlType GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        assembly.TypeOf(handle);

    public IlType GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        assembly.TypeOf(handle);

    public IlType GetTypeFromSpecification(
        MetadataReader reader,
        object? context,
        TypeSpecificationHandle handle,
        byte rawTypeKind
    ) => reader.GetTypeSpecification(handle).DecodeSignature(this, context);

    public IlType GetPointerType(IlType element) => new PointerType(element);

    public IlType GetByReferenceType(IlType element) => new PointerType(element);

    public IlType GetSZArrayType(IlType element) => new ArrayType(element);

    public IlType GetArrayType(IlType element, ArrayShape shape) => new ArrayType(element);

    public IlType GetPinnedType(IlType element) => element;

    public IlType GetModifiedType(IlType modifier, IlType unmodified, bool isRequired) => unmodified;

    public IlType GetGenericMethodParameter(object? context, int index) => new ParameterType(index, isOfMethod: true);

    public IlType GetGenericTypeParameter(object? context, int index) => new ParameterType(index, isOfMethod: false);

    public IlType GetGenericInstantiation(IlType type, ImmutableArray<IlType> arguments) =>
        new NamedType(((NamedType)type).Definition, arguments);

    public IlType GetFunctionPointerType(MethodSignature<IlType> signature) =>
        new FunctionPointerType(Signature(signature));

    public static IlSignature Signature(MethodSignature<IlType> signature) =>
        new(signature.Header.IsInstance, signature.ParameterTypes, signature.ReturnType);
}
