// Which nodes are exactly the use of a function-like macro, or exactly what stands for one of its parameters.
//
// clang gives the tokens of each expanded macro body a file of their own, whose place is where the macro was used, and each argument where the body uses the parameter one more, whose spelling is where the argument was written.
// From the first and the last token of a node the ways outwards are followed as long as they stay first and last; what both reach by the same way is what the node is exactly.
#include "Exporter.h"

#include "clang/Lex/Lexer.h"

#include <algorithm>

using namespace clang;

namespace porting {

namespace {
enum FrameKind : uint8_t { FBody, FArgument, FMade };

struct Frame {
  FrameKind Kind;
  FileID Expansion;            // of the macro's body
  SourceLocation Parameter;    // where the body uses the parameter
  uint64_t Way;                // hash of the arguments whose spelling was followed

  bool operator==(const Frame &Other) const { return Kind == Other.Kind && Expansion == Other.Expansion && Parameter == Other.Parameter && Way == Other.Way; }
};

/// Follows one end of a node outwards.
class Outwards {
public:
  Outwards(SourceManager &Sources, const LangOptions &Options, bool IsStart) : Sources(Sources), Options(Options), IsStart(IsStart) {}

  void follow(SourceLocation At, uint64_t Way) {
    while (At.isMacroID() && Frames.size() < 64) {
      const SrcMgr::ExpansionInfo &Info = Sources.getSLocEntry(Sources.getFileID(At)).getExpansion();
      if (Info.isMacroArgExpansion())
        follow(Sources.getImmediateSpellingLoc(At), Way * 1000003 + Info.getExpansionLocStart().getRawEncoding());
      if (!isOutermost(At))
        return;
      if (Info.isMacroArgExpansion())
        Frames.push_back({FArgument, Sources.getFileID(Info.getExpansionLocStart()), Info.getExpansionLocStart(), Way});
      else if (Info.isFunctionMacroExpansion())
        Frames.push_back({FBody, Sources.getFileID(At), SourceLocation(), Way});
      At = IsStart ? Info.getExpansionLocStart() : Info.getExpansionLocEnd();
    }
  }

  std::vector<Frame> Frames;

private:
  bool isOutermost(SourceLocation At) {
    if (IsStart)
      return Sources.isAtStartOfImmediateMacroExpansion(At);
    return Sources.isAtEndOfImmediateMacroExpansion(At.getLocWithOffset(Lexer::MeasureTokenLength(Sources.getSpellingLoc(At), Sources, Options)));
  }

  SourceManager &Sources;
  const LangOptions &Options;
  bool IsStart;
};

bool isMade(SourceManager &Sources, const Stmt *S) {
  if (auto *Text = dyn_cast<StringLiteral>(S)) {
    for (unsigned I = 0; I < Text->getNumConcatenated(); ++I)
      if (Sources.isWrittenInScratchSpace(Sources.getSpellingLoc(Text->getStrTokenLoc(I))))
        return true;
    return false;
  }
  if (isa<PredefinedExpr>(S))
    return true;
  return isa<IntegerLiteral, FloatingLiteral, CharacterLiteral>(S) && Sources.isWrittenInScratchSpace(Sources.getSpellingLoc(S->getBeginLoc()));
}
} // namespace

void Exporter::writeExpansions(Writer &Out, const Stmt *S) {
  if (!Sources.getExpansionLoc(S->getBeginLoc()).isValid() || !S->getBeginLoc().isMacroID())
    return;
  if (Code.hasProfileClangInstr() || !Checks.empty()) { // a method would have counters of its own, and one place for all uses
    Out.uint(0);
    return;
  }
  Outwards First(Sources, Context.getLangOpts(), true), Last(Sources, Context.getLangOpts(), false);
  First.follow(S->getBeginLoc(), 1);
  if (!First.Frames.empty())
    Last.follow(S->getEndLoc(), 1);
  std::vector<Frame> Both;
  for (const Frame &F : First.Frames)
    if (std::find(Last.Frames.begin(), Last.Frames.end(), F) != Last.Frames.end())
      Both.push_back(F);
  if (isMade(Sources, S))
    Both.push_back({FMade, FileID(), SourceLocation(), 0});

  Out.uint(Both.size());
  for (const Frame &F : Both) {
    SourceLocation Definition = F.Kind == FMade ? S->getBeginLoc() : F.Kind == FArgument ? F.Parameter : Sources.getComposedLoc(F.Expansion, 0);
    std::string Name;
    if (F.Kind == FArgument) {
      SourceLocation Spelled = Sources.getSpellingLoc(F.Parameter);
      llvm::SmallString<64> NameBuffer;
      Name = Lexer::getSpelling(Spelled, NameBuffer, Sources, Context.getLangOpts()).str();
    } else if (F.Kind == FBody) {
      Name = Lexer::getImmediateMacroName(Sources.getComposedLoc(F.Expansion, 0), Sources, Context.getLangOpts()).str();
      UsedMacros.insert(Name);
    }
    auto [File, Offset] = Sources.getDecomposedLoc(Sources.getSpellingLoc(Definition));
    Out.u8(F.Kind);
    Out.uint(F.Kind == FMade ? 0 : F.Expansion.getHashValue());
    Out.uint(str(nameFor(Name)));
    Out.uint(fileId(F.Kind == FMade ? Sources.getMainFileID() : File));
    Out.uint(Offset);
  }
}

} // namespace porting
