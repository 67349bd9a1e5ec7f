using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Text;

namespace Porting.Translator.Lower;

/// <summary>
/// Statements that somebody jumps into (<see cref="JumpPlan"/>): <c>while (c) { ...; l: ...; }</c> -> <c>next: if (!c)
/// goto end; ...; l: ...; goto next; end: ;</c>, all in the block around.
/// </summary>
internal sealed partial class FunctionLowering
{
    private readonly JumpPlan _jumps;
    private readonly Dictionary<Stmt, string> _caseLabels = [];

    /// <summary>Variables that jumps lead past, at the top of the function.</summary>
    private void DeclareHoisted()
    {
        foreach (
            VarDecl variable in _jumps
                .Hoisted.Where(v => v.Type.Canonical is not ArrayType && !IsBoxed(v))
                .DistinctBy(_locals.Of)
        )
        {
            CsType type = Written(variable.Type);
            string name = _locals.Of(variable);
            _out.Line(
                variable.Type.Canonical is RecordType
                    ? $"Unsafe.SkipInit(out {type} {name});"
                    : $"{type} {name} = default;",
                variable.Span.File.Path,
                variable.Span.StartLine
            );
        }
    }

    private void WriteFlat(Stmt stmt)
    {
        switch (stmt)
        {
            case CompoundStmt block:
                WriteBlockBody(block);
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

    private string NewLabel(string kind) => _locals.Fresh(kind);

    private void WriteLabelLine(string label)
    {
        _out.Indent--;
        _out.Line($"{label}: ;");
        _out.Indent++;
    }

    /// <summary><c>if (!c) goto label;</c></summary>
    private void WriteExitTo(string label, Expr condition)
    {
        Ex test = Condition(condition);
        FlushHoisted(condition);
        Line(condition, $"if ({Cs.Not(test).Text})");
        _out.Open("");
        _out.Line($"goto {label};");
        _out.Close();
    }

    private void WriteFlatIf(IfStmt branch)
    {
        string otherwise = NewLabel("otherwise");
        WriteExitTo(otherwise, branch.Condition);
        WriteStmt(branch.Then);
        if (branch.Else == null)
        {
            WriteLabelLine(otherwise);
            return;
        }

        string end = NewLabel("end");
        _out.Line($"goto {end};");
        WriteLabelLine(otherwise);
        WriteStmt(branch.Else);
        WriteLabelLine(end);
    }

    private void WriteFlatLoop(Stmt loop, Stmt? init, Expr? condition, Expr? increment, Stmt body)
    {
        string top = NewLabel("again");
        string next = increment == null ? top : NewLabel("next");
        string end = NewLabel("end");
        Stack<string> cleanups = [];
        if (init != null)
        {
            WriteStmt(init);
            OpenCleanups(init, cleanups);
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
            WriteExpression(increment);
        }

        Line(loop, $"goto {top};");
        WriteLabelLine(end);
        CloseCleanups(cleanups);
    }

    private void WriteFlatBody(Stmt body, string next, string end)
    {
        _loopDepth++;
        _continueLabels.Push(next);
        _breakLabels.Push(end);
        WriteStmt(body);
        _breakLabels.Pop();
        _continueLabels.Pop();
        _loopDepth--;
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
        _out.Line($"goto {top};");
        WriteLabelLine(end);
    }

    /// <summary>The values lead to labels, which stand where the case labels stood.</summary>
    private void WriteFlatSwitch(SwitchStmt choice)
    {
        CsType type = SwitchType(choice);
        Ex value = SwitchValue(choice, type);
        FlushHoisted(choice);
        string end = NewLabel("end");
        Stmt[] cases = [.. JumpPlan.CasesOf(choice.Body)];
        foreach (Stmt label in cases)
        {
            _caseLabels[label] = NewLabel(label is DefaultStmt ? "otherwise" : "entry");
        }

        if (cases.Length <= JumpPlan.MostLabels)
        {
            WriteDispatch(choice, value, type, cases, end);
        }
        else
        {
            Ex saved = value.IsStable ? value : Save(value);
            FlushHoisted(choice);
            string otherwise = cases.FirstOrDefault(c => c is DefaultStmt) is { } label ? _caseLabels[label] : end;
            WriteDispatches(
                choice,
                saved,
                type,
                cases.OfType<CaseStmt>().OrderBy(c => Folding.Exact(c.LowValue, type)).ToArray(),
                otherwise
            );
        }

        _breakLabels.Push(end);
        WriteStmt(choice.Body);
        _breakLabels.Pop();
        WriteLabelLine(end);
    }

    private void WriteDispatch(SwitchStmt choice, Ex value, CsType type, IReadOnlyList<Stmt> cases, string otherwise)
    {
        Line(choice, $"switch ({value.Text})");
        _out.Open("");
        foreach (Stmt label in cases)
        {
            Line(label, LabelText(label, type) + ":");
            _out.Indent++;
            _out.Line($"goto {_caseLabels[label]};");
            _out.Indent--;
        }

        if (!cases.Any(c => c is DefaultStmt))
        {
            _out.Line("default:");
            _out.Indent++;
            _out.Line($"goto {otherwise};");
            _out.Indent--;
        }

        _out.Close();
    }

    /// <summary>Halves, down to switches of a size that the C# compiler takes well. The cases are in ascending
    /// order.</summary>
    private void WriteDispatches(
        SwitchStmt choice,
        Ex value,
        CsType type,
        ArraySegment<CaseStmt> cases,
        string otherwise
    )
    {
        if (cases.Count <= JumpPlan.MostLabels / 4)
        {
            WriteDispatch(choice, value, type, cases, otherwise);
            return;
        }

        int half = cases.Count / 2;
        Ex middle = CaseValue(cases[half].Low, cases[half].LowValue, type);
        Line(choice, $"if ({Cs.Binary(value, "<", middle, Prec.Relational, CsType.Bool).Text})");
        _out.Open("");
        WriteDispatches(choice, value, type, cases[..half], otherwise);
        _out.Close();
        Line(choice, "else");
        _out.Open("");
        WriteDispatches(choice, value, type, cases[half..], otherwise);
        _out.Close();
    }

    private void WriteFlatCase(Stmt label)
    {
        WriteLabelLine(_caseLabels[label]);
        WriteStmt(label is CaseStmt value ? value.Body : ((DefaultStmt)label).Body);
    }

    private int LabelNumber(LabelDecl label) => _jumps.NumberOf(label);

    /// <summary><c>&amp;&amp;label</c>.</summary>
    private Ex LabelAddress(AddrLabelExpr address) =>
        Cs.Call("rt.label_address", [Cs.Number(LabelNumber(address.Label))], CsType.VoidPointer) with
        {
            IsStable = true,
        };

    /// <summary><c>goto *p</c> -> a switch over the numbers of the labels.</summary>
    private void WriteIndirectGoto(IndirectGotoStmt jump)
    {
        Ex target = Value(jump.Target);
        FlushHoisted(jump);
        Line(jump, $"switch (rt.label_number({target.Text}))");
        _out.Open("");
        for (int i = 0; i < _jumps.TakenLabels.Count; i++)
        {
            _out.Line(i == _jumps.TakenLabels.Count - 1 ? "default:" : $"case {i + 1}:");
            _out.Indent++;
            _out.Line($"goto {LabelName(_jumps.TakenLabels[i])};");
            _out.Indent--;
        }

        _out.Close();
    }
}
