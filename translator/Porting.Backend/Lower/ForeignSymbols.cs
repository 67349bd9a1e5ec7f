using System.Text;
using Porting.Backend.Data;
using Porting.Backend.Debug;
using Porting.Backend.Il;
using Porting.Backend.Llvm;

namespace Porting.Backend.Lower;

/// <summary>
/// What a module refers to: functions that it calls, addresses that it takes, variables. It is declared, in the order
/// of names, where the module does not define it after all.
/// </summary>
/// <param name="weak">What may be missing.</param>
internal sealed class ForeignSymbols(Target target, IReadOnlySet<string> weak, IlAssembly assembly)
{
    private const string DeclareWord = "declare ";

    private readonly SortedDictionary<string, string> _declarations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _addresses = [];
    private readonly HashSet<string> _threadLocals = [];

    /// <summary>What is declared hidden, protected or internal: nobody but the linker resolves it.</summary>
    private readonly Dictionary<string, string> _visibilities = assembly
        .OfAssembly("VisibilityAttribute")
        .ToDictionary(a => a.Text(0), a => a.Text(1), StringComparer.Ordinal);

    /// <param name="isWeak">It may be missing.</param>
    /// <param name="linkage">What LLVM calls it where it is not.</param>
    private string Linkage(string symbol, bool isWeak, string linkage)
    {
        string visibility = IrText.Word(_visibilities.GetValueOrDefault(symbol));
        string local = visibility.Length > 0 || (target.OthersAreLocal && !isWeak) ? "dso_local " : "";
        return (isWeak ? "extern_weak " : linkage) + local + visibility;
    }

    public void Declare(string name, string line) => _declarations.TryAdd(name, line);

    /// <summary>A function of somebody else, or one of the module that is called as one.</summary>
    public string Function(string symbol, Prototype prototype, IlFunction? function)
    {
        string attributes = function?.Attributes is { Length: > 0 } words ? " " + words : "";
        Declare(
            symbol,
            $"declare {Linkage(symbol, weak.Contains(symbol), "")}{prototype.Convention}{prototype.Result.ResultType} {IrText.Global(symbol)}({prototype.Types}){attributes}"
        );
        return IrText.Global(symbol);
    }

    public string AddressOf(string symbol)
    {
        _addresses.Add(symbol);
        return IrText.Global(symbol);
    }

    public string ThreadLocal(string symbol, FunctionText text)
    {
        _threadLocals.Add(symbol);
        Declare("llvm.threadlocal.address.p0", "declare nonnull ptr @llvm.threadlocal.address.p0(ptr nonnull)");
        return text.Let($"call ptr @llvm.threadlocal.address.p0(ptr {IrText.Global(symbol)})");
    }

    /// <summary>All names but those of the module's own variables.</summary>
    public IEnumerable<string> Names => _addresses.Concat(_declarations.Keys);

    /// <param name="variables">Those that are somebody else's, unless they are defined.</param>
    public void Append(
        StringBuilder text,
        IEnumerable<StaticObject> variables,
        Func<string, bool> isDefined,
        ModuleDebug? debug
    )
    {
        string[] data =
        [
            .. _addresses.Where(s => !isDefined(s) && !_declarations.ContainsKey(s)).Order(StringComparer.Ordinal),
        ];
        foreach (string symbol in data)
        {
            text.Append($"{IrText.Global(symbol)} = {Linkage(symbol, weak.Contains(symbol), "external ")}global i8\n");
        }

        HashSet<string> known = [.. data];
        AppendVariables(text, variables.Where(o => !isDefined(o.Symbol) && known.Add(o.Symbol)));
        foreach (string symbol in _threadLocals.Where(s => !isDefined(s) && known.Add(s)).Order(StringComparer.Ordinal))
        {
            text.Append($"{IrText.Global(symbol)} = {Linkage(symbol, false, "external ")}thread_local global i8\n");
        }

        foreach ((string name, string line) in _declarations.Where(d => !isDefined(d.Key) && !known.Contains(d.Key)))
        {
            bool isSaid = line.StartsWith(DeclareWord, StringComparison.Ordinal);
            string said = isSaid ? debug?.Declaration(name) ?? "" : "";
            text.Append(said.Length > 0 ? $"{DeclareWord}{said}{line[DeclareWord.Length..]}\n" : line + '\n');
        }
    }

    private void AppendVariables(StringBuilder text, IEnumerable<StaticObject> variables)
    {
        foreach (StaticObject item in variables)
        {
            bool isWeak = item is { IsExtern: true, Facts.IsWeak: true };
            text.Append(
                $"{IrText.Global(item.Symbol)} = {Linkage(item.Symbol, isWeak, "external ")}{(item.IsThreadLocal ? "thread_local " : "")}global i8\n"
            );
        }
    }
}
