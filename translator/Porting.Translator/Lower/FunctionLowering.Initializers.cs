using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Translator.Lower;

internal sealed partial class FunctionLowering
{
    private readonly HashSet<VarDecl> _hoistedArrays = [];

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
            _hoistedArrays.Add(array);
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
            _out.Line($"{pointer} {name} = null;", array.Span.File.Path, array.Span.StartLine);
            _out.Line($"uint {RoomOf(array)} = 0;", array.Span.File.Path, array.Span.StartLine);
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
        if (alignment == 0)
        {
            _out.Line($"{pointer} {name} = {StackAllocation(pointer, count)};", at.File.Path, at.StartLine);
            return;
        }

        string bytes = _locals.Fresh(name.TrimStart('@') + "_bytes");
        _out.Line(
            $"byte* {bytes} = stackalloc byte[{count} * sizeof({pointer.Element}) + {alignment - 1}];",
            at.File.Path,
            at.StartLine
        );
        _out.Line(
            $"{pointer} {name} = ({pointer})(((uint){bytes} + {alignment - 1}u) & ~{alignment - 1}u);",
            at.File.Path,
            at.StartLine
        );
    }

    /// <summary>
    /// A variable-length array keeps its memory for the function, and takes more only when it has to be larger than
    /// before: C# cannot give stack memory back in a loop.
    /// </summary>
    private void WriteVariableArray(VarDecl array, Stmt at)
    {
        string name = _locals.Of(array);
        string room = RoomOf(array);
        Ex size = SizeOf(array.Type);
        string wanted = _locals.Fresh($"{array.Name}_size");
        FlushHoisted(at);
        Line(at, $"uint {wanted} = {size.Text};");
        Line(at, $"if ({wanted} > {room} || {name} == null)");
        _out.Open("");
        string bytes = _locals.Fresh($"{array.Name}_bytes");
        int beyond = Math.Max(16, Alignment(array)) - 1;
        _out.Line($"{room} = 2 * {room} > {wanted} ? 2 * {room} : {wanted};");
        _out.Line($"byte* {bytes} = stackalloc byte[(int){room} + {beyond}];");
        _out.Line($"{name} = ({Canonical(array.Type)})(((uint){bytes} + {beyond}u) & ~{beyond}u);");
        _out.Close();
        if (array.Initializer != null)
        {
            // C23 6.7.11: the only one that such an array may have is {}
            Line(at, $"rt.zero({name}, {wanted});");
        }
    }

    /// <summary>An array of nothing has an address, too; C#'s would be null.</summary>
    private static string StackAllocation(CsType pointer, long count) =>
        $"stackalloc {pointer.Element}[{Math.Max(1, count)}]";

    private void WriteLocal(VarDecl variable, Stmt at)
    {
        string name = _locals.Of(variable);
        string file = variable.Span.File.Path;
        int line = variable.Span.StartLine;
        EvaluateCounts(variable.Type);
        FlushHoisted(at);
        if (variable.Type.Canonical is ArrayType array)
        {
            if (IsVariableLength(variable))
            {
                WriteVariableArray(variable, at);
            }
            else if (variable.Initializer != null)
            {
                Initialize(Cs.Name(name, Canonical(variable.Type)), variable.Type, variable.Initializer, isZero: false);
                FlushHoisted(at);
            }

            return;
        }

        if (variable.Type.Canonical is RecordType)
        {
            WriteRecordLocal(variable, IsBoxed(variable) ? $"(*{name})" : name, at);
            return;
        }

        if (IsBoxed(variable))
        {
            if (variable.Initializer != null)
            {
                Ex boxed = To(Value(variable.Initializer), Canonical(variable.Type), Written(variable.Type));
                FlushHoisted(at);
                _out.Line($"*{name} = {boxed.Text};", file, line);
            }

            return;
        }

        CsType type = Written(variable.Type);
        bool isHoisted = _jumps.IsHoisted(variable);
        if (variable.Initializer == null)
        {
            if (!isHoisted)
            {
                _out.Line(
                    _assignment.IsAssigned(variable) ? $"{type} {name};" : $"{type} {name} = default;",
                    file,
                    line
                );
            }

            return;
        }

        bool isDeclared = isHoisted || RefersToItself(variable);
        if (isDeclared && !isHoisted)
        {
            _out.Line($"{type} {name} = default;", file, line);
        }

        Ex value = To(Value(variable.Initializer), Canonical(variable.Type), type);
        FlushHoisted(at);
        _out.Line($"{(isDeclared ? "" : type + " ")}{name} = {value.Wanted.Text};", file, line);
    }

    /// <summary><c>int x = x;</c>: in C a name is in scope in its own initialiser (C11 6.2.1p7), in C# not.</summary>
    private static bool RefersToItself(VarDecl variable) => Mentions(variable.Initializer!, variable);

    /// <summary>Whether evaluating it has to do with the object; <c>sizeof *p</c> has not.</summary>
    private static bool Mentions(Stmt value, VarDecl variable) =>
        value is DeclRefExpr { Decl: var decl }
            ? decl == variable
            : value is not TypeTraitExpr { Constant: not null }
                && BodyWalker.Children(value).Any(c => Mentions(c, variable));

    private void WriteRecordLocal(VarDecl variable, string name, Stmt at)
    {
        CsType type = Written(variable.Type);
        string file = variable.Span.File.Path;
        int line = variable.Span.StartLine;
        if (variable.Initializer is { } atomic && IsPadded(variable.Type))
        {
            WriteUninitialized(variable, type, name);
            Ex stored = Value(atomic);
            Hoist(
                AtomicCall("store", variable.Type, Cs.Unary("&", Cs.Name(name, type), type.Pointer), stored).Text + ";"
            );
            FlushHoisted(at);
            return;
        }

        if (variable.Initializer is { } value && Strip(value) is not (InitListExpr or InitUpdateExpr))
        {
            if (!IsCopiedByCall(variable.Type) || !IsPlace(value))
            {
                bool isDeclared = _jumps.IsHoisted(variable) || IsBoxed(variable) || RefersToItself(variable);
                if (isDeclared)
                {
                    WriteUninitialized(variable, type, name);
                }

                Ex plain = Value(value);
                FlushHoisted(at);
                _out.Line($"{(isDeclared ? "" : type + " ")}{name} = {plain.Text};", file, line);
                return;
            }

            WriteUninitialized(variable, type, name);
            Ex from = Address(RecordPlace(value));
            Hoist($"rt.copy(&{name}, {from.Text}, (uint)sizeof({type}));");
            FlushHoisted(at);
            return;
        }

        WriteUninitialized(variable, type, name);
        if (variable.Initializer != null)
        {
            Initialize(Cs.Name(name, Canonical(variable.Type)), variable.Type, variable.Initializer, isZero: false);
            FlushHoisted(at);
        }
    }

    private void WriteUninitialized(VarDecl variable, CsType type, string name)
    {
        if (!_jumps.IsHoisted(variable) && !IsBoxed(variable))
        {
            _out.Line($"Unsafe.SkipInit(out {type} {name});", variable.Span.File.Path, variable.Span.StartLine);
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
                Hoist(
                    $"rt.copy({place.Text}, {TextLiteral(text).Text}, {Math.Min(characters, array.Count) * text.CharWidth});"
                );
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
                    Hoist(
                        $"rt.copy({Cs.Unary("&", place, CsType.VoidPointer).Text}, {Address(RecordPlace(value)).Text}, (uint)sizeof({Written(type)}));"
                    );
                }
                else
                {
                    Hoist($"{place.Text} = {To(Value(initializer), Canonical(type)).Wanted.Text};");
                }

                break;
        }
    }

    private void InitializeRecord(Ex place, RecordType record, InitListExpr list, bool isZero)
    {
        if (!isZero && LeavesOut(record, list))
        {
            Hoist($"rt.zero({Cs.Unary("&", place, CsType.VoidPointer).Text}, (uint)sizeof({Written(record)}));");
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
            Hoist($"rt.zero({place.Text}, {Number(array.Size)});");
        }
    }

    /// <summary><c>(union u)x</c> (GCC manual, "Cast to Union"): an unnamed local of which the member of x's type, as
    /// all members, begins at the start. What x does not fill is zero.</summary>
    private Ex UnionOf(CastExpr cast)
    {
        Ex value = To(Value(cast.Operand), Canonical(cast.Operand.Type));
        string name = NewTemporary();
        Hoist($"Unsafe.SkipInit(out {Written(cast.Type)} {name});");
        if (cast.Operand.Type.Canonical.Size < cast.Type.Canonical.Size)
        {
            Hoist($"rt.zero(&{name}, (uint)sizeof({Written(cast.Type)}));");
        }

        Hoist($"*({Written(cast.Operand.Type)}*)&{name} = {value.Text};");
        return Cs.Name(name, Canonical(cast.Type)) with { IsStable = true };
    }

    /// <summary><c>(T){ ... }</c> inside a function: an unnamed local.</summary>
    private Ex CompoundLiteral(CompoundLiteralExpr literal)
    {
        CsType type = Canonical(literal.Type);
        if (!_literals.TryGetValue(literal, out string? name))
        {
            name = NewTemporary();
        }

        if (literal.Type.Canonical is ArrayType)
        {
            // Its memory was taken at the top; each time round it is initialised anew.
        }
        else if (IsBoxed(literal))
        {
            name = $"(*{name})";
        }
        else if (literal.Type.Canonical is RecordType)
        {
            Hoist($"Unsafe.SkipInit(out {type} {name});");
        }
        else
        {
            Hoist($"{type} {name};");
        }

        Ex place = Cs.Name(name, type);
        Initialize(place, literal.Type, literal.Initializer, isZero: false);
        return place;
    }
}
