using Porting.Translator.Assembly;
using Porting.Translator.Program;

namespace Porting.Translator.Lower;

/// <summary>A call across the C boundary that the object needs a method for.</summary>
/// <param name="Function">The C function; null for calls through pointers.</param>
/// <param name="Parameters">C# types of the arguments.</param>
/// <param name="Result">C# type of the result.</param>
/// <param name="Signature">How they travel.</param>
/// <param name="IsVariable">Belongs to one call of a variadic or unprototyped function, not to the function.</param>
internal sealed record ForeignCall(
    FunctionEntity? Function,
    IReadOnlyList<string> Parameters,
    string Result,
    CSignature Signature,
    bool IsVariable
)
{
    /// <summary>The C# method. Of calls through pointers each has a name of its own: C# chooses no overload by its
    /// result, and is in doubt between <c>(A*, void*)</c> and <c>(void*, B*)</c>.</summary>
    public string Method => Function?.CSharpName ?? $"call_{Signature.ExactCode}{Types}";

    /// <summary>Nothing where the code says enough.</summary>
    private string Types =>
        Parameters.Append(Result).All(t => t is "int" or "long" or "float" or "double" or "void" or "void*")
            ? ""
            : "_" + string.Join("__", Parameters.Append(Result).Select(Word));

    /// <summary><c>char**</c> -> <c>char_ptr_ptr</c>.</summary>
    private static string Word(string type) =>
        string.Concat(type.Replace("*", "_ptr", StringComparison.Ordinal).Select(c => IsOfName(c) ? c : '_'));

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    /// <summary>A call through a pointer, for <see cref="Parse"/>.</summary>
    public string Spelled => string.Join('\t', Parameters.Prepend(Result).Prepend(Signature.ExactCode));

    public static ForeignCall Parse(FunctionEntity? function, string spelled)
    {
        string[] parts = spelled.Split('\t');
        return new ForeignCall(function, parts[2..], parts[1], CSignature.Parse(parts[0]), false);
    }

    public string Key => $"{Method}({string.Join(",", Parameters)}):{Result}";
}

/// <summary>Collects them while bodies are lowered, each once.</summary>
internal sealed class ForeignCalls
{
    /// <summary>In front of the name of a foreign function; alone it stands for a pointer.</summary>
    public const char Mark = '*';

    private readonly SortedDictionary<string, ForeignCall> _calls = new(StringComparer.Ordinal);

    public void Add(ForeignCall call) => _calls.TryAdd(call.Key, call);

    public void AddAll(IEnumerable<ForeignCall> calls)
    {
        foreach (ForeignCall call in calls)
        {
            Add(call);
        }
    }

    /// <summary>As they are kept between runs.</summary>
    public IEnumerable<(string Function, string Types)> Pairs =>
        _calls.Values.Select(c => (Mark + c.Function?.Name, c.Spelled));

    public IEnumerable<ForeignCall> All => _calls.Values;
}
