using Porting.Translator.Assembly;

namespace Porting.Translator.Lower;

/// <summary>Inline assembly functions by C# class, equal ones once per class.</summary>
internal sealed class AssemblyStore
{
    private readonly Dictionary<(string Class, string Key), (string Method, AsmResult Result)> _functions = [];

    public IEnumerable<(string Class, string Method, AsmResult Result)> All => _functions.Select(f => (f.Key.Class, f.Value.Method, f.Value.Result));

    public (string Method, AsmResult Result) GetOrAdd(string inClass, string key, Func<string, AsmResult> compile)
    {
        if (!_functions.TryGetValue((inClass, key), out (string, AsmResult) found))
        {
            string hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(inClass + key)))[..10].ToLowerInvariant();
            found = ($"asm_{hash}", compile($"asm.{hash}"));
            _functions[(inClass, key)] = found;
        }

        return found;
    }
}

/// <summary>The argument lists with which variadic functions are called: each gets an overload that lays the arguments out.</summary>
internal sealed class VariadicAdapters
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

    public IEnumerable<(string Function, IReadOnlyList<string[]> Signatures)> All =>
        _signatures.Select(s => (s.Key, (IReadOnlyList<string[]>)[.. s.Value.Select(v => v.Length == 0 ? [] : v.Split(','))]));
}
