using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using Porting.Translator.Text;

namespace Porting.Translator.Lower;

internal sealed partial class FunctionLowering
{
    /// <summary>In a kernel, structs beyond 8 bytes are copied by a call: the compiler's own copies use SSE registers,
    /// which a kernel does not save.</summary>
    private bool IsCopiedByCall(CType type) => !_context.IsHosted && type.Canonical.Size > 8;

    /// <summary>Whether a struct expression, conversions apart, is an object in memory and no value that is still to be
    /// made.</summary>
    private static bool IsPlace(Expr value) =>
        RecordPlace(value)
            is DeclRefExpr
                or SubscriptExpr
                or UnaryExpr { Op: UnaryOp.Deref }
                or CompoundLiteralExpr
                or MemberExpr { IsArrow: true }
        || (RecordPlace(value) is MemberExpr member && IsPlace(member.Base));

    private Ex Assign(BinaryExpr assign)
    {
        if (assign.Type.Canonical is RecordType record && !IsAtomic(assign.Left.Type))
        {
            return AssignRecord(assign, record);
        }

        if (IsSwizzle(assign.Left))
        {
            return AssignElements(assign, assign.Left, _ => Value(assign.Right));
        }

        if (CopiesByCall(assign))
        {
            return Value(assign.Left);
        }

        CsType type = ValueType(assign.Left.Type);
        bool isFirst = _order.HasValueFirst(assign.Left, assign.Right);
        if (assign.Left.IsBitField && assign != _statement && !IsKeptWhole(assign))
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
    private Ex ValueFirst(bool isFirst, Ex value, CsType type) =>
        isFirst && !value.IsStable && value.Const == null
            ? Save(value with { Type = value.Type.IsNone ? type : value.Type })
            : value;

    /// <summary><c>a.x = a.y = 0</c>: a constant that every field of the chain holds comes out of it as it went
    /// in.</summary>
    private static bool IsKeptWhole(BinaryExpr assign)
    {
        List<FieldDecl> fields = [];
        Expr right = assign;
        while (right is BinaryExpr { Op: BinaryOp.Assign } step)
        {
            if (step.Left.IsBitField && Strip(step.Left) is MemberExpr member)
            {
                fields.Add(member.Field);
            }

            right = Strip(step.Right);
            while (right is CastExpr { IsImplicit: true, Constant: null } cast)
            {
                right = Strip(cast.Operand);
            }
        }

        return right.Constant is { IsFloat: false, Bits: >= 0 } value
            && fields.All(f => value.Bits < 1L << Math.Min(62, f.BitWidth - 1));
    }

    /// <summary>The value of an assignment to a bit-field is what the field holds afterwards; C# would give what was
    /// assigned. The field's struct is found once.</summary>
    private Ex ReadBack(Expr field, Func<Ex, Ex> assign)
    {
        Ex place = FieldFoundOnce(field);
        Hoist(assign(place));
        return place;
    }

    /// <summary>A bit-field, which has no address: that of its struct is saved.</summary>
    private Ex FieldFoundOnce(Expr field)
    {
        MemberExpr member = (MemberExpr)Strip(field);
        Expr holder = Strip(
            member.Base is CastExpr { Kind: CastKind.LValueToRValue } load ? load.Operand : member.Base
        );
        if (
            holder is DeclRefExpr { Decl: ParameterDecl or VarDecl { IsGlobal: false } }
            || (!member.IsArrow && Strip(member.Base) is DeclRefExpr)
        )
        {
            return Value(field);
        }

        Ex pointer = Save(member.IsArrow ? Value(member.Base) : Address(member.Base));
        return Access(pointer, "->", Names.Field(member.Field), FieldShape.BitField, Canonical(member.Field.Type));
    }

    /// <summary>A place as a text that can stand twice: finding it happens once, in front of the statement where it
    /// does anything.</summary>
    private Ex FoundOnce(Expr place) =>
        !EvaluationOrder.HasEffect(place) ? Value(place)
        : place.IsBitField ? FieldFoundOnce(place)
        : Cs.Unary("*", Save(Address(place) with { Type = PointerTo(place.Type) }), Canonical(place.Type));

    /// <summary>The right side as the left one's type. Bit-field properties have the declared type of the
    /// field.</summary>
    private Ex Assigned(Expr right, Expr left, CsType type) => To(Value(right), type, Written(left.Type));

    /// <summary>The assignment that is a whole statement: nobody asks for its value.</summary>
    private Expr? _statement;

    /// <summary>Writing a volatile place is a call without a value; where C goes on with the value, it is kept in a
    /// temporary.</summary>
    private Ex Store(Expr? assign, Expr place, Ex target, Ex value, CsType type)
    {
        if (IsAtomic(place.Type))
        {
            Ex kept =
                assign == null || assign == _statement || value.IsStable ? value : Save(value with { Type = type });
            Ex effect = AtomicCall("store", place.Type, Address(place), kept) with { Type = CsType.None };
            if (assign == null || assign == _statement)
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

        bool isUsed = assign != null && assign != _statement;
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
            bool isStatement = assign == _statement;
            HoistEffects([assign.Right, assign.Left]);
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
    private bool CopiesByCall(BinaryExpr assign)
    {
        CType type = assign.Left.Type;
        if (type.Canonical is RecordType { Size: 0 } || IsAtomic(type) || assign.Left.IsBitField)
        {
            return false;
        }

        if (!_order.IsOwn(assign.Left) && _context.Overlap.IsPossible(type) && IsOutOfMemory(assign.Right))
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
        HoistCopy(places[0], places[1], Written(assign.Type));
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

    /// <summary>A value that is apart from any object by the rules of C, but one that the compiler may still read from
    /// where it was.</summary>
    private static bool IsOutOfMemory(Expr value)
    {
        Expr place = RecordPlace(value);
        while (place is MemberExpr { IsArrow: false } member)
        {
            place = Strip(member.Base);
        }

        return place switch
        {
            DeclRefExpr { Decl: ParameterDecl or VarDecl { IsGlobal: false } } => true,
            DeclRefExpr or CompoundLiteralExpr => false,
            _ => !IsPlace(value),
        };
    }

    /// <summary>The place that a struct value is read from.</summary>
    private static Expr RecordPlace(Expr value)
    {
        Expr inner = Strip(value);
        while (inner is CastExpr { Kind: CastKind.LValueToRValue or CastKind.NoOp } cast)
        {
            inner = Strip(cast.Operand);
        }

        return inner;
    }

    private static bool IsSwizzle(Expr place) => Strip(place) is VectorElementExpr { Elements.Count: > 1 };

    /// <summary>
    /// <c>a op= b</c>. C# has the same operator, but wants b in a's type: that is right modulo 2^n for + - * &amp; | ^
    /// and for shifts; division and wider computation are written out.
    /// </summary>
    private Ex CompoundAssign(CompoundAssignExpr assign)
    {
        if (IsSwizzle(assign.Left))
        {
            return AssignElements(assign, assign.Left, old => Operated(assign, old));
        }

        if (IsStructValue(assign.Left.Type) || IsStructValue(assign.Right.Type))
        {
            return StructCompound(assign);
        }

        (string op, _) = Operator(assign.Op);
        CsType type = Canonical(assign.Left.Type);
        if (IsAtomic(assign.Left.Type) && AtomicCompound(assign) is { } atomic)
        {
            return atomic;
        }
        if (assign.Left.Type.Canonical is PointerType pointer)
        {
            return PointerStep(assign, op, pointer);
        }

        CsType computation = Canonical(assign.ComputationResultType);
        if (assign.Left.IsBitField && assign != _statement)
        {
            Ex by = Operand(assign, assign.Op is BinaryOp.Shl or BinaryOp.Shr ? CsType.Int : computation);
            return ReadBack(
                assign.Left,
                place => Cs.Assign(place, "=", To(Computed(assign, op, place, computation, by), type))
            );
        }
        bool isModular =
            assign.Op is BinaryOp.Add or BinaryOp.Sub or BinaryOp.Mul or BinaryOp.And or BinaryOp.Or or BinaryOp.Xor;
        bool isInteger = type != CsType.Bool && !type.IsFloating && !computation.IsFloating;
        bool isShift =
            assign.Op == BinaryOp.Shl || (assign.Op == BinaryOp.Shr && type.IsUnsigned == computation.IsUnsigned);
        if (assign.Left.Type.IsVolatile || (type != computation && !(isInteger && (isModular || isShift))))
        {
            return WrittenOut(assign, op, type, computation);
        }

        CsType right = isShift && isInteger ? CsType.Int : type;
        Ex[] sides = InOrder(() => Operand(assign, right), () => Value(assign.Left));
        return Cs.Assign(sides[1], op + "=", sides[0].Wanted) with { Type = type };
    }

    private Ex PointerStep(CompoundAssignExpr assign, string op, PointerType pointer)
    {
        bool isFirst = _order.HasValueFirstOfCompound(assign.Left, assign.Right);
        bool isTwice = IsBytePointer(pointer);
        Ex[] sides = InOrder(
            () => ValueFirst(isFirst, IndexValue(assign.Right), CsType.Int),
            () => isTwice ? FoundOnce(assign.Left) : Value(assign.Left)
        );
        (Ex by, Ex place) = (sides[0], sides[1]);
        if (isTwice)
        {
            Ex moved = Cs.Cast(
                Canonical(pointer),
                Cs.Binary(Cs.Cast(CsType.BytePointer, place), op, by, Prec.Additive, CsType.BytePointer)
            );
            return Cs.Assign(place, "=", moved);
        }

        return Cs.Assign(place, op + "=", pointer.Pointee.Canonical is ArrayType inner ? Scaled(by, inner) : by);
    }

    /// <summary><c>a op= b</c> -> <c>a = (T)((C)a op b)</c>; the place is evaluated twice, so its address is saved
    /// first when it is not simple.</summary>
    private Ex WrittenOut(CompoundAssignExpr assign, string op, CsType type, CsType computation)
    {
        bool isSimple = assign.Left.IsBitField || Strip(assign.Left) is DeclRefExpr;
        Func<Ex> findValue = () =>
            Operand(assign, assign.Op is BinaryOp.Shl or BinaryOp.Shr ? CsType.Int : computation);
        Func<Ex> findPlace = () =>
            isSimple
                ? FoundOnce(assign.Left)
                : Cs.Unary("*", Save(Address(assign.Left) with { Type = PointerTo(assign.Left.Type) }), type);
        Ex[] sides = EvaluationOrder.HasEffect(assign.Left)
            ? InOrder(findValue, findPlace)
            : [findValue(), findPlace()];
        (Ex by, Ex place) = (sides[0], sides[1]);

        Ex value =
            assign.Left.Type.IsVolatile && !assign.Left.IsBitField && IsReadAtOnce(type)
                ? Cs.ReadVolatile(place, type)
                : place;
        return Store(assign, assign.Left, place, To(Computed(assign, op, value, computation, by), type), type);
    }

    /// <summary>The right side, in front of the statement where the order shows.</summary>
    private Ex Operand(CompoundAssignExpr assign, CsType type) =>
        ValueFirst(
            _order.HasValueFirstOfCompound(assign.Left, assign.Right),
            To(Numeric(Value(assign.Right)), type),
            type
        );

    private Ex Computed(CompoundAssignExpr assign, string op, Ex place, CsType computation, Ex by)
    {
        Ex left = Exact(Numeric(place), computation);
        (left, by) = Shown(left, by);
        return Cs.Binary(left, op, by, Operator(assign.Op).Prec, computation);
    }

    /// <summary><c>a, b</c>: a in front of the statement.</summary>
    private Ex Comma(BinaryExpr comma)
    {
        HoistForNothing(comma.Left);
        return Value(comma.Right);
    }

    private void HoistForNothing(Expr value)
    {
        _statement = Strip(value);
        HoistEffect(Value(value));
    }

    private void HoistEffect(Ex value)
    {
        if (Effect(value) is { } effect)
        {
            Hoist(new ExpressionStatement(effect));
        }
    }

    /// <summary>An expression as a statement: C# allows only assignments, calls and steps; others are evaluated for
    /// nothing and dropped when that is safe, else assigned to a discard.</summary>
    private static Node? Effect(Ex value)
    {
        if (value.Node is NothingNode || value.IsStable || value.Const != null)
        {
            return null;
        }

        if (value.IsStatement)
        {
            return value.Node;
        }

        bool isRead =
            (value.Type.IsPointer || value.Type.IsFloating || IsReadAtOnce(value.Type))
            && value.Node.Has(n => n is CallNode call && call.IsOf(Cs.VolatileRead));
        return value.Type.IsNone ? null
            : isRead ? Cs.Call("rt.read", [value], CsType.None).Node
            : Cs.Assign(Cs.Name("_", value.Type), "=", value).Node;
    }

    /// <summary>GNU <c>({ ...; v; })</c>: the statements in front, in a block of their own, the value in a
    /// temporary.</summary>
    private Ex StatementExpression(StmtExpr block)
    {
        IReadOnlyList<Stmt> body = block.Body.Body;
        bool isVoid = block.Type.Canonical is BuiltinType { Kind: BuiltinKind.Void };
        if (body.Count == 1 && body[0] is Expr only)
        {
            return Value(only);
        }

        CsType type = isVoid ? CsType.None : Canonical(block.Type);
        string name = isVoid ? "" : NewTemporary();
        if (!isVoid)
        {
            Hoist(Cs.Declare(type, name));
        }

        Hoist(new Block(Moved(() => WriteStatements(body, name, type))));
        return isVoid ? Ex.Nothing : Cs.Name(name, type) with { IsStable = true };
    }

    private void WriteStatements(IReadOnlyList<Stmt> body, string result, CsType type)
    {
        Stack<Ex> cleanups = [];
        for (int i = 0; i < body.Count; i++)
        {
            Stmt stmt = body[i];
            bool isValue = i == body.Count - 1 && !type.IsNone;
            while (isValue && stmt is LabelStmt label)
            {
                WriteLabelAlone(label);
                stmt = label.Body;
            }

            if (isValue && stmt is Expr last)
            {
                Ex value = To(Value(last), type);
                FlushHoisted(last);
                _out.Add(Cs.Do(Cs.Assign(Cs.Name(result, type), "=", value)));
            }
            else
            {
                WriteStmt(stmt);
                OpenCleanups(stmt, cleanups);
            }
        }

        CloseCleanups(cleanups);
    }

    /// <summary>Statements that stand in front of the one under way, where C's comments and blank lines are not.</summary>
    private NodeList<Statement> Moved(Action lower)
    {
        (CommentFeed comments, bool isMoved) = (_comments, _isMoved);
        (Expr? statement, bool isTailCall, int temporaries) = (_statement, _isTailCall, _temporaries);
        (_comments, _isMoved, _statement, _isTailCall) = (new CommentFeed([]), true, null, false);
        NodeList<Statement> moved = _out.Collected(lower);
        (_comments, _isMoved) = (comments, isMoved);
        (_statement, _isTailCall, _temporaries) = (statement, isTailCall, temporaries);
        return moved;
    }

    private bool _isMoved;
}
