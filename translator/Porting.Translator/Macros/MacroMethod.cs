using Porting.Clang.Ast;
using Porting.Translator.Lower;
using Porting.Translator.Program;

namespace Porting.Translator.Macros;

/// <summary>The nodes that a method is made of which stands for a macro.</summary>
internal static class MacroMethod
{
    /// <summary>Names to choose from: the macro's; where it is needed again for other types or fields, with these
    /// behind it.</summary>
    public static IReadOnlyList<string> Names(
        MacroDefinition definition,
        Stmt site,
        IReadOnlyList<MacroParameter> parameters
    )
    {
        string text = site.Span.File.Slice(site.Span.StartOffset, site.Span.EndOffset);
        string[] arguments =
            text.StartsWith(definition.Name, StringComparison.Ordinal)
            && text.IndexOf('(', StringComparison.Ordinal) is > 0 and var open
            && text.EndsWith(')')
                ? text[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries)
                : [];
        if (arguments.Length != definition.Parameters!.Count)
        {
            return [definition.Name];
        }

        string[] others =
        [
            .. definition
                .Parameters.Zip(arguments)
                .Where(p =>
                    parameters.All(q => q.Name != p.First)
                    && p.Second.Length > 0
                    && p.Second.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
                )
                .Select(p => p.Second),
        ];
        return others.Length == 0
            ? [definition.Name]
            : [definition.Name, $"{definition.Name}_{others[^1]}", $"{definition.Name}_{string.Join('_', others)}"];
    }

    /// <summary>A method; without a body its outline.</summary>
    public static FunctionDecl Function(
        int id,
        string name,
        Span place,
        CType type,
        ParameterDecl[] parameters,
        CompoundStmt? body
    ) =>
        new FunctionDecl(new DeclHead(id, name, place))
        {
            CanonicalId = id,
            Type = new FunctionType { Return = type, Parameters = [.. parameters.Select(p => p.Type)] },
            Parameters = parameters,
            Body = body,
            HasBody = true,
            Storage = StorageClass.Static,
            Linkage = Linkage.Internal,
            IsInline = true,
            IsMacro = true,
        };

    public static readonly CType Void = new BuiltinType { Kind = BuiltinKind.Void, Spelling = "void" };

    public static readonly CType Int = new BuiltinType
    {
        Kind = BuiltinKind.Int,
        Spelling = "int",
        Size = 4,
        Align = 4,
    };

    /// <summary>What a node that stands for a parameter is inside the method.</summary>
    public static Expr Substitute(Expr use, ParameterForm form, ParameterDecl parameter, Span place)
    {
        DeclRefExpr reference = new DeclRefExpr(new ExprHead(place, parameter.Type, IsLValue: true))
        {
            Decl = parameter,
        };
        Expr value = Converted(reference, CastKind.LValueToRValue, parameter.Type);
        Expr substitute = form switch
        {
            ParameterForm.Condition => Converted(value, CastKind.IntegralCast, Int),
            ParameterForm.Place => new UnaryExpr(new ExprHead(place, use.Type, IsLValue: true))
            {
                Op = UnaryOp.Deref,
                Operand = value,
            },
            _ => value,
        };
        substitute.Expansions =
        [
            .. Inside(use).SelectMany(e => e.Expansions).Where(e => e.Kind != MacroExpansionKind.Body),
        ];
        return substitute;
    }

    /// <summary>An argument and what it converts: a macro inside that is passed it knows it by these.</summary>
    private static IEnumerable<Expr> Inside(Expr use)
    {
        yield return use;
        while (use is ParenExpr or CastExpr)
        {
            use = use is ParenExpr paren ? paren.Inner : ((CastExpr)use).Operand;
            yield return use;
        }
    }

    /// <summary>A value with a conversion that C does not write.</summary>
    public static CastExpr Converted(Expr value, CastKind kind, CType type) =>
        new CastExpr(new ExprHead(value.Span, type))
        {
            Kind = kind,
            IsImplicit = true,
            Operand = value,
        };

    /// <summary>The expansion as statements of a method.</summary>
    public static CompoundStmt BodyOf(Stmt expansion, Span place)
    {
        CompoundStmt Block(params Stmt[] body) => new CompoundStmt(place) { Body = body };
        switch (expansion)
        {
            case CompoundStmt block:
                return block;
            case DoStmt { Condition.Constant: { IsFloat: false, Bits: 0 }, Body: CompoundStmt once } when !Leaves(once):
                return once;
            case Expr expr when CForms.Strip(expr) is StmtExpr { Body: var block }:
                return
                    expr.Type.Canonical is BuiltinType { Kind: BuiltinKind.Void }
                    || block.Body is []
                    || block.Body[^1] is not Porting.Clang.Ast.Expr last
                    ? block
                    : Block([.. block.Body.SkipLast(1), new ReturnStmt(place) { Value = last }]);
            case Expr expr when expr.Type.Canonical is not BuiltinType { Kind: BuiltinKind.Void }:
                return Block(new ReturnStmt(place) { Value = CForms.Strip(expr) });
            default:
                return Block(expansion);
        }
    }

    /// <summary>Whether a break or continue leaves the block.</summary>
    private static bool Leaves(Stmt stmt) =>
        stmt switch
        {
            BreakStmt or ContinueStmt => true,
            WhileStmt or DoStmt or ForStmt => false,
            SwitchStmt choice => BodyWalker.All(choice.Body).Any(s => s is ContinueStmt),
            _ => BodyWalker.Children(stmt).Any(Leaves),
        };

    /// <summary>Where a method stands: at its macro, or, in another file, at the end.</summary>
    public static Span PlaceOf(MacroDefinition definition, SourceFile file)
    {
        int offset = file == definition.File ? definition.StartOffset : file.Text.Length;
        return new Span(
            file,
            offset,
            offset,
            file == definition.File ? definition.StartLine : 1,
            1,
            file == definition.File ? definition.StartLine : 1,
            true
        );
    }

    /// <summary>The call that stands for a use.</summary>
    public static Expr Call(Stmt site, FunctionDecl method, IReadOnlyList<Expr> arguments)
    {
        Expr callee = new CastExpr(
            new ExprHead(
                site.Span,
                new PointerType
                {
                    Pointee = method.Type,
                    Size = 4,
                    Align = 4,
                }
            )
        )
        {
            Kind = CastKind.FunctionToPointerDecay,
            IsImplicit = true,
            Operand = new DeclRefExpr(new ExprHead(site.Span, method.Type, IsLValue: true)) { Decl = method },
        };
        CallExpr call = new CallExpr(new ExprHead(site.Span, method.Type.Return))
        {
            Callee = callee,
            Target = method,
            Arguments = arguments,
            IsQuiet = !EvaluationOrder.MayCall(site),
        };
        Expr result =
            site is Expr { Type: var wanted }
            && method.Type.Return == MacroParameters.Bool
            && wanted.Canonical is not BuiltinType { Kind: BuiltinKind.Bool }
                ? MacroMethod.Converted(call, CastKind.IntegralCast, wanted)
                : call;
        result.Expansions = site.Expansions;
        return result;
    }
}
