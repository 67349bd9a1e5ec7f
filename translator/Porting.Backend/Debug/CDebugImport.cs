using System.Globalization;
using System.Text.RegularExpressions;

namespace Porting.Backend.Debug;

/// <summary>
/// Takes nodes of clang's metadata into a module, each once, with all that they lead to. The compile unit is the
/// module's own.
/// </summary>
internal sealed partial class CDebugImport(CDebug source, ModuleDebug module)
{
    private readonly Dictionary<int, int> _taken = [];
    private readonly Queue<int> _waiting = [];
    private bool _isBusy;

    /// <returns>The node's number in the module.</returns>
    public int Take(int node)
    {
        if (_taken.TryGetValue(node, out int id))
        {
            return id;
        }

        string text = source[node];
        if (node == source.Unit)
        {
            return _taken[node] = module.Unit;
        }

        if (source.IsRelative && text.StartsWith("!DIFile(", StringComparison.Ordinal))
        {
            return _taken[node] = module.File(source.Shown(node));
        }

        id = _taken[node] = module.Add("");
        _waiting.Enqueue(node);
        Drain();
        return id;
    }

    /// <summary>Lists lead far: no recursion.</summary>
    private void Drain()
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        while (_waiting.TryDequeue(out int next))
        {
            module.Set(_taken[next], Rewritten(source[next]));
        }

        _isBusy = false;
    }

    /// <summary>The text of a node with the module's numbers.</summary>
    public string Rewritten(string text) =>
        Reference()
            .Replace(
                text,
                m =>
                    m.Groups[1].Success
                        ? $"!{Take(int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture))}"
                        : m.Value
            );

    [GeneratedRegex("\"[^\"]*\"|!(\\d+)")]
    private static partial Regex Reference();
}
