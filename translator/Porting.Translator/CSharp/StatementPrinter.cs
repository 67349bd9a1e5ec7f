using Porting.Translator.Text;

namespace Porting.Translator.CSharp;

/// <summary>
/// Spells statements as C#; the only place that knows of their braces, indentation, line breaks and blank lines. Input:
/// a tree. Output: lines, each with the line of C that it comes from.
/// </summary>
internal sealed class StatementPrinter(CodeWriter output)
{
    /// <summary>Statements alone, for who looks at them.</summary>
    public static string Print(Statement statement)
    {
        CodeWriter output = new();
        new StatementPrinter(output).Write(statement);
        return output.ToString();
    }

    public void Write(Statement statement)
    {
        switch (statement)
        {
            case ExpressionStatement { Expression: var expression }:
                Line(statement, $"{expression};");
                break;
            case Declaration declaration:
                Line(statement, $"{Text(declaration)};");
                break;
            case Block block:
                Write(block, "");
                break;
            case IfStatement branch:
                WriteIf(branch);
                break;
            case WhileStatement loop:
                Line(loop, $"while ({loop.Condition})");
                Write(loop.Body, "");
                break;
            case DoStatement loop:
                Line(loop, "do");
                Write(loop.Body, $" while ({loop.Condition});");
                break;
            case ForStatement loop:
                WriteFor(loop);
                break;
            case SwitchStatement choice:
                WriteSwitch(choice);
                break;
            case TryStatement guarded:
                Line(guarded, "try");
                Write(guarded.Body, "");
                output.Line("finally");
                Write(guarded.Finally, "");
                break;
            default:
                WriteSimple(statement);
                break;
        }
    }

    private void WriteSimple(Statement statement)
    {
        switch (statement)
        {
            case LabelStatement label:
                output.Indent--;
                Line(label, label.IsEmpty ? $"{label.Name}: ;" : $"{label.Name}:");
                output.Indent++;
                break;
            case SwitchLabel label:
                Line(label, $"{Text(label)}:");
                break;
            case EmptyStatement:
                Line(statement, ";");
                break;
            case GotoStatement jump:
                Line(jump, $"goto {jump.Label};");
                break;
            case GotoCaseStatement jump:
                Line(jump, $"goto {Text(jump.Label)};");
                break;
            case BreakStatement:
                Line(statement, "break;");
                break;
            case ContinueStatement:
                Line(statement, "continue;");
                break;
            case ReturnStatement result:
                Line(result, result.Value == null ? "return;" : $"return {result.Value};");
                break;
            case CommentTrivia comment:
                output.Lines(comment.Text);
                break;
            case TrailingComment comment:
                output.Trail(comment.Text);
                break;
            case BlankLine:
                output.Blank();
                break;
            default:
                throw new InvalidOperationException(statement.GetType().Name);
        }
    }

    private void Line(Statement statement, string text) =>
        output.Line(text, statement.Place.File ?? "", statement.Place.Line);

    private void Write(Block block, string behind)
    {
        output.Open("");
        WriteAll(block.Body);
        output.Close(behind, block.End.File ?? "", block.End.Line);
    }

    private void WriteAll(NodeList<Statement> statements)
    {
        for (int i = 0; i < statements.Count; i++)
        {
            Write(statements[i]);
        }
    }

    /// <summary>A chain of else if is as deep as it is long, and written without going deeper.</summary>
    private void WriteIf(IfStatement branch)
    {
        Line(branch, $"if ({branch.Condition})");
        Write(branch.Then, "");
        while (branch.Else is IfStatement next)
        {
            WriteAll(branch.BeforeElse);
            Line(next, $"else if ({next.Condition})");
            Write(next.Then, "");
            branch = next;
        }

        WriteAll(branch.BeforeElse);
        if (branch.Else is Block otherwise)
        {
            output.Line("else");
            Write(otherwise, "");
        }
    }

    private void WriteFor(ForStatement loop)
    {
        string first = loop.Declared == null ? string.Join(", ", loop.Initial) : Text(loop.Declared);
        string test = loop.Condition == null ? "" : $" {loop.Condition}";
        string next = loop.Steps.Count == 0 ? "" : $" {string.Join(", ", loop.Steps)}";
        Line(loop, $"for ({first};{test};{next})");
        Write(loop.Body, "");
    }

    private void WriteSwitch(SwitchStatement choice)
    {
        Line(choice, $"switch ({choice.Value})");
        output.Open("");
        foreach (Statement part in choice.Sections)
        {
            if (part is SwitchSection section)
            {
                WriteSection(section);
            }
            else
            {
                Write(part);
            }
        }

        output.Close();
    }

    private void WriteSection(SwitchSection section)
    {
        WriteAll(section.Labels);
        output.Indent++;
        if (section.Entry != null)
        {
            output.Line($"{section.Entry}: ;");
        }

        WriteAll(section.Body);
        output.Indent--;
    }

    private static string Text(Declaration declaration) =>
        (declaration.IsConstant ? "const " : "")
        + $"{declaration.Type} {string.Join(", ", declaration.Declarators.Select(Text))}";

    private static string Text(Declarator declarator) =>
        declarator.Value == null ? declarator.Name : $"{declarator.Name} = {declarator.Value}";

    private static string Text(SwitchLabel label) =>
        label switch
        {
            CaseLabel one => $"case {one.Value}",
            RangeLabel range => $"case >= {range.Low} and <= {range.High}",
            NeverLabel => "case var _ when false",
            DefaultLabel => "default",
            _ => throw new InvalidOperationException(label.GetType().Name),
        };
}
