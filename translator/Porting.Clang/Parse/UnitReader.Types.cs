using Porting.Clang.Ast;

namespace Porting.Clang.Parse;

internal sealed partial class UnitReader
{
    private enum TypeTag : byte
    {
        Builtin,
        Pointer,
        Array,
        Function,
        Record,
        Enum,
        Typedef,
        Vector,
        Complex,
    }

    /// <summary>Creates all types; references to other types and declarations are linked when every table
    /// exists.</summary>
    private void ReadTypeTable()
    {
        _types = new CType[_in.Count()];
        for (int i = 0; i < _types.Length; i++)
        {
            _types[i] = ReadType(_in);
        }
    }

    private CType ReadType(MessageReader reader)
    {
        TypeTag tag = (TypeTag)reader.Byte();
        Qualifiers qualifiers = (Qualifiers)reader.Byte();
        long size = reader.Signed();
        int align = reader.Count();
        CType type = ReadTypeBody(reader, tag, qualifiers);
        type.Size = size;
        type.Align = align;
        return type is BuiltinType builtin && _shared != null ? _shared.Builtin(builtin) : type;
    }

    private CType ReadTypeBody(MessageReader reader, TypeTag tag, Qualifiers qualifiers)
    {
        switch (tag)
        {
            case TypeTag.Builtin:
                return new BuiltinType
                {
                    Qualifiers = qualifiers,
                    Kind = (BuiltinKind)reader.Byte(),
                    Spelling = reader.String(),
                };
            case TypeTag.Pointer:
                return Linked(
                    new PointerType { Qualifiers = qualifiers, Pointee = null! },
                    reader.Count(),
                    (t, to) => t.Pointee = to
                );
            case TypeTag.Array:
                return ReadArray(reader, qualifiers);
            case TypeTag.Function:
                return ReadFunctionType(reader, qualifiers);
            case TypeTag.Record:
            {
                RecordType record = new() { Qualifiers = qualifiers, Decl = null! };
                int id = reader.Count();
                _links.Add(() => record.Decl = (RecordDecl)_decls[id]);
                return record;
            }

            case TypeTag.Enum:
            {
                EnumType enumeration = new() { Qualifiers = qualifiers, Decl = null! };
                int id = reader.Count();
                _links.Add(() => enumeration.Decl = (EnumDecl)_decls[id]);
                return enumeration;
            }

            case TypeTag.Typedef:
                return ReadTypedef(reader, qualifiers);

            case TypeTag.Vector:
                int element = reader.Count();
                int count = reader.Count();
                return Linked(
                    new VectorType
                    {
                        Qualifiers = qualifiers,
                        Element = null!,
                        Count = count,
                    },
                    element,
                    (t, to) => t.Element = to
                );
            case TypeTag.Complex:
                return Linked(
                    new ComplexType { Qualifiers = qualifiers, Element = null! },
                    reader.Count(),
                    (t, to) => t.Element = to
                );
            default:
                throw new InvalidDataException($"unknown type tag {tag}");
        }
    }

    private TypedefType ReadTypedef(MessageReader reader, Qualifiers qualifiers)
    {
        TypedefType named = new()
        {
            Qualifiers = qualifiers,
            Decl = null!,
            Underlying = null!,
        };
        int id = reader.Count();
        int underlying = reader.Count();
        int canonical = reader.Count();
        _links.Add(() =>
        {
            named.Decl = (TypedefDecl)_decls[id];
            named.Underlying = _types[underlying];
            named.CanonicalQualified = canonical == 0 ? null : _types[canonical - 1];
        });
        return named;
    }

    private T Linked<T>(T type, int target, Action<T, CType> set)
        where T : CType
    {
        _links.Add(() => set(type, _types[target]));
        return type;
    }

    private ArrayType ReadArray(MessageReader reader, Qualifiers qualifiers)
    {
        int element = reader.Count();
        ArrayKind kind = (ArrayKind)reader.Byte();
        ArrayType array = new()
        {
            Qualifiers = qualifiers,
            Element = null!,
            Kind = kind,
            Count = (long)reader.Unsigned(),
        };
        int size = reader.Count();
        MessageReader count = reader.Slice(size);
        _links.Add(() =>
        {
            array.Element = _types[element];
            _lateExpressions.Add(() =>
            {
                array.CountExpr = (Expr?)OptionalStmt(count);
                array.CountCheck = count.Boolean() ? ReadCheck(count) : null;
            });
        });
        return array;
    }

    private readonly List<Action> _lateExpressions = [];

    private FunctionType ReadFunctionType(MessageReader reader, Qualifiers qualifiers)
    {
        int result = reader.Count();
        bool isVariadic = reader.Boolean();
        bool hasPrototype = reader.Boolean();
        bool isNoReturn = reader.Boolean();
        string convention = reader.String();
        int[] parameters = reader.Array(r => r.Count());
        FunctionType function = new()
        {
            Qualifiers = qualifiers,
            Return = null!,
            Parameters = [],
            IsVariadic = isVariadic,
            HasPrototype = hasPrototype,
            IsNoReturn = isNoReturn,
            Convention = convention,
        };
        _links.Add(() =>
        {
            function.Return = _types[result];
            function.Parameters = Array.ConvertAll(parameters, p => _types[p]);
        });
        return function;
    }
}
