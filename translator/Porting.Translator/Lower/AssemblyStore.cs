using Porting.Translator.Assembly;

namespace Porting.Translator.Lower;

/// <summary>Inline assembly by C# class, equal ones once per class.</summary>
internal sealed class AssemblyStore
{
    private readonly Dictionary<(string Class, string Key), (string Method, AsmResult Result)> _functions = [];

    public IEnumerable<(string Class, string Method, AsmResult Result)> All =>
        _functions.Select(f => (f.Key.Class, f.Value.Method, f.Value.Result));

    private readonly Dictionary<(string Class, string Function), int> _count = [];

    /// <summary>Named after the C function that has the statement first, so that a reader knows what it is for, with a
    /// number from the second one on.</summary>
    public (string Method, AsmResult Result) GetOrAdd(
        string inClass,
        string inFunction,
        string key,
        Func<AsmResult> compile
    )
    {
        if (!_functions.TryGetValue((inClass, key), out (string, AsmResult) found))
        {
            int number = _count[(inClass, inFunction)] = _count.GetValueOrDefault((inClass, inFunction)) + 1;
            string suffix = number == 1 ? "" : $"_{number}";
            found = ($"asm_{inFunction}{suffix}", compile());
            _functions[(inClass, key)] = found;
        }

        return found;
    }
}

/// <summary>The argument lists with which variadic functions are called: each gets an overload that lays the arguments
/// out.</summary>
internal sealed class VariadicCalls
{
    private readonly SortedDictionary<string, SortedSet<string>> _signatures = new(StringComparer.Ordinal);

    public void Add(string function, IEnumerable<string> types)
    {
        if (!_signatures.TryGetValue(function, out SortedSet<string>? signatures))
        {
            _signatures[function] = signatures = new SortedSet<string>(StringComparer.Ordinal);
        }

        signatures.Add(string.Join(",", types));
    }

    public void AddAll(IEnumerable<(string Function, string Types)> pairs)
    {
        foreach ((string function, string types) in pairs)
        {
            Add(function, types.Length == 0 ? [] : [types]);
        }
    }

    /// <summary>Each function with each of its lists of types.</summary>
    public IReadOnlyList<(string Function, string Types)> Pairs =>
        [.. _signatures.SelectMany(s => s.Value.Select(v => (s.Key, v)))];

    public IEnumerable<(string Function, IReadOnlyList<string[]> Signatures)> All =>
        _signatures.Select(s =>
            (s.Key, (IReadOnlyList<string[]>)[.. s.Value.Select(v => v.Length == 0 ? [] : v.Split(','))])
        );
}
