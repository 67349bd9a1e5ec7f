using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Translator.Lower;

internal sealed partial class FunctionLowering
{
    /// <summary>For each loop around: the label that continue jumps to, or null where C#'s continue does.</summary>
    private readonly Stack<string?> _continueLabels = new();

    private void WriteBlockBody(CompoundStmt block)
    {
        Stack<Ex> cleanups = [];
        for (int i = 0; i < block.Body.Count; i++)
        {
            Span span = block.Body[i].Span;
            int from = WriteComments(span, i == 0 ? block.Span.StartOffset : block.Body[i - 1].Span.EndOffset);
            if (
                i > 0
                && !_isMoved
                && span.File == block.Body[i - 1].Span.File
                && BlankLine(span.File.Text, from, span.StartOffset)
            )
            {
                _out.Add(new BlankLine());
            }

            WriteStmt(block.Body[i]);
            WriteTrailingComment(block.Body[i].Span);
            OpenCleanups(block.Body[i], cleanups);
        }

        WriteRest(block.Span);
        CloseCleanups(cleanups);
    }

    /// <summary><c>T x __attribute__((cleanup(f)))</c> -> <c>try { the rest of the block } finally { f(&amp;x); }</c>,
    /// the last declared first.</summary>
    private void OpenCleanups(Stmt stmt, Stack<Ex> cleanups)
    {
        if (stmt is LabelStmt or AttributedStmt)
        {
            OpenCleanups(stmt is LabelStmt label ? label.Body : ((AttributedStmt)stmt).Body, cleanups);
            return;
        }

        foreach (VarDecl variable in stmt is DeclStmt declarations ? declarations.Decls.OfType<VarDecl>() : [])
        {
            if (variable.Attributes.FirstOrDefault(a => a.Name == "cleanup") is not { Arguments: [var function] })
            {
                continue;
            }

            Ex name = Cs.Name(_locals.Of(variable), Written(variable.Type).Pointer);
            bool isPointer = variable.Type.Canonical is ArrayType || IsBoxed(variable);
            Ex address = isPointer ? name : Cs.Unary("&", name, name.Type);
            FunctionEntity? entity =
                _context.Program.FindFunction(_function.File.Path, function)
                ?? _context.Program.FindExternal(function)
                ?? _context.Program.FindByName(function);
            if (_context.IsHosted && entity is { Origin: FunctionOrigin.Foreign })
            {
                _context.Foreign.Add(
                    new ForeignCall(
                        entity,
                        [.. entity.Decl.Type.Parameters.Select(Names.Canonical)],
                        Names.Canonical(entity.Decl.Type.Return),
                        Assembly.CSignature.Of(
                            entity.Decl.Type.Parameters,
                            entity.Decl.Type.Return,
                            convention: entity.Decl.Type.Convention
                        ),
                        false
                    )
                );
            }

            string handler = entity == null ? function : Names.Function(entity, _class);
            cleanups.Push(Cs.Call(handler, [address], CsType.None));
            _out.Open();
        }
    }

    private static bool HasCleanup(VarDecl variable) => variable.Attributes.Any(a => a.Name == "cleanup");

    private void CloseCleanups(Stack<Ex> cleanups)
    {
        while (cleanups.TryPop(out Ex call))
        {
            _out.Add(new TryStatement(new Block(_out.Close()), Block.Of(Cs.Do(call))));
        }
    }

    /// <summary>Own-line comments that stand before a statement, with the blank lines of the C behind an offset; gives
    /// the offset behind the last one.</summary>
    private int WriteComments(Span before, int from = 0)
    {
        if (before.File.Path != _function.Span.File.Path)
        {
            return from;
        }

        foreach (Comment comment in _comments.Before(before.StartOffset))
        {
            if (from == 0 || BlankLine(before.File.Text, from, comment.StartOffset))
            {
                _out.Add(new BlankLine());
            }

            _out.Add(new CommentTrivia(Dedent(comment.Text)));
            from = comment.EndOffset;
        }

        return from;
    }

    /// <summary>Comments before the closing brace.</summary>
    private void WriteRest(Span block)
    {
        if (block.File.Path == _function.Span.File.Path)
        {
            foreach (Comment comment in _comments.Before(block.EndOffset))
            {
                _out.Add(new CommentTrivia(Dedent(comment.Text)));
            }
        }
    }

    private void WriteTrailingComment(Span statement)
    {
        if (
            statement.File.Path == _function.Span.File.Path
            && _comments.TrailingOn(statement.EndLine, statement.StartOffset) is { } comment
        )
        {
            _out.Add(new TrailingComment(Dedent(comment.Text)));
        }
    }

    /// <summary>Continuation lines lose the indentation that C gave them; stars are lined up under the first.</summary>
    internal static string Dedent(string comment) =>
        string.Join(
                '\n',
                comment
                    .Split('\n')
                    .Select(
                        (line, i) =>
                            i == 0 || comment.StartsWith("//", StringComparison.Ordinal) ? line.Trim()
                            : line.TrimStart().StartsWith('*') ? " " + line.Trim()
                            : "   " + line.Trim()
                    )
            )
            .Replace("\t", " ");

    internal static bool BlankLine(string text, int from, int to)
    {
        int newlines = 0;
        for (int i = from; i < Math.Min(to, text.Length); i++)
        {
            newlines =
                text[i] == '\n' ? newlines + 1
                : char.IsWhiteSpace(text[i]) ? newlines
                : 0;
            if (newlines > 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A type that C# has no counterpart for is reported at the statement that uses it.</summary>
    private void WriteStmt(Stmt stmt)
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
        if (_jumps.IsFlat(stmt))
        {
            WriteFlat(stmt);
            return;
        }

        switch (stmt)
        {
            case CompoundStmt block when IsMerelyGrouping(block):
                Block grouping = new(_out.Collected(() => WriteBlockBody(block))) { Kind = BlockKind.Grouping };
                _out.Add(grouping);
                break;
            case CompoundStmt block:
                _out.Add(Nested(block));
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
                WriteWhile(loop);
                break;
            case DoStmt loop:
                WriteDo(loop);
                break;
            case ForStmt loop:
                WriteFor(loop);
                break;
            case SwitchStmt choice:
                WriteSwitch(choice);
                break;
            case CaseStmt or DefaultStmt:
                WriteFlatCase(stmt);
                break;
            case IndirectGotoStmt jump:
                WriteIndirectGoto(jump);
                break;
            case LabelStmt label:
                WriteLabel(label);
                break;
            case GotoStmt jump:
                Write(stmt, new GotoStatement(LabelName(jump.Label)));
                break;
            case BreakStmt:
                bool isEnd = _breakLabels.TryPeek(out string? end) && end != null;
                Write(stmt, isEnd ? new GotoStatement(end!) : new BreakStatement());
                break;
            case ContinueStmt:
                bool isNext = _continueLabels.TryPeek(out string? next) && next != null;
                Write(stmt, isNext ? new GotoStatement(next!) : new ContinueStatement());
                break;
            case ReturnStmt result:
                WriteReturn(result);
                break;
            case AttributedStmt attributed:
                AttributeTable.Check(attributed.Attributes, attributed.Span, _context.Diagnostics);
                _isTailCall = attributed.Attributes.Any(a => a.Kind == "MustTail");
                WriteStmt(attributed.Body);
                _isTailCall = false;
                break;
            case AsmStmt assembly:
                WriteAsm(assembly);
                break;
            case Expr expression:
                WriteExpression(expression);
                break;
            default:
                Error(
                    "PORT3000",
                    stmt,
                    $"statements of kind {(stmt is UnknownStmt unknown ? unknown.ClangKind : stmt.GetType().Name)} are not supported"
                );
                break;
        }
    }

    private void WriteDeclarations(DeclStmt declarations)
    {
        foreach (Decl decl in declarations.Decls)
        {
            AttributeTable.Check(decl, _context.Diagnostics);
            if (decl is VarDecl { IsGlobal: false } variable)
            {
                WriteLocal(variable, declarations);
            }
            else if (decl is TypedefDecl typedef)
            {
                EvaluateCounts(typedef.Underlying);
                FlushHoisted(declarations);
            }
        }
    }

    private static string LabelName(LabelDecl label) => Porting.Translator.Names.CSharpWords.Escape(label.Name);

    private void WriteLabel(LabelStmt label)
    {
        WriteLabelAlone(label);
        if (label.Body is NullStmt or DeclStmt && LabelNumber(label.Label) <= 0)
        {
            _out.Add(new EmptyStatement());
        }

        int labelled = _out.Count;
        WriteStmt(label.Body);
        if (label.Body is Expr && _out.Count == labelled)
        {
            _out.Add(new EmptyStatement()); // a value that C# has no use for leaves nothing behind the label
        }
    }

    private void WriteLabelAlone(LabelStmt label)
    {
        Write(label, new LabelStatement(LabelName(label.Label)));
        if (LabelNumber(label.Label) is > 0 and var number)
        {
            _out.Add(Cs.Do(Cs.Call("rt.label", [Cs.Number(number)], CsType.None)));
        }
    }

    private void WriteExpression(Expr expression)
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
            _ = VoidConditional(conditional);
            FlushHoisted(expression);
            return;
        }

        if (inner is BinaryExpr { Op: BinaryOp.Assign } assign && CopiesByCall(assign))
        {
            FlushHoisted(expression);
            return;
        }

        _statement = inner;
        Node? effect = Effect(Value(inner));
        FlushHoisted(expression);
        if (effect != null)
        {
            Write(expression, new ExpressionStatement(effect));
        }
    }

    /// <summary><c>__attribute__((musttail)) return f(x);</c> -> <c>rt.must_tail(); return f(x);</c></summary>
    private bool _isTailCall;

    private void WriteReturn(ReturnStmt result)
    {
        CsType type = Canonical(_function.Type.Return);
        if (result.Value == null)
        {
            Write(result, new ReturnStatement(type == CsType.Void ? null : DefaultNode.Instance));
            return;
        }

        if (type == CsType.Void)
        {
            if (_isTailCall)
            {
                _statement = Strip(result.Value);
                Node call = Effect(Value(result.Value))!;
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

        Ex value = To(Value(result.Value), type, Written(_function.Type.Return));
        FlushHoisted(result);
        if (_isTailCall)
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
                BeforeElse = _out.Collected(() => WriteTrailingComment(branch.Then.Span)),
                Else = otherwise is IfStmt chained ? Chained(chained) : Nested(otherwise),
            };
        }

        Write(branch, lowered);
    }

    private Block Chained(IfStmt branch) =>
        new(
            _out.Collected(() =>
            {
                WriteComments(branch.Span);
                WriteStmt(branch);
            })
        )
        {
            Kind = BlockKind.Else,
        };

    /// <summary>A statement under if or a loop, always in braces: what it hoists stays with it.</summary>
    private Block Nested(Stmt body) =>
        new(
            _out.Collected(() =>
            {
                TrailBrace(body);
                WriteNestedBody(body);
            })
        );

    /// <summary><c>if (x) { /* why */</c>: behind the brace in C#, too.</summary>
    private void TrailBrace(Stmt body)
    {
        if (
            body is CompoundStmt { Span: var block }
            && block.File.Path == _function.Span.File.Path
            && (body is not CompoundStmt { Body: [var first, ..] } || first.Span.StartLine > block.StartLine)
            && _comments.TrailingOn(block.StartLine, block.StartOffset) is { } comment
        )
        {
            _out.Add(new TrailingComment(Dedent(comment.Text)));
        }
    }

    private void WriteNestedBody(Stmt body)
    {
        if (body is CompoundStmt block)
        {
            WriteBlockBody(block);
        }
        else
        {
            WriteComments(body.Span);
            WriteStmt(body);
            WriteTrailingComment(body.Span);
        }
    }

    private readonly Stack<string?> _breakLabels = new();

    /// <summary>A block in the expansion of a macro, <c>#define PROTECT(x) { { x; } reload(); }</c>, that declares
    /// nothing.</summary>
    private static bool IsMerelyGrouping(CompoundStmt block) =>
        !block.Body.Any(s => s is DeclStmt or LabelStmt)
        && block.Span.File.Text is { } text
        && block.Span.StartOffset < text.Length
        && text[block.Span.StartOffset] != '{';
}
