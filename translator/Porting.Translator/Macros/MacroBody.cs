using Porting.Clang.Ast;

namespace Porting.Translator.Macros;

/// <summary>Copies an expansion to be the body of a method: parameters in the place of arguments, locals of its own,
/// all at the place of the definition.</summary>
internal sealed class MacroBody(Span definition, IReadOnlyDictionary<Stmt, Expr> substitutes) : TreeRewriter
{
    private readonly Dictionary<Decl, Decl> _locals = [];

    protected override bool CopiesAll => true;

    protected override Span SpanOf(Stmt stmt) => definition;

    protected override Stmt? Replace(Stmt stmt)
    {
        if (!substitutes.TryGetValue(stmt, out Expr? substitute))
        {
            return null;
        }

        _isTouched = true;
        return substitute;
    }

    private bool _isTouched;

    /// <summary>Constants of a use are not constants of the macro; those that no argument is in come out of the same
    /// again.</summary>
    protected override ConstantValue? ConstantOf(Expr changed) =>
        _isTouched && HasSubstitute(changed) ? null : changed.Constant;

    private bool HasSubstitute(Stmt stmt) =>
        substitutes.ContainsKey(stmt) || Program.BodyWalker.Children(stmt).Any(HasSubstitute);

    protected override Decl DeclOf(Decl decl) => _locals.GetValueOrDefault(decl, decl);

    protected override Stmt Declarations(DeclStmt stmt) =>
        new DeclStmt(definition) { Decls = [.. stmt.Decls.Select(d => (Decl)Copy((VarDecl)d))] };

    private VarDecl Copy(VarDecl local)
    {
        VarDecl copy = new VarDecl(new DeclHead(local.Id, local.Name, definition))
        {
            Type = local.Type,
            Storage = local.Storage,
            Linkage = local.Linkage,
            AlignedTo = local.AlignedTo,
            Attributes = local.Attributes,
            CanonicalId = local.CanonicalId,
        };
        _locals[local] = copy; // its own initialiser may name it
        copy.Initializer = local.Initializer == null ? null : Child(local.Initializer);
        return copy;
    }
}
