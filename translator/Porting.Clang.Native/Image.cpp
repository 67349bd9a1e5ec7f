// Static initialisers: clang evaluates them to an APValue, this file lays the value out as the target's memory: bytes, address relocations, and one entry per scalar with its C path.
#include "Exporter.h"

#include "clang/AST/APValue.h"
#include "clang/AST/RecordLayout.h"
#include "llvm/ADT/StringExtras.h"

#include <map>

using namespace clang;

namespace porting {

class ImageBuilder {
public:
  ImageBuilder(Exporter &Owner, uint64_t Size) : Owner(Owner), Context(Owner.Context), Bytes(Size) {}

  bool place(const APValue &Value, QualType Type, uint64_t Bit, const std::string &Path);
  bool placeList(const Expr *Init, QualType Type, uint64_t Bit, const std::string &Path);

  void write(Writer &Out) {
    // Trailing zeros are not sent; the reader knows the size.
    size_t Used = Bytes.size();
    while (Used > 0 && Bytes[Used - 1] == 0)
      --Used;
    Out.uint(Bytes.size());
    Out.uint(Used);
    Out.raw(Bytes.data(), Used);
    write(Out, Relocations);
    write(Out, Scalars);
  }

private:
  static void write(Writer &Out, const std::map<uint64_t, Writer> &Entries) {
    Out.uint(Entries.size());
    for (auto &[Bit, Entry] : Entries)
      Out.raw(Entry.data().data(), Entry.size());
  }

  bool placeStruct(const APValue &Value, const RecordDecl *Record, uint64_t Bit, const std::string &Path);
  bool placeArray(const APValue &Value, const ArrayType *Type, uint64_t Bit, const std::string &Path);
  bool placeAddress(const APValue &Value, uint64_t Bit, const std::string &Path);
  void bits(const llvm::APInt &Value, uint64_t Bit, unsigned Width);
  void scalar(uint64_t Bit, unsigned Bytes, const std::string &Path, bool IsFloat);

  Exporter &Owner;
  ASTContext &Context;
  std::vector<uint8_t> Bytes;
  // By their place in bits: a later designator says anew what an earlier one said.
  std::map<uint64_t, Writer> Relocations, Scalars;
};

void ImageBuilder::bits(const llvm::APInt &Value, uint64_t Bit, unsigned Width) {
  Relocations.erase(Bit);
  for (unsigned I = 0; I < Width && (Bit + I) / 8 < Bytes.size(); ++I) {
    uint8_t One = uint8_t(1u << ((Bit + I) % 8));
    uint8_t &Byte = Bytes[(Bit + I) / 8];
    Byte = I < Value.getBitWidth() && Value[I] ? Byte | One : Byte & ~One;
  }
}

void ImageBuilder::scalar(uint64_t Bit, unsigned Size, const std::string &Path, bool IsFloat) {
  Writer Entry;
  Entry.uint(Bit / 8);
  Entry.uint(Size);
  Entry.uint(Owner.str(Path));
  Entry.boolean(IsFloat);
  Scalars[Bit] = std::move(Entry);
}

bool ImageBuilder::place(const APValue &Value, QualType Type, uint64_t Bit, const std::string &Path) {
  unsigned Size = Type->isIncompleteType() ? 0 : unsigned(Context.getTypeSize(Type));
  switch (Value.getKind()) {
  case APValue::None:
  case APValue::Indeterminate:
    return true;
  case APValue::Int:
    bits(Value.getInt(), Bit, Size);
    scalar(Bit, Size / 8, Path, false);
    return true;
  case APValue::Float:
    bits(Value.getFloat().bitcastToAPInt(), Bit, Size);
    scalar(Bit, Size / 8, Path, true);
    return true;
  case APValue::ComplexInt:
    bits(Value.getComplexIntReal(), Bit, Size / 2);
    bits(Value.getComplexIntImag(), Bit + Size / 2, Size / 2);
    scalar(Bit, Size / 16, Path + ".real", false);
    scalar(Bit + Size / 2, Size / 16, Path + ".imag", false);
    return true;
  case APValue::ComplexFloat:
    bits(Value.getComplexFloatReal().bitcastToAPInt(), Bit, Size / 2);
    bits(Value.getComplexFloatImag().bitcastToAPInt(), Bit + Size / 2, Size / 2);
    scalar(Bit, Size / 16, Path + ".real", true);
    scalar(Bit + Size / 2, Size / 16, Path + ".imag", true);
    return true;
  case APValue::Vector: {
    unsigned Each = Size / Value.getVectorLength();
    for (unsigned I = 0; I < Value.getVectorLength(); ++I)
      if (!place(Value.getVectorElt(I), Type->castAs<VectorType>()->getElementType(), Bit + I * Each, Path))
        return false;
    return true;
  }
  case APValue::LValue:
    return placeAddress(Value, Bit, Path);
  case APValue::AddrLabelDiff: {
    Writer Entry;
    Entry.uint(Bit / 8);
    Entry.u8(4);
    Entry.uint(Owner.declId(Value.getAddrLabelDiffLHS()->getLabel()));
    Entry.uint(Owner.declId(Value.getAddrLabelDiffRHS()->getLabel()));
    Entry.sint(0);
    Relocations[Bit] = std::move(Entry);
    scalar(Bit, Size / 8, Path, false);
    return true;
  }
  case APValue::Struct:
    return placeStruct(Value, Type->castAs<RecordType>()->getDecl(), Bit, Path);
  case APValue::Union: {
    const FieldDecl *Field = Value.getUnionField();
    if (!Field)
      return true;
    if (Field->isBitField()) {
      bits(Value.getUnionValue().getInt(), Bit, Field->getBitWidthValue(Context));
      return true;
    }
    return place(Value.getUnionValue(), Field->getType(), Bit, Path + "." + Field->getNameAsString());
  }
  case APValue::Array:
    return placeArray(Value, Context.getAsArrayType(Type), Bit, Path);
  default:
    return false;
  }
}

bool ImageBuilder::placeStruct(const APValue &Value, const RecordDecl *Record, uint64_t Bit, const std::string &Path) {
  const ASTRecordLayout &Layout = Context.getASTRecordLayout(Record);
  for (const FieldDecl *Field : Record->fields()) {
    if (Field->isUnnamedBitField())
      continue;
    uint64_t At = Bit + Layout.getFieldOffset(Field->getFieldIndex());
    const APValue &Part = Value.getStructField(Field->getFieldIndex());
    if (Field->isBitField()) {
      if (Part.isInt()) {
        bits(Part.getInt(), At, Field->getBitWidthValue(Context));
        scalar(At, 0, Path + "." + Field->getNameAsString(), false);
      }
    } else if (!place(Part, Field->getType(), At, Field->getName().empty() ? Path : Path + "." + Field->getNameAsString())) {
      return false;
    }
  }
  return true;
}

bool ImageBuilder::placeArray(const APValue &Value, const ArrayType *Type, uint64_t Bit, const std::string &Path) {
  if (!Type)
    return false;
  QualType Element = Type->getElementType();
  uint64_t Each = Context.getTypeSize(Element);
  for (unsigned I = 0; I < Value.getArrayInitializedElts(); ++I)
    if (!place(Value.getArrayInitializedElt(I), Element, Bit + I * Each, Path + "[" + std::to_string(I) + "]"))
      return false;
  if (!Value.hasArrayFiller())
    return true;
  const APValue &Filler = Value.getArrayFiller();
  bool IsZero = Filler.isInt() && Filler.getInt() == 0;
  for (uint64_t I = Value.getArrayInitializedElts(); !IsZero && I < Value.getArraySize(); ++I)
    if (!place(Filler, Element, Bit + I * Each, Path + "[" + std::to_string(I) + "]"))
      return false;
  return true;
}

/// An initialiser by its parts: clang evaluates no object with a flexible array member as a whole.
bool ImageBuilder::placeList(const Expr *Init, QualType Type, uint64_t Bit, const std::string &Path) {
  if (isa<ImplicitValueInitExpr, NoInitExpr>(Init))
    return true;
  if (auto *Update = dyn_cast<DesignatedInitUpdateExpr>(Init))
    return placeList(Update->getBase(), Type, Bit, Path) && placeList(Update->getUpdater(), Type, Bit, Path);
  if (const auto *Text = dyn_cast<StringLiteral>(Init->IgnoreParens()); Text && Init->getType()->isArrayType()) {
    unsigned Each = Text->getCharByteWidth() * 8;
    for (unsigned I = 0; I < Text->getLength(); ++I) {
      bits(llvm::APInt(Each, Text->getCodeUnit(I)), Bit + I * Each, Each);
      scalar(Bit + I * Each, Each / 8, Path + "[" + std::to_string(I) + "]", false);
    }
    return true;
  }
  const auto *List = dyn_cast<InitListExpr>(Init);
  if (List && List->isTransparent())
    return placeList(List->getInit(0), Type, Bit, Path);
  if (List && Type->isArrayType()) {
    QualType Element = Context.getAsArrayType(Type)->getElementType();
    uint64_t Each = Context.getTypeSize(Element);
    const auto *Sized = Context.getAsConstantArrayType(Init->getType());
    uint64_t Count = List->hasArrayFiller() && Sized ? Sized->getZExtSize() : List->getNumInits();
    for (uint64_t I = 0; I < Count; ++I) {
      const Expr *Part = I < List->getNumInits() ? List->getInit(I) : List->getArrayFiller();
      if (!placeList(Part, Element, Bit + I * Each, Path + "[" + std::to_string(I) + "]"))
        return false;
    }
    return true;
  }
  const RecordDecl *Record = Type->getAsRecordDecl();
  if (List && Record && Record->isUnion()) {
    const FieldDecl *Field = List->getInitializedFieldInUnion();
    if (!Field)
      return true;
    if (!Field->isBitField())
      return placeList(List->getInit(0), Field->getType(), Bit, Path + "." + Field->getNameAsString());
  }
  if (List && Record && Record->isStruct()) {
    const ASTRecordLayout &Layout = Context.getASTRecordLayout(Record);
    unsigned I = 0;
    for (const FieldDecl *Field : Record->fields()) {
      if (Field->isUnnamedBitField() || I >= List->getNumInits())
        continue;
      const Expr *Part = List->getInit(I++);
      uint64_t At = Bit + Layout.getFieldOffset(Field->getFieldIndex());
      std::string Name = Field->getName().empty() ? Path : Path + "." + Field->getNameAsString();
      Expr::EvalResult Result;
      if (!Field->isBitField()) {
        if (!placeList(Part, Field->getType(), At, Name))
          return false;
      } else if (!isa<ImplicitValueInitExpr, NoInitExpr>(Part)) {
        if (!Part->EvaluateAsInt(Result, Context))
          return false;
        bits(Result.Val.getInt(), At, Field->getBitWidthValue(Context));
        scalar(At, 0, Name, false);
      }
    }
    return true;
  }
  Expr::EvalResult Result;
  return Init->EvaluateAsConstantExpr(Result, Context) && place(Result.Val, Type, Bit, Path);
}

bool ImageBuilder::placeAddress(const APValue &Value, uint64_t Bit, const std::string &Path) {
  int64_t Offset = Value.getLValueOffset().getQuantity();
  APValue::LValueBase Base = Value.getLValueBase();
  scalar(Bit, 4, Path, false);
  if (Base.isNull()) {
    bits(llvm::APInt(64, uint64_t(Offset)).trunc(32), Bit, 32);
    return true;
  }
  bits(llvm::APInt(32, 0), Bit, 32);
  Writer Entry;
  Entry.uint(Bit / 8);
  if (auto *D = Base.dyn_cast<const ValueDecl *>()) {
    if (auto *F = dyn_cast<FunctionDecl>(D))
      Owner.noteUse(F);
    Entry.u8(1);
    Entry.uint(Owner.declId(D));
  } else if (auto *E = Base.dyn_cast<const Expr *>()) {
    if (auto *Label = dyn_cast<AddrLabelExpr>(E)) {
      Entry.u8(3);
      Entry.uint(Owner.declId(Label->getLabel()));
    } else {
      if (auto *Predefined = dyn_cast<PredefinedExpr>(E))
        E = Predefined->getFunctionName();
      Entry.u8(2);
      Owner.writeExpr(Entry, E);
    }
  } else {
    return false;
  }
  Entry.sint(Offset);
  Relocations[Bit] = std::move(Entry);
  return true;
}

/// 0: no image; 1: image; 2: clang cannot evaluate the initialiser.
void Exporter::writeImage(Writer &Out, const VarDecl *D) {
  if (!D->hasGlobalStorage() || !D->getInit() || D->isInvalidDecl() || D->getType()->isIncompleteType()) {
    Out.u8(0);
    return;
  }
  const APValue *Value = D->evaluateValue();
  // clang evaluates no list with designators into what another one has set, nor one with a flexible array member.
  auto *List = dyn_cast<InitListExpr>(D->getInit());
  if (!Value && !List) {
    Out.u8(2);
    return;
  }
  uint64_t Size = Context.getTypeSizeInChars(D->getType()).getQuantity();
  // A flexible array member's initialiser lies behind the struct.
  if (List && List->getNumInits() > 0 && D->getType()->isStructureType())
    Size += D->getFlexibleArrayInitChars(Context).getQuantity();
  ImageBuilder Builder(*this, Size);
  if (!(Value ? Builder.place(*Value, D->getType(), 0, "") : Builder.placeList(D->getInit(), D->getType(), 0, ""))) {
    Out.u8(2);
    return;
  }
  Out.u8(1);
  Builder.write(Out);
}

/// A literal of static storage duration, as a variable without a name.
void Exporter::writeLiteralImage(Writer &Out, const CompoundLiteralExpr *E) {
  Expr::EvalResult Result;
  if (!E->isFileScope() || !E->getInitializer()->EvaluateAsConstantExpr(Result, Context)) {
    Out.u8(0);
    return;
  }
  ImageBuilder Builder(*this, Context.getTypeSizeInChars(E->getType()).getQuantity());
  if (!Builder.place(Result.Val, E->getType(), 0, "")) {
    Out.u8(0);
    return;
  }
  Out.u8(1);
  Builder.write(Out);
}

} // namespace porting
