// "compile": a command line of clang's, done in a process that has clang loaded already.
//
// Each one is a child of its own: what options set for good (-mllvm), what clang leaks, and a crash end with it. Only
// commands of a single front-end job are taken; whoever asks runs clang itself for the others, and for those that fail,
// whose messages are then clang's own.
#include "Compile.h"

#include "clang/Basic/Diagnostic.h"
#include "clang/Driver/Compilation.h"
#include "clang/Driver/Driver.h"
#include "clang/Driver/Job.h"
#include "clang/Driver/Tool.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/FrontendTool/Utils.h"
#include "llvm/TargetParser/Host.h"

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

extern "C" {
void LLVMInitializeX86TargetInfo(void);
void LLVMInitializeX86Target(void);
void LLVMInitializeX86TargetMC(void);
void LLVMInitializeX86AsmPrinter(void);
void LLVMInitializeX86AsmParser(void);
}

using namespace clang;

namespace porting {

static void initialize() {
  static bool IsDone = false;
  if (IsDone)
    return;
  IsDone = true;
  LLVMInitializeX86TargetInfo();
  LLVMInitializeX86Target();
  LLVMInitializeX86TargetMC();
  LLVMInitializeX86AsmPrinter();
  LLVMInitializeX86AsmParser();
}

static bool run(const std::vector<std::string> &Words) {
  std::vector<const char *> Arguments = {PORTING_CLANG};
  for (auto &Word : Words)
    Arguments.push_back(Word.c_str());
  IntrusiveRefCntPtr<DiagnosticsEngine> Diagnostics = CompilerInstance::createDiagnostics(new DiagnosticOptions, new IgnoringDiagConsumer);
  driver::Driver Driver(PORTING_CLANG, llvm::sys::getDefaultTargetTriple(), *Diagnostics);
  std::unique_ptr<driver::Compilation> Compilation(Driver.BuildCompilation(Arguments));
  if (!Compilation || Compilation->containsError() || Compilation->getJobs().size() != 1)
    return false;
  const driver::Command &Job = *Compilation->getJobs().begin();
  const llvm::opt::ArgStringList &FrontEnd = Job.getArguments();
  if (FrontEnd.empty() || strcmp(FrontEnd.front(), "-cc1") != 0)
    return false;
  CompilerInstance Compiler;
  if (!CompilerInvocation::CreateFromArgs(Compiler.getInvocation(), llvm::ArrayRef(FrontEnd).drop_front(), *Diagnostics, PORTING_CLANG))
    return false;
  Compiler.getFrontendOpts().DisableFree = true;
  Compiler.createDiagnostics(new IgnoringDiagConsumer, /*ShouldOwnClient=*/true);
  // A consumer that ignores errors does not count them either: the engine does.
  return Compiler.hasDiagnostics() && ExecuteCompilerInvocation(&Compiler) && !Compiler.getDiagnostics().hasErrorOccurred();
}

bool compile(const std::string &Directory, const std::vector<std::string> &Words) {
  initialize();
  pid_t Parent = getpid(), Child = fork();
  if (Child < 0)
    return false;
  if (Child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    int Null = open("/dev/null", O_RDWR);
    for (int File = 0; File < 3; ++File)
      dup2(Null, File);
    _exit(getppid() == Parent && chdir(Directory.c_str()) == 0 && run(Words) ? 0 : 1);
  }
  int Status;
  while (waitpid(Child, &Status, 0) < 0)
    if (errno != EINTR)
      return false;
  return WIFEXITED(Status) && WEXITSTATUS(Status) == 0;
}

} // namespace porting
