using Porting.Clang.Ast;
using Porting.Translator.Names;
using Porting.Translator.Program;

namespace Porting.Translator.Lower;

/// <summary>
/// C# names of parameters, locals and labels. C# forbids a local of the same name in a nested block (CS0136), whichever
/// comes first; the inner one gets a number then. Temporaries never collide.
/// </summary>
internal sealed class LocalNames
{
    private readonly Dictionary<Decl, string> _names = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <param name="hoisted">Variables that are declared at the top of the function, wherever C has them.</param>
    /// <param name="shared">For a function of too many variables: the type of one that others may share, or null.</param>
    public LocalNames(FunctionDecl function, IEnumerable<VarDecl> hoisted, Func<VarDecl, string?>? shared)
    {
        HashSet<string> parameters = new(StringComparer.Ordinal);
        foreach (ParameterDecl parameter in function.Parameters)
        {
            string name = parameter.Name.Length == 0 ? $"unnamed{parameters.Count}" : parameter.Name;
            parameters.Add(name);
            _names[parameter] = CSharpWords.Escape(name);
        }

        foreach (Stmt stmt in BodyWalker.All(function.Body!))
        {
            foreach (Decl decl in stmt is DeclStmt declarations ? declarations.Decls : [])
            {
                _used.Add(decl.Name);
            }

            if (stmt is LabelStmt label)
            {
                _used.Add(label.Label.Name);
            }
        }

        _used.UnionWith(parameters);
        HashSet<string> top = new(parameters, StringComparer.Ordinal);
        HashSet<Decl> moved = [.. hoisted];
        if (shared != null)
        {
            Share(function.Body!, shared, []);
            top.UnionWith(_names.Values.Select(n => n.TrimStart('@')));
        }

        foreach (
            VarDecl variable in moved
                .OfType<VarDecl>()
                .Where(v => !_names.ContainsKey(v))
                .OrderBy(v => v.Span.StartOffset)
        )
        {
            string name = top.Contains(variable.Name) ? Fresh(variable.Name) : variable.Name;
            top.Add(name);
            _names[variable] = CSharpWords.Escape(name);
        }

        NameConstants(function.Body!, top);
        Visit(function.Body!, [top], moved);
    }

    /// <summary>Variables of one type, of blocks of which none is around the other, have one name. Those of a block live
    /// as long as it does, wherever they stand in it (C11 6.2.4).</summary>
    /// <param name="free">Names that nobody has at the moment, by type.</param>
    private void Share(Stmt stmt, Func<VarDecl, string?> typeOf, Dictionary<string, Stack<string>> free)
    {
        List<(string Type, string Name)> mine = [];
        foreach (
            VarDecl variable in stmt is CompoundStmt or ForStmt or SwitchStmt ? DirectDecls(stmt).OfType<VarDecl>() : []
        )
        {
            if (typeOf(variable) is { } type)
            {
                string? name = null;
                if (free.TryGetValue(type, out Stack<string>? names))
                {
                    names.TryPop(out name);
                }

                _names[variable] = name ??= CSharpWords.Escape(Fresh($"{variable.Name}_shared"));
                mine.Add((type, name));
            }
        }

        foreach (Stmt child in BodyWalker.Children(stmt))
        {
            Share(child, typeOf, free);
        }

        foreach ((string type, string name) in mine)
        {
            if (!free.TryGetValue(type, out Stack<string>? names))
            {
                free[type] = names = [];
            }

            names.Push(name);
        }
    }

    /// <summary>Enumerators become constants at the top of the function.</summary>
    private void NameConstants(Stmt body, HashSet<string> top)
    {
        foreach (EnumConstantDecl constant in BodyWalker.Decls(body).OfType<EnumDecl>().SelectMany(e => e.Constants))
        {
            string name = _used.Add(constant.Name) ? constant.Name : Fresh(constant.Name);
            top.Add(name);
            _names[constant] = CSharpWords.Escape(name);
        }
    }

    public bool IsNamed(Decl decl) => _names.ContainsKey(decl);

    public string Of(Decl decl) => _names.TryGetValue(decl, out string? name) ? name : CSharpWords.Escape(decl.Name);

    /// <summary>Some local or label of the function has this C# name.</summary>
    public bool IsTaken(string name) => _used.Contains(name.TrimStart('@'));

    public string Fresh(string wanted)
    {
        string name = wanted;
        for (int i = _next.GetValueOrDefault(wanted, 2); !_used.Add(name); i++)
        {
            name = $"{wanted}_{i}";
            _next[wanted] = i + 1;
        }

        return name;
    }

    // Where the search for a free number begins, or thousands of labels would take the square of their number.
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    private void Visit(Stmt stmt, List<HashSet<string>> scopes, HashSet<Decl> moved)
    {
        bool opens = stmt is CompoundStmt or ForStmt or SwitchStmt;
        if (opens)
        {
            scopes.Add(new HashSet<string>(DirectNames(stmt), StringComparer.Ordinal));
        }

        if (stmt is DeclStmt declarations)
        {
            foreach (
                VarDecl variable in declarations.Decls.OfType<VarDecl>().Where(v => !v.IsGlobal && !moved.Contains(v))
            )
            {
                bool hides = scopes.SkipLast(1).Any(s => s.Contains(variable.Name));
                string name = hides ? Fresh(variable.Name) : variable.Name;
                if (hides)
                {
                    scopes[^1].Add(name);
                }

                _names[variable] = CSharpWords.Escape(name);
            }
        }

        foreach (Stmt child in BodyWalker.Children(stmt))
        {
            Visit(child, scopes, moved);
        }

        if (opens)
        {
            scopes.RemoveAt(scopes.Count - 1);
        }
    }

    /// <summary>Names declared in a block itself, not in blocks inside it.</summary>
    private static IEnumerable<string> DirectNames(Stmt block) => DirectDecls(block).Select(d => d.Name);

    private static IEnumerable<Decl> DirectDecls(Stmt block)
    {
        foreach (Stmt child in BodyWalker.Children(block))
        {
            Stmt inner = child;
            while (inner is LabelStmt or CaseStmt or DefaultStmt or AttributedStmt)
            {
                inner = BodyWalker.Children(inner).Last();
            }

            foreach (Decl decl in inner is DeclStmt declarations ? declarations.Decls : [])
            {
                yield return decl;
            }
        }
    }
}
