// Places and calls that the sanitizer of undefined behaviour looks at, in the tree: what it looks at is the argument of a call that gives it back. Which they are: clang/lib/CodeGen/CGExpr.cpp, EmitTypeCheck and its callers (null, alignment, object-size), EmitCheckedInBoundsGEP (pointer-overflow); CGCall.cpp, EmitNonNullArgCheck, EmitReturnValueCheck, EmitUnreachable; CGExpr.cpp, EmitCall (function).
//
// p->a.b -> __port_access(__port_access(p), at a)->a.b, a[i] -> *__port_access(__port_sum(&a[i])), f(p) -> f(__port_nonnull(p)), return p -> return __port_returned(p), h(x) -> __port_callee(h)(x), exit(1) -> exit(1), __port_unreachable().
#include "Exporter.h"

#include "clang/AST/Attr.h"
#include "clang/AST/Mangle.h"
#include "clang/Basic/Builtins.h"
#include "llvm/Support/xxhash.h"

using namespace clang;

namespace porting {

Expr *countOf(ASTContext &Context, const Expr *Pointer); // Checks.cpp
std::pair<const Expr *, const Expr *> indexed(const Expr *E);

namespace {
/// CodeGenFunction::TypeCheckKind, by which the runtime says what is done.
enum AccessKind { Load = 0, Store = 1, MemberAccess = 3 };

/// What an access is not looked at for.
enum : uint64_t { SparesSize = 1, SparesNull = 2 };

/// An alignment that clang knows of a place, in bytes, and whether it knows it of a declaration (LValueBaseInfo, AlignmentSource::Decl).
struct KnownAlign {
  uint64_t Bytes;
  bool IsDeclared;
};

/// CodeGenModule::getNaturalTypeAlignment
uint64_t naturalAlign(const ASTContext &Context, QualType Type) {
  Type = Type->isIncompleteType() || !Type->isArrayType() || Type->getAs<TypedefType>() ? Type : Context.getBaseElementType(Type);
  return Type->isIncompleteType() || Type->isFunctionType() ? 1 : Context.getTypeAlignInChars(Type).getQuantity();
}

uint64_t atOffset(uint64_t Align, uint64_t Offset) { return Offset == 0 ? Align : std::min(Align, Offset & -Offset); }

uint64_t sizeOf(const ASTContext &Context, QualType Type) { return Type->isIncompleteType() || Type->isFunctionType() || Type->isVariableArrayType() ? 1 : Context.getTypeSizeInChars(Type).getQuantity(); }

KnownAlign placeAlign(const ASTContext &Context, const Expr *E);

/// CodeGenFunction::EmitPointerWithAlignment
KnownAlign pointerAlign(const ASTContext &Context, const Expr *E) {
  E = E->IgnoreParens();
  KnownAlign Natural{naturalAlign(Context, E->getType()->getPointeeType()), false};
  if (auto *Address = dyn_cast<UnaryOperator>(E); Address && Address->getOpcode() == UO_AddrOf)
    return placeAlign(Context, Address->getSubExpr());
  auto *Cast = dyn_cast<CastExpr>(E);
  if (!Cast)
    return Natural;
  if (Cast->getCastKind() == CK_ArrayToPointerDecay)
    return placeAlign(Context, Cast->getSubExpr());
  QualType From = Cast->getSubExpr()->getType();
  if ((Cast->getCastKind() != CK_BitCast && Cast->getCastKind() != CK_NoOp) || !From->isPointerType() || From->isVoidPointerType())
    return Natural;
  KnownAlign Inner = pointerAlign(Context, Cast->getSubExpr());
  return isa<ExplicitCastExpr>(Cast) && !Inner.IsDeclared ? Natural : Inner;
}

/// Of an lvalue.
KnownAlign placeAlign(const ASTContext &Context, const Expr *E) {
  E = E->IgnoreParens();
  if (auto *Reference = dyn_cast<DeclRefExpr>(E))
    return {std::max<uint64_t>(naturalAlign(Context, E->getType()), Reference->getDecl()->getMaxAlignment() / 8), true};
  if (auto *Member = dyn_cast<MemberExpr>(E)) {
    KnownAlign Base = Member->isArrow() ? pointerAlign(Context, Member->getBase()) : placeAlign(Context, Member->getBase());
    return {atOffset(Base.Bytes, Context.getFieldOffset(Member->getMemberDecl()) / 8), true};
  }
  if (auto *Deref = dyn_cast<UnaryOperator>(E); Deref && Deref->getOpcode() == UO_Deref)
    return pointerAlign(Context, Deref->getSubExpr());
  if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(E); Subscript && Subscript->getBase()->getType()->isPointerType()) {
    KnownAlign Base = pointerAlign(Context, Subscript->getBase());
    Expr::EvalResult Index;
    uint64_t Distance = sizeOf(Context, E->getType());
    if (Subscript->getIdx()->EvaluateAsInt(Index, Context))
      Distance *= Index.Val.getInt().getExtValue();
    return {atOffset(Base.Bytes, Distance), Base.IsDeclared};
  }
  return {naturalAlign(Context, E->getType()), false};
}

/// A place that is loaded or stored as one value.
bool isScalar(QualType Type) {
  Type = Type.getAtomicUnqualifiedType().getCanonicalType();
  return !Type->isRecordType() && !Type->isAnyComplexType();
}

bool isPlace(const Expr *E) { return E->isLValue() && E->getObjectKind() == OK_Ordinary && !E->getType().isVolatileQualified(); }

/// What a place is reached through: the pointer that is followed, or the element of an array; null for a variable. The distance from there grows by Offset.
const Expr *rootOf(const ASTContext &Context, const Expr *E, uint64_t &Offset) {
  for (E = E->IgnoreParens();; E = E->IgnoreParens()) {
    if (auto *Member = dyn_cast<MemberExpr>(E); Member && isa<FieldDecl>(Member->getMemberDecl())) {
      Offset += Context.getFieldOffset(Member->getMemberDecl()) / 8;
      E = Member->getBase();
      if (Member->isArrow())
        return E;
      continue;
    }
    if (auto *Deref = dyn_cast<UnaryOperator>(E); Deref && Deref->getOpcode() == UO_Deref)
      return Deref->getSubExpr();
    auto *Subscript = dyn_cast<ArraySubscriptExpr>(E);
    return Subscript && Subscript->getBase()->getType()->isPointerType() ? E : nullptr;
  }
}

/// Not (char *)0 + n, a number as a pointer.
bool isSum(ASTContext &Context, const Expr *E) {
  auto *Binary = dyn_cast<BinaryOperator>(E);
  auto *Subscript = dyn_cast<ArraySubscriptExpr>(E);
  if (Subscript)
    return Subscript->getBase()->getType()->isPointerType();
  return Binary && Binary->isAdditiveOp() && E->getType()->isPointerType() && !BinaryOperator::isNullPointerArithmeticExtension(Context, Binary->getOpcode(), Binary->getLHS(), Binary->getRHS());
}

/// CodeGenFunction::getNonNullAttr
const Attr *nonNull(const FunctionDecl *Function, unsigned Number) {
  auto *Parameter = Number < Function->getNumParams() ? Function->getParamDecl(Number) : nullptr;
  if (auto *Own = Parameter ? Parameter->getAttr<NonNullAttr>() : nullptr)
    return Own;
  for (const NonNullAttr *Each : Function->specific_attrs<NonNullAttr>())
    if (Each->isNonNull(Number))
      return Each;
  return nullptr;
}

bool isCopy(unsigned Builtin) {
  switch (Builtin) {
  case Builtin::BImemcpy:
  case Builtin::BI__builtin_memcpy:
  case Builtin::BI__builtin_memcpy_inline:
  case Builtin::BImempcpy:
  case Builtin::BI__builtin_mempcpy:
  case Builtin::BImemmove:
  case Builtin::BI__builtin_memmove:
    return true;
  default:
    return false;
  }
}

/// Of a function, and no builtin that is code of its own.
bool isNoReturn(const ASTContext &Context, const CallExpr *Call) {
  unsigned Id = Call->getBuiltinCallee();
  QualType Callee = Call->getCallee()->getType();
  auto *Type = Callee->isPointerType() ? Callee->getPointeeType()->getAs<FunctionType>() : nullptr;
  auto *Target = Call->getDirectCallee();
  bool IsCall = !Id || Context.BuiltinInfo.isLibFunction(Id) || Context.BuiltinInfo.isPredefinedLibFunction(Id);
  return IsCall && ((Type && Type->getNoReturnAttr()) || (Target && Target->isNoReturn()));
}
} // namespace

/// Of all accesses to a place; its address is Offset behind Root.
void Exporter::guardAccess(const Expr *Root, uint64_t Offset, QualType Type, uint64_t Align, SourceLocation At, int Kind) {
  bool IsLooked = Checks.hasOneOf(SanitizerKind::Null | SanitizerKind::Alignment | SanitizerKind::ObjectSize);
  if (!Root || !IsLooked || Type.isVolatileQualified() || At.isInvalid()) // what is made for a check has no place
    return;
  uint64_t Size = sizeOf(Context, Type);
  uint64_t Spared = Type->isIncompleteType() || Size % Align != 0 ? SparesSize : 0;
  Guards[Root].push_back({"__port_access", At, {describe(Type), "access " + std::to_string(Kind)}, nullptr, {Size, Align, Offset, Spared}});
}

/// What a builtin copies from and to, CGBuiltin.cpp, EmitArgCheck: whether it is aligned as its type says.
void Exporter::guardCopied(const Expr *Pointer, int Kind) {
  auto *Cast = dyn_cast<ImplicitCastExpr>(Pointer);
  const Expr *Given = Cast && Cast->getCastKind() == CK_BitCast ? Cast->getSubExpr() : Pointer;
  if (Checks.has(SanitizerKind::Alignment))
    Guards[Pointer].push_back({"__port_access", Pointer->getExprLoc(), {describe(Given->getType()), "access " + std::to_string(Kind)}, nullptr, {1, pointerAlign(Context, Pointer).Bytes, 0, SparesSize | SparesNull}});
}

void Exporter::guardPlace(const Expr *E, SourceLocation At, int Kind) {
  uint64_t Offset = 0;
  if (isPlace(E) && !E->getType()->isFunctionType())
    guardAccess(rootOf(Context, E, Offset), Offset, E->getType(), placeAlign(Context, E).Bytes, At, Kind);
}

void Exporter::guardCall(const CallExpr *Call) {
  const FunctionDecl *Target = Call->getDirectCallee();
  if (isCopy(Call->getBuiltinCallee())) {
    guardCopied(Call->getArg(0), Store);
    guardCopied(Call->getArg(1), Load);
  }
  if (Target && Checks.has(SanitizerKind::NonnullAttribute))
    for (unsigned I = 0; I < Call->getNumArgs(); ++I)
      if (auto *Cause = nonNull(Target, I); Cause && Call->getArg(I)->getType()->isPointerType())
        Guards[Call->getArg(I)].push_back({"__port_nonnull", Call->getArg(I)->getExprLoc(), {}, Cause, {I}});
  const Expr *Callee = Call->getCallee();
  auto *Type = Callee->getType()->isPointerType() ? Callee->getType()->getPointeeType()->getAs<FunctionProtoType>() : nullptr;
  if (!Target && Type && Checks.has(SanitizerKind::Function))
    Guards[Callee].push_back({"__port_callee", Call->getBeginLoc(), {describe(Context.getCanonicalType(Callee->getType())), "hash " + std::to_string(hashOf(Callee->getType()->getPointeeType()))}});
}

/// CodeGenModule, getUBSanFunctionTypeHash
int32_t Exporter::hashOf(QualType Type) {
  std::string Mangled;
  llvm::raw_string_ostream Out(Mangled);
  std::unique_ptr<MangleContext> Names(ItaniumMangleContext::create(Context, Context.getDiagnostics()));
  Names->mangleCanonicalTypeName(Type, Out);
  return int32_t(llvm::xxh3_64bits(Out.str()));
}

/// Before the operands of an expression are written: what is looked at of them.
void Exporter::guardOperands(const Expr *E) {
  auto [Pointer, Index] = indexed(E);
  if (Expr *Count = Pointer && Checks.has(SanitizerKind::ArrayBounds) ? countOf(Context, Pointer) : nullptr)
    Guards[Index].push_back({"__port_counted", Index->getExprLoc(), {}, nullptr, {}, Count});
  auto *Cast = dyn_cast<CastExpr>(E);
  auto *Binary = dyn_cast<BinaryOperator>(E);
  if (Cast && Cast->getCastKind() == CK_LValueToRValue && isScalar(E->getType()))
    guardPlace(Cast->getSubExpr()->IgnoreParens(), Cast->getSubExpr()->IgnoreParens()->getExprLoc(), Load);
  else if (Binary && Binary->isAssignmentOp() && isScalar(Binary->getLHS()->getType()))
    guardPlace(Binary->getLHS(), Binary->getLHS()->getExprLoc(), Store);
  else if (auto *Call = dyn_cast<CallExpr>(E); Call && !isOurs(Call))
    guardCall(Call);
  else if (auto *Member = dyn_cast<MemberExpr>(E); Member && Member->isArrow())
    guardAccess(Member->getBase(), 0, Member->getBase()->getType()->getPointeeType(), pointerAlign(Context, Member->getBase()).Bytes, E->getExprLoc(), MemberAccess);
  else if (Member)
    guardPlace(Member->getBase(), Member->getBase()->getExprLoc(), MemberAccess);
}

void Exporter::guardReturned(const ReturnStmt *S) {
  auto *Function = dyn_cast_or_null<FunctionDecl>(Within);
  auto *Cause = Function ? Function->getAttr<ReturnsNonNullAttr>() : nullptr;
  if (Cause && S->getRetValue() && Checks.has(SanitizerKind::ReturnsNonnullAttribute))
    Guards[S->getRetValue()].push_back({"__port_returned", S->getBeginLoc(), {}, Cause});
}

Expr *Exporter::guard(const Guard &By, Expr *Value) {
  std::vector<Expr *> Arguments;
  if (Value)
    Arguments.push_back(Value);
  if (By.Count)
    Arguments.push_back(By.Count);
  for (uint64_t Number : By.Numbers)
    Arguments.push_back(IntegerLiteral::Create(Context, llvm::APInt(32, Number), Context.IntTy, SourceLocation()));
  Expr *Call = called(By.Name, Value ? Value->getType() : Context.VoidTy, Arguments, By.At);
  GuardOf.emplace(Call, By);
  return Call;
}

/// What is put behind whatever does not return, should it do so.
Expr *Exporter::unreachable(SourceLocation At) { return guard({"__port_unreachable", At}, nullptr); }

/// By its type: _Noreturn says nothing of the definition.
bool Exporter::isNeverLeft(const FunctionDecl *D) const { return D->getType()->castAs<FunctionType>()->getNoReturnAttr() && Checks.has(SanitizerKind::Unreachable); }

/// A return from such a function: return x; -> { x; unreachable }.
Stmt *Exporter::neverLeft(const ReturnStmt *S, const FunctionDecl *From) {
  std::vector<Stmt *> Parts;
  if (S->getRetValue())
    Parts.push_back(const_cast<Expr *>(S->getRetValue()));
  Parts.push_back(unreachable(From->getBody()->getEndLoc()));
  return CompoundStmt::Create(Context, Parts, FPOptionsOverride(), S->getBeginLoc(), S->getEndLoc());
}

/// An expression inside of what looks at it; as it is where nothing does, and where that is being written.
const Expr *Exporter::guarded(const Expr *E) {
  if (Inside.erase(E))
    return E;
  std::vector<Guard> Found;
  if (isSum(Context, E) && Checks.has(SanitizerKind::PointerOverflow))
    Found.push_back({"__port_sum", E->getExprLoc()});
  if (auto Known = Guards.find(E); Known != Guards.end()) {
    Found.insert(Found.end(), Known->second.rbegin(), Known->second.rend());
    Guards.erase(Known);
  }
  auto *Call = dyn_cast<CallExpr>(E);
  bool IsLeft = Call && !isOurs(Call) && Checks.has(SanitizerKind::Unreachable) && isNoReturn(Context, Call);
  if (Found.empty() && !IsLeft)
    return E;
  Inside.insert(E);
  Expr *Value = const_cast<Expr *>(E);
  QualType Type = E->getType();
  auto Joined = [&](Expr *First, Expr *Second) { return BinaryOperator::Create(Context, First, Second, BO_Comma, Second->getType(), VK_PRValue, OK_Ordinary, Second->getBeginLoc(), FPOptionsOverride()); };
  if (IsLeft) {
    Value = Joined(Value, unreachable(E->getExprLoc()));
    return Type->isVoidType() ? Value : Joined(Value, new (Context) ImplicitValueInitExpr(Type));
  }
  bool IsElement = isa<ArraySubscriptExpr>(E);
  if (IsElement)
    Value = UnaryOperator::Create(Context, Value, UO_AddrOf, Context.getPointerType(Type), VK_PRValue, OK_Ordinary, E->getExprLoc(), false, FPOptionsOverride());
  for (const Guard &Each : Found)
    Value = guard(Each, Value);
  return IsElement ? UnaryOperator::Create(Context, Value, UO_Deref, Type, VK_LValue, OK_Ordinary, E->getExprLoc(), false, FPOptionsOverride()) : Value;
}

} // namespace porting
