using Porting.Clang.Ast;
using Porting.Translator.Incremental;

namespace Porting.Translator.Program;

/// <summary>What a program of a few units takes over from the whole one.</summary>
public sealed partial class ProgramModel
{
    /// <summary>The function that a declaration is of, if the program has it.</summary>
    internal FunctionEntity? Known(FunctionDecl decl) => _tables.Functions.GetValueOrDefault(Versions.KeyOf(decl));

    internal Dictionary<string, FileFacts> FileFacts()
    {
        Dictionary<string, List<int>> owners = _tables.Files.Keys.ToDictionary(
            p => p,
            _ => new List<int>(),
            StringComparer.Ordinal
        );
        HashSet<(string, ulong)> known = [];
        for (int i = 0; i < Units.Count; i++)
        {
            foreach (
                FilePart part in Units[i]
                    .Parts.Where(p => known.Add((p.File.Path, p.Hash)) && owners.ContainsKey(p.File.Path))
            )
            {
                owners[part.File.Path].Add(i);
            }
        }

        return _tables.Files.ToDictionary(
            f => f.Key,
            f => new FileFacts(
                f.Value.ClassName,
                f.Value.IsUnit,
                f.Value.FirstUnit,
                owners[f.Key],
                [.. f.Value.Units.Distinct()]
            ),
            StringComparer.Ordinal
        );
    }

    /// <param name="unitOf">The unit that has a declaration.</param>
    internal Dictionary<string, FunctionFacts> FunctionFacts(Func<Decl, int> unitOf) =>
        _tables.Functions.ToDictionary(
            f => f.Key,
            f => new FunctionFacts(
                unitOf(f.Value.Decl),
                f.Value.Origin,
                f.Value.ClassName,
                f.Value.NeedsEntry,
                f.Value.IsDeclaredElsewhere,
                ProgramSummary.HashOf(Answers.Of(f.Value))
            ),
            StringComparer.Ordinal
        );

    internal Dictionary<string, VariableFacts> VariableFacts(Func<Decl, int> unitOf) =>
        _tables.Variables.ToDictionary(
            v => v.Key,
            v => new VariableFacts(
                unitOf(v.Value.Decl),
                v.Value.CSharpName,
                v.Value.IsDropped,
                v.Value.IsDeclaredElsewhere,
                ProgramSummary.HashOf(Answers.Of(v.Value))
            ),
            StringComparer.Ordinal
        );

    /// <summary>
    /// Makes the few units part of the whole program: what all units together have decided stands in the summary. False
    /// when something is here that the whole program does not have.
    /// </summary>
    internal bool TakeOver(ProgramSummary summary)
    {
        foreach (FileEntity file in _tables.Files.Values)
        {
            if (!summary.Files.TryGetValue(file.Path, out FileFacts? facts))
            {
                return false;
            }

            (file.ClassName, file.IsUnit, file.FirstUnit) = (facts.ClassName, facts.IsUnit, facts.FirstUnit);
        }

        foreach ((string key, FunctionEntity function) in _tables.Functions)
        {
            if (!summary.Functions.TryGetValue(key, out FunctionFacts? facts))
            {
                return false;
            }

            (function.Origin, function.ClassName, function.NeedsEntry, function.IsDeclaredElsewhere) = (
                facts.Origin,
                facts.ClassName,
                facts.NeedsEntry,
                facts.IsDeclaredElsewhere
            );
        }

        foreach ((string key, VariableEntity variable) in _tables.Variables)
        {
            if (!summary.Variables.TryGetValue(key, out VariableFacts? facts))
            {
                return false;
            }

            (variable.ClassName, variable.CSharpName, variable.IsDropped, variable.IsDeclaredElsewhere) = (
                variable.File?.ClassName ?? "Foreign",
                facts.CSharpName,
                facts.IsDropped,
                facts.IsDeclaredElsewhere
            );
        }

        foreach (VariableEntity local in _tables.StaticLocals.Values)
        {
            local.ClassName = local.File?.ClassName ?? "Foreign";
        }

        new MemberNames(_tables.Functions.Values, _tables.Variables.Values).Settle(_tables.StaticLocals.Values);

        return true;
    }

    /// <summary>Tells the summary what others can ask of a unit's functions and variables now.</summary>
    internal void Renew(ProgramSummary summary, int unit)
    {
        foreach ((string key, FunctionEntity function) in _tables.Functions)
        {
            if (summary.Functions.TryGetValue(key, out FunctionFacts? facts) && facts.Unit == unit)
            {
                summary.Functions[key] = facts with { Answer = ProgramSummary.HashOf(Answers.Of(function)) };
            }
        }

        foreach ((string key, VariableEntity variable) in _tables.Variables)
        {
            if (summary.Variables.TryGetValue(key, out VariableFacts? facts) && facts.Unit == unit)
            {
                summary.Variables[key] = facts with { Answer = ProgramSummary.HashOf(Answers.Of(variable)) };
            }
        }
    }
}
