using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Porting.Translator.Text;

namespace Porting.Translator.Emit;

/// <summary>Every C# file is parsed again by Roslyn: text that is not C# is a defect of the translator and is said so,
/// not written.</summary>
internal static class SyntaxCheck
{
    private static readonly CSharpParseOptions Options = CSharpParseOptions.Default.WithLanguageVersion(
        LanguageVersion.Latest
    );

    public static IEnumerable<PortDiagnostic> Of(OutputFile file)
    {
        if (!file.Path.EndsWith(".cs", StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (
            Microsoft.CodeAnalysis.Diagnostic wrong in CSharpSyntaxTree
                .ParseText(file.Text, Options)
                .GetDiagnostics()
                .Take(5)
        )
        {
            string text = wrong
                .Location.SourceTree!.GetText()
                .Lines.GetLineFromPosition(wrong.Location.SourceSpan.Start)
                .ToString();
            int line = wrong.Location.GetLineSpan().StartLinePosition.Line + 1;
            LineMapping from = file.Map.LastOrDefault(m => m.CSharpLine <= line);
            SourceLocation place =
                from.CFile == null
                    ? new SourceLocation(file.Path, line, 1)
                    : new SourceLocation(from.CFile, from.CLine, 1);
            yield return PortDiagnostic.Error(
                "PORT4001",
                place,
                $"the C# written for this is not C# ({file.Path}:{line}: {wrong.GetMessage(CultureInfo.InvariantCulture)}: '{text.Trim()}')"
            );
        }
    }
}
