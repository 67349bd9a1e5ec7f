// Counters of -fprofile-instr-generate in the tree. Numbers: clang's CodeGen/CodeGenPGO.cpp, MapRegionCounters. Places: CodeGenFunction::incrementProfileCounter's callers in CGStmt.cpp, CGExprScalar.cpp, CodeGenFunction.cpp.
//
// A counter is a call of __port_count(i), whose value is true; the function's first one is __port_enter(i, how many there are, hash of its symbol).
// Which of them clang has in its code, and under what name and hash, the back end takes from clang's own module of the file.
#include "Exporter.h"

#include "clang/AST/Mangle.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/Builtins.h"

using namespace clang;

namespace porting {

namespace {
/// && and ||, without parentheses and ! in front.
bool isLogical(const Expr *E) {
  E = E->IgnoreParens();
  while (auto *Not = dyn_cast<UnaryOperator>(E)) {
    if (Not->getOpcode() != UO_LNot)
      return false;
    E = Not->getSubExpr()->IgnoreParens();
  }
  auto *Binary = dyn_cast<BinaryOperator>(E);
  return Binary && Binary->isLogicalOp();
}

/// Numbers the counters of a function: whatever clang's visitor reaches has one, also what is never evaluated.
class RegionNumbers : public RecursiveASTVisitor<RegionNumbers> {
public:
  RegionNumbers(const FunctionDecl *Function, std::unordered_map<const Stmt *, unsigned> &Counters) : Body(Function->getBody()), Counters(Counters) { TraverseDecl(const_cast<FunctionDecl *>(Function)); }

  bool VisitFunctionDecl(FunctionDecl *D) {
    if (D->getBody() == Body)
      Counters[Body] = Next;
    ++Next;
    return true;
  }

  bool VisitStmt(Stmt *S) {
    auto *Binary = dyn_cast<BinaryOperator>(S);
    bool IsLogical = Binary && Binary->isLogicalOp();
    if (IsLogical || isa<LabelStmt, WhileStmt, DoStmt, ForStmt, SwitchStmt, CaseStmt, DefaultStmt, IfStmt, AbstractConditionalOperator>(S))
      Counters[S] = Next++;
    if (IsLogical && !isLogical(Binary->getRHS()))
      Counters[Binary->getRHS()] = Next++;
    return true;
  }

  unsigned Next = 0;

private:
  const Stmt *Body;
  std::unordered_map<const Stmt *, unsigned> &Counters;
};
} // namespace

/// Before a function's body is written.
unsigned Exporter::numberCounters(const FunctionDecl *D) { return RegionNumbers(D, Counters).Next; }

std::optional<unsigned> Exporter::counterOf(const Stmt *S) const {
  auto Found = Counters.find(S);
  return Uncounted > 0 || Found == Counters.end() ? std::nullopt : std::optional(Found->second);
}

/// A call of a function that the translator knows by its name.
Expr *Exporter::called(StringRef Name, QualType Type, const std::vector<Expr *> &Arguments, SourceLocation At) {
  FunctionDecl *&Function = OurFunctions[Name.str()];
  if (!Function) {
    std::vector<QualType> Types;
    for (const Expr *Argument : Arguments)
      Types.push_back(Argument->getType());
    QualType Signature = Context.getFunctionType(Type, Types, FunctionProtoType::ExtProtoInfo());
    DeclContext *File = Context.getTranslationUnitDecl();
    Function = FunctionDecl::Create(Context, File, SourceLocation(), SourceLocation(), &Context.Idents.get(Name), Signature, nullptr, SC_Extern);
    std::vector<ParmVarDecl *> Parameters;
    for (QualType Each : Types)
      Parameters.push_back(ParmVarDecl::Create(Context, Function, SourceLocation(), SourceLocation(), nullptr, Each, nullptr, SC_None, nullptr));
    Function->setParams(Parameters);
  }
  Expr *Callee = DeclRefExpr::Create(Context, NestedNameSpecifierLoc(), SourceLocation(), Function, false, At, Function->getType(), VK_LValue);
  Callee = ImplicitCastExpr::Create(Context, Context.getPointerType(Function->getType()), CK_FunctionToPointerDecay, Callee, nullptr, VK_PRValue, FPOptionsOverride());
  return CallExpr::Create(Context, Callee, Arguments, Type, VK_PRValue, At, FPOptionsOverride());
}

Expr *Exporter::counting(StringRef Name, std::vector<unsigned> Arguments, SourceLocation At) {
  std::vector<Expr *> Numbers;
  for (unsigned Argument : Arguments)
    Numbers.push_back(IntegerLiteral::Create(Context, llvm::APInt(32, Argument), Context.IntTy, SourceLocation()));
  return called(Name, Context.BoolTy, Numbers, At);
}

Expr *Exporter::counting(unsigned Counter, SourceLocation At) { return counting("__port_count", {Counter}, At); }

/// A call that counts.
static bool isCount(const CallExpr *E) {
  auto *Target = E->getDirectCallee();
  return Target && Target->getIdentifier() && (Target->getName() == "__port_count" || Target->getName() == "__port_enter");
}

bool Exporter::isOurs(const CallExpr *E) const {
  return llvm::any_of(OurFunctions, [&](auto &Each) { return Each.second == E->getDirectCallee(); });
}

/// What clang does not evaluate, or knows before it would.
bool Exporter::isUnevaluated(const Expr *E) {
  if (auto *Size = dyn_cast<UnaryExprOrTypeTraitExpr>(E))
    return !Size->getTypeOfArgument()->isVariableArrayType();
  auto *Call = dyn_cast<CallExpr>(E);
  Expr::EvalResult Result;
  return isa<ConstantExpr>(E) || Folded.count(E) || (Call && Call->isUnevaluatedBuiltinCall(Context)) || (isa<OffsetOfExpr>(E) && evaluate(E, Result));
}

/// Whether evaluating it counts anything: its value is no constant then.
bool Exporter::hasCounters(const Stmt *S) {
  if (Counters.empty() || Uncounted > 0)
    return false;
  auto *E = dyn_cast<Expr>(S);
  if (E && isUnevaluated(E))
    return false;
  if (auto *Selection = dyn_cast<GenericSelectionExpr>(S))
    return hasCounters(Selection->getResultExpr());
  if (auto *Choice = dyn_cast<ChooseExpr>(S))
    return hasCounters(Choice->getChosenSubExpr());
  auto *Call = dyn_cast<CallExpr>(S);
  if (Counters.count(S) || (Call && isCount(Call)))
    return true;
  auto [Known, IsNew] = Counting.try_emplace(S, false);
  if (!IsNew)
    return Known->second;
  bool Has = llvm::any_of(S->children(), [&](const Stmt *Child) { return Child && hasCounters(Child); });
  return Counting[S] = Has;
}

/// CodeGenFunction::ConstantFoldsToSimpleInteger: such a condition is not evaluated.
std::optional<bool> Exporter::folded(const Expr *Condition) {
  Expr::EvalResult Result;
  if (!Condition->EvaluateAsInt(Result, Context))
    return std::nullopt;
  Folded.insert(Condition);
  return Result.Val.getInt() != 0;
}

/// CodeGenFunction::ContainsLabel: what somebody may jump into.
static bool hasLabel(const Stmt *S, bool IsInSwitch) {
  if (!S)
    return false;
  if (isa<LabelStmt>(S) || (isa<SwitchCase>(S) && !IsInSwitch))
    return true;
  bool Inside = IsInSwitch || isa<SwitchStmt>(S);
  return llvm::any_of(S->children(), [&](const Stmt *Child) { return hasLabel(Child, Inside); });
}

/// CodeGenFunction::EmitIfStmt: a condition that is known is not evaluated unless the branch that is not taken has a label.
void Exporter::foldCondition(const IfStmt *S) {
  Expr::EvalResult Result;
  if (!Counters.empty() && S->getCond()->EvaluateAsInt(Result, Context) && !hasLabel(Result.Val.getInt() != 0 ? S->getElse() : S->getThen(), false))
    Folded.insert(S->getCond());
}

static Expr *logical(ASTContext &Context, Expr *Left, BinaryOperatorKind Kind, Expr *Right) {
  return BinaryOperator::Create(Context, Left, Right, Kind, Context.IntTy, VK_PRValue, OK_Ordinary, Left->getBeginLoc(), FPOptionsOverride());
}

static Expr *behind(ASTContext &Context, Expr *First, Expr *Value) {
  return BinaryOperator::Create(Context, First, Value, BO_Comma, Value->getType(), VK_PRValue, OK_Ordinary, Value->getBeginLoc(), FPOptionsOverride());
}

/// a && b -> a && (count && (b && count)), a || b -> a || (count && (b || !count)): how often the right side is evaluated, and how often it does not decide.
Expr *Exporter::countedLogical(const BinaryOperator *E, unsigned Counter) {
  Expr *Right = E->getRHS();
  SourceLocation At = Right->getBeginLoc();
  bool IsAnd = E->getOpcode() == BO_LAnd;
  if (auto Decided = counterOf(Right)) {
    Expr *Count = counting(*Decided, At);
    if (!IsAnd)
      Count = UnaryOperator::Create(Context, Count, UO_LNot, Context.IntTy, VK_PRValue, OK_Ordinary, At, false, FPOptionsOverride());
    Right = logical(Context, Right, E->getOpcode(), Count);
  }
  return logical(Context, E->getLHS(), E->getOpcode(), logical(Context, counting(Counter, At), BO_LAnd, Right));
}

/// c ? a : b -> c && count ? a : b, c ?: b -> c && count ?: b.
Expr *Exporter::countedChoice(const AbstractConditionalOperator *E, unsigned Counter) {
  Expr *Condition = E->getCond(), *True = E->getTrueExpr();
  Expr *Count = counting(Counter, True->getBeginLoc());
  auto Known = folded(Condition);
  if (Known && *Known)
    True = behind(Context, Count, True);
  else if (!Known)
    Condition = logical(Context, Condition, BO_LAnd, Count);
  if (auto *Without = dyn_cast<BinaryConditionalOperator>(E))
    return new (Context) BinaryConditionalOperator(Without->getCommon(), Without->getOpaqueValue(), Condition, True, E->getFalseExpr(), E->getQuestionLoc(), E->getColonLoc(), E->getType(), VK_PRValue, OK_Ordinary);
  return new (Context) ConditionalOperator(Condition, E->getQuestionLoc(), True, E->getColonLoc(), E->getFalseExpr(), E->getType(), VK_PRValue, OK_Ordinary);
}

/// What clang evaluates for nothing (CGBuiltin.cpp): the argument of __builtin_assume, and of a __builtin_constant_p that it leaves to the optimiser. Null for any other expression.
const Expr *Exporter::countedArgument(const Expr *E) {
  auto *Call = dyn_cast<CallExpr>(E);
  unsigned Id = Call ? Call->getBuiltinCallee() : 0;
  Expr::EvalResult Result;
  if ((Id != Builtin::BI__builtin_assume && Id != Builtin::BI__builtin_constant_p) || Folded.count(E) || Call->getArg(0)->HasSideEffects(Context) || !hasCounters(Call->getArg(0)) || evaluate(E, Result))
    return nullptr;
  Folded.insert(E);
  Expr *Argument = ImplicitCastExpr::Create(Context, Context.VoidTy, CK_ToVoid, const_cast<Expr *>(Call->getArg(0)), nullptr, VK_PRValue, FPOptionsOverride());
  return Id == Builtin::BI__builtin_assume ? Argument : behind(Context, Argument, const_cast<Expr *>(E));
}

/// An operator on vectors evaluates all of its operands, and counts once.
Expr *Exporter::countedVector(const Expr *E, unsigned Counter) {
  Expr *Same;
  if (auto *Binary = dyn_cast<BinaryOperator>(E))
    Same = BinaryOperator::Create(Context, Binary->getLHS(), Binary->getRHS(), Binary->getOpcode(), E->getType(), VK_PRValue, OK_Ordinary, Binary->getOperatorLoc(), FPOptionsOverride());
  else if (auto *Choice = dyn_cast<ConditionalOperator>(E))
    Same = new (Context) ConditionalOperator(Choice->getCond(), Choice->getQuestionLoc(), Choice->getTrueExpr(), Choice->getColonLoc(), Choice->getFalseExpr(), E->getType(), VK_PRValue, OK_Ordinary);
  else
    return nullptr;
  return behind(Context, counting(Counter, E->getBeginLoc()), Same);
}

/// An expression with the counters of its own; any other one as it is.
const Expr *Exporter::counted(const Expr *E) {
  auto *Binary = dyn_cast<BinaryOperator>(E);
  auto *Choice = dyn_cast<AbstractConditionalOperator>(E);
  auto Counter = counterOf(E);
  if (!Counter || (!Choice && !(Binary && Binary->isLogicalOp())))
    return E;
  if ((Choice ? Choice->getCond() : E)->getType()->isVectorType())
    if (Expr *Vector = countedVector(E, *Counter))
      return Vector;
  return Choice ? countedChoice(Choice, *Counter) : countedLogical(Binary, *Counter);
}

/// The condition of a do loop, whose counter counts the ways back: c -> c && count.
const Expr *Exporter::countedEnd(const DoStmt *Loop) {
  Expr *Condition = const_cast<Expr *>(Loop->getCond());
  auto Counter = counterOf(Loop);
  Expr::EvalResult Result;
  if (!Counter)
    return Condition;
  Expr *Count = counting(*Counter, Condition->getBeginLoc());
  if (!Condition->EvaluateAsInt(Result, Context))
    return logical(Context, Condition, BO_LAnd, Count);
  return Result.Val.getInt() == 0 ? Condition : behind(Context, Count, Condition);
}

/// The condition of a switch. Counters of its labels count jumps from it alone, not falling in: c -> ({ T v = c; switch (v) { case 1: count; break; ... } v; }).
Expr *Exporter::countedJump(const SwitchStmt *S) {
  Expr *Condition = const_cast<Expr *>(S->getCond());
  auto *Function = const_cast<FunctionDecl *>(dyn_cast_or_null<FunctionDecl>(Within));
  if (!S->getSwitchCaseList() || !Function)
    return Condition;
  folded(Condition);
  SourceLocation At = Condition->getBeginLoc();
  QualType Type = Condition->getType().getUnqualifiedType();
  auto *Value = VarDecl::Create(Context, Function, At, At, &Context.Idents.get("chosen"), Type, Context.getTrivialTypeSourceInfo(Type, At), SC_None);
  Value->setInit(Condition);
  auto Read = [&]() -> Expr * {
    Expr *Place = DeclRefExpr::Create(Context, NestedNameSpecifierLoc(), SourceLocation(), Value, false, At, Type, VK_LValue);
    return ImplicitCastExpr::Create(Context, Type, CK_LValueToRValue, Place, nullptr, VK_PRValue, FPOptionsOverride());
  };
  std::vector<Stmt *> Cases;
  for (const SwitchCase *Each = S->getSwitchCaseList(); Each; Each = Each->getNextSwitchCase()) {
    Expr *Count = counting(counterOf(Each).value_or(0), At);
    Cases.push_back(new (Context) BreakStmt(At));
    if (auto *Case = dyn_cast<CaseStmt>(Each)) {
      auto *Label = CaseStmt::Create(Context, const_cast<Expr *>(Case->getLHS()), const_cast<Expr *>(Case->getRHS()), At, At, At);
      Label->setSubStmt(Count);
      Cases.push_back(Label);
    } else {
      Cases.push_back(new (Context) DefaultStmt(At, At, Count));
    }
  }
  std::reverse(Cases.begin(), Cases.end());
  auto *Jump = SwitchStmt::Create(Context, nullptr, nullptr, Read(), At, At);
  Jump->setBody(CompoundStmt::Create(Context, Cases, FPOptionsOverride(), At, At));
  std::vector<Stmt *> Parts = {new (Context) DeclStmt(DeclGroupRef(Value), At, At), Jump, Read()};
  return new (Context) StmtExpr(CompoundStmt::Create(Context, Parts, FPOptionsOverride(), At, At), Type, At, At, 0);
}

/// A statement of a block with the counters that belong beside it: l: s -> l: count; s, switch -> switch; count.
void Exporter::addCounted(const Stmt *Child, std::vector<Stmt *> &To) {
  Stmt *S = const_cast<Stmt *>(Child);
  size_t First = To.size();
  auto Counter = counterOf(S);
  if (auto *Label = dyn_cast<LabelStmt>(S); Label && Counter) {
    To.push_back(new (Context) LabelStmt(Label->getIdentLoc(), Label->getDecl(), counting(*Counter, Label->getBeginLoc())));
    addCounted(Label->getSubStmt(), To);
  } else if (auto *Case = dyn_cast<CaseStmt>(S)) {
    addCounted(Case->getSubStmt(), To);
    auto *Label = CaseStmt::Create(Context, Case->getLHS(), Case->getRHS(), Case->getCaseLoc(), Case->getEllipsisLoc(), Case->getColonLoc());
    Label->setSubStmt(To[First]);
    To[First] = Label;
  } else if (auto *Default = dyn_cast<DefaultStmt>(S)) {
    addCounted(Default->getSubStmt(), To);
    To[First] = new (Context) DefaultStmt(Default->getDefaultLoc(), Default->getColonLoc(), To[First]);
  } else if (auto *Attributed = dyn_cast<AttributedStmt>(S)) {
    addCounted(Attributed->getSubStmt(), To);
    To[First] = AttributedStmt::Create(Context, Attributed->getAttrLoc(), Attributed->getAttrs(), To[First]);
  } else if (auto *Switch = dyn_cast<SwitchStmt>(S); Switch && Counter) {
    auto *Jump = SwitchStmt::Create(Context, nullptr, nullptr, countedJump(Switch), Switch->getLParenLoc(), Switch->getRParenLoc());
    Jump->setSwitchLoc(Switch->getSwitchLoc());
    Jump->setBody(Switch->getBody());
    To.push_back(Jump);
    To.push_back(counting(*Counter, Switch->getEndLoc()));
  } else {
    To.push_back(S);
  }
}

/// What a statement controls, or a function's body, with what is counted first; null for nothing.
void Exporter::writeCounted(Writer &Out, const Stmt *S, Expr *Count) {
  std::vector<Stmt *> Parts;
  if (Count)
    Parts.push_back(Count);
  if (auto *Block = dyn_cast<CompoundStmt>(S); Block && Count)
    for (const Stmt *Child : Block->body())
      addCounted(Child, Parts);
  else
    addCounted(S, Parts);
  if (Parts.size() == 1 && !Count)
    writeStmt(Out, Parts[0]);
  else
    writeStmt(Out, CompoundStmt::Create(Context, Parts, FPOptionsOverride(), S->getBeginLoc(), S->getEndLoc()));
}

/// The same of what a statement with a counter controls.
void Exporter::writeControlled(Writer &Out, const Stmt *Body, const Stmt *Owner) {
  auto Counter = counterOf(Owner);
  if (Counters.empty())
    writeStmt(Out, Body);
  else
    writeCounted(Out, Body, Counter ? counting(*Counter, Body->getBeginLoc()) : nullptr);
}

void Exporter::writeFunctionBody(Writer &Out, const FunctionDecl *D) {
  if (isNeverLeft(D) && !D->isImplicit()) {
    auto *Body = cast<CompoundStmt>(D->getBody());
    std::vector<Stmt *> Parts(Body->body_begin(), Body->body_end());
    Parts.push_back(unreachable(Body->getRBracLoc()));
    return writeStmt(Out, CompoundStmt::Create(Context, Parts, FPOptionsOverride(), Body->getLBracLoc(), Body->getRBracLoc()));
  }
  if (!Code.hasProfileClangInstr() || D->isImplicit())
    return writeStmt(Out, D->getBody());
  unsigned Count = numberCounters(D);
  unsigned Hash = 2166136261; // FNV-1a
  for (unsigned char C : ASTNameGenerator(Context).getName(D))
    Hash = (Hash ^ C) * 16777619;
  writeCounted(Out, D->getBody(), counting("__port_enter", {Counters[D->getBody()], Count, Hash >> 1}, D->getBody()->getBeginLoc()));
}

/// What is evaluated when it is compiled, or not at all.
void Exporter::writeUncounted(Writer &Out, const Stmt *S) {
  ++Uncounted;
  writeOptional(Out, S);
  --Uncounted;
}

} // namespace porting
