using System.Buffers.Binary;
using System.Text;

namespace Porting.Build.Link.CodeView;

/// <summary>Reads a .debug$T section: records of a length, a kind and contents, numbered from 0x1000. Malformed
/// contents are PORT6013.</summary>
public sealed class CodeViewTypeReader
{
    private readonly byte[] _data;

    private CodeViewTypeReader(byte[] data) => _data = data;

    public static CvTypeTable Read(CoffSection section)
    {
        CodeViewTypeReader reader = new(section.Data);
        try
        {
            return new CvTypeTable([.. reader.Records()]);
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT6013",
                    SourceLocation.None,
                    $"malformed debug information in section {section.Name}: {exception.Message.Split('\n')[0]}"
                )
            );
        }
    }

    private IEnumerable<CvType> Records()
    {
        const int signatureSize = 4;
        for (int at = signatureSize; at + 4 <= _data.Length; at += 2 + U16(at))
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(at + 2 + U16(at), _data.Length);
            yield return Record(U16(at + 2), at + 4, at + 2 + U16(at));
        }
    }

    private CvType Record(int leaf, int at, int end)
    {
        switch (leaf)
        {
            case 0x1002: // LF_POINTER
                return new CvPointer(U32(at));
            case 0x1503: // LF_ARRAY: element, index type, size
                int arraySize = at + 8;
                return new CvArray(U32(at), (uint)Number(ref arraySize));
            case 0x1504 or 0x1505: // LF_CLASS, LF_STRUCTURE: count, properties, fields, base, vtable shape, size, name
                int sizeAt = at + 16;
                uint size = (uint)Number(ref sizeAt);
                return new CvStruct(Text(sizeAt), U32(at + 4), size, (U16(at + 2) & 0x80) != 0);
            case 0x1507: // LF_ENUM: count, properties, underlying, fields, name
                return new CvEnum(Text(at + 12), U32(at + 4), U32(at + 8));
            case 0x1203: // LF_FIELDLIST
                return FieldList(at, end);
            case 0x1008 or 0x1009: // LF_PROCEDURE, LF_MFUNCTION: result first
                return new CvFunction(U32(at));
            case 0x1601 or 0x1602: // LF_FUNC_ID, LF_MFUNC_ID: scope, function type, name
                return new CvFunctionId(Text(at + 8), U32(at + 4));
            default:
                return new CvOther(leaf);
        }
    }

    private CvFieldList FieldList(int at, int end)
    {
        List<CvField> fields = [];
        List<CvEnumerator> enumerators = [];
        while (at < end)
        {
            if (_data[at] >= 0xf0) // LF_PAD: that many bytes to the next boundary
            {
                at += Math.Max(1, _data[at] & 15);
                continue;
            }

            int body = at + 4;
            switch (U16(at))
            {
                case 0x150d: // LF_MEMBER: attributes, type, offset, name
                    int offsetAt = body + 4;
                    uint offset = (uint)Number(ref offsetAt);
                    fields.Add(new CvField(Text(offsetAt), U32(body), offset));
                    at = AfterText(offsetAt);
                    break;
                case 0x1502: // LF_ENUMERATE: attributes, value, name
                    int valueAt = body;
                    long value = Number(ref valueAt);
                    enumerators.Add(new CvEnumerator(Text(valueAt), value));
                    at = AfterText(valueAt);
                    break;
                case 0x150e: // LF_STMEMBER: attributes, type, name
                    at = AfterText(body + 4);
                    break;
                case 0x1409: // LF_VFUNCTAB: padding, type
                    at = body + 4;
                    break;
                case 0x1400: // LF_BCLASS: attributes, type, offset
                    at = body + 4;
                    Number(ref at);
                    break;
                default: // of unknown length: what was read so far is right
                    return new CvFieldList(fields, enumerators);
            }
        }

        return new CvFieldList(fields, enumerators);
    }

    /// <summary>A numeric leaf: two bytes below 0x8000 are the value, else they say which integer follows.</summary>
    private long Number(ref int at)
    {
        int leaf = U16(at);
        at += 2;
        if (leaf < 0x8000)
        {
            return leaf;
        }

        int start = at;
        (int size, long value) = leaf switch
        {
            0x8000 => (1, (sbyte)_data[start]),
            0x8001 => (2, (short)U16(start)),
            0x8002 => (2, U16(start)),
            0x8003 => (4, (int)U32(start)),
            0x8004 => (4, U32(start)),
            0x8009 or 0x800a => (8, BinaryPrimitives.ReadInt64LittleEndian(_data.AsSpan(start))),
            _ => throw new ArgumentOutOfRangeException($"numeric leaf 0x{leaf:x}"),
        };
        at += size;
        return value;
    }

    private string Text(int at) => Encoding.UTF8.GetString(_data.AsSpan(at, _data.AsSpan(at).IndexOf((byte)0)));

    private int AfterText(int at) => at + _data.AsSpan(at).IndexOf((byte)0) + 1;

    private int U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_data.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_data.AsSpan(at));
}
