// The part that each file has in a unit. A header gives every unit that includes it the same declarations, mostly, and one message with them is enough: a file's part is known by a hash, and sent once per process. Which unit sends it is
// settled by the order of requests; a reader that takes the first of equal parts in the order of the units gets the same program however many processes there are.
#pragma once

#include "Exporter.h"
#include "Versions.h"

namespace porting {

/// Absolute path of a file; "<built-in>" for what is none. Of a file below the root it is the path without links, so that a header is one file whatever link it is reached by; a unit's own file keeps its last name, as a link may make
/// another unit of it.
/// @param Root empty to leave all paths as they are written.
std::string pathOf(clang::SourceManager &Sources, clang::FileID File, const std::string &Root);

struct Segment {
  std::string Path;
  clang::FileID File;
  uint64_t Hash;
  bool IsMain, IsSent;
};

class Segments {
public:
  /// @param Known parts that this process has sent already; null to send all.
  Segments(clang::ASTContext &Context, const UnitRecord &Unit, const std::string &Root, const std::set<std::pair<std::string, uint64_t>> *Known);

  /// Whether what stands here is part of this unit's message.
  bool isSent(clang::SourceLocation Location) const;

  const std::vector<Segment> &all() const { return Order; }

  /// Tells the versions of a header's declaration from each other (Versions.h).
  uint64_t versionOf(const clang::Decl *D) const { return Each.of(D); }

private:
  void addDecls(const clang::DeclContext *Within);
  void addDecl(const clang::Decl *D);
  unsigned segmentOf(clang::SourceLocation Location);
  void mix(unsigned Index, uint64_t Value) { Order[Index].Hash = (Order[Index].Hash ^ Value) * 0x9E3779B97F4A7C15ull + (Order[Index].Hash >> 29); }
  void mix(unsigned Index, llvm::StringRef Text);

  clang::ASTContext &Context;
  clang::SourceManager &Sources;
  std::string Root;
  mutable Versions Each;
  std::vector<Segment> Order;
  std::map<clang::FileID, unsigned> ByFile;
  std::map<std::string, unsigned> ByPath;
};

} // namespace porting
