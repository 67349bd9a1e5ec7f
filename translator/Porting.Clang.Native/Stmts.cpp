#include "Exporter.h"

#include "clang/AST/Attr.h"
#include "clang/Basic/TargetInfo.h"

using namespace clang;

namespace porting {

namespace {
enum StmtTag : uint8_t {
  SNone, SExpr, SCompound, SDecl, SNull, SIf, SWhile, SDo, SFor, SSwitch, SCase, SDefault, SLabel, SGoto, SIndirectGoto, SBreak, SContinue, SReturn, SAttributed, SAsm, SUnknown,
};
}

void Exporter::writeOptional(Writer &Out, const Stmt *S) {
  if (S)
    writeStmt(Out, S);
  else
    Out.u8(SNone);
}

void Exporter::writeStmt(Writer &Out, const Stmt *S) {
  if (auto *E = dyn_cast<Expr>(S)) {
    Out.u8(SExpr);
    writeExpr(Out, E);
    return;
  }

  auto Head = [&](StmtTag Tag) {
    Out.u8(Tag);
    writeSpan(Out, S->getSourceRange());
    writeExpansions(Out, S);
  };

  auto *Left = dyn_cast<ReturnStmt>(S) ? dyn_cast_or_null<FunctionDecl>(Within) : nullptr;
  if (Left && isNeverLeft(Left))
    return writeStmt(Out, neverLeft(cast<ReturnStmt>(S), Left));

  if (auto *C = dyn_cast<CompoundStmt>(S)) {
    Head(SCompound);
    std::vector<Stmt *> Counted;
    if (!Counters.empty())
      for (const Stmt *Child : C->body())
        addCounted(Child, Counted);
    llvm::ArrayRef<Stmt *> Children(Counters.empty() ? C->body_begin() : Counted.data(), Counters.empty() ? C->size() : Counted.size());
    Out.uint(Children.size());
    for (const Stmt *Child : Children)
      writeStmt(Out, Child);
  } else if (auto *D = dyn_cast<DeclStmt>(S)) {
    Head(SDecl);
    noteLocals(D);
    unsigned Count = 0;
    for (const Decl *Child : D->decls())
      (void)Child, ++Count;
    Out.uint(Count);
    for (const Decl *Child : D->decls())
      Out.uint(declId(Child));
  } else if (isa<NullStmt>(S)) {
    Head(SNull);
  } else if (auto *I = dyn_cast<IfStmt>(S)) {
    Head(SIf);
    foldCondition(I);
    writeExpr(Out, I->getCond());
    writeControlled(Out, I->getThen(), I);
    if (I->getElse())
      writeControlled(Out, I->getElse(), nullptr);
    else
      writeOptional(Out, nullptr);
  } else if (auto *W = dyn_cast<WhileStmt>(S)) {
    Head(SWhile);
    writeExpr(Out, W->getCond());
    writeControlled(Out, W->getBody(), W);
  } else if (auto *D = dyn_cast<DoStmt>(S)) {
    Head(SDo);
    writeControlled(Out, D->getBody(), nullptr);
    writeExpr(Out, countedEnd(D));
  } else if (auto *F = dyn_cast<ForStmt>(S)) {
    Head(SFor);
    writeOptional(Out, F->getInit());
    writeOptional(Out, F->getCond());
    writeOptional(Out, F->getInc());
    writeControlled(Out, F->getBody(), F);
  } else if (auto *W = dyn_cast<SwitchStmt>(S)) {
    Head(SSwitch);
    writeExpr(Out, W->getCond());
    writeControlled(Out, W->getBody(), nullptr);
  } else if (auto *C = dyn_cast<CaseStmt>(S)) {
    Head(SCase);
    auto Value = [&](const Expr *E) {
      llvm::APSInt V = E->EvaluateKnownConstInt(Context);
      return V.isSigned() ? V.getSExtValue() : int64_t(V.getZExtValue());
    };
    ++Uncounted;
    writeExpr(Out, C->getLHS());
    Out.sint(Value(C->getLHS()));
    writeOptional(Out, C->getRHS());
    --Uncounted;
    if (C->getRHS())
      Out.sint(Value(C->getRHS()));
    writeStmt(Out, C->getSubStmt());
  } else if (auto *D = dyn_cast<DefaultStmt>(S)) {
    Head(SDefault);
    writeStmt(Out, D->getSubStmt());
  } else if (auto *L = dyn_cast<LabelStmt>(S)) {
    Head(SLabel);
    Out.uint(declId(L->getDecl()));
    writeStmt(Out, L->getSubStmt());
  } else if (auto *G = dyn_cast<GotoStmt>(S)) {
    Head(SGoto);
    Out.uint(declId(G->getLabel()));
  } else if (auto *G = dyn_cast<IndirectGotoStmt>(S)) {
    Head(SIndirectGoto);
    writeExpr(Out, G->getTarget());
  } else if (isa<BreakStmt>(S)) {
    Head(SBreak);
  } else if (isa<ContinueStmt>(S)) {
    Head(SContinue);
  } else if (auto *R = dyn_cast<ReturnStmt>(S)) {
    guardReturned(R);
    Head(SReturn);
    writeOptional(Out, R->getRetValue());
  } else if (auto *A = dyn_cast<AttributedStmt>(S)) {
    Head(SAttributed);
    Out.uint(A->getAttrs().size());
    for (const Attr *Attribute : A->getAttrs()) {
      Out.uint(str(Attribute->getSpelling()));
      Out.uint(str(attributeKind(Attribute)));
    }
    writeStmt(Out, A->getSubStmt());
  } else if (auto *A = dyn_cast<GCCAsmStmt>(S)) {
    Head(SAsm);
    writeAsm(Out, A);
  } else {
    Head(SUnknown);
    Out.uint(str(S->getStmtClassName()));
  }
}

/// An operand that is an address the linker knows: 0 for none; 1 with a number, from a null pointer; 2 with the object or
/// function, and the distance.
void Exporter::writeAddress(Writer &Out, const Expr *E) {
  Expr::EvalResult Result;
  bool IsWord = !E->isLValue() && E->getType()->isScalarType() && Context.getTypeSize(E->getType()) == 32;
  if (!IsWord || !E->EvaluateAsRValue(Result, Context) || Result.HasSideEffects || !Result.Val.isLValue()) {
    Out.u8(0);
    return;
  }
  APValue::LValueBase Base = Result.Val.getLValueBase();
  auto *D = Base.dyn_cast<const ValueDecl *>();
  Out.u8(Base.isNull() ? 1 : D ? 2 : 0);
  if (D)
    Out.uint(declId(D));
  if (Base.isNull() || D)
    Out.sint(Result.Val.getLValueOffset().getQuantity());
}

/// The constraint of an operand that is a variable of a register (GCC manual, "Specifying Registers for Local Variables"): that register, for one of the constraint's own (clang, CGStmt.cpp, AddVariableConstraints).
static std::string constraintFor(ASTContext &Context, StringRef Constraint, const Expr *E) {
  auto *Reference = dyn_cast<DeclRefExpr>(E->IgnoreParenNoopCasts(Context));
  auto *Variable = Reference ? dyn_cast<VarDecl>(Reference->getDecl()) : nullptr;
  auto *Label = Variable && Variable->getStorageClass() == SC_Register ? Variable->getAttr<AsmLabelAttr>() : nullptr;
  if (!Label)
    return Constraint.str();
  return Constraint.take_while([](char C) { return StringRef("=+&%").contains(C); }).str() + "{" + Context.getTargetInfo().getNormalizedGCCRegisterName(Label->getLabel()).str() + "}";
}

void Exporter::writeAsm(Writer &Out, const GCCAsmStmt *S) {
  Out.uint(str(S->getAsmString()->getString()));
  Out.boolean(S->isVolatile());
  Out.boolean(!S->isSimple());
  Out.uint(S->getNumOutputs());
  for (unsigned I = 0; I < S->getNumOutputs(); ++I) {
    Out.uint(str(S->getOutputName(I)));
    Out.uint(str(constraintFor(Context, S->getOutputConstraint(I), S->getOutputExpr(I))));
    // As clang's code generator has it: a cast around an output says nothing.
    writeExpr(Out, S->getOutputExpr(I)->IgnoreParenNoopCasts(Context));
  }
  Out.uint(S->getNumInputs());
  for (unsigned I = 0; I < S->getNumInputs(); ++I) {
    Out.uint(str(S->getInputName(I)));
    Out.uint(str(constraintFor(Context, S->getInputConstraint(I), S->getInputExpr(I))));
    writeExpr(Out, S->getInputExpr(I));
    writeAddress(Out, S->getInputExpr(I));
  }
  Out.uint(S->getNumClobbers());
  for (unsigned I = 0; I < S->getNumClobbers(); ++I)
    Out.uint(str(S->getClobber(I)));
  Out.uint(S->getNumLabels());
  for (unsigned I = 0; I < S->getNumLabels(); ++I)
    Out.uint(declId(S->getLabelExpr(I)->getLabel()));
}

} // namespace porting
