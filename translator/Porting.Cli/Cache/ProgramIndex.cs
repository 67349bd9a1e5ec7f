using Porting.Build;
using Porting.Clang.Parse;
using Porting.Translator.Incremental;
using Porting.Translator.Output;

namespace Porting.Cli.Cache;

/// <summary>A unit of the last emit: its key in the cache, the hash of its message, and the parts of files that it has
/// or refers to.</summary>
internal sealed record IndexedUnit(string Key, string Identity, IReadOnlyList<KnownPart> Parts);

/// <summary>What the last emit found, kept for the next one: its units, the files that they were made of, and the
/// program's summary. Holds for the state that an <see cref="EmitStamp"/> tells.</summary>
/// <param name="Inputs">Files that were read, with their hashes.</param>
/// <param name="Absent">Paths that were looked for in vain.</param>
/// <param name="SoleReaders">Files that one unit alone has read, with its key.</param>
/// <param name="Alone">Emits of one unit since the last of the whole program.</param>
internal sealed record ProgramIndex(
    IndexedUnit[] Units,
    Dictionary<string, string> Inputs,
    IReadOnlyList<string> Absent,
    IReadOnlyDictionary<string, string> SoleReaders,
    ProgramSummary Summary,
    int Alone = 0
)
{
    private const string Format = "program 2";

    /// <summary>The index of a state; null if there is none.</summary>
    public static ProgramIndex? Read(CacheFolder folder, string mark)
    {
        if (SealedFile.Read(PathOf(folder)) is not { } entry)
        {
            return null;
        }

        using BinaryReader reader = new(SealedFile.Stream(entry));
        if (reader.ReadString() != KeyOf(folder, mark))
        {
            return null;
        }

        int alone = reader.ReadInt32();
        string[] paths = reader.Strings();
        IndexedUnit[] units = reader.Many(r => new IndexedUnit(
            r.ReadString(),
            r.ReadString(),
            r.Many(p => new KnownPart(paths[p.ReadInt32()], p.ReadUInt64()))
        ));
        Dictionary<string, string> inputs = reader.Table(r => r.ReadString());
        string[] absent = reader.Strings();
        Dictionary<string, string> readers = reader.Table(r => r.ReadString());
        return new ProgramIndex(units, inputs, absent, readers, ProgramSummary.Read(reader), alone);
    }

    public void Write(CacheFolder folder, string mark) =>
        SealedFile.Write(
            PathOf(folder),
            BinaryLists.Written(writer =>
            {
                writer.Write(KeyOf(folder, mark));
                writer.Write(Alone);
                string[] paths = [.. Units.SelectMany(u => u.Parts).Select(p => p.Path).Distinct()];
                Dictionary<string, int> numbers = paths
                    .Select((p, i) => (p, i))
                    .ToDictionary(p => p.p, p => p.i, StringComparer.Ordinal);
                writer.Many(paths);
                writer.Many(
                    Units,
                    u =>
                    {
                        writer.Write(u.Key);
                        writer.Write(u.Identity);
                        writer.Many(
                            u.Parts,
                            p =>
                            {
                                writer.Write(numbers[p.Path]);
                                writer.Write(p.Hash);
                            }
                        );
                    }
                );
                writer.Many(Inputs, i => WritePair(writer, i));
                writer.Many(Absent);
                writer.Many(SoleReaders, r => WritePair(writer, r));
                writer.Write(Summary.Write());
            })
        );

    private static void WritePair(BinaryWriter writer, KeyValuePair<string, string> pair)
    {
        writer.Write(pair.Key);
        writer.Write(pair.Value);
    }

    private static string KeyOf(CacheFolder folder, string mark) => StepCache.HashOf([Format, folder.Tool, mark]);

    private static string PathOf(CacheFolder folder) => System.IO.Path.Combine(folder.Path, "program");
}
