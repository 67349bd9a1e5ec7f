using Porting.Clang.Ast;
using Porting.Translator.Names;
using Porting.Translator.Program;
using static Porting.Translator.Lower.LocalForms;

namespace Porting.Translator.Lower;

/// <summary>The function under way: what is known of it before, its names, the statements that are made, and the class
/// of each construct.</summary>
internal sealed class FunctionScope
{
    public FunctionScope(LoweringContext context, FunctionDecl function, string inClass, CommentFeed comments)
    {
        Context = context;
        Function = function;
        Class = inClass;
        Comments = comments;
        Order = new EvaluationOrder(function);
        Jumps = new JumpPlan(function.Body!);
        LocalNames = new LocalNames(
            function,
            Jumps.Hoisted.Union(BodyWalker.Decls(function.Body!).OfType<VarDecl>().Where(IsDeclaredOnTop)),
            Jumps.IsCrowded ? v => Jumps.IsHoisted(v) && !IsDeclaredOnTop(v) ? Context.Names.Type(v.Type) : null : null
        );
        Assignment = new DefiniteAssignment(function.Body!, !Jumps.HasFlat);
    }

    public LoweringContext Context { get; }

    public FunctionDecl Function { get; }

    /// <summary>The C# class that it is a method of.</summary>
    public string Class { get; }

    public LocalNames LocalNames { get; }

    public StatementList Out { get; } = new();

    // Analyses of the whole body.
    public EvaluationOrder Order { get; }

    public JumpPlan Jumps { get; }

    public DefiniteAssignment Assignment { get; }

    /// <summary>Parameters that are used where the caller has put them, by pointers of these names.</summary>
    public Dictionary<ParameterDecl, string> Stacked { get; } = [];

    /// <summary>C's comments that have not been written; none where statements are moved.</summary>
    public CommentFeed Comments { get; set; }

    /// <summary>Statements are made that stand in front of the one under way, where C's blank lines are not.</summary>
    public bool IsMoved { get; set; }

    /// <summary>The expression that is a whole statement: nobody asks for its value.</summary>
    public Expr? Statement { get; set; }

    /// <summary>The return under way is <c>__attribute__((musttail)) return f(x);</c>, which becomes <c>rt.must_tail();
    /// return f(x);</c>.</summary>
    public bool IsTailCall { get; set; }

    /// <summary>For each loop around: the label that continue jumps to, or null where C#'s continue does.</summary>
    public Stack<string?> ContinueLabels { get; } = new();

    /// <summary>For each loop and switch around: the label that break jumps to, or null where C#'s break does.</summary>
    public Stack<string?> BreakLabels { get; } = new();

    /// <summary>How many have been named.</summary>
    public int Temporaries { get; set; }

    public string NewTemporary() => LocalNames.Fresh($"t{++Temporaries}");

    public Assignments Assignments => field ??= new(this);

    public AtomicOperators AtomicOperators => field ??= new(this);

    public Atomics Atomics => field ??= new(this);

    public BuiltinCalls BuiltinCalls => field ??= new(this);

    public Calls Calls => field ??= new(this);

    public Casts Casts => field ??= new(this);

    public CheckedAccesses CheckedAccesses => field ??= new(this);

    public Checks Checks => field ??= new(this);

    public Guards Guards => field ??= new(this);

    public ClangBuiltins ClangBuiltins => field ??= new(this);

    public Cleanups Cleanups => field ??= new(this);

    public ComplexNumbers ComplexNumbers => field ??= new(this);

    public CompoundAssignments CompoundAssignments => field ??= new(this);

    public Conditionals Conditionals => field ??= new(this);

    public Conditions Conditions => field ??= new(this);

    public Effects Effects => field ??= new(this);

    public Expressions Expressions => field ??= new(this);

    public FlatStatements FlatStatements => field ??= new(this);

    public Initializers Initializers => field ??= new(this);

    public InlineAssembly InlineAssembly => field ??= new(this);

    public Lengths Lengths => field ??= new(this);

    public LibraryBuiltins LibraryBuiltins => field ??= new(this);

    public Literals Literals => field ??= new(this);

    public Locals Locals => field ??= new(this);

    public Loops Loops => field ??= new(this);

    public Members Members => field ??= new(this);

    public Operators Operators => field ??= new(this);

    public Places Places => field ??= new(this);

    public PointerCalls PointerCalls => field ??= new(this);

    public Pointers Pointers => field ??= new(this);

    public SeenTypes SeenTypes => field ??= new(this);

    public StatementComments StatementComments => field ??= new(this);

    public Statements Statements => field ??= new(this);

    public Steps Steps => field ??= new(this);

    public Switches Switches => field ??= new(this);

    public Vectors Vectors => field ??= new(this);
}
