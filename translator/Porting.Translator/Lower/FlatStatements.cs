using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using static Porting.Translator.Lower.CForms;

namespace Porting.Translator.Lower;

/// <summary>Statements that somebody jumps into (<see cref="JumpPlan"/>): <c>while (c) { ...; l: ...; }</c> ->
/// <c>next: if (!c) goto end; ...; l: ...; goto next; end: ;</c>, all in the block around.</summary>
internal sealed class FlatStatements(FunctionScope scope) : Construct(scope)
{
    private readonly Dictionary<Stmt, string> _caseLabels = [];

    public void WriteFlat(Stmt stmt)
    {
        switch (stmt)
        {
            case CompoundStmt block:
                Statements.WriteBlockBody(block);
                break;
            case IfStmt branch:
                WriteFlatIf(branch);
                break;
            case WhileStmt loop:
                WriteFlatLoop(loop, null, loop.Condition, null, loop.Body);
                break;
            case ForStmt loop:
                WriteFlatLoop(loop, loop.Init, loop.Condition, loop.Increment, loop.Body);
                break;
            case DoStmt loop:
                WriteFlatDo(loop);
                break;
            case SwitchStmt choice:
                WriteFlatSwitch(choice);
                break;
        }
    }

    private string NewLabel(string kind) => LocalNames.Fresh(kind);

    private void WriteLabelLine(string label) => Out.Add(new LabelStatement(label, IsEmpty: true));

    /// <summary><c>if (!c) goto label;</c></summary>
    private void WriteExitTo(string label, Expr condition)
    {
        Ex test = Condition(condition);
        FlushHoisted(condition);
        Write(condition, new IfStatement(Cs.Not(test).Node, Block.Of(new GotoStatement(label))));
    }

    private void WriteFlatIf(IfStmt branch)
    {
        string otherwise = NewLabel("otherwise");
        WriteExitTo(otherwise, branch.Condition);
        Statements.WriteStmt(branch.Then);
        if (branch.Else == null)
        {
            WriteLabelLine(otherwise);
            return;
        }

        string end = NewLabel("end");
        Out.Add(new GotoStatement(end));
        WriteLabelLine(otherwise);
        Statements.WriteStmt(branch.Else);
        WriteLabelLine(end);
    }

    private void WriteFlatLoop(Stmt loop, Stmt? init, Expr? condition, Expr? increment, Stmt body)
    {
        string top = NewLabel("again");
        string next = increment == null ? top : NewLabel("next");
        string end = NewLabel("end");
        Stack<Ex> cleanups = [];
        if (init != null)
        {
            Statements.WriteStmt(init);
            Cleanups.OpenCleanups(init, cleanups);
        }

        WriteLabelLine(top);
        if (condition != null)
        {
            WriteExitTo(end, condition);
        }

        WriteFlatBody(body, next, end);
        if (increment != null)
        {
            WriteLabelLine(next);
            Statements.WriteExpression(increment);
        }

        Write(loop, new GotoStatement(top));
        WriteLabelLine(end);
        Cleanups.CloseCleanups(cleanups);
    }

    private void WriteFlatBody(Stmt body, string next, string end)
    {
        Scope.ContinueLabels.Push(next);
        Scope.BreakLabels.Push(end);
        Statements.WriteStmt(body);
        Scope.BreakLabels.Pop();
        Scope.ContinueLabels.Pop();
    }

    private void WriteFlatDo(DoStmt loop)
    {
        string top = NewLabel("again");
        string next = NewLabel("next");
        string end = NewLabel("end");
        WriteLabelLine(top);
        WriteFlatBody(loop.Body, next, end);
        WriteLabelLine(next);
        WriteExitTo(end, loop.Condition);
        Out.Add(new GotoStatement(top));
        WriteLabelLine(end);
    }

    /// <summary>The values lead to labels, which stand where the case labels stood.</summary>
    private void WriteFlatSwitch(SwitchStmt choice)
    {
        CsType type = Switches.SwitchType(choice);
        Ex value = Switches.SwitchValue(choice, type);
        FlushHoisted(choice);
        string end = NewLabel("end");
        Stmt[] cases = [.. JumpPlan.CasesOf(choice.Body)];
        foreach (Stmt label in cases)
        {
            _caseLabels[label] = NewLabel(label is DefaultStmt ? "otherwise" : "entry");
        }

        if (cases.Length <= JumpPlan.MostLabels)
        {
            Write(choice, Dispatch(value, type, cases, end));
        }
        else
        {
            Ex saved = value.IsStable ? value : Save(value);
            FlushHoisted(choice);
            string otherwise = cases.FirstOrDefault(c => c is DefaultStmt) is { } label ? _caseLabels[label] : end;
            CaseStmt[] sorted = [.. cases.OfType<CaseStmt>().OrderBy(c => Folding.Exact(c.LowValue, type))];
            Write(choice, Dispatches(PlaceOf(choice.Span), saved, type, sorted, otherwise));
        }

        Scope.BreakLabels.Push(end);
        Statements.WriteStmt(choice.Body);
        Scope.BreakLabels.Pop();
        WriteLabelLine(end);
    }

    private SwitchStatement Dispatch(Ex value, CsType type, IReadOnlyList<Stmt> cases, string otherwise)
    {
        IEnumerable<Statement> sections = cases.Select(c =>
            JumpSection(Switches.Label(c, type) with { Place = PlaceOf(c.Span) }, _caseLabels[c])
        );
        return new SwitchStatement(
            value.Node,
            new([
                .. sections,
                .. cases.Any(c => c is DefaultStmt)
                    ? Array.Empty<Statement>()
                    : [JumpSection(new DefaultLabel(), otherwise)],
            ])
        );
    }

    /// <summary><c>case 1: goto label;</c></summary>
    public static SwitchSection JumpSection(SwitchLabel label, string target) =>
        new(new NodeList<Statement>(label), new NodeList<Statement>(new GotoStatement(target)));

    /// <summary>Halves, down to switches of a size that the C# compiler takes well. The cases are in ascending
    /// order.</summary>
    private Statement Dispatches(CPlace place, Ex value, CsType type, ArraySegment<CaseStmt> cases, string otherwise)
    {
        if (cases.Count <= JumpPlan.MostLabels / 4)
        {
            return Dispatch(value, type, cases, otherwise) with { Place = place };
        }

        int half = cases.Count / 2;
        Ex middle = Switches.CaseValue(cases[half].Low, cases[half].LowValue, type);
        Ex isBelow = Cs.Binary(value, "<", middle, Prec.Relational, CsType.Bool);
        return new IfStatement(
            isBelow.Node,
            Block.Of(Dispatches(place, value, type, cases[..half], otherwise)),
            Block.Of(Dispatches(place, value, type, cases[half..], otherwise))
        )
        {
            Place = place,
        };
    }

    public void WriteFlatCase(Stmt label)
    {
        WriteLabelLine(_caseLabels[label]);
        Statements.WriteStmt(label is CaseStmt value ? value.Body : ((DefaultStmt)label).Body);
    }

    public int LabelNumber(LabelDecl label) => Jumps.NumberOf(label);

    /// <summary><c>&amp;&amp;label</c>.</summary>
    public Ex LabelAddress(AddrLabelExpr address) =>
        Cs.Call("rt.label_address", [Cs.Number(LabelNumber(address.Label))], CsType.VoidPointer) with
        {
            IsStable = true,
        };

    /// <summary><c>goto *p</c> -> a switch over the numbers of the labels.</summary>
    public void WriteIndirectGoto(IndirectGotoStmt jump)
    {
        Ex target = Value(jump.Target);
        FlushHoisted(jump);
        Ex number = Cs.Call("rt.label_number", [target], CsType.Int);
        IReadOnlyList<LabelDecl> labels = Jumps.TakenLabels;
        IEnumerable<Statement> sections = labels.Select(
            (l, i) =>
                JumpSection(i == labels.Count - 1 ? new DefaultLabel() : new CaseLabel(Cs.Digits(i + 1)), LabelName(l))
        );
        Write(jump, new SwitchStatement(number.Node, new([.. sections])));
    }
}
