using Porting.Clang.Ast;
using Porting.Translator.Names;

namespace Porting.Translator.Emit;

/// <summary><c>unsigned x:3</c> -> a property over the storage that holds it.</summary>
internal static class BitFields
{
    /// <param name="unit">Type of the storage.</param>
    /// <param name="shift">The field's first bit in it.</param>
    public static string Property(
        ProgramNames names,
        FieldDecl field,
        string unit,
        string storage,
        int shift,
        long unitBits
    )
    {
        string type = names.Type(field.Type);
        string canonical = names.Canonical(field.Type);
        string wide = unitBits == 64 ? "ulong" : "uint";
        string mask =
            unitBits == 64
                ? $"0x{(field.BitWidth == 64 ? ulong.MaxValue : (1UL << field.BitWidth) - 1):x}UL"
                : $"0x{(field.BitWidth == 32 ? uint.MaxValue : (1u << field.BitWidth) - 1):x}u";
        string read = unitBits < 32 && shift > 0 ? $"(uint){storage}" : storage;
        string raw = shift == 0 ? $"{storage} & {mask}" : $"({read} >> {shift}) & {mask}";
        bool isSigned =
            canonical is "sbyte" or "short" or "int" or "long"
            || canonical.StartsWith("_BitInt", StringComparison.Ordinal);
        int extend = (unitBits == 64 ? 64 : 32) - field.BitWidth;
        string signed = unitBits == 64 ? "long" : "int";
        string extended = $"({signed})(({raw}) << {extend}) >> {extend}";
        string get =
            canonical == "bool" ? $"({raw}) != 0"
            : isSigned
                ? canonical == signed ? extended
                    : $"({type})({extended})"
            : canonical == wide ? raw
            : $"({type})({raw})";
        string value =
            canonical == "bool" ? "(value ? 1u : 0u)"
            : canonical == wide ? "value"
            : $"({wide})value";
        string moved = shift == 0 ? $"({value} & {mask})" : $"(({value} & {mask}) << {shift})";
        string kept = shift == 0 ? $"({storage} & ~{mask})" : $"({storage} & ~({mask} << {shift}))";
        string set = unit == wide ? $"{storage} = {kept} | {moved}" : $"{storage} = ({unit})({kept} | {moved})";
        return $"public {type} {names.Field(field)} {{ readonly get => {get}; set => {set}; }}";
    }

    /// <summary>A number put together from bytes.</summary>
    public static (string Get, string Set) UpToEightBytes(string[] bytes) =>
        (
            string.Join(" | ", bytes.Select((b, i) => i == 0 ? $"(ulong){b}" : $"((ulong){b} << {8 * i})")),
            string.Concat(bytes.Select((b, i) => $"{b} = (byte){(i == 0 ? "value" : $"(value >> {8 * i})")}; "))
        );

    /// <summary>The 64 bits from a bit of the first byte on.</summary>
    public static (string Get, string Set) NineBytes(string[] bytes, int shift)
    {
        int below = (1 << shift) - 1;
        string Part(string b, int i) =>
            i == 0 ? $"({b} & {below}) | (byte)(value << {shift})"
            : i == 8 ? $"({b} & {~below & 0xff}) | (byte)(value >> {64 - shift})"
            : $"value >> {8 * i - shift}";
        return (
            string.Join(
                " | ",
                bytes.Select((b, i) => i == 0 ? $"((ulong){b} >> {shift})" : $"((ulong){b} << {8 * i - shift})")
            ),
            string.Concat(bytes.Select((b, i) => $"{b} = (byte)({Part(b, i)}); "))
        );
    }
}
