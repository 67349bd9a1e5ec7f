using Porting.Clang.Ast;

namespace Porting.Clang.Parse;

internal sealed partial class UnitReader
{
    private enum StmtTag : byte
    {
        None,
        Expr,
        Compound,
        Decl,
        Null,
        If,
        While,
        Do,
        For,
        Switch,
        Case,
        Default,
        Label,
        Goto,
        IndirectGoto,
        Break,
        Continue,
        Return,
        Attributed,
        Asm,
        Unknown,
    }

    private Stmt ReadStmt(MessageReader reader) =>
        OptionalStmt(reader) ?? throw new InvalidDataException("a statement is missing in the exporter's message");

    private Stmt? OptionalStmt(MessageReader reader)
    {
        StmtTag tag = (StmtTag)reader.Byte();
        if (tag == StmtTag.None)
        {
            return null;
        }

        if (tag == StmtTag.Expr)
        {
            return ReadExpr(reader);
        }

        Span span = ReadSpan(reader);
        IReadOnlyList<MacroExpansion> expansions = ReadExpansions(reader, span);
        Stmt stmt = ReadStmtBody(reader, tag, span);
        stmt.Expansions = expansions;
        return stmt;
    }

    /// <summary>Only what comes out of a macro has any.</summary>
    private MacroExpansion[] ReadExpansions(MessageReader reader, Span span)
    {
        MacroExpansion[] expansions = !span.IsMacro
            ? []
            : reader.Array(r => new MacroExpansion(
                (MacroExpansionKind)r.Byte(),
                r.Count(),
                r.String(),
                _files[r.Count()],
                r.Count()
            ));
        _sawMacros |= expansions.Length > 0;
        return expansions;
    }

    /// <summary>Something that was read since this was last false comes out of a function-like macro.</summary>
    private bool _sawMacros;

    private Stmt ReadStmtBody(MessageReader reader, StmtTag tag, Span span)
    {
        switch (tag)
        {
            case StmtTag.Compound:
                return new CompoundStmt(span) { Body = reader.Array(ReadStmt) };
            case StmtTag.Decl:
                return new DeclStmt(span) { Decls = reader.Array(r => _decls[r.Count()]) };
            case StmtTag.Null:
                return new NullStmt(span);
            case StmtTag.If:
                return new IfStmt(span)
                {
                    Condition = ReadExpr(reader),
                    Then = ReadStmt(reader),
                    Else = OptionalStmt(reader),
                };
            case StmtTag.While:
                return new WhileStmt(span) { Condition = ReadExpr(reader), Body = ReadStmt(reader) };
            case StmtTag.Do:
                return new DoStmt(span) { Body = ReadStmt(reader), Condition = ReadExpr(reader) };
            case StmtTag.For:
                return new ForStmt(span)
                {
                    Init = OptionalStmt(reader),
                    Condition = (Expr?)OptionalStmt(reader),
                    Increment = (Expr?)OptionalStmt(reader),
                    Body = ReadStmt(reader),
                };
            case StmtTag.Switch:
                return new SwitchStmt(span) { Condition = ReadExpr(reader), Body = AsBlock(ReadStmt(reader)) };
            case StmtTag.Case:
                return ReadCase(reader, span);
            case StmtTag.Default:
                return new DefaultStmt(span) { Body = ReadStmt(reader) };
            case StmtTag.Label:
                return new LabelStmt(span) { Label = (LabelDecl)_decls[reader.Count()], Body = ReadStmt(reader) };
            case StmtTag.Goto:
                return new GotoStmt(span) { Label = (LabelDecl)_decls[reader.Count()] };
            case StmtTag.IndirectGoto:
                return new IndirectGotoStmt(span) { Target = ReadExpr(reader) };
            case StmtTag.Break:
                return new BreakStmt(span);
            case StmtTag.Continue:
                return new ContinueStmt(span);
            case StmtTag.Return:
                return new ReturnStmt(span) { Value = (Expr?)OptionalStmt(reader) };
            case StmtTag.Attributed:
                return new AttributedStmt(span)
                {
                    Attributes = reader.Array(r => new AttributeInfo(r.String(), []) { Kind = r.String() }),
                    Body = ReadStmt(reader),
                };
            case StmtTag.Asm:
                return ReadAsm(reader, span);
            case StmtTag.Unknown:
                return new UnknownStmt(span) { ClangKind = reader.String() };
            default:
                throw new InvalidDataException($"unknown statement tag {tag}");
        }
    }

    private CaseStmt ReadCase(MessageReader reader, Span span)
    {
        Expr low = ReadExpr(reader);
        long lowValue = reader.Signed();
        Expr? high = (Expr?)OptionalStmt(reader);
        long highValue = high == null ? lowValue : reader.Signed();
        return new CaseStmt(span)
        {
            Low = low,
            LowValue = lowValue,
            High = high,
            HighValue = highValue,
            Body = ReadStmt(reader),
        };
    }

    private AsmAddress? ReadAddress(MessageReader reader) =>
        reader.Byte() switch
        {
            0 => null,
            1 => new AsmAddress(null, reader.Signed()),
            _ => new AsmAddress(_decls[reader.Count()], reader.Signed()),
        };

    private AsmStmt ReadAsm(MessageReader reader, Span span)
    {
        string template = reader.String();
        bool isVolatile = reader.Boolean();
        bool hasOperands = reader.Boolean();
        AsmOperand Operand(MessageReader r) => new(r.String(), r.String(), ReadExpr(r));
        AsmOperand[] outputs = reader.Array(Operand);
        AsmOperand[] inputs = reader.Array(r => Operand(r) with { Address = ReadAddress(r) });
        string[] clobbers = reader.Array(r => r.String());
        GotoStmt[] jumps = reader.Array(r => new GotoStmt(span) { Label = (LabelDecl)_decls[r.Count()] });
        return new AsmStmt(span)
        {
            Template = template,
            IsVolatile = isVolatile,
            HasOperands = hasOperands,
            Outputs = outputs,
            Inputs = inputs,
            Clobbers = clobbers,
            Jumps = jumps,
        };
    }

    /// <summary><c>switch (x) case 1: f();</c> is a block of one statement.</summary>
    private static CompoundStmt AsBlock(Stmt body) =>
        body as CompoundStmt ?? new CompoundStmt(body.Span) { Body = [body] };
}
