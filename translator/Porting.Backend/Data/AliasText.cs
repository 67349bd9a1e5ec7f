using Porting.Backend.Il;
using Porting.Backend.Llvm;

namespace Porting.Backend.Data;

/// <summary>A second name for a function or variable, and one that is resolved when the program is loaded.</summary>
internal static class AliasText
{
    public static string Of(IlAlias alias, Target target)
    {
        string linkage = alias.IsWeak ? "weak " : "";
        string own = target.OwnAreLocal && !alias.IsIndirect ? "dso_local " : "";
        string type = alias.IsFunction ? "void ()" : "i8";
        string kind = alias.IsIndirect ? "ifunc" : "alias";
        return $"{IrText.Global(alias.Name)} = {linkage}{own}{kind} {type}, ptr {IrText.Global(alias.Target)}\n";
    }
}
