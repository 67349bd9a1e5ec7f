using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary>Vector extensions -> structs with operators (<see cref="Emit.VectorEmitter"/>); elements are reached
/// through a pointer to the vector.</summary>
internal sealed class Vectors(FunctionScope scope) : Construct(scope)
{
    private CsType ElementOf(CType vector) => Canonical(((VectorType)vector.Canonical).Element);

    /// <summary>The elements of a vector that lies somewhere: <c>(int*)&amp;v</c>.</summary>
    private Ex Elements(Expr vector)
    {
        CsType element = ElementOf(vector.Type);
        Ex address = IsPlace(vector)
            ? Address(RecordPlace(vector))
            : Cs.Unary("&", Save(Value(vector)), Canonical(vector.Type).Pointer);
        return Cs.Cast(element.Pointer, address) with { Type = element.Pointer };
    }

    private static Ex ElementAt(Ex elements, Ex index, CsType type) => Cs.Index(elements, index, type);

    private static Ex ElementAt(Ex elements, int index, CsType type) => ElementAt(elements, Cs.Number(index), type);

    /// <summary>v[i], a place when v is one.</summary>
    public Ex Subscript(SubscriptExpr subscript)
    {
        Ex[] parts = InOrder(
            () => Elements(subscript.Base),
            () => CheckedAccesses.Index(subscript, subscript.Base, subscript.Index)
        );
        return ElementAt(parts[0], parts[1], ElementOf(subscript.Base.Type));
    }

    /// <summary>v.x, v.s31 of OpenCL's vectors.</summary>
    public Ex Swizzled(VectorElementExpr access)
    {
        CType vector = access.IsArrow ? ((PointerType)access.Base.Type.Canonical).Pointee : access.Base.Type;
        CsType element = ElementOf(vector);
        Ex elements = ElementsAround(access, element);
        if (access.Elements.Count == 1)
        {
            return ElementAt(elements, access.Elements[0], element);
        }

        Ex from = Save(elements);
        return New(access.Type, [.. access.Elements.Select(i => ElementAt(from, i, element))]);
    }

    /// <summary><c>v.xy = w</c>, <c>v.wz += w</c>: element by element, in front of the statement.</summary>
    /// <param name="next">The vector that the elements get, given what they are where that counts.</param>
    public Ex AssignElements(Expr whole, Expr place, Func<Ex, Ex> next)
    {
        (VectorElementExpr access, int[] indices) = Flattened((VectorElementExpr)Strip(place));
        CsType element = ElementOf(place.Type);
        bool isStatement = whole == Scope.Statement;
        Ex elements,
            value;
        if (whole is BinaryExpr)
        {
            Ex[] sides = InOrder(
                () => Save(next(default) with { Type = Canonical(place.Type) }),
                () => Save(ElementsAround(access, element))
            );
            (value, elements) = (sides[0], sides[1]);
        }
        else
        {
            elements = Save(ElementsAround(access, element));
            value = Save(next(New(place.Type, [.. indices.Select(i => ElementAt(elements, i, element))])));
        }

        Ex from = Cs.Cast(element.Pointer, Cs.Unary("&", value, value.Type.Pointer)) with { Type = element.Pointer };
        for (int i = 0; i < indices.Length; i++)
        {
            Hoist(Cs.Assign(ElementAt(elements, indices[i], element), "=", ElementAt(from, i, element)));
        }

        return isStatement ? Ex.Nothing : value;
    }

    /// <summary>The elements of <c>v.wzyx.xy</c> by their places in v.</summary>
    private static (VectorElementExpr Access, int[] Indices) Flattened(VectorElementExpr access)
    {
        int[] indices = [.. access.Elements];
        while (!access.IsArrow && Strip(access.Base) is VectorElementExpr { Elements.Count: > 1 } inner)
        {
            indices = [.. indices.Select(i => inner.Elements[i])];
            access = inner;
        }

        return (access, indices);
    }

    private Ex ElementsAround(VectorElementExpr access, CsType element) =>
        access.IsArrow
            ? Cs.Cast(element.Pointer, Value(access.Base)) with
            {
                Type = element.Pointer,
            }
            : Elements(access.Base);

    /// <summary>The value of <c>a op= b</c> on vectors.</summary>
    public Ex Operated(CompoundAssignExpr assign, Ex old)
    {
        (string op, Prec prec) = Operator(assign.Op);
        Ex by = IsShift(assign.Op) ? ShiftCounts(assign.Right, assign.Left.Type) : ComplexNumbers.Operand(assign.Right);
        return Cs.Binary(old, op, by, prec, Canonical(assign.Left.Type));
    }

    private Ex New(CType type, IReadOnlyList<Ex> elements)
    {
        VectorType vector = (VectorType)type.Canonical;
        CsType element = Canonical(vector.Element);
        return Cs.New(
            Canonical(type),
            elements.Concat(Enumerable.Repeat(ComplexNumbers.Zero(element), vector.Count - elements.Count))
        );
    }

    /// <summary><c>{ 1, 2 }</c>: the rest is zero; vectors in the list of an OpenCL vector stand for their
    /// elements.</summary>
    public Ex List(InitListExpr list)
    {
        CsType element = ElementOf(list.Type);
        if (list.Elements.Any(e => e.Type.Canonical is VectorType))
        {
            List<Ex> parts = [];
            foreach (Expr part in list.Elements)
            {
                if (part.Type.Canonical is VectorType inner)
                {
                    Ex from = Save(Elements(part));
                    parts.AddRange(Enumerable.Range(0, inner.Count).Select(i => ElementAt(from, i, element)));
                }
                else
                {
                    parts.Add(Stable(To(Numeric(Value(part)), element)));
                }
            }

            return New(list.Type, parts);
        }

        return New(
            list.Type,
            InOrder([
                .. list.Elements.Select(e =>
                    (Func<Ex>)(
                        () => e is ImplicitValueInitExpr ? ComplexNumbers.Zero(element) : To(Numeric(Value(e)), element)
                    )
                ),
            ])
        );
    }

    /// <summary>Counts of a shift may be of another element type than what is shifted.</summary>
    public Ex ShiftCounts(Expr counts, CType shifted)
    {
        CsType element = ElementOf(shifted);
        if (ElementOf(counts.Type) == element)
        {
            return Value(counts);
        }

        if (Strip(counts) is CastExpr { Kind: CastKind.VectorSplat } splat)
        {
            return Cs.Call(
                $"{Canonical(shifted)}.all",
                [To(Numeric(Value(splat.Operand)), element)],
                Canonical(shifted)
            );
        }

        CsType source = ElementOf(counts.Type);
        Ex from = Save(Elements(counts));
        return New(
            shifted,
            [
                .. Enumerable
                    .Range(0, ((VectorType)shifted.Canonical).Count)
                    .Select(i => To(ElementAt(from, i, source), element)),
            ]
        );
    }

    public Ex Splat(CastExpr cast) =>
        Cs.Call(
            $"{Canonical(cast.Type)}.all",
            [To(Numeric(Value(cast.Operand)), ElementOf(cast.Type))],
            Canonical(cast.Type)
        );

    /// <summary>The same bits as another type of the size.</summary>
    public Ex Reinterpret(CastExpr cast)
    {
        CsType type = Canonical(cast.Type);
        if (Canonical(cast.Operand.Type) == type)
        {
            return Value(cast.Operand);
        }

        return IsPlace(cast.Operand)
            ? At(Address(RecordPlace(cast.Operand)), type)
            : Bits(
                To(Value(cast.Operand), Canonical(cast.Operand.Type)) with
                {
                    Type = Canonical(cast.Operand.Type),
                },
                type
            );
    }

    private static Ex At(Ex address, CsType type) =>
        Cs.Unary("*", Cs.Cast(type.Pointer, address) with { Type = type.Pointer }, type);

    private Ex Bits(Ex value, CsType type) => At(Cs.Unary("&", Save(value), value.Type.Pointer), type);

    /// <summary>The C# type of a comparison of two vectors.</summary>
    public CsType MaskOf(CType vector)
    {
        VectorType compared = (VectorType)vector.Canonical;
        return CsType.Of(new Names.VectorShape(Canonical(compared.Element).Text, compared.Count, compared.Size).Mask);
    }

    /// <summary>A comparison as the C type that it has: of vectors of bytes one of char, which may be without a
    /// sign.</summary>
    public Ex Mask(Ex comparison, CType type) =>
        comparison.Type == Canonical(type) ? comparison : Bits(comparison, Canonical(type));

    /// <summary>__builtin_convertvector</summary>
    public Ex ConvertVector(Expr operand, CType type)
    {
        CsType source = ElementOf(operand.Type);
        CsType target = ElementOf(type);
        Ex from = Save(Elements(operand));
        int count = ((VectorType)type.Canonical).Count;
        return New(type, [.. Enumerable.Range(0, count).Select(i => To(ElementAt(from, i, source), target))]);
    }

    /// <summary>__builtin_shufflevector: constant indices count through both vectors, -1 means whatever is there; or a
    /// vector of indices, modulo the number of elements.</summary>
    public Ex Shuffle(ShuffleVectorExpr shuffle)
    {
        CsType element = ElementOf(shuffle.Type);
        int count = ((VectorType)shuffle.Operands[0].Type.Canonical).Count;
        Ex first = Save(Elements(shuffle.Operands[0]));
        Ex second = Save(Elements(shuffle.Operands[1]));
        if (shuffle.Operands.Count == 2)
        {
            CsType mask = ElementOf(shuffle.Operands[1].Type);
            return New(
                shuffle.Type,
                [
                    .. Enumerable
                        .Range(0, count)
                        .Select(i =>
                            ElementAt(
                                first,
                                Cs.Binary(
                                    To(ElementAt(second, i, mask), CsType.Int),
                                    "&",
                                    Cs.Number(count - 1),
                                    Prec.And,
                                    CsType.Int
                                ),
                                element
                            )
                        ),
                ]
            );
        }

        return New(
            shuffle.Type,
            [
                .. shuffle
                    .Operands.Skip(2)
                    .Select(o => (int)(o.Constant?.Bits ?? 0))
                    .Select(i =>
                        i < 0 ? ElementAt(first, 0, element)
                        : i < count ? ElementAt(first, i, element)
                        : ElementAt(second, i - count, element)
                    ),
            ]
        );
    }

    /// <summary><c>mask ? a : b</c>, element by element; both are computed.</summary>
    public Ex Select(ConditionalExpr conditional)
    {
        Ex[] parts = InOrder(
            () =>
                Value(conditional.Condition) is var mask && mask.Type == MaskOf(conditional.Type)
                    ? mask
                    : Bits(mask, MaskOf(conditional.Type)),
            () => Value(conditional.Then),
            () => Value(conditional.Else)
        );
        return Cs.Call($"{Canonical(conditional.Type)}.select", parts, Canonical(conditional.Type));
    }

    public Ex Unary(UnaryExpr unary) =>
        unary.Op switch
        {
            UnaryOp.Plus or UnaryOp.Extension => Value(unary.Operand),
            UnaryOp.Minus => Cs.Unary("-", Value(unary.Operand), Canonical(unary.Type)),
            UnaryOp.BitNot => Cs.Unary("~", Value(unary.Operand), Canonical(unary.Type)),
            UnaryOp.LogicalNot => Mask(WithZero(unary.Operand, "=="), unary.Type),
            _ => throw new InvalidOperationException(unary.Op.ToString()),
        };

    private Ex WithZero(Expr vector, string op)
    {
        CsType type = Canonical(vector.Type);
        Ex zero = Cs.Call($"{type}.all", [ComplexNumbers.Zero(ElementOf(vector.Type))], type);
        return Cs.Binary(Value(vector), op, zero, Prec.Equality, MaskOf(vector.Type));
    }

    /// <summary><c>a &amp;&amp; b</c>, element by element; both are computed.</summary>
    public Ex Logic(BinaryExpr logical)
    {
        (string op, Prec prec) = logical.Op == BinaryOp.LogicalAnd ? ("&", Prec.And) : ("|", Prec.Or);
        Ex[] sides = InOrder(() => WithZero(logical.Left, "!="), () => WithZero(logical.Right, "!="));
        return Mask(Cs.Binary(sides[0], op, sides[1], prec, sides[0].Type), logical.Type);
    }
}
