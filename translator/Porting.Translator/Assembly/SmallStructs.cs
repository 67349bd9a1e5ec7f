using Porting.Clang.Ast;

namespace Porting.Translator.Assembly;

/// <summary>
/// Structs where registers are used for them: as arguments beside others in registers, and as results under
/// -freg-struct-return (clang, X86_32ABIInfo: isSingleElementStruct, shouldReturnTypeInRegister; gcc agrees).
/// </summary>
internal static class SmallStructs
{
    public static CValue Argument(CType type) => IsAroundFloat(type) ? Single(type) : CValue.Of(type);

    public static CValue Result(CType type) =>
        type.Canonical is not RecordType { Size: > 0 } || !FitsRegister(type) ? CValue.Of(type)
        : IsAroundFloat(type) ? Single(type)
        : new CValue(CPassing.Pair, (int)type.Canonical.Size, 0, false);

    private static CValue Single(CType type) => new(CPassing.Single, (int)type.Canonical.Size, 0, false);

    private static bool FitsRegister(CType type) =>
        type.Canonical.Size is 1 or 2 or 4 or 8
        && type.Canonical switch
        {
            VectorType => false,
            ArrayType array => FitsRegister(array.Element),
            RecordType record => Members(record).All(f => FitsRegister(f.Type)),
            _ => true,
        };

    /// <summary>One float or double and nothing else.</summary>
    private static bool IsAroundFloat(CType type) =>
        type.Canonical is RecordType record
        && Members(record).ToArray() is [var only]
        && only.Type.Canonical.Size == record.Size
        && Element(only.Type) is BuiltinType { Kind: BuiltinKind.Float or BuiltinKind.Double } or RecordType
        && (Element(only.Type) is BuiltinType || IsAroundFloat(Element(only.Type)));

    /// <summary>Arrays of one element are that element.</summary>
    private static CType Element(CType type) =>
        type.Canonical is ArrayType { Count: 1 } array ? Element(array.Element) : type.Canonical;

    private static IEnumerable<FieldDecl> Members(RecordType record) =>
        record.Decl.Fields.Where(f => f.Type.Canonical is not RecordType { Size: 0 });
}
