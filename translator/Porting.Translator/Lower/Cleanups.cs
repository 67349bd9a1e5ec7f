using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using Porting.Translator.Program;
using static Porting.Translator.Lower.LocalForms;

namespace Porting.Translator.Lower;

/// <summary><c>T x __attribute__((cleanup(f)))</c> -> <c>try { the rest of the block } finally { f(&amp;x); }</c>,
/// the last declared first.</summary>
internal sealed class Cleanups(FunctionScope scope) : Construct(scope)
{
    /// <summary><c>T x __attribute__((cleanup(f)))</c> -> <c>try { the rest of the block } finally { f(&amp;x); }</c>,
    /// the last declared first.</summary>
    public void OpenCleanups(Stmt stmt, Stack<Ex> cleanups)
    {
        if (stmt is LabelStmt or AttributedStmt)
        {
            OpenCleanups(stmt is LabelStmt label ? label.Body : ((AttributedStmt)stmt).Body, cleanups);
            return;
        }

        foreach (VarDecl variable in stmt is DeclStmt declarations ? declarations.Decls.OfType<VarDecl>() : [])
        {
            if (variable.Attributes.FirstOrDefault(a => a.Name == "cleanup") is not { Arguments: [var function] })
            {
                continue;
            }

            Ex name = Cs.Name(LocalNames.Of(variable), Written(variable.Type).Pointer);
            bool isPointer = variable.Type.Canonical is ArrayType || IsBoxed(variable);
            Ex address = isPointer ? name : Cs.Unary("&", name, name.Type);
            FunctionEntity? entity =
                Context.Program.FindFunction(Function.File.Path, function)
                ?? Context.Program.FindExternal(function)
                ?? Context.Program.FindByName(function);
            if (Context.IsHosted && entity is { Origin: FunctionOrigin.Foreign })
            {
                Context.Foreign.Add(
                    new ForeignCall(
                        entity,
                        [.. entity.Decl.Type.Parameters.Select(Names.Canonical)],
                        Names.Canonical(entity.Decl.Type.Return),
                        Assembly.CSignature.Of(
                            entity.Decl.Type.Parameters,
                            entity.Decl.Type.Return,
                            convention: entity.Decl.Type.Convention
                        ),
                        false
                    )
                );
            }

            string handler = entity == null ? function : Names.Function(entity, Class);
            cleanups.Push(Cs.Call(handler, [address], CsType.None));
            Out.Open();
        }
    }

    public void CloseCleanups(Stack<Ex> cleanups)
    {
        while (cleanups.TryPop(out Ex call))
        {
            Out.Add(new TryStatement(new Block(Out.Close()), Block.Of(Cs.Do(call))));
        }
    }
}
