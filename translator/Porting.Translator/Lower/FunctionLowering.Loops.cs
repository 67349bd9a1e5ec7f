using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Translator.Lower;

/// <summary>Loops keep their keyword: what their conditions and steps need lines for goes into the body.</summary>
internal sealed partial class FunctionLowering
{
    private void WriteLoopBody(Stmt body, string? continueLabel, Action? first = null, Action? last = null)
    {
        _loopDepth++;
        _continueLabels.Push(continueLabel);
        _breakLabels.Push(null);
        _out.Open("");
        TrailBrace(body);
        first?.Invoke();
        WriteNestedBody(body);
        if (continueLabel != null)
        {
            _out.Indent--;
            _out.Line($"{continueLabel}:");
            _out.Indent++;
            _out.Line(";");
        }

        last?.Invoke();
        _breakLabels.Pop();
        _continueLabels.Pop();
        _loopDepth--;
    }

    /// <summary><c>while (c)</c>; when c needs lines of its own: <c>while (true) { lines; if (!c) break; ...
    /// }</c>.</summary>
    private void WriteWhile(WhileStmt loop)
    {
        (Ex condition, List<string> lines) = Captured(() => Condition(loop.Condition));
        Line(loop, lines.Count == 0 ? $"while ({condition.Text})" : "while (true)");
        WriteLoopBody(loop.Body, null, lines.Count == 0 ? null : () => WriteExit(loop, condition, lines));
        _out.Close();
    }

    private void WriteExit(Stmt loop, Ex condition, List<string> lines)
    {
        foreach (string line in lines)
        {
            WriteHoisted(line, loop);
        }

        Line(loop, $"if ({Cs.Not(condition).Text})");
        _out.Open("");
        _out.Line("break;");
        _out.Close();
    }

    /// <summary><c>do { ... } while (0)</c>, by which a macro is one statement: just its statements, in a block when
    /// they declare something.</summary>
    private void WriteOnce(DoStmt once)
    {
        if (once.Body is CompoundStmt block && !block.Body.Any(s => s is DeclStmt or LabelStmt))
        {
            WriteBlockBody(block);
            return;
        }

        WriteNested(once.Body);
    }

    /// <summary>Whether a break or continue inside means this loop.</summary>
    private static bool LeavesLoop(Stmt stmt) =>
        stmt switch
        {
            BreakStmt or ContinueStmt => true,
            WhileStmt or DoStmt or ForStmt => false,
            SwitchStmt choice => BodyWalker.All(choice.Body).Any(s => s is ContinueStmt),
            _ => BodyWalker.Children(stmt).Any(LeavesLoop),
        };

    private void WriteDo(DoStmt loop)
    {
        (Ex condition, List<string> lines) = Captured(() => Condition(loop.Condition));
        Line(loop, "do");
        string? label = lines.Count > 0 ? _locals.Fresh("next") : null;
        WriteLoopBody(
            loop.Body,
            label,
            null,
            () =>
            {
                foreach (string line in lines)
                {
                    WriteHoisted(line, loop.Condition);
                }
            }
        );
        if (lines.Count > 0)
        {
            // What is saved is a local of the block: leave from inside.
            WriteExit(loop.Condition, condition, []);
            _out.Close(" while (true);");
            return;
        }

        _out.Close($" while ({condition.Text});", loop.Condition.Span.File.Path, loop.Condition.Span.StartLine);
    }

    private void WriteFor(ForStmt loop)
    {
        Counter[]? counters = loop.Init is DeclStmt declaration ? Counters(declaration) : null;
        bool isBlock = loop.Init is DeclStmt && (counters == null || counters.Any(c => c.Lines.Count > 0));
        Stack<string> cleanups = [];
        (List<Node> first, List<string> firstLines) = Captured(() => Parts(loop.Init as Expr));
        (Ex condition, List<string> lines) = Captured(() =>
            loop.Condition == null ? Ex.Nothing with { Type = CsType.Bool } : Condition(loop.Condition)
        );
        (List<Node> step, List<string> stepLines) = Captured(() => Parts(loop.Increment));
        string? label = stepLines.Count > 0 ? _locals.Fresh("next") : null;
        if (isBlock)
        {
            _out.Open("");
            WriteCounters(loop, counters);
            OpenCleanups(loop.Init!, cleanups);
        }

        foreach (string line in firstLines)
        {
            WriteHoisted(line, loop);
        }

        string start = counters != null && !isBlock ? Header(counters) : string.Join(", ", first);
        string test = loop.Condition != null && lines.Count == 0 ? $" {condition.Text}" : "";
        string next = label == null && step.Count > 0 ? $" {string.Join(", ", step)}" : "";
        Line(loop, $"for ({start};{test};{next})");
        WriteLoopBody(
            loop.Body,
            label,
            lines.Count == 0 ? null : () => WriteExit(loop, condition, lines),
            label == null
                ? null
                : () =>
                {
                    foreach (string line in stepLines.Concat(step.Select(s => $"{s};")))
                    {
                        WriteHoisted(line, loop);
                    }
                }
        );
        _out.Close();
        if (isBlock)
        {
            CloseCleanups(cleanups);
            _out.Close();
        }
    }

    /// <summary>An object that the header of a for declares, as <c>i = 0</c>, and the lines that stand before
    /// it.</summary>
    private sealed record Counter(CsType Type, string Text, List<string> Lines);

    /// <summary>What C# can declare in the header of a for: initialised objects of one type that live in no memory of
    /// their own and that nothing is done with at the end.</summary>
    private Counter[]? Counters(DeclStmt declaration)
    {
        VarDecl[] counters = [.. declaration.Decls.OfType<VarDecl>()];
        bool isPlain =
            counters.Length == declaration.Decls.Count
            && counters.All(c =>
                c is { IsGlobal: false, Initializer: not null, Type.Canonical: not (ArrayType or RecordType) }
                && !IsBoxed(c)
                && !HasCleanup(c)
                && !_jumps.IsHoisted(c)
                && !RefersToItself(c)
            );
        return isPlain && counters.DistinctBy(c => Written(c.Type)).Count() == 1 ? [.. counters.Select(Lowered)] : null;

        Counter Lowered(VarDecl counter)
        {
            CsType type = Written(counter.Type);
            (Ex value, List<string> lines) = Captured(() =>
            {
                EvaluateCounts(counter.Type);
                return To(Value(counter.Initializer!), Canonical(counter.Type), type);
            });
            return new Counter(type, $"{_locals.Of(counter)} = {value.Wanted.Text}", lines);
        }
    }

    /// <summary><c>int i = 0, j = n</c></summary>
    private static string Header(Counter[] counters) =>
        $"{counters[0].Type} {string.Join(", ", counters.Select(c => c.Text))}";

    /// <summary>In front of the for: what its header cannot hold.</summary>
    private void WriteCounters(ForStmt loop, Counter[]? counters)
    {
        if (counters == null)
        {
            WriteStmt(loop.Init!);
            return;
        }

        foreach (Counter counter in counters)
        {
            foreach (string line in counter.Lines)
            {
                WriteHoisted(line, loop);
            }

            Line(loop, $"{counter.Type} {counter.Text};");
        }
    }

    /// <summary>The expressions of a for header: comma operators become C#'s list.</summary>
    private List<Node> Parts(Expr? expr)
    {
        if (expr == null)
        {
            return [];
        }

        Expr inner = Strip(expr);
        if (inner is CastExpr { Kind: CastKind.ToVoid } discarded)
        {
            return Parts(discarded.Operand);
        }

        if (inner is BinaryExpr { Op: BinaryOp.Comma } comma)
        {
            List<Node> first = Parts(comma.Left);
            (List<Node> second, List<string> lines) = Captured(() => Parts(comma.Right));
            if (lines.Count == 0)
            {
                return [.. first, .. second];
            }

            // Lines stand in front of the header's list; what C does before them has to as well.
            _hoisted.AddRange(first.Select(part => $"{part};"));
            _hoisted.AddRange(lines);
            return second;
        }

        _statement = inner;
        return Statement(Value(inner)) is { } part ? [part] : [];
    }
}
