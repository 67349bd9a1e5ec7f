// One unit's AST as a binary message. Types and declarations are tables (found while bodies are written, processed until none are left); statements and expressions are written in place.
#pragma once

#include "Writer.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Preprocessor.h"

#include <deque>
#include <map>
#include <unordered_map>

namespace porting {

struct MacroRecord {
  std::string Name;
  clang::SourceLocation Location;
  bool IsFunctionLike = false;
  std::vector<std::string> Parameters;
  bool IsVariadic = false;
  std::string Body;
  bool IsRedefined = false;
};

struct CommentRecord {
  clang::SourceRange Range;
};

struct DiagnosticRecord {
  bool IsError;
  std::string File;
  unsigned Line, Column;
  std::string Message;
  bool IsMissingInclude;
};

/// What is gathered while the preprocessor and the parser run.
struct UnitRecord {
  std::vector<MacroRecord> Macros;
  std::vector<CommentRecord> Comments;
  std::vector<DiagnosticRecord> Diagnostics;
};

class Exporter {
public:
  Exporter(clang::ASTContext &Context, clang::Preprocessor &PP, const std::string &Root);

  /// Writes everything; the message is complete when this returns.
  std::vector<uint8_t> exportUnit(const UnitRecord &Unit);

private:
  // Tables.
  uint32_t fileId(clang::FileID File);
  uint32_t typeId(clang::QualType Type);
  uint32_t declId(const clang::Decl *D);
  uint32_t str(llvm::StringRef Text) { return Strings.id(Text.str()); }

  // Types.cpp
  void writeType(Writer &Out, clang::QualType Type);

  // Decls.cpp
  void writeDecl(Writer &Out, const clang::Decl *D);
  void writeDeclHeader(Writer &Out, const clang::Decl *D, uint8_t Kind, llvm::StringRef Name);
  void writeAttributes(Writer &Out, const clang::Decl *D);
  void writeFunction(Writer &Out, const clang::FunctionDecl *D);
  void writeVar(Writer &Out, const clang::VarDecl *D);
  void writeField(Writer &Out, const clang::FieldDecl *D);
  void writeRecord(Writer &Out, const clang::RecordDecl *D);
  void writeEnum(Writer &Out, const clang::EnumDecl *D);
  void collectOrder(const clang::DeclContext *Context, std::vector<uint32_t> &Order);
  std::string tokenHash(clang::SourceRange Range);

  // Image.cpp
  void writeLiteralImage(Writer &Out, const clang::CompoundLiteralExpr *E);
  void writeImage(Writer &Out, const clang::VarDecl *D);
  void writeImageOf(Writer &Out, const clang::APValue &Value, clang::QualType Type);

  // Stmts.cpp
  void writeStmt(Writer &Out, const clang::Stmt *S);
  void writeOptional(Writer &Out, const clang::Stmt *S);
  void writeAsm(Writer &Out, const clang::GCCAsmStmt *S);

  // Exprs.cpp
  void writeExpr(Writer &Out, const clang::Expr *E);
  void writeExprHead(Writer &Out, uint8_t Kind, const clang::Expr *E);
  void writeConstant(Writer &Out, const clang::Expr *E);
  void writeInitList(Writer &Out, const clang::InitListExpr *E);
  void writeString(Writer &Out, const clang::StringLiteral *E);
  llvm::StringRef macroName(const clang::Expr *E);
  std::string spelled(const clang::Expr *E);

  void writeSpan(Writer &Out, clang::SourceRange Range);

  // Macros.cpp
  void writeExpansions(Writer &Out, const clang::Stmt *S);

  friend class ImageBuilder;

  clang::ASTContext &Context;
  clang::Preprocessor &PP;
  clang::SourceManager &Sources;
  std::string Root;

  StringTable Strings;
  std::map<clang::FileID, uint32_t> FileIds;
  std::vector<clang::FileID> FileOrder;
  std::unordered_map<void *, uint32_t> TypeIds;
  std::vector<clang::QualType> TypeOrder;
  std::unordered_map<const clang::Decl *, uint32_t> DeclIds;
  std::vector<const clang::Decl *> DeclOrder;
  std::unordered_map<const clang::Stmt *, uint32_t> LiteralIds;
};

} // namespace porting
