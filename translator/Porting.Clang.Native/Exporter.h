// One unit's AST as a binary message. Types and declarations are tables (found while bodies are written, processed until none are left); statements and expressions are written in place.
#pragma once

#include "Writer.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"
#include "clang/Basic/CodeGenOptions.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Preprocessor.h"

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

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
  /// The whole of it as clang prints it: with the line of C, a caret, macros and notes.
  std::string Text;
};

/// What is gathered while the preprocessor and the parser run.
struct UnitRecord {
  std::vector<MacroRecord> Macros;
  std::vector<CommentRecord> Comments;
  std::vector<DiagnosticRecord> Diagnostics;
};

/// What a message has of the unit.
enum class Extent {
  /// Everything.
  Whole,
  /// The parts of files that no earlier message has had (Segments.h); of the rest only what those reach, records by name where no member is listed.
  Parts,
};

class Segments;

/// What the program as a whole has to know of bodies; found while they are written.
struct BodyNotes {
  struct MacroUse {
    std::string Name;
    int64_t Value;
    clang::QualType Type;
  };
  /// Functions whose address a function or a variable uses.
  std::unordered_map<const clang::Decl *, std::vector<const clang::FunctionDecl *>> Uses;
  /// Records, objects with static storage and functions that are declared inside a function.
  std::unordered_map<const clang::FunctionDecl *, std::vector<const clang::Decl *>> Locals;
  std::vector<MacroUse> Macros;
  std::set<std::pair<std::string, int64_t>> SeenMacros;
};

llvm::StringRef attributeKind(const clang::Attr *A);

class Exporter {
public:
  Exporter(clang::ASTContext &Context, clang::Preprocessor &PP, const std::string &Root, Extent Part, const Segments *Own, BodyNotes &Notes, const clang::CodeGenOptions &Code);

  /// Writes the message; it is complete when this returns.
  std::vector<uint8_t> exportUnit(const UnitRecord &Unit);

  /// A name of the C as the other side has it.
  static std::string nameFor(llvm::StringRef Name);

private:
  // Tables.
  uint32_t fileId(clang::FileID File);
  uint32_t typeId(clang::QualType Type);
  uint32_t declId(const clang::Decl *D);
  uint32_t str(llvm::StringRef Text) { return Strings.id(Text); }
  bool isOwn(const clang::Decl *D) const { return Part == Extent::Whole || Own.count(D); }

  // Types.cpp
  void writeType(Writer &Out, clang::QualType Type);
  std::string convention(const clang::FunctionType *F) const;

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
  Writer writeNotes();
  void numberRecord(const clang::RecordDecl *D);
  void collectLocalRecords(const clang::DeclContext *Within, std::vector<const clang::Decl *> &Found);

  // Notes.cpp
  void noteUse(const clang::FunctionDecl *F);
  void noteMacro(const clang::Expr *E, llvm::StringRef Macro, const llvm::APSInt &Number);
  void noteCall(const clang::CallExpr *E);
  void noteInitializer(const clang::Expr *E);
  void listMembers(clang::QualType Type);
  void noteLocals(const clang::DeclStmt *S);

  // Image.cpp
  void writeLiteralImage(Writer &Out, const clang::CompoundLiteralExpr *E);
  void writeImage(Writer &Out, const clang::VarDecl *D);
  void writeImageOf(Writer &Out, const clang::APValue &Value, clang::QualType Type);

  // Stmts.cpp
  void writeStmt(Writer &Out, const clang::Stmt *S);
  void writeOptional(Writer &Out, const clang::Stmt *S);
  void writeAsm(Writer &Out, const clang::GCCAsmStmt *S);
  void writeAddress(Writer &Out, const clang::Expr *E);

  // Exprs.cpp
  void writeExpr(Writer &Out, const clang::Expr *E);
  void writeExprHead(Writer &Out, uint8_t Kind, const clang::Expr *E);
  bool evaluate(const clang::Expr *E, clang::Expr::EvalResult &Result);
  void writeConstant(Writer &Out, const clang::Expr *E, llvm::StringRef Macro);
  void writeInitList(Writer &Out, const clang::InitListExpr *E);
  const clang::Expr *rounded(const clang::Expr *E);
  const clang::Expr *unrounded(const clang::CompoundAssignOperator *E);
  bool writePseudoObject(Writer &Out, const clang::PseudoObjectExpr *E);
  void writeString(Writer &Out, const clang::StringLiteral *E);
  llvm::StringRef macroName(const clang::Expr *E);
  std::string spelled(const clang::Expr *E);

  void writeSpan(Writer &Out, clang::SourceRange Range);

  // Counters.cpp
  unsigned numberCounters(const clang::FunctionDecl *D);
  std::optional<unsigned> counterOf(const clang::Stmt *S) const;
  clang::Expr *called(llvm::StringRef Name, clang::QualType Type, const std::vector<clang::Expr *> &Arguments, clang::SourceLocation At);
  clang::Expr *counting(llvm::StringRef Name, std::vector<unsigned> Arguments, clang::SourceLocation At);
  clang::Expr *counting(unsigned Counter, clang::SourceLocation At);
  bool isOurs(const clang::CallExpr *E) const;
  bool isUnevaluated(const clang::Expr *E);
  bool hasCounters(const clang::Stmt *S);
  std::optional<bool> folded(const clang::Expr *Condition);
  void foldCondition(const clang::IfStmt *S);
  clang::Expr *countedLogical(const clang::BinaryOperator *E, unsigned Counter);
  clang::Expr *countedChoice(const clang::AbstractConditionalOperator *E, unsigned Counter);
  const clang::Expr *countedArgument(const clang::Expr *E);
  clang::Expr *countedVector(const clang::Expr *E, unsigned Counter);
  const clang::Expr *counted(const clang::Expr *E);
  const clang::Expr *countedEnd(const clang::DoStmt *Loop);
  clang::Expr *countedJump(const clang::SwitchStmt *S);
  void addCounted(const clang::Stmt *Child, std::vector<clang::Stmt *> &To);
  void writeCounted(Writer &Out, const clang::Stmt *S, clang::Expr *Count);
  void writeControlled(Writer &Out, const clang::Stmt *Body, const clang::Stmt *Owner);
  void writeFunctionBody(Writer &Out, const clang::FunctionDecl *D);
  void writeUncounted(Writer &Out, const clang::Stmt *S);

  // Checks.cpp
  clang::SanitizerMask unitChecks() const;
  clang::SanitizerMask checksOf(const clang::FunctionDecl *F) const;
  std::string describe(clang::QualType Type) const;
  std::vector<clang::QualType> checkedOperands(const clang::Expr *E) const;
  std::vector<std::string> checkOf(const clang::Expr *E) const;
  void writePlace(Writer &Out, clang::SourceLocation At);
  void writeCheck(Writer &Out, const clang::Expr *E, const std::vector<std::string> &Types);

  // Guards.cpp
  struct Guard {
    llvm::StringRef Name; // of the function that stands for it
    clang::SourceLocation At;
    std::vector<std::string> Types;
    const clang::Attr *Cause = nullptr;
    std::vector<uint64_t> Numbers;
    clang::Expr *Count = nullptr;
  };
  void guardAccess(const clang::Expr *Root, uint64_t Offset, clang::QualType Type, uint64_t Align, clang::SourceLocation At, int Kind);
  void guardPlace(const clang::Expr *E, clang::SourceLocation At, int Kind);
  void guardCopied(const clang::Expr *Pointer, int Kind);
  void guardCall(const clang::CallExpr *Call);
  void guardOperands(const clang::Expr *E);
  void guardReturned(const clang::ReturnStmt *S);
  int32_t hashOf(clang::QualType Type);
  clang::Expr *guard(const Guard &By, clang::Expr *Value);
  clang::Expr *unreachable(clang::SourceLocation At);
  bool isNeverLeft(const clang::FunctionDecl *D) const;
  clang::Stmt *neverLeft(const clang::ReturnStmt *S, const clang::FunctionDecl *From);
  const clang::Expr *guarded(const clang::Expr *E);

  // Macros.cpp
  void writeExpansions(Writer &Out, const clang::Stmt *S);

  friend class ImageBuilder;
  friend class InitializerNotes;

  clang::ASTContext &Context;
  clang::Preprocessor &PP;
  clang::SourceManager &Sources;
  std::string Root;
  Extent Part;
  const Segments *Files;
  BodyNotes &Notes;
  const clang::CodeGenOptions &Code;
  const clang::Decl *Within = nullptr;
  clang::SanitizerSet Checks; // of the function that is written

  /// -fprofile-instr-generate: the counter of a statement, an expression, a function's body.
  std::unordered_map<const clang::Stmt *, unsigned> Counters;
  std::map<std::string, clang::FunctionDecl *> OurFunctions; // that the translator knows by their names
  std::unordered_map<const clang::Stmt *, bool> Counting; // what hasCounters said
  std::unordered_set<const clang::Stmt *> Folded;         // conditions that clang knows without evaluating them
  unsigned Uncounted = 0;                                 // above 0 in what is not evaluated

  std::unordered_map<const clang::Expr *, std::vector<Guard>> Guards; // of what is not written yet, the outermost first
  std::unordered_map<const clang::Expr *, Guard> GuardOf;             // by the call that stands for it
  std::unordered_set<const clang::Expr *> Inside;                     // what is written with its guards next

  /// Records of one macro stand at one place; they are counted there.
  std::map<std::tuple<const clang::FileEntry *, unsigned, std::string>, unsigned> PlaceCounts;
  std::unordered_map<const clang::Decl *, unsigned> Ordinals;
  std::unordered_set<const clang::Decl *> Own;
  std::set<std::string> UsedMacros;
  std::unordered_set<const clang::RecordDecl *> Listed;
  std::unordered_set<const clang::Expr *> Callees;
  StringTable Strings;
  std::map<clang::FileID, uint32_t> FileIds;
  std::vector<clang::FileID> FileOrder;
  std::unordered_map<void *, uint32_t> TypeIds;
  std::vector<clang::QualType> TypeOrder;
  std::unordered_map<const clang::Decl *, uint32_t> DeclIds;
  std::vector<const clang::Decl *> DeclOrder;
  std::unordered_map<const clang::Stmt *, uint32_t> LiteralIds;
  std::set<const clang::Expr *> WrittenOut; // values that several expressions share
};

} // namespace porting
