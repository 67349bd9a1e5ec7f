using Porting.Clang.Ast;
using Porting.Translator.Program;

namespace Porting.Translator.Lower;

/// <summary>
/// What of a function has to give up its block structure. C jumps into blocks: by goto, by case labels inside loops
/// (Duff's device), by label addresses. C# jumps only to labels of the same or an outer block. So every statement that
/// has a label inside, and from outside of which somebody jumps there, is written flat: its parts in the block around,
/// its control by labels and gotos. All other statements keep their shape.
///
/// Input: a body. Holds after: for every jump, the nearest block around its label that is not flat is also around the
/// jump. Variables that a jump may lead past are hoisted: declared at the top of the function.
/// </summary>
internal sealed class JumpPlan
{
    private readonly HashSet<Stmt> _flat = [];
    private readonly HashSet<VarDecl> _hoisted = [];
    private readonly Dictionary<LabelDecl, Stmt[]> _labels = [];
    private readonly List<(LabelDecl Label, Stmt[] From)> _jumps = [];
    private readonly List<LabelDecl> _taken = [];
    private readonly Dictionary<LabelDecl, int> _numbers = [];

    /// <summary>Where the first jump to a label stands; the smallest number for one whose address is taken.</summary>
    private readonly Dictionary<LabelDecl, int> _firstJumps = [];
    private bool _hasIndirect;

    public JumpPlan(CompoundStmt body)
    {
        Visit(body, new Stack<Stmt>());
        foreach ((LabelDecl label, Stmt[] from) in _jumps)
        {
            Flatten(label, from);
        }

        foreach (LabelDecl label in _taken.Where(l => _hasIndirect && _labels.ContainsKey(l)))
        {
            Flatten(label, [body]);
        }

        foreach (Stmt stmt in BodyWalker.All(body))
        {
            HoistIn(stmt);
        }

        VarDecl[] locals = [.. BodyWalker.Decls(body).OfType<VarDecl>().Where(v => !v.IsGlobal)];
        if (locals.Length > MostLocals)
        {
            IsCrowded = true;
            _hoisted.UnionWith(locals.Where(v => v.Type.Canonical is not (ArrayType or VectorType or ComplexType)));
        }
    }

    /// <summary>C# has at most 65,534 locals in a method, temporaries among them (CS0204).</summary>
    private const int MostLocals = 50_000;

    /// <summary>The function has so many variables that those of different blocks have to share one.</summary>
    public bool IsCrowded { get; }

    /// <summary>Labels whose address is taken, in the order of their place: an address is one more than the
    /// index.</summary>
    public IReadOnlyList<LabelDecl> TakenLabels => _taken;

    /// <summary>One more than its index among those, 0 for others.</summary>
    public int NumberOf(LabelDecl label) => _numbers.GetValueOrDefault(label);

    /// <summary>What a label's address is, for static data.</summary>
    public static int AddressOf(LabelDecl label) =>
        label.Parent?.Body is { } body
            ? BodyWalker
                .All(body)
                .OfType<LabelStmt>()
                .Select(l => l.Label)
                .Where(l => l.IsAddressTaken)
                .ToList()
                .IndexOf(label) + 1
            : 0;

    public bool IsFlat(Stmt stmt) => _flat.Contains(stmt);

    public bool HasFlat => _flat.Count > 0;

    public bool IsHoisted(VarDecl variable) => _hoisted.Contains(variable);

    public IEnumerable<VarDecl> Hoisted => _hoisted.OrderBy(v => v.Span.StartOffset);

    /// <summary>Whether someone jumps here.</summary>
    public bool IsTarget(LabelDecl label) => _firstJumps.ContainsKey(label);

    private void Visit(Stmt stmt, Stack<Stmt> around)
    {
        switch (stmt)
        {
            case LabelStmt label:
                _labels[label.Label] = [.. around];
                if (label.Label.IsAddressTaken)
                {
                    _taken.Add(label.Label);
                    _numbers[label.Label] = _taken.Count;
                    _firstJumps[label.Label] = int.MinValue;
                }

                break;
            case GotoStmt jump:
                int place = jump.Span.StartOffset;
                _jumps.Add((jump.Label, [.. around]));
                _firstJumps[jump.Label] = Math.Min(place, _firstJumps.GetValueOrDefault(jump.Label, place));
                break;
            case IndirectGotoStmt:
                _hasIndirect = true;
                break;
            case SwitchStmt choice when !IsPlain(choice) || IsHuge(choice):
                FlattenTo(choice.Body);
                _flat.Add(choice);
                _flat.Add(choice.Body);
                break;
        }

        bool isControl = stmt is CompoundStmt or IfStmt or WhileStmt or DoStmt or ForStmt or SwitchStmt;
        if (isControl)
        {
            around.Push(stmt);
        }

        foreach (Stmt child in BodyWalker.Children(stmt))
        {
            Visit(child, around);
        }

        if (isControl)
        {
            around.Pop();
        }
    }

    private void Flatten(LabelDecl label, Stmt[] from)
    {
        if (!_labels.TryGetValue(label, out Stmt[]? ancestors))
        {
            return;
        }

        HashSet<Stmt> outside = [.. ancestors.Except(from)];
        for (int i = 0; i < ancestors.Length; i++)
        {
            // The body of a control statement is a block of C# even where C has none.
            bool isBare = i == 0 && ancestors[0] is not CompoundStmt;
            bool holdsFlat = i > 0 && ancestors[i] is not CompoundStmt && outside.Contains(ancestors[i - 1]);
            if (isBare || holdsFlat)
            {
                outside.Add(ancestors[i]);
            }
        }

        _flat.UnionWith(outside);
    }

    /// <summary>All labels of the switch stand directly in its block, and nothing that somebody could jump to in front
    /// of them.</summary>
    private static bool IsPlain(SwitchStmt choice) =>
        choice.Body is CompoundStmt block
        && CasesOf(choice.Body).All(DirectCases(block).Contains)
        && !block
            .Body.TakeWhile(s => s is not (CaseStmt or DefaultStmt))
            .SelectMany(BodyWalker.All)
            .Any(s => s is LabelStmt);

    /// <summary>Roslyn's memory for a switch grows with the square of its labels (3 GiB for 10,000): one of so many is
    /// written as several, which lead to labels.</summary>
    public const int MostLabels = 1000;

    private static bool IsHuge(SwitchStmt choice) =>
        choice.Body is CompoundStmt block
        && block.Body.Count > MostLabels
        && CasesOf(choice.Body).Skip(MostLabels).Any();

    private static HashSet<Stmt> DirectCases(CompoundStmt block)
    {
        HashSet<Stmt> direct = [];
        foreach (Stmt stmt in block.Body)
        {
            for (
                Stmt inner = stmt;
                inner is CaseStmt or DefaultStmt;
                inner = inner is CaseStmt label ? label.Body : ((DefaultStmt)inner).Body
            )
            {
                direct.Add(inner);
            }
        }

        return direct;
    }

    /// <summary>The case and default labels of a switch, not those of switches inside, in order.</summary>
    public static IEnumerable<Stmt> CasesOf(Stmt body)
    {
        if (body is CaseStmt or DefaultStmt)
        {
            yield return body;
        }

        foreach (Stmt child in BodyWalker.Children(body).Where(c => c is not SwitchStmt))
        {
            foreach (Stmt found in CasesOf(child))
            {
                yield return found;
            }
        }
    }

    /// <summary>True when the statement has a label of the switch inside; then it is flat.</summary>
    private bool FlattenTo(Stmt stmt)
    {
        bool has = stmt is CaseStmt or DefaultStmt;
        foreach (Stmt child in BodyWalker.Children(stmt).Where(c => c is not SwitchStmt))
        {
            has |= FlattenTo(child);
        }

        if (has && stmt is CompoundStmt or IfStmt or WhileStmt or DoStmt or ForStmt)
        {
            _flat.Add(stmt);
        }

        return has;
    }

    private void HoistIn(Stmt stmt)
    {
        switch (stmt)
        {
            case CompoundStmt block when IsFlat(block):
                _hoisted.UnionWith(block.Body.SelectMany(DeclaredBy));
                break;
            case ForStmt { Init: DeclStmt init } loop when IsFlat(loop):
                _hoisted.UnionWith(DeclaredBy(init));
                break;
            case CompoundStmt block:
                HoistPassed(block);
                break;
            case SwitchStmt { Body: CompoundStmt block } choice when !IsFlat(choice):
                HoistShared(block);
                break;
        }
    }

    /// <summary>Variables that stand directly in a statement list, also behind labels.</summary>
    private static IEnumerable<VarDecl> DeclaredBy(Stmt stmt)
    {
        while (stmt is LabelStmt or CaseStmt or DefaultStmt or AttributedStmt)
        {
            stmt = BodyWalker.Children(stmt).Last();
        }

        return stmt is DeclStmt declarations ? declarations.Decls.OfType<VarDecl>().Where(v => !v.IsGlobal) : [];
    }

    /// <summary>A jump forward past a declaration to where the variable is used: C allows it, C# wants every use to be
    /// behind an assignment.</summary>
    private void HoistPassed(CompoundStmt block)
    {
        int last = -1;
        for (int i = block.Body.Count - 1; i >= 0 && last < 0; i--)
        {
            last = HasTarget(block.Body[i]) ? i : -1;
        }

        for (int i = 0; i < last; i++)
        {
            foreach (VarDecl variable in DeclaredBy(block.Body[i]))
            {
                int behind = Enumerable
                    .Range(i + 1, last - i)
                    .FirstOrDefault(j => HasTarget(block.Body[j], variable.Span.StartOffset), -1);
                if (behind >= 0 && block.Body.Skip(behind).Any(s => Uses(s, variable)))
                {
                    _hoisted.Add(variable);
                }
            }
        }
    }

    /// <summary>Whether somebody jumps to the statement from above a place of the file.</summary>
    private bool HasTarget(Stmt stmt, int place = int.MaxValue) =>
        stmt switch
        {
            LabelStmt label => _firstJumps.GetValueOrDefault(label.Label, int.MaxValue) < place
                || HasTarget(label.Body, place),
            CaseStmt label => HasTarget(label.Body, place),
            DefaultStmt label => HasTarget(label.Body, place),
            _ => IsFlat(stmt) && BodyWalker.All(stmt).Any(s => s is LabelStmt or CaseStmt or DefaultStmt),
        };

    /// <summary>A variable of one section of a switch that another section uses, or one that a label of the switch
    /// stands behind.</summary>
    private void HoistShared(CompoundStmt block)
    {
        for (int i = 0; i < block.Body.Count; i++)
        {
            foreach (VarDecl variable in DeclaredBy(block.Body[i]))
            {
                int next = Enumerable
                    .Range(i + 1, block.Body.Count - i - 1)
                    .FirstOrDefault(j => block.Body[j] is CaseStmt or DefaultStmt || HasTarget(block.Body[j]), -1);
                if (next >= 0 && block.Body.Skip(next).Any(s => Uses(s, variable)))
                {
                    _hoisted.Add(variable);
                }
            }
        }
    }

    private static bool Uses(Stmt stmt, VarDecl variable) =>
        BodyWalker.All(stmt).Any(s => s is DeclRefExpr { Decl: var decl } && decl == variable);
}
