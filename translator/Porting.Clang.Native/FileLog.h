// The file system as a unit sees it, with a log: which files were read, and which were looked for and not there. Both together say when the unit has to be parsed again.
#pragma once

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <set>
#include <string>

namespace porting {

class FileLog : public llvm::vfs::ProxyFileSystem {
public:
  FileLog() : ProxyFileSystem(llvm::vfs::getRealFileSystem()) {}

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override {
    auto Result = ProxyFileSystem::status(Path);
    if (!Result)
      Absent.insert(absolute(Path));
    return Result;
  }

  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>> openFileForRead(const llvm::Twine &Path) override {
    auto Result = ProxyFileSystem::openFileForRead(Path);
    (Result ? Read : Absent).insert(absolute(Path));
    return Result;
  }

  const std::set<std::string> &read() const { return Read; }
  const std::set<std::string> &absent() const { return Absent; }

private:
  std::string absolute(const llvm::Twine &Path) const {
    llvm::SmallString<256> Name;
    Path.toVector(Name);
    (void)makeAbsolute(Name);
    llvm::sys::path::remove_dots(Name);
    return Name.str().str();
  }

  std::set<std::string> Read, Absent;
};

} // namespace porting
