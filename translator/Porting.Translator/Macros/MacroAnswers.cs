using System.Security.Cryptography;
using System.Text;
using Porting.Clang.Ast;

namespace Porting.Translator.Macros;

/// <summary>Where the rewriting of a unit gets its methods from.</summary>
internal interface IMacroAnswers
{
    /// <summary>The method for a body; null when the name is somebody else's.</summary>
    /// <param name="names">The macro's name, and what to call it when that is another method's already.</param>
    /// <param name="create">Makes the method under a name.</param>
    FunctionDecl? Registered(
        IReadOnlyList<string> names,
        SourceFile file,
        bool isShared,
        Func<string, FunctionDecl> create,
        out bool isNew
    );

    int NextId();
}

/// <summary>Asks the registry, and notes what it said.</summary>
internal sealed class AskedMacros(MacroRegistry registry) : IMacroAnswers
{
    private readonly List<(MacroRequest Request, string Name, FunctionDecl? Wanted)> _notes = [];
    private readonly HashSet<(string, string)> _seen = [];

    public int NextId() => registry.NextId();

    public FunctionDecl? Registered(
        IReadOnlyList<string> names,
        SourceFile file,
        bool isShared,
        Func<string, FunctionDecl> create,
        out bool isNew
    )
    {
        isNew = false;
        if (registry.IsTaken(names[0]))
        {
            _notes.Add((new MacroRequest(names, file.Path, isShared, ""), "", null));
            return null;
        }

        FunctionDecl wanted = create(names[0]);
        MacroRequest request = new(names, file.Path, isShared, HashOf(wanted));
        MacroVariant variant = registry.Answer(request, out isNew)!;
        if (isNew)
        {
            variant.Method = variant.Name == names[0] ? wanted : create(variant.Name);
        }

        _notes.Add((request, variant.Name, _seen.Add((variant.Name, file.Path)) ? wanted : null));
        return variant.Method;
    }

    /// <summary>The notes in a form that can be kept.</summary>
    public UnitMacros Noted(TranslationUnit unit)
    {
        MacroTypes types = new(unit);
        MacroSignature Signature(FunctionDecl method) =>
            new(
                types.Text(method.Type.Return),
                [.. method.Parameters.Select(p => (p.Name, types.Text(p.Type)))],
                method.Span.StartOffset,
                method.Span.StartLine,
                [.. MacroMethods.CallsOf(method).Select(MacroRegistry.PlaceOf)]
            );
        Dictionary<int, IReadOnlyList<string>> calls = [];
        foreach (
            FunctionDecl function in unit
                .Decls.OfType<FunctionDecl>()
                .Where(f => f is { UsesMacros: true, IsMacro: false })
        )
        {
            calls[function.Id] = [.. MacroMethods.CallsOf(function).Select(MacroRegistry.PlaceOf)];
        }

        return new UnitMacros(
            [.. _notes.Select(n => new MacroAnswer(n.Request, n.Name, n.Wanted == null ? null : Signature(n.Wanted)))],
            calls
        );
    }

    private static string HashOf(FunctionDecl method) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TreeFacts.Key(method))));
}

/// <summary>Gives the answers that were given before, without asking again: several units can be rewritten at
/// once.</summary>
internal sealed class KeptMacros(MacroRegistry registry, UnitMacros macros, IEnumerable<string> own) : IMacroAnswers
{
    private readonly HashSet<string> _own = [.. own];
    private readonly Dictionary<string, FunctionDecl> _made = new(StringComparer.Ordinal);
    private int _next;

    public int NextId() => registry.NextId();

    public FunctionDecl? Registered(
        IReadOnlyList<string> names,
        SourceFile file,
        bool isShared,
        Func<string, FunctionDecl> create,
        out bool isNew
    )
    {
        isNew = false;
        FunctionDecl? wanted = registry.IsTaken(names[0]) ? null : create(names[0]);
        MacroAnswer answer = _next < macros.Answers.Count ? macros.Answers[_next++] : throw Differs(names[0]);
        if (
            answer.Request.Macro != names[0]
            || answer.Request.File != file.Path
            || (answer.Name.Length == 0) != (wanted == null)
        )
        {
            throw Differs(names[0]);
        }

        if (wanted == null)
        {
            return null;
        }

        string place = $"{file.Path}:{answer.Name}";
        if (_own.Remove(place))
        {
            isNew = true;
            return _made[place] = answer.Name == names[0] ? wanted : create(answer.Name);
        }

        return _made.GetValueOrDefault(place) ?? registry.At(place);
    }

    private static InvalidOperationException Differs(string macro) =>
        new($"the uses of '{macro}' are not those that were noted");
}
