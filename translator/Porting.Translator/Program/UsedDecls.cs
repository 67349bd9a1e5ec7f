using Porting.Clang.Ast;

namespace Porting.Translator.Program;

/// <summary>
/// What a unit uses of its headers. A program of a few lines includes thousands of declarations; only those that its
/// own file reaches, through bodies, initialisers and types, become C#. Everything in the main file is kept.
/// </summary>
internal sealed class UsedDecls
{
    private readonly HashSet<Decl> _used = [];
    private readonly HashSet<CType> _types = [];
    private readonly Stack<Decl> _open = new();
    private readonly ILookup<int, FunctionDecl> _functions;
    private readonly ILookup<int, VarDecl> _variables;
    private readonly ILookup<string, Decl> _named;

    private UsedDecls(TranslationUnit unit)
    {
        _functions = unit.Decls.OfType<FunctionDecl>().ToLookup(f => f.CanonicalId);
        _variables = unit.Decls.OfType<VarDecl>().ToLookup(v => v.CanonicalId);
        _named = unit.Decls.Where(d => d is FunctionDecl or VarDecl).ToLookup(d => d.Name, StringComparer.Ordinal);
    }

    public static IReadOnlySet<Decl> Of(TranslationUnit unit)
    {
        HashSet<string> aliased =
        [
            .. unit
                .Decls.SelectMany(d => d.Attributes)
                .Where(a => a.Name is "alias" or "ifunc")
                .Select(a => a.Arguments[0]),
        ];
        return Reached(
            unit,
            d => IsRoot(unit, d) || (d is FunctionDecl { Body: not null } && aliased.Contains(d.Name))
        );
    }

    /// <summary>What other objects can get at, and what that reaches: a compiler of C leaves out the rest. A
    /// declaration with an attribute counts as wanted.</summary>
    public static IReadOnlySet<Decl> OfOutside(TranslationUnit unit) =>
        Reached(
            unit,
            d =>
                d
                    is FunctionDecl { Body: not null, Linkage: Linkage.External }
                        or VarDecl { IsGlobal: true, Linkage: Linkage.External }
                || d.Attributes.Count > 0
        );

    /// <summary>Everything that the declarations of a unit reach, those of its headers too.</summary>
    public static IReadOnlySet<Decl> OfAll(TranslationUnit unit) => Reached(unit, _ => true);

    private static HashSet<Decl> Reached(TranslationUnit unit, Func<Decl, bool> isRoot)
    {
        UsedDecls used = new(unit);
        used.AddAll(unit.Decls.Where(isRoot));
        used.Close();
        return used._used;
    }

    /// <summary>The main file's own, and what an included file defines for the linker.</summary>
    private static bool IsRoot(TranslationUnit unit, Decl decl) =>
        decl.File == unit.MainFile
        || decl switch
        {
            FunctionDecl { Body: not null, Linkage: Linkage.External, IsInline: false } => true,
            VarDecl { IsGlobal: true, Linkage: Linkage.External, Definition: not VarDefinition.Declaration } => true,
            FileAsmDecl or UnknownDecl => true,
            _ => decl.Attributes.Any(a => a.Name is "used" or "constructor" or "destructor" or "alias" or "ifunc"),
        };

    private void Close()
    {
        while (_open.TryPop(out Decl? decl))
        {
            Visit(decl);
        }
    }

    private void Add(Decl? decl)
    {
        if (decl != null && _used.Add(decl))
        {
            _open.Push(decl);
        }
    }

    private void Visit(Decl decl)
    {
        // Attributes name functions and variables without an expression.
        AddAll(
            decl.Attributes.Where(a => a.Name is "alias" or "ifunc" or "cleanup")
                .SelectMany(a => _named[a.Arguments[0]])
        );
        switch (decl)
        {
            case FunctionDecl function:
                AddAll(_functions[function.CanonicalId]);
                AddType(function.Type);
                foreach (ParameterDecl parameter in function.Parameters)
                {
                    AddType(parameter.Type);
                }

                AddAll(function.Locals.OfType<RecordDecl>());
                AddBody(function.Body);
                break;
            case VarDecl variable:
                AddAll(_variables[variable.CanonicalId]);
                AddType(variable.Type);
                AddBody(variable.Initializer);
                AddImage(variable.Image);
                break;
            case RecordDecl record:
                Add(record.Outer);
                foreach (FieldDecl field in record.Fields)
                {
                    AddType(field.Type);
                }

                break;
            case TypedefDecl typedef:
                AddType(typedef.Underlying);
                break;
        }
    }

    private void AddAll(IEnumerable<Decl> decls)
    {
        foreach (Decl decl in decls)
        {
            Add(decl);
        }
    }

    private void AddImage(DataImage? image)
    {
        foreach (DataRelocation relocation in image?.Relocations ?? [])
        {
            Add(relocation.Target);
        }
    }

    private void AddBody(Stmt? body)
    {
        if (body == null)
        {
            return;
        }

        foreach (Stmt stmt in BodyWalker.All(body))
        {
            switch (stmt)
            {
                case DeclStmt declarations:
                    AddAll(declarations.Decls);
                    break;
                case DeclRefExpr { Decl: EnumConstantDecl constant }:
                    Add(constant.Enum);
                    break;
                case DeclRefExpr reference:
                    Add(reference.Decl);
                    break;
                case CallExpr { Target: { } target }:
                    Add(target);
                    break;
                case TypeTraitExpr trait:
                    AddType(trait.ArgumentType);
                    break;
                case CompoundLiteralExpr literal:
                    AddImage(literal.Image);
                    break;
            }

            if (stmt is Expr expr)
            {
                AddType(expr.Type);
            }
        }
    }

    private void AddType(CType? type)
    {
        if (type == null || !_types.Add(type))
        {
            return;
        }

        switch (type)
        {
            case PointerType pointer:
                AddType(pointer.Pointee);
                break;
            case ArrayType array:
                AddType(array.Element);
                AddBody(array.CountExpr);
                break;
            case FunctionType function:
                AddType(function.Return);
                foreach (CType parameter in function.Parameters)
                {
                    AddType(parameter);
                }

                break;
            case RecordType record:
                Add(record.Decl);
                break;
            case EnumType enumeration:
                Add(enumeration.Decl);
                break;
            case TypedefType typedef:
                Add(typedef.Decl);
                AddType(typedef.Underlying);
                AddType(typedef.CanonicalQualified);
                break;
            case VectorType vector:
                AddType(vector.Element);
                break;
            case ComplexType complex:
                AddType(complex.Element);
                break;
        }
    }
}
