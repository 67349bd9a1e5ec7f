#include "Exporter.h"
#include "Segments.h"

#include "clang/AST/Attr.h"
#include "clang/AST/Mangle.h"
#include "clang/AST/RecordLayout.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace porting {

namespace {
enum DeclTag : uint8_t {
  DUnknown, DParameter, DFunction, DVar, DField, DRecord, DEnum, DEnumConstant, DTypedef, DLabel, DFileAsm, DStaticAssert,
};

uint8_t storage(StorageClass Class) {
  switch (Class) {
  case SC_Extern:
  case SC_PrivateExtern: return 1;
  case SC_Static: return 2;
  case SC_Auto: return 3;
  case SC_Register: return 4;
  default: return 0;
  }
}

uint8_t linkage(const NamedDecl *D) {
  if (D->hasAttr<WeakRefAttr>()) // a static name for somebody else's symbol
    return 2;
  switch (D->getFormalLinkage()) {
  case Linkage::Internal: return 1;
  case Linkage::External: return 2;
  default: return 0;
  }
}

/// The symbol of an overloadable function, as C++ has it (clang, "Function Overloading in C").
std::string mangled(const FunctionDecl *D) {
  std::unique_ptr<MangleContext> Names(D->getASTContext().createMangleContext());
  std::string Symbol;
  llvm::raw_string_ostream Out(Symbol);
  Names->mangleName(GlobalDecl(D), Out);
  return Symbol;
}

/// A name that tells overloads apart: f__i is f(int), after the symbol's letters for the parameters.
std::string functionName(const FunctionDecl *D) {
  if (!D->hasAttr<OverloadableAttr>())
    return D->getName().str();
  std::string Symbol = mangled(D), Base = D->getName().str();
  size_t Parameters = Symbol.find(Base) + Base.size();
  std::string Name = Base + "__";
  for (char C : Symbol.substr(Parameters))
    Name += llvm::isAlnum(C) ? C : '_';
  return Name;
}

std::string asmLabel(const NamedDecl *D) {
  if (auto *Other = D->getAttr<AliasAttr>(); Other && D->hasAttr<WeakRefAttr>())
    return Other->getAliasee().str();
  if (auto *Label = D->getAttr<AsmLabelAttr>())
    return Label->getLabel().str();
  if (D->isExternallyVisible() && Exporter::nameFor(D->getName()) != D->getName())
    return D->getName().str();
  return D->hasAttr<OverloadableAttr>() && D->isExternallyVisible() ? mangled(cast<FunctionDecl>(D)) : std::string();
}
} // namespace

void Exporter::collectOrder(const DeclContext *Within, std::vector<uint32_t> &Order) {
  for (const Decl *D : Within->decls()) {
    if (D->isImplicit() && !isa<FunctionDecl>(D))
      continue;
    if (isa<EmptyDecl, IndirectFieldDecl, FieldDecl, EnumConstantDecl, ParmVarDecl>(D))
      continue;
    if (auto *R = dyn_cast<RecordDecl>(D))
      numberRecord(R);
    if (!Files || Files->isSent(D->getBeginLoc())) {
      Order.push_back(declId(D));
      Own.insert(D);
    }
    if (auto *R = dyn_cast<RecordDecl>(D))
      collectOrder(R, Order);
  }
}

/// Its name in clang/Basic/AttrList.inc.
StringRef attributeKind(const Attr *A) {
  if (!A)
    return "Visibility"; // -fvisibility
  switch (A->getKind()) {
#define ATTR(X) \
  case attr::X: \
    return #X;
#include "clang/Basic/AttrList.inc"
  }
  return "";
}

void Exporter::writeAttributes(Writer &Out, const Decl *D) {
  Writer List;
  unsigned Count = 0;
  const Attr *Current = nullptr;
  auto Add = [&](StringRef Name, std::vector<std::string> Arguments) {
    ++Count;
    List.uint(str(Name));
    List.uint(str(attributeKind(Current)));
    List.uint(Arguments.size());
    for (auto &Argument : Arguments)
      List.uint(str(Argument));
  };
  auto *Named = dyn_cast<NamedDecl>(D);
  auto *F = dyn_cast<FunctionDecl>(D);
  auto *V = dyn_cast<VarDecl>(D);
  // -fvisibility says nothing about what is only declared.
  bool IsDefined = (F && F->isDefined()) || (V && V->hasDefinition() != VarDecl::DeclarationOnly);
  bool IsSeen = (F || V) && Named->isExternallyVisible() && (IsDefined || Named->getLinkageAndVisibility().isVisibilityExplicit());
  if (IsSeen && Named->getVisibility() != DefaultVisibility) {
    auto *Written = D->getAttr<VisibilityAttr>();
    Current = Written;
    Add("visibility", {Named->getVisibility() == ProtectedVisibility ? "protected" : "hidden"});
  }
  if (F && F->isDefined() && F->getType()->isFunctionProtoType() && (checksOf(F) & SanitizerKind::Function)) {
    Current = nullptr;
    Add("func_sanitize", {std::to_string(hashOf(F->getType()))});
  }
  for (const Attr *A : D->attrs()) {
    Current = A;
    // What pragmas give counts as written.
    bool IsByPragma = isa<WeakAttr, AliasAttr, SectionAttr, PragmaClangBSSSectionAttr, PragmaClangDataSectionAttr, PragmaClangRelroSectionAttr, PragmaClangRodataSectionAttr, PragmaClangTextSectionAttr>(A);
    if ((A->isImplicit() && !IsByPragma) || isa<VisibilityAttr>(A))
      continue;
    if (isa<C11NoReturnAttr, CXX11NoReturnAttr>(A) && (unitChecks() & SanitizerKind::Unreachable))
      continue;
    if (isa<AliasAttr>(A) && D->hasAttr<WeakRefAttr>())
      continue; // its name
    if (auto *Aligned = dyn_cast<AlignedAttr>(A))
      Add("aligned", {std::to_string(Aligned->getAlignment(Context) / 8)});
    else if (auto *Section = dyn_cast<SectionAttr>(A))
      Add("section", {Section->getName().str()});
    else if (auto *Alias = dyn_cast<AliasAttr>(A))
      Add("alias", {Alias->getAliasee().str()});
    else if (auto *Resolver = dyn_cast<IFuncAttr>(A))
      Add("ifunc", {Resolver->getResolver().str()});
    else if (auto *Constructor = dyn_cast<ConstructorAttr>(A))
      Add("constructor", {std::to_string(Constructor->getPriority())});
    else if (auto *Destructor = dyn_cast<DestructorAttr>(A))
      Add("destructor", {std::to_string(Destructor->getPriority())});
    else if (auto *Patchable = dyn_cast<PatchableFunctionEntryAttr>(A))
      Add("patchable_function_entry", {std::to_string(Patchable->getCount()), std::to_string(Patchable->getOffset())});
    else if (auto *Zeroed = dyn_cast<ZeroCallUsedRegsAttr>(A))
      Add("zero_call_used_regs", {ZeroCallUsedRegsAttr::ConvertZeroCallUsedRegsKindToStr(Zeroed->getZeroCallUsedRegs())});
    else if (auto *Spared = dyn_cast<NoSanitizeAttr>(A))
      Add("no_sanitize", {Spared->sanitizers_begin(), Spared->sanitizers_end()});
    else if (auto *Machine = dyn_cast<TargetAttr>(A))
      Add("target", {Machine->getFeaturesStr().str()});
    else if (isa<WeakRefAttr>(A))
      Add("weak", {});
    else if (auto *Cleanup = dyn_cast<CleanupAttr>(A))
      Add("cleanup", {nameFor(functionName(Cleanup->getFunctionDecl()))});
    else
      Add(StringRef(A->getSpelling()).trim('_'), {});
  }
  Out.uint(Count);
  Out.raw(List.data().data(), List.size());
}

/// C# has no $ in names, and a use of its own for _.
std::string Exporter::nameFor(StringRef Name) {
  if (Name == "_")
    return "_underscore";
  std::string Result;
  for (char C : Name)
    Result += C == '$' ? std::string("_dollar_") : std::string(1, C);
  return Result;
}

/// Header of every declaration; what follows may refer to types and declarations by number.
void Exporter::writeDeclHeader(Writer &Out, const Decl *D, uint8_t Kind, StringRef Name) {
  Out.u8(Kind);
  Out.uint(str(nameFor(Name)));
  writeSpan(Out, D->getSourceRange());
  writeAttributes(Out, D);
  const DeclContext *Parent = D->getParentFunctionOrMethod();
  auto *Function = Parent ? dyn_cast<FunctionDecl>(Parent) : nullptr;
  Out.uint(Function ? declId(Function) + 1 : 0);
}

void Exporter::writeDecl(Writer &Out, const Decl *D) {
  if (auto *P = dyn_cast<ParmVarDecl>(D)) {
    writeDeclHeader(Out, D, DParameter, P->getName());
    Out.boolean(P->isKNRPromoted());
    Out.uint(typeId(P->getType()));
    // The sizes in "int a[n++]" are evaluated, though the parameter is a pointer.
    Out.uint(typeId(P->getOriginalType()->isVariablyModifiedType() ? P->getOriginalType() : P->getType()));
  } else if (auto *F = dyn_cast<FunctionDecl>(D)) {
    writeFunction(Out, F);
  } else if (auto *V = dyn_cast<VarDecl>(D)) {
    writeVar(Out, V);
  } else if (auto *F = dyn_cast<FieldDecl>(D)) {
    writeField(Out, F);
  } else if (auto *R = dyn_cast<RecordDecl>(D)) {
    writeRecord(Out, R);
  } else if (auto *E = dyn_cast<EnumDecl>(D)) {
    writeEnum(Out, E);
  } else if (auto *C = dyn_cast<EnumConstantDecl>(D)) {
    writeDeclHeader(Out, D, DEnumConstant, C->getName());
    Out.sint(C->getInitVal().isSigned() ? C->getInitVal().getSExtValue() : int64_t(C->getInitVal().getZExtValue()));
    Out.uint(typeId(C->getType()));
    Out.uint(declId(cast<EnumDecl>(C->getDeclContext())) + 1);
    writeUncounted(Out, Part == Extent::Whole ? C->getInitExpr() : nullptr);
  } else if (auto *T = dyn_cast<TypedefNameDecl>(D)) {
    writeDeclHeader(Out, D, DTypedef, T->getName());
    Out.uint(declId(T->getCanonicalDecl()));
    Out.uint(typeId(T->getUnderlyingType()));
  } else if (auto *L = dyn_cast<LabelDecl>(D)) {
    writeDeclHeader(Out, D, DLabel, L->getName());
  } else if (auto *A = dyn_cast<FileScopeAsmDecl>(D)) {
    writeDeclHeader(Out, D, DFileAsm, "");
    Out.uint(str(A->getAsmString()->getString()));
  } else if (auto *S = dyn_cast<StaticAssertDecl>(D)) {
    writeDeclHeader(Out, D, DStaticAssert, "");
    auto *Message = dyn_cast_or_null<StringLiteral>(S->getMessage());
    Out.uint(str(Message ? Message->getString() : StringRef()));
  } else {
    writeDeclHeader(Out, D, DUnknown, "");
    Out.uint(str(D->getDeclKindName()));
  }
}

void Exporter::writeFunction(Writer &Out, const FunctionDecl *D) {
  writeDeclHeader(Out, D, DFunction, functionName(D));
  bool HasBody = D->doesThisDeclarationHaveABody();
  Out.u8(storage(D->getStorageClass()));
  Out.u8(linkage(D));
  Out.boolean(D->isInlineSpecified());
  Out.boolean(HasBody && D->isInlineSpecified() && !D->isExternallyVisible() ? false : HasBody && D->isInlineSpecified() && D->isExternallyVisible() && !D->isInlineDefinitionExternallyVisible());
  Out.boolean(HasBody && !D->hasWrittenPrototype() && D->getNumParams() > 0);
  Out.boolean(D->isImplicit());
  Out.boolean(D->getBuiltinID() != 0);
  Out.boolean(HasBody);
  Out.uint(declId(D->getCanonicalDecl()));
  Out.uint(str(asmLabel(D)));
  Out.uint(Files ? Files->versionOf(D) : 0);
  Out.uint(typeId(D->getType()));
  Out.uint(D->getNumParams());
  for (const ParmVarDecl *P : D->parameters())
    Out.uint(declId(P));
  if (HasBody && isOwn(D)) {
    const Decl *Outer = Within;
    Within = D;
    Checks.Mask = checksOf(D);
    collectLocalRecords(D, Notes.Locals[D]);
    writeFunctionBody(Out, D);
    Within = Outer;
    Checks.clear();
  } else {
    writeOptional(Out, nullptr);
  }
}

/// Whose addresses functions and variables use, and what functions declare; by the number of the declaration.
Writer Exporter::writeNotes() {
  Writer Out, List;
  unsigned Count = 0;
  for (size_t Id = 0; Id < DeclOrder.size(); ++Id) {
    auto Uses = Notes.Uses.find(DeclOrder[Id]);
    auto *Function = dyn_cast<FunctionDecl>(DeclOrder[Id]);
    auto Locals = Function ? Notes.Locals.find(Function) : Notes.Locals.end();
    if (Uses == Notes.Uses.end() && Locals == Notes.Locals.end())
      continue;
    ++Count;
    List.uint(Id);
    List.uint(Uses == Notes.Uses.end() ? 0 : Uses->second.size());
    if (Uses != Notes.Uses.end())
      for (const FunctionDecl *Used : Uses->second)
        List.uint(declId(Used));
    List.uint(Locals == Notes.Locals.end() ? 0 : Locals->second.size());
    if (Locals != Notes.Locals.end())
      for (const Decl *Local : Locals->second)
        List.uint(declId(Local));
  }
  Out.uint(Count);
  Out.raw(List.data().data(), List.size());
  return Out;
}

/// An object of the type is made or handed over here: what it consists of is to be known, also when the part with the
/// record has gone with another unit.
void Exporter::listMembers(QualType Type) {
  while (const ArrayType *A = Context.getAsArrayType(Type))
    Type = A->getElementType();
  auto *Record = Type->getAs<RecordType>();
  const RecordDecl *Definition = Record ? Record->getDecl()->getDefinition() : nullptr;
  if (Definition && Listed.insert(Definition).second)
    for (const FieldDecl *F : Definition->fields())
      listMembers(F->getType());
}

/// Records that come out of one use of a macro, or of a file that is included again, have one place; their number there
/// tells those of one name apart.
void Exporter::numberRecord(const RecordDecl *D) {
  auto [File, Offset] = Sources.getDecomposedLoc(Sources.getExpansionLoc(D->getBeginLoc()));
  auto Entry = Sources.getFileEntryRefForID(File);
  if (D->isCompleteDefinition())
    Ordinals[D] = PlaceCounts[{Entry ? &Entry->getFileEntry() : nullptr, Offset, D->getName().str()}]++;
}

void Exporter::collectLocalRecords(const DeclContext *Inside, std::vector<const Decl *> &Found) {
  for (const Decl *D : Inside->decls())
    if (auto *R = dyn_cast<RecordDecl>(D)) {
      Found.push_back(R);
      Own.insert(R);
      numberRecord(R);
      collectLocalRecords(R, Found);
    }
}

void Exporter::writeVar(Writer &Out, const VarDecl *D) {
  writeDeclHeader(Out, D, DVar, D->getName());
  Out.u8(storage(D->getStorageClass()));
  Out.u8(linkage(D));
  Out.boolean(D->hasGlobalStorage());
  Out.boolean(D->getTLSKind() != VarDecl::TLS_None);
  switch (D->isThisDeclarationADefinition()) {
  case VarDecl::DeclarationOnly: Out.u8(0); break;
  case VarDecl::TentativeDefinition: Out.u8(D->hasAttr<CommonAttr>() || (!Code.NoCommon && !D->hasAttr<NoCommonAttr>()) ? 2 : 1); break;
  case VarDecl::Definition: Out.u8(3); break;
  }
  Out.uint(declId(D->getCanonicalDecl()));
  Out.uint(str(asmLabel(D)));
  Out.uint(D->getMaxAlignment() / 8);
  Out.uint(Files ? Files->versionOf(D) : 0);
  Out.uint(typeId(D->getType()));
  const Decl *Outer = Within;
  Within = D->hasGlobalStorage() ? cast<Decl>(D) : dyn_cast_or_null<FunctionDecl>(D->getParentFunctionOrMethod());
  if (auto *Function = dyn_cast_or_null<FunctionDecl>(Within))
    Checks.Mask = checksOf(Function);
  bool IsSent = Part == Extent::Whole || isOwn(D) || D->getParentFunctionOrMethod();
  if (IsSent)
    listMembers(D->getType());
  if (D->hasGlobalStorage() && IsSent)
    noteInitializer(D->getInit());
  const Expr *Init = D->getInit();
  // -ftrivial-auto-var-init=zero
  bool IsPlain = D->hasLocalStorage() && !Init && !isa<ParmVarDecl>(D) && !D->hasAttr<UninitializedAttr>();
  if (IsPlain && Context.getLangOpts().getTrivialAutoVarInit() == LangOptions::TrivialAutoVarInitKind::Zero)
    Init = new (Context) ImplicitValueInitExpr(D->getType());
  if (D->hasGlobalStorage())
    writeUncounted(Out, IsSent ? Init : nullptr);
  else
    writeOptional(Out, IsSent ? Init : nullptr);
  if (IsSent)
    writeImage(Out, D);
  else
    Out.u8(0);
  Within = Outer;
  Checks.clear();
}

void Exporter::writeField(Writer &Out, const FieldDecl *D) {
  writeDeclHeader(Out, D, DField, D->getName());
  const RecordDecl *Owner = D->getParent();
  uint64_t Offset = 0;
  if (Owner->isCompleteDefinition() && !Owner->isInvalidDecl())
    Offset = Context.getASTRecordLayout(Owner).getFieldOffset(D->getFieldIndex());
  Out.uint(Offset);
  Out.sint(D->isBitField() ? int64_t(D->getBitWidthValue(Context)) : -1);
  Out.uint(D->getFieldIndex());
  Out.uint(declId(Owner));
  Out.uint(typeId(D->getType()));
}

void Exporter::writeRecord(Writer &Out, const RecordDecl *D) {
  writeDeclHeader(Out, D, DRecord, D->getName());
  bool IsComplete = D->isCompleteDefinition() && !D->isInvalidDecl();
  Out.boolean(D->isUnion());
  Out.boolean(IsComplete);
  Out.boolean(D->hasAttr<PackedAttr>());
  Out.boolean(D->isAnonymousStructOrUnion());
  Out.uint(declId(D->getCanonicalDecl()));
  auto Ordinal = Ordinals.find(D);
  Out.uint(Ordinal == Ordinals.end() ? 0 : Ordinal->second);
  const TypedefNameDecl *Typedef = D->getTypedefNameForAnonDecl();
  Out.uint(str(Typedef ? nameFor(Typedef->getName()) : std::string()));
  Out.uint(Files ? Files->versionOf(D) : 0);
  auto *Outer = dyn_cast<RecordDecl>(D->getLexicalDeclContext());
  Out.uint(Outer ? declId(Outer) + 1 : 0);
  if (!IsComplete) {
    Out.uint(0);
    Out.uint(1);
    Out.uint(0);
    return;
  }
  const ASTRecordLayout &Layout = Context.getASTRecordLayout(D);
  Out.uint(Layout.getSize().getQuantity());
  Out.uint(Layout.getAlignment().getQuantity());
  std::vector<const FieldDecl *> Fields;
  bool HasMembers = isOwn(D) || Listed.count(D);
  for (const FieldDecl *F : D->fields())
    if (HasMembers && !F->isZeroLengthBitField(Context) && !(F->isBitField() && F->getName().empty()))
      Fields.push_back(F);
  Out.uint(Fields.size());
  for (const FieldDecl *F : Fields)
    Out.uint(declId(F));
}

void Exporter::writeEnum(Writer &Out, const EnumDecl *D) {
  writeDeclHeader(Out, D, DEnum, D->getName());
  Out.boolean(D->isComplete());
  Out.uint(declId(D->getCanonicalDecl()));
  const TypedefNameDecl *Typedef = D->getTypedefNameForAnonDecl();
  Out.uint(str(Typedef ? nameFor(Typedef->getName()) : std::string()));
  Out.uint(Files ? Files->versionOf(D) : 0);
  QualType Integer = D->getIntegerType();
  Out.uint(typeId(Integer.isNull() ? Context.UnsignedIntTy : Integer));
  std::vector<const EnumConstantDecl *> Constants;
  if (isOwn(D) || D->getParentFunctionOrMethod())
    Constants.assign(D->enumerator_begin(), D->enumerator_end());
  Out.uint(Constants.size());
  for (const EnumConstantDecl *C : Constants)
    Out.uint(declId(C));
}

} // namespace porting
