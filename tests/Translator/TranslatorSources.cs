using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Porting.Tests;

namespace Porting.Translator.Tests;

/// <summary>The translator's own sources, for tests about how it is written.</summary>
internal static class TranslatorSources
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; "
        + "global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    /// <param name="planted">One more file, Planted.cs.</param>
    public static CSharpCompilation Compilation(string? planted)
    {
        CSharpParseOptions options = new(LanguageVersion.Preview);
        string folder = Repository.At("translator/Porting.Translator");
        List<SyntaxTree> trees =
        [
            .. Directory
                .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), options, Path.GetRelativePath(folder, f))),
            CSharpSyntaxTree.ParseText(Usings, options, "Usings.cs"),
        ];
        if (planted != null)
        {
            trees.Add(CSharpSyntaxTree.ParseText(planted, options, "Planted.cs"));
        }

        string libraries = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return CSharpCompilation.Create(
            "translator",
            trees,
            libraries
                .Split(Path.PathSeparator)
                .Where(f => Path.GetFileName(f) != "Porting.Translator.dll")
                .Select(f => MetadataReference.CreateFromFile(f)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)
        );
    }
}
