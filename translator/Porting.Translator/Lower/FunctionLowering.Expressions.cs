using System.Globalization;
using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Translator.Lower;

internal sealed partial class FunctionLowering
{
    /// <summary>The value of an expression (for lvalues: the place, usable as a value and as an assignment target;
    /// arrays: pointer to the first element).</summary>
    private Ex Value(Expr expr)
    {
        Ex value = Lowered(expr);
        return expr.Constant is { IsFloat: false } constant && value.Known == null
            ? value with
            {
                Known = constant.Bits,
            }
            : value;
    }

    private Ex Lowered(Expr expr)
    {
        if (
            expr.MacroName != null
            && expr.Constant is { IsFloat: false } constant
            && Names.Macro(expr.MacroName, constant.Bits, _class, out string macroType) is { } macro
        )
        {
            return Cs.Name(macro, CsType.Of(macroType)) with { Const = constant.Bits, IsStable = true };
        }

        return expr switch
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
            DeclRefExpr reference => Reference(reference),
            ParenExpr paren => Value(paren.Inner),
            UnaryExpr unary => Unary(unary),
            BinaryExpr binary => Binary(binary),
            CompoundAssignExpr assign => CompoundAssign(assign),
            ConditionalExpr { Condition.Type.Canonical: VectorType } conditional => VectorSelect(conditional),
            ConditionalExpr conditional => Conditional(conditional),
            BinaryConditionalExpr conditional => ConditionalWithoutMiddle(conditional),
            OpaqueValueExpr opaque => _opaque[opaque.SourceId],
            CastExpr cast => Cast(cast),
            MemberExpr member => Member(member, addressable: false),
            SubscriptExpr subscript => Subscript(subscript),
            CallExpr call => Call(call),
            CompoundLiteralExpr literal => CompoundLiteral(literal),
            TypeTraitExpr trait => TypeTrait(trait),
            OffsetOfExpr offset => OffsetOf(offset),
            VaArgExpr arg => VaArg(arg),
            StmtExpr block => StatementExpression(block),
            SelectionExpr selection => Value(selection.Chosen),
            ImplicitValueInitExpr => Cs.Default(Canonical(expr.Type)),
            InitListExpr { Elements.Count: 1 } list
                when list.Type.Canonical is BuiltinType or PointerType or EnumType => Value(list.Elements[0]),
            InitListExpr { Elements.Count: 0 } list
                when list.Type.Canonical is BuiltinType or PointerType or EnumType or ComplexType => Cs.Default(
                Canonical(list.Type)
            ),
            InitListExpr list when list.Type.Canonical is ComplexType => ComplexList(list),
            InitListExpr list when list.Type.Canonical is VectorType => VectorList(list),
            ImaginaryLiteral literal => Imaginary(literal),
            ShuffleVectorExpr shuffle => Shuffle(shuffle),
            ConvertVectorExpr convert => ConvertVector(convert),
            VectorElementExpr access => VectorElements(access),
            AtomicExpr atomic => Atomic(atomic),
            AddrLabelExpr address => LabelAddress(address),
            UnknownExpr { Constant: { IsFloat: false } folded } => Literal(folded.Bits, expr.Type),
            UnknownExpr unknown => Failed(
                "PORT3000",
                expr,
                $"expressions of kind {unknown.ClangKind} are not supported"
            ),
            _ => Failed("PORT3000", expr, $"expressions of kind {expr.GetType().Name} are not supported"),
        };
    }

    /// <summary>__LINE__, also by way of another macro. Hosted C# is compiled as soon as it is made, and has the
    /// number.</summary>
    private bool IsLine(IntegerLiteral literal) =>
        !_context.IsHosted
        && literal.Expansions.Any(e => e.Kind == MacroExpansionKind.Made)
        && (literal.MacroName == "__LINE__" || literal.Value == literal.Span.StartLine);

    private readonly Dictionary<int, Ex> _opaque = [];

    /// <summary>An integer constant in the notation of the C source where that is C# too.</summary>
    private Ex Literal(long value, CType type, string text = "")
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

    private Ex Floating(ConstantValue constant, CType type)
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

        if (double.IsNaN(value) && _context.IsHosted)
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
    private Ex TextLiteral(StringLiteral literal)
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

    /// <summary>A member by its simple name, unless a local of this function hides it: C's scopes are smaller than
    /// C#'s.</summary>
    private string Unhidden(string member, string ofClass) =>
        !member.Contains('.') && _locals.IsTaken(member) ? $"{ofClass}.{member}" : member;

    private Ex Reference(DeclRefExpr reference)
    {
        switch (reference.Decl)
        {
            case EnumConstantDecl constant:
                return EnumConstant(constant);
            case FunctionDecl function:
                FunctionEntity named = _context.Program.Function(function);
                return Cs.Name(
                    Names.FunctionAddress(named, _class),
                    CsType.Of(Names.FunctionPointer(named.Decl.Type))
                ) with
                {
                    IsStable = true,
                };
            case VarDecl { IsGlobal: true } variable:
                VariableEntity entity = _context.Program.Variable(variable);
                if (entity.IsDropped)
                {
                    Error(
                        "PORT2021",
                        reference,
                        $"'{variable.Name}' is dropped by handwritten code, but this translated code still uses it"
                    );
                }

                if (OtherType(variable, entity) is { } declared)
                {
                    return Seen(entity, declared, variable.Type);
                }

                return Cs.Name(
                    Unhidden(Names.Variable(entity, _class), entity.ClassName),
                    Canonical(variable.Type)
                ) with
                {
                    IsStable = variable.Type.Canonical is ArrayType,
                };
            case VarDecl local when IsBoxed(local):
                return Deref(_locals.Of(local), reference.Type);
            case ParameterDecl parameter when _stacked.TryGetValue(parameter, out string? place):
                return Deref(place, reference.Type);
            default:
                return Cs.Name(_locals.Of(reference.Decl), Canonical(reference.Type)) with
                {
                    IsStable = reference.Type.Canonical is ArrayType,
                };
        }
    }

    /// <summary>A variable that its name is a pointer to.</summary>
    private Ex Deref(string pointer, CType type)
    {
        CsType canonical = Canonical(type);
        return Cs.Unary("*", Cs.Name(pointer, canonical.Pointer), canonical);
    }

    /// <summary>An enumerator by its name: a member, or a constant of the function. Where the enumeration stands in
    /// neither (inside a parameter list or a struct of the function), its value.</summary>
    private Ex EnumConstant(EnumConstantDecl constant)
    {
        CsType type = Canonical(constant.Type);
        string? name =
            _locals.IsNamed(constant) ? _locals.Of(constant)
            : ProgramNames.IsMember(constant)
                ? Unhidden(
                    Names.EnumConstant(constant, _class),
                    _context.Program.FileOf(constant.File)?.ClassName ?? "Foreign"
                )
            : null;
        return name == null
            ? Literal(constant.Value, constant.Type)
            : Cs.Name(name, type) with
            {
                Const = type == CsType.Bool ? null : constant.Value,
                IsStable = true,
            };
    }

    /// <summary>Enumerations of the function: <c>const</c> locals at its top, where jumps into blocks cannot pass
    /// them.</summary>
    private void DeclareLocalConstants()
    {
        foreach (
            EnumConstantDecl constant in BodyWalker
                .Decls(_function.Body!)
                .OfType<EnumDecl>()
                .SelectMany(e => e.Constants)
        )
        {
            Ex value = Literal(constant.Value, constant.Type);
            Declaration declared = Cs.Declare(Canonical(constant.Type), _locals.Of(constant), value);
            _out.Add(declared with { IsConstant = true, Place = PlaceOf(constant.Span) });
        }
    }

    /// <summary>Member access; arrays yield the pointer to their first element, which needs a base that does not
    /// move.</summary>
    private Ex Member(MemberExpr member, bool addressable)
    {
        if (
            member.Field.Type.Canonical is RecordType { Size: 0 }
            && Names.Shape(member.Field) == FieldShape.ArrayProperty
        )
        {
            CsType empty = Canonical(member.Field.Type);
            return Cs.Unary("*", MemberAccess(member, addressable) with { Type = empty.Pointer }, empty);
        }

        return OtherType(member.Field) is { } declared
            ? Seen(MemberAccess(member, addressable: true), declared, member.Field.Type)
            : MemberAccess(member, addressable);
    }

    private Ex MemberAccess(MemberExpr member, bool addressable)
    {
        // a.(anonymous).b is a.b, as it is written in C.
        Expr holder = member.Base;
        bool isArrow = member.IsArrow;
        while (Strip(holder) is MemberExpr { Field: { IsAnonymous: true, IsBitField: false } } anonymous)
        {
            (holder, isArrow) = (anonymous.Base, anonymous.IsArrow);
        }

        string name = Names.Field(member.Field);
        FieldShape shape = Names.Shape(member.Field);
        CsType type = Canonical(member.Field.Type);
        if (isArrow)
        {
            return Access(
                shape == FieldShape.FixedBuffer || addressable ? Typed(Value(holder), holder.Type) : Followed(holder),
                "->",
                name,
                shape,
                type
            );
        }

        bool needsPlace = addressable || shape is FieldShape.FixedBuffer or FieldShape.ArrayProperty;
        Expr target = Strip(holder);
        if (needsPlace && target is DeclRefExpr { Decl: VarDecl { IsGlobal: true } variable })
        {
            VariableEntity entity = _context.Program.Variable(variable);
            return Access(
                OtherType(variable, entity) is { } declared
                    ? SeenAddress(entity, declared, variable.Type)
                    : Cs.Name(_context.VariableAddress(entity, _class), Canonical(variable.Type).Pointer),
                "->",
                name,
                shape,
                type
            );
        }

        Ex place = target switch
        {
            MemberExpr inner => Member(inner, needsPlace),
            UnaryExpr { Op: UnaryOp.Deref } deref => Value(deref.Operand) with { },
            // a value that a function returns has no place of its own
            _ when needsPlace && !IsPlace(target) => Save(Value(target)),
            _ => Value(target),
        };
        return target is UnaryExpr { Op: UnaryOp.Deref }
            ? Access(place, "->", name, shape, type)
            : Access(place, ".", name, shape, type);
    }

    private static Ex Access(Ex target, string op, string name, FieldShape shape, CsType type) =>
        Cs.Member(target, op, name, shape == FieldShape.FixedBuffer ? type : type);

    private static Expr Strip(Expr expr)
    {
        while (expr is ParenExpr paren)
        {
            expr = paren.Inner;
        }

        return expr;
    }

    /// <summary>a[i]; when the element is itself an array, the pointer to its first element.</summary>
    private Ex Subscript(SubscriptExpr subscript, bool isFollowed = true)
    {
        if (subscript.Base.Type.Canonical is VectorType)
        {
            return VectorSubscript(subscript);
        }

        // a[i][j] on an array of arrays is a[i * columns + j]: C# has a pointer to the innermost elements.
        List<(Expr Index, ArrayType? Element)> steps = [];
        Expr root = subscript;
        while (Strip(root) is SubscriptExpr step && (steps.Count == 0 || step.Type.Canonical is ArrayType))
        {
            steps.Insert(0, (step.Index, step.Type.Canonical as ArrayType));
            root = Strip(step.Base) is CastExpr { Kind: CastKind.ArrayToPointerDecay } decay
                ? decay.Operand
                : step.Base;
            if (Strip(root) is not SubscriptExpr)
            {
                root = step.Base;
                break;
            }
        }

        bool isPlace = isFollowed && subscript.Type.Canonical is not ArrayType;
        Ex[] parts = InOrder([
            () => isPlace ? Followed(root) : Typed(Value(root), root.Type),
            .. steps.Select(s => (Func<Ex>)(() => IndexValue(s.Index))),
        ]);
        Ex index = steps
            .Select((s, i) => s.Element == null ? parts[i + 1] : Scaled(parts[i + 1], s.Element))
            .Aggregate(SumOfIndices);
        return subscript.Type.Canonical is ArrayType
            ? IsZero(index)
                ? parts[0]
                : Cs.Binary(parts[0], "+", index, Prec.Additive, parts[0].Type)
            : Cs.Index(parts[0], index, Canonical(subscript.Type));
    }

    /// <summary>A pointer that is only followed: an array with a name is that name then.</summary>
    private Ex Followed(Expr pointer) =>
        Strip(pointer) is CastExpr { Kind: CastKind.ArrayToPointerDecay } decay
        && NamedArray(decay.Operand) is { } array
            ? Value(array)
            : Typed(Value(pointer), pointer.Type);

    private static DeclRefExpr? NamedArray(Expr array) =>
        Strip(array) is DeclRefExpr { Decl: VarDecl { IsGlobal: true, Type.Canonical: ArrayType } } named
            ? named
            : null;

    private static bool IsZero(Ex index) => index.Node is IntegerNode { IsZero: true };

    private static Ex SumOfIndices(Ex left, Ex right)
    {
        if (left.Const is { } a && right.Const is { } b && a + b is >= int.MinValue and <= int.MaxValue)
        {
            return IsZero(left) ? right : Cs.Constant(a + b);
        }

        return IsZero(left) ? right
            : IsZero(right) ? left
            : Cs.Binary(AsInt(left), "+", AsInt(right), Prec.Additive, CsType.Int);
    }

    /// <summary>Indices of different types are added modulo 2^32, as addresses are.</summary>
    private static Ex AsInt(Ex index) =>
        index.Type == CsType.Int || index.Type.IsPromoted ? index : To(index, CsType.Int);

    private Ex IndexValue(Expr index) => Numeric(Value(index));

    /// <summary>A number as C# arithmetic sees it: bool and char are made int.</summary>
    private static Ex Numeric(Ex value) => value.Type == CsType.Bool ? To(value, CsType.Int) : value;

    /// <summary>An index into an array of arrays counts elements of the innermost type.</summary>
    private Ex Scaled(Ex index, ArrayType element)
    {
        if (element.Size < 0 && element.Kind != ArrayKind.Incomplete)
        {
            Ex elements = CountOf(element);
            for (CType inside = element.Element; inside.Canonical is ArrayType array; inside = array.Element)
            {
                elements = Cs.Binary(elements, "*", CountOf(array), Prec.Multiplicative, CsType.UInt);
            }

            return Cs.Binary(AsInt(index), "*", Cs.Cast(CsType.Int, elements), Prec.Multiplicative, CsType.Int);
        }

        long count = 1;
        for (CType type = element; type.Canonical is ArrayType array; type = array.Element)
        {
            count *= array.Count;
        }

        if (index.Const is { } known && known * count is >= int.MinValue and <= int.MaxValue)
        {
            return Cs.Constant(known * count);
        }

        Ex number = index.Type == CsType.UInt ? index : AsInt(index);
        return count == 1
            ? index
            : Cs.Binary(
                number,
                "*",
                Cs.Number(count),
                Prec.Multiplicative,
                number.Type == CsType.UInt ? CsType.UInt : CsType.Int
            );
    }

    private Ex TypeTrait(TypeTraitExpr trait)
    {
        if (trait.Constant is not { } constant)
        {
            return SizeOf(trait.ArgumentType);
        }

        return
            trait.Kind == TypeTraitKind.SizeOf && Canonical(trait.Type) == CsType.UInt && Measured(trait) is { } spelled
            ? spelled
            : Literal(constant.Bits, trait.Type);
    }

    /// <summary>By C#'s sizeof, an array by its number of elements times that; null for what C# cannot measure or is
    /// clearer as a number.</summary>
    private Ex? Measured(TypeTraitExpr trait)
    {
        CType type = trait.ArgumentType;
        List<long> counts = [];
        while (type.Canonical is ArrayType { Kind: ArrayKind.Constant, Count: > 0 } array)
        {
            counts.Add(array.Count);
            type = array.Element;
        }

        if (counts.Count > 0 && type.Canonical.Size == 1)
        {
            return null;
        }

        // Of the length of each dimension and the size of an element.
        Ex Product(Ex size) =>
            counts
                .Select(c => Cs.Number(c))
                .Append(size)
                .Aggregate((left, right) => Cs.Binary(left, "*", right, Prec.Multiplicative, size.Type)) with
            {
                Type = CsType.UInt,
                IsStable = true,
            };
        return type.Canonical switch
        {
            // C#'s sizeof is a constant, and an int, for built-in types alone.
            BuiltinType { Kind: not (BuiltinKind.Void or BuiltinKind.LongDouble or BuiltinKind.Number) } => Product(
                Cs.SizeOf(Written(type))
            ) with
            {
                Const = trait.Constant!.Value.Bits,
                IsLoose = true,
            },
            RecordType { Decl.IsComplete: true, Size: > 0 }
            or BuiltinType { Kind: BuiltinKind.LongDouble or BuiltinKind.Number } => Product(
                Cs.UnsignedSizeOf(Written(type))
            ),
            PointerType pointer when trait.IsTypeWritten || pointer.Pointee.Canonical is not FunctionType => Product(
                Cs.UnsignedSizeOf(Written(type))
            ),
            _ => null,
        };
    }

    /// <summary>offsetof, also with an index that is known only at run time.</summary>
    private Ex OffsetOf(OffsetOfExpr offset)
    {
        if (offset.Constant is { IsFloat: false } constant)
        {
            return Literal(constant.Bits, offset.Type);
        }

        CType at = offset.RecordType.Canonical;
        Ex? sum = null;
        foreach (OffsetOfStep step in offset.Steps)
        {
            at = step.Field?.Type.Canonical ?? ((ArrayType)at).Element.Canonical;
            Ex part =
                step.Field != null
                    ? Cs.Number(step.Field.BitOffset / 8, CsType.UInt, "u")
                    : Cs.Binary(
                        To(Numeric(Value(step.Index!)), CsType.UInt),
                        "*",
                        Cs.Number(at.Size, CsType.UInt, "u"),
                        Prec.Multiplicative,
                        CsType.UInt
                    );
            sum = sum is { } before ? Cs.Binary(before, "+", part, Prec.Additive, CsType.UInt) : part;
        }

        return sum ?? Cs.Number(0, CsType.UInt);
    }
}
