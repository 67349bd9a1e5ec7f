using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Passes;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary>
/// One function body from the typed C tree to C# statements. Input: a definition. Output: a block, of which each
/// statement knows its line of C; <see cref="Passes.PassList"/> makes of it what is written. Holds after: the C#
/// computes what the C does under -fwrapv -fno-strict-aliasing; operands are evaluated left to right. Never guesses:
/// what it cannot do is a PORT3xxx error at its C place, and the rest goes on.
///
/// Expressions come back as <see cref="Ex"/>. What C# cannot say inside an expression (statement expressions, comma,
/// struct copies) stands in front of the statement: <see cref="StatementList"/> collects that apart, and it is flushed
/// before the statement that needs it; operands evaluated earlier are saved in temporaries then, so that the order stays.
/// </summary>
internal sealed class FunctionLowering : Construct
{
    /// <summary>Parameters that arrive as another type, and the names that they arrive by.</summary>
    private readonly Dictionary<ParameterDecl, string> _narrowed = [];

    public FunctionLowering(LoweringContext context, FunctionDecl function, string inClass, CommentFeed comments)
        : base(new FunctionScope(context, function, inClass, comments))
    {
        foreach (ParameterDecl parameter in function.Parameters.Where(p => p.PassedType != p.Type))
        {
            _narrowed[parameter] = LocalNames.Fresh($"{parameter.Name}_promoted");
        }

        foreach (ParameterDecl parameter in function.Parameters.Where(IsOnStack))
        {
            Scope.Stacked[parameter] = LocalNames.Fresh($"{parameter.Name}_place");
        }
    }

    /// <summary>For expressions outside of any function.</summary>
    public static FunctionLowering ForInitializer(LoweringContext context, string inClass, VarDecl variable)
    {
        FunctionDecl nowhere = new FunctionDecl(new DeclHead(-1, "", variable.Span))
        {
            Parameters = [],
            Type = new FunctionType
            {
                Return = new BuiltinType { Kind = BuiltinKind.Void, Spelling = "void" },
                Parameters = [],
            },
            Body = new CompoundStmt(variable.Span) { Body = [] },
        };
        return new FunctionLowering(context, nowhere, inClass, new CommentFeed([]));
    }

    /// <summary>The value of an initialiser of static storage; null where C# has no expression for it.</summary>
    public string? Constant(Expr value, CType type)
    {
        int known = Context.Diagnostics.Count;
        (Ex made, List<Statement> before) = Out.Captured(() => To(Value(value), Canonical(type), Written(type)));
        if (before.Count == 0 && Context.Diagnostics.Count == known)
        {
            return TurnNegations.Of(made.Wanted.Node).ToString();
        }

        Context.Diagnostics.RemoveRange(known, Context.Diagnostics.Count - known);
        return null;
    }

    /// <summary>Names of the parameters as C# has them.</summary>
    public IEnumerable<string> ParameterNames =>
        Function.Parameters.Select(p => _narrowed.TryGetValue(p, out string? passed) ? passed : LocalNames.Of(p));

    /// <summary>
    /// Before stdarg.h, and in kernels that do without, <c>&amp;format + 1</c> is where the unnamed arguments are: in a
    /// variadic function a parameter whose address is taken is the caller's copy, as in the convention (System V ABI for
    /// i386, "Variable Argument Lists"). In a hosted object the list may be one that a caller has made.
    /// </summary>
    private bool IsOnStack(ParameterDecl parameter) =>
        Function.Type.IsVariadic && !Context.IsHosted && !_narrowed.ContainsKey(parameter) && Order.IsShared(parameter);

    /// <summary>Bytes from a parameter to the end of the named ones.</summary>
    private long BytesBeforeEnd(ParameterDecl parameter) =>
        Function.Parameters.SkipWhile(p => p != parameter).Sum(p => (p.PassedType.Canonical.Size + 3) & ~3);

    /// <summary>The body.</summary>
    public Block Run() =>
        new(Out.Collected(WriteBody)) { End = new CPlace(Function.Body!.Span.File.Path, Function.Body.Span.EndLine) };

    private void WriteBody()
    {
        StatementComments.TrailBrace(Function.Body!);
        Locals.DeclareLocalConstants();
        foreach ((ParameterDecl parameter, string passed) in _narrowed)
        {
            CsType type = Written(parameter.Type);
            Out.Add(Cs.Declare(type, LocalNames.Of(parameter), Cs.Cast(type, Cs.Name(passed, type))));
        }

        foreach ((ParameterDecl parameter, string place) in Scope.Stacked)
        {
            CsType type = PointerTo(parameter.Type);
            Ex slot = Cs.Binary(
                Cs.Name("va_args", CsType.BytePointer),
                "-",
                Cs.Number(BytesBeforeEnd(parameter)),
                Prec.Additive,
                CsType.BytePointer
            );
            Out.Add(Cs.Declare(type, place, Cs.Cast(type, slot)));
            // Nobody passes what nobody takes.
            Ex passed = Cs.Unary("&", Cs.Name(LocalNames.Of(parameter), type), CsType.BytePointer);
            Ex read = Cs.Unary("*", Cs.Cast(CsType.BytePointer, passed), CsType.Byte);
            Out.Add(Cs.Do(Cs.Call("rt.read", [read], CsType.None)));
        }

        Locals.HoistLocalArrays();
        Locals.DeclareHoisted();
        foreach (ParameterDecl parameter in Function.Parameters)
        {
            Lengths.EvaluateCounts(parameter.WrittenType ?? parameter.Type);
            FlushHoisted(Function.Body!);
        }

        Statements.WriteBlockBody(Function.Body!);
        if (Canonical(Function.Type.Return) != CsType.Void && Reachability.EndIsReachable(Function.Body!))
        {
            Out.Add(new ReturnStatement(DefaultNode.Instance));
        }
    }
}
