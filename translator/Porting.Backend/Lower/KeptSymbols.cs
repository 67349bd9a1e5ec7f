using System.Text;
using Porting.Backend.Il;
using Porting.Backend.Llvm;

namespace Porting.Backend.Lower;

/// <summary>What is there though no code refers to it: functions that run at start and end, and what assembler and the
/// linker alone know of.</summary>
internal sealed class KeptSymbols(IEnumerable<string> used)
{
    private readonly HashSet<string> _used = [.. used];
    private readonly List<(int Priority, string Symbol)> _constructors = [];
    private readonly List<(int Priority, string Symbol)> _destructors = [];

    /// <summary>Names that are used by what no compiler sees.</summary>
    public IReadOnlySet<string> Used => _used;

    public void Add(IlFunction function)
    {
        if (function.Constructor >= 0)
        {
            _constructors.Add((function.Constructor, function.Symbol));
        }

        if (function.Destructor >= 0)
        {
            _destructors.Add((function.Destructor, function.Symbol));
        }

        if (function.Attributes.Split(' ').Contains("used"))
        {
            _used.Add(function.Symbol);
        }
    }

    /// <param name="used">All names that the optimiser has to keep.</param>
    public void Append(StringBuilder text, IEnumerable<string> used)
    {
        string[] kept = [.. used.Distinct().Order(StringComparer.Ordinal)];
        if (kept.Length > 0)
        {
            IEnumerable<string> list = kept.Select(s => $"ptr {IrText.Global(s)}");
            text.Append(
                $"@llvm.compiler.used = appending global [{kept.Length} x ptr] [{string.Join(", ", list)}], section \"llvm.metadata\"\n"
            );
        }

        AppendRunners(text, "llvm.global_ctors", _constructors);
        AppendRunners(text, "llvm.global_dtors", _destructors);
    }

    private static void AppendRunners(StringBuilder text, string name, List<(int Priority, string Symbol)> functions)
    {
        if (functions.Count == 0)
        {
            return;
        }

        IEnumerable<string> list = functions.Select(f =>
            $"{{ i32, ptr, ptr }} {{ i32 {f.Priority}, ptr {IrText.Global(f.Symbol)}, ptr null }}"
        );
        text.Append(
            $"@{name} = appending global [{functions.Count} x {{ i32, ptr, ptr }}] [{string.Join(", ", list)}]\n"
        );
    }
}
