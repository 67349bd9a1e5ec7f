using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
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
/// One function body from the typed C tree to C# statements. Input: a definition. Output: lines written to a
/// <see cref="CodeWriter"/> with their C lines. Holds after: the C# computes what the C does under -fwrapv
/// -fno-strict-aliasing; operands are evaluated left to right. Never guesses: what it cannot do is a PORT3xxx error at
/// its C place, and the rest goes on.
///
/// Expressions come back as <see cref="Ex"/>. What C# cannot say inside an expression (statement expressions, comma,
/// struct copies) is written in front of the statement: such lines collect in <see cref="_hoisted"/> and are flushed
/// before the statement that needs them; operands evaluated earlier are saved in temporaries then, so that the order
/// stays.
/// </summary>
internal sealed partial class FunctionLowering
{
    private readonly LoweringContext _context;
    private readonly FunctionDecl _function;
    private readonly string _class;
    private readonly CodeWriter _out;
    private readonly LocalNames _locals;
    private readonly CommentFeed _comments;
    private readonly EvaluationOrder _order;
    private readonly DefiniteAssignment _assignment;
    private List<string> _hoisted = [];
    private int _loopDepth;
    private int _temporaries;

    public FunctionLowering(
        LoweringContext context,
        FunctionDecl function,
        string inClass,
        CodeWriter output,
        CommentFeed comments
    )
    {
        _context = context;
        _function = function;
        _class = inClass;
        _out = output;
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
        return new FunctionLowering(context, nowhere, inClass, new CodeWriter(), new CommentFeed([]));
    }

    /// <summary>The value of an initialiser of static storage; null where C# has no expression for it.</summary>
    public string? Constant(Expr value, CType type)
    {
        int before = _context.Diagnostics.Count;
        (Ex made, List<string> lines) = Captured(() => To(Value(value), Canonical(type), Written(type)));
        if (lines.Count == 0 && _context.Diagnostics.Count == before)
        {
            return made.Wanted.Text;
        }

        _context.Diagnostics.RemoveRange(before, _context.Diagnostics.Count - before);
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

    /// <summary>Writes the body with its braces.</summary>
    public void Run()
    {
        _out.Open("");
        TrailBrace(_function.Body!);
        DeclareLocalConstants();
        foreach ((ParameterDecl parameter, string passed) in _narrowed)
        {
            CsType type = Written(parameter.Type);
            _out.Line($"{type} {_locals.Of(parameter)} = ({type}){passed};");
        }

        foreach ((ParameterDecl parameter, string place) in _stacked)
        {
            CsType type = PointerTo(parameter.Type);
            _out.Line($"{type} {place} = ({type})(va_args - {BytesBeforeEnd(parameter)});");
            // Nobody passes what nobody takes.
            _out.Line($"rt.read(*(byte*)&{_locals.Of(parameter)});");
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
            _out.Line("return default;");
        }

        _out.Close("", _function.Body!.Span.File.Path, _function.Body.Span.EndLine);
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

    private void Hoist(string line) => _hoisted.Add(line);

    /// <summary>Saves a value in front of the statement under a new name.</summary>
    private Ex Save(Ex value)
    {
        string name = NewTemporary();
        Hoist($"{value.Type} {name} = {value.Text};");
        return Cs.Name(name, value.Type) with { IsStable = true };
    }

    /// <summary>
    /// Lowers operands in order. When a later one has to put lines in front of the statement, the earlier ones are
    /// saved there first: C# evaluates them before, and so did the C that was chosen.
    /// </summary>
    private Ex[] InOrder(params Func<Ex>[] operands)
    {
        Ex[] values = new Ex[operands.Length];
        for (int i = 0; i < operands.Length; i++)
        {
            List<string> outer = _hoisted;
            _hoisted = [];
            values[i] = operands[i]();
            List<string> mine = _hoisted;
            _hoisted = outer;
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

            _hoisted.AddRange(mine);
        }

        return values;
    }

    /// <summary>Runs a piece of lowering and gives what it hoisted apart.</summary>
    private (T Value, List<string> Lines) Captured<T>(Func<T> lower)
    {
        List<string> outer = _hoisted;
        _hoisted = [];
        T value = lower();
        List<string> lines = _hoisted;
        _hoisted = outer;
        return (value, lines);
    }

    private void FlushHoisted(Stmt at)
    {
        foreach (string line in _hoisted)
        {
            WriteHoisted(line, at);
        }

        _hoisted = [];
    }

    /// <summary>Hoisted blocks are strings with their braces on lines of their own; indentation is restored
    /// here.</summary>
    private void WriteHoisted(string line, Stmt at)
    {
        if (line == "}")
        {
            _out.Indent--;
        }

        _out.Line(line, at.Span.File.Path, at.Span.StartLine);
        if (line == "{")
        {
            _out.Indent++;
        }
    }
}
