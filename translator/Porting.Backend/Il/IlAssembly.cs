using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Porting.Backend.Il;

/// <summary>
/// One assembly, with the library that it refers to, if any: types, methods, fields and code. Whoever asks about a
/// definition may ask either; a token means something in the assembly of its method alone
/// (<see cref="IlTypeDefinition.Home"/>).
/// <para>Input: a PE file. Holds after: definitions are made when they are first asked for, each once. Never does:
/// anything about a target.</para>
/// </summary>
public sealed class IlAssembly : IDisposable
{
    private readonly PEReader _image;
    private readonly Dictionary<TypeDefinitionHandle, IlTypeDefinition> _types = [];
    private readonly Dictionary<MethodDefinitionHandle, IlMethod> _methods = [];
    private readonly Dictionary<FieldDefinitionHandle, IlField> _fields = [];
    private readonly SignatureProvider _signatures;
    private readonly AttributeReader _attributes;
    private readonly TypeNames _names;
    private readonly MetadataReaderProvider? _debugProvider;

    public MetadataReader Metadata { get; }

    public IlAssembly? Library { get; }

    /// <summary>Lines and names of locals; null when the image has none.</summary>
    public MetadataReader? Debug { get; }

    /// <param name="image">A PE file.</param>
    /// <param name="library">The only other assembly that it refers to; it refers to none. Not disposed of.</param>
    public IlAssembly(byte[] image, IlAssembly? library = null)
    {
        Library = library;
        _image = new PEReader(new MemoryStream(image));
        Metadata = _image.GetMetadataReader();
        _signatures = new SignatureProvider(this);
        _attributes = new AttributeReader(Metadata);
        _names = new TypeNames(Metadata);
        DebugDirectoryEntry embedded = _image
            .ReadDebugDirectory()
            .FirstOrDefault(e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        if (embedded.DataSize > 0)
        {
            _debugProvider = _image.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);
            Debug = _debugProvider.GetMetadataReader();
        }
    }

    public void Dispose()
    {
        _debugProvider?.Dispose();
        _image.Dispose();
    }

    /// <summary>All methods in the order of the metadata, which is that of the sources; the library's last.</summary>
    public IEnumerable<IlMethod> Methods => Metadata.MethodDefinitions.Select(Method).Concat(Library?.Methods ?? []);

    public IReadOnlyList<IlAlias> Aliases =>
        [
            .. _attributes
                .All(Metadata.GetAssemblyDefinition().GetCustomAttributes(), "AliasAttribute")
                .Select(a => a.Alias()),
        ];

    /// <summary>Symbols that may be missing.</summary>
    public IEnumerable<string> WeakReferences => OfAssembly("WeakReferenceAttribute").Select(a => a.Text(0));

    /// <summary>Variables that stay whatever refers to them.</summary>
    public IEnumerable<string> Used => OfAssembly("UsedAttribute").Select(a => a.Text(0));

    /// <summary>Attributes of the assembly.</summary>
    internal IEnumerable<AttributeReader.Values> OfAssembly(string attribute) =>
        _attributes.All(Metadata.GetAssemblyDefinition().GetCustomAttributes(), attribute);

    /// <summary>All types, the library's last.</summary>
    public IEnumerable<IlTypeDefinition> Types =>
        Metadata.TypeDefinitions.Select(Definition).Concat(Library?.Types ?? []);

    public IlTypeDefinition? FindType(string fullName) =>
        Metadata
            .TypeDefinitions.Where(h => _names.Of(h) is var (space, name) && $"{space}.{name}" == fullName)
            .Select(Definition)
            .FirstOrDefault();

    /// <summary>The struct behind <c>int</c> is <c>int</c>.</summary>
    internal IlType TypeOf(TypeDefinitionHandle handle) => TypeOf(Definition(handle));

    internal IlType TypeOf(TypeReferenceHandle handle) => TypeOf(Definition(handle));

    private static IlType TypeOf(IlTypeDefinition definition) =>
        definition.Namespace == "System"
        && Enum.TryParse(definition.Name, out Primitive primitive)
        && primitive.ToString() == definition.Name
            ? new PrimitiveType(primitive)
            : new NamedType(definition, []);

    private readonly Dictionary<TypeReferenceHandle, IlTypeDefinition> _references = [];

    /// <summary>A type of the library.</summary>
    private IlTypeDefinition Definition(TypeReferenceHandle handle)
    {
        if (!_references.TryGetValue(handle, out IlTypeDefinition? found))
        {
            (string Namespace, string Name) name = _names.Of(handle);
            _references[handle] = found = Library?._names.Find(name) is { } there
                ? Library.Definition(there)
                : throw new BadImageFormatException($"a type of another assembly: {name.Namespace}.{name.Name}");
        }

        return found;
    }

    private IlTypeDefinition Definition(TypeDefinitionHandle handle)
    {
        if (_types.TryGetValue(handle, out IlTypeDefinition? known))
        {
            return known;
        }

        TypeDefinition type = Metadata.GetTypeDefinition(handle);
        (string space, string name) = _names.Of(handle);
        string based = _names.OfBase(type) is ("System", var root) ? root : "";
        TypeLayout layout = type.GetLayout();
        IlTypeDefinition made = _types[handle] = new IlTypeDefinition
        {
            Home = this,
            Handle = handle,
            Namespace = space,
            Name = name,
            IsEnum = based == "Enum",
            IsValueType = based is "Enum" or "ValueType" && !(space == "System" && name == "Enum"),
            IsInterface = (type.Attributes & TypeAttributes.Interface) != 0,
            IsExplicit = (type.Attributes & TypeAttributes.LayoutMask) == TypeAttributes.ExplicitLayout,
            Pack = layout.PackingSize,
            Size = layout.Size,
            InlineLength = _attributes.First(type.GetCustomAttributes(), "InlineArrayAttribute")?.Number(0) ?? 0,
            AssemblyTexts =
            [
                .. _attributes.All(type.GetCustomAttributes(), "FileAssemblyAttribute").Select(a => a.Text(0)),
            ],
            IsOfC = _attributes.First(type.GetCustomAttributes(), "CFileAttribute") != null,
        };
        made.Fields.AddRange(type.GetFields().Select(f => Field(f, made)));
        made.CountTwins();
        made.Methods.AddRange(type.GetMethods().Select(m => Method(m, made)));
        return made;
    }

    private IlField Field(FieldDefinitionHandle handle, IlTypeDefinition owner)
    {
        FieldDefinition field = Metadata.GetFieldDefinition(handle);
        CustomAttributeHandleCollection attributes = field.GetCustomAttributes();
        return _fields[handle] = new IlField
        {
            Owner = owner,
            Name = Metadata.GetString(field.Name),
            Type = field.DecodeSignature(_signatures, null),
            IsStatic = (field.Attributes & FieldAttributes.Static) != 0,
            IsLiteral = (field.Attributes & FieldAttributes.Literal) != 0,
            Offset = field.GetOffset(),
            ContentAddress = field.GetRelativeVirtualAddress(),
            IsInitOnly = (field.Attributes & FieldAttributes.InitOnly) != 0,
            IsPrivate = (field.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Private,
            IsThreadStatic = _attributes.First(attributes, "ThreadStaticAttribute") != null,
            Variable = _attributes.First(attributes, "VariableAttribute")?.Variable(),
        };
    }

    /// <summary>The bytes of a constant table, from its start on; the type says how many.</summary>
    public byte[] Contents(IlField field, int size) =>
        field.Owner.Home == this
            ? [.. _image.GetSectionData(field.ContentAddress).GetContent(0, size)]
            : field.Owner.Home.Contents(field, size);

    private IlMethod Method(MethodDefinitionHandle handle) =>
        _methods.TryGetValue(handle, out IlMethod? known)
            ? known
            : Method(handle, Definition(Metadata.GetMethodDefinition(handle).GetDeclaringType()));

    private IlMethod Method(MethodDefinitionHandle handle, IlTypeDefinition owner)
    {
        if (_methods.TryGetValue(handle, out IlMethod? known))
        {
            return known;
        }

        MethodDefinition method = Metadata.GetMethodDefinition(handle);
        CustomAttributeHandleCollection attributes = method.GetCustomAttributes();
        bool isAlways =
            _attributes.First(attributes, "MacroAttribute") != null
            || _attributes.First(attributes, "AlwaysInlineAttribute") != null;
        return _methods[handle] = new IlMethod
        {
            Handle = handle,
            Owner = owner,
            Name = Metadata.GetString(method.Name),
            Signature = SignatureProvider.Signature(method.DecodeSignature(_signatures, null)),
            ParameterNames = [.. Parameters(method).Select(p => Metadata.GetString(p.Name))],
            Restricted =
            [
                .. Parameters(method)
                    .Select(p => _attributes.First(p.GetCustomAttributes(), "RestrictAttribute") != null),
            ],
            BodyAddress = method.RelativeVirtualAddress,
            IsNeverInlined = (method.ImplAttributes & MethodImplAttributes.NoInlining) != 0,
            IsEagerlyInlined = isAlways || (method.ImplAttributes & MethodImplAttributes.AggressiveInlining) != 0,
            IsAlwaysInlined =
                isAlways || (owner.IsValueType && (method.Attributes & MethodAttributes.SpecialName) != 0),
            Import =
                (method.Attributes & MethodAttributes.PinvokeImpl) != 0
                    ? Metadata.GetString(method.GetImport().Name)
                    : _attributes.First(attributes, "RuntimeImportAttribute")?.Text(1),
            Export = _attributes.First(attributes, "RuntimeExportAttribute")?.Text(0),
            Function = _attributes.First(attributes, "FunctionAttribute")?.Function(),
            Replaces = _attributes.First(attributes, "ReplacesAttribute")?.Text(1),
            Assembly = _attributes.First(attributes, "InlineAssemblyAttribute") is { } text
                ? new IlAssemblyText(text.Text(0), text.Text(1), text.Text(2))
                : null,
            Expression = _attributes.First(attributes, "CExpressionAttribute") is { } c
                ? new IlExpression(c.Text(0), c.Text(1), c.Text(2), c.OptionalText(3), c.Text(4))
                : null,
        };
    }

    /// <summary>Without the result, which may be among them.</summary>
    private IEnumerable<Parameter> Parameters(MethodDefinition method) =>
        method
            .GetParameters()
            .Select(Metadata.GetParameter)
            .Where(p => p.SequenceNumber > 0)
            .OrderBy(p => p.SequenceNumber);

    // ---- what instructions name

    public IlType Type(EntityHandle handle, IlContext context) =>
        context.Close(
            handle.Kind switch
            {
                HandleKind.TypeDefinition => TypeOf((TypeDefinitionHandle)handle),
                HandleKind.TypeReference => TypeOf((TypeReferenceHandle)handle),
                HandleKind.TypeSpecification => Metadata
                    .GetTypeSpecification((TypeSpecificationHandle)handle)
                    .DecodeSignature(_signatures, null),
                _ => throw new BadImageFormatException($"{handle.Kind} as a type"),
            }
        );

    /// <summary>A field and the closed type that has it.</summary>
    public (IlField Field, IlType Owner) Field(EntityHandle handle, IlContext context)
    {
        if (handle.Kind == HandleKind.FieldDefinition)
        {
            FieldDefinitionHandle own = (FieldDefinitionHandle)handle;
            IlTypeDefinition owner = Definition(Metadata.GetFieldDefinition(own).GetDeclaringType());
            return (_fields[own], new NamedType(owner, context.OfType.Length == 0 ? [] : OwnArguments(owner, context)));
        }

        MemberReference reference = Metadata.GetMemberReference((MemberReferenceHandle)handle);
        NamedType type = (NamedType)OwnerOf(reference, context);
        string name = Metadata.GetString(reference.Name);
        return (type.Definition.Fields.First(f => f.Name == name), type);
    }

    private ImmutableArray<IlType> OwnArguments(IlTypeDefinition owner, IlContext context) =>
        Metadata.GetTypeDefinition(owner.Handle).GetGenericParameters().Count == context.OfType.Length
            ? context.OfType
            : [];

    /// <summary>A method without type parameters, of a type without any.</summary>
    public bool IsPlainMethod(EntityHandle handle) =>
        handle.Kind == HandleKind.MethodDefinition
        || handle.Kind == HandleKind.MemberReference
            && Metadata.GetMemberReference((MemberReferenceHandle)handle).Parent.Kind == HandleKind.TypeReference;

    /// <summary>A method and what its type parameters stand for.</summary>
    public (IlMethod Method, IlContext Context) Method(EntityHandle handle, IlContext context)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                IlMethod own = Method((MethodDefinitionHandle)handle);
                return (own, new IlContext(context.OfType.Length == 0 ? [] : OwnArguments(own.Owner, context), []));
            case HandleKind.MethodSpecification:
                MethodSpecification specification = Metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                (IlMethod method, IlContext outer) = Method(specification.Method, context);
                return (
                    method,
                    outer with
                    {
                        OfMethod = [.. specification.DecodeSignature(_signatures, null).Select(context.Close)],
                    }
                );
            default:
                MemberReference reference = Metadata.GetMemberReference((MemberReferenceHandle)handle);
                IlType type = OwnerOf(reference, context);
                string name = Metadata.GetString(reference.Name);
                string key = SignatureProvider.Signature(reference.DecodeMethodSignature(_signatures, null)).Key;
                NamedType named =
                    type as NamedType ?? throw new BadImageFormatException($"a method of {type.Key}: {name}");
                return (
                    named.Definition.Methods.First(m => m.Name == name && m.Signature.Key == key),
                    new IlContext(named.Arguments, [])
                );
        }
    }

    /// <summary>Of a member of <c>int</c>, the struct behind it.</summary>
    private IlType OwnerOf(MemberReference reference, IlContext context) =>
        reference.Parent.Kind == HandleKind.TypeReference
            ? new NamedType(Definition((TypeReferenceHandle)reference.Parent), [])
            : Type(reference.Parent, context);

    /// <summary>What a <c>calli</c> calls.</summary>
    public IlSignature CallSite(EntityHandle handle, IlContext context) =>
        context.Close(
            SignatureProvider.Signature(
                Metadata
                    .GetStandaloneSignature((StandaloneSignatureHandle)handle)
                    .DecodeMethodSignature(_signatures, null)
            )
        );

    /// <summary>Bytes of a method's IL; 0 without a body.</summary>
    public int CodeSize(IlMethod method) =>
        method.BodyAddress == 0 ? 0 : method.Owner.Home._image.GetMethodBody(method.BodyAddress).GetILReader().Length;

    public IlBody Body(IlMethod method)
    {
        if (method.Owner.Home != this)
        {
            return method.Owner.Home.Body(method);
        }

        MethodBodyBlock body = _image.GetMethodBody(method.BodyAddress);
        ImmutableArray<IlType> locals = body.LocalSignature.IsNil
            ? []
            : Metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_signatures, null);
        return new IlBody(
            InstructionReader.Read(body.GetILReader()),
            locals,
            body.LocalVariablesInitialized,
            body.ExceptionRegions
        );
    }
}
