using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Porting.Translator.Handwritten;

/// <summary>A handwritten method that stands in for a C function.</summary>
/// <param name="CFile">C file below the source root.</param>
/// <param name="Name">C function.</param>
/// <param name="Hash">Token hash of the C that it was ported from; empty or zeros when never accepted.</param>
/// <param name="ClassName">Class with namespace, as generated code can name it.</param>
/// <param name="ParameterCount">Parameters of the method.</param>
/// <param name="Place">The method in the C# file.</param>
/// <param name="Text">The method as written.</param>
public sealed record Replacement(
    string CFile,
    string Name,
    string Hash,
    string ClassName,
    int ParameterCount,
    SourceLocation Place,
    string Text
);

/// <summary>Something of the C that the port does not have.</summary>
public sealed record Drop(string CFile, string Name, string Reason, SourceLocation Place);

/// <summary>One handwritten C# file in memory.</summary>
public sealed record HandwrittenFile(string Path, string Text);

/// <summary>What the handwritten C# says about the C, read from its syntax alone: it need not compile yet.</summary>
public sealed class HandwrittenSources
{
    public IReadOnlyList<Replacement> Replacements { get; }
    public IReadOnlyList<Drop> Drops { get; }

    /// <summary>Static classes, so that their members can be used as C's one name space has them.</summary>
    public IReadOnlyList<string> Classes { get; }

    public HandwrittenSources(IReadOnlyList<HandwrittenFile> files, IReadOnlyList<string> preprocessorSymbols)
    {
        List<Replacement> replacements = [];
        List<Drop> drops = [];
        SortedSet<string> classes = new(StringComparer.Ordinal);
        CSharpParseOptions options = CSharpParseOptions
            .Default.WithLanguageVersion(LanguageVersion.Latest)
            .WithPreprocessorSymbols(preprocessorSymbols);
        foreach (HandwrittenFile file in files.Where(HasSomethingToSay))
        {
            SyntaxNode root = CSharpSyntaxTree.ParseText(file.Text, options, file.Path).GetRoot();
            foreach (AttributeSyntax attribute in root.DescendantNodes().OfType<AttributeSyntax>())
            {
                string name = attribute.Name.ToString().Split('.')[^1];
                if (name == "Drops")
                {
                    drops.Add(
                        new Drop(
                            Argument(attribute, 0),
                            Argument(attribute, 1),
                            Argument(attribute, 2),
                            Place(file, attribute)
                        )
                    );
                }
                else if (name == "Replaces" && attribute.Parent?.Parent is MethodDeclarationSyntax method)
                {
                    string ofClass = ClassOf(method);
                    classes.Add(ofClass);
                    replacements.Add(
                        new Replacement(
                            Argument(attribute, 0),
                            Argument(attribute, 1),
                            Argument(attribute, 2),
                            ofClass,
                            method.ParameterList.Parameters.Count,
                            Place(file, method.Identifier),
                            method.ToFullString()
                        )
                    );
                }
            }
        }

        Replacements =
        [
            .. replacements.OrderBy(r => r.CFile, StringComparer.Ordinal).ThenBy(r => r.Name, StringComparer.Ordinal),
        ];
        Drops = drops;
        Classes = [.. classes];
    }

    /// <summary>Most files have no such attribute, and parsing is not free.</summary>
    private static bool HasSomethingToSay(HandwrittenFile file) =>
        file.Text.Contains("Replaces", StringComparison.Ordinal)
        || file.Text.Contains("Drops", StringComparison.Ordinal);

    private static string Argument(AttributeSyntax attribute, int index) =>
        attribute.ArgumentList?.Arguments.ElementAtOrDefault(index)?.Expression is LiteralExpressionSyntax literal
            ? literal.Token.ValueText
            : "";

    private static SourceLocation Place(HandwrittenFile file, SyntaxNodeOrToken node)
    {
        FileLinePositionSpan span = node.GetLocation()!.GetLineSpan();
        return new SourceLocation(file.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
    }

    private static string ClassOf(SyntaxNode method)
    {
        IEnumerable<string> parts = method
            .Ancestors()
            .Reverse()
            .Select(a =>
                a switch
                {
                    BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
                    TypeDeclarationSyntax type => type.Identifier.ValueText,
                    _ => "",
                }
            );
        return string.Join('.', parts.Where(p => p.Length > 0));
    }
}
