using Porting.Clang.Ast;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Translator.Lower;

internal sealed partial class FunctionLowering
{
    private readonly HashSet<VarDecl> _hoistedArrays = [];

    /// <summary>Local arrays live in stack memory taken once per call: a stackalloc inside a loop would take more each time round.</summary>
    private void HoistLocalArrays()
    {
        foreach (VarDecl array in BodyWalker.Decls(_function.Body!).OfType<VarDecl>().Where(v => !v.IsGlobal && v.Type.Canonical is ArrayType { Kind: ArrayKind.Constant }))
        {
            _hoistedArrays.Add(array);
            string pointer = Canonical(array.Type);
            long count = array.Type.Canonical.Size / Math.Max(1, InnermostSize(array.Type));
            _out.Line($"{pointer} {_locals.Of(array)} = {StackAllocation(pointer, count)};", array.Span.File.Path, array.Span.StartLine);
        }
    }

    private static string StackAllocation(string pointer, long count) => $"stackalloc {pointer[..^1]}[{count}]";

    private void WriteLocal(VarDecl variable, Stmt at)
    {
        string name = _locals.Of(variable);
        string file = variable.Span.File.Path;
        int line = variable.Span.StartLine;
        if (variable.Type.Canonical is ArrayType array)
        {
            if (array.Kind == ArrayKind.Variable)
            {
                Error("PORT3050", at, $"the variable-length array '{variable.Name}' is not supported");
            }
            else if (variable.Initializer != null)
            {
                Initialize(Ex.Primary(name, Canonical(variable.Type)), variable.Type, variable.Initializer, isZero: false);
                FlushHoisted(at);
            }

            return;
        }

        if (variable.Type.Canonical is RecordType)
        {
            WriteRecordLocal(variable, name, at);
            return;
        }

        string type = Names.Type(variable.Type);
        bool isHoisted = _jumps.IsHoisted(variable);
        if (variable.Initializer == null)
        {
            if (!isHoisted)
            {
                _out.Line($"{type} {name} = default;", file, line);
            }

            return;
        }

        Ex value = To(Value(variable.Initializer), Canonical(variable.Type), type);
        FlushHoisted(at);
        _out.Line($"{(isHoisted ? "" : type + " ")}{name} = {value.Text};", file, line);
    }

    private void WriteRecordLocal(VarDecl variable, string name, Stmt at)
    {
        string type = Names.Type(variable.Type);
        string file = variable.Span.File.Path;
        int line = variable.Span.StartLine;
        if (variable.Initializer is { } value && Strip(value) is not InitListExpr)
        {
            if (!IsCopiedByCall(variable.Type) || !IsPlace(value))
            {
                Ex plain = Value(value);
                FlushHoisted(at);
                _out.Line($"{(_jumps.IsHoisted(variable) ? "" : type + " ")}{name} = {plain.Text};", file, line);
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
            Initialize(Ex.Primary(name, Canonical(variable.Type)), variable.Type, variable.Initializer, isZero: false);
            FlushHoisted(at);
        }
    }

    private void WriteUninitialized(VarDecl variable, string type, string name)
    {
        if (!_jumps.IsHoisted(variable))
        {
            _out.Line($"Unsafe.SkipInit(out {type} {name});", variable.Span.File.Path, variable.Span.StartLine);
        }
    }

    /// <summary>
    /// Assigns an initialiser to a place, part by part: aggregates are zeroed first when the list leaves anything out, as C11 6.7.9 says.
    /// </summary>
    private void Initialize(Ex place, CType type, Expr initializer, bool isZero)
    {
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
                Zero(place, array, isZero || text.Bytes.Length >= array.Count);
                Hoist($"rt.copy({place.Text}, {TextLiteral(text).Text}, {Math.Min(text.Bytes.Length, array.Count)});");
                break;
            case ImplicitValueInitExpr:
                break;
            default:
                if (type.Canonical is RecordType && IsCopiedByCall(type) && IsPlace(value))
                {
                    Hoist($"rt.copy({Cs.Unary("&", place, "void*").Text}, {Address(RecordPlace(value)).Text}, (uint)sizeof({Names.Type(type)}));");
                }
                else
                {
                    Hoist($"{place.Text} = {To(Value(initializer), Canonical(type)).Text};");
                }

                break;
        }
    }

    private void InitializeRecord(Ex place, RecordType record, InitListExpr list, bool isZero)
    {
        bool leavesOut = record.Decl.IsUnion || list.Elements.Any(e => e is ImplicitValueInitExpr) || record.Decl.Fields.Any(f => f.IsBitField);
        if (leavesOut && !isZero)
        {
            Hoist($"rt.zero({Cs.Unary("&", place, "void*").Text}, (uint)sizeof({Names.Type(record)}));");
            isZero = true;
        }

        IReadOnlyList<FieldDecl> fields = record.Decl.IsUnion ? list.UnionField is { } member ? [member] : [] : list.Fields;
        for (int i = 0; i < Math.Min(fields.Count, list.Elements.Count); i++)
        {
            Ex part = fields[i] is { IsAnonymous: true, IsBitField: false } ? place : Cs.Member(place, ".", Porting.Translator.Names.ProgramNames.Field(fields[i]), Canonical(fields[i].Type));
            Initialize(part, fields[i].Type, list.Elements[i], isZero);
        }
    }

    private void InitializeArray(Ex place, ArrayType array, InitListExpr list, bool isZero)
    {
        if (list.Elements.Count == 1 && Strip(list.Elements[0]) is StringLiteral text && array.Element.Canonical.Size == 1)
        {
            Initialize(place, array, text, isZero);
            return;
        }

        bool leavesOut = list.Elements.Count < array.Count || list.Elements.Any(e => e is ImplicitValueInitExpr);
        Zero(place, array, isZero || !leavesOut);
        for (int i = 0; i < list.Elements.Count; i++)
        {
            Ex index = Ex.Primary(Number(i), "int");
            Ex part = array.Element.Canonical is ArrayType inner ? Cs.Binary(place, "+", Ex.Primary(Number(i * (inner.Size / Math.Max(1, InnermostSize(inner)))), "int"), Prec.Additive, place.Type) : Cs.Index(place, index, Canonical(array.Element));
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

    /// <summary><c>(T){ ... }</c> inside a function: an unnamed local.</summary>
    private Ex CompoundLiteral(CompoundLiteralExpr literal)
    {
        string name = NewTemporary();
        string type = Canonical(literal.Type);
        if (literal.Type.Canonical is ArrayType array)
        {
            if (_loopDepth > 0)
            {
                return Failed("PORT3051", literal, "an array literal inside a loop is not supported");
            }

            Hoist($"{type} {name} = {StackAllocation(type, array.Size / Math.Max(1, InnermostSize(array)))};");
        }
        else if (literal.Type.Canonical is RecordType)
        {
            Hoist($"Unsafe.SkipInit(out {type} {name});");
        }
        else
        {
            Hoist($"{type} {name};");
        }

        Ex place = Ex.Primary(name, type);
        Initialize(place, literal.Type, literal.Initializer, isZero: false);
        return place;
    }
}
