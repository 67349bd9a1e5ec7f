using Porting.Build.Link.CodeView;

namespace Porting.Build.Link.Dwarf;

/// <summary>
/// Writes the types that functions and variables refer to. A reference made before its type is written is filled in
/// when it is: types refer to each other in circles.
/// </summary>
internal sealed class DwarfTypes(CvTypeTable types, DwarfBuffer info, Func<string, string> displayName)
{
    /// <summary>How the C# compiler calls the struct behind a fixed buffer: &lt;name&gt;e__FixedBuffer.</summary>
    private const string FixedBufferMark = "e__FixedBuffer";

    private const uint VoidIndex = 3;

    private readonly Dictionary<uint, int> _written = [];
    private readonly List<(int At, uint Type)> _open = [];
    private readonly Queue<uint> _wanted = new();
    private readonly HashSet<uint> _seen = [];

    /// <summary>A reference to the type, here.</summary>
    public void Reference(uint type)
    {
        uint index = types.Resolve(type == 0 ? VoidIndex : type);
        if (_seen.Add(index))
        {
            _wanted.Enqueue(index);
        }

        _open.Add((info.Reserve(), index));
    }

    /// <summary>Writes every type asked for, and those that they ask for, and fills in the references.</summary>
    public void WriteAll()
    {
        while (_wanted.TryDequeue(out uint index))
        {
            _written[index] = info.Position;
            Write(index);
        }

        foreach ((int at, uint type) in _open)
        {
            info.Fill(at, (uint)_written[type]);
        }
    }

    private void Write(uint index)
    {
        if (index < CvTypeTable.FirstIndex)
        {
            WriteBasic(index);
            return;
        }

        switch (types[index])
        {
            case CvPointer pointer:
                WritePointer(pointer.Target);
                break;
            case CvStruct type when ElementOfFixedBuffer(type) is { } element:
                WriteArray(element, type.Size / Math.Max(1, SizeOf(element)));
                break;
            case CvStruct type:
                WriteStruct(type);
                break;
            case CvEnum type:
                WriteEnum(type);
                break;
            case CvArray array:
                WriteArray(array.Element, array.Size / Math.Max(1, SizeOf(array.Element)));
                break;
            case CvFunction:
                info.Uleb(DwarfAbbreviations.FunctionType);
                break;
            default:
                WriteUnspecified("unknown");
                break;
        }
    }

    private void WriteBasic(uint index)
    {
        if (CvBasicType.IsPointer(index))
        {
            WritePointer(index & 0xff);
        }
        else if (CvBasicType.Find(index) is { } basic)
        {
            info.Uleb(DwarfAbbreviations.BaseType);
            info.Text(basic.Name);
            info.Byte(basic.Size);
            info.Byte((int)basic.Encoding);
        }
        else
        {
            WriteUnspecified("void");
        }
    }

    private void WriteUnspecified(string name)
    {
        info.Uleb(DwarfAbbreviations.UnspecifiedType);
        info.Text(name);
    }

    /// <summary>A pointer to void is one without a target: only so does gdb print and cast it as C's void*.</summary>
    private void WritePointer(uint target)
    {
        if (target is 0 or VoidIndex)
        {
            info.Uleb(DwarfAbbreviations.VoidPointer);
            info.Byte(4);
            return;
        }

        info.Uleb(DwarfAbbreviations.Pointer);
        info.Byte(4);
        Reference(target);
    }

    private void WriteStruct(CvStruct type)
    {
        info.Uleb(DwarfAbbreviations.Struct);
        info.Text(displayName(type.Name));
        info.Uleb(type.Size);
        foreach (CvField field in types.FieldsOf(type))
        {
            info.Uleb(DwarfAbbreviations.Member);
            info.Text(field.Name);
            Reference(field.Type);
            info.Uleb(field.Offset);
        }

        info.Byte(0);
    }

    private void WriteEnum(CvEnum type)
    {
        info.Uleb(DwarfAbbreviations.Enumeration);
        info.Text(displayName(type.Name));
        info.Byte((int)SizeOf(type.Underlying));
        foreach (CvEnumerator enumerator in types[type.FieldList] is CvFieldList list ? list.Enumerators : [])
        {
            info.Uleb(DwarfAbbreviations.Enumerator);
            info.Text(enumerator.Name);
            info.Sleb(enumerator.Value);
        }

        info.Byte(0);
    }

    private void WriteArray(uint element, uint count)
    {
        info.Uleb(DwarfAbbreviations.Array);
        Reference(element);
        info.Uleb(DwarfAbbreviations.Subrange);
        info.Uleb(count);
        info.Byte(0);
    }

    private uint? ElementOfFixedBuffer(CvStruct type) =>
        type.Name.Contains(FixedBufferMark, StringComparison.Ordinal) && types.FieldsOf(type) is [CvField only]
            ? only.Type
            : null;

    private uint SizeOf(uint index) =>
        types[types.Resolve(index)] switch
        {
            null when CvBasicType.IsPointer(index) => 4,
            null => (uint)(CvBasicType.Find(index)?.Size ?? 1),
            CvStruct type => type.Size,
            CvEnum type => SizeOf(type.Underlying),
            CvArray array => array.Size,
            _ => 4,
        };
}
