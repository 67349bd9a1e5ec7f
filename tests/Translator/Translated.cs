using Porting.Clang.Ast;
using Porting.Clang.Parse;
using Porting.Translator.Handwritten;

namespace Porting.Translator.Tests;

/// <summary>C texts translated as one program for i386.</summary>
internal static class Translated
{
    private static readonly string[] Flags =
    [
        "-m32",
        "-march=i686",
        "-std=gnu11",
        "-ffreestanding",
        "-fwrapv",
        "-fno-strict-aliasing",
    ];

    public static TranslatorOutput Program(
        IReadOnlyList<(string Name, string Text)> files,
        params (string Name, string Text)[] handwritten
    ) => Program(files, [], handwritten);

    public static TranslatorOutput Program(
        IReadOnlyList<(string Name, string Text)> files,
        IReadOnlyList<string> withoutPasses,
        params (string Name, string Text)[] handwritten
    )
    {
        using Porting.Tests.ScratchFolder folder = new();
        foreach ((string name, string text) in files)
        {
            folder.Write(name, text);
        }

        List<PortDiagnostic> diagnostics = [];
        CompileCommand[] commands =
        [
            .. files
                .Where(f => f.Name.EndsWith(".c", StringComparison.Ordinal))
                .Select(f => new CompileCommand(folder.Path, f.Name, [.. Flags, "-I.", "-c", f.Name])),
        ];
        IReadOnlyList<TranslationUnit?> units = new ClangParser(new ClangParserOptions(folder.Path)).ParseAll(
            commands,
            2,
            diagnostics
        );
        Assert.DoesNotContain(diagnostics, d => d.Severity == PortSeverity.Error);
        return Translator.Translate(
            new TranslatorInput(
                [.. units.OfType<TranslationUnit>()],
                [.. handwritten.Select(h => new HandwrittenFile(h.Name, h.Text))],
                [],
                "Test"
            )
            {
                WithoutPasses = withoutPasses,
            }
        );
    }

    public static TranslatorOutput Text(string c) => Program([("t.c", c)]);

    /// <summary>The single error of a C text.</summary>
    public static PortDiagnostic Error(string c) =>
        Assert.Single(Text(c).Diagnostics, d => d.Severity == PortSeverity.Error);

    public static string File(this TranslatorOutput output, string path) =>
        output.Files.First(f => f.Path == path).Text;
}
