// What tells apart the versions of one declaration of a header that units see: what stands in front of an #include may give a struct other members, an enumerator another value, an inline function another meaning.
#pragma once

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

#include <string>
#include <unordered_map>

namespace porting {

class Versions {
public:
  explicit Versions(clang::ASTContext &Context);

  /// Equal in two units where the declaration means the same: of a record its layout and the types of its members (what a pointer leads to by its name alone), of an enumeration its values, of an inline function what its body says
  /// and looks into, of a static object its type and initialiser. 0 for what stands in the unit's own file and for all others.
  uint64_t of(const clang::Decl *D);

private:
  friend class BodyVersion;

  /// A static that the unit's own file defines is another one in each unit.
  bool isOfUnit(const clang::ValueDecl *D) const;
  uint64_t compute(const clang::Decl *D);
  uint64_t ofRecord(const clang::RecordDecl *R);
  uint64_t ofEnum(const clang::EnumDecl *E);
  /// A type as an object of it is made.
  uint64_t ofType(clang::QualType Type);
  /// A type as something leads to it.
  uint64_t named(clang::QualType Type);

  clang::ASTContext &Context;
  std::string Unit;
  std::unordered_map<const clang::Decl *, uint64_t> Known;
  std::unordered_map<const void *, uint64_t> Types;
};

} // namespace porting
