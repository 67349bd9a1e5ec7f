#include "Dependencies.h"

#include "Segments.h"

#include "clang/AST/Attr.h"
#include "clang/AST/RecordLayout.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SHA256.h"

using namespace clang;

namespace porting {

namespace {
enum PartKind : uint8_t { PText, PDeclaration, PMacro, PRecord, PTypedef, PEnumeration, PEnumerator, PInline, PPrototype, PObject, PInitializer, PInclude };

/// The first 16 hexadecimal digits of SHA-256.
std::string digest(StringRef Text) {
  auto Digest = llvm::SHA256::hash(ArrayRef<uint8_t>(reinterpret_cast<const uint8_t *>(Text.data()), Text.size()));
  return llvm::toHex(ArrayRef<uint8_t>(Digest.data(), 8), /*LowerCase=*/true);
}

/// A stretch of a file.
struct Stretch {
  FileID File;
  unsigned Begin = 0, End = 0;
};

struct PartText {
  std::string File, Hash, Text;
};

/// Gathers the parts of one definition.
class Collector : public RecursiveASTVisitor<Collector> {
public:
  Collector(ASTContext &Context, Preprocessor &PP, const PreprocessorTrace &Trace, const std::string &Root) : Context(Context), PP(PP), Sources(Context.getSourceManager()), Trace(Trace), Root(Root), Policy(Context.getPrintingPolicy()) {
    Policy.AnonymousTagLocations = false;
    for (unsigned I = 1; I < Sources.local_sloc_entry_size(); ++I) {
      const SrcMgr::SLocEntry &Entry = Sources.getLocalSLocEntry(I);
      if (Entry.isExpansion() || Entry.getFile().getIncludeLoc().isInvalid())
        continue;
      auto [File, Offset] = Sources.getDecomposedExpansionLoc(Entry.getFile().getIncludeLoc());
      Includes.emplace(std::pair(File, Offset), Sources.getFileID(SourceLocation::getFromRawEncoding(Entry.getOffset())));
    }
  }

  void addRoot(const NamedDecl *D) {
    Self = D->getCanonicalDecl();
    addText(PText, D->getNameAsString(), stretchOf(D->getSourceRange()), "");
    if (auto *F = dyn_cast<FunctionDecl>(D)) {
      add(PDeclaration, F->getNameAsString(), F, declarationOf(F), canonicalOf(F));
      addType(F->getType());
    } else if (auto *V = dyn_cast<VarDecl>(D)) {
      add(PDeclaration, V->getNameAsString(), V, declarationOf(V), canonicalOf(V));
      addType(V->getType());
      addLookedInto(V->getType());
    }
    TraverseDecl(const_cast<NamedDecl *>(D));
  }

  void write(Writer &Out) const {
    Out.uint(Parts.size());
    for (auto &[Key, Part] : Parts) {
      Out.u8(Key.first);
      Out.bytes(Key.second);
      Out.bytes(Part.File);
      Out.bytes(Part.Hash);
      Out.bytes(Part.Text);
    }
  }

  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (auto *F = dyn_cast<FunctionDecl>(E->getDecl()))
      addFunction(F);
    else if (auto *V = dyn_cast<VarDecl>(E->getDecl()))
      addObject(V);
    else if (auto *C = dyn_cast<EnumConstantDecl>(E->getDecl()))
      add(PEnumerator, C->getNameAsString(), C, C->getNameAsString() + " = " + llvm::toString(C->getInitVal(), 10), llvm::toString(C->getInitVal(), 10) + " " + canonical(C->getType()));
    return true;
  }

  bool VisitMemberExpr(MemberExpr *E) {
    if (auto *F = dyn_cast<FieldDecl>(E->getMemberDecl()))
      addField(F);
    return true;
  }

  bool VisitOffsetOfExpr(OffsetOfExpr *E) {
    for (unsigned I = 0; I < E->getNumComponents(); ++I)
      if (E->getComponent(I).getKind() == OffsetOfNode::Field)
        addField(E->getComponent(I).getField());
    return true;
  }

  bool VisitInitListExpr(InitListExpr *E) {
    auto *Record = E->getType()->getAs<RecordType>();
    if (!Record || !E->isSemanticForm())
      return true;
    unsigned Next = 0;
    if (Record->getDecl()->isUnion()) {
      if (E->getInitializedFieldInUnion())
        addField(E->getInitializedFieldInUnion());
      return true;
    }
    for (const FieldDecl *F : Record->getDecl()->fields())
      if (!F->isUnnamedBitField() && Next < E->getNumInits() && !isa<ImplicitValueInitExpr>(E->getInit(Next++)))
        addField(F);
    return true;
  }

  bool VisitUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr *E) {
    addLookedInto(E->getTypeOfArgument());
    return true;
  }

  bool VisitCastExpr(CastExpr *E) {
    if (auto *Record = E->getCastKind() == CK_LValueToRValue ? E->getType()->getAs<RecordType>() : nullptr)
      for (const FieldDecl *F : Record->getDecl()->fields())
        addField(F);
    return true;
  }

  bool VisitExpr(Expr *E) {
    addLookedInto(E->getType());
    return true;
  }

  bool VisitUnaryOperator(UnaryOperator *E) {
    if (E->isIncrementDecrementOp())
      addPointee(E->getType());
    return true;
  }

  bool VisitBinaryOperator(BinaryOperator *E) {
    if (E->isAdditiveOp() || E->getOpcode() == BO_AddAssign || E->getOpcode() == BO_SubAssign) {
      addPointee(E->getLHS()->getType());
      addPointee(E->getRHS()->getType());
    }
    return true;
  }

  bool VisitVarDecl(VarDecl *D) {
    addLookedInto(D->getType());
    return true;
  }

  bool VisitTypeLoc(TypeLoc Loc) {
    addType(Loc.getType());
    return true;
  }

private:
  // Where things stand.

  Stretch stretchOf(SourceRange Range) const {
    auto [File, Begin] = Sources.getDecomposedLoc(Sources.getExpansionLoc(Range.getBegin()));
    SourceLocation Last = Sources.getExpansionRange(Range.getEnd()).getEnd();
    auto [EndFile, End] = Sources.getDecomposedLoc(Last);
    if (EndFile != File || End < Begin)
      return {File, Begin, Begin};
    return {File, Begin, End + Lexer::MeasureTokenLength(Last, Sources, Context.getLangOpts())};
  }

  /// A path below the source root; of a file elsewhere its name alone, which is the same on every machine.
  std::string fileOf(SourceLocation Place) const {
    FileID File = Sources.getFileID(Sources.getExpansionLoc(Place));
    std::string Path = pathOf(Sources, File, Root);
    if (StringRef(Path).starts_with(Root + "/"))
      return Path.substr(Root.size() + 1);
    return Path[0] == '<' ? Path : "<" + llvm::sys::path::filename(Path).str() + ">";
  }

  // Parts.

  void put(PartKind Kind, const std::string &Name, std::string File, std::string Text, std::string Hash) {
    auto [It, IsNew] = Parts.try_emplace({Kind, Name}, PartText{File, Hash, Text});
    if (IsNew || It->second.Hash == Hash)
      return;
    // Two of one name: declared in two blocks, or defined twice by the preprocessor.
    It->second.Text += "\n" + Text;
    It->second.Hash = digest(It->second.Hash + Hash);
  }

  void add(PartKind Kind, const std::string &Name, const Decl *D, const std::string &Text, const std::string &Meaning) { put(Kind, Name, fileOf(D->getLocation()), Text, digest(Meaning)); }

  /// Text as written; hashed are its tokens, those of lines that are left out and of directives apart. Its macros are parts of their own, and files that it includes.
  void addText(PartKind Kind, const std::string &Name, Stretch At, const std::string &More) {
    StringRef Text = Sources.getBufferData(At.File).slice(At.Begin, At.End);
    put(Kind, Name, fileOf(Sources.getComposedLoc(At.File, At.Begin)), Text.str(), digest(More + tokensOf(At)));
    auto Used = Trace.Expansions.find(At.File);
    if (Used != Trace.Expansions.end())
      for (auto It = Used->second.lower_bound(At.Begin); It != Used->second.end() && It->first < At.End; ++It)
        addMacro(It->second.Name, It->second.Macro);
    for (auto It = Includes.lower_bound({At.File, At.Begin}); It != Includes.end() && It->first.first == At.File && It->first.second < At.End; ++It)
      if (Seen.insert(Sources.getLocForStartOfFile(It->second).getPtrEncoding()).second)
        addText(PInclude, fileOf(Sources.getLocForStartOfFile(It->second)), {It->second, 0, unsigned(Sources.getBufferData(It->second).size())}, "");
  }

  std::string tokensOf(Stretch At) {
    StringRef Buffer = Sources.getBufferData(At.File);
    SourceLocation Start = Sources.getLocForStartOfFile(At.File);
    Lexer Raw(Start, Context.getLangOpts(), Buffer.begin(), Buffer.begin() + At.Begin, Buffer.end());
    std::string Tokens;
    Token Tok;
    bool IsMore = true;
    auto Next = [&] {
      IsMore = !Raw.LexFromRawLexer(Tok) || Tok.isNot(tok::eof);
      IsMore = IsMore && Sources.getFileOffset(Tok.getLocation()) < At.End && Tok.isNot(tok::eof);
    };
    auto Spelling = [&] { return StringRef(Sources.getCharacterData(Tok.getLocation()), Tok.getLength()); };
    for (Next(); IsMore;) {
      if (Tok.is(tok::hash) && Tok.isAtStartOfLine()) {
        bool IsLeftOut = isLeftOut(At.File, Sources.getFileOffset(Tok.getLocation()));
        Next();
        bool IsCondition = IsMore && Trace.Conditions.count(Tok.getLocation());
        bool IsPragma = IsMore && !IsLeftOut && Spelling() == "pragma";
        for (; IsMore && !Tok.isAtStartOfLine(); Next()) {
          if (IsCondition && Tok.is(tok::raw_identifier))
            addCondition(Tok);
          if (IsPragma)
            Tokens += (Spelling() + "\n").str();
        }
        continue;
      }
      if (!isLeftOut(At.File, Sources.getFileOffset(Tok.getLocation())))
        Tokens += (Spelling() + "\n").str();
      Next();
    }
    return Tokens;
  }

  bool isLeftOut(FileID File, unsigned Offset) const {
    auto Ranges = Trace.Skipped.find(File);
    if (Ranges == Trace.Skipped.end())
      return false;
    auto It = Ranges->second.upper_bound(Offset);
    return It != Ranges->second.begin() && Offset < std::prev(It)->second;
  }

  /// A name in a condition: what it is defined as there, if it is.
  void addCondition(const Token &Tok) {
    StringRef Name = Tok.getRawIdentifier();
    IdentifierInfo *Identifier = PP.getIdentifierInfo(Name);
    if (Name == "defined" || isDirective(Name))
      return;
    if (const MacroInfo *Macro = PP.getMacroDefinitionAtLoc(Identifier, Tok.getLocation()).getMacroInfo())
      addMacro(Name.str(), Macro);
    else
      put(PMacro, Name.str(), "", "#undef " + Name.str(), digest("undefined"));
  }

  static bool isDirective(StringRef Name) { return Name == "if" || Name == "ifdef" || Name == "ifndef" || Name == "elif" || Name == "elifdef" || Name == "elifndef" || Name == "else" || Name == "endif"; }

  void addMacro(const std::string &Name, const MacroInfo *Macro) {
    if (Macro->isBuiltinMacro() || !Seen.insert(Macro).second)
      return;
    std::string Tokens = Macro->isFunctionLike() ? "(" : "";
    for (const IdentifierInfo *Parameter : Macro->params())
      Tokens += (Parameter->getName() + ",").str();
    Tokens += Macro->isFunctionLike() ? Macro->isVariadic() ? "...)\n" : ")\n" : "\n";
    for (const Token &Tok : Macro->tokens())
      Tokens += PP.getSpelling(Tok) + "\n";
    auto [File, Begin] = Sources.getDecomposedLoc(Macro->getDefinitionLoc());
    SourceLocation Last = Macro->getDefinitionEndLoc();
    unsigned End = Sources.getFileOffset(Last) + Lexer::MeasureTokenLength(Last, Sources, Context.getLangOpts());
    put(PMacro, Name, fileOf(Macro->getDefinitionLoc()), "#define " + Sources.getBufferData(File).slice(Begin, End).str(), digest(Tokens));
  }

  // Types.

  std::string canonical(QualType Type) const { return Type.getCanonicalType().getAsString(Policy); }

  std::string declared(QualType Type, std::string Name) const {
    // clang puts the name of a function in parentheses.
    if (auto *F = Type->getAs<FunctionType>(); F && !Name.empty()) {
      std::string Parameters;
      if (auto *Prototype = dyn_cast<FunctionProtoType>(F)) {
        for (QualType Parameter : Prototype->param_types())
          Parameters += (Parameters.empty() ? "" : ", ") + Parameter.getAsString(Policy);
        Parameters += Prototype->isVariadic() ? ", ..." : Parameters.empty() ? "void" : "";
      }
      return declared(F->getReturnType(), Name + "(" + Parameters + ")");
    }
    Type.getAsStringInternal(Name, Policy);
    return Name;
  }

  std::string nameOf(const RecordDecl *D) const {
    std::string Kind = D->getKindName().str() + " ";
    if (!D->getName().empty())
      return Kind + D->getNameAsString();
    if (const TypedefNameDecl *Typedef = D->getTypedefNameForAnonDecl())
      return Kind + Typedef->getNameAsString();
    auto *Outer = dyn_cast<RecordDecl>(D->getLexicalDeclContext());
    if (!Outer)
      return Kind + "without a name";
    unsigned Number = 1;
    for (const Decl *Inner : Outer->decls()) {
      if (Inner == D)
        break;
      Number += isa<RecordDecl>(Inner);
    }
    return Kind + std::to_string(Number) + " in " + nameOf(Outer);
  }

  /// Follows what a type is written with: each typedef is a part.
  void addType(QualType Type) {
    if (Type.isNull() || !Seen.insert(Type.getAsOpaquePtr()).second)
      return;
    if (auto *T = dyn_cast<TypedefType>(Type.getTypePtr())) {
      const TypedefNameDecl *D = T->getDecl();
      if (D->getLocation().isValid())
        add(PTypedef, D->getNameAsString(), D, "typedef " + declared(D->getUnderlyingType(), D->getNameAsString()), canonical(D->getUnderlyingType()));
      addType(D->getUnderlyingType());
    } else if (auto *E = dyn_cast<EnumType>(Type.getTypePtr())) {
      const EnumDecl *D = E->getDecl()->getDefinition();
      if (D && !D->getName().empty())
        add(PEnumeration, D->getNameAsString(), D, "enum " + D->getNameAsString() + " : " + D->getIntegerType().getAsString(Policy), canonical(D->getIntegerType()));
    } else if (auto *P = dyn_cast<PointerType>(Type.getTypePtr())) {
      addType(P->getPointeeType());
    } else if (auto *A = dyn_cast<ArrayType>(Type.getTypePtr())) {
      addType(A->getElementType());
    } else if (auto *F = dyn_cast<FunctionType>(Type.getTypePtr())) {
      addType(F->getReturnType());
      if (auto *Prototype = dyn_cast<FunctionProtoType>(F))
        for (QualType Parameter : Prototype->param_types())
          addType(Parameter);
    } else {
      QualType Plain = Type.getSingleStepDesugaredType(Context);
      if (Plain != Type)
        addType(Plain);
      else if (Type.hasLocalQualifiers())
        addType(Type.getUnqualifiedType());
    }
  }

  /// An object of the type, or its size: a record's layout counts.
  void addLookedInto(QualType Type) {
    if (Type.isNull())
      return;
    while (const ArrayType *A = Type->getAsArrayTypeUnsafe())
      Type = A->getElementType();
    if (auto *Record = Type->getAs<RecordType>())
      addLayout(Record->getDecl());
  }

  void addPointee(QualType Type) {
    if (auto *P = Type->getAs<PointerType>())
      addLookedInto(P->getPointeeType());
  }

  void addLayout(const RecordDecl *D) {
    if (const RecordDecl *Definition = D->getDefinition(); Definition && Fields.try_emplace(Definition).second)
      Records.push_back(Definition);
  }

  void addField(const FieldDecl *F) {
    addLayout(F->getParent());
    if (Fields[F->getParent()].insert(F->getFieldIndex()).second)
      addType(F->getType());
  }

public:
  /// Records last: which of their members are named is known when all texts are read.
  void close() {
    for (const RecordDecl *D : Records) {
      if (D->isInvalidDecl())
        continue;
      const std::set<unsigned> &Named = Fields[D];
      const ASTRecordLayout &Layout = Context.getASTRecordLayout(D);
      std::string Size = std::to_string(Layout.getSize().getQuantity()) + " bytes, aligned to " + std::to_string(Layout.getAlignment().getQuantity());
      std::string Name = nameOf(D), Text = Name + " { // " + Size + "\n", Meaning = Size + "\n";
      for (const FieldDecl *F : D->fields()) {
        if (!Named.count(F->getFieldIndex()))
          continue;
        uint64_t Bits = Layout.getFieldOffset(F->getFieldIndex());
        std::string Width = F->isBitField() ? " : " + std::to_string(F->getBitWidthValue(Context)) : "";
        std::string Place = " // at " + std::to_string(Bits / 8) + (F->isBitField() ? ", bit " + std::to_string(Bits % 8) : "");
        Text += "    " + declared(F->getType(), F->getNameAsString()) + Width + ";" + Place + "\n";
        Meaning += F->getNameAsString() + Width + Place + " " + canonical(F->getType()) + "\n";
      }
      add(PRecord, Name, D, Text + "}", Meaning);
    }
  }

private:
  // Functions and objects.

  std::string attributesOf(const Decl *D) const {
    std::set<std::string> Sorted;
    for (const Attr *A : D->getMostRecentDecl()->attrs()) {
      if (A->isImplicit() && !isa<WeakAttr, AliasAttr>(A)) // those of #pragma weak
        continue;
      std::string Text;
      llvm::raw_string_ostream Stream(Text);
      A->printPretty(Stream, Policy);
      Sorted.insert(" " + StringRef(Text).trim().str());
    }
    return llvm::join(Sorted, "");
  }

  /// The type with what other declarations have added to it.
  static QualType typeOf(const ValueDecl *D) { return cast<ValueDecl>(D->getMostRecentDecl())->getType(); }

  std::string declarationOf(const ValueDecl *D) const { return (D->getFormalLinkage() == Linkage::Internal ? "static " : "") + declared(typeOf(D), D->getNameAsString()) + attributesOf(D) + ";"; }

  std::string canonicalOf(const ValueDecl *D) const { return std::to_string(int(D->getFormalLinkage())) + " " + canonical(typeOf(D)) + attributesOf(D); }

  bool isKnown(const Decl *D) { return D->getCanonicalDecl() == Self || !Seen.insert(D->getCanonicalDecl()).second; }

  void addFunction(const FunctionDecl *F) {
    if (isKnown(F) || F->getLocation().isInvalid() || (F->isImplicit() && F->getBuiltinID()))
      return;
    const FunctionDecl *Definition = nullptr;
    bool HasBody = F->hasBody(Definition);
    bool IsOfHeader = HasBody && !F->isExternallyVisible() && !Sources.isInMainFile(Sources.getExpansionLoc(Definition->getLocation()));
    if (HasBody && (F->isInlined() || F->hasAttr<AlwaysInlineAttr>() || IsOfHeader)) {
      addText(PInline, F->getNameAsString(), stretchOf(Definition->getSourceRange()), canonicalOf(F));
      addType(typeOf(F));
      TraverseDecl(const_cast<FunctionDecl *>(Definition));
      return;
    }
    add(PPrototype, F->getNameAsString(), F->getCanonicalDecl(), declarationOf(F), canonicalOf(F));
    addType(typeOf(F));
  }

  void addObject(const VarDecl *V) {
    if (!V->hasGlobalStorage() || V->isStaticLocal() || isKnown(V))
      return;
    add(PObject, V->getNameAsString(), V->getCanonicalDecl(), declarationOf(V), canonicalOf(V));
    addType(typeOf(V));
    bool IsConstant = Context.getBaseElementType(typeOf(V)).isConstQualified();
    const VarDecl *Definition = nullptr;
    const Expr *Initializer = V->getAnyInitializer(Definition);
    if (!IsConstant && V->isExternallyVisible())
      return;
    if (Initializer) {
      addText(PInitializer, V->getNameAsString(), stretchOf(Initializer->getSourceRange()), "");
      TraverseStmt(const_cast<Expr *>(Initializer));
    } else if (!V->hasDefinition()) {
      put(PInitializer, V->getNameAsString(), "", "", "");
    }
  }

  ASTContext &Context;
  Preprocessor &PP;
  SourceManager &Sources;
  const PreprocessorTrace &Trace;
  const std::string &Root;
  PrintingPolicy Policy;
  const Decl *Self = nullptr;
  std::map<std::pair<PartKind, std::string>, PartText> Parts;
  std::vector<const RecordDecl *> Records;
  std::map<const RecordDecl *, std::set<unsigned>> Fields; // the members that are named
  std::map<std::pair<FileID, unsigned>, FileID> Includes;
  std::set<const void *> Seen;
};

/// The definition of a name at file scope, tentative if there is no other; null if there is none.
const NamedDecl *lookUp(ASTContext &Context, StringRef Name) {
  for (const NamedDecl *D : Context.getTranslationUnitDecl()->lookup(DeclarationName(&Context.Idents.get(Name)))) {
    const FunctionDecl *Function = nullptr;
    if (auto *F = dyn_cast<FunctionDecl>(D); F && F->hasBody(Function))
      return Function;
    const VarDecl *Found = nullptr;
    if (auto *V = dyn_cast<VarDecl>(D))
      for (const VarDecl *Each = V->getMostRecentDecl(); Each; Each = Each->getPreviousDecl())
        if (Each->isThisDeclarationADefinition() > (Found ? VarDecl::TentativeDefinition : VarDecl::DeclarationOnly))
          Found = Each;
    if (Found)
      return Found;
  }
  return nullptr;
}
} // namespace

void PreprocessorTrace::MacroExpands(const Token &Name, const MacroDefinition &Definition, SourceRange, const MacroArgs *) {
  if (const MacroInfo *Macro = Definition.getMacroInfo()) {
    auto [File, Offset] = Sources.getDecomposedExpansionLoc(Name.getLocation());
    Expansions[File].emplace(Offset, Expansion{Name.getIdentifierInfo()->getName().str(), Macro});
  }
}

void PreprocessorTrace::SourceRangeSkipped(SourceRange Range, SourceLocation) {
  auto [File, Begin] = Sources.getDecomposedLoc(Range.getBegin());
  Skipped[File][Begin] = Sources.getFileOffset(Range.getEnd());
}

std::vector<uint8_t> writeDependencies(ASTContext &Context, Preprocessor &PP, const PreprocessorTrace &Trace, const std::string &Root, const std::vector<std::string> &Names) {
  Writer Out;
  for (const std::string &Name : Names) {
    const NamedDecl *D = lookUp(Context, Name);
    Out.boolean(D != nullptr);
    if (!D)
      continue;
    Collector Parts(Context, PP, Trace, Root);
    Parts.addRoot(D);
    Parts.close();
    Parts.write(Out);
  }
  return Out.data();
}

} // namespace porting
