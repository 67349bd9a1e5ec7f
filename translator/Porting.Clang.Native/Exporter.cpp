#include "Exporter.h"
#include "Segments.h"

#include "clang/Basic/FileEntry.h"
#include "clang/Lex/Lexer.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace porting {

Exporter::Exporter(ASTContext &Context, Preprocessor &PP, const std::string &Root, Extent Part, const Segments *Own, BodyNotes &Notes, const CodeGenOptions &Code)
    : Context(Context), PP(PP), Sources(Context.getSourceManager()), Root(Root), Part(Part), Files(Own), Notes(Notes), Code(Code) {}

/// The path without links; links stay as they are while the process lives.
static const std::string &realPath(const std::string &Path) {
  static std::map<std::string, std::string> Known;
  auto [It, IsNew] = Known.try_emplace(Path, Path);
  llvm::SmallString<256> Real;
  if (IsNew && !llvm::sys::fs::real_path(Path, Real))
    It->second = Real.str().str();
  return It->second;
}

std::string pathOf(SourceManager &Sources, FileID File, const std::string &Root) {
  auto Entry = Sources.getFileEntryRefForID(File);
  if (!Entry)
    return "<built-in>";
  llvm::SmallString<256> Absolute(Entry->getName());
  Sources.getFileManager().makeAbsolutePath(Absolute);
  llvm::sys::path::remove_dots(Absolute, true);
  if (Root.empty())
    return Absolute.str().str();
  std::string Real;
  if (File == Sources.getMainFileID())
    Real = realPath(llvm::sys::path::parent_path(Absolute).str()) + "/" + llvm::sys::path::filename(Absolute).str();
  else
    Real = realPath(Absolute.str().str());
  const std::string &RealRoot = realPath(Root);
  if (StringRef(Real).starts_with(RealRoot + "/"))
    return Root + Real.substr(RealRoot.size());
  return Absolute.str().str(); // a link that leads out of the tree
}

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
  unsigned Line = Sources.getLineNumber(File, Start);
  unsigned Column = Sources.getColumnNumber(File, Start);
  unsigned Stop = Start;
  unsigned EndLine = Line;
  auto [EndFile, EndOffset] = Begin == End ? std::pair(File, Start) : Sources.getDecomposedLoc(End);
  if (End.isValid() && EndFile == File) {
    Stop = EndOffset + Lexer::MeasureTokenLength(End, Sources, Context.getLangOpts());
    EndLine = EndOffset == Start ? Line : Sources.getLineNumber(File, EndOffset);
  }
  Out.uint(fileId(File));
  Out.uint(Start);
  Out.uint(Stop);
  Out.uint(Line);
  Out.uint(Column);
  Out.uint(EndLine);
}

std::vector<uint8_t> Exporter::exportUnit(const UnitRecord &Unit) {
  std::vector<uint32_t> Order;
  collectOrder(Context.getTranslationUnitDecl(), Order);

  // Bodies find further types and declarations; the tables grow until none has unwritten entries. Records come last, because which of them need their members is known when all bodies are written.
  std::deque<Writer> TypeRecords;
  std::vector<Writer> DeclRecords;
  std::vector<uint32_t> LateRecords;
  size_t NextRecord = 0;
  Writer NoteList;
  for (;;) {
    if (TypeRecords.size() == TypeOrder.size() && DeclRecords.size() == DeclOrder.size() && NextRecord == LateRecords.size()) {
      NoteList = writeNotes();
      for (auto &Use : Notes.Macros)
        typeId(Use.Type);
      if (TypeRecords.size() == TypeOrder.size() && DeclRecords.size() == DeclOrder.size())
        break;
    } else if (TypeRecords.size() < TypeOrder.size()) {
      TypeRecords.emplace_back();
      Checks.Mask = unitChecks(); // of lengths; which function it is, the other side knows
      writeType(TypeRecords.back(), TypeOrder[TypeRecords.size() - 1]);
      Checks.clear();
    } else if (DeclRecords.size() < DeclOrder.size()) {
      uint32_t Id = uint32_t(DeclRecords.size());
      Writer Record;
      if (isa<RecordDecl>(DeclOrder[Id]))
        LateRecords.push_back(Id);
      else
        writeDecl(Record, DeclOrder[Id]);
      DeclRecords.push_back(std::move(Record));
    } else {
      Writer Record;
      writeDecl(Record, DeclOrder[LateRecords[NextRecord]]);
      DeclRecords[LateRecords[NextRecord++]] = std::move(Record);
    }
  }

  Writer Tail;
  Tail.raw(NoteList.data().data(), NoteList.size());
  Tail.uint(Order.size());
  for (uint32_t Id : Order)
    Tail.uint(Id);

  std::vector<const MacroRecord *> Macros;
  for (auto &Macro : Unit.Macros)
    if (!Files || Files->isSent(Macro.Location) || (Macro.IsFunctionLike && UsedMacros.count(Macro.Name)))
      Macros.push_back(&Macro);
  Tail.uint(Macros.size());
  for (const MacroRecord *Each : Macros) {
    const MacroRecord &Macro = *Each;
    Tail.uint(str(nameFor(Macro.Name)));
    writeSpan(Tail, SourceRange(Macro.Location, Macro.Location));
    Tail.boolean(Macro.IsFunctionLike);
    Tail.uint(Macro.Parameters.size());
    for (auto &Parameter : Macro.Parameters)
      Tail.uint(str(nameFor(Parameter)));
    Tail.boolean(Macro.IsVariadic);
    Tail.uint(str(Macro.Body));
    Tail.boolean(Macro.IsRedefined);
  }

  std::vector<const CommentRecord *> Comments;
  for (auto &Comment : Unit.Comments)
    if (!Files || Files->isSent(Comment.Range.getBegin()))
      Comments.push_back(&Comment);
  Tail.uint(Comments.size());
  for (const CommentRecord *Each : Comments) {
    const CommentRecord &Comment = *Each;
    auto [File, Start] = Sources.getDecomposedLoc(Comment.Range.getBegin());
    unsigned Stop = Sources.getDecomposedLoc(Comment.Range.getEnd()).second;
    // To clang, a comment behind a spliced line begins with the splice.
    Start += Sources.getBufferData(File).substr(Start, Stop - Start).find("/");
    Tail.uint(fileId(File));
    Tail.uint(Start);
    Tail.uint(Stop);
    Tail.uint(Sources.getLineNumber(File, Start));
    Tail.uint(Sources.getLineNumber(File, Stop > Start ? Stop - 1 : Stop));
  }

  Tail.uint(Notes.Macros.size());
  for (auto &Use : Notes.Macros) {
    Tail.uint(str(Use.Name));
    Tail.sint(Use.Value);
    Tail.uint(typeId(Use.Type));
  }
  Tail.uint(Files ? Files->all().size() : 0);
  if (Files)
    for (auto &Segment : Files->all()) {
      Tail.uint(fileId(Segment.File));
      Tail.uint(Segment.Hash);
      Tail.boolean(Segment.IsSent);
    }

  uint32_t Main = fileId(Sources.getMainFileID());

  Writer Head;
  Head.uint(FileOrder.size());
  for (FileID File : FileOrder) {
    auto Entry = Sources.getFileEntryRefForID(File);
    Head.uint(str(pathOf(Sources, File, Part == Extent::Whole ? std::string() : Root)));
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
