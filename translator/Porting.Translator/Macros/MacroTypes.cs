using System.Globalization;
using Porting.Clang.Ast;

namespace Porting.Translator.Macros;

/// <summary>Types of methods as text that holds for every reading of a unit: the number of a type of the unit, one of
/// our own, or a pointer to either.</summary>
internal sealed class MacroTypes(TranslationUnit unit)
{
    private static readonly (string Name, CType Type)[] Own =
    [
        ("void", MacroMethod.Void),
        ("bool", MacroParameters.Bool),
        ("int", MacroMethod.Int),
    ];

    private Dictionary<CType, int>? _numbers;

    public string Text(CType type)
    {
        if (Array.Find(Own, o => ReferenceEquals(o.Type, type)) is { Type: not null } own)
        {
            return own.Name;
        }

        _numbers ??= unit
            .Types.Select((t, i) => (t, i))
            .DistinctBy(p => p.t, ReferenceEqualityComparer.Instance)
            .ToDictionary(p => p.t, p => p.i, (IEqualityComparer<CType>)ReferenceEqualityComparer.Instance);
        return _numbers.TryGetValue(type, out int number) ? number.ToString(CultureInfo.InvariantCulture)
            : type is PointerType pointer ? "*" + Text(pointer.Pointee)
            : throw new InvalidOperationException(
                $"a {type.GetType().Name} of a macro is no type of {unit.MainFile.Path}"
            );
    }

    public CType Type(string text) =>
        text switch
        {
            ['*', .. var pointee] => new PointerType
            {
                Pointee = Type(pointee),
                Size = 4,
                Align = 4,
            },
            [>= '0' and <= '9', ..] => unit.Types[int.Parse(text, CultureInfo.InvariantCulture)],
            _ => Own.First(o => o.Name == text).Type,
        };
}
