using Porting.Backend.Il;
using Porting.Backend.Llvm;

namespace Porting.Backend.Data;

/// <summary>A second name for a function or variable, and one that is resolved when the program is loaded.</summary>
internal static class AliasText
{
    public static string Of(IlAlias alias, Target target)
    {
        string linkage = alias.IsWeak ? "weak " : "";
        string visibility = IrText.Word(alias.Visibility);
        string own = visibility.Length > 0 || (target.OwnAreLocal && !alias.IsIndirect) ? "dso_local " : "";
        string type = alias.IsFunction ? "void ()" : "i8";
        string kind = alias.IsIndirect ? "ifunc" : "alias";
        string aliased = IrText.Global(alias.Target);
        return $"{IrText.Global(alias.Name)} = {linkage}{own}{visibility}{kind} {type}, ptr {aliased}\n";
    }
}
