using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary><c>a op= b</c> -> <c>a op= b</c>, or <c>a = (T)((C)a op b)</c> where C computes in another type.</summary>
internal sealed class CompoundAssignments(FunctionScope scope) : Construct(scope)
{
    /// <summary>
    /// <c>a op= b</c>. C# has the same operator, but wants b in a's type: that is right modulo 2^n for + - * &amp; | ^
    /// and for shifts; division and wider computation are written out.
    /// </summary>
    public Ex CompoundAssign(CompoundAssignExpr assign)
    {
        if (IsSwizzle(assign.Left))
        {
            return Vectors.AssignElements(assign, assign.Left, old => Vectors.Operated(assign, old));
        }

        if (IsStructValue(assign.Left.Type) || IsStructValue(assign.Right.Type))
        {
            return ComplexNumbers.Compound(assign);
        }

        (string op, _) = Operator(assign.Op);
        CsType type = Canonical(assign.Left.Type);
        if (IsAtomic(assign.Left.Type) && AtomicOperators.Compound(assign) is { } atomic)
        {
            return atomic;
        }
        if (assign.Left.Type.Canonical is PointerType pointer)
        {
            return PointerStep(assign, op, pointer);
        }

        CsType computation = Canonical(assign.ComputationResultType);
        if (assign.Left.IsBitField && assign != Scope.Statement)
        {
            Ex by = Operand(assign, RightType(assign, computation));
            return Assignments.ReadBack(assign.Left, place => Cs.Assign(place, "=", Result(assign, place, by)));
        }
        bool isModular =
            assign.Op is BinaryOp.Add or BinaryOp.Sub or BinaryOp.Mul or BinaryOp.And or BinaryOp.Or or BinaryOp.Xor;
        bool isInteger = type != CsType.Bool && !type.IsFloating && !computation.IsFloating;
        bool isShift =
            assign.Op == BinaryOp.Shl || (assign.Op == BinaryOp.Shr && type.IsUnsigned == computation.IsUnsigned);
        if (
            assign.Check != null
            || assign.Left.Type.IsVolatile
            || (type != computation && !(isInteger && (isModular || isShift)))
        )
        {
            return WrittenOut(assign, type, computation);
        }

        CsType right = isShift && isInteger ? CsType.Int : type;
        Ex[] sides = InOrder(() => Operand(assign, right), () => Value(assign.Left));
        return Cs.Assign(sides[1], op + "=", sides[0].Wanted) with { Type = type };
    }

    private Ex PointerStep(CompoundAssignExpr assign, string op, PointerType pointer)
    {
        bool isFirst = Order.HasValueFirstOfCompound(assign.Left, assign.Right);
        bool isTwice = IsBytePointer(pointer) || assign.Check != null;
        Ex[] sides = InOrder(
            () => Assignments.ValueFirst(isFirst, Members.IndexValue(assign.Right), CsType.Int),
            () => isTwice ? Places.FoundOnce(assign.Left) : Value(assign.Left)
        );
        (Ex by, Ex place) = (sides[0], sides[1]);
        if (assign.Check != null)
        {
            return Cs.Assign(place, "=", Guards.Moved(assign, place, by));
        }

        if (isTwice)
        {
            Ex moved = Cs.Cast(
                Canonical(pointer),
                Cs.Binary(Cs.Cast(CsType.BytePointer, place), op, by, Prec.Additive, CsType.BytePointer)
            );
            return Cs.Assign(place, "=", moved);
        }

        return Cs.Assign(
            place,
            op + "=",
            pointer.Pointee.Canonical is ArrayType inner ? Members.Scaled(by, inner) : by
        );
    }

    /// <summary><c>a op= b</c> -> <c>a = (T)((C)a op b)</c>; the place is evaluated twice, so its address is saved
    /// first when it is not simple.</summary>
    private Ex WrittenOut(CompoundAssignExpr assign, CsType type, CsType computation)
    {
        bool isSimple = assign.Left.IsBitField || Strip(assign.Left) is DeclRefExpr;
        Func<Ex> findValue = () => Operand(assign, RightType(assign, computation));
        Func<Ex> findPlace = () =>
            isSimple
                ? Places.FoundOnce(assign.Left)
                : Cs.Unary("*", Save(Address(assign.Left) with { Type = PointerTo(assign.Left.Type) }), type);
        Ex[] sides = EvaluationOrder.HasEffect(assign.Left)
            ? InOrder(findValue, findPlace)
            : [findValue(), findPlace()];
        (Ex by, Ex place) = (sides[0], sides[1]);

        Ex value =
            assign.Left.Type.IsVolatile && !assign.Left.IsBitField && IsReadAtOnce(type)
                ? Cs.ReadVolatile(place, type)
                : place;
        return Assignments.Store(assign, assign.Left, place, Result(assign, value, by), type);
    }

    /// <summary>The right side, in front of the statement where the order shows.</summary>
    private Ex Operand(CompoundAssignExpr assign, CsType type) =>
        Assignments.ValueFirst(
            Order.HasValueFirstOfCompound(assign.Left, assign.Right),
            To(Numeric(Value(assign.Right)), type),
            type
        );

    /// <summary>Whether what is checked is that the floating point result fits.</summary>
    private bool IsConverted(CompoundAssignExpr assign) =>
        Canonical(assign.ComputationResultType).IsFloating && !Canonical(assign.Type).IsFloating;

    /// <summary>What is assigned, in the place's type.</summary>
    public Ex Result(CompoundAssignExpr assign, Ex old, Ex by)
    {
        Ex result = Computed(assign, old, Canonical(assign.ComputationResultType), by);
        return assign.Check is { } check && IsConverted(assign)
            ? CheckedAccesses.Converted(result, check, assign.ComputationResultType, assign.Type)
            : To(result, Canonical(assign.Left.Type));
    }

    /// <summary>C# counts shifts by an int; a check wants to see all of it.</summary>
    public CsType RightType(CompoundAssignExpr assign, CsType computation) =>
        assign.Op is not (BinaryOp.Shl or BinaryOp.Shr) ? computation
        : assign.Check == null ? CsType.Int
        : Canonical(assign.Right.Type);

    private Ex Computed(CompoundAssignExpr assign, Ex place, CsType computation, Ex by)
    {
        if (assign.Check is { } check && !IsConverted(assign))
        {
            return Checks.Operated(assign, check, Exact(Numeric(place), computation), by);
        }

        Ex left = Exact(Numeric(place), computation);
        (left, by) = Shown(left, by);
        (string op, Prec prec) = Operator(assign.Op);
        return Cs.Binary(left, op, by, prec, computation);
    }
}
