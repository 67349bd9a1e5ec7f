// porting-clang-export: parses C units on request and writes their ASTs.
//
// Standard input: frames of { u32 length, payload }; payload = what to send, source root, working directory, arguments (clang's own, without the program name), each zero-terminated.
// Standard output: one frame { u32 length, payload } per request; payload = diagnostics, files read, paths that were looked for in vain, then (unless an error prevents it) the unit as Exporter writes it.
//
// What to send: "whole": one message with everything. "parts": parts of files that an earlier request has sent are left out (Segments.h). "all": the same, with all parts.
// "dependencies NAME ...": what each of these functions and objects depends on (Dependencies.h), and nothing else.
// "compile": working directory and a command line of clang's instead; the answer is one byte, 1 when it was done (Compile.h).
// Ends with status 0 when standard input ends. Runs requests on a thread with a large stack, because expressions nest as deep as macros make them.
#include "Compile.h"
#include "Dependencies.h"
#include "FileLog.h"
#include "Segments.h"

#include "clang/AST/ASTConsumer.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/FrontendDiagnostic.h"
#include "clang/Frontend/TextDiagnosticPrinter.h"
#include "clang/Frontend/Utils.h"
#include "clang/Lex/MacroArgs.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Sema/SemaDiagnostic.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/thread.h"

#include <cstdio>
#include <unistd.h>

using namespace clang;

namespace porting {

/// What a request asks for and what came of it.
struct Answer {
  std::string Wanted;
  std::string Root;
  /// Names whose dependencies are asked for.
  std::vector<std::string> Names;
  UnitRecord Unit;
  std::vector<uint8_t> Message;
};

/// Parts of files that this process has sent, or was told of.
static std::set<std::pair<std::string, uint64_t>> KnownParts;

class DiagnosticCollector : public DiagnosticConsumer {
public:
  DiagnosticCollector(UnitRecord &Unit, IntrusiveRefCntPtr<DiagnosticOptions> Options) : Unit(Unit), Stream(Printed), Printer(Stream, Options.get()) { Stream.enable_colors(Options->ShowColors); }

  void BeginSourceFile(const LangOptions &Language, const Preprocessor *PP) override { Printer.BeginSourceFile(Language, PP); }
  void EndSourceFile() override { Printer.EndSourceFile(); }

  void HandleDiagnostic(DiagnosticsEngine::Level Level, const Diagnostic &Info) override {
    // gcc says nothing of a warning that it is told not to make and does not know.
    if (Info.getID() == diag::warn_unknown_diag_option && Level == DiagnosticsEngine::Warning && StringRef(Info.getArgStdStr(1)).starts_with("-Wno-"))
      return;
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level == DiagnosticsEngine::Note ? Unit.Diagnostics.empty() : Level < DiagnosticsEngine::Warning)
      return;
    if (Level != DiagnosticsEngine::Note)
      Unit.Diagnostics.push_back(record(Level, Info));
    Printer.HandleDiagnostic(Level, Info);
    Unit.Diagnostics.back().Text += Printed;
    Printed.clear();
  }

private:
  static DiagnosticRecord record(DiagnosticsEngine::Level Level, const Diagnostic &Info) {
    llvm::SmallString<256> Text;
    Info.FormatDiagnostic(Text);
    DiagnosticRecord Record{Level >= DiagnosticsEngine::Error, "", 0, 0, Text.str().str(), StringRef(Text).contains("file not found"), ""};
    if (Info.hasSourceManager() && Info.getLocation().isValid()) {
      PresumedLoc Place = Info.getSourceManager().getPresumedLoc(Info.getSourceManager().getExpansionLoc(Info.getLocation()));
      if (Place.isValid()) {
        Record.File = Place.getFilename();
        Record.Line = Place.getLine();
        Record.Column = Place.getColumn();
      }
    }
    return Record;
  }

  UnitRecord &Unit;
  std::string Printed;
  llvm::raw_string_ostream Stream;
  TextDiagnosticPrinter Printer;
};

/// Records macros and comments of files below the source root.
class PreprocessorRecorder : public PPCallbacks, public CommentHandler {
public:
  PreprocessorRecorder(UnitRecord &Unit, Preprocessor &PP, const std::string &Root, bool HasLinks) : Unit(Unit), PP(PP), Sources(PP.getSourceManager()), Root(Root), LinkRoot(HasLinks ? std::string() : Root) {}

  void MacroDefined(const Token &Name, const MacroDirective *Directive) override {
    const MacroInfo *Info = Directive->getMacroInfo();
    if (!isBelowRoot(Info->getDefinitionLoc()))
      return;
    std::string Text = Name.getIdentifierInfo()->getName().str();
    markRedefined(Text);
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
    Definitions[Text].push_back(Unit.Macros.size());
    Unit.Macros.push_back(std::move(Record));
  }

  void MacroUndefined(const Token &Name, const MacroDefinition &, const MacroDirective *) override {
    markRedefined(Name.getIdentifierInfo()->getName());
  }

  bool HandleComment(Preprocessor &, SourceRange Range) override {
    if (isBelowRoot(Range.getBegin()))
      Unit.Comments.push_back({Range});
    return false;
  }

private:
  void markRedefined(StringRef Name) {
    auto It = Definitions.find(Name);
    if (It != Definitions.end())
      for (size_t Index : It->second)
        Unit.Macros[Index].IsRedefined = true;
  }

  bool isBelowRoot(SourceLocation Location) {
    if (Location.isInvalid() || Location.isMacroID())
      return false;
    FileID File = Sources.getFileID(Location);
    auto [It, IsNew] = Below.try_emplace(File, false);
    if (IsNew)
      It->second = StringRef(pathOf(Sources, File, LinkRoot)).starts_with(Root + "/");
    return It->second;
  }

  UnitRecord &Unit;
  Preprocessor &PP;
  SourceManager &Sources;
  std::string Root, LinkRoot; // the latter is empty where paths stay as they are written
  std::map<FileID, bool> Below;
  llvm::StringMap<std::vector<size_t>> Definitions;
};

class ExportConsumer : public ASTConsumer {
public:
  ExportConsumer(Answer &Result, CompilerInstance &Compiler, const PreprocessorTrace *Trace) : Result(Result), Compiler(Compiler), Trace(Trace) {}

  void HandleTranslationUnit(ASTContext &Context) override {
    if (Context.getDiagnostics().hasErrorOccurred())
      return;
    Preprocessor &PP = Compiler.getPreprocessor();
    if (Trace) {
      Result.Message = writeDependencies(Context, PP, *Trace, Result.Root, Result.Names);
      return;
    }
    BodyNotes Notes;
    const CodeGenOptions &Code = Compiler.getCodeGenOpts();
    if (Result.Wanted == "whole") {
      Result.Message = Exporter(Context, PP, Result.Root, Extent::Whole, nullptr, Notes, Code).exportUnit(Result.Unit);
      return;
    }
    Segments Parts(Context, Result.Unit, Result.Root, Result.Wanted == "parts" ? &KnownParts : nullptr);
    Result.Message = Exporter(Context, PP, Result.Root, Extent::Parts, &Parts, Notes, Code).exportUnit(Result.Unit);
    for (auto &Part : Parts.all())
      KnownParts.insert({Part.Path, Part.Hash});
  }

private:
  Answer &Result;
  CompilerInstance &Compiler;
  const PreprocessorTrace *Trace; // null unless dependencies are wanted
};

class ExportAction : public ASTFrontendAction {
public:
  explicit ExportAction(Answer &Result) : Result(Result) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler, StringRef) override {
    if (Result.Wanted == "dependencies") {
      auto Trace = std::make_unique<PreprocessorTrace>(Compiler.getPreprocessor());
      PreprocessorTrace *Kept = Trace.get();
      Compiler.getPreprocessor().addPPCallbacks(std::move(Trace));
      return std::make_unique<ExportConsumer>(Result, Compiler, Kept);
    }
    auto Recorder = std::make_unique<PreprocessorRecorder>(Result.Unit, Compiler.getPreprocessor(), Result.Root, Result.Wanted == "whole");
    Comments = Recorder.get();
    Compiler.getPreprocessor().addCommentHandler(Comments);
    Compiler.getPreprocessor().addPPCallbacks(std::move(Recorder));
    return std::make_unique<ExportConsumer>(Result, Compiler, nullptr);
  }

private:
  Answer &Result;
  PreprocessorRecorder *Comments = nullptr;
};

static void parse(const std::vector<std::string> &Request, Answer &Result, IntrusiveRefCntPtr<FileLog> Log) {
  if (chdir(Request[2].c_str()) != 0) {
    Result.Unit.Diagnostics.push_back({true, "", 0, 0, "cannot enter directory '" + Request[2] + "'", false, ""});
    return;
  }
  std::vector<const char *> Arguments = {"clang"};
  for (size_t I = 3; I < Request.size(); ++I)
    Arguments.push_back(Request[I].c_str());
  Arguments.push_back("-resource-dir");
  Arguments.push_back(PORTING_RESOURCE_DIR);

  IntrusiveRefCntPtr<DiagnosticOptions> Asked = CreateAndPopulateDiagOpts(Arguments).release();
  DiagnosticCollector Collector(Result.Unit, Asked);
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
  // Casts around outputs of inline assembly, which gcc takes without a word: no option turns this one off.
  Compiler.getDiagnostics().setSeverity(diag::warn_invalid_asm_cast_lvalue, diag::Severity::Ignored, SourceLocation());
  Compiler.createFileManager(Log);
  ExportAction Action(Result);
  Compiler.ExecuteAction(Action);
}

static bool readAll(void *Data, size_t Size) { return fread(Data, 1, Size, stdin) == Size; }

static void writeFrame(const Writer &Head, const Answer &Result) {
  uint32_t Size = uint32_t(Head.size() + Result.Message.size());
  fwrite(&Size, sizeof Size, 1, stdout);
  fwrite(Head.data().data(), 1, Head.size(), stdout);
  fwrite(Result.Message.data(), 1, Result.Message.size(), stdout);
  fflush(stdout);
}

static void writePaths(Writer &Out, const std::set<std::string> &Paths) {
  Out.uint(Paths.size());
  for (auto &Path : Paths)
    Out.bytes(Path);
}

static void writeAnswer(const Answer &Result, const FileLog &Log) {
  Writer Head;
  Head.uint(Result.Unit.Diagnostics.size());
  for (auto &Record : Result.Unit.Diagnostics) {
    Head.boolean(Record.IsError);
    Head.boolean(Record.IsMissingInclude);
    Head.bytes(Record.File);
    Head.uint(Record.Line);
    Head.uint(Record.Column);
    Head.bytes(Record.Message);
    Head.bytes(Record.Text);
  }
  Head.boolean(!Result.Message.empty());
  if (Result.Wanted != "whole") {
    writePaths(Head, Log.read());
    writePaths(Head, Log.absent());
  }
  writeFrame(Head, Result);
}

/// clang may crash on C that it has complained about. What it said is the answer then, and this process, whose state is lost, begins anew.
static void parseGuarded(const std::vector<std::string> &Request, Answer &Result, IntrusiveRefCntPtr<FileLog> Log) {
  if (llvm::CrashRecoveryContext().RunSafely([&] { parse(Request, Result, Log); }))
    return;
  if (llvm::none_of(Result.Unit.Diagnostics, [](const DiagnosticRecord &Record) { return Record.IsError; }))
    _exit(1);
  Result.Message.clear();
  writeAnswer(Result, *Log);
  execl("/proc/self/exe", "porting-clang-export", nullptr);
  _exit(1);
}

static void serve() {
  llvm::CrashRecoveryContext::Enable();
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
    if (!Request.empty() && Request[0] == "known") {
      for (size_t I = 1; I + 1 < Request.size(); I += 2)
        KnownParts.insert({Request[I], strtoull(Request[I + 1].c_str(), nullptr, 10)});
      writeFrame(Writer(), Answer());
      continue;
    }
    if (Request.size() >= 2 && Request[0] == "compile") {
      Writer Done;
      Done.boolean(compile(Request[1], std::vector<std::string>(Request.begin() + 2, Request.end())));
      writeFrame(Done, Answer());
      continue;
    }
    Answer Result;
    IntrusiveRefCntPtr<FileLog> Log(new FileLog);
    if (Request.size() >= 3) {
      llvm::SmallVector<StringRef, 8> Words;
      StringRef(Request[0]).split(Words, ' ');
      Result.Wanted = Words[0].str();
      for (StringRef Name : llvm::drop_begin(Words))
        Result.Names.push_back(Name.str());
      Result.Root = Request[1];
      parseGuarded(Request, Result, Log);
    }
    writeAnswer(Result, *Log);
  }
}

} // namespace porting

int main() {
  llvm::thread Worker(std::optional<unsigned>(1u << 30), porting::serve);
  Worker.join();
  return 0;
}
