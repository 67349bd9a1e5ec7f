#include "Exporter.h"

#include "clang/Basic/FileEntry.h"
#include "clang/Lex/Lexer.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace porting {

Exporter::Exporter(ASTContext &Context, Preprocessor &PP, const std::string &Root)
    : Context(Context), PP(PP), Sources(Context.getSourceManager()), Root(Root) {}

uint32_t Exporter::fileId(FileID File) {
  auto [It, IsNew] = FileIds.try_emplace(File, uint32_t(FileOrder.size()));
  if (IsNew)
    FileOrder.push_back(File);
  return It->second;
}

uint32_t Exporter::typeId(QualType Type) {
  auto [It, IsNew] = TypeIds.try_emplace(Type.getAsOpaquePtr(), uint32_t(TypeOrder.size()));
  if (IsNew)
    TypeOrder.push_back(Type);
  return It->second;
}

uint32_t Exporter::declId(const Decl *D) {
  auto [It, IsNew] = DeclIds.try_emplace(D, uint32_t(DeclOrder.size()));
  if (IsNew)
    DeclOrder.push_back(D);
  return It->second;
}

void Exporter::writeSpan(Writer &Out, SourceRange Range) {
  SourceLocation Begin = Sources.getExpansionLoc(Range.getBegin());
  SourceLocation End = Sources.getExpansionRange(Range.getEnd()).getEnd();
  if (Begin.isInvalid()) {
    Out.u8(0);
    return;
  }
  Out.u8(Range.getBegin().isMacroID() ? 3 : 1);
  auto [File, Start] = Sources.getDecomposedLoc(Begin);
  unsigned Stop = Start;
  unsigned EndLine = Sources.getLineNumber(File, Start);
  auto [EndFile, EndOffset] = Sources.getDecomposedLoc(End);
  if (End.isValid() && EndFile == File) {
    Stop = EndOffset + Lexer::MeasureTokenLength(End, Sources, Context.getLangOpts());
    EndLine = Sources.getLineNumber(File, EndOffset);
  }
  Out.uint(fileId(File));
  Out.uint(Start);
  Out.uint(Stop);
  Out.uint(Sources.getLineNumber(File, Start));
  Out.uint(Sources.getColumnNumber(File, Start));
  Out.uint(EndLine);
}

std::vector<uint8_t> Exporter::exportUnit(const UnitRecord &Unit) {
  std::vector<uint32_t> Order;
  collectOrder(Context.getTranslationUnitDecl(), Order);

  // Bodies find further types and declarations; both tables grow until neither has unwritten entries.
  std::deque<Writer> TypeRecords, DeclRecords;
  while (TypeRecords.size() < TypeOrder.size() || DeclRecords.size() < DeclOrder.size()) {
    if (TypeRecords.size() < TypeOrder.size()) {
      TypeRecords.emplace_back();
      writeType(TypeRecords.back(), TypeOrder[TypeRecords.size() - 1]);
    } else {
      DeclRecords.emplace_back();
      writeDecl(DeclRecords.back(), DeclOrder[DeclRecords.size() - 1]);
    }
  }

  Writer Tail;
  Tail.uint(Order.size());
  for (uint32_t Id : Order)
    Tail.uint(Id);

  Tail.uint(Unit.Macros.size());
  for (auto &Macro : Unit.Macros) {
    Tail.uint(str(Macro.Name));
    writeSpan(Tail, SourceRange(Macro.Location, Macro.Location));
    Tail.boolean(Macro.IsFunctionLike);
    Tail.uint(Macro.Parameters.size());
    for (auto &Parameter : Macro.Parameters)
      Tail.uint(str(Parameter));
    Tail.boolean(Macro.IsVariadic);
    Tail.uint(str(Macro.Body));
    Tail.boolean(Macro.IsRedefined);
  }

  Tail.uint(Unit.Comments.size());
  for (auto &Comment : Unit.Comments) {
    auto [File, Start] = Sources.getDecomposedLoc(Comment.Range.getBegin());
    unsigned Stop = Sources.getDecomposedLoc(Comment.Range.getEnd()).second;
    Tail.uint(fileId(File));
    Tail.uint(Start);
    Tail.uint(Stop);
    Tail.uint(Sources.getLineNumber(File, Start));
    Tail.uint(Sources.getLineNumber(File, Stop > Start ? Stop - 1 : Stop));
  }

  uint32_t Main = fileId(Sources.getMainFileID());

  Writer Head;
  Head.uint(FileOrder.size());
  for (FileID File : FileOrder) {
    auto Entry = Sources.getFileEntryRefForID(File);
    std::string Name = Entry ? Entry->getName().str() : std::string("<built-in>");
    llvm::SmallString<256> Absolute(Name);
    if (Entry)
      Sources.getFileManager().makeAbsolutePath(Absolute);
    llvm::sys::path::remove_dots(Absolute, true);
    Head.uint(str(Absolute));
    Head.boolean(Entry && SrcMgr::isSystem(Sources.getFileCharacteristic(Sources.getLocForStartOfFile(File))));
  }
  Head.uint(Main);

  Writer Message;
  Strings.write(Message);
  Message.raw(Head.data().data(), Head.size());
  Message.uint(TypeRecords.size());
  for (auto &Record : TypeRecords)
    Message.raw(Record.data().data(), Record.size());
  Message.uint(DeclRecords.size());
  for (auto &Record : DeclRecords) {
    Message.uint(Record.size());
    Message.raw(Record.data().data(), Record.size());
  }
  Message.raw(Tail.data().data(), Tail.size());
  return Message.data();
}

} // namespace porting
