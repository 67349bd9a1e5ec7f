using System.Text;
using System.Text.RegularExpressions;
using Porting.Backend.Il;
using Porting.Backend.Llvm;

namespace Porting.Backend.Lower;

/// <summary>C's assembler at the level of the file, and which symbols it and inline assembly may mean.</summary>
internal sealed partial class FileAssembly(IlAssembly assembly, IEnumerable<IlTypeDefinition> types)
{
    private readonly string[] _texts = [.. types.SelectMany(t => t.AssemblyTexts)];

    /// <summary>Every word that may be a symbol.</summary>
    public IReadOnlySet<string> Mentioned =>
        field ??= _texts
            .Concat(assembly.Methods.Select(m => m.Assembly?.Template).OfType<string>())
            .SelectMany(t => Word().Matches(t).Select(m => m.Value))
            .ToHashSet(StringComparer.Ordinal);

    public void Append(StringBuilder text)
    {
        foreach (string line in _texts.SelectMany(t => t.Split('\n')).Where(l => l.Trim().Length > 0))
        {
            text.Append($"module asm \"{IrText.Escape(line)}\"\n");
        }
    }

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_.]*")]
    private static partial Regex Word();
}
