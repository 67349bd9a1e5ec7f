using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using Porting.Translator.Program;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary>Statements by their kind: each goes to the class of its construct.</summary>
internal sealed class Statements(FunctionScope scope) : Construct(scope)
{
    public void WriteBlockBody(CompoundStmt block)
    {
        Stack<Ex> cleanups = [];
        for (int i = 0; i < block.Body.Count; i++)
        {
            Span span = block.Body[i].Span;
            int from = StatementComments.WriteComments(
                span,
                i == 0 ? block.Span.StartOffset : block.Body[i - 1].Span.EndOffset
            );
            if (
                i > 0
                && !Scope.IsMoved
                && span.File == block.Body[i - 1].Span.File
                && CommentText.BlankLine(span.File.Text, from, span.StartOffset)
            )
            {
                Out.Add(new BlankLine());
            }

            WriteStmt(block.Body[i]);
            StatementComments.WriteTrailingComment(block.Body[i].Span);
            Cleanups.OpenCleanups(block.Body[i], cleanups);
        }

        StatementComments.WriteRest(block.Span);
        Cleanups.CloseCleanups(cleanups);
    }

    /// <summary>A type that C# has no counterpart for is reported at the statement that uses it.</summary>
    public void WriteStmt(Stmt stmt)
    {
        try
        {
            WriteStatement(stmt);
        }
        catch (PortException refused) when (refused.Diagnostics.Any(d => d.Location.File.Length == 0))
        {
            throw new PortException([
                .. refused.Diagnostics.Select(d =>
                    d.Location.File.Length == 0 ? d with { Location = stmt.Span.Location } : d
                ),
            ]);
        }
    }

    private void WriteStatement(Stmt stmt)
    {
        if (Jumps.IsFlat(stmt))
        {
            FlatStatements.WriteFlat(stmt);
            return;
        }

        switch (stmt)
        {
            case CompoundStmt block when IsMerelyGrouping(block):
                Block grouping = new(Out.Collected(() => WriteBlockBody(block))) { Kind = BlockKind.Grouping };
                Out.Add(grouping);
                break;
            case CompoundStmt block:
                Out.Add(Nested(block));
                break;
            case DeclStmt declarations:
                WriteDeclarations(declarations);
                break;
            case NullStmt:
                break;
            case IfStmt branch:
                WriteIf(branch);
                break;
            case WhileStmt loop:
                Loops.WriteWhile(loop);
                break;
            case DoStmt loop:
                Loops.WriteDo(loop);
                break;
            case ForStmt loop:
                Loops.WriteFor(loop);
                break;
            case SwitchStmt choice:
                Switches.WriteSwitch(choice);
                break;
            case CaseStmt or DefaultStmt:
                FlatStatements.WriteFlatCase(stmt);
                break;
            case LabelStmt label:
                WriteLabel(label);
                break;
            case ReturnStmt result:
                WriteReturn(result);
                break;
            case AttributedStmt attributed:
                AttributeTable.Check(attributed.Attributes, attributed.Span, Context.Diagnostics);
                Scope.IsTailCall = attributed.Attributes.Any(a => a.Kind == "MustTail");
                WriteStmt(attributed.Body);
                Scope.IsTailCall = false;
                break;
            case AsmStmt assembly:
                InlineAssembly.WriteAsm(assembly);
                break;
            case Expr expression:
                WriteExpression(expression);
                break;
            default:
                WriteJump(stmt);
                break;
        }
    }

    private void WriteJump(Stmt stmt)
    {
        switch (stmt)
        {
            case IndirectGotoStmt jump:
                FlatStatements.WriteIndirectGoto(jump);
                break;
            case GotoStmt jump:
                Write(stmt, new GotoStatement(LabelName(jump.Label)));
                break;
            case BreakStmt:
                bool isEnd = Scope.BreakLabels.TryPeek(out string? end) && end != null;
                Write(stmt, isEnd ? new GotoStatement(end!) : new BreakStatement());
                break;
            case ContinueStmt:
                bool isNext = Scope.ContinueLabels.TryPeek(out string? next) && next != null;
                Write(stmt, isNext ? new GotoStatement(next!) : new ContinueStatement());
                break;
            default:
                string kind = stmt is UnknownStmt unknown ? unknown.ClangKind : stmt.GetType().Name;
                Error("PORT3000", stmt, $"statements of kind {kind} are not supported");
                break;
        }
    }

    private void WriteDeclarations(DeclStmt declarations)
    {
        foreach (Decl decl in declarations.Decls)
        {
            AttributeTable.Check(decl, Context.Diagnostics);
            if (decl is VarDecl { IsGlobal: false } variable)
            {
                Locals.WriteLocal(variable, declarations);
            }
            else if (decl is TypedefDecl typedef)
            {
                Lengths.EvaluateCounts(typedef.Underlying);
                FlushHoisted(declarations);
            }
        }
    }

    private void WriteLabel(LabelStmt label)
    {
        WriteLabelAlone(label);
        if (label.Body is NullStmt or DeclStmt && FlatStatements.LabelNumber(label.Label) <= 0)
        {
            Out.Add(new EmptyStatement());
        }

        int labelled = Out.Count;
        WriteStmt(label.Body);
        if (label.Body is Expr && Out.Count == labelled)
        {
            Out.Add(new EmptyStatement()); // a value that C# has no use for leaves nothing behind the label
        }
    }

    /// <summary>A label without what it stands in front of.</summary>
    public void WriteLabelAlone(LabelStmt label)
    {
        Write(label, new LabelStatement(LabelName(label.Label)));
        if (FlatStatements.LabelNumber(label.Label) is > 0 and var number)
        {
            Out.Add(Cs.Do(Cs.Call("rt.label", [Cs.Number(number)], CsType.None)));
        }
    }

    public void WriteExpression(Expr expression)
    {
        Expr inner = Strip(expression);
        if (inner is CastExpr { Kind: CastKind.ToVoid } discarded)
        {
            WriteExpression(discarded.Operand);
            return;
        }

        if (inner is StmtExpr block)
        {
            WriteStmt(block.Body);
            return;
        }

        if (inner is BinaryExpr { Op: BinaryOp.Comma } comma)
        {
            WriteExpression(comma.Left);
            WriteExpression(comma.Right);
            return;
        }

        if (inner is ConditionalExpr { Constant: null } conditional)
        {
            _ = Conditionals.VoidConditional(conditional);
            FlushHoisted(expression);
            return;
        }

        if (inner is BinaryExpr { Op: BinaryOp.Assign } assign && Assignments.CopiesByCall(assign))
        {
            FlushHoisted(expression);
            return;
        }

        Scope.Statement = inner;
        Node? effect = Effects.Effect(Value(inner));
        FlushHoisted(expression);
        if (effect != null)
        {
            Write(expression, new ExpressionStatement(effect));
        }
    }

    private void WriteReturn(ReturnStmt result)
    {
        CsType type = Canonical(Function.Type.Return);
        if (result.Value == null)
        {
            Write(result, new ReturnStatement(type == CsType.Void ? null : DefaultNode.Instance));
            return;
        }

        if (type == CsType.Void)
        {
            if (Scope.IsTailCall)
            {
                Scope.Statement = Strip(result.Value);
                Node call = Effects.Effect(Value(result.Value))!;
                FlushHoisted(result);
                Write(result, Cs.Call("rt.must_tail", [], CsType.None));
                Write(result, new ExpressionStatement(call));
            }
            else
            {
                WriteExpression(result.Value);
            }

            Write(result, new ReturnStatement(null));
            return;
        }

        Ex value = To(Value(result.Value), type, Written(Function.Type.Return));
        FlushHoisted(result);
        if (Scope.IsTailCall)
        {
            Write(result, Cs.Call("rt.must_tail", [], CsType.None));
        }

        Write(result, new ReturnStatement(value.Wanted.Node));
    }

    /// <summary><c>else if</c> is an else whose block has an if, with what that needs in front of it.</summary>
    private void WriteIf(IfStmt branch)
    {
        Ex condition = Condition(branch.Condition);
        FlushHoisted(branch);
        IfStatement lowered = new(condition.Node, Nested(branch.Then));
        if (branch.Else is { } otherwise)
        {
            lowered = lowered with
            {
                BeforeElse = Out.Collected(() => StatementComments.WriteTrailingComment(branch.Then.Span)),
                Else = otherwise is IfStmt chained ? Chained(chained) : Nested(otherwise),
            };
        }

        Write(branch, lowered);
    }

    private Block Chained(IfStmt branch) =>
        new(
            Out.Collected(() =>
            {
                StatementComments.WriteComments(branch.Span);
                WriteStmt(branch);
            })
        )
        {
            Kind = BlockKind.Else,
        };

    /// <summary>A statement under if or a loop, always in braces: what it hoists stays with it.</summary>
    private Block Nested(Stmt body) =>
        new(
            Out.Collected(() =>
            {
                StatementComments.TrailBrace(body);
                WriteNestedBody(body);
            })
        );

    public void WriteNestedBody(Stmt body)
    {
        if (body is CompoundStmt block)
        {
            WriteBlockBody(block);
        }
        else
        {
            StatementComments.WriteComments(body.Span);
            WriteStmt(body);
            StatementComments.WriteTrailingComment(body.Span);
        }
    }
}
