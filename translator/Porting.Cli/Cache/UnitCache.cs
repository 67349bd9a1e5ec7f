using Porting.Build;
using Porting.Clang.Parse;

namespace Porting.Cli.Cache;

/// <summary>A parsed unit.</summary>
/// <param name="Message">The exporter's message; empty while it is on the disk only.</param>
/// <param name="Identity">Hash of the message.</param>
/// <param name="IsKept">The message can be read again.</param>
internal sealed record CachedUnit(byte[] Message, string Identity, bool IsKept);

/// <summary>
/// Parsed units by how they are parsed (command line, source root, tool). An entry holds as long as every file that the unit was made of has the contents that it had, and every path that was looked for in vain is still not there.
/// </summary>
internal sealed class UnitCache(CacheFolder folder, string root)
{
    private const string Format = "unit 1";
    public string KeyOf(CompileCommand command) => StepCache.HashOf([Format, folder.Tool, root, command.Directory, command.File, .. command.Arguments]);

    /// <summary>The unit, if its entry still holds.</summary>
    public CachedUnit? Find(string key)
    {
        if (SealedFile.Read(folder.Entry("units", key)) is not { } entry)
        {
            return null;
        }

        using BinaryReader reader = new(new MemoryStream(entry));
        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            string path = reader.ReadString();
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

        return Read(reader);
    }

    /// <summary>The message of a unit that was found or kept in this run.</summary>
    public byte[] Message(string key)
    {
        byte[] entry = SealedFile.Read(folder.Entry("units", key)) ?? throw new InvalidOperationException("an entry of the cache was removed while it was in use");
        using BinaryReader reader = new(new MemoryStream(entry));
        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            reader.ReadString();
            reader.ReadString();
        }

        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            reader.ReadString();
        }

        return Read(reader).Message;
    }

    private static CachedUnit Read(BinaryReader reader)
    {
        string identity = reader.ReadString();
        return new CachedUnit(reader.ReadBytes(reader.ReadInt32()), identity, true);
    }

    /// <summary>Keeps an answer without diagnostics; gives the unit in any case.</summary>
    public CachedUnit Keep(string key, PartsAnswer answer)
    {
        CachedUnit unit = new(answer.Message!, SealedFile.HashOf(answer.Message!), false);
        string path = folder.Entry("units", key);
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
        writer.Write(unit.Message.Length);
        writer.Write(unit.Message);
        writer.Flush();
        return unit with { IsKept = SealedFile.Write(path, entry.ToArray()) };
    }
}
