using Porting.Clang.Ast;
using Porting.Translator.Macros;
using Porting.Translator.Names;
using Porting.Translator.Program;

namespace Porting.Translator.Incremental;

/// <summary>Summaries of programs that were translated as a whole.</summary>
internal static class SummaryBuilder
{
    public static ProgramSummary Of(
        ProgramModel program,
        ProgramNames names,
        MacroMethods macros,
        IReadOnlyDictionary<int, LoweredGroup> groups,
        Coverage coverage,
        int fileCount
    )
    {
        Dictionary<Decl, int> units = new(ReferenceEqualityComparer.Instance);
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        Dictionary<string, FileFacts> files = program.FileFacts();
        HashSet<string>[] own = [.. program.Units.Select(_ => new HashSet<string>(StringComparer.Ordinal))];
        foreach ((string path, FileFacts file) in files)
        {
            file.Owners.ToList().ForEach(u => own[u].Add(path));
        }

        HashSet<string> defined =
        [
            .. program.Files.SelectMany(f => f.Macros).Where(m => m.Parameters == null).Select(m => m.Name),
        ];
        byte[][] contributions = new byte[program.Units.Count][];
        for (int i = 0; i < program.Units.Count; i++)
        {
            foreach (
                Decl decl in program
                    .Units[i]
                    .Decls.Concat(program.Units[i].Decls.OfType<FunctionDecl>().SelectMany(f => f.Locals))
            )
            {
                units.TryAdd(decl, i);
            }

            UnitContribution contribution = UnitContribution.Of(
                program.Units[i],
                OutlineShape.HashOf(program.Units[i], own[i]),
                defined,
                program,
                names,
                groups.GetValueOrDefault(i, new LoweredGroup([], []))
            );
            contributions[i] = Output.BinaryLists.Written(contribution.Write);
            ProgramSummary.Count(counts, contribution);
        }

        int UnitOf(Decl decl) => units.GetValueOrDefault(decl, -1);
        return new ProgramSummary(names.Facts, contributions)
        {
            Files = files,
            Versions = program.Versions,
            Functions = program.FunctionFacts(UnitOf),
            Variables = program.VariableFacts(UnitOf),
            Macros = defined,
            Variants = [.. macros.Variants],
            TakenMacros = [.. macros.TakenMacros],
            Counts = counts,
            Coverage = coverage,
            FileCount = fileCount,
        };
    }
}
