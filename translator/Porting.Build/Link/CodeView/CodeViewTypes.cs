namespace Porting.Build.Link.CodeView;

/// <summary>A type of .debug$T.</summary>
public abstract record CvType;

public sealed record CvPointer(uint Target) : CvType;

/// <param name="IsForward">Only a name; the full type, if there is one, has the same name.</param>
public sealed record CvStruct(string Name, uint FieldList, uint Size, bool IsForward) : CvType;

public sealed record CvEnum(string Name, uint Underlying, uint FieldList) : CvType;

public sealed record CvArray(uint Element, uint Size) : CvType;

public sealed record CvFieldList(IReadOnlyList<CvField> Fields, IReadOnlyList<CvEnumerator> Enumerators) : CvType;

public sealed record CvFunction(uint Result) : CvType;

public sealed record CvFunctionId(string Name, uint Function) : CvType;

/// <summary>A kind of record that nothing here needs.</summary>
public sealed record CvOther(int Leaf) : CvType;

public readonly record struct CvField(string Name, uint Type, uint Offset);

public readonly record struct CvEnumerator(string Name, long Value);

/// <summary>The types of an object by their index. Indices below 0x1000 are built in
/// (<see cref="CvBasicType"/>).</summary>
public sealed class CvTypeTable(IReadOnlyList<CvType> types)
{
    public const uint FirstIndex = 0x1000;

    private readonly Dictionary<string, uint> _fullByName = types
        .Select((type, i) => (Struct: type as CvStruct, Index: FirstIndex + (uint)i))
        .Where(p => p.Struct is { IsForward: false })
        .GroupBy(p => p.Struct!.Name)
        .ToDictionary(g => g.Key, g => g.First().Index);

    public CvType? this[uint index] =>
        index >= FirstIndex && index - FirstIndex < types.Count ? types[(int)(index - FirstIndex)] : null;

    /// <summary>The index of the full type where the given one only names it.</summary>
    public uint Resolve(uint index) =>
        this[index] is CvStruct { IsForward: true } forward && _fullByName.TryGetValue(forward.Name, out uint full)
            ? full
            : index;

    /// <summary>All structs whose fields are known.</summary>
    public IEnumerable<CvStruct> Structs => types.OfType<CvStruct>().Where(s => !s.IsForward);

    public IReadOnlyList<CvField> FieldsOf(CvStruct type) =>
        this[type.FieldList] is CvFieldList list ? list.Fields : [];
}
