using Porting.Translator.CSharp;

namespace Porting.Translator.Passes;

/// <summary>Takes the statements of each function as one pass leaves them. For several threads at once.</summary>
/// <param name="after">The pass.</param>
public sealed class PassDump(string after)
{
    private readonly SortedDictionary<string, string> _functions = new(StringComparer.Ordinal);

    /// <summary>The passes that there are, in order.</summary>
    public static IReadOnlyList<string> Passes => PassList.Names;

    /// <summary>Those that only readers want.</summary>
    public static IReadOnlyList<string> ReadablePasses => PassList.Readable;

    /// <summary>Each function by file and name, and its statements.</summary>
    public IEnumerable<string> Functions => _functions.Select(f => $"// {f.Key}, after {after}\n{f.Value}");

    internal void Take(string pass, string function, Block body)
    {
        if (pass != after)
        {
            return;
        }

        string text = StatementPrinter.Print(body);
        lock (_functions)
        {
            _functions[function] = text;
        }
    }
}
