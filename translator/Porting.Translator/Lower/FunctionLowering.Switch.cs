using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Text;

namespace Porting.Translator.Lower;

internal sealed partial class FunctionLowering
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
    private void WriteSwitch(SwitchStmt choice)
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
            WriteLocal(variable, choice); // declared before the first label: never initialised there
        }

        if (sections.Count == 0)
        {
            return;
        }

        _sections.Push(sections);
        _breakLabels.Push(null);
        NodeList<Statement> parts = _out.Collected(() =>
        {
            TrailBrace(block);
            sections.ForEach(s => WriteSection(s, sections, type));
            WriteRest(block.Span);
        });
        _breakLabels.Pop();
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
            WriteTrailingComment(label.Span with { EndLine = label.Span.StartLine });
        }
    }

    private void WriteSection(Section section, List<Section> sections, CsType type)
    {
        WriteComments(section.Labels[0].Span);
        NodeList<Statement> labels = _out.Collected(() =>
        {
            foreach (Stmt label in section.Labels)
            {
                Write(label, Label(label, type));
                TrailLabel(label);
            }
        });
        NodeList<Statement> body = _out.Collected(() => WriteSectionBody(section, sections, type));
        bool declares = section.Body.Any(s => s is DeclStmt) && !section.Body.Any(s => s is LabelStmt);
        _out.Add(
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
            WriteComments(section.Body[i].Span, i > 0 ? 0 : section.Labels[^1].Span.StartOffset);
            WriteStmt(section.Body[i]);
            WriteTrailingComment(section.Body[i].Span);
            OpenCleanups(section.Body[i], cleanups);
        }

        CloseCleanups(cleanups);
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
            _out.Add(new BreakStatement());
            return;
        }

        Stmt? nameable = sections[next].Labels.FirstOrDefault(l => l is DefaultStmt or CaseStmt { High: null });
        if (nameable == null)
        {
            sections[next].Entry ??= _locals.Fresh("fall");
            _out.Add(new GotoStatement(sections[next].Entry!));
            return;
        }

        _out.Add(new GotoCaseStatement(Label(nameable, type)));
    }

    /// <summary>What is chosen by: of narrow types as int, so that case 'x' needs no cast of its own, and a case that
    /// the narrow type cannot hold is none that C# refuses.</summary>
    private Ex SwitchValue(SwitchStmt choice, CsType type)
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

    private SwitchLabel Label(Stmt label, CsType type)
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

    private Ex CaseValue(Expr expr, long value, CsType type)
    {
        Ex lowered = Value(expr);
        return lowered.Const == value || lowered.Type == CsType.Char ? To(lowered, type) : To(Cs.Constant(value), type);
    }
}
