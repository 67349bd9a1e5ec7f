using System.CommandLine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Porting.Clang.Parse;
using Porting.Cli.Review;
using Porting.Translator;
using Porting.Translator.Handwritten;
using Porting.Translator.Output;
using Porting.Translator.Output.Files;

namespace Porting.Cli.Verbs;

/// <summary><c>port accept</c>: says that a handwritten replacement or a drop is right for the C as it is now: the C and
/// all that it depends on go beside the handwritten code, a replacement's hash into its attribute.</summary>
internal static class AcceptVerb
{
    public static Command Create()
    {
        Option<string?> project = ProjectOption.Create();
        Option<bool> all = new("--all") { Description = "Accept every stale replacement and drop." };
        Argument<string[]> names = new("function")
        {
            Description = "C names of the functions.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Command command = new(
            "accept",
            "Records the C that handwritten replacements were ported from, and that drops were decided on."
        )
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
        if ((names.Length == 0) != all)
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT9002",
                    SourceLocation.None,
                    all ? "give --all or names, not both" : "name the functions to accept, or give --all"
                )
            );
        }

        IReadOnlyList<StandIn> standIns = StandIn.Of(new HandwrittenSources(workspace.HandwrittenFiles(), []));
        PortDiagnostic[] unknown =
        [
            .. names
                .Where(n => !standIns.Any(s => s.Name == n))
                .Select(n =>
                    PortDiagnostic.Error(
                        "PORT9003",
                        SourceLocation.None,
                        $"nothing handwritten replaces or drops '{n}'{Suggestion.For(n, standIns.Select(s => s.Name))}"
                    )
                ),
        ];
        if (unknown.Length > 0)
        {
            throw new PortException(unknown);
        }

        IReadOnlyList<CompileCommand> commands = workspace.Commands();
        workspace.Translate(commands);

        StandIn[] chosen = [.. standIns.Where(s => all || names.Contains(s.Name))];
        ReviewedStandIn[] accepted = [.. StandInReview.Of(workspace, commands, chosen).Where(s => s.IsStale)];
        Accept(workspace, accepted);
        foreach (ReviewedStandIn stale in accepted)
        {
            Console.WriteLine($"accepted: {stale.StandIn.Name} of {stale.StandIn.CFile}");
        }

        if (accepted.Length == 0)
        {
            Console.WriteLine("nothing to accept: the C is what was accepted");
        }

        return ExitCodes.Done;
    }

    /// <summary>All of them or none: attributes and accepted texts change together.</summary>
    private static void Accept(Workspace workspace, IReadOnlyList<ReviewedStandIn> accepted)
    {
        using UserFiles files = new(workspace.Project.Folder, workspace.Project.HandwrittenPath);
        foreach (ReviewedStandIn stale in accepted)
        {
            StandIn standIn = stale.StandIn;
            string title = $"{standIn.Name} of {standIn.CFile} as accepted, with what it depends on; by 'port accept'.";
            files.Write(StandInReview.PathOf(workspace, standIn), stale.Now.Write(title));
            if (standIn.Replacement is { } replacement)
            {
                files.Edit(
                    workspace.Project.At(standIn.Place.File),
                    text => WithHash(text, replacement, stale.Now.Hash)
                );
            }
        }

        files.Commit();
    }

    private static string WithHash(string text, Replacement replacement, string hash)
    {
        AttributeSyntax attribute = CSharpSyntaxTree
            .ParseText(text)
            .GetRoot()
            .DescendantNodes()
            .OfType<AttributeSyntax>()
            .First(a => IsFor(a, replacement));
        LiteralExpressionSyntax old = (LiteralExpressionSyntax)attribute.ArgumentList!.Arguments[2].Expression;
        return text[..old.SpanStart] + $"\"{hash}\"" + text[old.Span.End..];
    }

    private static bool IsFor(AttributeSyntax attribute, Replacement replacement) =>
        attribute.Name.ToString() == "Replaces"
        && attribute.ArgumentList is { Arguments: [var file, var name, _] }
        && file.Expression is LiteralExpressionSyntax f
        && f.Token.ValueText == replacement.CFile
        && name.Expression is LiteralExpressionSyntax n
        && n.Token.ValueText == replacement.Name;
}
