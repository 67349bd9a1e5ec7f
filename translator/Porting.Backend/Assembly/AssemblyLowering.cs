using Porting.Backend.Il;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>A statement of inline assembly at its place: LLVM's own, with the operands that C gave it.</summary>
internal sealed class AssemblyLowering(MethodLowering to, ModuleLowering module)
{
    public void Lower(IlAssemblyText text, Intrinsic call) =>
        throw to.RefuseCall($"inline assembly of {module.Target.Triple} is called as a function: {text} {call.Name}");
}
