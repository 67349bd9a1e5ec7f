using System.Globalization;
using Porting.Backend.Debug;
using Porting.Backend.Il;
using Porting.Backend.Lower;
using Porting.Backend.Types;

namespace Porting.Backend.Profile;

/// <summary>
/// <c>rt.count(i)</c>, <c>rt.enter(i, n)</c> -> LLVM's <c>llvm.instrprof.increment</c> of the C function's counter i,
/// which its pass InstrProfiling makes memory of. A counter that clang's code of the function does not have is none
/// here. Errors: PORT5020 where clang counts otherwise than the front end.
/// </summary>
internal sealed class CounterLowering(CProfile? profile)
{
    private const string Increment = "llvm.instrprof.increment";

    private readonly HashSet<string> _used = [];

    /// <summary>The function under way.</summary>
    private IlMethod? _method;
    private CCounters? _counters;

    public static bool TryLower(MethodLowering to, Intrinsic call, string symbol)
    {
        if (symbol is not ("rt.count" or "rt.enter"))
        {
            return false;
        }

        int[] numbers = [.. call.Values.Select(v => int.Parse(v.Text, CultureInfo.InvariantCulture))];
        if (symbol == "rt.enter")
        {
            to.Module.Counters.Enter(to.Method, numbers[1], numbers[2]);
        }

        to.Module.Counters.Count(to, numbers[0]);
        to.PushValue(Kind.I32, "1");
        return true;
    }

    private void Enter(IlMethod method, int count, int symbol)
    {
        _method = method;
        _counters = profile?.Of(symbol);
        if (_counters != null && _counters.Count != count)
        {
            throw new NotSupportedException($"it has {count} counters to this tool and {_counters.Count} to clang");
        }
    }

    private void Count(MethodLowering to, int counter)
    {
        CCounters? counters =
            to.Method == _method
                ? _counters
                : InParameters(to.Method)
                    ?? throw new NotSupportedException("counters in the types of its parameters have no name");
        if (counters is { } all && all.Used.Contains(counter))
        {
            _used.Add(all.Name);
            to.Module.Foreign.Declare(Increment, $"declare void @{Increment}(ptr, i64, i32, i32)");
            to.Out.Line($"call void @{Increment}(ptr @{all.Name}, i64 {all.Hash}, i32 {all.Count}, i32 {counter})");
        }
    }

    /// <summary>Sizes in the types of parameters are evaluated before the function counts itself: by its symbol.</summary>
    private CCounters? InParameters(IlMethod method) =>
        profile?.Of(CProfile.HashOf(method.Function?.Symbol ?? ""))
        ?? profile?.Of(CProfile.HashOf(FunctionDebug.SymbolOf(method)));

    /// <summary>What stands beside the functions.</summary>
    public string Text() => profile?.Text(_used) ?? "";
}
