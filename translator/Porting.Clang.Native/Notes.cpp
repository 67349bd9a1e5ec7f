// What the program as a whole has to know of bodies: whose addresses are used, what is declared inside, which macros are constants.
#include "Exporter.h"

#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace porting {

void Exporter::noteUse(const FunctionDecl *F) {
  if (Within && F->getBuiltinID() == 0)
    Notes.Uses[Within].push_back(F);
}

/// The name in a direct call is no use of the address.
void Exporter::noteCall(const CallExpr *E) {
  const FunctionDecl *Target = E->getDirectCallee();
  if (!Target)
    return;
  if (auto *Function = dyn_cast_or_null<FunctionDecl>(Within); Function && Target->isImplicit())
    Notes.Locals[Function].push_back(Target);
  const FunctionDecl *Definition = Target->getDefinition();
  if (Definition && E->getNumArgs() < Definition->getNumParams())
    noteUse(Target); // a call that does not fit goes by the entry
  const Expr *Callee = E->getCallee();
  for (;;) {
    auto *Cast = dyn_cast<CastExpr>(Callee);
    if (auto *Paren = dyn_cast<ParenExpr>(Callee))
      Callee = Paren->getSubExpr();
    else if (Cast && Cast->getCastKind() == CK_FunctionToPointerDecay)
      Callee = Cast->getSubExpr();
    else
      break;
  }
  Callees.insert(Callee);
}

/// An expression that is wholly the expansion of a macro and an integer constant.
void Exporter::noteMacro(const Expr *E, StringRef Macro, const llvm::APSInt &Number) {
  if (Macro.empty() || isa<ImplicitCastExpr>(E))
    return;
  int64_t Value = Number.isSigned() ? Number.getSExtValue() : int64_t(Number.getZExtValue());
  if (Notes.SeenMacros.insert({Macro.str(), Value}).second)
    Notes.Macros.push_back({nameFor(Macro), Value, E->getType()});
}

class InitializerNotes : public RecursiveASTVisitor<InitializerNotes> {
public:
  explicit InitializerNotes(Exporter &Owner) : Owner(Owner) {}

  bool VisitExpr(Expr *E) {
    StringRef Macro = E->getBeginLoc().isMacroID() ? Owner.macroName(E) : StringRef();
    Expr::EvalResult Result;
    if (!Macro.empty() && Owner.evaluate(E, Result) && Result.Val.isInt())
      Owner.noteMacro(E, Macro, Result.Val.getInt());
    return true;
  }

private:
  Exporter &Owner;
};

/// An initialiser that is sent as an image only.
void Exporter::noteInitializer(const Expr *E) {
  if (E)
    InitializerNotes(*this).TraverseStmt(const_cast<Expr *>(E));
}

void Exporter::noteLocals(const DeclStmt *S) {
  auto *Function = dyn_cast_or_null<FunctionDecl>(Within);
  if (!Function)
    return;
  for (const Decl *D : S->decls())
    if (auto *V = dyn_cast<VarDecl>(D); isa<FunctionDecl>(D) || (V && V->hasGlobalStorage()))
      Notes.Locals[Function].push_back(D);
}

} // namespace porting
