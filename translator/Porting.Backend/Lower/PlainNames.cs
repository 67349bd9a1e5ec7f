using Porting.Backend.Il;

namespace Porting.Backend.Lower;

/// <summary>
/// A static function of C goes by its name there, which no other function or variable of the unit has. Not in
/// kernels, where a module has many units, and not what C may have as a macro, whose name may be a function's.
/// </summary>
internal sealed class PlainNames(IlAssembly assembly)
{
    private readonly string _translated =
        assembly.Methods.FirstOrDefault(m => m.Function != null)?.Owner.Namespace ?? "";

    private readonly HashSet<string> _symbols =
    [
        .. assembly.Methods.SelectMany(m => new[] { m.Function?.Symbol, m.Import, m.Export }).OfType<string>(),
        .. assembly.Aliases.Select(a => a.Name),
    ];

    public bool Has(IlMethod method) =>
        method is { Function: null, IsEagerlyInlined: false }
        && method.Owner.Namespace == _translated
        && !_symbols.Contains(method.Name);
}
