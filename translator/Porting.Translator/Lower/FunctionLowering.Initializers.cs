using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Translator.Lower;

internal sealed partial class FunctionLowering
{
    /// <summary>Local arrays live in stack memory taken once per call: a stackalloc inside a loop would take more each
    /// time round.</summary>
    private void HoistLocalArrays()
    {
        foreach (
            VarDecl array in BodyWalker
                .Decls(_function.Body!)
                .OfType<VarDecl>()
                .Where(v => !v.IsGlobal && v.Type.Canonical is ArrayType { Kind: ArrayKind.Constant })
        )
        {
            CsType pointer = Canonical(array.Type);
            long count = array.Type.Canonical.Size / Math.Max(1, InnermostSize(array.Type));
            WriteStorage(pointer, _locals.Of(array), count, Alignment(array), array.Span);
        }

        foreach (VarDecl variable in BodyWalker.Decls(_function.Body!).OfType<VarDecl>().Where(IsBoxed))
        {
            CsType pointer = Written(variable.Type).Pointer;
            WriteStorage(pointer, _locals.Of(variable), 1, Alignment(variable), variable.Span);
        }

        foreach (
            CompoundLiteralExpr literal in BodyWalker
                .All(_function.Body!)
                .OfType<CompoundLiteralExpr>()
                .Where(l => l.Type.Canonical is ArrayType { Kind: ArrayKind.Constant } || IsBoxed(l))
        )
        {
            string name = _literals[literal] = NewTemporary();
            CsType pointer = IsBoxed(literal) ? Canonical(literal.Type).Pointer : Canonical(literal.Type);
            long count = IsBoxed(literal) ? 1 : literal.Type.Canonical.Size / Math.Max(1, InnermostSize(literal.Type));
            WriteStorage(pointer, name, count, Alignment(literal.Type, 0), literal.Span);
        }

        foreach (VarDecl array in BodyWalker.Decls(_function.Body!).OfType<VarDecl>().Where(IsVariableLength))
        {
            CsType pointer = Canonical(array.Type);
            string name = _locals.Of(array);
            CPlace place = PlaceOf(array.Span);
            _out.Add(Cs.Declare(pointer, name, Cs.Null) with { Place = place });
            _out.Add(Cs.Declare(CsType.UInt, RoomOf(array), Cs.Number(0)) with { Place = place });
        }

        DeclareLastingCounts();
    }

    /// <summary>Its memory is taken at the top of the function, so its name is one of the whole function.</summary>
    private static bool IsDeclaredOnTop(VarDecl variable) =>
        !variable.IsGlobal
        && (
            variable.Type.Canonical is ArrayType { Kind: ArrayKind.Constant }
            || IsBoxed(variable)
            || IsVariableLength(variable)
        );

    private readonly Dictionary<CompoundLiteralExpr, string> _literals = [];
    private readonly Dictionary<VarDecl, string> _rooms = [];

    private string RoomOf(VarDecl array)
    {
        if (!_rooms.TryGetValue(array, out string? name))
        {
            _rooms[array] = name = _locals.Fresh($"{_locals.Of(array).TrimStart('@')}_room");
        }

        return name;
    }

    private static bool IsVariableLength(VarDecl variable) =>
        !variable.IsGlobal && variable.Type.Canonical is ArrayType { Size: < 0 };

    private static int Alignment(VarDecl variable) => Alignment(variable.Type, variable.AlignedTo);

    /// <summary>Beyond what the stack gives by itself.</summary>
    private static int Alignment(CType type, int wanted) =>
        Math.Max(wanted, Math.Max(type.Align, type.Canonical.Align)) is var align and > 4 ? align : 0;

    /// <summary>As a variable is. A vector is read as a whole, wherever it lies.</summary>
    private static bool IsBoxed(CompoundLiteralExpr literal) =>
        literal.Type.Canonical is not (ArrayType or VectorType) && Alignment(literal.Type, 0) > 0;

    /// <summary>A variable that C# cannot place as C wants it lives in aligned memory, and its name stands for a
    /// pointer.</summary>
    private static bool IsBoxed(VarDecl variable) =>
        !variable.IsGlobal
        && variable.Type.Canonical is not ArrayType
        && Alignment(variable) > 0
        && !IsLooseVector(variable);

    /// <summary>A vector that nobody has a pointer to may lie anywhere.</summary>
    private static bool IsLooseVector(VarDecl variable) =>
        variable is { Type.Canonical: VectorType, AlignedTo: 0, IsAddressTaken: false };

    private void WriteStorage(CsType pointer, string name, long count, int alignment, Span at)
    {
        CsType element = pointer.Element!;
        if (alignment == 0)
        {
            // An array of nothing has an address, too; C#'s would be null.
            Ex room = Cs.StackAllocation(element, Cs.Number(Math.Max(1, count)));
            _out.Add(Cs.Declare(pointer, name, room) with { Place = PlaceOf(at) });
            return;
        }

        string bytes = _locals.Fresh(name.TrimStart('@') + "_bytes");
        Ex size = Cs.Binary(Cs.Number(count), "*", Cs.SizeOf(element), Prec.Multiplicative, CsType.Int);
        _out.Add(Bytes(bytes, size, alignment - 1) with { Place = PlaceOf(at) });
        _out.Add(Cs.Declare(pointer, name, AlignedIn(bytes, pointer, alignment)) with { Place = PlaceOf(at) });
    }

    /// <summary><c>byte* name = stackalloc byte[size + more];</c></summary>
    private static Declaration Bytes(string name, Ex size, int more)
    {
        Ex count = Cs.Binary(size, "+", Cs.Number(more), Prec.Additive, CsType.Int);
        return Cs.Declare(CsType.BytePointer, name, Cs.StackAllocation(CsType.Byte, count));
    }

    private static Ex AlignedIn(string bytes, CsType pointer, long alignment) =>
        Cs.Cast(pointer, AlignedUp(Cs.Name(bytes, CsType.BytePointer), alignment));

    /// <summary>
    /// A variable-length array keeps its memory for the function, and takes more only when it has to be larger than
    /// before: C# cannot give stack memory back in a loop.
    /// </summary>
    private void WriteVariableArray(VarDecl array, Stmt at)
    {
        Ex name = Cs.Name(_locals.Of(array), Canonical(array.Type));
        Ex room = Cs.Name(RoomOf(array), CsType.UInt);
        Ex size = SizeOf(array.Type);
        Ex wanted = Cs.Name(_locals.Fresh($"{array.Name}_size"), CsType.UInt);
        FlushHoisted(at);
        Write(at, Cs.Declare(CsType.UInt, wanted.Text, size));
        Ex isLarger = Cs.Binary(wanted, ">", room, Prec.Relational, CsType.Bool);
        Ex isNew = Cs.Binary(name, "==", Cs.Null, Prec.Equality, CsType.Bool);
        string bytes = _locals.Fresh($"{array.Name}_bytes");
        int alignment = Math.Max(16, Alignment(array));
        Ex twice = Cs.Binary(Cs.Number(2), "*", room, Prec.Multiplicative, CsType.UInt);
        Ex isEnough = Cs.Binary(twice, ">", wanted, Prec.Relational, CsType.Bool);
        Block grown = Block.Of(
            Cs.Do(Cs.Assign(room, "=", Cs.Conditional(isEnough, twice, wanted, CsType.UInt))),
            Bytes(bytes, Cs.Cast(CsType.Int, room), alignment - 1),
            Cs.Do(Cs.Assign(name, "=", AlignedIn(bytes, name.Type, alignment)))
        );
        Write(at, new IfStatement(Cs.Binary(isLarger, "||", isNew, Prec.OrElse, CsType.Bool).Node, grown));
        if (array.Initializer != null)
        {
            // C23 6.7.11: the only one that such an array may have is {}
            Write(at, Cs.Call("rt.zero", [name, wanted], CsType.None));
        }
    }

    private void WriteLocal(VarDecl variable, Stmt at)
    {
        EvaluateCounts(variable.Type);
        FlushHoisted(at);
        if (variable.Type.Canonical is ArrayType)
        {
            if (IsVariableLength(variable))
            {
                WriteVariableArray(variable, at);
            }
            else if (variable.Initializer != null)
            {
                Ex place = Cs.Name(_locals.Of(variable), Canonical(variable.Type));
                Initialize(place, variable.Type, variable.Initializer, isZero: false);
                FlushHoisted(at);
            }
        }
        else if (variable.Type.Canonical is RecordType)
        {
            WriteRecordLocal(variable, at);
        }
        else
        {
            WriteScalarLocal(variable, at);
        }
    }

    private void WriteScalarLocal(VarDecl variable, Stmt at)
    {
        CsType type = Written(variable.Type);
        bool isDeclared = _jumps.IsHoisted(variable) || IsBoxed(variable);
        CPlace place = PlaceOf(variable.Span);
        if (variable.Initializer == null)
        {
            if (!isDeclared)
            {
                Node? value = _assignment.IsAssigned(variable) ? null : DefaultNode.Instance;
                _out.Add(Cs.Declare(type, _locals.Of(variable), value) with { Place = place });
            }

            return;
        }

        if (!isDeclared && RefersToItself(variable))
        {
            _out.Add(Cs.Declare(type, _locals.Of(variable), DefaultNode.Instance) with { Place = place });
            isDeclared = true;
        }

        Ex initial = To(Value(variable.Initializer), Canonical(variable.Type), type);
        FlushHoisted(at);
        if (IsBoxed(variable))
        {
            Ex boxed = Cs.Unary("*", Cs.Name(_locals.Of(variable), type.Pointer), type);
            _out.Add(Cs.Do(Cs.Assign(boxed, "=", initial)) with { Place = place });
            return;
        }

        _out.Add(Initialized(variable, type, Cs.Name(_locals.Of(variable), type), initial.Wanted, isDeclared));
    }

    /// <summary><c>T name = value;</c>, or <c>name = value;</c> where it has been declared.</summary>
    private static Statement Initialized(VarDecl variable, CsType type, Ex name, Ex value, bool isDeclared)
    {
        Statement made = isDeclared ? Cs.Do(Cs.Assign(name, "=", value)) : Cs.Declare(type, name.Text, value);
        return made with { Place = PlaceOf(variable.Span) };
    }

    /// <summary><c>int x = x;</c>: in C a name is in scope in its own initialiser (C11 6.2.1p7), in C# not.</summary>
    private static bool RefersToItself(VarDecl variable) => Mentions(variable.Initializer!, variable);

    /// <summary>Whether evaluating it has to do with the object; <c>sizeof *p</c> has not.</summary>
    private static bool Mentions(Stmt value, VarDecl variable) =>
        value is DeclRefExpr { Decl: var decl }
            ? decl == variable
            : value is not TypeTraitExpr { Constant: not null }
                && BodyWalker.Children(value).Any(c => Mentions(c, variable));

    private void WriteRecordLocal(VarDecl variable, Stmt at)
    {
        CsType type = Written(variable.Type);
        Ex name = Cs.Name(_locals.Of(variable), IsBoxed(variable) ? type.Pointer : type);
        Ex place = IsBoxed(variable) ? Cs.Paren(Cs.Unary("*", name, type)) : name;
        if (variable.Initializer is { } atomic && IsPadded(variable.Type))
        {
            WriteUninitialized(variable, type);
            Ex stored = Value(atomic);
            Hoist(AtomicCall("store", variable.Type, Cs.Unary("&", place, type.Pointer), stored));
        }
        else if (variable.Initializer is { } value && Strip(value) is not (InitListExpr or InitUpdateExpr))
        {
            WriteRecordValue(variable, value, type, place, at);
        }
        else
        {
            WriteUninitialized(variable, type);
            if (variable.Initializer != null)
            {
                Initialize(place with { Type = Canonical(variable.Type) }, variable.Type, variable.Initializer, false);
            }
        }

        FlushHoisted(at);
    }

    private void WriteRecordValue(VarDecl variable, Expr value, CsType type, Ex place, Stmt at)
    {
        if (IsCopiedByCall(variable.Type) && IsPlace(value))
        {
            WriteUninitialized(variable, type);
            HoistCopy(Cs.Unary("&", place, type.Pointer), Address(RecordPlace(value)), type);
            return;
        }

        bool isDeclared = _jumps.IsHoisted(variable) || IsBoxed(variable) || RefersToItself(variable);
        if (isDeclared)
        {
            WriteUninitialized(variable, type);
        }

        Ex plain = Value(value);
        FlushHoisted(at);
        _out.Add(Initialized(variable, type, place, plain, isDeclared));
    }

    /// <summary><c>rt.copy(to, from, (uint)sizeof(T));</c></summary>
    private void HoistCopy(Ex to, Ex from, CsType type) =>
        Hoist(Cs.Call("rt.copy", [to, from, Cs.UnsignedSizeOf(type)], CsType.None));

    /// <summary><c>Unsafe.SkipInit(out T name);</c></summary>
    private static Statement Uninitialized(CsType type, string name) =>
        Cs.Do(Cs.Call("Unsafe.SkipInit", [Cs.Out(type, name)], CsType.None));

    private void WriteUninitialized(VarDecl variable, CsType type)
    {
        if (!_jumps.IsHoisted(variable) && !IsBoxed(variable))
        {
            _out.Add(Uninitialized(type, _locals.Of(variable)) with { Place = PlaceOf(variable.Span) });
        }
    }

    /// <summary>
    /// Assigns an initialiser to a place, part by part: aggregates are zeroed first when the list leaves anything out,
    /// as C11 6.7.9 says.
    /// </summary>
    private void Initialize(Ex place, CType type, Expr initializer, bool isZero)
    {
        if (type.Canonical is RecordType { Size: 0 })
        {
            HoistEffects(Strip(initializer) is InitListExpr empty ? empty.Elements : [initializer]);
            return;
        }

        Expr value = Strip(initializer);
        switch (value)
        {
            case InitListExpr list when type.Canonical is RecordType record:
                InitializeRecord(place, record, list, isZero);
                break;
            case InitListExpr list when type.Canonical is ArrayType array:
                InitializeArray(place, array, list, isZero);
                break;
            case StringLiteral text when type.Canonical is ArrayType array:
                long characters = text.Bytes.Length / text.CharWidth;
                Zero(place, array, isZero || characters >= array.Count);
                Ex length = Cs.Number(Math.Min(characters, array.Count) * text.CharWidth);
                Hoist(Cs.Call("rt.copy", [place, TextLiteral(text), length], CsType.None));
                break;
            case ImplicitValueInitExpr when type.Canonical is ArrayType all:
                Zero(place, all, isZero);
                break;
            case ImplicitValueInitExpr or NoInitExpr:
                break;
            case InitUpdateExpr update:
                Initialize(place, type, update.Base, isZero);
                Initialize(place, type, update.Update, isZero: true); // nothing is left out: the base has it
                break;
            default:
                if (type.Canonical is RecordType && IsCopiedByCall(type) && IsPlace(value))
                {
                    HoistCopy(Cs.Unary("&", place, CsType.VoidPointer), Address(RecordPlace(value)), Written(type));
                }
                else
                {
                    Hoist(Cs.Assign(place, "=", To(Value(initializer), Canonical(type)).Wanted));
                }

                break;
        }
    }

    private void InitializeRecord(Ex place, RecordType record, InitListExpr list, bool isZero)
    {
        if (!isZero && LeavesOut(record, list))
        {
            HoistZero(Cs.Unary("&", place, CsType.VoidPointer), Cs.UnsignedSizeOf(Written(record)));
            isZero = true;
        }

        IReadOnlyList<FieldDecl> fields = Initialized(record, list);
        for (int i = 0; i < Math.Min(fields.Count, list.Elements.Count); i++)
        {
            Ex part = fields[i] is { IsAnonymous: true, IsBitField: false }
                ? place
                : Cs.Member(place, ".", Names.Field(fields[i]), Canonical(fields[i].Type));
            part = OtherType(fields[i]) is { } declared ? Seen(part, declared, fields[i].Type) : part;
            Initialize(part, fields[i].Type, list.Elements[i], isZero);
        }
    }

    private static IReadOnlyList<FieldDecl> Initialized(RecordType record, InitListExpr list) =>
        !record.Decl.IsUnion ? list.Fields
        : list.UnionField is { } member ? [member]
        : [];

    /// <summary>Whether bytes or bits of a struct get no value from the list, also within its anonymous members, whose
    /// fields are its own in C#.</summary>
    private static bool LeavesOut(RecordType record, InitListExpr list) =>
        record.Decl.IsUnion
        || list.Elements.Any(e => e is ImplicitValueInitExpr)
        || record.Decl.Fields.Any(f => f.IsBitField)
        || Initialized(record, list)
            .Zip(list.Elements)
            .Any(part =>
                part.First is { IsAnonymous: true, Type.Canonical: RecordType inner }
                && Strip(part.Second) is InitListExpr innerList
                && LeavesOut(inner, innerList)
            );

    private void InitializeArray(Ex place, ArrayType array, InitListExpr list, bool isZero)
    {
        if (
            list.Elements.Count == 1
            && Strip(list.Elements[0]) is StringLiteral text
            && array.Element.Canonical.Size == text.CharWidth
        )
        {
            Initialize(place, array, text, isZero);
            return;
        }

        bool leavesOut = list.Elements.Count < array.Count || list.Elements.Any(e => e is ImplicitValueInitExpr);
        Zero(place, array, isZero || !leavesOut);
        for (int i = 0; i < list.Elements.Count; i++)
        {
            Ex index = Cs.Number(i);
            Ex part = array.Element.Canonical is ArrayType inner
                ? Cs.Binary(
                    place,
                    "+",
                    Cs.Number(i * (inner.Size / Math.Max(1, InnermostSize(inner)))),
                    Prec.Additive,
                    place.Type
                )
                : Cs.Index(place, index, Canonical(array.Element));
            Initialize(part, array.Element, list.Elements[i], isZero || leavesOut);
        }
    }

    private void Zero(Ex place, ArrayType array, bool isDone)
    {
        if (!isDone)
        {
            HoistZero(place, Cs.Number(array.Size));
        }
    }

    private void HoistZero(Ex address, Ex size) => Hoist(Cs.Call("rt.zero", [address, size], CsType.None));

    /// <summary><c>(union u)x</c> (GCC manual, "Cast to Union"): an unnamed local of which the member of x's type, as
    /// all members, begins at the start. What x does not fill is zero.</summary>
    private Ex UnionOf(CastExpr cast)
    {
        Ex value = To(Value(cast.Operand), Canonical(cast.Operand.Type));
        Ex made = Cs.Name(NewTemporary(), Canonical(cast.Type)) with { IsStable = true };
        Ex address = Cs.Unary("&", made, made.Type.Pointer);
        Hoist(Uninitialized(Written(cast.Type), made.Text));
        if (cast.Operand.Type.Canonical.Size < cast.Type.Canonical.Size)
        {
            HoistZero(address, Cs.UnsignedSizeOf(Written(cast.Type)));
        }

        CsType member = Written(cast.Operand.Type);
        Hoist(Cs.Assign(Cs.Unary("*", Cs.Cast(member.Pointer, address), member), "=", value));
        return made;
    }

    /// <summary><c>(T){ ... }</c> inside a function: an unnamed local.</summary>
    private Ex CompoundLiteral(CompoundLiteralExpr literal)
    {
        CsType type = Canonical(literal.Type);
        if (!_literals.TryGetValue(literal, out string? name))
        {
            name = NewTemporary();
        }

        Ex place = Cs.Name(name, type);
        if (literal.Type.Canonical is ArrayType)
        {
            // Its memory was taken at the top; each time round it is initialised anew.
        }
        else if (IsBoxed(literal))
        {
            place = Cs.Paren(Cs.Unary("*", Cs.Name(name, type.Pointer), type));
        }
        else
        {
            Hoist(literal.Type.Canonical is RecordType ? Uninitialized(type, name) : Cs.Declare(type, name));
        }

        Initialize(place, literal.Type, literal.Initializer, isZero: false);
        return place;
    }
}
