// porting-clang-export: parses C units on request and writes their ASTs.
//
// Standard input: frames of { u32 length, payload }; payload = source root, working directory, arguments (clang's own, without the program name), each zero-terminated.
// Standard output: one frame { u32 length, payload } per request; payload = diagnostics, then (unless an error prevents it) the unit as Exporter writes it.
// Ends with status 0 when standard input ends. Runs requests on a thread with a large stack, because expressions nest as deep as macros make them.
#include "Exporter.h"

#include "clang/AST/ASTConsumer.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/Utils.h"
#include "clang/Lex/MacroArgs.h"
#include "clang/Lex/PPCallbacks.h"
#include "llvm/Support/thread.h"

#include <cstdio>
#include <unistd.h>

using namespace clang;

namespace porting {

class DiagnosticCollector : public DiagnosticConsumer {
public:
  explicit DiagnosticCollector(UnitRecord &Unit) : Unit(Unit) {}

  void HandleDiagnostic(DiagnosticsEngine::Level Level, const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < DiagnosticsEngine::Warning)
      return;
    llvm::SmallString<256> Text;
    Info.FormatDiagnostic(Text);
    DiagnosticRecord Record{Level >= DiagnosticsEngine::Error, "", 0, 0, Text.str().str(), StringRef(Text).contains("file not found")};
    if (Info.hasSourceManager() && Info.getLocation().isValid()) {
      PresumedLoc Place = Info.getSourceManager().getPresumedLoc(Info.getSourceManager().getExpansionLoc(Info.getLocation()));
      if (Place.isValid()) {
        Record.File = Place.getFilename();
        Record.Line = Place.getLine();
        Record.Column = Place.getColumn();
      }
    }
    Unit.Diagnostics.push_back(std::move(Record));
  }

private:
  UnitRecord &Unit;
};

/// Records macros and comments of files below the source root.
class PreprocessorRecorder : public PPCallbacks, public CommentHandler {
public:
  PreprocessorRecorder(UnitRecord &Unit, Preprocessor &PP, const std::string &Root) : Unit(Unit), PP(PP), Sources(PP.getSourceManager()), Root(Root) {}

  void MacroDefined(const Token &Name, const MacroDirective *Directive) override {
    const MacroInfo *Info = Directive->getMacroInfo();
    if (!isBelowRoot(Info->getDefinitionLoc()))
      return;
    std::string Text = Name.getIdentifierInfo()->getName().str();
    for (auto &Earlier : Unit.Macros)
      if (Earlier.Name == Text)
        Earlier.IsRedefined = true;
    MacroRecord Record;
    Record.Name = Text;
    Record.Location = Info->getDefinitionLoc();
    Record.IsFunctionLike = Info->isFunctionLike();
    Record.IsVariadic = Info->isVariadic();
    for (const IdentifierInfo *Parameter : Info->params())
      Record.Parameters.push_back(Parameter->getName().str());
    for (const Token &Tok : Info->tokens()) {
      if (!Record.Body.empty() && Tok.hasLeadingSpace())
        Record.Body += ' ';
      Record.Body += PP.getSpelling(Tok);
    }
    Unit.Macros.push_back(std::move(Record));
  }

  void MacroUndefined(const Token &Name, const MacroDefinition &, const MacroDirective *) override {
    for (auto &Earlier : Unit.Macros)
      if (Earlier.Name == Name.getIdentifierInfo()->getName())
        Earlier.IsRedefined = true;
  }

  bool HandleComment(Preprocessor &, SourceRange Range) override {
    if (isBelowRoot(Range.getBegin()))
      Unit.Comments.push_back({Range});
    return false;
  }

private:
  bool isBelowRoot(SourceLocation Location) {
    if (Location.isInvalid() || Location.isMacroID())
      return false;
    FileID File = Sources.getFileID(Location);
    auto [It, IsNew] = Below.try_emplace(File, false);
    if (IsNew)
      if (auto Entry = Sources.getFileEntryRefForID(File)) {
        llvm::SmallString<256> Path(Entry->getName());
        Sources.getFileManager().makeAbsolutePath(Path);
        llvm::sys::path::remove_dots(Path, true);
        It->second = StringRef(Path).starts_with(Root + "/");
      }
    return It->second;
  }

  UnitRecord &Unit;
  Preprocessor &PP;
  SourceManager &Sources;
  std::string Root;
  std::map<FileID, bool> Below;
};

class ExportConsumer : public ASTConsumer {
public:
  ExportConsumer(UnitRecord &Unit, CompilerInstance &Compiler, const std::string &Root, std::vector<uint8_t> &Message) : Unit(Unit), Compiler(Compiler), Root(Root), Message(Message) {}

  void HandleTranslationUnit(ASTContext &Context) override {
    if (Context.getDiagnostics().hasErrorOccurred())
      return;
    Message = Exporter(Context, Compiler.getPreprocessor(), Root).exportUnit(Unit);
  }

private:
  UnitRecord &Unit;
  CompilerInstance &Compiler;
  std::string Root;
  std::vector<uint8_t> &Message;
};

class ExportAction : public ASTFrontendAction {
public:
  ExportAction(UnitRecord &Unit, const std::string &Root, std::vector<uint8_t> &Message) : Unit(Unit), Root(Root), Message(Message) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler, StringRef) override {
    auto Recorder = std::make_unique<PreprocessorRecorder>(Unit, Compiler.getPreprocessor(), Root);
    Comments = Recorder.get();
    Compiler.getPreprocessor().addCommentHandler(Comments);
    Compiler.getPreprocessor().addPPCallbacks(std::move(Recorder));
    return std::make_unique<ExportConsumer>(Unit, Compiler, Root, Message);
  }

private:
  UnitRecord &Unit;
  std::string Root;
  std::vector<uint8_t> &Message;
  PreprocessorRecorder *Comments = nullptr;
};

static void parse(const std::vector<std::string> &Request, UnitRecord &Unit, std::vector<uint8_t> &Message) {
  const std::string &Root = Request[0];
  if (chdir(Request[1].c_str()) != 0) {
    Unit.Diagnostics.push_back({true, "", 0, 0, "cannot enter directory '" + Request[1] + "'", false});
    return;
  }
  std::vector<const char *> Arguments = {"clang"};
  for (size_t I = 2; I < Request.size(); ++I)
    Arguments.push_back(Request[I].c_str());
  Arguments.push_back("-resource-dir");
  Arguments.push_back(PORTING_RESOURCE_DIR);

  DiagnosticCollector Collector(Unit);
  IntrusiveRefCntPtr<DiagnosticsEngine> Diagnostics = CompilerInstance::createDiagnostics(new DiagnosticOptions, &Collector, /*ShouldOwnClient=*/false);
  CreateInvocationOptions Options;
  Options.Diags = Diagnostics;
  std::shared_ptr<CompilerInvocation> Invocation = createInvocation(Arguments, Options);
  if (!Invocation)
    return;
  Invocation->getFrontendOpts().DisableFree = false;
  Invocation->getDiagnosticOpts().ErrorLimit = 0;
  CompilerInstance Compiler;
  Compiler.setInvocation(Invocation);
  Compiler.createDiagnostics(&Collector, /*ShouldOwnClient=*/false);
  ExportAction Action(Unit, Root, Message);
  Compiler.ExecuteAction(Action);
}

static bool readAll(void *Data, size_t Size) { return fread(Data, 1, Size, stdin) == Size; }

static void writeFrame(const Writer &Head, const std::vector<uint8_t> &Message) {
  uint32_t Size = uint32_t(Head.size() + Message.size());
  fwrite(&Size, sizeof Size, 1, stdout);
  fwrite(Head.data().data(), 1, Head.size(), stdout);
  fwrite(Message.data(), 1, Message.size(), stdout);
  fflush(stdout);
}

static void serve() {
  uint32_t Size;
  while (readAll(&Size, sizeof Size)) {
    std::string Payload(Size, '\0');
    if (!readAll(Payload.data(), Size))
      return;
    std::vector<std::string> Request;
    for (size_t Start = 0; Start < Payload.size();) {
      Request.emplace_back(Payload.c_str() + Start);
      Start += Request.back().size() + 1;
    }
    UnitRecord Unit;
    std::vector<uint8_t> Message;
    if (Request.size() >= 2)
      parse(Request, Unit, Message);
    Writer Head;
    Head.uint(Unit.Diagnostics.size());
    for (auto &Record : Unit.Diagnostics) {
      Head.boolean(Record.IsError);
      Head.boolean(Record.IsMissingInclude);
      Head.bytes(Record.File);
      Head.uint(Record.Line);
      Head.uint(Record.Column);
      Head.bytes(Record.Message);
    }
    Head.boolean(!Message.empty());
    writeFrame(Head, Message);
  }
}

} // namespace porting

int main() {
  llvm::thread Worker(std::optional<unsigned>(1u << 30), porting::serve);
  Worker.join();
  return 0;
}
