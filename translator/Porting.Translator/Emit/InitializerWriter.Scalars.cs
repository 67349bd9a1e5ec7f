using System.Globalization;
using Porting.Clang.Ast;
using Porting.Translator.Lower;
using Porting.Translator.Names;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Translator.Emit;

/// <summary>Single values.</summary>
internal sealed partial class InitializerWriter
{
    private string Scalar(CType type, Expr? value, long offset)
    {
        if (value is null or ImplicitValueInitExpr or NoInitExpr)
        {
            return IsZero(offset, type.Canonical.Size)
                ? ArrayText.ZeroOf(Names.Canonical(type))
                : OfBytes(type, offset);
        }

        if (
            _relocations.TryGetValue(offset, out DataRelocation? relocation)
            && (relocation.Literal is CompoundLiteralExpr || relocation.Label != null)
        )
        {
            return OfRelocation(type, relocation);
        }

        if (value.Constant is { IsFloat: true, Double: double.NaN })
        {
            return OfBytes(type, offset); // C# folds 0.0 / 0.0 to another one
        }

        return type.Canonical switch
            {
                RecordType => _lowering!.Constant(value, type),
                // Their arithmetic is the processor's.
                ComplexType or VectorType or BuiltinType { Kind: BuiltinKind.Number } => null,
                BuiltinType { Kind: BuiltinKind.LongDouble } when !IsLiteral(value) => null,
                _ => Plain(type, value),
            } ?? OfBytes(type, offset);
    }

    private static bool IsLiteral(Expr value) =>
        value switch
        {
            IntegerLiteral or FloatingLiteral => true,
            ParenExpr paren => IsLiteral(paren.Inner),
            CastExpr cast => IsLiteral(cast.Operand),
            _ => false,
        };

    /// <summary>The expression as C has it; null where C# has no such expression.</summary>
    private string? Plain(CType type, Expr? value) =>
        value != null && IsPlain(value) ? _lowering!.Constant(value, type) : null;

    private static bool IsPlain(Expr value) =>
        value switch
        {
            IntegerLiteral or CharacterLiteral or FloatingLiteral or StringLiteral => true,
            DeclRefExpr { Decl: EnumConstantDecl or FunctionDecl or VarDecl { IsGlobal: true } } => true,
            ParenExpr paren => IsPlain(paren.Inner),
            UnaryExpr { Op: UnaryOp.AddressOf or UnaryOp.Deref or UnaryOp.Plus or UnaryOp.Minus } unary => IsPlain(
                unary.Operand
            ),
            UnaryExpr { Op: UnaryOp.BitNot or UnaryOp.LogicalNot or UnaryOp.Extension } unary => IsPlain(unary.Operand),
            BinaryExpr { Op: not (BinaryOp.Assign or BinaryOp.Comma) } binary => IsPlain(binary.Left)
                && IsPlain(binary.Right),
            ConditionalExpr c => IsPlain(c.Condition) && IsPlain(c.Then) && IsPlain(c.Else),
            CastExpr
            {
                Kind: not (CastKind.ToUnion or CastKind.Complex or CastKind.Other or CastKind.VectorSplat)
            } cast => IsPlain(cast.Operand),
            MemberExpr member => IsPlain(member.Base),
            SubscriptExpr subscript => IsPlain(subscript.Base) && IsPlain(subscript.Index),
            TypeTraitExpr { Constant: not null } or OffsetOfExpr => true,
            SelectionExpr selection => IsPlain(selection.Chosen),
            _ => false,
        };

    /// <summary>By its value.</summary>
    private string OfBytes(CType type, long offset)
    {
        if (_relocations.TryGetValue(offset, out DataRelocation? relocation))
        {
            return OfRelocation(type, relocation);
        }

        ReadOnlySpan<byte> bytes = _bytes.AsSpan((int)offset, (int)type.Canonical.Size);
        switch (type.Canonical)
        {
            case ComplexType complex:
                return $"new {Names.Canonical(type)}({Parts(complex.Element, 2, offset)})";
            case BuiltinType { Kind: BuiltinKind.Number } number:
                return NumberShape.Of(number).Made(WordsOf(bytes));
            case VectorType vector:
                return $"new {Names.Canonical(type)}({Parts(vector.Element, vector.Count, offset)})";
        }

        switch (Names.Canonical(type))
        {
            case "long_double":
                return $"long_double.of(0x{BitConverter.ToUInt16(bytes[8..]):x4}, 0x{BitConverter.ToUInt64(bytes):x16})";
            case "float" when float.IsNaN(BitConverter.ToSingle(bytes)):
                return $"rt.nan(0x{BitConverter.ToUInt32(bytes):x8}u)";
            case "float":
                return Number(type, 0, BitConverter.ToSingle(bytes));
            case "double":
                return Number(type, 0, BitConverter.ToDouble(bytes));
            case var canonical when bytes.Length is 1 or 2 or 4 or 8:
                return canonical == "default" ? "default" : Number(type, Whole(bytes, canonical), 0);
            default:
                throw new PortException(
                    PortDiagnostic.Error(
                        "PORT4003",
                        SourceLocation.None,
                        "this kind of static initialiser is not supported"
                    )
                );
        }
    }

    private static ulong[] WordsOf(ReadOnlySpan<byte> bytes)
    {
        byte[] whole = new byte[(bytes.Length + 7) / 8 * 8];
        bytes.CopyTo(whole);
        return [.. Enumerable.Range(0, whole.Length / 8).Select(i => BitConverter.ToUInt64(whole, i * 8))];
    }

    private string Parts(CType element, int count, long offset) =>
        string.Join(
            ", ",
            Enumerable.Range(0, count).Select(i => OfBytes(element, offset + i * element.Canonical.Size))
        );

    private static long Whole(ReadOnlySpan<byte> bytes, string canonical) =>
        bytes.Length switch
        {
            1 => canonical == "sbyte" ? (sbyte)bytes[0] : bytes[0],
            2 => canonical == "short" ? BitConverter.ToInt16(bytes) : BitConverter.ToUInt16(bytes),
            4 => canonical == "int" ? BitConverter.ToInt32(bytes) : BitConverter.ToUInt32(bytes),
            _ => BitConverter.ToInt64(bytes),
        };

    private string Number(CType type, long bits, double real)
    {
        if (type.Canonical is BuiltinType { Kind: BuiltinKind.Number } number)
        {
            return NumberShape.Of(number).Made([(ulong)bits]);
        }

        string canonical = Names.Canonical(type);
        return canonical switch
        {
            "float" or "double" when !double.IsFinite(real) => canonical == "float"
                ? $"rt.nan(0x{BitConverter.SingleToUInt32Bits((float)real):x8}u)"
                : $"rt.nan(0x{BitConverter.DoubleToUInt64Bits(real):x16}UL)",
            "float" => $"{((float)real).ToString("R", CultureInfo.InvariantCulture)}f",
            "double" => $"{real.ToString("R", CultureInfo.InvariantCulture)}d",
            "bool" => bits != 0 ? "true" : "false",
            "ulong" => $"{(ulong)bits}UL",
            "long" => bits == long.MinValue ? "long.MinValue" : $"{bits}L",
            "uint" => $"{(uint)bits}u",
            "int" or "short" or "sbyte" or "ushort" or "byte" => $"{bits}",
            _ => bits == 0 ? "null" : $"({Names.Type(type)})0x{(uint)bits:x}u",
        };
    }

    private string OfRelocation(CType type, DataRelocation relocation)
    {
        string spelled = Names.Type(type);
        if (relocation.Label is { } label)
        {
            return OfLabel(type, relocation, label);
        }

        string place = relocation switch
        {
            { Target: FunctionDecl function } => Names.FunctionAddress(context.Program.Function(function), inClass),
            { Target: VarDecl variable } => context.VariableAddress(context.Program.Variable(variable), inClass),
            { Literal: StringLiteral { CharWidth: 1 } text } => $"T({StringText.Utf8Literal(text.Bytes)})",
            { Literal: CompoundLiteralExpr { Image: { } image } literal } => Literal(literal, image),
            _ => throw new PortException(
                PortDiagnostic.Error(
                    "PORT4003",
                    relocation.Literal?.Span.Location ?? SourceLocation.None,
                    "this kind of address in a static initialiser is not supported"
                )
            ),
        };
        string moved =
            relocation.Addend == 0
                ? place
                : $"((byte*){place} {(relocation.Addend < 0 ? "-" : "+")} {Math.Abs(relocation.Addend)})";
        return $"({spelled}){moved}";
    }

    private string OfLabel(CType type, DataRelocation relocation, LabelDecl label)
    {
        FunctionEntity function = context.Program.Function(label.Parent!);
        string method = $"{function.ClassName}.{function.BodyName}";
        string number = $"{JumpPlan.AddressOf(label)}";
        string more = relocation.Addend == 0 ? "" : $" + {relocation.Addend}";
        return relocation.MinusLabel is { } minus
            ? $"({Names.Type(type)})(rt.label_distance(\"{method}\"u8, {number}, {JumpPlan.AddressOf(minus)}){more})"
            : $"({Names.Type(type)})((byte*)rt.label_address(\"{method}\"u8, {number}){more})";
    }

    /// <summary><c>&amp;(T){ ... }</c> outside of a function: an object without a name.</summary>
    private string Literal(CompoundLiteralExpr literal, DataImage image)
    {
        InitializerWriter inner = new(context, inClass, null) { _lowering = _lowering };
        inner.Use(image);
        bool isArray = literal.Type.Canonical is ArrayType;
        ArrayText text = isArray
            ? ArrayText.Of(Names, (ArrayType)literal.Type.Canonical)
            : new ArrayText(Names.Type(literal.Type), Names.Canonical(literal.Type));
        if (!isArray)
        {
            inner._out.Append(text.Open);
        }

        inner.Object(literal.Type, literal.Initializer, 0);
        string made = inner._out.Line + (isArray ? "" : text.Close(null));
        CType element = literal.Type;
        while (element.Canonical is ArrayType array)
        {
            element = array.Element;
        }

        return element.IsConst ? $"rt.constant({made})" : made;
    }
}
