using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Porting.Translator.Output;

/// <summary>Names what differs between two texts of one generated file, in the words of the C: functions, variables,
/// types, constants.</summary>
public static class GeneratedMembers
{
    /// <summary>Members whose text differs, that are new, or that are gone; in alphabetical order.</summary>
    public static IReadOnlyList<string> Changed(string path, string before, string after)
    {
        Dictionary<string, string> old = Members(path, before);
        Dictionary<string, string> fresh = Members(path, after);
        return
        [
            .. old
                .Keys.Union(fresh.Keys)
                .Where(name => old.GetValueOrDefault(name) != fresh.GetValueOrDefault(name))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Every named member with its text, leading comments included.</summary>
    public static Dictionary<string, string> Members(string path, string text) =>
        path.EndsWith(".cs", StringComparison.Ordinal) ? OfCSharp(text) : [];

    private static Dictionary<string, string> OfCSharp(string text)
    {
        Dictionary<string, string> members = new(StringComparer.Ordinal);
        SyntaxNode root = CSharpSyntaxTree
            .ParseText(text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest))
            .GetRoot();
        foreach (
            MemberDeclarationSyntax member in root.DescendantNodes(n => n is not BaseMethodDeclarationSyntax)
                .OfType<MemberDeclarationSyntax>()
        )
        {
            foreach (string name in NamesOf(member))
            {
                members[name] = members.GetValueOrDefault(name, "") + member.ToFullString();
            }
        }

        return members;
    }

    private static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) =>
        member switch
        {
            MethodDeclarationSyntax method => [CName(method.Identifier.ValueText)],
            PropertyDeclarationSyntax property => [CName(property.Identifier.ValueText)],
            FieldDeclarationSyntax field => field.Declaration.Variables.Select(v => v.Identifier.ValueText),
            StructDeclarationSyntax type => ["struct " + type.Identifier.ValueText],
            _ => [],
        };

    /// <summary>A member that exists for the sake of a C entity goes by its name.</summary>
    private static string CName(string name)
    {
        string bare = name.EndsWith("__va", StringComparison.Ordinal) ? name[..^4] : name;
        return bare.StartsWith("addr_", StringComparison.Ordinal) ? bare[5..] : bare;
    }
}
