using System.Globalization;
using System.Text.RegularExpressions;
using Porting;
using Porting.Build;
using Porting.Build.Compile;

namespace Kernel.Proofs;

/// <summary>Mistakes that do not compile: found by compiling all of the kernel with them.</summary>
internal static partial class MutantCheck
{
    /// <summary>Their numbers; more may show when these are gone, since the compiler stops at the first kind.</summary>
    public static IReadOnlySet<int> Find(MutantTree tree)
    {
        CSharpSource[] own =
        [
            .. new[] { "kernel-generated", "kernel-handwritten" }.SelectMany(folder =>
                Directory
                    .EnumerateFiles(tree.At(folder), "*.cs", SearchOption.AllDirectories)
                    .Select(file => new CSharpSource(file, File.ReadAllText(file)))
            ),
        ];
        KernelLibrary library = KernelLibrary.In(tree.At("artifacts/runtime"));
        CSharpSource[] sources = [.. library.Sources(own), .. own];
        try
        {
            CSharpCompiler.Compile("kernel", sources, []);
            return new HashSet<int>();
        }
        catch (PortException e)
        {
            return e
                .Diagnostics.Where(d => d.Severity == PortSeverity.Error)
                .Select(d => NumberAt(d, sources))
                .ToHashSet();
        }
    }

    // The copy that a line is in has its number in its head.
    private static int NumberAt(PortDiagnostic error, CSharpSource[] sources)
    {
        string[] lines = sources.First(s => s.Path == error.Location.File).Text.Split('\n');
        for (int line = error.Location.Line - 1; line >= 0; line--)
            if (Head().Match(lines[line]) is { Success: true } head)
                return int.Parse(head.Groups[1].Value, CultureInfo.InvariantCulture);
        throw new ProofFailure($"with the mistakes, but for none of them: {error}");
    }

    [GeneratedRegex(@"NoInlining\)\] private .*?__(\d+)[<(]")]
    private static partial Regex Head();
}
