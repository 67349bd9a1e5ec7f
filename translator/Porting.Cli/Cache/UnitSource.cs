using Porting.Clang.Ast;
using Porting.Clang.Parse;

namespace Porting.Cli.Cache;

/// <summary>Units by their number in the program.</summary>
internal interface IUnitSource
{
    /// <summary>Hash of a unit's message.</summary>
    string IdentityOf(int unit);

    /// <summary>The unit with bodies, in a tree of its own. What there is to say about it has been said.</summary>
    TranslationUnit Whole(int unit);

    /// <summary>The unit without bodies and without what earlier units declare; null when it is not what it
    /// was.</summary>
    TranslationUnit? Outline(int unit);
}

/// <summary>
/// The units of a program, from the cache where it has them and from clang where it does not. Every part of a header
/// that a unit leaves out is in an earlier unit, and no part is in two: it is the first unit's that has it, however
/// many processes have parsed. Only outlines stay in memory; bodies are read from the cache when somebody wants them.
/// </summary>
internal sealed class UnitSource(ClangParser parser, UnitCache cache, int workers, List<PortDiagnostic> diagnostics)
    : IUnitSource
{
    private string[] _keys = [];
    private CachedUnit?[] _cached = [];
    private List<PortDiagnostic>[] _found = [];
    private TranslationUnit[] _units = [];

    /// <summary>Outlines of all units.</summary>
    public IReadOnlyList<TranslationUnit> Units => _units;

    public string IdentityOf(int unit) => _cached[unit]!.Identity;

    public TranslationUnit? Outline(int unit) => _units[unit];

    /// <summary>What can be known of the units without reading them.</summary>
    public IEnumerable<IndexedUnit> Index =>
        _keys.Select((k, i) => new IndexedUnit(k, _cached[i]!.Identity, _cached[i]!.Parts));

    public TranslationUnit Whole(int unit) => parser.Read(_cached[unit]!.Message ?? cache.Message(_keys[unit]), []);

    /// <summary>Brings all units up to date; leaves errors in the diagnostics, and then there are no units.</summary>
    public void Load(IReadOnlyList<CompileCommand> commands)
    {
        _keys = [.. commands.Select(cache.KeyOf)];
        _cached = new CachedUnit?[commands.Count];
        _found = [.. commands.Select(_ => new List<PortDiagnostic>())];
        TranslationUnit[] units = new TranslationUnit[commands.Count];
        Parallel.For(
            0,
            commands.Count,
            new ParallelOptions { MaxDegreeOfParallelism = workers },
            i => _cached[i] = cache.Find(_keys[i])
        );
        int[] changed = [.. Enumerable.Range(0, commands.Count).Where(i => _cached[i] == null)];
        int[] known = [.. Enumerable.Range(0, commands.Count).Where(i => _cached[i] != null)];
        (int Unit, KnownPart Part)[] parts =
        [
            .. known.SelectMany(k => _cached[k]!.Parts.Select(p => (k, p))).DistinctBy(p => p.p),
        ];
        Task parse = Task.Run(() => Parse(commands, units, changed, parts, isComplete: false));
        Threads.ForAll(known.Length, workers, i => units[known[i]] = Read(known[i]));
        parse.GetAwaiter().GetResult();
        Parse(commands, units, HasErrors ? [] : [.. Incomplete(units)], [], isComplete: true);
        diagnostics.AddRange(_found.SelectMany(f => f).Distinct());
        _units = HasErrors ? [] : WithoutKnownParts(units);
        parser.ForgetShared();
    }

    /// <summary>Units, by their number, that clang refuses, each with its first error: it may be in a header.</summary>
    public IEnumerable<(int Unit, PortDiagnostic Error)> Refused =>
        _found.SelectMany((found, i) => found.Where(d => d.Severity == PortSeverity.Error).Take(1).Select(e => (i, e)));

    private bool HasErrors => Refused.Any();

    /// <param name="parts">Parts of units that need not be parsed, each with the first unit that has it.</param>
    private void Parse(
        IReadOnlyList<CompileCommand> commands,
        TranslationUnit[] units,
        int[] which,
        (int Unit, KnownPart Part)[] parts,
        bool isComplete
    ) =>
        parser.ParseParts(
            [
                .. which.Select(i => new PartsRequest(
                    commands[i],
                    isComplete,
                    parts.Where(p => p.Unit < i).Select(p => p.Part)
                )),
            ],
            workers,
            (n, answer) =>
            {
                int i = which[n];
                _found[i] = [.. answer.Diagnostics];
                if (answer.Message != null)
                {
                    (units[i], byte[] outline) = parser.Outlined(answer.Message, _found[i]);
                    _cached[i] = cache.Keep(
                        _keys[i],
                        answer,
                        outline,
                        units[i].Parts.Select(p => new KnownPart(p.File.AbsolutePath, p.Hash))
                    );
                }
            }
        );

    private TranslationUnit Read(int unit)
    {
        CachedUnit cached = _cached[unit]!;
        _cached[unit] = cached with { Outline = default };
        return parser.ReadOutline(cached.Outline, _found[unit]);
    }

    /// <summary>Units that leave out a part which no earlier unit has: the one that had it has changed since, or is
    /// gone.</summary>
    private static IEnumerable<int> Incomplete(TranslationUnit[] units)
    {
        HashSet<(string, ulong)> known = [];
        for (int i = 0; i < units.Length; i++)
        {
            if (units[i].Parts.Any(p => !p.IsSent && !known.Contains((p.File.Path, p.Hash))))
            {
                yield return i;
            }

            known.UnionWith(units[i].Parts.Select(p => (p.File.Path, p.Hash)));
        }
    }

    private static TranslationUnit[] WithoutKnownParts(TranslationUnit[] units)
    {
        HashSet<(string, ulong)> known = [];
        return
        [
            .. units.Select(u =>
                u.Without(
                    u.Parts.Where(p => !known.Add((p.File.Path, p.Hash)) && p.File.Path != u.MainFile.Path)
                        .Select(p => p.File.Path)
                        .ToHashSet(StringComparer.Ordinal)
                )
            ),
        ];
    }
}
