using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Program;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;
using static Porting.Translator.Lower.LocalForms;

namespace Porting.Translator.Lower;

/// <summary><c>T x = v;</c> -> <c>T x = v;</c>; arrays, and what C# cannot place as C wants it, are memory taken once
/// at the top of the function.</summary>
internal sealed class Locals(FunctionScope scope) : Construct(scope)
{
    /// <summary>Local arrays live in stack memory taken once per call: a stackalloc inside a loop would take more each
    /// time round.</summary>
    public void HoistLocalArrays()
    {
        foreach (
            VarDecl array in BodyWalker
                .Decls(Function.Body!)
                .OfType<VarDecl>()
                .Where(v => !v.IsGlobal && v.Type.Canonical is ArrayType { Kind: ArrayKind.Constant })
        )
        {
            CsType pointer = Canonical(array.Type);
            long count = array.Type.Canonical.Size / Math.Max(1, InnermostSize(array.Type));
            WriteStorage(pointer, LocalNames.Of(array), count, Alignment(array), array.Span);
        }

        foreach (VarDecl variable in BodyWalker.Decls(Function.Body!).OfType<VarDecl>().Where(IsBoxed))
        {
            CsType pointer = Written(variable.Type).Pointer;
            WriteStorage(pointer, LocalNames.Of(variable), 1, Alignment(variable), variable.Span);
        }

        foreach (
            CompoundLiteralExpr literal in BodyWalker
                .All(Function.Body!)
                .OfType<CompoundLiteralExpr>()
                .Where(l => l.Type.Canonical is ArrayType { Kind: ArrayKind.Constant } || IsBoxed(l))
        )
        {
            string name = LiteralNames[literal] = NewTemporary();
            CsType pointer = IsBoxed(literal) ? Canonical(literal.Type).Pointer : Canonical(literal.Type);
            long count = IsBoxed(literal) ? 1 : literal.Type.Canonical.Size / Math.Max(1, InnermostSize(literal.Type));
            WriteStorage(pointer, name, count, Alignment(literal.Type, 0), literal.Span);
        }

        foreach (VarDecl array in BodyWalker.Decls(Function.Body!).OfType<VarDecl>().Where(IsVariableLength))
        {
            CsType pointer = Canonical(array.Type);
            string name = LocalNames.Of(array);
            CPlace place = PlaceOf(array.Span);
            Out.Add(Cs.Declare(pointer, name, Cs.Null) with { Place = place });
            Out.Add(Cs.Declare(CsType.UInt, RoomOf(array), Cs.Number(0)) with { Place = place });
        }

        Lengths.DeclareLastingCounts();
    }

    /// <summary>Names of compound literals that are memory at the top of the function.</summary>
    public Dictionary<CompoundLiteralExpr, string> LiteralNames { get; } = [];
    private readonly Dictionary<VarDecl, string> _rooms = [];

    private string RoomOf(VarDecl array)
    {
        if (!_rooms.TryGetValue(array, out string? name))
        {
            _rooms[array] = name = LocalNames.Fresh($"{LocalNames.Of(array).TrimStart('@')}_room");
        }

        return name;
    }

    private void WriteStorage(CsType pointer, string name, long count, int alignment, Span at)
    {
        CsType element = pointer.Element!;
        if (alignment == 0)
        {
            // An array of nothing has an address, too; C#'s would be null.
            Ex room = Cs.StackAllocation(element, Cs.Number(Math.Max(1, count)));
            Out.Add(Cs.Declare(pointer, name, room) with { Place = PlaceOf(at) });
            return;
        }

        string bytes = LocalNames.Fresh(name.TrimStart('@') + "_bytes");
        Ex size = Cs.Binary(Cs.Number(count), "*", Cs.SizeOf(element), Prec.Multiplicative, CsType.Int);
        Out.Add(Bytes(bytes, size, alignment - 1) with { Place = PlaceOf(at) });
        Out.Add(Cs.Declare(pointer, name, AlignedIn(bytes, pointer, alignment)) with { Place = PlaceOf(at) });
    }

    /// <summary><c>byte* name = stackalloc byte[size + more];</c></summary>
    public static Declaration Bytes(string name, Ex size, int more)
    {
        Ex count = Cs.Binary(size, "+", Cs.Number(more), Prec.Additive, CsType.Int);
        return Cs.Declare(CsType.BytePointer, name, Cs.StackAllocation(CsType.Byte, count));
    }

    private static Ex AlignedIn(string bytes, CsType pointer, long alignment) =>
        Cs.Cast(pointer, BuiltinCalls.AlignedUp(Cs.Name(bytes, CsType.BytePointer), alignment));

    /// <summary>
    /// A variable-length array keeps its memory for the function, and takes more only when it has to be larger than
    /// before: C# cannot give stack memory back in a loop.
    /// </summary>
    private void WriteVariableArray(VarDecl array, Stmt at)
    {
        Ex name = Cs.Name(LocalNames.Of(array), Canonical(array.Type));
        Ex room = Cs.Name(RoomOf(array), CsType.UInt);
        Ex size = Lengths.SizeOf(array.Type);
        Ex wanted = Cs.Name(LocalNames.Fresh($"{array.Name}_size"), CsType.UInt);
        FlushHoisted(at);
        Write(at, Cs.Declare(CsType.UInt, wanted.Text, size));
        Ex isLarger = Cs.Binary(wanted, ">", room, Prec.Relational, CsType.Bool);
        Ex isNew = Cs.Binary(name, "==", Cs.Null, Prec.Equality, CsType.Bool);
        string bytes = LocalNames.Fresh($"{array.Name}_bytes");
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

    public void WriteLocal(VarDecl variable, Stmt at)
    {
        Lengths.EvaluateCounts(variable.Type);
        FlushHoisted(at);
        if (variable.Type.Canonical is ArrayType)
        {
            if (IsVariableLength(variable))
            {
                WriteVariableArray(variable, at);
            }
            else if (variable.Initializer != null)
            {
                Ex place = Cs.Name(LocalNames.Of(variable), Canonical(variable.Type));
                Initializers.Initialize(place, variable.Type, variable.Initializer, isZero: false);
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
        bool isDeclared = Jumps.IsHoisted(variable) || IsBoxed(variable);
        CPlace place = PlaceOf(variable.Span);
        if (variable.Initializer == null)
        {
            if (!isDeclared)
            {
                Node? value = Scope.Assignment.IsAssigned(variable) ? null : DefaultNode.Instance;
                Out.Add(Cs.Declare(type, LocalNames.Of(variable), value) with { Place = place });
            }

            return;
        }

        if (!isDeclared && RefersToItself(variable))
        {
            Out.Add(Cs.Declare(type, LocalNames.Of(variable), DefaultNode.Instance) with { Place = place });
            isDeclared = true;
        }

        Ex initial = To(Value(variable.Initializer), Canonical(variable.Type), type);
        FlushHoisted(at);
        if (IsBoxed(variable))
        {
            Ex boxed = Cs.Unary("*", Cs.Name(LocalNames.Of(variable), type.Pointer), type);
            Out.Add(Cs.Do(Cs.Assign(boxed, "=", initial)) with { Place = place });
            return;
        }

        Out.Add(Initialized(variable, type, Cs.Name(LocalNames.Of(variable), type), initial.Wanted, isDeclared));
    }

    /// <summary><c>T name = value;</c>, or <c>name = value;</c> where it has been declared.</summary>
    private static Statement Initialized(VarDecl variable, CsType type, Ex name, Ex value, bool isDeclared)
    {
        Statement made = isDeclared ? Cs.Do(Cs.Assign(name, "=", value)) : Cs.Declare(type, name.Text, value);
        return made with { Place = PlaceOf(variable.Span) };
    }

    private void WriteRecordLocal(VarDecl variable, Stmt at)
    {
        CsType type = Written(variable.Type);
        Ex name = Cs.Name(LocalNames.Of(variable), IsBoxed(variable) ? type.Pointer : type);
        Ex place = IsBoxed(variable) ? Cs.Paren(Cs.Unary("*", name, type)) : name;
        if (variable.Initializer is { } atomic && IsPadded(variable.Type))
        {
            WriteUninitialized(variable, type);
            Ex stored = Value(atomic);
            Hoist(Atomics.AtomicCall("store", variable.Type, Cs.Unary("&", place, type.Pointer), stored));
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
                Initializers.Initialize(
                    place with
                    {
                        Type = Canonical(variable.Type),
                    },
                    variable.Type,
                    variable.Initializer,
                    false
                );
            }
        }

        FlushHoisted(at);
    }

    private void WriteRecordValue(VarDecl variable, Expr value, CsType type, Ex place, Stmt at)
    {
        if (Assignments.IsCopiedByCall(variable.Type) && IsPlace(value))
        {
            WriteUninitialized(variable, type);
            Initializers.HoistCopy(Cs.Unary("&", place, type.Pointer), Address(RecordPlace(value)), type);
            return;
        }

        bool isDeclared = Jumps.IsHoisted(variable) || IsBoxed(variable) || RefersToItself(variable);
        if (isDeclared)
        {
            WriteUninitialized(variable, type);
        }

        Ex plain = Value(value);
        FlushHoisted(at);
        Out.Add(Initialized(variable, type, place, plain, isDeclared));
    }

    /// <summary><c>Unsafe.SkipInit(out T name);</c></summary>
    public static Statement Uninitialized(CsType type, string name) =>
        Cs.Do(Cs.Call("Unsafe.SkipInit", [Cs.Out(type, name)], CsType.None));

    private void WriteUninitialized(VarDecl variable, CsType type)
    {
        if (!Jumps.IsHoisted(variable) && !IsBoxed(variable))
        {
            Out.Add(Uninitialized(type, LocalNames.Of(variable)) with { Place = PlaceOf(variable.Span) });
        }
    }

    /// <summary>Enumerations of the function: <c>const</c> locals at its top, where jumps into blocks cannot pass
    /// them.</summary>
    public void DeclareLocalConstants()
    {
        foreach (
            EnumConstantDecl constant in BodyWalker
                .Decls(Function.Body!)
                .OfType<EnumDecl>()
                .SelectMany(e => e.Constants)
        )
        {
            Ex value = Literals.Literal(constant.Value, constant.Type);
            Declaration declared = Cs.Declare(Canonical(constant.Type), LocalNames.Of(constant), value);
            Out.Add(declared with { IsConstant = true, Place = PlaceOf(constant.Span) });
        }
    }

    /// <summary>Variables that jumps lead past, at the top of the function.</summary>
    public void DeclareHoisted()
    {
        foreach (
            VarDecl variable in Jumps
                .Hoisted.Where(v => v.Type.Canonical is not ArrayType && !IsBoxed(v))
                .DistinctBy(LocalNames.Of)
        )
        {
            CsType type = Written(variable.Type);
            string name = LocalNames.Of(variable);
            Statement declared =
                variable.Type.Canonical is RecordType
                    ? Uninitialized(type, name)
                    : Cs.Declare(type, name, DefaultNode.Instance);
            Out.Add(declared with { Place = PlaceOf(variable.Span) });
        }
    }
}
