using Porting.Clang.Ast;
using Porting.Translator.Incremental;

namespace Porting.Translator.Macros;

/// <summary>What a unit asks for: the method of a macro for one of its bodies.</summary>
/// <param name="Names">The macro's name, and what to call the method when that is another one's already.</param>
/// <param name="File">The file that the method is to stand in.</param>
/// <param name="IsShared">It is a header's.</param>
/// <param name="Key">Hash of all that decides what the body means; "" when it was not looked at because the name is
/// somebody else's.</param>
internal sealed record MacroRequest(IReadOnlyList<string> Names, string File, bool IsShared, string Key)
{
    public string Macro => Names[0];
}

/// <summary>One method of a macro.</summary>
internal sealed class MacroVariant(string key, string name)
{
    private FunctionDecl? _method;

    public string Key => key;
    public string Name => name;

    /// <summary>The unit that an earlier run made it for; -1 if it is of this run.</summary>
    public int Maker { get; init; } = -1;

    /// <summary>Gets the method of an earlier run when it is asked for.</summary>
    public Func<FunctionDecl>? Load { get; init; }

    /// <summary>Set by whoever was told that the variant is new.</summary>
    public FunctionDecl Method
    {
        get => _method ??= Load!();
        set => _method = value;
    }
}

/// <summary>
/// The methods that the macros of all units have become, without bodies. Input: the names of all declarations, then the
/// requests of one unit after the other. The answers depend on these alone, and every change can be taken back, so that
/// a unit may be tried.
/// </summary>
/// <param name="taken">Names that are no macro's.</param>
internal sealed class MacroRegistry(HashSet<string> taken)
{
    private readonly Dictionary<string, List<MacroVariant>> _variants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MacroVariant> _byPlace = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);
    private readonly HashSet<string> _private = new(StringComparer.Ordinal);
    private readonly Stack<Action> _back = new();
    private int _ids;

    /// <summary>The last unit that the answers so far depend on: they were made for it in an earlier run.</summary>
    public int LastMaker { get; private set; } = -1;

    /// <summary>A mark to come back to.</summary>
    public int Mark => _back.Count;

    public int NextId() => Interlocked.Decrement(ref _ids);

    public bool IsTaken(string name) => taken.Contains(name);

    /// <summary>The method of a name that stands in a file.</summary>
    public FunctionDecl At(string place) => _byPlace[place].Method;

    public static string PlaceOf(FunctionDecl method) => $"{method.File.Path}:{method.Name}";

    /// <summary>The variant for a request, the one that is there or a new one under the next free name; null when the
    /// macro's name is somebody else's.</summary>
    public MacroVariant? Answer(MacroRequest request, out bool isNew)
    {
        isNew = false;
        if (taken.Contains(request.Macro))
        {
            return null;
        }

        string place = $"{request.File}:{request.Macro}";
        if (!_variants.TryGetValue(place, out List<MacroVariant>? known))
        {
            _variants[place] = known = [];
        }

        if (known.Find(v => v.Key == request.Key) is { } found)
        {
            LastMaker = Math.Max(LastMaker, found.Maker);
            return found;
        }

        MacroVariant made = new(request.Key, Claimed(request));
        known.Add(made);
        _back.Push(() => known.RemoveAt(known.Count - 1));
        Put(_byPlace, $"{request.File}:{made.Name}", made);
        isNew = true;
        return made;
    }

    /// <summary>Puts a method of an earlier run in its place.</summary>
    public void Restore(VariantFacts facts, Func<FunctionDecl> load)
    {
        MacroVariant variant = new(facts.Key, facts.Name) { Maker = facts.Unit, Load = load };
        string place = $"{facts.File}:{facts.Macro}";
        if (!_variants.TryGetValue(place, out List<MacroVariant>? known))
        {
            _variants[place] = known = [];
        }

        known.Add(variant);
        _byPlace[$"{facts.File}:{facts.Name}"] = variant;
        (facts.IsShared ? _shared : _private).Add(facts.Name);
    }

    /// <summary>Takes back all that was answered since the mark.</summary>
    public void Return(int mark)
    {
        while (_back.Count > mark)
        {
            _back.Pop()();
        }
    }

    private string Claimed(MacroRequest request)
    {
        string? free = request.Names.FirstOrDefault(n => Claim(n, request));
        string name = free ?? request.Macro;
        for (int i = 2; free == null && !Claim(name, request); i++)
        {
            name = $"{request.Macro}_{i}";
        }

        return name;
    }

    /// <summary>Methods of headers are seen by all, those of units by the unit alone: only the latter may have equal
    /// names.</summary>
    private bool Claim(string name, MacroRequest request)
    {
        if (taken.Contains(name) || _shared.Contains(name) || (request.IsShared && _private.Contains(name)))
        {
            return false;
        }

        HashSet<string> names = request.IsShared ? _shared : _private;
        if (names.Add(name))
        {
            _back.Push(() => names.Remove(name));
        }

        return request.IsShared || !_byPlace.ContainsKey($"{request.File}:{name}");
    }

    private void Put(Dictionary<string, MacroVariant> table, string key, MacroVariant value)
    {
        table[key] = value;
        _back.Push(() => table.Remove(key));
    }

    /// <summary>Names of all declarations.</summary>
    public static HashSet<string> TakenNames(IEnumerable<TranslationUnit> units)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (TranslationUnit unit in units)
        {
            names.UnionWith(unit.Decls.Where(d => d is not FieldDecl).Select(d => d.Name));
            names.UnionWith(unit.Decls.OfType<EnumDecl>().SelectMany(e => e.Constants).Select(c => c.Name));
        }

        return names;
    }
}
