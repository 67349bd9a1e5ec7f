using Porting.Clang.Parse;

namespace Porting.Campaigns;

/// <summary>A text to be broken, with the command that it is C under.</summary>
public sealed record CorpusFile(string Text, string Directory, IReadOnlyList<string> Flags);

/// <summary>What mutants are made of: the programs of the semantics suite, the translator's fixtures, and, where a
/// compilation database is named, its units.</summary>
public static class MutationCorpus
{
    public static IReadOnlyList<CorpusFile> Load(string root, string? compileCommands)
    {
        IEnumerable<string> own = new[] { "tests/Semantics/Programs", "tests/Translator/Fixtures" }.SelectMany(f =>
            Directory.EnumerateFiles(Path.Combine(root, f), "*.c").Order(StringComparer.Ordinal)
        );
        List<CorpusFile> corpus =
        [
            .. own.Select(f => new CorpusFile(File.ReadAllText(f), Path.GetDirectoryName(Path.GetFullPath(f))!, [])),
        ];
        foreach (
            CompileCommand unit in compileCommands == null
                ? []
                : CompileCommands.Load(compileCommands).Where(c => !c.IsAssembler)
        )
        {
            string folder = Path.GetDirectoryName(unit.AbsoluteFile)!;
            corpus.Add(
                new CorpusFile(
                    File.ReadAllText(unit.AbsoluteFile),
                    unit.Directory,
                    [
                        .. unit.Arguments.Where(a =>
                            a != "-c"
                            && a != unit.File
                            && a is not "-mgeneral-regs-only"
                            && a[1] is not ('O' or 'g' or 'W')
                            && !a.StartsWith("-march", StringComparison.Ordinal)
                        ),
                        "-iquote",
                        folder,
                    ]
                )
            );
        }

        return corpus;
    }
}
