#include "Segments.h"

#include "llvm/Support/xxhash.h"

using namespace clang;

namespace porting {

Segments::Segments(ASTContext &Context, const UnitRecord &Unit, const std::string &Root, const std::set<std::pair<std::string, uint64_t>> *Known)
    : Context(Context), Sources(Context.getSourceManager()), Root(Root), Each(Context) {
  Order[segmentOf(Sources.getLocForStartOfFile(Sources.getMainFileID()))].IsMain = true;
  addDecls(Context.getTranslationUnitDecl());
  for (auto &Macro : Unit.Macros) {
    unsigned Index = segmentOf(Macro.Location);
    mix(Index, Macro.Name);
    mix(Index, Sources.getFileOffset(Macro.Location));
  }
  for (auto &Comment : Unit.Comments)
    segmentOf(Comment.Range.getBegin());
  for (auto &Part : Order)
    Part.IsSent = Part.IsMain || !Known || !Known->count({Part.Path, Part.Hash});
}

bool Segments::isSent(SourceLocation Location) const {
  if (Location.isInvalid())
    return true;
  auto It = ByFile.find(Sources.getFileID(Sources.getExpansionLoc(Location)));
  return It == ByFile.end() || Order[It->second].IsSent;
}

unsigned Segments::segmentOf(SourceLocation Location) {
  FileID File = Sources.getFileID(Sources.getExpansionLoc(Location));
  auto [It, IsNew] = ByFile.try_emplace(File, 0);
  if (IsNew) {
    auto [Known, IsFirst] = ByPath.try_emplace(pathOf(Sources, File, Root), unsigned(Order.size()));
    if (IsFirst)
      Order.push_back({Known->first, File, 0x51ed270b, false, false});
    It->second = Known->second;
  }
  return It->second;
}

void Segments::mix(unsigned Index, StringRef Text) { mix(Index, llvm::xxh3_64bits(Text)); }

void Segments::addDecls(const DeclContext *Within) {
  for (const Decl *D : Within->decls()) {
    if (D->getBeginLoc().isValid())
      addDecl(D);
    if (auto *R = dyn_cast<RecordDecl>(D))
      addDecls(R);
  }
}

/// What tells two versions of a file's part from each other: which declarations there are and where, and what other macros or types could have made of them.
void Segments::addDecl(const Decl *D) {
  unsigned Index = segmentOf(D->getBeginLoc());
  mix(Index, D->getKind());
  mix(Index, Sources.getFileOffset(Sources.getExpansionLoc(D->getBeginLoc())));
  mix(Index, Sources.getFileOffset(Sources.getExpansionRange(D->getEndLoc()).getEnd()));
  if (auto *Named = dyn_cast<NamedDecl>(D); Named && Named->getIdentifier())
    mix(Index, Named->getName());
  if (auto *F = dyn_cast<FunctionDecl>(D)) {
    mix(Index, F->doesThisDeclarationHaveABody());
    mix(Index, F->getNumParams());
    mix(Index, uint64_t(F->getFormalLinkage()));
  } else if (auto *V = dyn_cast<VarDecl>(D)) {
    mix(Index, V->isThisDeclarationADefinition());
  } else if (auto *T = dyn_cast<TypedefNameDecl>(D)) {
    QualType Type = T->getUnderlyingType().getCanonicalType();
    mix(Index, Type->getTypeClass());
    if (!Type->isIncompleteType() && !Type->isFunctionType() && !Type->isVariablyModifiedType())
      mix(Index, Context.getTypeSize(Type));
    if (auto *B = dyn_cast<BuiltinType>(Type))
      mix(Index, B->getKind());
  }
  mix(Index, Each.of(D));
}

} // namespace porting
