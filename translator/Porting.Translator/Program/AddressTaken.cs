using Porting.Clang.Ast;

namespace Porting.Translator.Program;

/// <summary>Marks every function that needs a C-convention entry: its address is used in code or data, or assembler
/// refers to its symbol. Runs before emission, because files are written one after the other.</summary>
public static class AddressTaken
{
    public static void Mark(ProgramModel program, IEnumerable<string> assemblerReferences)
    {
        foreach (FunctionEntity function in program.Functions.Where(f => f.Origin == FunctionOrigin.Generated).ToList())
        {
            NeedAll(program, function.Decl.AddressUses);
        }

        foreach (
            VariableEntity variable in program
                .Variables.Concat(program.StaticLocals)
                .Where(v => program.IsWanted(v.Decl))
        )
        {
            NeedAll(program, variable.Decl.AddressUses);
        }

        if (program.Mode == TargetMode.HostedObject)
        {
            HashSet<string> aliased =
            [
                .. program
                    .Functions.SelectMany(f => f.Decl.Attributes)
                    .Where(a => a.Name is "alias" or "ifunc")
                    .Select(a => a.Arguments[0]),
            ];
            foreach (
                FunctionEntity function in program.Functions.Where(f =>
                    !f.IsStatic
                    || aliased.Contains(f.Name)
                    || f.Decl.Attributes.Any(a => a.Name is "constructor" or "destructor" or "used" or "section")
                )
            )
            {
                Need(function);
            }
        }

        foreach (string symbol in assemblerReferences)
        {
            if (program.FindExternal(symbol) is { } function)
            {
                Need(function);
            }
        }
    }

    private static void Need(FunctionEntity function) =>
        function.NeedsEntry |= function.Origin is FunctionOrigin.Generated or FunctionOrigin.Replaced;

    private static void NeedAll(ProgramModel program, IEnumerable<FunctionDecl> used)
    {
        foreach (FunctionDecl function in used)
        {
            Need(program.Function(function));
        }
    }
}
