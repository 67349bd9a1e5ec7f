using Porting.Clang.Ast;
using Porting.Translator.Program;

namespace Porting.Translator.Macros;

/// <summary>Drops the methods of macros that no translated function calls: their uses were in functions that are
/// replaced by hand. Runs when it is known which these are.</summary>
internal static class MacroUses
{
    public static void DropUnused(ProgramModel program)
    {
        HashSet<FunctionEntity> used = [];
        Stack<FunctionDecl> open = new(
            program
                .Functions.Where(f => f is { Origin: FunctionOrigin.Generated, Decl.IsMacro: false })
                .Select(f => f.Decl)
        );
        while (open.TryPop(out FunctionDecl? function))
        {
            foreach (FunctionDecl called in function.MacroCalls.Where(c => used.Add(program.Function(c))))
            {
                open.Push(called);
            }
        }

        foreach (FunctionEntity unused in program.Functions.Where(f => f.Decl.IsMacro && !used.Contains(f)))
        {
            unused.Origin = FunctionOrigin.Dropped;
        }
    }
}
