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
    public LocalNames(FunctionDecl function, IEnumerable<VarDecl> hoisted)
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
        foreach (VarDecl variable in moved.OfType<VarDecl>().OrderBy(v => v.Span.StartOffset))
        {
            string name = top.Contains(variable.Name) ? Fresh(variable.Name) : variable.Name;
            top.Add(name);
            _names[variable] = CSharpWords.Escape(name);
        }

        NameConstants(function.Body!, top);
        Visit(function.Body!, [top], moved);
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
    private static IEnumerable<string> DirectNames(Stmt block)
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
                yield return decl.Name;
            }
        }
    }
}
