using Porting.Clang.Ast;
using Porting.Translator.Emit;
using Porting.Translator.Handwritten;
using Porting.Translator.Lower;
using Porting.Translator.Macros;
using Porting.Translator.Names;
using Porting.Translator.Program;

namespace Porting.Translator.Incremental;

/// <summary>The program has to be looked at as a whole.</summary>
internal sealed class NotAloneException(string why) : Exception(why);

/// <summary>
/// Translates one unit of a program that is known by its summary. Input: the unit's new outline; other units are read
/// as far as it uses them. Output: its files, the same as a translation of the whole program would give; or null, when
/// other files might change as well: the unit declares something else, decides something for all (it alone uses a
/// constant, is the first to need a macro's method), or there is something to say about it. Holds after: the summary is
/// the new program's when there are files, and of no use when there are none.
/// </summary>
public sealed class OneUnit
{
    private readonly ProgramSummary _summary;
    private readonly int _unit;
    private readonly MacroMethods _macros;
    private readonly ProgramModel _program;
    private readonly ProgramNames _names;
    private readonly UnitContribution _before;

    private OneUnit(ProgramSummary summary, int unit, TranslationUnit outline, IUnitStore store)
    {
        _summary = summary;
        _unit = unit;
        _before = summary.Contribution(unit);
        HashSet<string> own = [.. summary.Files.Where(f => f.Value.Owners.Contains(unit)).Select(f => f.Key)];
        if (OutlineShape.HashOf(outline, own) != _before.Shape)
        {
            throw new NotAloneException("it declares something else");
        }

        _macros = MacroMethods.OfOne(summary, unit, outline, store);
        LoadUsed();
        List<PortDiagnostic> diagnostics = [];
        _program = new ProgramModel(_macros.Units, diagnostics, TargetMode.WholeProgram, summary.Versions);
        if (diagnostics.Count > 0 || !_program.TakeOver(summary))
        {
            throw new NotAloneException("it needs files that the program does not have");
        }

        _program.Close();
        _names = new ProgramNames(_program, summary.Names);
        Rename(outline);
    }

    /// <summary>Loads what is needed late, while something else is waited for.</summary>
    public static void Prepare() =>
        SyntaxCheck.Of(new OutputFile("Prepare.g.cs", "class Prepare { void M() { } }\n", []));

    public static IReadOnlyList<OutputFile>? Translate(
        ProgramSummary summary,
        int unit,
        TranslationUnit outline,
        IUnitStore store,
        string rootNamespace
    )
    {
        try
        {
            return new OneUnit(summary, unit, outline, store).Files(store, rootNamespace);
        }
        catch (Exception exception) when (exception is NotAloneException or PortException)
        {
            // Errors of the C are for an emit of the whole program to report, in their order.
            return null;
        }
    }

    private IReadOnlyList<OutputFile> Files(IUnitStore store, string rootNamespace)
    {
        List<PortDiagnostic> diagnostics = [];
        UnitLowering lowering = new(
            new TranslatorInput(_macros.Units, [], [], rootNamespace) { Store = store },
            new LoweringContext(_program, _names, diagnostics),
            _macros,
            new HandwrittenSources([], []),
            new FileSink(null)
        );
        LoweredFiles? lowered = lowering.RunOne(_unit);
        if (lowered == null || diagnostics.Count > 0)
        {
            throw new NotAloneException("there is something to say about it");
        }

        if (!lowered.Lookups.All(IsOfTheWhole))
        {
            throw new NotAloneException("the program would answer otherwise");
        }

        UnitContribution after = UnitContribution.Of(
            _macros.Units[_unit],
            _before.Shape,
            _summary.Macros,
            _program,
            _names,
            lowering.Groups[_unit]
        );
        if (!after.IsLike(_before) || !Decided(after))
        {
            throw new NotAloneException("it decides something for all");
        }

        _summary.Replace(_unit, after);
        _summary.Variants =
        [
            .. _summary.Variants.Where(v => v.Unit < _unit),
            .. _macros.VariantsOf(_unit),
            .. _summary.Variants.Where(v => v.Unit > _unit),
        ];
        _program.Renew(_summary, _unit);
        return lowered.Files;
    }

    /// <summary>Reads the units whose declarations stand for what the unit uses, and those that have a part of its
    /// files.</summary>
    private void LoadUsed()
    {
        HashSet<int> units =
        [
            .. _summary.Files.Values.Where(f => f.FirstUnit == _unit).SelectMany(f => f.Owners.Concat(f.Units)),
        ];
        IReadOnlySet<Decl> used = UsedDecls.OfAll(_macros.Seen);
        foreach (FunctionDecl function in used.OfType<FunctionDecl>())
        {
            units.Add(
                _summary.Functions.TryGetValue(_summary.Versions.KeyOf(function), out FunctionFacts? facts)
                && facts.Unit >= 0
                    ? facts.Unit
                    : _unit
            );
        }

        foreach (VarDecl variable in used.OfType<VarDecl>().Where(v => v is { IsGlobal: true, IsStaticLocal: false }))
        {
            units.Add(
                _summary.Variables.TryGetValue(_summary.Versions.KeyOf(variable), out VariableFacts? facts)
                && facts.Unit >= 0
                    ? facts.Unit
                    : throw new NotAloneException("it uses a variable that the program does not have")
            );
        }

        foreach (int unit in units)
        {
            _macros.Load(unit);
        }
    }

    /// <summary>The unit's structs stand at other places of its file, in the same order.</summary>
    private void Rename(TranslationUnit outline)
    {
        (string, int)[] places = [.. _names.PlacesOf(outline)];
        if (places.Length != _before.Records.Count)
        {
            throw new NotAloneException("its structs are others");
        }

        string[] names = [.. _before.Records.Select(r => _summary.Names.Records[r])];
        foreach ((string, int) old in _before.Records)
        {
            _summary.Names.Records.Remove(old);
        }

        for (int i = 0; i < places.Length; i++)
        {
            _summary.Names.Records[places[i]] = names[i];
        }
    }

    /// <summary>Whether the whole program gives the answer that was given. What the unit itself defines is here as it
    /// is there.</summary>
    private bool IsOfTheWhole(Lookup lookup) =>
        (LookupKind)lookup.Kind switch
        {
            LookupKind.Function => _summary.Functions.TryGetValue(lookup.Key, out FunctionFacts? facts)
                ? facts.Unit == _unit || facts.Answer == ProgramSummary.HashOf(lookup.Answer)
                : lookup.Answer.Length == 0,
            LookupKind.Variable => _summary.Variables.TryGetValue(lookup.Key, out VariableFacts? facts)
                ? facts.Unit == _unit || facts.Answer == ProgramSummary.HashOf(lookup.Answer)
                : lookup.Answer.Length == 0 || IsOwnLocal(lookup.Key),
            LookupKind.FunctionByName => false,
            _ => true,
        };

    private bool IsOwnLocal(string key) =>
        key.StartsWith(_macros.Units[_unit].MainFile.Path + ":", StringComparison.Ordinal);

    /// <summary>
    /// Whether the program is decided the same: what the unit uses now and did not use before is used by others too or
    /// needs no decision, and what it uses no more is still used by others.
    /// </summary>
    private bool Decided(UnitContribution after)
    {
        string[] old = [.. ProgramSummary.LinesOf(_before)];
        string[] fresh = [.. ProgramSummary.LinesOf(after)];
        return fresh.Except(old).All(line => _summary.Counts.GetValueOrDefault(line) > 0 && !IsDisputed(line))
            && old.Except(fresh).All(line => _summary.Counts.GetValueOrDefault(line) > 1 && !IsDisputed(line));
    }

    /// <summary>A macro that is not the same constant everywhere: which one counts depends on the order of the
    /// units.</summary>
    private bool IsDisputed(string line)
    {
        string start = line[..(line.IndexOf(' ', 2) + 1)];
        return line[0] == '='
            && _summary.Counts.Any(c =>
                c.Value > 0 && c.Key != line && c.Key.StartsWith(start, StringComparison.Ordinal)
            );
    }
}
