using Porting.Clang.Ast;
using Porting.Clang.Parse;

namespace Porting.Cli.Cache;

/// <summary>Units of a program of which one has been parsed again; the others are read from the cache when they are
/// asked for.</summary>
internal sealed class IndexedUnits(ClangParser parser, UnitCache cache, ProgramIndex index) : IUnitSource
{
    private readonly Dictionary<KnownPart, int> _owners = Owners(index);
    private readonly Dictionary<int, CachedUnit> _parsed = [];

    /// <summary>Says that a unit has been parsed again; gives its outline without what earlier units declare.</summary>
    public TranslationUnit Parsed(int unit, PartsAnswer answer)
    {
        (TranslationUnit tree, byte[] outline) = parser.Outlined(answer.Message!, []);
        _parsed[unit] = cache.Keep(
            index.Units[unit].Key,
            answer,
            outline,
            tree.Parts.Select(p => new KnownPart(p.File.AbsolutePath, p.Hash))
        );
        return WithoutKnownParts(unit, tree);
    }

    public IndexedUnit IndexOf(int unit) =>
        index.Units[unit] with
        {
            Identity = _parsed[unit].Identity,
            Parts = _parsed[unit].Parts,
        };

    /// <summary>Parts that the units before one have.</summary>
    public IEnumerable<KnownPart> PartsBefore(int unit) => _owners.Where(o => o.Value < unit).Select(o => o.Key);

    public string IdentityOf(int unit) =>
        _parsed.TryGetValue(unit, out CachedUnit? parsed) ? parsed.Identity : index.Units[unit].Identity;

    public TranslationUnit Whole(int unit) =>
        parser.Read(_parsed.GetValueOrDefault(unit)?.Message ?? cache.Message(index.Units[unit].Key), []);

    public TranslationUnit? Outline(int unit) =>
        cache.Find(index.Units[unit].Key) is { } cached && cached.Identity == IdentityOf(unit)
            ? WithoutKnownParts(unit, parser.ReadOutline(cached.Outline, []))
            : null;

    private TranslationUnit WithoutKnownParts(int unit, TranslationUnit tree) =>
        tree.Without(
            tree.Parts.Where(p =>
                    p.File.Path != tree.MainFile.Path
                    && _owners.GetValueOrDefault(new KnownPart(p.File.AbsolutePath, p.Hash), unit) != unit
                )
                .Select(p => p.File.Path)
                .ToHashSet(StringComparer.Ordinal)
        );

    private static Dictionary<KnownPart, int> Owners(ProgramIndex index)
    {
        Dictionary<KnownPart, int> owners = [];
        for (int i = 0; i < index.Units.Length; i++)
        {
            foreach (KnownPart part in index.Units[i].Parts)
            {
                owners.TryAdd(part, i);
            }
        }

        return owners;
    }
}
