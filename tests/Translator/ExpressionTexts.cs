using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Porting.Translator.Tests;

/// <summary>
/// Where C# text of an expression or a type (<c>ex.Text</c>, <c>type.Text</c>, <c>node.ToString()</c>,
/// <c>Printer.Print(node)</c>) goes in the translator's sources. It may become part of a longer text, be given to a method of the translator, be returned, and
/// be kept in a local; what it becomes is text in turn. Everything else asks something of it.
/// </summary>
internal sealed class ExpressionTexts
{
    private readonly CSharpCompilation _compilation;
    private readonly HashSet<ISymbol> _sources = new(SymbolEqualityComparer.Default);

    // Of the sources: few of the names in a file are worth asking the compiler about.
    private readonly HashSet<string> _names = ["Text", "Print"];
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];

    /// <param name="trees">The files to look at.</param>
    public ExpressionTexts(CSharpCompilation compilation, IReadOnlyList<SyntaxTree> trees)
    {
        _compilation = compilation;
        int known;
        do
        {
            known = _sources.Count;
            Decisions = [.. trees.SelectMany(DecisionsIn)];
        } while (_sources.Count > known);
    }

    public IReadOnlyList<SyntaxNode> Decisions { get; }

    private List<SyntaxNode> DecisionsIn(SyntaxTree tree)
    {
        if (!_models.TryGetValue(tree, out SemanticModel? model))
        {
            _models[tree] = model = _compilation.GetSemanticModel(tree);
        }

        List<SyntaxNode> found = [];
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
        {
            if (node is ExpressionSyntax expression && IsText(model, expression) && !IsPassedOn(model, expression))
            {
                found.Add(node);
            }
            else if (node is SubpatternSyntax { ExpressionColon.Expression: { } name } && IsText(model, name))
            {
                found.Add(node);
            }
        }

        return found;
    }

    private bool IsText(SemanticModel model, ExpressionSyntax expression) =>
        expression switch
        {
            _ when expression.Parent is InterpolationSyntax && IsExpression(model.GetTypeInfo(expression).Type) => true,
            InvocationExpressionSyntax call => NameOf(call.Expression) is { } name
                && (
                    _names.Contains(name) && IsSource(model.GetSymbolInfo(call).Symbol)
                    || name == "ToString"
                        && call.Expression is MemberAccessExpressionSyntax method
                        && IsExpression(model.GetTypeInfo(method.Expression).Type)
                ),
            MemberAccessExpressionSyntax
            or IdentifierNameSyntax
                when expression.Parent is not MemberAccessExpressionSyntax member || member.Name != expression =>
                NameOf(expression) is { } name
                    && _names.Contains(name)
                    && model.GetSymbolInfo(expression).Symbol is (IPropertySymbol or ILocalSymbol) and var symbol
                    && IsSource(symbol),
            _ => false,
        };

    private static string? NameOf(ExpressionSyntax expression) =>
        expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
            SimpleNameSyntax name => name.Identifier.Text,
            _ => null,
        };

    private bool IsSource(ISymbol? symbol) =>
        symbol != null
        && (
            _sources.Contains(symbol.OriginalDefinition)
            || symbol is { Name: "Text", ContainingType.Name: "Ex" or "CsType" }
            || symbol is { Name: "Print", ContainingType.Name: "Printer" }
        );

    private static bool IsExpression(ITypeSymbol? type)
    {
        for (; type != null; type = type.BaseType)
        {
            if (type is { Name: "Ex" or "Node" or "CsType", ContainingNamespace.Name: "CSharp" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it goes on as text, and nobody has looked at it here.</summary>
    private bool IsPassedOn(SemanticModel model, SyntaxNode text) =>
        text.Parent switch
        {
            InterpolationSyntax hole => IsPassedOn(model, hole.Parent!),
            ParenthesizedExpressionSyntax or SwitchExpressionArmSyntax => IsPassedOn(model, text.Parent),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice => IsPassedOn(model, choice),
            ConditionalExpressionSyntax choice => choice.Condition != text && IsPassedOn(model, choice),
            SwitchExpressionSyntax choice => choice.GoverningExpression != text && IsPassedOn(model, choice),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => IsPassedOn(model, sum),
            ArgumentSyntax { Parent.Parent: { } call } => IsOwn(model.GetSymbolInfo(call).Symbol),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local } => Becomes(
                model.GetDeclaredSymbol(local)
            ),
            ArrowExpressionClauseSyntax or ReturnStatementSyntax or LambdaExpressionSyntax => IsReturned(model, text),
            _ => false,
        };

    private bool IsOwn(ISymbol? method) =>
        method is IMethodSymbol
        && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _compilation.Assembly);

    private bool IsReturned(SemanticModel model, SyntaxNode text)
    {
        SyntaxNode? around = text.Ancestors()
            .FirstOrDefault(a =>
                a
                    is LambdaExpressionSyntax
                        or LocalFunctionStatementSyntax
                        or BaseMethodDeclarationSyntax
                        or PropertyDeclarationSyntax
            );
        ISymbol? symbol = around == null || around is LambdaExpressionSyntax ? null : model.GetDeclaredSymbol(around);
        // What declares things still works on the names of types.
        return around is LambdaExpressionSyntax
            || symbol is { Name: "Canonical", ContainingType.Name: "ProgramNames" }
            || (symbol != null && Becomes(symbol));
    }

    private bool Becomes(ISymbol? text)
    {
        if (text != null)
        {
            _sources.Add(text.OriginalDefinition);
            _names.Add(text.Name);
        }

        return true;
    }
}
