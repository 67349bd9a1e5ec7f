using System.Globalization;
using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using Porting.Translator.Text;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary><c>0x10</c>, <c>'a'</c>, <c>1.5f</c>, <c>"text"</c>: in the notation of the C source where that is C#
/// too; <c>5wb</c> -> <c>(_BitInt4)5</c>, what no number of C# holds by its bits, <c>_BitInt128.of(...)</c>.</summary>
internal sealed class Literals(FunctionScope scope) : Construct(scope)
{
    /// <summary>A literal of any kind; null for what is none.</summary>
    public Ex? Lower(Expr expr) =>
        expr switch
        {
            IntegerLiteral literal when IsLine(literal) => Cs.Name(LineNames.Of(literal.Value), CsType.Int) with
            {
                Const = literal.Value,
                IsStable = true,
            },
            IntegerLiteral or FloatingLiteral when expr.Words is { } words => NumberLiteral(expr, words),
            IntegerLiteral literal => Literal(literal.Value, literal.Type, literal.Text),
            CharacterLiteral literal => Character(literal),
            FloatingLiteral literal => Floating(
                literal.Constant ?? new ConstantValue(true, 0, literal.Value),
                literal.Type
            ),
            StringLiteral literal => TextLiteral(literal),
            ImaginaryLiteral literal => ComplexNumbers.Imaginary(literal),
            _ => null,
        };

    /// <summary>__LINE__, also by way of another macro. Hosted C# is compiled as soon as it is made, and has the
    /// number.</summary>
    private bool IsLine(IntegerLiteral literal) =>
        !Context.IsHosted
        && literal.Expansions.Any(e => e.Kind == MacroExpansionKind.Made)
        && (literal.MacroName == "__LINE__" || literal.Value == literal.Span.StartLine);

    /// <summary>An integer constant in the notation of the C source where that is C# too.</summary>
    public Ex Literal(long value, CType type, string text = "")
    {
        CsType canonical = Canonical(type);
        string digits = text.Replace('\'', '_').TrimEnd('u', 'U', 'l', 'L'); // C23's separators are C#'s underscores
        bool isHex = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        bool isDecimal =
            digits.Length > 0
            && digits.All(c => char.IsAsciiDigit(c) || c == '_')
            && (digits[0] != '0' || digits.Length == 1);
        Node Written(string suffix) =>
            isHex || isDecimal ? new IntegerNode(digits, suffix)
            : canonical == CsType.UInt ? new IntegerNode(((uint)value).ToString(CultureInfo.InvariantCulture), suffix)
            : canonical == CsType.ULong ? new IntegerNode(((ulong)value).ToString(CultureInfo.InvariantCulture), suffix)
            : Cs.Digits(value, suffix);
        return canonical.Kind switch
        {
            TypeKind.Int when isHex && value < 0 => Cs.Unchecked(
                Cs.Cast(CsType.Int, new Ex(Written(""), CsType.UInt))
            ) with
            {
                IsStable = true,
                Const = value,
            },
            TypeKind.Int => new Ex(Written(""), CsType.Int) { Const = value, IsStable = true },
            TypeKind.UInt => new Ex(Written(value > int.MaxValue || value < 0 ? "" : "u"), CsType.UInt)
            {
                Const = (uint)value,
                IsStable = true,
            },
            TypeKind.Long => new Ex(Written("L"), CsType.Long) { Const = value, IsStable = true },
            TypeKind.ULong => new Ex(Written("UL"), CsType.ULong)
            {
                IsStable = true,
                Const = value >= 0 ? value : null,
            },
            TypeKind.Bool => Cs.Bool(value != 0) with { IsStable = true },
            _ => To(Cs.Constant(value), canonical),
        };
    }

    /// <summary>'a' is an int in C: a char literal is kept for the reader where C# has the same number for
    /// it.</summary>
    private static Ex Character(CharacterLiteral literal)
    {
        bool isPlain = literal.Text.Length == 3 && literal.Text[1] is > ' ' and < '\x7f';
        bool isBlank = literal.Text == "' '";
        bool isEscape =
            literal.Text.Length == 4 && literal.Text[1] == '\\' && "nrtbfav0\\'\"".Contains(literal.Text[2]);
        return isPlain || isBlank || isEscape
            ? new Ex(new CharacterNode(literal.Text), CsType.Char) { Const = literal.Value, IsStable = true }
            : Cs.Constant(literal.Value);
    }

    public Ex Floating(ConstantValue constant, CType type)
    {
        double value = constant.Double;
        CsType canonical = Canonical(type);
        if (canonical == CsType.LongDouble && constant.Extended is { } bits)
        {
            // What a double holds is written as one, and is one for C#; the other bits have to be said.
            return ExtendedOf(value) == bits && double.IsFinite(value)
                ? Floating(constant, new BuiltinType { Kind = BuiltinKind.Double, Spelling = "double" })
                : Cs.Call(
                    "long_double.of",
                    [Bits($"{bits.SignExponent:x4}"), Bits($"{bits.Mantissa:x16}")],
                    canonical
                ) with
                {
                    IsStable = true,
                };
        }

        if (double.IsNaN(value) && Context.IsHosted)
        {
            // C#'s own has its sign set, and no payload.
            long pattern = BitConverter.DoubleToInt64Bits(value);
            uint narrow = (uint)((pattern >> 32) & 0x80000000) | 0x7f800000 | (uint)((pattern >> 29) & 0x7fffff);
            Ex number = canonical == CsType.Float ? Bits($"{narrow:x8}", "u") : Bits($"{pattern:x16}", "UL");
            return Cs.Call("rt.nan", [number], canonical) with { IsStable = true };
        }

        return double.IsFinite(value)
            ? new Ex(Real(value, canonical == CsType.Float), canonical) { IsStable = true }
            : Cs.Name(
                $"{canonical}.{(double.IsNaN(value) ? "NaN" : value > 0 ? "PositiveInfinity" : "NegativeInfinity")}",
                canonical
            );
    }

    /// <summary>A floating constant by the shortest digits that give it back.</summary>
    private static Node Real(double value, bool isFloat)
    {
        double magnitude = Math.Abs(value);
        string digits = isFloat
            ? ((float)magnitude).ToString("R", CultureInfo.InvariantCulture)
            : magnitude.ToString("R", CultureInfo.InvariantCulture);
        Node number = new RealNode(digits, isFloat ? 'f' : 'd');
        return double.IsNegative(value) ? new UnaryNode("-", number) : number;
    }

    private static Ex Bits(string hexadecimal, string suffix = "") =>
        new(new IntegerNode("0x" + hexadecimal, suffix), CsType.ULong);

    /// <summary>A double in x87's format (Intel SDM volume 1, 4.2.2); not for those without their full
    /// precision.</summary>
    private static ExtendedFloat ExtendedOf(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value);
        int exponent = (int)(bits >> 52) & 0x7ff;
        int sign = (int)(bits >> 63) << 15;
        return exponent == 0
            ? new ExtendedFloat((ushort)sign, 0)
            : new ExtendedFloat((ushort)(sign | (exponent - 1023 + 16383)), 0x8000000000000000 | (bits << 11));
    }

    /// <summary><c>"text"</c> -> <c>T("text"u8)</c>, a pointer to zero-terminated read-only bytes.</summary>
    public Ex TextLiteral(StringLiteral literal)
    {
        if (literal.CharWidth != 1)
        {
            return WideLiteral(literal);
        }

        Node bytes = StringText.Decode(literal.Bytes) is { } decoded
            ? new Utf8Node(decoded)
            : new CollectionNode(new([.. literal.Bytes.Append((byte)0).Select(b => Cs.Digits(b))]));
        Ex text = Cs.Call("T", [new Ex(bytes, CsType.None)], CsType.SByte.Pointer) with { IsStable = true };
        CsType type = Canonical(literal.Type); // byte* of u8"" in C23, and under -funsigned-char
        return type == text.Type ? text : Cs.Cast(type, text) with { IsStable = true };
    }

    /// <summary><c>L"ab"</c> -> <c>W([97, 98, 0])</c>, read-only data of 16 or 32 bits each.</summary>
    private Ex WideLiteral(StringLiteral literal)
    {
        IEnumerable<Node> units = Enumerable
            .Range(0, literal.Bytes.Length / literal.CharWidth)
            .Select(i =>
                literal.CharWidth == 4
                    ? BitConverter.ToInt32(literal.Bytes, 4 * i)
                    : BitConverter.ToUInt16(literal.Bytes, 2 * i)
            )
            .Append(0)
            .Select(unit => Cs.Digits(unit));
        CsType element = Canonical(((ArrayType)literal.Type.Canonical).Element);
        Ex data = Cs.Cast(
            CsType.Of($"System.ReadOnlySpan<{(literal.CharWidth == 4 ? "int" : "ushort")}>"),
            new Ex(new CollectionNode(new([.. units])), CsType.None)
        );
        return Cs.Cast(element.Pointer, Cs.Call("W", [data], CsType.None)) with { IsStable = true };
    }

    private Ex NumberLiteral(Expr literal, IReadOnlyList<ulong> words)
    {
        CsType type = Canonical(literal.Type);
        NumberShape shape = NumberShape.Of((BuiltinType)literal.Type.Canonical);
        Node? plain = literal is FloatingLiteral number
            ? double.IsFinite(number.Value)
                ? Real(number.Value, isFloat: true)
                : null
            : words.Skip(1).All(w => w == 0) && words[0] <= int.MaxValue
                ? Cs.Digits((long)words[0])
                : null;
        return plain == null
            ? Cs.Call($"{type}.of", shape.Parts(words).Select(p => Bits($"{p.Value:x}", p.Suffix)), type) with
            {
                IsStable = true,
            }
            : Cs.Cast(type, new Ex(plain, CsType.None)) with
            {
                IsStable = true,
            };
    }
}
