using Porting.Clang.Ast;
using Porting.Translator.Program;

namespace Porting.Translator.Lower;

/// <summary>Whether control can fall off the end of a statement. Says yes when in doubt: an extra jump behind a
/// statement that never ends is only unreachable code.</summary>
internal static class Reachability
{
    public static bool EndIsReachable(Stmt stmt) =>
        stmt switch
        {
            ReturnStmt or BreakStmt or ContinueStmt or GotoStmt or IndirectGotoStmt => false,
            CompoundStmt block => block.Body.Count == 0 || EndIsReachable(block.Body[^1]),
            IfStmt { Else: not null } branch => EndIsReachable(branch.Then) || EndIsReachable(branch.Else),
            LabelStmt label => EndIsReachable(label.Body),
            CaseStmt label => EndIsReachable(label.Body),
            DefaultStmt label => EndIsReachable(label.Body),
            ForStmt { Condition: null } loop => HasBreak(loop.Body),
            WhileStmt { Condition.Constant: { IsFloat: false, Bits: not 0 } } loop => HasBreak(loop.Body),
            _ => true,
        };

    /// <summary>A break that leaves this loop body.</summary>
    private static bool HasBreak(Stmt body) =>
        body switch
        {
            BreakStmt => true,
            ForStmt or WhileStmt or DoStmt or SwitchStmt => false,
            _ => BodyWalker.Children(body).Any(HasBreak),
        };
}
