// What the sanitizer of undefined behaviour has to know of an operation: the place that its message names, and its types (clang/lib/CodeGen: CGExpr.cpp, EmitCheckSourceLocation and EmitCheckTypeDescriptor; which operations it looks at: CGExprScalar.cpp).
// The check itself is clang's: it compiles the operation as an expression of its own.
#include "Exporter.h"

#include "clang/AST/Attr.h"
#include "clang/Basic/Builtins.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;

namespace porting {

/// The checks of the whole unit that are about C's operations.
SanitizerMask Exporter::unitChecks() const {
  const LangOptions &Options = Context.getLangOpts();
  SanitizerMask Trapping = Options.getSignedOverflowBehavior() == LangOptions::SOB_Trapping ? SanitizerKind::SignedIntegerOverflow : SanitizerMask();
  return (Options.Sanitize.Mask & (SanitizerKind::Undefined | SanitizerKind::Integer | SanitizerKind::FloatDivideByZero)) | Trapping;
}

/// Those of a function: its attributes take some away (CodeGenFunction::StartFunction); -ftrapv is no sanitizer.
SanitizerMask Exporter::checksOf(const FunctionDecl *F) const {
  const LangOptions &Options = Context.getLangOpts();
  SanitizerMask Mask = unitChecks();
  for (auto *Spared : F->specific_attrs<NoSanitizeAttr>())
    Mask &= ~Spared->getMask();
  if (Options.getSignedOverflowBehavior() == LangOptions::SOB_Trapping)
    Mask |= SanitizerKind::SignedIntegerOverflow;
  return Mask;
}

/// A type as the runtime has it: kind, width and signedness, name.
std::string Exporter::describe(QualType Type) const {
  unsigned Kind = 0xffff, Info = 0;
  if (Type->isIntegerType()) {
    Kind = 0;
    Info = llvm::Log2_32(Context.getTypeSize(Type)) << 1 | (Type->isSignedIntegerType() ? 1 : 0);
  } else if (Type->isFloatingType()) {
    Kind = 1;
    Info = Context.getTypeSize(Type);
  }
  llvm::SmallString<64> Name;
  Context.getDiagnostics().ConvertArgToString(DiagnosticsEngine::ak_qualtype, reinterpret_cast<intptr_t>(Type.getAsOpaquePtr()), StringRef(), StringRef(), {}, Name, {});
  return std::to_string(Kind) + " " + std::to_string(Info) + " " + Name.str().str();
}

/// The types of an arithmetic operation that is checked; none where it is not.
std::vector<QualType> Exporter::checkedOperands(const Expr *E) const {
  auto Overflows = [&](QualType Type) {
    return Type->isSignedIntegerOrEnumerationType() ? Checks.has(SanitizerKind::SignedIntegerOverflow) : Type->isUnsignedIntegerType() && Checks.has(SanitizerKind::UnsignedIntegerOverflow);
  };
  auto IsAtomicStep = [&](const Expr *Place, QualType Type) { // one instruction, which nobody looks at
    bool IsTrapping = Context.getLangOpts().getSignedOverflowBehavior() == LangOptions::SOB_Trapping;
    return Place->getType()->isAtomicType() && !IsTrapping && !(Type->isUnsignedIntegerType() && Checks.has(SanitizerKind::UnsignedIntegerOverflow));
  };
  if (auto *Unary = dyn_cast<UnaryOperator>(E)) {
    QualType Type = Unary->getType();
    if (Unary->isIncrementDecrementOp() && IsAtomicStep(Unary->getSubExpr(), Type))
      return {};
    bool IsStep = Unary->isIncrementDecrementOp() && Unary->canOverflow() && !Context.isPromotableIntegerType(Type);
    return (Unary->getOpcode() == UO_Minus || IsStep) && Type->isIntegerType() && !Type->isBooleanType() && Overflows(Type) ? std::vector{Type} : std::vector<QualType>();
  }
  auto *Binary = dyn_cast<BinaryOperator>(E);
  if (!Binary)
    return {};
  auto *Compound = dyn_cast<CompoundAssignOperator>(E);
  QualType Type = Compound ? Compound->getComputationResultType() : E->getType();
  switch (Compound ? BinaryOperator::getOpForCompoundAssignment(Binary->getOpcode()) : Binary->getOpcode()) {
  case BO_Add:
  case BO_Sub:
    if (Compound && IsAtomicStep(Compound->getLHS(), E->getType()))
      return {};
    [[fallthrough]];
  case BO_Mul:
    return Type->isIntegerType() && Overflows(Type) ? std::vector{Type} : std::vector<QualType>();
  case BO_Div:
    if (Type->isRealFloatingType() && Checks.has(SanitizerKind::FloatDivideByZero))
      return {Type};
    [[fallthrough]];
  case BO_Rem:
    return Type->isIntegerType() && Checks.hasOneOf(SanitizerKind::IntegerDivideByZero | SanitizerKind::SignedIntegerOverflow) ? std::vector{Type} : std::vector<QualType>();
  case BO_Shl:
  case BO_Shr:
    return Type->isIntegerType() && Checks.hasOneOf(SanitizerKind::Shift | SanitizerKind::UnsignedShiftBase) ? std::vector{Binary->getLHS()->getType(), Binary->getRHS()->getType()} : std::vector<QualType>();
  default:
    return {};
  }
}

/// The array that a pointer is; null for any other one.
static const Expr *decayed(const Expr *Pointer) {
  auto *Decay = dyn_cast<CastExpr>(Pointer->IgnoreParens());
  return Decay && Decay->getCastKind() == CK_ArrayToPointerDecay ? Decay->getSubExpr() : nullptr;
}

/// What a member counted_by says how many elements the array has; null for others, and where the struct is found by what has an effect.
Expr *countOf(ASTContext &Context, const Expr *Pointer) {
  const Expr *Array = decayed(Pointer);
  auto *Member = Array ? dyn_cast<MemberExpr>(Array->IgnoreParens()) : nullptr;
  auto *Counted = Member ? Member->getMemberDecl()->getType()->getAs<CountAttributedType>() : nullptr;
  if (!Counted || Counted->isCountInBytes() || Counted->getCoupledDecls().size() != 1)
    return nullptr;
  auto *Count = dyn_cast<FieldDecl>(Counted->getCoupledDecls()[0].getDecl());
  while (Member && Count && cast<FieldDecl>(Member->getMemberDecl())->getParent() != Count->getParent())
    Member = dyn_cast<MemberExpr>(Member->getBase()->IgnoreParens());
  if (!Member || !Count || Member->getBase()->HasSideEffects(Context))
    return nullptr;
  QualType Type = Count->getType();
  Expr *Place = MemberExpr::CreateImplicit(Context, Member->getBase(), Member->isArrow(), Count, Type, VK_LValue, Count->isBitField() ? OK_BitField : OK_Ordinary);
  return ImplicitCastExpr::Create(Context, Type.getUnqualifiedType(), CK_LValueToRValue, Place, nullptr, VK_PRValue, FPOptionsOverride());
}

/// The array that an index counts elements of (CGExpr.cpp, getArrayIndexingBound): not the last member of a struct that may have more of them.
static QualType boundedArray(ASTContext &Context, const Expr *Pointer) {
  const Expr *Array = decayed(Pointer);
  if (!Array)
    return {};
  bool IsFlexible = Array->isFlexibleArrayMemberLike(Context, Context.getLangOpts().getStrictFlexArraysLevel()) && !countOf(Context, Pointer);
  return IsFlexible ? QualType() : Array->getType();
}

/// A pointer and what is added to it or taken away; nothing for what is no such sum.
std::pair<const Expr *, const Expr *> indexed(const Expr *E) {
  if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(E))
    return {Subscript->getBase(), Subscript->getIdx()};
  auto *Binary = dyn_cast<BinaryOperator>(E);
  if (!Binary || !Binary->isAdditiveOp() || !E->getType()->isPointerType())
    return {};
  bool IsFirst = Binary->getLHS()->getType()->isPointerType();
  return IsFirst ? std::pair(Binary->getLHS(), Binary->getRHS()) : std::pair(Binary->getRHS(), Binary->getLHS());
}

/// Of an index: its array's type and its own.
static std::vector<QualType> checkedIndex(ASTContext &Context, const Expr *E) {
  auto [Pointer, Index] = indexed(E);
  QualType Array = !Pointer ? QualType() : Pointer->getType()->isVectorType() ? Pointer->getType() : boundedArray(Context, Pointer);
  return Array.isNull() ? std::vector<QualType>() : std::vector{Array, Index->getType()};
}

/// Of a conversion from floating point to an integer: both types (CGExprScalar.cpp, EmitFloatConversionCheck).
static std::vector<QualType> checkedConversion(const Expr *E) {
  if (auto *Compound = dyn_cast<CompoundAssignOperator>(E); Compound && E->getType()->isIntegerType() && !E->getType()->isBooleanType() && Compound->getComputationResultType()->isRealFloatingType())
    return {Compound->getComputationResultType(), E->getType()};
  auto *Cast = dyn_cast<CastExpr>(E);
  return Cast && Cast->getCastKind() == CK_FloatingToIntegral ? std::vector{Cast->getSubExpr()->getType(), E->getType()} : std::vector<QualType>();
}

/// A shift of constants that clang folds and that is not defined: of a negative number, by too much, into the sign.
static bool isBadShift(const ASTContext &Context, const BinaryOperator *Shift) {
  Expr::EvalResult Left, Right;
  if (!Shift->isShiftOp() || !Shift->getLHS()->EvaluateAsInt(Left, Context) || !Shift->getRHS()->EvaluateAsInt(Right, Context))
    return false;
  const llvm::APSInt &Value = Left.Val.getInt(), &Count = Right.Val.getInt();
  if (Count.isNegative() || Count.uge(Value.getBitWidth()))
    return true;
  return Shift->getOpcode() == BO_Shl && Value.isSigned() && (Value.isNegative() || Value.getActiveBits() + Count.getZExtValue() >= Value.getBitWidth());
}

/// Whether a constant is made of what a sanitizer reports: no constant then (Expr::EvaluateAsRValue tells of overflow alone).
bool isReported(const ASTContext &Context, const Stmt *S) {
  auto *Binary = dyn_cast_or_null<BinaryOperator>(S);
  if (!S || (Binary && isBadShift(Context, Binary)))
    return S;
  return !isa<UnaryExprOrTypeTraitExpr>(S) && llvm::any_of(S->children(), [&](const Stmt *Child) { return Child && isReported(Context, Child); });
}

static constexpr llvm::StringLiteral Absolute[] = {"abs", "labs", "llabs"}, Zeros[] = {"ctz", "ctzl", "ctzll", "ctzs", "clz", "clzl", "clzll", "clzs"};

/// A call of the builtin, with __builtin_ in front or not.
static bool isOneOf(const Expr *E, llvm::ArrayRef<llvm::StringLiteral> Names) {
  auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *Target = Call && Call->getNumArgs() == 1 ? Call->getDirectCallee() : nullptr;
  if (!Target || !Target->getBuiltinID())
    return false;
  StringRef Name = Target->getName();
  Name.consume_front("__builtin_");
  return llvm::is_contained(Names, Name);
}

/// What __builtin_assume_aligned takes, as it is written; null for any other expression.
static const Expr *assumed(const Expr *E) {
  auto *Call = dyn_cast<CallExpr>(E);
  if (!Call || Call->getBuiltinCallee() != Builtin::BI__builtin_assume_aligned)
    return nullptr;
  auto *Cast = dyn_cast<CastExpr>(Call->getArg(0));
  return Cast ? Cast->getSubExprAsWritten() : Call->getArg(0);
}

/// Nothing for most: the head of the expression says whether there is anything.
std::vector<std::string> Exporter::checkOf(const Expr *E) const {
  std::vector<std::string> Types;
  if (Checks.empty())
    return Types;
  std::vector<QualType> Found = checkedOperands(E);
  if (Found.empty() && Checks.has(SanitizerKind::ArrayBounds))
    Found = checkedIndex(Context, E);
  if (Found.empty() && Checks.has(SanitizerKind::FloatCastOverflow))
    Found = checkedConversion(E);
  for (QualType Type : Found)
    Types.push_back(describe(Type));
  if (const Expr *Pointer = assumed(E); Pointer && Checks.has(SanitizerKind::Alignment))
    Types.push_back(describe(Pointer->getType()->isArrayType() ? Context.getArrayDecayedType(Pointer->getType()) : Pointer->getType()));
  if (auto *Load = dyn_cast<CastExpr>(E); Load && Load->getCastKind() == CK_LValueToRValue && E->getType()->isBooleanType() && !Load->getSubExpr()->getType()->isAtomicType() && Load->getSubExpr()->getObjectKind() != OK_BitField && Checks.has(SanitizerKind::Bool))
    Types.push_back(describe(Load->getSubExpr()->getType()));
  if (Checks.has(SanitizerKind::Builtin) && isOneOf(E, Zeros))
    Types.push_back(describe(E->getType()));
  if (Checks.has(SanitizerKind::SignedIntegerOverflow) && isOneOf(E, Absolute))
    Types.push_back(describe(E->getType()));
  if (auto *Step = dyn_cast<UnaryOperator>(E); Checks.has(SanitizerKind::PointerOverflow) && E->getType()->isPointerType())
    if (isa<CompoundAssignOperator>(E) || (Step && Step->isIncrementDecrementOp()))
      Types.push_back(describe(E->getType()));
  if (auto *Call = dyn_cast<CallExpr>(E); Call && Call->getBuiltinCallee() == Builtin::BI__builtin_unreachable && Checks.has(SanitizerKind::Unreachable))
    Types.push_back("");
  return Types;
}

void Exporter::writePlace(Writer &Out, SourceLocation At) {
  PresumedLoc Place = Sources.getPresumedLoc(At);
  Out.uint(str(Place.isValid() ? Place.getFilename() : ""));
  Out.uint(Place.isValid() ? Place.getLine() : 0);
  Out.uint(Place.isValid() ? Place.getColumn() : 0);
}

void Exporter::writeCheck(Writer &Out, const Expr *E, const std::vector<std::string> &Types) {
  // CGBuiltin.cpp, EmitOverflowCheckedAbs
  const Expr *At = isOneOf(E, Absolute) ? cast<CallExpr>(E)->getArg(0) : E;
  auto *Load = dyn_cast<CastExpr>(E);
  if (Load && Load->getCastKind() == CK_LValueToRValue)
    At = Load->getSubExpr()->IgnoreParens();
  if (const Expr *Pointer = assumed(E))
    At = Pointer;
  auto Guarded = GuardOf.find(E);
  bool IsGuard = Guarded != GuardOf.end();
  const std::vector<std::string> &Found = IsGuard ? Guarded->second.Types : Types;
  writePlace(Out, IsGuard ? Guarded->second.At : At->getExprLoc());
  Out.uint(Found.size());
  for (const std::string &Type : Found)
    Out.uint(str(Type));
  const Attr *Cause = IsGuard ? Guarded->second.Cause : nullptr;
  Out.boolean(Cause);
  if (Cause)
    writePlace(Out, Cause->getLocation());
}

} // namespace porting
