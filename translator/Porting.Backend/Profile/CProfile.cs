using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Porting.Backend.Debug;

namespace Porting.Backend.Profile;

/// <summary>The counters of a C function in clang's module.</summary>
/// <param name="Name">The variable with its name in profiles, as LLVM spells it.</param>
/// <param name="Hash">Of the function's structure.</param>
/// <param name="Count">How many counters it has.</param>
/// <param name="Used">Those that clang's code increments: others are in what it knows never to run.</param>
public sealed record CCounters(string Name, string Hash, int Count, IReadOnlySet<int> Used);

/// <summary>
/// What clang's module of a C file has for -fprofile-instr-generate and -fcoverage-mapping (CodeGen/CodeGenPGO.cpp,
/// CoverageMappingGen.cpp): the counters of each function, and the records of regions.
/// </summary>
public sealed partial class CProfile
{
    private readonly Dictionary<string, CCounters> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<int, CCounters> _hashes = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _records = [];
    private readonly List<string> _recordNames = [];
    private readonly List<string> _comdats = [];

    /// <param name="ir">clang's module, before any pass.</param>
    public static CProfile Parse(string ir)
    {
        CProfile profile = new();
        string function = "";
        foreach (string line in ir.Split('\n'))
        {
            if (line.StartsWith("define ", StringComparison.Ordinal))
            {
                function = Plain(Defined().Match(line).Groups[1].Value);
            }
            else if (Increment().Match(line) is { Success: true } counted)
            {
                profile.Add(function, counted);
            }
            else if (Variable().Match(line) is { Success: true } variable)
            {
                profile.AddVariable(variable.Groups[1].Value, line);
            }
            else if (line.StartsWith("$__covrec_", StringComparison.Ordinal))
            {
                profile._comdats.Add(line);
            }
        }

        return profile;
    }

    private void Add(string function, Match counted)
    {
        int Number(string group) => int.Parse(counted.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        if (!_functions.TryGetValue(function, out CCounters? counters))
        {
            string name = counted.Groups["name"].Value;
            _functions[function] = counters = new(
                name,
                counted.Groups["hash"].Value,
                Number("count"),
                new HashSet<int>()
            );
            // Two symbols of one hash: neither has its counters.
            int hash = HashOf(function);
            _hashes[hash] = _hashes.ContainsKey(hash) ? counters with { Count = -1 } : counters;
        }

        ((HashSet<int>)counters.Used).Add(Number("index"));
    }

    private void AddVariable(string name, string line)
    {
        if (Plain(name).StartsWith("__profn_", StringComparison.Ordinal))
        {
            _names[name] = line;
            return;
        }

        _records.Add(line);
        if (name != "__llvm_coverage_names")
        {
            _recordNames.Add(name);
        }
    }

    /// <summary>The name without quotes, and without the mark of one that the target adds nothing to.</summary>
    private static string Plain(string name) =>
        name.Trim('"') is var plain && plain.StartsWith("\\01", StringComparison.Ordinal) ? plain[3..] : plain;

    /// <summary>The counters of a function; null where it has none.</summary>
    /// <param name="hash">See <c>rt.enter</c>.</param>
    internal CCounters? Of(int hash) => _hashes.GetValueOrDefault(hash);

    internal static int HashOf(string symbol)
    {
        uint hash = 2166136261;
        foreach (byte b in Encoding.UTF8.GetBytes(CDebug.Unescape(symbol)))
        {
            hash = (hash ^ b) * 16777619;
        }

        return (int)(hash >> 1);
    }

    /// <summary>The records, and the names of functions that they or the module's code need.</summary>
    /// <param name="used">Names that the module's code has.</param>
    internal string Text(IReadOnlySet<string> used)
    {
        HashSet<string> needed =
        [
            .. used,
            .. _records.SelectMany(r => Reference().Matches(r)).Select(m => m.Groups[1].Value),
        ];
        IEnumerable<string> lines =
        [
            .. _comdats,
            .. _names.Where(n => needed.Contains(n.Key)).Select(n => n.Value),
            .. _records,
        ];
        string kept = string.Join(", ", _recordNames.Select(n => $"ptr @{n}"));
        string list =
            _recordNames.Count == 0
                ? ""
                : $"@llvm.used = appending global [{_recordNames.Count} x ptr] [{kept}], section \"llvm.metadata\"\n";
        return string.Concat(lines.Select(l => l + "\n")) + list;
    }

    [GeneratedRegex("""@("[^"]*"|[\w.$-]+)\(""")]
    private static partial Regex Defined();

    [GeneratedRegex(
        """
            call void @llvm\.instrprof\.increment(?:\.step)?\(ptr @(?<name>"[^"]*"|[\w.$-]+), i64 (?<hash>-?\d+), i32 (?<count>\d+), i32 (?<index>\d+)
            """
    )]
    private static partial Regex Increment();

    [GeneratedRegex("""^@("?__(?:profn|covrec|llvm_coverage)_(?:[^"]*"|[\w.$-]+)) = """)]
    private static partial Regex Variable();

    [GeneratedRegex("""@("__profn_[^"]*"|__profn_[\w.$-]+)""")]
    private static partial Regex Reference();
}
