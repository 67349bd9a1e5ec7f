#include "Versions.h"

#include "clang/AST/Attr.h"
#include "clang/AST/RecordLayout.h"
#include "clang/AST/Stmt.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/xxhash.h"

using namespace clang;

namespace porting {

namespace {
class Mixed {
public:
  explicit Mixed(uint64_t Kind) { add(Kind); }
  Mixed &add(uint64_t Value) {
    Hash = (Hash ^ Value) * 0x9E3779B97F4A7C15ull + (Hash >> 29);
    return *this;
  }
  Mixed &add(StringRef Text) { return add(llvm::xxh3_64bits(Text)); }
  uint64_t value() const { return Hash == 0 ? 1 : Hash; }

private:
  uint64_t Hash = 0x51ed270b;
};

StringRef nameOf(const TagDecl *D) {
  if (const TypedefNameDecl *Typedef = D->getTypedefNameForAnonDecl())
    return Typedef->getName();
  return D->getName();
}
} // namespace

/// The statements of a function, or an initialiser: kinds, operators, constants, names, and the version of what is looked into. Where things stand does not count.
class BodyVersion {
public:
  BodyVersion(Versions &Owner, uint64_t Kind) : Owner(Owner), Text(Kind) {}

  void add(QualType Type) { Text.add(Owner.ofType(Type)); }

  void add(const Stmt *S) {
    if (!S) {
      Text.add(3);
      return;
    }
    Text.add(S->getStmtClass());
    if (auto *E = dyn_cast<Expr>(S))
      addExpr(E);
    else
      addStmt(S);
    unsigned Count = 0;
    for (const Stmt *Child : S->children()) {
      add(Child);
      ++Count;
    }
    Text.add(Count);
  }

  uint64_t value() const { return Text.value(); }

private:
  void addExpr(const Expr *E) {
    if (!E->getType()->isDependentType())
      add(E->getType());
    if (auto *I = dyn_cast<IntegerLiteral>(E))
      Text.add(I->getValue().getLimitedValue());
    else if (auto *C = dyn_cast<CharacterLiteral>(E))
      Text.add(C->getValue());
    else if (auto *F = dyn_cast<FloatingLiteral>(E))
      Text.add(F->getValue().bitcastToAPInt().getLimitedValue());
    else if (auto *L = dyn_cast<StringLiteral>(E))
      Text.add(L->getBytes());
    else if (auto *R = dyn_cast<DeclRefExpr>(E))
      addReference(R->getDecl());
    else if (auto *M = dyn_cast<MemberExpr>(E)) {
      Text.add(M->getMemberDecl()->getName());
      if (auto *Field = dyn_cast<FieldDecl>(M->getMemberDecl()))
        Text.add(Owner.of(Field->getParent()));
    } else if (auto *U = dyn_cast<UnaryOperator>(E)) {
      Text.add(U->getOpcode());
      addPointee(U->getSubExpr());
    } else if (auto *B = dyn_cast<BinaryOperator>(E)) {
      Text.add(B->getOpcode());
      if (B->isAdditiveOp() || B->isCompoundAssignmentOp()) {
        addPointee(B->getLHS());
        addPointee(B->getRHS());
      }
    } else if (auto *A = dyn_cast<ArraySubscriptExpr>(E))
      addPointee(A->getBase());
    else if (auto *C = dyn_cast<CastExpr>(E))
      Text.add(C->getCastKind());
    else if (auto *T = dyn_cast<UnaryExprOrTypeTraitExpr>(E)) {
      Text.add(T->getKind());
      add(T->getTypeOfArgument());
    } else if (auto *O = dyn_cast<OffsetOfExpr>(E)) {
      add(O->getTypeSourceInfo()->getType());
      for (unsigned I = 0; I < O->getNumComponents(); ++I)
        if (auto &Part = O->getComponent(I); Part.getKind() == OffsetOfNode::Field)
          Text.add(Part.getFieldName() ? Part.getFieldName()->getName() : StringRef());
    } else if (auto *V = dyn_cast<VAArgExpr>(E))
      add(V->getType());
  }

  void addStmt(const Stmt *S) {
    if (auto *D = dyn_cast<DeclStmt>(S)) {
      for (const Decl *Each : D->decls())
        if (auto *Named = dyn_cast<NamedDecl>(Each)) {
          Text.add(Each->getKind()).add(Named->getIdentifier() ? Named->getName() : StringRef());
          if (auto *V = dyn_cast<VarDecl>(Each)) {
            Text.add(V->getStorageClass());
            add(V->getType());
          }
        }
    } else if (auto *A = dyn_cast<GCCAsmStmt>(S)) {
      Text.add(A->getAsmString()->getBytes()).add(A->isVolatile());
      for (unsigned I = 0; I < A->getNumOutputs(); ++I)
        Text.add(A->getOutputConstraint(I));
      for (unsigned I = 0; I < A->getNumInputs(); ++I)
        Text.add(A->getInputConstraint(I));
      for (unsigned I = 0; I < A->getNumClobbers(); ++I)
        Text.add(A->getClobber(I));
    } else if (auto *L = dyn_cast<LabelStmt>(S))
      Text.add(StringRef(L->getName()));
    else if (auto *G = dyn_cast<GotoStmt>(S))
      Text.add(G->getLabel()->getName());
  }

  void addReference(const ValueDecl *D) {
    Text.add(D->getKind()).add(D->getIdentifier() ? D->getName() : StringRef());
    if (auto *C = dyn_cast<EnumConstantDecl>(D))
      Text.add(C->getInitVal().getExtValue());
    else if (auto *F = dyn_cast<FunctionDecl>(D))
      Text.add(Owner.of(F));
    if (Owner.isOfUnit(D))
      Text.add(Owner.Unit);
  }

  /// A step from one object to the next is as long as they are.
  void addPointee(const Expr *E) {
    if (auto *P = E->getType()->getAs<PointerType>(); P && P->getPointeeType()->isRecordType())
      add(P->getPointeeType());
  }

  Versions &Owner;
  Mixed Text;
};

Versions::Versions(ASTContext &Context) : Context(Context) {
  SourceManager &Sources = Context.getSourceManager();
  if (auto Entry = Sources.getFileEntryRefForID(Sources.getMainFileID())) {
    llvm::SmallString<256> Path(Entry->getName());
    Sources.getFileManager().makeAbsolutePath(Path);
    Unit = Path.str().str();
  }
}

bool Versions::isOfUnit(const ValueDecl *D) const {
  if (D->getFormalLinkage() != Linkage::Internal)
    return false;
  const Decl *Definition = nullptr;
  if (auto *F = dyn_cast<FunctionDecl>(D))
    Definition = F->getDefinition();
  else if (auto *V = dyn_cast<VarDecl>(D); V && !(Definition = V->getDefinition()))
    Definition = V->getActingDefinition();
  SourceManager &Sources = Context.getSourceManager();
  return Definition && Sources.isInMainFile(Sources.getExpansionLoc(Definition->getBeginLoc()));
}

uint64_t Versions::of(const Decl *D) {
  if (auto *F = dyn_cast<FunctionDecl>(D))
    D = F->getDefinition();
  else if (auto *V = dyn_cast<VarDecl>(D))
    D = V->getDefinition();
  if (!D)
    return 0;
  auto [It, IsNew] = Known.try_emplace(D, 0);
  if (!IsNew)
    return It->second; // also of a function that is reached from itself, whose name has to do there
  SourceManager &Sources = Context.getSourceManager();
  if (D->getBeginLoc().isInvalid() || Sources.isInMainFile(Sources.getExpansionLoc(D->getBeginLoc())))
    return 0;
  uint64_t Version = compute(D);
  return Known[D] = Version;
}

uint64_t Versions::compute(const Decl *D) {
  if (auto *R = dyn_cast<RecordDecl>(D))
    return R->isCompleteDefinition() && !R->isInvalidDecl() ? ofRecord(R) : 0;
  if (auto *E = dyn_cast<EnumDecl>(D))
    return E->isCompleteDefinition() ? ofEnum(E) : 0;
  if (auto *F = dyn_cast<FunctionDecl>(D)) {
    if (!F->isInlineSpecified() && F->isExternallyVisible())
      return 0;
    BodyVersion Text(*this, 17);
    Text.add(F->getType());
    Text.add(F->getBody());
    return Text.value();
  }
  if (auto *V = dyn_cast<VarDecl>(D); V && V->hasGlobalStorage() && !V->isExternallyVisible() && !V->getParentFunctionOrMethod()) {
    BodyVersion Text(*this, 19);
    Text.add(V->getType());
    Text.add(V->getInit());
    return Text.value();
  }
  return 0;
}

uint64_t Versions::ofRecord(const RecordDecl *R) {
  const ASTRecordLayout &Layout = Context.getASTRecordLayout(R);
  Mixed Text(R->isUnion() ? 5 : 7);
  Text.add(Layout.getSize().getQuantity()).add(Layout.getAlignment().getQuantity());
  for (const FieldDecl *Field : R->fields()) {
    Text.add(Field->getName()).add(Layout.getFieldOffset(Field->getFieldIndex()));
    Text.add(Field->isBitField() ? Field->getBitWidthValue(Context) + 1 : 0).add(ofType(Field->getType()));
  }
  return Text.value();
}

uint64_t Versions::ofEnum(const EnumDecl *E) {
  Mixed Text(11);
  Text.add(ofType(E->getIntegerType()));
  for (const EnumConstantDecl *Constant : E->enumerators())
    Text.add(Constant->getName()).add(Constant->getInitVal().getExtValue());
  return Text.value();
}

uint64_t Versions::ofType(QualType Type) {
  QualType Canonical = Type.getCanonicalType();
  auto [It, IsNew] = Types.try_emplace(Canonical.getAsOpaquePtr(), 0);
  if (!IsNew)
    return It->second;
  uint64_t Version;
  if (auto *R = Canonical->getAs<RecordType>(); R && R->getDecl()->getDefinition())
    Version = Mixed(23).add(nameOf(R->getDecl())).add(of(R->getDecl()->getDefinition())).add(Canonical.getCVRQualifiers()).value();
  else if (auto *A = dyn_cast<ConstantArrayType>(Canonical))
    Version = Mixed(29).add(A->getSize().getZExtValue()).add(ofType(A->getElementType())).value();
  else if (auto *A = dyn_cast<ArrayType>(Canonical))
    Version = Mixed(31).add(ofType(A->getElementType())).value();
  else
    Version = named(Canonical);
  return Types[Canonical.getAsOpaquePtr()] = Version;
}

uint64_t Versions::named(QualType Type) {
  QualType Canonical = Type.getCanonicalType();
  Mixed Text(Canonical->getTypeClass());
  Text.add(Canonical.getCVRQualifiers());
  if (auto *B = dyn_cast<BuiltinType>(Canonical))
    Text.add(B->getKind());
  else if (auto *P = dyn_cast<PointerType>(Canonical))
    Text.add(named(P->getPointeeType()));
  else if (auto *T = dyn_cast<TagType>(Canonical); T && isa<EnumDecl>(T->getDecl()))
    Text.add(cast<EnumDecl>(T->getDecl())->getIntegerType().isNull() ? 0 : named(cast<EnumDecl>(T->getDecl())->getIntegerType()));
  else if (auto *T = dyn_cast<TagType>(Canonical))
    Text.add(nameOf(T->getDecl()));
  else if (auto *F = dyn_cast<FunctionProtoType>(Canonical)) {
    Text.add(named(F->getReturnType())).add(F->isVariadic());
    for (QualType Parameter : F->param_types())
      Text.add(named(Parameter));
  } else if (auto *F = dyn_cast<FunctionType>(Canonical))
    Text.add(named(F->getReturnType()));
  else if (auto *A = dyn_cast<ConstantArrayType>(Canonical))
    Text.add(A->getSize().getZExtValue()).add(named(A->getElementType()));
  else if (auto *A = dyn_cast<ArrayType>(Canonical))
    Text.add(named(A->getElementType()));
  else if (!Canonical->isIncompleteType() && !Canonical->isVariablyModifiedType())
    Text.add(Context.getTypeSize(Canonical));
  return Text.value();
}

} // namespace porting
