using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary><c>a = b</c> -> <c>a = b</c>, the value first where the order shows; structs by copies, volatile and
/// atomic places by calls.</summary>
internal sealed class Assignments(FunctionScope scope) : Construct(scope)
{
    public Ex Assign(BinaryExpr assign)
    {
        if (assign.Type.Canonical is RecordType record && !IsAtomic(assign.Left.Type))
        {
            return AssignRecord(assign, record);
        }

        if (IsSwizzle(assign.Left))
        {
            return Vectors.AssignElements(assign, assign.Left, _ => Value(assign.Right));
        }

        if (CopiesByCall(assign))
        {
            return Value(assign.Left);
        }

        CsType type = Atomics.ValueType(assign.Left.Type);
        bool isFirst = Order.HasValueFirst(assign.Left, assign.Right);
        if (assign.Left.IsBitField && assign != Scope.Statement && !IsKeptWhole(assign))
        {
            Ex value = ValueFirst(isFirst, Assigned(assign.Right, assign.Left, type), type);
            return ReadBack(assign.Left, place => Cs.Assign(place, "=", value));
        }

        // The value's lines come first: a place cannot be saved as a value can, and clang computes the value first,
        // too.
        Ex[] sides = InOrder(
            () => ValueFirst(isFirst, Assigned(assign.Right, assign.Left, type), type),
            () => Value(assign.Left)
        );
        return Store(assign, assign.Left, sides[1], sides[0], type);
    }

    /// <summary><c>place = f()</c> -> <c>t = f(); place = t</c> where the order shows.</summary>
    public Ex ValueFirst(bool isFirst, Ex value, CsType type) =>
        isFirst && !value.IsStable && value.Const == null
            ? Save(value with { Type = value.Type.IsNone ? type : value.Type })
            : value;

    /// <summary>The value of an assignment to a bit-field is what the field holds afterwards; C# would give what was
    /// assigned. The field's struct is found once.</summary>
    public Ex ReadBack(Expr field, Func<Ex, Ex> assign)
    {
        Ex place = Places.FieldFoundOnce(field);
        Hoist(assign(place));
        return place;
    }

    /// <summary>The right side as the left one's type. Bit-field properties have the declared type of the
    /// field.</summary>
    private Ex Assigned(Expr right, Expr left, CsType type) => To(Value(right), type, Written(left.Type));

    /// <summary>Writing a volatile place is a call without a value; where C goes on with the value, it is kept in a
    /// temporary.</summary>
    public Ex Store(Expr? assign, Expr place, Ex target, Ex value, CsType type)
    {
        if (IsAtomic(place.Type))
        {
            Ex kept =
                assign == null || assign == Scope.Statement || value.IsStable
                    ? value
                    : Save(value with { Type = type });
            Ex effect = Atomics.AtomicCall("store", place.Type, Address(place), kept) with { Type = CsType.None };
            if (assign == null || assign == Scope.Statement)
            {
                return effect;
            }

            Hoist(effect);
            return kept;
        }

        if (!place.Type.IsVolatile || place.IsBitField)
        {
            return Cs.Assign(target, "=", value.Wanted) with { Type = type };
        }

        bool isUsed = assign != null && assign != Scope.Statement;
        Ex stored = !isUsed || value.IsStable ? value : Save(value with { Type = type });
        if (type == CsType.LongDouble || type.IsNumber || IsStructValue(place.Type))
        {
            return Cs.Assign(target, "=", value) with { Type = type }; // several words, as in C
        }

        bool isPointer = type.IsAnyPointer;
        Ex write = isPointer
            ? Cs.WriteVolatile(Cs.WordAt(Address(place)), stored.IsNull ? Cs.Number(0) : Cs.Cast(CsType.UInt, stored))
            : Cs.WriteVolatile(target, stored);
        if (!isUsed)
        {
            return write;
        }

        Hoist(write);
        return stored;
    }

    /// <summary><c>a = b</c> on structs -> <c>rt.copy(&amp;a, &amp;b, (uint)sizeof(T))</c>.</summary>
    private Ex AssignRecord(BinaryExpr assign, RecordType record)
    {
        if (record.Size == 0)
        {
            // Nothing to copy, and C# would write a byte.
            bool isStatement = assign == Scope.Statement;
            Effects.HoistEffects([assign.Right, assign.Left]);
            return isStatement ? Ex.Nothing : Value(assign.Left);
        }

        if (CopiesByCall(assign))
        {
            return Value(assign.Left);
        }

        Ex[] sides = InOrder(() => Value(assign.Right), () => Value(assign.Left));
        return Cs.Assign(sides[1], "=", sides[0]);
    }

    /// <summary>Copies what C# would not copy right by itself, in front of the statement.</summary>
    /// <returns>Whether it does.</returns>
    public bool CopiesByCall(BinaryExpr assign)
    {
        CType type = assign.Left.Type;
        if (type.Canonical is RecordType { Size: 0 } || IsAtomic(type) || assign.Left.IsBitField)
        {
            return false;
        }

        if (!Order.IsOwn(assign.Left) && Context.Overlap.IsPossible(type) && IsOutOfMemory(assign.Right))
        {
            CsType name = Written(type);
            Ex[] sides = InOrder(
                () =>
                    Cs.Unary(
                        "&",
                        IsPlace(assign.Right) ? Value(RecordPlace(assign.Right)) : Saved(assign, name),
                        CsType.VoidPointer
                    ),
                () => Address(assign.Left)
            );
            Hoist(Cs.Call("rt.move", [sides[1], sides[0], Cs.UnsignedSizeOf(name)], CsType.None));
            return true;
        }

        if (type.Canonical is not RecordType || !IsCopiedByCall(type) || !IsPlace(assign.Right))
        {
            return false;
        }

        Ex[] places = InOrder(() => Address(assign.Left), () => Address(RecordPlace(assign.Right)));
        Initializers.HoistCopy(places[0], places[1], Written(assign.Type));
        return true;
    }

    private Ex Saved(BinaryExpr assign, CsType type)
    {
        Ex value =
            assign.Type.Canonical is RecordType ? Value(assign.Right) : Assigned(assign.Right, assign.Left, type);
        // of the others what is stable may be a constant, which has no address
        bool isTemporary = value.IsStable && assign.Type.Canonical is RecordType;
        return isTemporary ? value : Save(value with { Type = type });
    }

    /// <summary>In a kernel, structs beyond 8 bytes are copied by a call: the compiler's own copies use SSE registers,
    /// which a kernel does not save.</summary>
    public bool IsCopiedByCall(CType type) => !Context.IsHosted && type.Canonical.Size > 8;
}
