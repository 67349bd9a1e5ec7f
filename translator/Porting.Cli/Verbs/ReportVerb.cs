using System.CommandLine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Porting.Clang.Ast;
using Porting.Clang.Parse;
using Porting.Cli.Review;
using Porting.Review;
using Porting.Translator;
using Porting.Translator.Handwritten;
using Porting.Translator.Output;
using Porting.Translator.Program;

namespace Porting.Cli.Verbs;

/// <summary><c>port report</c>: pages with every C function beside its C#.</summary>
internal static class ReportVerb
{
    /// <summary>Lists the pages in their folder, which may have other files.</summary>
    private const string Manifest = "port.report.json";

    public static Command Create()
    {
        Option<string?> project = ProjectOption.Create();
        Option<string?> folder = new("--output", "-o")
        {
            Description = "Folder for the pages; by default 'report' among the artifacts.",
            HelpName = "FOLDER",
        };
        Option<bool> force = new("--force") { Description = "Overwrite pages that somebody has edited." };
        Option<StalePolicy?> staleOption = StaleOption.Create();
        Command command = new("report", "Writes HTML pages with the C and the C# of each function side by side.")
        {
            folder,
            force,
            staleOption,
            project,
        };
        command.SetAction(parsed =>
        {
            Check(parsed.GetValue(folder));
            return Run(
                Workspace.Load(parsed.GetValue(project)),
                parsed.GetValue(folder),
                parsed.GetValue(force),
                parsed.GetValue(staleOption) ?? StalePolicy.Error
            );
        });
        return command;
    }

    /// <summary>Before any work. A folder is made, and not the way to it, which may be misspelt.</summary>
    private static void Check(string? folder)
    {
        if (folder == null || Directory.Exists(folder))
        {
            return;
        }

        bool isFile = File.Exists(folder);
        if (isFile || folder.Length == 0 || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(folder))))
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT9020",
                    new SourceLocation(folder, 0, 0),
                    isFile ? "is a file: -o takes a folder" : "the folder that it would be in does not exist"
                )
            );
        }
    }

    private static int Run(Workspace workspace, string? folder, bool isForced, StalePolicy policy)
    {
        IReadOnlyList<CompileCommand> commands = workspace.Commands();
        (int status, _) = TreeCheck.Verify(workspace, commands, policy);
        TranslatorOutput output = workspace.Translate(commands);
        Dictionary<(string, string), ReviewedStandIn> stale = StandInReview
            .Of(workspace, commands, StandIn.Of(output.Handwritten))
            .Where(s => s.IsStale)
            .ToDictionary(s => (s.StandIn.CFile, s.StandIn.Name));
        ReviewModel model = new(
            $"{workspace.Project.Name}: C and C# side by side",
            [.. Functions(workspace, output, stale)]
        );
        string target =
            folder == null ? Path.Combine(workspace.Project.ArtifactsPath, "report") : Path.GetFullPath(folder);
        using OutputTree tree = new(target, workspace.Project.Folder, Manifest, "port report") { IsForced = isForced };
        foreach ((string path, string text) in HtmlReport.Render(model))
        {
            tree.Add(path, text);
        }

        tree.Add(Manifest, new LockFile(new Dictionary<string, string>(), tree.Hashes).Write());
        tree.Commit();
        Console.WriteLine(
            $"report: {model.Functions.Count} functions, {model.Count(FunctionState.Stale)} stale: {Path.Combine(target, "index.html")}"
        );
        return status;
    }

    private static IEnumerable<ReviewFunction> Functions(
        Workspace workspace,
        TranslatorOutput output,
        IReadOnlyDictionary<(string, string), ReviewedStandIn> stale
    )
    {
        Dictionary<string, OutputFile> files = output.Files.ToDictionary(f => f.Path);
        Dictionary<string, Dictionary<string, (int Line, string Text)>> methods = [];
        foreach (
            FunctionEntity function in output
                .Program.Functions.Where(f => f.File != null && !f.Decl.IsMacro)
                .OrderBy(f => f.File!.Path, StringComparer.Ordinal)
                .ThenBy(f => f.Decl.Span.StartOffset)
        )
        {
            string difference = DifferenceOf(stale.GetValueOrDefault((function.File!.Path, function.Name)));
            switch (function.Origin)
            {
                case FunctionOrigin.Generated:
                    string path = function.File!.GeneratedPath;
                    methods.TryAdd(path, MethodsOf(files[path].Text));
                    yield return Generated(
                        function,
                        WithComment(output, function, TextOf(function.Decl.Span)),
                        $"{workspace.Project.Generated}/{path}",
                        methods[path].GetValueOrDefault(function.BodyName, (0, "")),
                        files[path].Map
                    );
                    break;
                case FunctionOrigin.Replaced:
                    Replacement replacement = output.Handwritten.Replacements.First(r =>
                        r.Name == function.Name && r.CFile == function.File!.Path
                    );
                    string method = Trimmed(replacement.Text);
                    int above = method[..Math.Max(0, method.IndexOf(replacement.Name + "(", StringComparison.Ordinal))]
                        .Count(ch => ch == '\n');
                    PlaceInFile place = new(replacement.Place.File, replacement.Place.Line - above);
                    yield return ByHand(function, place, method, FunctionState.Replaced, difference);
                    break;
                case FunctionOrigin.Dropped:
                    Drop drop = output.Handwritten.Drops.First(d =>
                        d.Name == function.Name && d.CFile == function.File!.Path
                    );
                    PlaceInFile said = new(drop.Place.File, drop.Place.Line);
                    string reason = $"// not in the port: {drop.Reason}";
                    yield return ByHand(function, said, reason, FunctionState.Dropped, difference);
                    break;
            }
        }
    }

    private static ReviewFunction Generated(
        FunctionEntity function,
        (int Line, string Text) c,
        string path,
        (int Line, string Text) method,
        IReadOnlyList<Translator.Text.LineMapping> map
    ) =>
        new(
            function.Name,
            function.File!.Path,
            c.Line,
            c.Text,
            path,
            method.Line,
            method.Text,
            FunctionState.Generated,
            ""
        )
        {
            Lines =
            [
                .. map.Where(m =>
                        m.CFile == function.File.Path
                        && m.CSharpLine >= method.Line
                        && m.CSharpLine <= method.Line + method.Text.Count(ch => ch == '\n')
                    )
                    .Select(m => (m.CSharpLine, m.CLine)),
            ],
        };

    private sealed record PlaceInFile(string File, int Line);

    /// <summary>What stands in for a function by hand, or says that it is gone.</summary>
    private static ReviewFunction ByHand(
        FunctionEntity function,
        PlaceInFile place,
        string text,
        FunctionState state,
        string difference
    ) =>
        new(
            function.Name,
            function.File!.Path,
            function.Decl.Span.StartLine,
            TextOf(function.Decl.Span),
            place.File,
            place.Line,
            text,
            difference.Length > 0 ? FunctionState.Stale : state,
            difference
        );

    /// <summary>What is stale in words, each with the difference of its C; empty for what is not.</summary>
    private static string DifferenceOf(ReviewedStandIn? stale) =>
        stale == null ? "" : string.Concat(stale.Reasons.Select(r => $"{r.Words}\n{r.Difference}"));

    /// <summary>The definition with the comment that stands directly above it.</summary>
    private static (int Line, string Text) WithComment(
        TranslatorOutput output,
        FunctionEntity function,
        string definition
    )
    {
        SourceFile source = function.File!.Source;
        int start = function.Decl.Span.StartOffset;
        Comment? above = output
            .Program.Units[function.File.FirstUnit]
            .Comments.LastOrDefault(c =>
                c.File.Path == source.Path
                && c.Placement == CommentPlacement.Own
                && c.EndOffset <= start
                && string.IsNullOrWhiteSpace(source.Text[c.EndOffset..start])
            );
        return above == null
            ? (function.Decl.Span.StartLine, definition)
            : (above.StartLine, source.Slice(above.StartOffset, start) + definition);
    }

    /// <summary>The definition as written, from the first token of its declaration to its closing brace.</summary>
    private static string TextOf(Span span) => span.File.Slice(span.StartOffset, span.EndOffset) + "\n";

    private static Dictionary<string, (int Line, string Text)> MethodsOf(string text)
    {
        Dictionary<string, (int, string)> methods = new(StringComparer.Ordinal);
        SyntaxNode root = CSharpSyntaxTree
            .ParseText(text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest))
            .GetRoot();
        foreach (
            MethodDeclarationSyntax method in root.DescendantNodes()
                .OfType<MethodDeclarationSyntax>()
                .Where(m => m.Body != null || m.ExpressionBody != null)
        )
        {
            string whole = method.ToFullString();
            int blanks = whole.Length - whole.TrimStart('\n').Length;
            int line = method.SyntaxTree.GetLineSpan(method.FullSpan).StartLinePosition.Line + 1 + blanks;
            methods.TryAdd(method.Identifier.Text, (line, Trimmed(whole)));
        }

        return methods;
    }

    /// <summary>Without the indentation that the class gives.</summary>
    private static string Trimmed(string text) =>
        string.Join(
            '\n',
            text.Trim('\n').Split('\n').Select(l => l.StartsWith("    ", StringComparison.Ordinal) ? l[4..] : l)
        );
}
