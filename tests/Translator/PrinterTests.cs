using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Porting.Translator.CSharp;

namespace Porting.Translator.Tests;

/// <summary>What the printer writes is, for Roslyn, the tree that was meant.</summary>
public sealed class PrinterTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void A_random_tree_is_parsed_as_itself(int depth)
    {
        NodeGenerator generator = new(depth);
        for (int i = 0; i < 4000; i++)
        {
            Node tree = generator.Make(depth);
            string text = Printer.Print(tree);
            ExpressionSyntax parsed = SyntaxFactory.ParseExpression(text);
            Assert.True(
                !parsed.ContainsDiagnostics && Shape.Of(tree) == Shape.Of(parsed),
                $"{text}\nmeant:  {Shape.Of(tree)}\nparsed: {Shape.Of(parsed)}"
            );
        }
    }

    [Fact]
    public void Nodes_of_equal_parts_are_equal()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Node one = new NodeGenerator(seed).Make(4);
            Node other = new NodeGenerator(seed).Make(4);
            Assert.Equal(one, other);
            Assert.Equal(one.GetHashCode(), other.GetHashCode());
            Assert.NotEqual(one, new ParenNode(one));
        }
    }

    /// <summary>Sums and products are only regrouped where all of them is computed in one type.</summary>
    [Theory]
    [InlineData("int", "int", "+", "+", "a + b + c")]
    [InlineData("int", "int", "+", "-", "a + b - c")]
    [InlineData("int", "int", "*", "*", "a * b * c")]
    [InlineData("int", "int", "*", "/", "a * (b / c)")]
    [InlineData("double", "double", "+", "+", "a + (b + c)")]
    [InlineData("ulong", "uint", "+", "+", "a + (b + c)")]
    [InlineData("bool", "bool", "&&", "&&", "a && b && c")]
    public void A_group_stays_where_it_matters(string outer, string inner, string op, string innerOp, string text)
    {
        (CsType outerType, CsType innerType) = (CsType.Of(outer), CsType.Of(inner));
        Prec Of(string o) =>
            o switch
            {
                "+" or "-" => Prec.Additive,
                "&&" => Prec.AndAlso,
                _ => Prec.Multiplicative,
            };
        Ex group = Cs.Binary(Cs.Name("b", innerType), innerOp, Cs.Name("c", innerType), Of(innerOp), innerType);
        string expected = op == "+" && innerOp == "-" ? "a + (b - c)" : text;
        Assert.Equal(expected, Cs.Binary(Cs.Name("a", outerType), op, group, Of(op), outerType).Text);
        Ex longer = Cs.Binary(group, op, Cs.Name("d", outerType), Of(op), outerType);
        bool isChain = innerOp != "/" && outer == inner && outer != "double";
        Assert.Equal(
            isChain ? $"{text} {op} d" : $"a {op} (b {innerOp} c {op} d)",
            Cs.Binary(Cs.Name("a", outerType), op, longer, Of(op), outerType).Text
        );
    }
}
