using System.Collections.Concurrent;
using Porting.Build;
using Porting.Clang.Parse;

namespace Porting.Cli.Cache;

/// <summary>A parsed unit.</summary>
/// <param name="Outline">A message that gives its outline.</param>
/// <param name="Identity">Hash of the exporter's message.</param>
/// <param name="Message">The exporter's message, where it could not be kept on the disk.</param>
/// <param name="Parts">The parts of files that it has or refers to.</param>
internal sealed record CachedUnit(
    ArraySegment<byte> Outline,
    string Identity,
    byte[]? Message,
    IReadOnlyList<KnownPart> Parts
);

/// <summary>
/// Parsed units by how they are parsed (command line, source root, tool). An entry holds as long as every file that the
/// unit was made of has the contents that it had, and every path that was looked for in vain is still not there.
/// </summary>
internal sealed class UnitCache(CacheFolder folder, string root)
{
    private const string Format = "unit 3";
    private const string Several = "";
    private readonly ConcurrentDictionary<string, string> _readers = new(StringComparer.Ordinal);

    /// <summary>Files that one unit alone has read, in this run, with that unit's key.</summary>
    public IEnumerable<KeyValuePair<string, string>> SoleReaders => _readers.Where(r => r.Value != Several);

    public string KeyOf(CompileCommand command) =>
        StepCache.HashOf([Format, folder.Tool, root, command.Directory, command.File, .. command.Arguments]);

    /// <summary>The unit, if its entry still holds.</summary>
    public CachedUnit? Find(string key)
    {
        if (
            SealedFile.Read(folder.Entry("units", key)) is not { } entry
            || !SealedFile.IsWhole(folder.Entry("bodies", key))
        )
        {
            return null;
        }

        using BinaryReader reader = new(SealedFile.Stream(entry));
        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            string path = reader.ReadString();
            NoteReader(path, key);
            if (folder.Hashes.Of(path) != reader.ReadString())
            {
                return null;
            }
        }

        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            if (folder.Hashes.Exists(reader.ReadString()))
            {
                return null;
            }
        }

        string identity = reader.ReadString();
        KnownPart[] parts = new KnownPart[reader.ReadInt32()];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = new KnownPart(reader.ReadString(), reader.ReadUInt64());
        }

        return new CachedUnit(entry[(int)reader.BaseStream.Position..], identity, null, parts);
    }

    private void NoteReader(string path, string key) =>
        _readers.AddOrUpdate(path, key, (_, known) => known == key ? key : Several);

    /// <summary>The message of a unit that was found or kept in this run.</summary>
    public byte[] Message(string key) =>
        SealedFile.Read(folder.Entry("bodies", key))?.ToArray()
        ?? throw new InvalidOperationException("an entry of the cache was removed while it was in use");

    /// <summary>Keeps an answer without diagnostics; gives the unit, without its outline, in any case.</summary>
    public CachedUnit Keep(string key, PartsAnswer answer, byte[] outline, IEnumerable<KnownPart> parts)
    {
        CachedUnit unit = new(default, SealedFile.HashOf(answer.Message!), answer.Message, [.. parts]);
        string path = folder.Entry("units", key);
        answer.Read.ToList().ForEach(read => NoteReader(read, key));
        if (!answer.Read.All(folder.Hashes.IsSettled))
        {
            SealedFile.Remove(path);
            return unit;
        }

        using MemoryStream entry = new();
        using BinaryWriter writer = new(entry);
        writer.Write(answer.Read.Count);
        foreach (string read in answer.Read)
        {
            writer.Write(read);
            writer.Write(folder.Hashes.Of(read));
        }

        writer.Write(answer.Absent.Count);
        foreach (string absent in answer.Absent)
        {
            writer.Write(absent);
        }

        writer.Write(unit.Identity);
        writer.Write(unit.Parts.Count);
        foreach (KnownPart part in unit.Parts)
        {
            writer.Write(part.Path);
            writer.Write(part.Hash);
        }

        writer.Write(outline);
        writer.Flush();
        bool isKept =
            SealedFile.Write(folder.Entry("bodies", key), answer.Message)
            && SealedFile.Write(path, entry.GetBuffer().AsSpan(0, (int)entry.Length));
        return unit with { Message = isKept ? null : answer.Message };
    }
}
