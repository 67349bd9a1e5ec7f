using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Porting.Translator.CSharp;

namespace Porting.Translator.Tests;

/// <summary>What the printer writes is, for Roslyn, the statements that were meant.</summary>
public sealed class StatementPrinterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Random_statements_are_parsed_as_themselves(int depth)
    {
        for (int seed = 0; seed < 1000; seed++)
        {
            Block body = new StatementGenerator(seed).Body(depth);
            string text = StatementPrinter.Print(body);
            StatementSyntax parsed = SyntaxFactory.ParseStatement(text);
            Assert.True(
                !parsed.ContainsDiagnostics && StatementShape.Of(body) == StatementShape.Of(parsed),
                $"{text}\nmeant:  {StatementShape.Of(body)}\nparsed: {StatementShape.Of(parsed)}"
            );
        }
    }

    [Fact]
    public void Statements_of_equal_parts_are_equal()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Block one = new StatementGenerator(seed).Body(3);
            Block other = new StatementGenerator(seed).Body(3);
            Assert.Equal(one, other);
            Assert.Equal(one.GetHashCode(), other.GetHashCode());
        }
    }

    [Fact]
    public void A_rewriter_that_changes_nothing_gives_the_same_object()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Block body = new StatementGenerator(seed).Body(4);
            Assert.Same(body, new Unchanged().Visit(body));
        }
    }

    private sealed class Unchanged : StatementRewriter
    {
        private static readonly ExpressionRewriter Same = new(node => node);

        protected override Node Changed(Node expression) => Same.Visit(expression);
    }
}
