using System.Text;
using System.Text.RegularExpressions;
using Porting.Backend.Llvm;

namespace Porting.Backend.Lower;

/// <summary>Assembler texts as LLVM's module-level assembly. Symbols of the back end's own (with "asm." in front) stay
/// local.</summary>
/// <param name="texts">What belongs to the module.</param>
/// <param name="templates">Of inline assembly, which may name symbols as well.</param>
internal sealed partial class ModuleAssembly(IReadOnlyList<string> texts, IEnumerable<string> templates)
{
    public string Text { get; } =
        string.Concat(
            texts
                .SelectMany(t => t.Split('\n'))
                .Where(l => l.Trim().Length > 0 && !OwnGlobal().IsMatch(l))
                .Select(l => $"module asm \"{IrText.Escape(l)}\"\n")
        );

    /// <summary>Every word that may be a symbol.</summary>
    public IReadOnlySet<string> Mentioned { get; } =
        texts
            .Concat(templates)
            .SelectMany(t => Word().Matches(t).Select(m => m.Value))
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^\s*\.globl\s+asm\.")]
    private static partial Regex OwnGlobal();

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_.]*")]
    private static partial Regex Word();
}
