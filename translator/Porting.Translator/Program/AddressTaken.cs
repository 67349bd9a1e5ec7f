using Porting.Clang.Ast;

namespace Porting.Translator.Program;

/// <summary>Marks every function that needs a C-convention entry: its address is used in code or data, or assembler refers to its symbol. Runs before emission, because files are written one after the other.</summary>
public static class AddressTaken
{
    public static void Mark(ProgramModel program, IEnumerable<string> assemblerReferences)
    {
        foreach (FunctionEntity function in program.Functions.Where(f => f.Origin == FunctionOrigin.Generated).ToList())
        {
            MarkBody(program, function.Decl.Body!);
        }

        foreach (VariableEntity variable in program.Variables.Concat(program.StaticLocals))
        {
            foreach (DataRelocation relocation in variable.Decl.Image?.Relocations ?? [])
            {
                if (relocation.Target is FunctionDecl target)
                {
                    Need(program.Function(target));
                }
            }
        }

        if (program.Mode == TargetMode.HostedObject)
        {
            HashSet<string> aliased = [.. program.Functions.SelectMany(f => f.Decl.Attributes).Where(a => a.Name is "alias" or "ifunc").Select(a => a.Arguments[0])];
            foreach (FunctionEntity function in program.Functions.Where(f => !f.IsStatic || aliased.Contains(f.Name) || f.Decl.Attributes.Any(a => a.Name is "constructor" or "destructor" or "used" or "section")))
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

    private static void Need(FunctionEntity function) => function.NeedsEntry |= function.Origin is FunctionOrigin.Generated or FunctionOrigin.Replaced;

    private static void MarkBody(ProgramModel program, Stmt body)
    {
        HashSet<Expr> callees = [];
        foreach (Stmt stmt in BodyWalker.All(body))
        {
            if (stmt is CallExpr { Target: not null } call)
            {
                callees.Add(Innermost(call.Callee));
            }
            else if (stmt is DeclRefExpr { Decl: FunctionDecl { IsBuiltin: false } function } reference && !callees.Contains(reference))
            {
                Need(program.Function(function));
            }
        }
    }

    private static Expr Innermost(Expr callee)
    {
        for (;;)
        {
            switch (callee)
            {
                case ParenExpr paren:
                    callee = paren.Inner;
                    continue;
                case CastExpr { Kind: CastKind.FunctionToPointerDecay } cast:
                    callee = cast.Operand;
                    continue;
                default:
                    return callee;
            }
        }
    }
}
