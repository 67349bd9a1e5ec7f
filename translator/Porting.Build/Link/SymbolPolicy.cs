using Porting.Build.Compile;

namespace Porting.Build.Link;

/// <summary>
/// What the symbols of ilc's object are called in the ELF object. DllImport symbols lose their windows-x86 decoration
/// (<c>_foo</c>, <c>_foo@8</c> become <c>foo</c>); everything else keeps its name.
/// Exported names are global; the compiler's own are local, so that two objects can be linked together.
/// </summary>
public sealed class SymbolPolicy(AssemblySymbols assembly)
{
    public string NameOf(CoffSymbol symbol)
    {
        if (!symbol.IsUndefined || !symbol.Name.StartsWith('_'))
        {
            return symbol.Name;
        }

        string bare = symbol.Name[1..];
        int at = bare.LastIndexOf('@');
        string plain = at > 0 && int.TryParse(bare[(at + 1)..], out _) ? bare[..at] : bare;
        if (!assembly.Foreign.Contains(plain))
        {
            return symbol.Name;
        }

        return assembly.Imports.Contains(symbol.Name)
            ? throw new PortException(
                PortDiagnostic.Error(
                    "PORT6012",
                    SourceLocation.None,
                    $"'{symbol.Name}' is both the symbol of that name and the decorated name of the imported function '{plain}'; import '{symbol.Name}' under another name"
                )
            )
            : plain;
    }

    public bool IsGlobal(CoffSymbol symbol) => symbol.IsUndefined || assembly.Exports.Contains(symbol.Name);
}
