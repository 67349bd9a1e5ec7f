namespace Porting.Translator.Lower;

/// <summary>An expression of C that is a method of C#: what the back end's <c>[CExpression]</c> says.</summary>
/// <param name="Code">C, in which $N is argument N.</param>
/// <param name="Types">C's types of the result and the arguments, between semicolons.</param>
/// <param name="Target">Features of the processor that it needs.</param>
/// <param name="Result">The C# type; "void" for none.</param>
/// <param name="Parameters">The C# types.</param>
internal sealed record ClangExpression(
    string Code,
    string Types,
    string Target,
    string Result,
    IReadOnlyList<string> Parameters
)
{
    /// <summary>What the sanitizers' runtime calls the types $N0, $N1 of the code, one a line; null where none
    /// looks.</summary>
    public string? Checks { get; init; }

    /// <summary>Sanitizers that do not look, between blanks.</summary>
    public string Spared { get; init; } = "";

    public string Key =>
        $"{Code}\n{Types}\n{Target}\n{Result}\n{string.Join(',', Parameters)}\n{Spared}\n{Checks ?? "\n"}";
}

/// <summary>Expressions for clang by C# class, equal ones once per class.</summary>
internal sealed class ExpressionStore
{
    private readonly Dictionary<(string Class, string Key), (string Method, ClangExpression Expression)> _known = [];
    private readonly HashSet<(string Class, string Method, string Parameters)> _taken = [];

    public IEnumerable<(string Method, ClangExpression Expression)> Of(string inClass) =>
        _known.Where(k => k.Key.Class == inClass).Select(k => k.Value);

    /// <returns>The method's name: the wanted one, with a number where it has these arguments already.</returns>
    public string GetOrAdd(string inClass, string name, ClangExpression expression)
    {
        if (!_known.TryGetValue((inClass, expression.Key), out (string Method, ClangExpression) found))
        {
            string parameters = string.Join(',', expression.Parameters);
            string method = name;
            for (int n = 2; !_taken.Add((inClass, method, parameters)); n++)
            {
                method = $"{name}_{n}";
            }

            found = _known[(inClass, expression.Key)] = (method, expression);
        }

        return found.Method;
    }
}
