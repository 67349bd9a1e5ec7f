using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using Porting.Translator.Program;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary><c>p->f</c>, <c>a[i][j]</c> -> <c>p->f</c>, <c>a[i * columns + j]</c>: members of structs, elements of
/// arrays.</summary>
internal sealed class Members(FunctionScope scope) : Construct(scope)
{
    /// <summary>Member access; arrays yield the pointer to their first element, which needs a base that does not
    /// move.</summary>
    public Ex Member(MemberExpr member, bool addressable)
    {
        if (
            member.Field.Type.Canonical is RecordType { Size: 0 }
            && Names.Shape(member.Field) == FieldShape.ArrayProperty
        )
        {
            CsType empty = Canonical(member.Field.Type);
            return Cs.Unary("*", MemberAccess(member, addressable) with { Type = empty.Pointer }, empty);
        }

        return SeenTypes.Other(member.Field) is { } declared
            ? SeenTypes.Seen(MemberAccess(member, addressable: true), declared, member.Field.Type)
            : MemberAccess(member, addressable);
    }

    /// <summary>By the type that C# has for it.</summary>
    public Ex MemberAccess(MemberExpr member, bool addressable)
    {
        (Expr holder, bool isArrow) = HolderOf(member);
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
            VariableEntity entity = Context.Program.Variable(variable);
            return Access(
                SeenTypes.Other(variable, entity) is { } declared
                    ? SeenTypes.SeenAddress(entity, declared, variable.Type)
                    : Cs.Name(Context.VariableAddress(entity, Class), Canonical(variable.Type).Pointer),
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

    /// <summary>What C# has the member of: a.(anonymous).b is a.b, as it is written in C.</summary>
    public static (Expr Holder, bool IsArrow) HolderOf(MemberExpr member)
    {
        (Expr holder, bool isArrow) = (member.Base, member.IsArrow);
        while (Strip(holder) is MemberExpr { Field: { IsAnonymous: true, IsBitField: false } } anonymous)
        {
            (holder, isArrow) = (anonymous.Base, anonymous.IsArrow);
        }

        return (holder, isArrow);
    }

    public static Ex Access(Ex target, string op, string name, FieldShape shape, CsType type) =>
        Cs.Member(target, op, name, shape == FieldShape.FixedBuffer ? type : type);

    /// <summary>a[i]; when the element is itself an array, the pointer to its first element.</summary>
    public Ex Subscript(SubscriptExpr subscript, bool isFollowed = true)
    {
        if (subscript.Base.Type.Canonical is VectorType)
        {
            return Vectors.Subscript(subscript);
        }

        // a[i][j] on an array of arrays is a[i * columns + j]: C# has a pointer to the innermost elements.
        List<(SubscriptExpr At, ArrayType? Element)> steps = [];
        Expr root = subscript;
        while (Strip(root) is SubscriptExpr step && (steps.Count == 0 || step.Type.Canonical is ArrayType))
        {
            steps.Insert(0, (step, step.Type.Canonical as ArrayType));
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
            .. steps.Select(s => (Func<Ex>)(() => CheckedAccesses.Index(s.At, s.At.Base, s.At.Index))),
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
    public Ex Followed(Expr pointer) =>
        Strip(pointer) is CastExpr { Kind: CastKind.ArrayToPointerDecay } decay
        && NamedArray(decay.Operand) is { } array
            ? Value(array)
            : Typed(Value(pointer), pointer.Type);

    /// <summary>A pointer that is followed has a type, also a null one.</summary>
    public Ex Typed(Ex pointer, CType type) => pointer.IsNull ? Cs.Paren(Cs.Cast(Canonical(type), Cs.Null)) : pointer;

    /// <summary>An index into an array of arrays counts elements of the innermost type.</summary>
    public Ex Scaled(Ex index, ArrayType element)
    {
        if (element.Size < 0 && element.Kind != ArrayKind.Incomplete)
        {
            Ex elements = Lengths.CountOf(element);
            for (CType inside = element.Element; inside.Canonical is ArrayType array; inside = array.Element)
            {
                elements = Cs.Binary(elements, "*", Lengths.CountOf(array), Prec.Multiplicative, CsType.UInt);
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

    private static bool IsZero(Ex index) => index.Node is IntegerNode { IsZero: true };

    public Ex IndexValue(Expr index) => Numeric(Value(index));
}
