// What the meaning of a definition depends on: its own tokens, and the macros, types, inline functions, constants, prototypes and initialisers behind them, each a part with a hash of its own.
//
// How far it goes. A function that stands in for a definition is right as long as what the definition's own text says means the same, so:
// - own text: the tokens as written, without comments, white space and lines that the preprocessor leaves out;
// - macros: those that are expanded in the text or asked by conditions in it, by their definitions, and theirs in turn;
// - structs and unions: those that are looked into: size, alignment, and of the members those that are named; all members where the whole is copied. A pointer to a struct that nobody follows is a name only;
// - typedefs, enumerations: by the type that they come to; enumerators by their value;
// - inline functions, and static ones of headers: as if their text stood here, and so on. Other functions by their type and attributes alone: they are translated, replaced or dropped on their own;
// - objects: type and attributes; of constants and of the file's own statics the initialiser as well, and what that depends on.
#pragma once

#include "Writer.h"

#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace porting {

/// What the preprocessor did, by place: gathered while the unit is parsed.
class PreprocessorTrace : public clang::PPCallbacks {
public:
  struct Expansion {
    std::string Name;
    const clang::MacroInfo *Macro;
  };

  explicit PreprocessorTrace(clang::Preprocessor &PP) : PP(PP), Sources(PP.getSourceManager()) {}

  void MacroExpands(const clang::Token &Name, const clang::MacroDefinition &Definition, clang::SourceRange, const clang::MacroArgs *) override;
  void SourceRangeSkipped(clang::SourceRange Range, clang::SourceLocation) override;
  void If(clang::SourceLocation Place, clang::SourceRange, ConditionValueKind) override { Conditions.insert(Place); }
  void Elif(clang::SourceLocation Place, clang::SourceRange, ConditionValueKind Value, clang::SourceLocation) override {
    if (Value != CVK_NotEvaluated)
      Conditions.insert(Place);
  }
  void Ifdef(clang::SourceLocation Place, const clang::Token &, const clang::MacroDefinition &) override { Conditions.insert(Place); }
  void Ifndef(clang::SourceLocation Place, const clang::Token &, const clang::MacroDefinition &) override { Conditions.insert(Place); }
  void Elifdef(clang::SourceLocation Place, const clang::Token &, const clang::MacroDefinition &) override { Conditions.insert(Place); }
  void Elifndef(clang::SourceLocation Place, const clang::Token &, const clang::MacroDefinition &) override { Conditions.insert(Place); }

  /// Macros that were expanded in a file, by the offset of the outermost use.
  std::map<clang::FileID, std::multimap<unsigned, Expansion>> Expansions;
  /// Stretches of a file that were left out, by their begin.
  std::map<clang::FileID, std::map<unsigned, unsigned>> Skipped;
  /// Where the keywords of evaluated conditions stand.
  std::set<clang::SourceLocation> Conditions;

private:
  clang::Preprocessor &PP;
  clang::SourceManager &Sources;
};

/// Writes, for each name, whether the unit has a function or an object of it, and its parts: kind, name, file, hash, text. Kinds are those of Porting.Clang.Parse.PartKind.
std::vector<uint8_t> writeDependencies(clang::ASTContext &Context, clang::Preprocessor &PP, const PreprocessorTrace &Trace, const std::string &Root, const std::vector<std::string> &Names);

} // namespace porting
