#include "Exporter.h"

#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace porting {

bool isReported(const ASTContext &Context, const Stmt *S); // Checks.cpp

namespace {
enum ExprTag : uint8_t {
  EUnknown, EInteger, ECharacter, EFloating, EString, EDeclRef, EParen, EUnary, EBinary, ECompoundAssign, EConditional, EBinaryConditional, EOpaque, ECast, EMember, ESubscript, ECall,
  EInitList, EImplicitValue, ECompoundLiteral, ETypeTrait, EOffsetOf, EVaArg, EStmtExpr, EAddrLabel, ESelection, EAtomic, EInitUpdate, ENoInit, EShuffleVector, EConvertVector, EVectorElement, EImaginary,
};

// Order of Porting.Clang.Ast.UnaryOp.
uint8_t unaryOp(UnaryOperatorKind Kind) {
  switch (Kind) {
  case UO_PostInc: return 0;
  case UO_PostDec: return 1;
  case UO_PreInc: return 2;
  case UO_PreDec: return 3;
  case UO_AddrOf: return 4;
  case UO_Deref: return 5;
  case UO_Plus: return 6;
  case UO_Minus: return 7;
  case UO_Not: return 8;
  case UO_LNot: return 9;
  case UO_Real: return 10;
  case UO_Imag: return 11;
  default: return 12;
  }
}

// Order of Porting.Clang.Ast.BinaryOp.
uint8_t binaryOp(BinaryOperatorKind Kind) {
  switch (Kind) {
  case BO_Mul: case BO_MulAssign: return 0;
  case BO_Div: case BO_DivAssign: return 1;
  case BO_Rem: case BO_RemAssign: return 2;
  case BO_Add: case BO_AddAssign: return 3;
  case BO_Sub: case BO_SubAssign: return 4;
  case BO_Shl: case BO_ShlAssign: return 5;
  case BO_Shr: case BO_ShrAssign: return 6;
  case BO_LT: return 7;
  case BO_GT: return 8;
  case BO_LE: return 9;
  case BO_GE: return 10;
  case BO_EQ: return 11;
  case BO_NE: return 12;
  case BO_And: case BO_AndAssign: return 13;
  case BO_Xor: case BO_XorAssign: return 14;
  case BO_Or: case BO_OrAssign: return 15;
  case BO_LAnd: return 16;
  case BO_LOr: return 17;
  case BO_Assign: return 18;
  default: return 19;
  }
}

// Order of Porting.Clang.Ast.CastKind.
uint8_t castKind(CastKind Kind) {
  switch (Kind) {
  case CK_NoOp: return 0;
  case CK_LValueToRValue: return 1;
  case CK_BitCast: return 2;
  case CK_LValueBitCast: return 3;
  case CK_ArrayToPointerDecay: return 4;
  case CK_FunctionToPointerDecay: return 5;
  case CK_NullToPointer: return 6;
  case CK_IntegralToPointer: return 7;
  case CK_PointerToIntegral: return 8;
  case CK_PointerToBoolean: return 9;
  case CK_ToVoid: return 10;
  case CK_IntegralCast: return 11;
  case CK_IntegralToBoolean: return 12;
  case CK_IntegralToFloating: return 13;
  case CK_FloatingToIntegral: return 14;
  case CK_FloatingToBoolean: return 15;
  case CK_FloatingCast: return 16;
  case CK_BooleanToSignedIntegral: return 17;
  case CK_BuiltinFnToFnPtr: return 18;
  case CK_ToUnion: return 19;
  case CK_AtomicToNonAtomic: return 20;
  case CK_NonAtomicToAtomic: return 21;
  case CK_VectorSplat: return 22;
  case CK_FloatingRealToComplex:
  case CK_FloatingComplexToReal:
  case CK_FloatingComplexToBoolean:
  case CK_FloatingComplexCast:
  case CK_FloatingComplexToIntegralComplex:
  case CK_IntegralRealToComplex:
  case CK_IntegralComplexToReal:
  case CK_IntegralComplexToBoolean:
  case CK_IntegralComplexCast:
  case CK_IntegralComplexToFloatingComplex: return 23;
  case CK_LValueToRValueBitCast: return 24;
  default: return 25;
  }
}
/// The nearest double; of a float that is no number the one with its sign and payload, which a conversion would quiet.
double asDouble(llvm::APFloat Value) {
  if (Value.isNaN() && &Value.getSemantics() == &llvm::APFloat::IEEEsingle()) {
    uint64_t Bits = Value.bitcastToAPInt().getZExtValue();
    return llvm::bit_cast<double>((Bits >> 31) << 63 | uint64_t(0x7ff) << 52 | (Bits & 0x7fffff) << 29);
  }
  bool Loses;
  Value.convert(llvm::APFloat::IEEEdouble(), llvm::APFloat::rmNearestTiesToEven, &Loses);
  return Value.convertToDouble();
}
} // namespace

/// The outermost object-like macro whose expansion is exactly this expression.
StringRef Exporter::macroName(const Expr *E) {
  SourceLocation Begin = E->getBeginLoc(), End = E->getEndLoc();
  StringRef Name;
  while (Begin.isMacroID() && End.isMacroID()) {
    if (Sources.isMacroArgExpansion(Begin) && Sources.isMacroArgExpansion(End)) {
      Begin = Sources.getImmediateSpellingLoc(Begin);
      End = Sources.getImmediateSpellingLoc(End);
      continue;
    }
    SourceLocation BehindEnd = End.getLocWithOffset(Lexer::MeasureTokenLength(Sources.getSpellingLoc(End), Sources, Context.getLangOpts()));
    if (!Sources.isAtStartOfImmediateMacroExpansion(Begin) || !Sources.isAtEndOfImmediateMacroExpansion(BehindEnd))
      break;
    CharSourceRange Range = Sources.getImmediateExpansionRange(Begin);
    if (Range.getBegin() != Sources.getImmediateExpansionRange(End).getBegin())
      break;
    if (Range.getBegin() == Range.getEnd())
      Name = Lexer::getImmediateMacroName(Begin, Sources, Context.getLangOpts());
    Begin = Range.getBegin();
    End = Range.getEnd();
  }
  return Name;
}

/// The token as written in the file, empty when it comes out of a macro.
std::string Exporter::spelled(const Expr *E) {
  SourceLocation Location = E->getBeginLoc();
  if (Location.isInvalid() || Location.isMacroID())
    return "";
  unsigned Length = Lexer::MeasureTokenLength(Location, Sources, Context.getLangOpts());
  return std::string(Sources.getCharacterData(Location), Length);
}

bool Exporter::evaluate(const Expr *E, Expr::EvalResult &Result) {
  QualType Type = E->getType();
  bool IsArithmetic = !E->isLValue() && !E->isValueDependent() && !Type.isNull() && (Type->isIntegralOrEnumerationType() || Type->isRealFloatingType());
  return IsArithmetic && !isa<InitListExpr, OpaqueValueExpr>(E) && E->EvaluateAsRValue(Result, Context) && !Result.HasSideEffects && (Checks.empty() || !(Result.HasUndefinedBehavior || isReported(Context, E)));
}

/// Numbers of types that C# lacks: _BitInt, and floating point but float, double and long double.
static bool isOwnNumber(QualType Type) {
  const clang::Type *T = Type.getCanonicalType().getTypePtr();
  return isa<BitIntType>(T) || T->isFloat16Type() || T->isHalfType() || T->isBFloat16Type();
}

/// Its bits, the lowest word first; of an integer with the sign in front.
static void writeWords(Writer &Out, const llvm::APInt &Bits) {
  Out.uint(Bits.getNumWords());
  for (unsigned I = 0; I < Bits.getNumWords(); ++I)
    Out.sint(int64_t(Bits.getRawData()[I]));
}

void Exporter::writeConstant(Writer &Out, const Expr *E, StringRef Macro) {
  Expr::EvalResult Result;
  if (!evaluate(E, Result)) {
    Out.u8(0);
  } else if (isOwnNumber(E->getType())) {
    Out.u8(4);
    if (Result.Val.isInt()) {
      const llvm::APSInt &Value = Result.Val.getInt();
      writeWords(Out, Value.extend((Value.getBitWidth() + 63) / 64 * 64));
    } else {
      writeWords(Out, Result.Val.getFloat().bitcastToAPInt());
    }
  } else if (Result.Val.isInt()) {
    const llvm::APSInt &Value = Result.Val.getInt();
    noteMacro(E, Macro, Value);
    Out.u8(1);
    Out.sint(Value.isSigned() ? Value.getSExtValue() : int64_t(Value.getZExtValue()));
  } else if (Result.Val.isFloat()) {
    llvm::APFloat Value = Result.Val.getFloat();
    bool IsExtended = &Value.getSemantics() == &llvm::APFloat::x87DoubleExtended();
    llvm::APInt Bits = Value.bitcastToAPInt();
    Out.u8(IsExtended ? 3 : 2);
    Out.real(asDouble(Value));
    if (IsExtended) {
      Out.uint(Bits.getRawData()[1] & 0xffff);
      Out.sint(int64_t(Bits.getRawData()[0]));
    }
  } else {
    Out.u8(0);
  }
}

void Exporter::writeExprHead(Writer &Out, uint8_t Kind, const Expr *E) {
  Out.u8(Kind);
  writeSpan(Out, E->getSourceRange());
  Out.uint(typeId(E->getType()));
  bool IsCounted = hasCounters(E);
  std::vector<std::string> Check = checkOf(E);
  Out.u8(uint8_t((E->isLValue() ? 1 : 0) | (E->getObjectKind() == OK_BitField ? 2 : 0) | (Check.empty() && !GuardOf.count(E) ? 0 : 4)));
  StringRef Macro = IsCounted ? StringRef() : macroName(E);
  if (IsCounted)
    Out.u8(0);
  else
    writeConstant(Out, E, Macro);
  Out.uint(str(nameFor(Macro)));
  if (!Check.empty() || GuardOf.count(E))
    writeCheck(Out, E, Check);
  writeExpansions(Out, E);
}

void Exporter::writeString(Writer &Out, const StringLiteral *E) {
  Out.bytes(E->getBytes().str());
  Out.uint(E->getCharByteWidth());
  auto [It, IsNew] = LiteralIds.try_emplace(E, uint32_t(LiteralIds.size()));
  Out.uint(It->second);
}

void Exporter::writeInitList(Writer &Out, const InitListExpr *E) {
  // #embed is one element of the list and stands for as many as it has bytes.
  size_t Count = 0;
  auto embedded = [](const Expr *Element) { return Element ? dyn_cast<EmbedExpr>(Element->IgnoreParenImpCasts()) : nullptr; };
  for (const Expr *Element : E->inits())
    Count += embedded(Element) ? embedded(Element)->getDataElementCount() : 1;
  Out.uint(Count);
  for (const Expr *Element : E->inits())
    if (const EmbedExpr *Embed = embedded(Element))
      for (const IntegerLiteral *Byte : Embed->underlying_data_elements()) {
        llvm::APInt Value = Byte->getValue() & 0xff; // clang's own is one of a char
        const_cast<IntegerLiteral *>(Byte)->setValue(Context, Value);
        writeOptional(Out, Byte);
      }
    else
      writeOptional(Out, Element);
  writeOptional(Out, E->hasArrayFiller() ? E->getArrayFiller() : nullptr);
  Out.uint(E->getInitializedFieldInUnion() ? declId(E->getInitializedFieldInUnion()) + 1 : 0);
  std::vector<const FieldDecl *> Fields;
  if (auto *Record = E->getType()->getAs<RecordType>(); Record && !Record->getDecl()->isUnion())
    for (const FieldDecl *Field : Record->getDecl()->fields())
      if (!Field->isUnnamedBitField())
        Fields.push_back(Field);
  listMembers(E->getType());
  Out.uint(Fields.size());
  for (const FieldDecl *Field : Fields)
    Out.uint(declId(Field));
}

/// What stands for __builtin_dump_struct: the calls that clang makes of it, as a statement expression. What they share
/// is written out wherever they use it; false where evaluating that more than once is not the same.
bool Exporter::writePseudoObject(Writer &Out, const PseudoObjectExpr *E) {
  std::vector<Stmt *> Parts;
  for (const Expr *Part : E->semantics())
    if (auto *Shared = dyn_cast<OpaqueValueExpr>(Part)) {
      if (Shared->getSourceExpr()->HasSideEffects(Context))
        return false;
      WrittenOut.insert(Shared);
    } else {
      Parts.push_back(const_cast<Expr *>(Part));
    }
  writeExprHead(Out, EStmtExpr, E);
  writeStmt(Out, CompoundStmt::Create(Context, Parts, FPOptionsOverride(), E->getBeginLoc(), E->getEndLoc()));
  return true;
}

void Exporter::writeExpr(Writer &Out, const Expr *E) {
  if (!Counters.empty() && !Uncounted) {
    const Expr *Asked = countedArgument(E);
    if (!Asked && isUnevaluated(E)) {
      ++Uncounted;
      writeExpr(Out, E);
      --Uncounted;
      return;
    }
    if (Asked)
      return writeExpr(Out, Asked);
  }
  if (auto *C = dyn_cast<FullExpr>(E))
    return writeExpr(Out, C->getSubExpr());
  if (auto *M = dyn_cast<MaterializeTemporaryExpr>(E))
    return writeExpr(Out, M->getSubExpr());
  if (auto *List = dyn_cast<InitListExpr>(E); List && List->isSyntacticForm() && List->getSemanticForm())
    E = List->getSemanticForm();
  if (!Checks.empty()) {
    if (const Expr *Guarded = guarded(E); Guarded != E)
      return writeExpr(Out, Guarded);
    guardOperands(E);
  }
  E = counted(rounded(E));

  auto Head = [&](ExprTag Tag) { writeExprHead(Out, Tag, E); };

  if (auto *I = dyn_cast<IntegerLiteral>(E)) {
    Head(EInteger);
    llvm::APInt V = I->getValue();
    llvm::APInt Low = E->getType()->isSignedIntegerType() ? V.sextOrTrunc(64) : V.zextOrTrunc(64);
    Out.sint(int64_t(Low.getRawData()[0]));
    Out.uint(str(spelled(E)));
  } else if (auto *C = dyn_cast<CharacterLiteral>(E)) {
    Head(ECharacter);
    Out.sint(int32_t(C->getValue()));
    Out.uint(str(spelled(E)));
  } else if (auto *F = dyn_cast<FloatingLiteral>(E)) {
    Head(EFloating);
    llvm::APFloat V = F->getValue();
    bool Loses;
    V.convert(llvm::APFloat::IEEEdouble(), llvm::APFloat::rmNearestTiesToEven, &Loses);
    Out.real(V.convertToDouble());
    Out.uint(str(spelled(E)));
  } else if (auto *S = dyn_cast<StringLiteral>(E)) {
    Head(EString);
    writeString(Out, S);
  } else if (auto *P = dyn_cast<PredefinedExpr>(E); P && P->getFunctionName()) {
    Head(EString);
    writeString(Out, P->getFunctionName());
  } else if (auto *D = dyn_cast<DeclRefExpr>(E)) {
    Head(EDeclRef);
    if (auto *F = dyn_cast<FunctionDecl>(D->getDecl()); F && !Callees.count(E))
      noteUse(F);
    Out.uint(declId(D->getDecl()));
  } else if (auto *P = dyn_cast<ParenExpr>(E)) {
    Head(EParen);
    writeExpr(Out, P->getSubExpr());
  } else if (auto *U = dyn_cast<UnaryOperator>(E)) {
    Head(EUnary);
    Out.u8(unaryOp(U->getOpcode()));
    writeExpr(Out, U->getSubExpr());
  } else if (auto *C = dyn_cast<CompoundAssignOperator>(E)) {
    Head(ECompoundAssign);
    Out.u8(binaryOp(C->getOpcode()));
    const Expr *Wide = unrounded(C);
    writeExpr(Out, C->getLHS());
    writeExpr(Out, Wide ? Wide : C->getRHS());
    Out.uint(typeId(Wide ? Wide->getType() : C->getComputationLHSType()));
    Out.uint(typeId(Wide ? Wide->getType() : C->getComputationResultType()));
  } else if (auto *B = dyn_cast<BinaryOperator>(E)) {
    Head(EBinary);
    Out.u8(binaryOp(B->getOpcode()));
    writeExpr(Out, B->getLHS());
    writeExpr(Out, B->getRHS());
  } else if (auto *C = dyn_cast<ConditionalOperator>(E)) {
    Head(EConditional);
    writeExpr(Out, C->getCond());
    writeExpr(Out, C->getTrueExpr());
    writeExpr(Out, C->getFalseExpr());
  } else if (auto *C = dyn_cast<BinaryConditionalOperator>(E)) {
    Head(EBinaryConditional);
    writeExpr(Out, C->getCommon());
    writeExpr(Out, C->getCond());
    writeExpr(Out, C->getTrueExpr());
    writeExpr(Out, C->getFalseExpr());
  } else if (auto *O = dyn_cast<OpaqueValueExpr>(E); O && WrittenOut.count(O)) {
    writeExpr(Out, O->getSourceExpr());
  } else if (O) {
    Head(EOpaque);
    auto [It, IsNew] = LiteralIds.try_emplace(O, uint32_t(LiteralIds.size()));
    Out.uint(It->second);
  } else if (auto *C = dyn_cast<CastExpr>(E)) {
    Head(ECast);
    Out.u8(castKind(C->getCastKind()));
    Out.boolean(isa<ImplicitCastExpr>(C));
    Out.uint(str(C->getCastKindName()));
    writeExpr(Out, C->getSubExpr());
  } else if (auto *M = dyn_cast<MemberExpr>(E); M && isa<FieldDecl>(M->getMemberDecl())) {
    Head(EMember);
    Out.boolean(M->isArrow());
    Out.uint(declId(M->getMemberDecl()));
    writeExpr(Out, M->getBase());
  } else if (auto *A = dyn_cast<ArraySubscriptExpr>(E)) {
    Head(ESubscript);
    writeExpr(Out, A->getBase());
    writeExpr(Out, A->getIdx());
  } else if (auto *C = dyn_cast<CallExpr>(E)) {
    Head(ECall);
    noteCall(C);
    const FunctionDecl *Target = C->getDirectCallee();
    unsigned Id = Target ? Target->getBuiltinID() : 0;
    bool IsProcessors = Id >= Builtin::FirstTSBuiltin; // _mm_getcsr and its like are declared by headers
    StringRef Builtin = Id && !Context.BuiltinInfo.isPredefinedLibFunction(Id) && (IsProcessors || Target->getName().starts_with("__")) ? Target->getName() : StringRef();
    if (Target && Target->getBuiltinID() == Builtin::BIalloca)
      Builtin = "alloca";
    if (isOurs(C))
      Builtin = Target->getName();
    Out.uint(str(Builtin));
    Out.boolean(!Builtin.empty() && Id && Context.BuiltinInfo.isLibFunction(Target->getBuiltinID()));
    Out.uint(Target ? declId(Target) + 1 : 0);
    writeExpr(Out, C->getCallee());
    Out.uint(C->getNumArgs());
    for (const Expr *Argument : C->arguments())
      writeExpr(Out, Argument);
  } else if (auto *L = dyn_cast<InitListExpr>(E)) {
    Head(EInitList);
    writeInitList(Out, L);
  } else if (isa<CXXNullPtrLiteralExpr>(E)) {
    Head(ECast);
    Out.u8(castKind(CK_NullToPointer));
    Out.boolean(true);
    Out.uint(str("NullToPointer"));
    writeExpr(Out, IntegerLiteral::Create(Context, llvm::APInt(32, 0), Context.IntTy, E->getBeginLoc()));
  } else if (isa<ImplicitValueInitExpr>(E)) {
    Head(EImplicitValue);
  } else if (auto *C = dyn_cast<CompoundLiteralExpr>(E)) {
    Head(ECompoundLiteral);
    Out.boolean(C->isFileScope());
    auto [It, IsNew] = LiteralIds.try_emplace(C, uint32_t(LiteralIds.size()));
    Out.uint(It->second);
    writeLiteralImage(Out, C);
    writeExpr(Out, C->getInitializer());
  } else if (auto *T = dyn_cast<UnaryExprOrTypeTraitExpr>(E); T && (T->getKind() == UETT_SizeOf || T->getKind() == UETT_AlignOf || T->getKind() == UETT_PreferredAlignOf)) {
    Head(ETypeTrait);
    Out.u8(T->getKind() == UETT_SizeOf ? 0 : 1);
    Out.uint(typeId(T->getTypeOfArgument()));
    Out.boolean(T->isArgumentType());
    writeOptional(Out, T->isArgumentType() ? nullptr : T->getArgumentExpr());
  } else if (auto *O = dyn_cast<OffsetOfExpr>(E)) {
    Head(EOffsetOf);
    Out.uint(typeId(O->getTypeSourceInfo()->getType()));
    Out.uint(O->getNumComponents());
    for (unsigned I = 0; I < O->getNumComponents(); ++I) {
      const OffsetOfNode &Node = O->getComponent(I);
      Out.uint(Node.getKind() == OffsetOfNode::Field ? declId(Node.getField()) + 1 : 0);
      writeOptional(Out, Node.getKind() == OffsetOfNode::Array ? O->getIndexExpr(Node.getArrayExprIndex()) : nullptr);
    }
  } else if (auto *V = dyn_cast<VAArgExpr>(E)) {
    Head(EVaArg);
    writeExpr(Out, V->getSubExpr());
  } else if (auto *S = dyn_cast<StmtExpr>(E)) {
    Head(EStmtExpr);
    writeStmt(Out, S->getSubStmt());
  } else if (auto *A = dyn_cast<AddrLabelExpr>(E)) {
    Head(EAddrLabel);
    Out.uint(declId(A->getLabel()));
  } else if (auto *G = dyn_cast<GenericSelectionExpr>(E)) {
    Head(ESelection);
    writeExpr(Out, G->getResultExpr());
  } else if (auto *C = dyn_cast<ChooseExpr>(E)) {
    Head(ESelection);
    writeExpr(Out, C->getChosenSubExpr());
  } else if (auto *A = dyn_cast<AtomicExpr>(E)) {
    Head(EAtomic);
    Out.uint(str(A->getOpAsString()));
    Out.uint(A->getNumSubExprs());
    for (unsigned I = 0; I < A->getNumSubExprs(); ++I)
      writeExpr(Out, A->getSubExprs()[I]);
  } else if (auto *I = dyn_cast<ImaginaryLiteral>(E)) {
    Head(EImaginary);
    writeExpr(Out, I->getSubExpr());
  } else if (auto *U = dyn_cast<DesignatedInitUpdateExpr>(E)) {
    Head(EInitUpdate);
    writeExpr(Out, U->getBase());
    writeExpr(Out, U->getUpdater());
  } else if (isa<NoInitExpr>(E)) {
    Head(ENoInit);
  } else if (auto *S = dyn_cast<ShuffleVectorExpr>(E)) {
    Head(EShuffleVector);
    Out.uint(S->getNumSubExprs());
    for (unsigned I = 0; I < S->getNumSubExprs(); ++I)
      writeExpr(Out, S->getExpr(I));
  } else if (auto *C = dyn_cast<ConvertVectorExpr>(E)) {
    Head(EConvertVector);
    writeExpr(Out, C->getSrcExpr());
  } else if (auto *V = dyn_cast<ExtVectorElementExpr>(E)) {
    Head(EVectorElement);
    Out.boolean(V->isArrow());
    llvm::SmallVector<uint32_t, 4> Elements;
    V->getEncodedElementAccess(Elements);
    Out.uint(Elements.size());
    for (uint32_t Element : Elements)
      Out.uint(Element);
    writeExpr(Out, V->getBase());
  } else if (auto *P = dyn_cast<PseudoObjectExpr>(E); P && writePseudoObject(Out, P)) {
  } else if (auto *S = dyn_cast<SourceLocExpr>(E); S && !S->isIntType()) {
    const Expr *Text = S->EvaluateInContext(Context, nullptr).getLValueBase().dyn_cast<const Expr *>();
    Head(EString);
    writeString(Out, cast<StringLiteral>(Text));
  } else {
    Head(EUnknown);
    Out.uint(str(E->getStmtClassName()));
  }
}

} // namespace porting
