using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using Porting.Translator.Passes;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Translator.Lower;

/// <summary>What all functions of a program share while their bodies are lowered.</summary>
internal sealed class LoweringContext(ProgramModel program, ProgramNames names, List<PortDiagnostic> diagnostics)
{
    public ProgramModel Program { get; } = program;
    public ProgramNames Names { get; } = names;
    public List<PortDiagnostic> Diagnostics { get; } = diagnostics;
    public AssemblyStore Assembly { get; } = new();
    public ExpressionStore Expressions { get; } = new();
    public VariadicCalls Variadics { get; } = new();
    public ForeignCalls Foreign { get; } = new();

    /// <summary>What lowered statements go through.</summary>
    public PassList Passes { get; init; } = PassList.Whole;

    /// <summary>Of the unit whose files are made.</summary>
    public SelfOverlap Overlap { get; set; } = SelfOverlap.None;
    public bool IsHosted => Program.Mode == TargetMode.HostedObject;

    private readonly Dictionary<string, ClassMembers> _members = new(StringComparer.Ordinal);

    /// <summary>What a class of the unit is asked for.</summary>
    public ClassMembers MembersOf(string className)
    {
        if (!_members.TryGetValue(className, out ClassMembers? members))
        {
            _members[className] = members = new ClassMembers();
        }

        return members;
    }

    /// <summary>A variable's address as a value: of an array its name, of others a property of the class that wants it.
    /// C# takes no address of a field but in <c>fixed</c>; statics never move here.</summary>
    public string VariableAddress(VariableEntity variable, string inClass)
    {
        string name = Names.Variable(variable, inClass);
        CType type = variable.Decl.Type;
        if (type.Canonical is ArrayType)
        {
            return name;
        }

        string address = "addr_" + name.Replace("@", "", StringComparison.Ordinal).Replace('.', '_');
        bool isVoid = type.Canonical is BuiltinType { Kind: BuiltinKind.Void } or FunctionType;
        string pointer = (isVoid ? "byte" : Names.Type(type)) + "*";
        string local = name == "p" ? "it" : "p";
        MembersOf(inClass).Addresses[address] =
            $"private static {(isVoid ? "void*" : pointer)} {address} {{ get {{ fixed ({pointer} {local} = &{name}) {{ return {local}; }} }} }}";
        return address;
    }
}

/// <summary>
/// One function body from the typed C tree to C# statements. Input: a definition. Output: a block, of which each
/// statement knows its line of C; <see cref="Passes.PassList"/> makes of it what is written. Holds after: the C#
/// computes what the C does under -fwrapv -fno-strict-aliasing; operands are evaluated left to right. Never guesses:
/// what it cannot do is a PORT3xxx error at its C place, and the rest goes on.
///
/// Expressions come back as <see cref="Ex"/>. What C# cannot say inside an expression (statement expressions, comma,
/// struct copies) stands in front of the statement: <see cref="_out"/> collects that apart, and it is flushed before
/// the statement that needs it; operands evaluated earlier are saved in temporaries then, so that the order stays.
/// </summary>
internal sealed partial class FunctionLowering
{
    private readonly LoweringContext _context;
    private readonly FunctionDecl _function;
    private readonly string _class;
    private readonly StatementList _out = new();
    private readonly LocalNames _locals;
    private CommentFeed _comments;
    private readonly EvaluationOrder _order;
    private readonly DefiniteAssignment _assignment;
    private int _temporaries;

    public FunctionLowering(LoweringContext context, FunctionDecl function, string inClass, CommentFeed comments)
    {
        _context = context;
        _function = function;
        _class = inClass;
        _comments = comments;
        _order = new EvaluationOrder(function);
        _jumps = new JumpPlan(function.Body!);
        _locals = new LocalNames(
            function,
            _jumps.Hoisted.Union(BodyWalker.Decls(function.Body!).OfType<VarDecl>().Where(IsDeclaredOnTop)),
            _jumps.IsCrowded ? v => _jumps.IsHoisted(v) && !IsDeclaredOnTop(v) ? Names.Type(v.Type) : null : null
        );
        _assignment = new DefiniteAssignment(function.Body!, !_jumps.HasFlat);
        foreach (ParameterDecl parameter in function.Parameters.Where(p => p.PassedType != p.Type))
        {
            _narrowed[parameter] = _locals.Fresh($"{parameter.Name}_promoted");
        }

        foreach (ParameterDecl parameter in function.Parameters.Where(IsOnStack))
        {
            _stacked[parameter] = _locals.Fresh($"{parameter.Name}_place");
        }
    }

    /// <summary>For expressions outside of any function.</summary>
    public static FunctionLowering ForInitializer(LoweringContext context, string inClass, VarDecl variable)
    {
        FunctionDecl nowhere = new()
        {
            Id = -1,
            Name = "",
            Span = variable.Span,
            Parameters = [],
            Type = new FunctionType
            {
                Return = new BuiltinType { Kind = BuiltinKind.Void, Spelling = "void" },
                Parameters = [],
            },
            Body = new CompoundStmt { Span = variable.Span, Body = [] },
        };
        return new FunctionLowering(context, nowhere, inClass, new CommentFeed([]));
    }

    /// <summary>The value of an initialiser of static storage; null where C# has no expression for it.</summary>
    public string? Constant(Expr value, CType type)
    {
        int known = _context.Diagnostics.Count;
        (Ex made, List<Statement> before) = _out.Captured(() => To(Value(value), Canonical(type), Written(type)));
        if (before.Count == 0 && _context.Diagnostics.Count == known)
        {
            return TurnNegations.Of(made.Wanted.Node).ToString();
        }

        _context.Diagnostics.RemoveRange(known, _context.Diagnostics.Count - known);
        return null;
    }

    private ProgramNames Names => _context.Names;

    /// <summary>Names of the parameters as C# has them.</summary>
    public IEnumerable<string> ParameterNames =>
        _function.Parameters.Select(p => _narrowed.TryGetValue(p, out string? passed) ? passed : _locals.Of(p));

    /// <summary>Parameters that arrive as another type, and the names that they arrive by.</summary>
    private readonly Dictionary<ParameterDecl, string> _narrowed = [];

    /// <summary>Parameters that are used where the caller has put them, by pointers of these names.</summary>
    private readonly Dictionary<ParameterDecl, string> _stacked = [];

    /// <summary>
    /// Before stdarg.h, and in kernels that do without, <c>&amp;format + 1</c> is where the unnamed arguments are: in a
    /// variadic function a parameter whose address is taken is the caller's copy, as in the convention (System V ABI for
    /// i386, "Variable Argument Lists"). In a hosted object the list may be one that a caller has made.
    /// </summary>
    private bool IsOnStack(ParameterDecl parameter) =>
        _function.Type.IsVariadic
        && !_context.IsHosted
        && !_narrowed.ContainsKey(parameter)
        && _order.IsShared(parameter);

    /// <summary>Bytes from a parameter to the end of the named ones.</summary>
    private long BytesBeforeEnd(ParameterDecl parameter) =>
        _function.Parameters.SkipWhile(p => p != parameter).Sum(p => (p.PassedType.Canonical.Size + 3) & ~3);

    /// <summary>The body.</summary>
    public Block Run() =>
        new(_out.Collected(WriteBody))
        {
            End = new CPlace(_function.Body!.Span.File.Path, _function.Body.Span.EndLine),
        };

    private void WriteBody()
    {
        TrailBrace(_function.Body!);
        DeclareLocalConstants();
        foreach ((ParameterDecl parameter, string passed) in _narrowed)
        {
            CsType type = Written(parameter.Type);
            _out.Add(Cs.Declare(type, _locals.Of(parameter), Cs.Cast(type, Cs.Name(passed, type))));
        }

        foreach ((ParameterDecl parameter, string place) in _stacked)
        {
            CsType type = PointerTo(parameter.Type);
            Ex slot = Cs.Binary(
                Cs.Name("va_args", CsType.BytePointer),
                "-",
                Cs.Number(BytesBeforeEnd(parameter)),
                Prec.Additive,
                CsType.BytePointer
            );
            _out.Add(Cs.Declare(type, place, Cs.Cast(type, slot)));
            // Nobody passes what nobody takes.
            Ex passed = Cs.Unary("&", Cs.Name(_locals.Of(parameter), type), CsType.BytePointer);
            Ex read = Cs.Unary("*", Cs.Cast(CsType.BytePointer, passed), CsType.Byte);
            _out.Add(Cs.Do(Cs.Call("rt.read", [read], CsType.None)));
        }

        HoistLocalArrays();
        DeclareHoisted();
        foreach (ParameterDecl parameter in _function.Parameters)
        {
            EvaluateCounts(parameter.WrittenType ?? parameter.Type);
            FlushHoisted(_function.Body!);
        }

        WriteBlockBody(_function.Body!);
        if (Canonical(_function.Type.Return) != CsType.Void && Reachability.EndIsReachable(_function.Body!))
        {
            _out.Add(new ReturnStatement(DefaultNode.Instance));
        }
    }

    private CsType Canonical(CType type) => Names.CSharp(type);

    /// <summary>By its alias, where C has one and C# as well.</summary>
    private CsType Written(CType type) => CsType.Of(Names.Type(type));

    private void Error(string code, Stmt at, string message) =>
        _context.Diagnostics.Add(PortDiagnostic.Error(code, at.Span.Location, message));

    /// <summary>An expression that stands for one that could not be lowered; the error has been reported, nothing will
    /// be written.</summary>
    private Ex Failed(string code, Expr at, string message)
    {
        Error(code, at, message);
        return Cs.Default(Canonical(at.Type));
    }

    private string NewTemporary() => _locals.Fresh($"t{++_temporaries}");

    private void Hoist(Statement statement) => _out.Hoist(statement);

    private void Hoist(Ex effect) => _out.Hoist(Cs.Do(effect));

    /// <summary>Saves a value in front of the statement under a new name.</summary>
    private Ex Save(Ex value)
    {
        string name = NewTemporary();
        Hoist(Cs.Declare(value.Type, name, value));
        return Cs.Name(name, value.Type) with { IsStable = true };
    }

    /// <summary>
    /// Lowers operands in order. When a later one has to put statements in front, the earlier ones are saved there
    /// first: C# evaluates them before, and so did the C that was chosen.
    /// </summary>
    private Ex[] InOrder(params Func<Ex>[] operands)
    {
        Ex[] values = new Ex[operands.Length];
        for (int i = 0; i < operands.Length; i++)
        {
            (values[i], List<Statement> mine) = _out.Captured(operands[i]);
            if (mine.Count == 0)
            {
                continue;
            }

            for (int earlier = 0; earlier < i; earlier++)
            {
                if (!values[earlier].IsStable && values[earlier].Const == null && !values[earlier].Type.IsNone)
                {
                    values[earlier] = Save(values[earlier]);
                }
            }

            _out.Hoist(mine);
        }

        return values;
    }

    private void FlushHoisted(Stmt at) => _out.Flush(PlaceOf(at.Span));

    private static CPlace PlaceOf(Span span) => new(span.File.Path, span.StartLine);

    /// <summary>A statement that comes from one of C.</summary>
    private void Write(Stmt at, Statement statement) => _out.Add(statement with { Place = PlaceOf(at.Span) });

    private void Write(Stmt at, Ex effect) => Write(at, Cs.Do(effect));
}
