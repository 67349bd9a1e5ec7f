using Porting.Build;
using Porting.Clang.Parse;
using Porting.Translator.Output;

namespace Porting.Cli.Cache;

/// <summary>What units have said that definitions in them depend on. An entry holds as a parsed unit's does
/// (<see cref="UnitCache"/>): while all files that were read, or looked for in vain, are the same.</summary>
internal sealed class DependencyCache(CacheFolder folder, string root)
{
    private const string Format = "dependencies 1";

    public byte[]? Find(CompileCommand command, IReadOnlyList<string> names)
    {
        if (SealedFile.Read(PathOf(command, names)) is not { } entry)
        {
            return null;
        }

        using BinaryReader reader = new(SealedFile.Stream(entry));
        (string Path, string Hash)[] read = reader.Many(r => (r.ReadString(), r.ReadString()));
        string[] absent = reader.Strings();
        return read.All(f => folder.Hashes.Of(f.Path) == f.Hash) && !absent.Any(folder.Hashes.Exists)
            ? reader.ReadBytes(reader.ReadInt32())
            : null;
    }

    public void Keep(CompileCommand command, IReadOnlyList<string> names, PartsAnswer answer)
    {
        if (!answer.Read.All(folder.Hashes.IsSettled))
        {
            SealedFile.Remove(PathOf(command, names));
            return;
        }

        SealedFile.Write(
            PathOf(command, names),
            BinaryLists.Written(writer =>
            {
                writer.Many(
                    answer.Read,
                    path =>
                    {
                        writer.Write(path);
                        writer.Write(folder.Hashes.Of(path));
                    }
                );
                writer.Many(answer.Absent);
                writer.Write(answer.Message!.Length);
                writer.Write(answer.Message);
            })
        );
    }

    private string PathOf(CompileCommand command, IReadOnlyList<string> names) =>
        folder.Entry(
            "dependencies",
            StepCache.HashOf([
                Format,
                folder.Tool,
                root,
                command.Directory,
                command.File,
                .. command.Arguments,
                "",
                .. names,
            ])
        );
}
