#include "Exporter.h"

#include "clang/AST/Type.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace porting {

namespace {

enum TypeTag : uint8_t { TBuiltin, TPointer, TArray, TFunction, TRecord, TEnum, TTypedef, TVector, TComplex };

// Order of Porting.Clang.Ast.BuiltinKind.
enum Builtin : uint8_t {
  BVoid, BBool, BChar, BSChar, BUChar, BShort, BUShort, BInt, BUInt, BLong, BULong, BLongLong, BULongLong,
  BFloat, BDouble, BLongDouble, BWChar, BChar16, BChar32, BVaList, BOther, BNumber,
};

uint8_t builtinKind(const BuiltinType *T) {
  switch (T->getKind()) {
  case BuiltinType::Void: return BVoid;
  case BuiltinType::Bool: return BBool;
  case BuiltinType::Char_S: return BChar;
  case BuiltinType::Char_U: return BUChar; // -funsigned-char
  case BuiltinType::SChar: return BSChar;
  case BuiltinType::UChar: return BUChar;
  case BuiltinType::Short: return BShort;
  case BuiltinType::UShort: return BUShort;
  case BuiltinType::Int: return BInt;
  case BuiltinType::UInt: return BUInt;
  case BuiltinType::Long: return BLong;
  case BuiltinType::ULong: return BULong;
  case BuiltinType::LongLong: return BLongLong;
  case BuiltinType::ULongLong: return BULongLong;
  case BuiltinType::Float: return BFloat;
  case BuiltinType::Double: return BDouble;
  case BuiltinType::LongDouble: return BLongDouble;
  case BuiltinType::WChar_S:
  case BuiltinType::WChar_U: return BWChar;
  case BuiltinType::Char16: return BChar16;
  case BuiltinType::Char32: return BChar32;
  case BuiltinType::Half:
  case BuiltinType::Float16:
  case BuiltinType::BFloat16: return BNumber;
  default: return BOther;
  }
}

/// Sugar that carries nothing C# could say; typedefs are kept.
QualType stripSugar(QualType Type) {
  for (;;) {
    const clang::Type *T = Type.getTypePtr();
    if (isa<TypedefType, BuiltinType, PointerType, ArrayType, FunctionType, RecordType, EnumType, VectorType, ComplexType, AtomicType>(T))
      return Type;
    QualType Next = T->getLocallyUnqualifiedSingleStepDesugaredType();
    if (Next.getTypePtr() == T)
      return Type;
    Type = QualType(Next.getTypePtr(), Next.getLocalFastQualifiers() | Type.getLocalFastQualifiers());
  }
}

} // namespace

/// What the source asks for by attributes, or the command line for all functions, a word each: "stdcall", "regparm(3)",
/// "regstruct" (small structs come back in registers); empty for the platform's convention.
std::string Exporter::convention(const FunctionType *F) const {
  std::vector<std::string> Words;
  CallingConv Named = F->getCallConv();
  if (Named != CC_C)
    Words.push_back(FunctionType::getNameForCallConv(Named).str());
  unsigned Registers = F->getHasRegParm() ? F->getRegParmType() : Code.NumRegisterParameters;
  if (Registers > 0 && (Named == CC_C || Named == CC_X86StdCall))
    Words.push_back("regparm(" + std::to_string(Registers) + ")");
  if (Code.getStructReturnConvention() == CodeGenOptions::SRCK_InRegs && F->getReturnType()->isRecordType())
    Words.push_back("regstruct");
  return llvm::join(Words, " ");
}

void Exporter::writeType(Writer &Out, QualType Sugared) {
  QualType Type = stripSugar(Sugared);
  unsigned Quals = 0;
  if (Type.isLocalConstQualified()) Quals |= 1;
  if (Type.isLocalVolatileQualified()) Quals |= 2;
  if (Type.isLocalRestrictQualified()) Quals |= 4;
  const clang::Type *T = Type.getTypePtr();
  if (auto *A = dyn_cast<AtomicType>(T)) {
    Quals |= 8;
    Type = stripSugar(A->getValueType());
    if (Context.getTypeSize(Sugared) != Context.getTypeSize(Type)) // padded: a typedef of the value has no room for it
      Type = Type.getCanonicalType().getUnqualifiedType();
    T = Type.getTypePtr();
  }

  unsigned AtomicAlign = isa<AtomicType>(Sugared.getCanonicalType().getTypePtr()) ? Context.getTypeAlignInChars(Sugared).getQuantity() : 0;
  int64_t Size = -1;
  unsigned Align = 1;
  bool IsSized = !T->isFunctionType() && !T->isIncompleteType() && !T->isVariableArrayType() && !T->isDependentType() && !T->isPlaceholderType();
  if (T->isVoidType())
    IsSized = false;
  if (IsSized) {
    Size = Context.getTypeSizeInChars(Quals & 8 ? Sugared : Type).getQuantity();
    Align = std::max<unsigned>(AtomicAlign, Context.getTypeAlignInChars(Type).getQuantity());
  }

  auto Head = [&](TypeTag Tag) {
    Out.u8(Tag);
    Out.u8(uint8_t(Quals));
    Out.sint(Size);
    Out.uint(Align);
  };

  // __seg_gs and the like: no memory that a C# pointer has.
  if (!isa<TypedefType>(T) && Sugared.getCanonicalType().hasAddressSpace()) {
    Head(TBuiltin);
    Out.u8(BOther);
    Out.uint(str(Sugared.getAsString()));
    return;
  }

  if (auto *TD = dyn_cast<TypedefType>(T)) {
    Head(TTypedef);
    Out.uint(declId(TD->getDecl()));
    Out.uint(typeId(TD->getDecl()->getUnderlyingType()));
    QualType Canonical = Type.getCanonicalType();
    Out.uint(Quals ? typeId(Canonical) + 1 : 0);
  } else if (T->isNullPtrType()) {
    Head(TPointer); // C23 6.2.5: as large as a pointer to void, and compatible with any
    Out.uint(typeId(Context.VoidTy));
  } else if (auto *B = dyn_cast<BuiltinType>(T)) {
    Head(TBuiltin);
    Out.u8(builtinKind(B));
    Out.uint(str(B->getName(Context.getPrintingPolicy())));
  } else if (auto *P = dyn_cast<PointerType>(T)) {
    Head(TPointer);
    Out.uint(typeId(P->getPointeeType()));
  } else if (auto *A = dyn_cast<ArrayType>(T)) {
    Head(TArray);
    Out.uint(typeId(A->getElementType()));
    if (auto *C = dyn_cast<ConstantArrayType>(A)) {
      Out.u8(0);
      Out.uint(C->getSize().getZExtValue());
    } else {
      Out.u8(isa<VariableArrayType>(A) ? 2 : 1);
      Out.uint(0);
    }
    const Expr *Count = isa<VariableArrayType>(A) ? cast<VariableArrayType>(A)->getSizeExpr() : nullptr;
    Writer Expression;
    writeOptional(Expression, Count);
    bool IsChecked = Count && Checks.has(SanitizerKind::VLABound);
    Expression.boolean(IsChecked);
    if (IsChecked) // CodeGenFunction.cpp, EmitVariablyModifiedType: where the length begins
      writeCheck(Expression, new (Context) ParenExpr(Count->getBeginLoc(), Count->getBeginLoc(), const_cast<Expr *>(Count)), {describe(Count->getType())});
    Out.uint(Expression.size());
    Out.raw(Expression.data().data(), Expression.size());
  } else if (auto *F = dyn_cast<FunctionType>(T)) {
    Head(TFunction);
    Out.uint(typeId(F->getReturnType()));
    listMembers(F->getReturnType());
    auto *Proto = dyn_cast<FunctionProtoType>(F);
    Out.boolean(Proto && Proto->isVariadic());
    Out.boolean(Proto != nullptr);
    Out.boolean(F->getNoReturnAttr() && !(unitChecks() & SanitizerKind::Unreachable)); // clang lets such calls return then
    Out.uint(str(convention(F)));
    Out.uint(Proto ? Proto->getNumParams() : 0);
    if (Proto)
      for (QualType Parameter : Proto->getParamTypes()) {
        Out.uint(typeId(Parameter));
        listMembers(Parameter);
      }
  } else if (auto *R = dyn_cast<RecordType>(T)) {
    Head(TRecord);
    const RecordDecl *Definition = R->getDecl()->getDefinition();
    Out.uint(declId(Definition ? Definition : R->getDecl()->getCanonicalDecl()));
  } else if (auto *E = dyn_cast<EnumType>(T)) {
    Head(TEnum);
    const EnumDecl *Definition = E->getDecl()->getDefinition();
    Out.uint(declId(Definition ? Definition : E->getDecl()->getCanonicalDecl()));
  } else if (auto *V = dyn_cast<VectorType>(T)) {
    Head(TVector);
    Out.uint(typeId(V->getElementType()));
    Out.uint(V->getNumElements());
  } else if (auto *C = dyn_cast<ComplexType>(T)) {
    Head(TComplex);
    Out.uint(typeId(C->getElementType()));
  } else if (isa<BitIntType>(T)) {
    Head(TBuiltin);
    Out.u8(BNumber);
    Out.uint(str(Type.getUnqualifiedType().getAsString()));
  } else {
    Head(TBuiltin);
    Out.u8(BOther);
    Out.uint(str(Type.getAsString()));
  }
}

} // namespace porting
