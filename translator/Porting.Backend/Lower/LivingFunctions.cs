using Porting.Backend.Il;

namespace Porting.Backend.Lower;

/// <summary>Which of several methods is the C function of a name.</summary>
internal static class LivingFunctions
{
    /// <summary>A weak definition gives way to another one of the same program.</summary>
    public static IEnumerable<IlMethod> WithoutReplacedOnes(IReadOnlyList<IlMethod> functions)
    {
        HashSet<string> strong = [.. functions.Where(m => !m.Function!.IsWeak).Select(m => m.Function!.Symbol)];
        return functions.Where(m => !m.Function!.IsWeak || !strong.Contains(m.Function.Symbol));
    }

    /// <summary>Handwritten methods that stand in for a C function are that function, where no method says so of
    /// itself and the name says which one.</summary>
    public static IEnumerable<IlMethod> NamedByReplacement(IlAssembly assembly, IReadOnlySet<string> taken) =>
        assembly
            .Methods.Where(m => m is { Replaces: not null, Function: null, BodyAddress: > 0 })
            .GroupBy(m => m.Replaces!)
            .Where(g => g.Count() == 1 && !taken.Contains(g.Key))
            .Select(g => g.Single())
            .ToList();
}
