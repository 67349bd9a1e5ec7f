using Porting.Clang.Ast;
using Porting.Translator.Program;

namespace Porting.Translator.Macros;

/// <summary>
/// Function-like macros become methods, where that is provably the same. Input: parsed units. Output: the units, the uses replaced by calls, and the methods as static inline functions that stand where the macros are defined. Holds
/// after: each argument that does something is evaluated once and in order; one that reads memory is read before anything writes; what a method computes, its expansion computed at each use. A use that differs from an earlier one
/// gets a method of its own, one that cannot be a call stays expanded.
/// </summary>
internal sealed class MacroMethods
{
    private readonly Dictionary<string, List<(string Key, FunctionDecl Method)>> _methods = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);
    private readonly HashSet<string> _private = new(StringComparer.Ordinal);
    private readonly HashSet<string> _places = new(StringComparer.Ordinal);
    private int _ids;

    public static IReadOnlyList<TranslationUnit> Extract(IReadOnlyList<TranslationUnit> units)
    {
        MacroMethods methods = new();
        foreach (TranslationUnit unit in units)
        {
            methods._taken.UnionWith(unit.Decls.Where(d => d is not FieldDecl).Select(d => d.Name));
            methods._taken.UnionWith(unit.Decls.OfType<EnumDecl>().SelectMany(e => e.Constants).Select(c => c.Name));
        }

        return [.. units.Select(methods.Extracted)];
    }

    private TranslationUnit Extracted(TranslationUnit unit)
    {
        MacroUnit work = new(this, unit);
        foreach (FunctionDecl function in unit.Decls.OfType<FunctionDecl>().Where(f => f is { Body: not null, UsesMacros: true }))
        {
            function.Body = work.Rewritten(function);
        }

        return work.Made.Count == 0 ? unit : unit.With([.. unit.Decls, .. work.Made]);
    }

    /// <summary>The method for a body: the one that is there, or a new one under the next free name. Null when the name is somebody else's.</summary>
    /// <param name="names">The macro's name, and what to call it when that is another method's already.</param>
    public FunctionDecl? Registered(IReadOnlyList<string> names, SourceFile file, bool isShared, Func<string, FunctionDecl> create, out bool isNew)
    {
        isNew = false;
        string macro = names[0];
        if (_taken.Contains(macro))
        {
            return null;
        }

        string place = $"{file.Path}:{macro}";
        List<(string Key, FunctionDecl Method)> variants = _methods.TryGetValue(place, out List<(string Key, FunctionDecl Method)>? known) ? known : _methods[place] = [];
        FunctionDecl wanted = create(macro);
        string key = TreeFacts.Key(wanted);
        foreach ((string other, FunctionDecl method) in variants)
        {
            if (other == key)
            {
                return method;
            }
        }

        string? free = names.FirstOrDefault(n => Claim(n, file, isShared));
        string name = free ?? macro;
        for (int i = 2; free == null && !Claim(name, file, isShared); i++)
        {
            name = $"{macro}_{i}";
        }

        FunctionDecl made = name == macro ? wanted : create(name);
        variants.Add((key, made));
        isNew = true;
        return made;
    }

    /// <summary>Methods of headers are seen by all, those of units by the unit alone: only the latter may have equal names.</summary>
    private bool Claim(string name, SourceFile file, bool isShared)
    {
        if (_taken.Contains(name) || _shared.Contains(name) || (isShared && _private.Contains(name)))
        {
            return false;
        }

        (isShared ? _shared : _private).Add(name);
        return isShared || _places.Add($"{file.Path}:{name}");
    }

    public int NextId() => --_ids;
}
