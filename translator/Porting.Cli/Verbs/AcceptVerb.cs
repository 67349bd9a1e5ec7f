using System.CommandLine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Porting.Translator;
using Porting.Translator.Handwritten;
using Porting.Translator.Output.Files;

namespace Porting.Cli.Verbs;

/// <summary><c>port accept</c>: says that a handwritten replacement is right for the C as it is now: its hash goes into
/// the attribute, its text beside the handwritten code.</summary>
internal static class AcceptVerb
{
    public static Command Create()
    {
        Option<string?> project = ProjectOption.Create();
        Option<bool> all = new("--all") { Description = "Accept every stale replacement." };
        Argument<string[]> names = new("function")
        {
            Description = "C names of the functions.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Command command = new("accept", "Records the C that handwritten replacements were ported from.")
        {
            names,
            all,
            project,
        };
        command.SetAction(parsed =>
            Run(Workspace.Load(parsed.GetValue(project)), parsed.GetValue(names) ?? [], parsed.GetValue(all))
        );
        return command;
    }

    private static int Run(Workspace workspace, string[] names, bool all)
    {
        if (names.Length == 0 && !all)
        {
            throw new PortException(
                PortDiagnostic.Error("PORT9002", SourceLocation.None, "name the functions to accept, or give --all")
            );
        }

        TranslatorOutput output = workspace.Translate(workspace.Commands());
        foreach (string name in names.Where(n => !output.Handwritten.Replacements.Any(r => r.Name == n)))
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT9003",
                    SourceLocation.None,
                    name.StartsWith('-') ? $"unknown option '{name}'" : $"no handwritten method replaces '{name}'"
                )
            );
        }

        StaleReplacement[] accepted = [.. output.Stale.Where(s => all || names.Contains(s.Replacement.Name))];
        Accept(workspace, accepted);
        foreach (StaleReplacement stale in accepted)
        {
            Console.WriteLine($"accepted: {stale.Replacement.Name} of {stale.Replacement.CFile}");
        }

        if (accepted.Length == 0)
        {
            Console.WriteLine("nothing to accept: the C is what was accepted");
        }

        return ExitCodes.Done;
    }

    /// <summary>All of them or none: attributes and accepted texts change together.</summary>
    private static void Accept(Workspace workspace, IReadOnlyList<StaleReplacement> accepted)
    {
        CFunctions functions = new(workspace);
        using UserFiles files = new(workspace.Project.Folder, workspace.Project.HandwrittenPath);
        foreach (StaleReplacement stale in accepted)
        {
            files.Edit(workspace.Project.At(stale.Replacement.Place.File), text => WithHash(text, stale));
            files.Write(functions.AcceptedPath(stale.Replacement), CFunctions.TextOf(stale.Function));
        }

        files.Commit();
    }

    private static string WithHash(string text, StaleReplacement stale)
    {
        AttributeSyntax attribute = CSharpSyntaxTree
            .ParseText(text)
            .GetRoot()
            .DescendantNodes()
            .OfType<AttributeSyntax>()
            .First(a => IsFor(a, stale.Replacement));
        LiteralExpressionSyntax hash = (LiteralExpressionSyntax)attribute.ArgumentList!.Arguments[2].Expression;
        return text[..hash.SpanStart] + $"\"{stale.Function.Decl.TokenHash}\"" + text[hash.Span.End..];
    }

    private static bool IsFor(AttributeSyntax attribute, Replacement replacement) =>
        attribute.Name.ToString() == "Replaces"
        && attribute.ArgumentList is { Arguments: [var file, var name, _] }
        && file.Expression is LiteralExpressionSyntax f
        && f.Token.ValueText == replacement.CFile
        && name.Expression is LiteralExpressionSyntax n
        && n.Token.ValueText == replacement.Name;
}
