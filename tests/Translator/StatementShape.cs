using Microsoft.CodeAnalysis.CSharp.Syntax;
using Porting.Translator.CSharp;

namespace Porting.Translator.Tests;

/// <summary>The structure of statements without what only readers see, the same of our tree and of Roslyn's.</summary>
internal static class StatementShape
{
    public static string Of(Statement statement) =>
        statement switch
        {
            { IsTrivia: true } => "",
            Block block => $"{{{All(block.Body)}}}",
            EmptyStatement => ";",
            ExpressionStatement effect => $"({Shape.Of(effect.Expression)})",
            Declaration d => Of(d),
            IfStatement i => $"(if {Shape.Of(i.Condition)} {Of(i.Then)}{(i.Else == null ? "" : " " + Of(i.Else))})",
            WhileStatement w => $"(while {Shape.Of(w.Condition)} {Of(w.Body)})",
            DoStatement d => $"(do {Of(d.Body)} {Shape.Of(d.Condition)})",
            ForStatement f => $"(for {(f.Declared == null ? "" : Of(f.Declared))} {Optional(f.Condition)} "
                + $"{string.Join(' ', f.Steps.Select(Shape.Of))} {Of(f.Body)})",
            SwitchStatement s => $"(switch {Shape.Of(s.Value)} {string.Join(' ', s.Sections.Select(Of))})",
            SwitchSection s => $"[{string.Join(' ', s.Labels.OfType<SwitchLabel>().Select(Label))}: "
                + $"{(s.Entry == null ? "" : $"({s.Entry}: ;)")}{All(s.Body)}]",
            LabelStatement label => $"({label.Name}: ;)",
            GotoStatement jump => $"(goto {jump.Label})",
            GotoCaseStatement jump => $"(goto {Label(jump.Label)})",
            BreakStatement => "(break)",
            ContinueStatement => "(continue)",
            ReturnStatement r => $"(return {Optional(r.Value)})",
            TryStatement t => $"(try {Of(t.Body)} {Of(t.Finally)})",
            _ => throw new InvalidOperationException(statement.GetType().Name),
        };

    private static string Of(Declaration d) =>
        $"({d.Type}{string.Concat(d.Declarators.Select(v => $" {v.Name}={Optional(v.Value)}"))})";

    private static string Optional(Node? node) => node == null ? "" : Shape.Of(node);

    private static string All(IEnumerable<Statement> statements) => string.Concat(statements.Select(Of));

    private static string Label(SwitchLabel label) =>
        label switch
        {
            CaseLabel c => $"case {Shape.Of(c.Value)}",
            RangeLabel r => $"case >= {Shape.Of(r.Low)} and <= {Shape.Of(r.High)}",
            NeverLabel => "case var _ when false",
            _ => "default",
        };

    public static string Of(StatementSyntax statement) =>
        statement switch
        {
            BlockSyntax block => $"{{{string.Concat(block.Statements.Select(Of))}}}",
            EmptyStatementSyntax => ";",
            ExpressionStatementSyntax effect => $"({Shape.Of(effect.Expression)})",
            LocalDeclarationStatementSyntax d => Of(d.Declaration),
            IfStatementSyntax i => $"(if {Shape.Of(i.Condition)} {Of(i.Statement)}"
                + $"{(i.Else == null ? "" : " " + Of(i.Else.Statement))})",
            WhileStatementSyntax w => $"(while {Shape.Of(w.Condition)} {Of(w.Statement)})",
            DoStatementSyntax d => $"(do {Of(d.Statement)} {Shape.Of(d.Condition)})",
            ForStatementSyntax f => $"(for {(f.Declaration == null ? "" : Of(f.Declaration))} {Optional(f.Condition)} "
                + $"{string.Join(' ', f.Incrementors.Select(Shape.Of))} {Of(f.Statement)})",
            SwitchStatementSyntax s => $"(switch {Shape.Of(s.Expression)} {string.Join(' ', s.Sections.Select(Of))})",
            LabeledStatementSyntax l => $"({l.Identifier}: {Of(l.Statement)})",
            GotoStatementSyntax { CaseOrDefaultKeyword.Text: "default" } => "(goto default)",
            GotoStatementSyntax { CaseOrDefaultKeyword.Text: "case" } g => $"(goto case {Shape.Of(g.Expression!)})",
            GotoStatementSyntax g => $"(goto {g.Expression})",
            BreakStatementSyntax => "(break)",
            ContinueStatementSyntax => "(continue)",
            ReturnStatementSyntax r => $"(return {Optional(r.Expression)})",
            TryStatementSyntax t => $"(try {Of(t.Block)} {Of(t.Finally!.Block)})",
            _ => $"<{statement}>",
        };

    private static string Optional(ExpressionSyntax? expression) => expression == null ? "" : Shape.Of(expression);

    private static string Of(VariableDeclarationSyntax d) =>
        $"({d.Type}{string.Concat(d.Variables.Select(v => $" {v.Identifier.Text}={Optional(v.Initializer?.Value)}"))})";

    private static string Of(SwitchSectionSyntax section) =>
        $"[{string.Join(' ', section.Labels.Select(Label))}: {string.Concat(section.Statements.Select(Of))}]";

    private static string Label(SwitchLabelSyntax label) =>
        label switch
        {
            CaseSwitchLabelSyntax c => $"case {Shape.Of(c.Value)}",
            CasePatternSwitchLabelSyntax p => p.ToString().TrimEnd(':'),
            _ => "default",
        };
}
