using System.Security.Cryptography;
using System.Text;
using Porting.Clang.Ast;
using Porting.Clang.Parse;
using Porting.Translator.Program;

namespace Porting.Translator.Macros;

/// <summary>
/// Function-like macros become methods, where that is provably the same. Input: parsed units, whole or outlines.
/// Output: the units, the uses replaced by calls, and the methods as static inline functions that stand where the
/// macros are defined. Holds after: each argument that does something is evaluated once and in order; one that reads
/// memory is read before anything writes; what a method computes, its expansion computed at each use. A use that
/// differs from an earlier one gets a method of its own, one that cannot be a call stays expanded. Of outlines, bodies
/// are looked at one unit after the other, and only where an earlier run has not left what they would ask.
/// </summary>
internal sealed partial class MacroMethods
{
    /// <summary>Units that are read ahead, for each thread.</summary>
    private const int Ahead = 2;

    private readonly MacroRegistry _registry;
    private readonly IUnitStore? _store;
    private readonly IReadOnlyList<TranslationUnit> _given;
    private readonly TranslationUnit[] _units;
    private readonly MacroShelf _macros;
    private readonly string[][] _own;

    private MacroMethods(IReadOnlyList<TranslationUnit> units, MacroRegistry registry, IUnitStore? store)
    {
        _registry = registry;
        _store = store;
        _given = units;
        _units = [.. units];
        _macros = new MacroShelf(units.Count, store);
        _own = [.. units.Select(_ => Array.Empty<string>())];
    }

    /// <summary>The units with the methods that they were the first to need.</summary>
    public IReadOnlyList<TranslationUnit> Units => _units;

    public static MacroMethods Extract(IReadOnlyList<TranslationUnit> units, IUnitStore? store, int workers)
    {
        MacroMethods methods = new(units, new MacroRegistry(MacroRegistry.TakenNames(units)), store);
        if (store == null)
        {
            for (int i = 0; i < units.Count; i++)
            {
                methods._units[i] = Rewritten(new AskedMacros(methods._registry), units[i]);
            }
        }
        else
        {
            methods.Join(workers, store);
        }

        return methods;
    }

    /// <summary>Tells what the macros of a unit have come to from anything else.</summary>
    public string HashOf(int unit) => _macros.HashOf(unit);

    /// <summary>An outlined unit with its bodies, the uses replaced. A tree of its own at each call.</summary>
    public TranslationUnit Whole(int unit)
    {
        TranslationUnit whole = Read(unit);
        return Rewritten(new KeptMacros(_registry, _macros[unit], _own[unit]), whole);
    }

    /// <summary>The methods of macros that a body calls, each once.</summary>
    public static IReadOnlyList<FunctionDecl> CallsOf(FunctionDecl function) =>
        [
            .. BodyWalker
                .All(function.Body!)
                .OfType<CallExpr>()
                .Where(c => c.Target is { IsMacro: true })
                .Select(c => c.Target!)
                .Distinct(),
        ];

    private static TranslationUnit Rewritten(IMacroAnswers answers, TranslationUnit unit)
    {
        MacroUnit work = new(answers, unit);
        foreach (
            FunctionDecl function in unit
                .Decls.OfType<FunctionDecl>()
                .Where(f => f is { Body: not null, UsesMacros: true })
        )
        {
            function.Body = work.Rewritten(function);
            function.MacroCalls = CallsOf(function);
        }

        foreach (FunctionDecl made in work.Made)
        {
            made.MacroCalls = CallsOf(made);
        }

        return work.Made.Count == 0 ? unit : unit.With([.. unit.Decls, .. work.Made]);
    }

    private void Join(int workers, IUnitStore store)
    {
        int batch = Math.Max(1, workers * Ahead);
        TranslationUnit?[] read = new TranslationUnit?[batch];
        for (int first = 0; first < _units.Length; first += batch)
        {
            int begin = first;
            Threads.ForAll(
                Math.Min(batch, _units.Length - first),
                workers,
                i =>
                {
                    read[i] = _macros.TryTake(begin + i, KeyOf(begin + i)) ? null : Read(begin + i);
                }
            );
            for (int i = 0; i < batch && first + i < _units.Length; i++)
            {
                Join(first + i, read[i]);
                read[i] = null;
                Resolve(first + i);
                Leave(first + i);
            }
        }
    }

    /// <summary>The unit's macros are settled: what only they need goes.</summary>
    private void Leave(int unit)
    {
        _variants.AddRange(VariantsOf(unit));
        _taken.UnionWith(_macros[unit].Answers.Where(a => a.Request.Key.Length == 0).Select(a => a.Request.Macro));
        _macros.Return(unit);
        _given[unit].ForgetTypes();
        _units[unit].ForgetTypes();
    }

    /// <summary>Applies what is known of a unit; where that does not fit the units before, or there is nothing, its
    /// bodies are looked at.</summary>
    private void Join(int unit, TranslationUnit? read)
    {
        if (read == null && TryApply(unit))
        {
            return;
        }

        int mark = _registry.Mark;
        AskedMacros asked = new(_registry);
        TranslationUnit rewritten = Rewritten(asked, read ?? Read(unit));
        _macros.Put(unit, KeyOf(unit), asked.Noted(rewritten));
        _registry.Return(mark);
        if (!TryApply(unit))
        {
            throw new InvalidOperationException($"the macros of {_units[unit].MainFile.Path} are answered in two ways");
        }
    }

    private bool TryApply(int unit)
    {
        int mark = _registry.Mark;
        List<FunctionDecl> made = [];
        foreach (MacroAnswer answer in _macros[unit].Answers)
        {
            if (
                answer.Request.Key.Length == 0
                    ? !_registry.IsTaken(answer.Request.Macro)
                    : !TryApply(_units[unit], answer, made)
            )
            {
                _registry.Return(mark);
                return false;
            }
        }

        _own[unit] = [.. made.Select(MacroRegistry.PlaceOf)];
        _units[unit] = made.Count == 0 ? _units[unit] : _units[unit].With([.. _units[unit].Decls, .. made]);
        return true;
    }

    private bool TryApply(TranslationUnit unit, MacroAnswer answer, List<FunctionDecl> made)
    {
        MacroVariant? variant = _registry.Answer(answer.Request, out bool isNew);
        if (variant?.Name != answer.Name)
        {
            return false;
        }

        if (isNew)
        {
            variant.Method = Outline(unit, answer);
            made.Add(variant.Method);
        }

        return true;
    }

    private FunctionDecl Outline(TranslationUnit unit, MacroAnswer answer)
    {
        MacroSignature signature = answer.Signature!;
        MacroTypes types = new(unit);
        Span place = new(
            unit.Files.First(f => f.Path == answer.Request.File),
            signature.Offset,
            signature.Offset,
            signature.Line,
            1,
            signature.Line,
            true
        );
        ParameterDecl[] parameters =
        [
            .. signature.Parameters.Select(p => new ParameterDecl(new DeclHead(_registry.NextId(), p.Name, place))
            {
                Type = types.Type(p.Type),
            }),
        ];
        return MacroMethod.Function(
            _registry.NextId(),
            answer.Name,
            place,
            types.Type(signature.Return),
            parameters,
            null
        );
    }

    /// <summary>The requests of a unit that say what the method is, should they be the first, by its place.</summary>
    private Dictionary<string, MacroAnswer> WantedBy(int unit) =>
        _macros[unit]
            .Answers.Where(a => a.Signature != null)
            .ToDictionary(a => $"{a.Request.File}:{a.Name}", StringComparer.Ordinal);

    /// <summary>Says of a joined unit's functions which methods they call.</summary>
    private void Resolve(int unit)
    {
        Dictionary<string, MacroAnswer> wanted = WantedBy(unit);
        UnitMacros macros = _macros[unit];
        foreach (FunctionDecl function in _units[unit].Decls.OfType<FunctionDecl>())
        {
            IReadOnlyList<string> calls = function.IsMacro
                ? wanted[MacroRegistry.PlaceOf(function)].Signature!.Calls
                : macros.Calls.GetValueOrDefault(function.Id, []);
            function.MacroCalls = calls.Count == 0 ? [] : calls.Select(_registry.At).ToArray();
        }
    }

    /// <summary>The unit with bodies, and with the declarations that its outline has.</summary>
    private TranslationUnit Read(int unit)
    {
        TranslationUnit whole = _store!.Read(unit);
        HashSet<int> ids =
        [
            .. _units[unit].Decls.Where(d => d is not FunctionDecl { IsMacro: true }).Select(d => d.Id),
        ];
        return whole.Decls.Count == ids.Count ? whole : whole.With([.. whole.Decls.Where(d => ids.Contains(d.Id))]);
    }

    /// <summary>The unit, and which of its functions it has for the program.</summary>
    private string KeyOf(int unit)
    {
        string functions = string.Join(
            ' ',
            _units[unit]
                .Decls.OfType<FunctionDecl>()
                .Where(f => f is { HasBody: true, IsMacro: false })
                .Select(f => f.Id)
        );
        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{_store!.IdentityOf(unit)} {functions}"))
        );
    }
}
