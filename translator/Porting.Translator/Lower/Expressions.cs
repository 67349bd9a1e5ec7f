using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary>Expressions by their kind: each goes to the class of its construct.</summary>
internal sealed class Expressions(FunctionScope scope) : Construct(scope)
{
    /// <summary>The value of an expression (for lvalues: the place, usable as a value and as an assignment target;
    /// arrays: pointer to the first element).</summary>
    public Ex Lower(Expr expr)
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
            && Names.Macro(expr.MacroName, constant.Bits, Class, out string macroType) is { } macro
        )
        {
            return Cs.Name(macro, CsType.Of(macroType)) with { Const = constant.Bits, IsStable = true };
        }

        return expr switch
        {
            DeclRefExpr reference => Places.Reference(reference),
            ParenExpr paren => Lower(paren.Inner),
            UnaryExpr unary => Operators.Unary(unary),
            BinaryExpr binary => Operators.Binary(binary),
            CompoundAssignExpr assign => CompoundAssignments.CompoundAssign(assign),
            ConditionalExpr { Condition.Type.Canonical: VectorType } conditional => Vectors.Select(conditional),
            ConditionalExpr conditional => Conditionals.Conditional(conditional),
            BinaryConditionalExpr conditional => Conditionals.ConditionalWithoutMiddle(conditional),
            OpaqueValueExpr opaque => Opaque[opaque.SourceId],
            CastExpr cast => Casts.Cast(cast),
            MemberExpr member => Members.Member(member, addressable: false),
            SubscriptExpr subscript => Members.Subscript(subscript),
            CallExpr call => Calls.Call(call),
            TypeTraitExpr trait => TypeTrait(trait),
            OffsetOfExpr offset => OffsetOf(offset),
            VaArgExpr arg => Calls.VaArg(arg),
            StmtExpr block => Effects.StatementExpression(block),
            SelectionExpr selection => Lower(selection.Chosen),
            ShuffleVectorExpr shuffle => Vectors.Shuffle(shuffle),
            ConvertVectorExpr convert => Vectors.ConvertVector(convert.Operand, convert.Type),
            VectorElementExpr access => Vectors.Swizzled(access),
            AtomicExpr atomic => Atomics.Atomic(atomic),
            AddrLabelExpr address => FlatStatements.LabelAddress(address),
            CompoundLiteralExpr or InitListExpr or ImplicitValueInitExpr => Initial(expr),
            _ => Literals.Lower(expr) ?? Unknown(expr),
        };
    }

    /// <summary>Values of initialisers, and <c>(T){ ... }</c>.</summary>
    private Ex Initial(Expr expr) =>
        expr switch
        {
            CompoundLiteralExpr literal => Initializers.CompoundLiteral(literal),
            ImplicitValueInitExpr => Cs.Default(Canonical(expr.Type)),
            InitListExpr { Elements.Count: 1 } list
                when list.Type.Canonical is BuiltinType or PointerType or EnumType => Lower(list.Elements[0]),
            InitListExpr { Elements.Count: 0 } list
                when list.Type.Canonical is BuiltinType or PointerType or EnumType or ComplexType => Cs.Default(
                Canonical(list.Type)
            ),
            InitListExpr list when list.Type.Canonical is ComplexType => ComplexNumbers.List(list),
            InitListExpr list when list.Type.Canonical is VectorType => Vectors.List(list),
            _ => Unknown(expr),
        };

    private Ex Unknown(Expr expr) =>
        expr switch
        {
            UnknownExpr { Constant: { IsFloat: false } folded } => Literals.Literal(folded.Bits, expr.Type),
            UnknownExpr unknown => Failed(
                "PORT3000",
                expr,
                $"expressions of kind {unknown.ClangKind} are not supported"
            ),
            _ => Failed("PORT3000", expr, $"expressions of kind {expr.GetType().Name} are not supported"),
        };

    /// <summary>What <c>a ?: b</c> evaluates once, by its number.</summary>
    public Dictionary<int, Ex> Opaque { get; } = [];

    private Ex TypeTrait(TypeTraitExpr trait)
    {
        if (trait.Constant is not { } constant)
        {
            return Lengths.SizeOf(trait.ArgumentType);
        }

        return
            trait.Kind == TypeTraitKind.SizeOf && Canonical(trait.Type) == CsType.UInt && Measured(trait) is { } spelled
            ? spelled
            : Literals.Literal(constant.Bits, trait.Type);
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
            return Literals.Literal(constant.Bits, offset.Type);
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
                        To(Numeric(Lower(step.Index!)), CsType.UInt),
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
