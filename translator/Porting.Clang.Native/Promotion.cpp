// Excess precision (clang language extensions, "Half-Precision Floating Point"; CodeGen/CGExprScalar.cpp, EmitPromoted):
// where the processor has numbers of 16 bits in memory alone, clang computes in float, and rounds an expression of several operators once. That is none of its tree's; here it becomes casts in the tree.
#include "Exporter.h"

using namespace clang;

namespace porting {

/// The type that values of this one are computed in, or null where it is their own.
static QualType wide(ASTContext &Context, QualType Type) {
  if (auto *Complex = Type->getAs<ComplexType>())
    return Complex->getElementType().UseExcessPrecision(Context) ? Context.getComplexType(Context.FloatTy) : QualType();
  if (!Type.UseExcessPrecision(Context))
    return QualType();
  if (auto *Vector = Type->getAs<ExtVectorType>())
    return Context.getExtVectorType(Context.FloatTy, Vector->getNumElements());
  if (auto *Vector = Type->getAs<VectorType>())
    return Context.getVectorType(Context.FloatTy, Vector->getNumElements(), Vector->getVectorKind());
  return Context.FloatTy;
}

/// Whether clang computes it, and with it what it consists of, in the wide type.
static bool isComputed(ASTContext &Context, const Expr *E) {
  E = E->IgnoreParens();
  if (wide(Context, E->getType()).isNull())
    return false;
  if (auto *Binary = dyn_cast<BinaryOperator>(E))
    return Binary->getOpcode() == BO_Add || Binary->getOpcode() == BO_Sub || Binary->getOpcode() == BO_Mul || Binary->getOpcode() == BO_Div;
  auto *Unary = dyn_cast<UnaryOperator>(E);
  return Unary && (Unary->getOpcode() == UO_Plus || Unary->getOpcode() == UO_Minus);
}

static Expr *cast(ASTContext &Context, QualType To, Expr *E) {
  return ImplicitCastExpr::Create(Context, To, To->isAnyComplexType() ? CK_FloatingComplexCast : CK_FloatingCast, E, nullptr, VK_PRValue, FPOptionsOverride());
}

static Expr *widened(ASTContext &Context, const Expr *Narrow) {
  Expr *E = const_cast<Expr *>(Narrow)->IgnoreParens();
  QualType Wide = wide(Context, E->getType());
  if (Wide.isNull())
    return E;
  if (!isComputed(Context, E))
    return cast(Context, Wide, E);
  if (auto *Unary = dyn_cast<UnaryOperator>(E))
    return UnaryOperator::Create(Context, widened(Context, Unary->getSubExpr()), Unary->getOpcode(), Wide, VK_PRValue, OK_Ordinary, Unary->getOperatorLoc(), false, FPOptionsOverride());
  auto *Binary = llvm::cast<BinaryOperator>(E);
  return BinaryOperator::Create(Context, widened(Context, Binary->getLHS()), widened(Context, Binary->getRHS()), Binary->getOpcode(), Wide, VK_PRValue, OK_Ordinary, Binary->getOperatorLoc(), FPOptionsOverride());
}

/// An expression of several operators with its casts, and one of complex numbers; any other one as it is. One operator gives the same either way.
const Expr *Exporter::rounded(const Expr *E) {
  if (!isa<BinaryOperator, UnaryOperator>(E) || !isComputed(Context, E))
    return E;
  auto *Binary = dyn_cast<BinaryOperator>(E);
  bool IsDeep = Binary ? isComputed(Context, Binary->getLHS()) || isComputed(Context, Binary->getRHS()) : isComputed(Context, llvm::cast<UnaryOperator>(E)->getSubExpr());
  return IsDeep || E->getType()->isAnyComplexType() ? cast(Context, E->getType(), widened(Context, E)) : E;
}

/// What is assigned by an operator, not rounded before that; null where it is no matter.
const Expr *Exporter::unrounded(const CompoundAssignOperator *E) {
  return (isComputed(Context, E->getRHS()) || E->getType()->isAnyComplexType()) && !wide(Context, E->getComputationResultType()).isNull() ? widened(Context, E->getRHS()) : nullptr;
}

} // namespace porting
