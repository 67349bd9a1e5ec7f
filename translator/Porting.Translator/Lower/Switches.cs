using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using static Porting.Translator.Lower.ConstantConversions;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary><c>switch</c> keeps its shape. Falling through becomes <c>goto case</c>; a value range becomes a pattern.</summary>
internal sealed class Switches(FunctionScope scope) : Construct(scope)
{
    /// <summary>A run of statements under its labels.</summary>
    private sealed class Section
    {
        public List<Stmt> Labels { get; } = [];
        public List<Stmt> Body { get; } = [];

        /// <summary>C# label for falling in, where goto case cannot name the section.</summary>
        public string? Entry { get; set; }
    }

    private readonly Stack<List<Section>> _sections = new();

    /// <summary>
    /// <c>switch</c> keeps its shape. Falling through becomes <c>goto case</c>; a value range becomes a pattern. A
    /// switch with labels deeper than in its own block (Duff's device) is flat.
    /// </summary>
    public void WriteSwitch(SwitchStmt choice)
    {
        CompoundStmt block = (CompoundStmt)choice.Body; // others are flat
        CsType type = SwitchType(choice);
        Ex value = SwitchValue(choice, type);
        FlushHoisted(choice);
        (List<Section> sections, List<Stmt> before) = Split(block);
        foreach (
            VarDecl variable in before
                .OfType<DeclStmt>()
                .SelectMany(d => d.Decls)
                .OfType<VarDecl>()
                .Where(v => !v.IsGlobal)
        )
        {
            Locals.WriteLocal(variable, choice); // declared before the first label: never initialised there
        }

        if (sections.Count == 0)
        {
            return;
        }

        _sections.Push(sections);
        Scope.BreakLabels.Push(null);
        NodeList<Statement> parts = Out.Collected(() =>
        {
            StatementComments.TrailBrace(block);
            sections.ForEach(s => WriteSection(s, sections, type));
            StatementComments.WriteRest(block.Span);
        });
        Scope.BreakLabels.Pop();
        _sections.Pop();
        Write(choice, new SwitchStatement(value.Node, parts));
    }

    private static (List<Section> Sections, List<Stmt> Before) Split(CompoundStmt block)
    {
        List<Section> sections = [];
        List<Stmt> before = [];
        foreach (Stmt stmt in block.Body)
        {
            Stmt inner = stmt;
            Section? opened = null;
            while (inner is CaseStmt or DefaultStmt)
            {
                opened ??= new Section();
                opened.Labels.Add(inner);
                inner = inner is CaseStmt label ? label.Body : ((DefaultStmt)inner).Body;
            }

            if (opened != null)
            {
                // Labels directly behind labels share a section.
                if (sections.Count > 0 && sections[^1].Body.Count == 0)
                {
                    sections[^1].Labels.AddRange(opened.Labels);
                }
                else
                {
                    sections.Add(opened);
                }
            }

            if (sections.Count == 0)
            {
                before.Add(stmt);
            }
            else
            {
                sections[^1].Body.Add(inner);
            }
        }

        return (sections, before);
    }

    /// <summary><c>case 1: /* why */</c>, with the statement on a line below.</summary>
    private void TrailLabel(Stmt label)
    {
        Stmt body = label is CaseStmt choice ? choice.Body : ((DefaultStmt)label).Body;
        if (body.Span.StartLine > label.Span.StartLine)
        {
            StatementComments.WriteTrailingComment(label.Span with { EndLine = label.Span.StartLine });
        }
    }

    private void WriteSection(Section section, List<Section> sections, CsType type)
    {
        StatementComments.WriteComments(section.Labels[0].Span);
        NodeList<Statement> labels = Out.Collected(() =>
        {
            foreach (Stmt label in section.Labels)
            {
                Write(label, Label(label, type));
                TrailLabel(label);
            }
        });
        NodeList<Statement> body = Out.Collected(() => WriteSectionBody(section, sections, type));
        bool declares = section.Body.Any(s => s is DeclStmt) && !section.Body.Any(s => s is LabelStmt);
        Out.Add(
            new SwitchSection(labels, declares ? new NodeList<Statement>(new Block(body)) : body)
            {
                Entry = section.Entry,
            }
        );
    }

    private void WriteSectionBody(Section section, List<Section> sections, CsType type)
    {
        Stack<Ex> cleanups = [];
        for (int i = 0; i < section.Body.Count; i++)
        {
            StatementComments.WriteComments(section.Body[i].Span, i > 0 ? 0 : section.Labels[^1].Span.StartOffset);
            Statements.WriteStmt(section.Body[i]);
            StatementComments.WriteTrailingComment(section.Body[i].Span);
            Cleanups.OpenCleanups(section.Body[i], cleanups);
        }

        Cleanups.CloseCleanups(cleanups);
        if (section.Body.Count == 0 || Reachability.EndIsReachable(section.Body[^1]))
        {
            WriteFallThrough(section, sections, type);
        }
    }

    private void WriteFallThrough(Section section, List<Section> sections, CsType type)
    {
        int next = sections.IndexOf(section) + 1;
        if (next >= sections.Count)
        {
            Out.Add(new BreakStatement());
            return;
        }

        Stmt? nameable = sections[next].Labels.FirstOrDefault(l => l is DefaultStmt or CaseStmt { High: null });
        if (nameable == null)
        {
            sections[next].Entry ??= LocalNames.Fresh("fall");
            Out.Add(new GotoStatement(sections[next].Entry!));
            return;
        }

        Out.Add(new GotoCaseStatement(Label(nameable, type)));
    }

    /// <summary>C#'s type for the value of a switch: the widest that C# has.</summary>
    public CsType SwitchType(SwitchStmt choice)
    {
        CsType type = Canonical(choice.Condition.Type);
        if (!type.IsNumber)
        {
            return type;
        }

        NumberShape shape = NumberShape.Of((BuiltinType)choice.Condition.Type.Canonical);
        if (shape.Bits > 64)
        {
            Error(
                "PORT3001",
                choice,
                $"a switch over '{shape.Spelling}' is not supported: C# has none of more than 64 bits"
            );
        }

        return shape.IsSigned ? CsType.Long : CsType.ULong;
    }

    /// <summary>What is chosen by: of narrow types as int, so that case 'x' needs no cast of its own, and a case that
    /// the narrow type cannot hold is none that C# refuses.</summary>
    public Ex SwitchValue(SwitchStmt choice, CsType type)
    {
        Ex value = To(Numeric(Value(choice.Condition)), type);
        bool isBeyond =
            value.Type.Kind is TypeKind.Short or TypeKind.UShort
            && JumpPlan
                .CasesOf(choice.Body)
                .OfType<CaseStmt>()
                .Any(c =>
                    !Fits(c.LowValue, type, value.Type) || (c.High != null && !Fits(c.HighValue, type, value.Type))
                );
        return value.Type.Kind is TypeKind.SByte or TypeKind.Byte || isBeyond ? Cs.Cast(CsType.Int, value)
            : value.IsLoose ? Cs.Cast(type, value)
            : value;
    }

    public SwitchLabel Label(Stmt label, CsType type)
    {
        if (label is not CaseStmt { } value)
        {
            return new DefaultLabel();
        }

        if (value.High != null && Folding.Exact(value.LowValue, type) > Folding.Exact(value.HighValue, type))
        {
            // an empty range (GNU C, "Case Ranges"): C# has no pattern that nothing matches
            return new NeverLabel();
        }

        Ex low = CaseValue(value.Low, value.LowValue, type);
        return value.High == null
            ? new CaseLabel(low.Node)
            : new RangeLabel(low.Node, CaseValue(value.High, value.HighValue, type).Node);
    }

    public Ex CaseValue(Expr expr, long value, CsType type)
    {
        Ex lowered = Value(expr);
        return lowered.Const == value || lowered.Type == CsType.Char ? To(lowered, type) : To(Cs.Constant(value), type);
    }
}
