using Porting.Clang.Ast;
using Porting.Translator.Incremental;

namespace Porting.Translator.Macros;

/// <summary>The macros of one unit of a program that is known by its summary. Other units are outlined when something
/// of theirs is needed.</summary>
internal sealed partial class MacroMethods
{
    private static readonly TranslationUnit NotRead = new()
    {
        MainFile = new SourceFile { Path = "", AbsolutePath = "" },
        Files = [],
        Decls = [],
        Macros = [],
        Comments = [],
        Diagnostics = [],
    };

    private ILookup<int, VariantFacts> _variantsOf = Array.Empty<VariantFacts>().ToLookup(v => v.Unit);
    private readonly List<VariantFacts> _variants = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FunctionDecl> _restored = new(StringComparer.Ordinal);

    /// <summary>The one unit with its bodies, the uses replaced.</summary>
    public TranslationUnit Seen { get; private set; } = NotRead;

    /// <summary>What all units have made of macros, in order.</summary>
    public IEnumerable<VariantFacts> Variants => _variants;

    /// <summary>What a unit was the first to need.</summary>
    public IEnumerable<VariantFacts> VariantsOf(int unit)
    {
        Dictionary<string, MacroAnswer> wanted = WantedBy(unit);
        return _own[unit]
            .Select(place => wanted[place])
            .Select(a => new VariantFacts(
                unit,
                a.Request.File,
                a.Request.Macro,
                a.Request.Key,
                a.Name,
                a.Request.IsShared
            ));
    }

    /// <summary>Macros that no unit could make a method of.</summary>
    public IEnumerable<string> TakenMacros => _taken;

    /// <summary>Finds the methods for one unit; throws <see cref="NotAloneException"/> when other units would get
    /// others for theirs.</summary>
    public static MacroMethods OfOne(ProgramSummary summary, int unit, TranslationUnit outline, IUnitStore store)
    {
        TranslationUnit[] units = [.. Enumerable.Repeat(NotRead, summary.UnitCount)];
        units[unit] = outline;
        MacroMethods methods = new(
            units,
            new MacroRegistry(new HashSet<string>(summary.TakenMacros, StringComparer.Ordinal)),
            store
        )
        {
            _variantsOf = summary.Variants.ToLookup(v => v.Unit),
        };
        foreach (VariantFacts variant in summary.Variants.Where(v => v.Unit != unit))
        {
            methods._registry.Restore(variant, () => methods.Restored(variant));
        }

        int mark = methods._registry.Mark;
        AskedMacros asked = new(methods._registry);
        methods.Seen = Rewritten(asked, methods.Read(unit));
        methods._macros.Put(unit, methods.KeyOf(unit), asked.Noted(methods.Seen));
        methods._registry.Return(mark);
        if (
            methods._registry.LastMaker > unit
            || !methods.TryApply(unit)
            || !AreAlike([.. methods.VariantsOf(unit)], [.. methods._variantsOf[unit]])
        )
        {
            throw new NotAloneException("it asks for other methods of macros");
        }

        methods.Resolve(unit);
        return methods;
    }

    /// <summary>Makes sure that the outline of a unit is there, with the methods that it was the first to
    /// need.</summary>
    public void Load(int unit)
    {
        if (_units[unit] != NotRead)
        {
            return;
        }

        _units[unit] = _store!.Outline(unit) ?? throw new NotAloneException("a unit that it uses is not in the cache");
        if (!_macros.TryTake(unit, KeyOf(unit)))
        {
            throw new NotAloneException("macros that it uses are not in the cache");
        }

        Dictionary<string, MacroAnswer> wanted = WantedBy(unit);
        List<FunctionDecl> made = [];
        foreach (string place in _variantsOf[unit].Select(v => $"{v.File}:{v.Name}"))
        {
            made.Add(
                _restored[place] = Outline(
                    _units[unit],
                    wanted.GetValueOrDefault(place) ?? throw new NotAloneException("macros that it uses are others")
                )
            );
        }

        _own[unit] = [.. made.Select(MacroRegistry.PlaceOf)];
        _units[unit] = made.Count == 0 ? _units[unit] : _units[unit].With([.. _units[unit].Decls, .. made]);
    }

    /// <summary>Methods of headers are for all; those of the unit itself are its own matter, as long as they have the
    /// names that they had.</summary>
    private static bool AreAlike(VariantFacts[] fresh, VariantFacts[] before) =>
        fresh.Where(v => v.IsShared).SequenceEqual(before.Where(v => v.IsShared))
        && fresh
            .Where(v => !v.IsShared)
            .Select(v => v.Name)
            .ToHashSet(StringComparer.Ordinal)
            .SetEquals(before.Where(v => !v.IsShared).Select(v => v.Name));

    private FunctionDecl Restored(VariantFacts variant)
    {
        Load(variant.Unit);
        return _restored[$"{variant.File}:{variant.Name}"];
    }
}
