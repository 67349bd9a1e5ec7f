using Porting.Backend.Debug;
using Porting.Backend.Il;

namespace Porting.Backend.Lower;

/// <summary>
/// One assembly to several modules.
/// <para>Input: IL, and which module the code of each C# file goes to. Output: a text a module. Holds after: a method is
/// in the module of its file; small ones, those that ask to be inlined, instances of generic ones, and those of files
/// that go to no module (headers of C, the core library) are in each module that uses them; a name has one meaning in
/// all modules, and is local to its module unless another one uses it. Errors: those of all modules.</para>
/// </summary>
internal sealed class ProgramLowering
{
    /// <summary>Bytes of IL up to which a method is rather copied than called.</summary>
    private const int SmallCode = 32;

    private readonly ModuleInput _input;
    private readonly Division _division;
    private readonly Dictionary<string, ModuleLowering> _modules = new(StringComparer.Ordinal);
    private readonly Dictionary<IlMethod, ModuleLowering?> _homes = [];
    private readonly Dictionary<IlTypeDefinition, ModuleLowering> _typeHomes = [];
    private readonly ILookup<string, IlMethod> _header;

    private ProgramLowering(ModuleInput input, Division division)
    {
        _input = input;
        _division = division;
        foreach (ModulePart part in division.Parts)
        {
            ModuleInput own = input with
            {
                Target = part.Target,
                MainFile = part.Source,
                C = part.C,
                CompileC = part.CompileC,
            };
            _modules.Add(part.Name, new ModuleLowering(own, this));
        }

        Functions = FindFunctions().ToLookup(f => HomeOf(f)!);
        Replaced = FindReplaced().ToLookup(f => HomeOf(f)!);
        Statics = input.Assembly.Types.ToLookup(HomeOf);
        _header = input
            .Assembly.Methods.Where(m => m is { Function: not null, BodyAddress: > 0 } && HomeOf(m) == null)
            .ToLookup(m => m.Function!.Symbol, StringComparer.Ordinal);
    }

    /// <returns>Text by name, in the order of the division.</returns>
    public static IReadOnlyList<KeyValuePair<string, string>> Write(ModuleInput input, Division division)
    {
        ProgramLowering program = new(input, division);
        ModuleLowering[] all = [.. program._modules.Values];
        Array.ForEach(all, m => m.Begin());
        bool isMore;
        do
        {
            isMore = false;
            foreach (ModuleLowering module in all)
            {
                isMore |= module.Drain();
            }
        } while (isMore);

        PortDiagnostic[] refused = [.. all.SelectMany(m => m.Diagnostics).Distinct()];
        if (refused.Length > 0)
        {
            throw new PortException(refused);
        }

        HashSet<string> asked = [.. all.SelectMany(m => m.References)];
        return [.. program._modules.Select(m => KeyValuePair.Create(m.Key, m.Value.Finish(asked)))];
    }

    private ModuleLowering Rest => _modules[_division.Rest];

    /// <summary>C functions by module; those of headers that no other object sees are in each module that asks.</summary>
    public ILookup<ModuleLowering, IlMethod> Functions { get; }

    /// <summary>Handwritten methods that stand in for a C function, by module.</summary>
    public ILookup<ModuleLowering, IlMethod> Replaced { get; }

    /// <summary>Types by the module of their static fields.</summary>
    public ILookup<ModuleLowering, IlTypeDefinition> Statics { get; }

    private IEnumerable<IlMethod> FindFunctions()
    {
        IlMethod[] functions = [.. _input.Assembly.Methods.Where(m => m is { Function: not null, BodyAddress: > 0 })];
        foreach (IlMethod function in LivingFunctions.WithoutReplacedOnes(functions))
        {
            if (HomeOf(function) == null && !function.Function!.IsStatic && !function.Function.IsInlineOnly)
            {
                _homes[function] = Rest;
            }

            if (HomeOf(function) != null)
            {
                yield return function;
            }
        }
    }

    private IEnumerable<IlMethod> FindReplaced()
    {
        HashSet<string> taken =
        [
            .. _input
                .Assembly.Methods.Where(m => m is { Function: not null, BodyAddress: > 0 })
                .Select(m => m.Function!.Symbol),
        ];
        foreach (IlMethod method in LivingFunctions.NamedByReplacement(_input.Assembly, taken))
        {
            _homes[method] = HomeOf(method) ?? Rest;
            yield return method;
        }
    }

    /// <summary>The module of a method's file; null when it is in each module that uses it.</summary>
    public ModuleLowering? HomeOf(IlMethod method)
    {
        if (!_homes.TryGetValue(method, out ModuleLowering? home))
        {
            _homes[method] = home = SequencePoints.Of(method) is [var point, ..] ? Find(point.File) : null;
        }

        return home;
    }

    private ModuleLowering? Find(string file) =>
        _division.PartOf(file) is { } name ? _modules.GetValueOrDefault(name) : null;

    /// <summary>The module of a type's static fields: that of its first method with a file.</summary>
    public ModuleLowering HomeOf(IlTypeDefinition type)
    {
        if (!_typeHomes.TryGetValue(type, out ModuleLowering? home))
        {
            _typeHomes[type] = home = type.Methods.Select(HomeOf).FirstOrDefault(h => h != null) ?? Rest;
        }

        return home;
    }

    /// <summary>The module that a call of a method leads to; null when that is the caller's own.</summary>
    public ModuleLowering? Elsewhere(ModuleLowering here, IlMethod method, IlContext context) =>
        HomeOf(method) is { } home && home != here && context.IsEmpty && !IsCopied(method) ? home : null;

    private bool IsCopied(IlMethod method) =>
        method is { Function: null, Replaces: null, IsNeverInlined: false }
        && (method.IsEagerlyInlined || _input.Assembly.CodeSize(method) <= SmallCode);

    /// <summary>A function of a header that is in each module that uses it.</summary>
    public IlMethod? Header(string symbol) => _header[symbol].FirstOrDefault();

    /// <summary>The same name in all modules: methods of one name in one type are counted.</summary>
    public static string NameOf(IlMethod method)
    {
        int number = method.Owner.Methods.TakeWhile(m => m != method).Count(m => m.Name == method.Name);
        return number == 0 ? method.FullName : $"{method.FullName}.{number + 1}";
    }
}
