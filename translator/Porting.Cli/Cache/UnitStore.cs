using Porting.Build;
using Porting.Clang.Ast;
using Porting.Translator;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Cli.Cache;

/// <summary>Bodies, uses of macros and lowered files on disk, for <see cref="IUnitStore"/>.</summary>
internal sealed class UnitStore(CacheFolder folder, UnitSource units) : IUnitStore
{
    private const string Format = "lowered 2";

    public string IdentityOf(int unit) => units.IdentityOf(unit);

    public TranslationUnit Read(int unit) => units.Whole(unit);

    public byte[]? FindMacros(string key) => SealedFile.Read(MacrosOf(key));

    public void KeepMacros(string key, byte[] macros) => SealedFile.Write(MacrosOf(key), macros);

    private string MacrosOf(string key) => folder.Entry("macros", StepCache.HashOf([Format, folder.Tool, key]));

    public LoweredFiles? Find(string key)
    {
        if (SealedFile.Read(PathOf(key)) is not { } entry)
        {
            return null;
        }

        using BinaryReader reader = new(new MemoryStream(entry));
        OutputFile[] files = Many(reader, ReadFile);
        (string, string)[] variadics = Many(reader, r => (r.ReadString(), r.ReadString()));
        Lookup[] lookups = Many(reader, r => new Lookup(r.ReadByte(), r.ReadString(), r.ReadString()));
        return new LoweredFiles(files, variadics, lookups);
    }

    public void Keep(string key, LoweredFiles lowered)
    {
        using MemoryStream entry = new();
        using BinaryWriter writer = new(entry);
        writer.Write(lowered.Files.Count);
        foreach (OutputFile file in lowered.Files)
        {
            WriteFile(writer, file);
        }

        writer.Write(lowered.Variadics.Count);
        foreach ((string function, string types) in lowered.Variadics)
        {
            writer.Write(function);
            writer.Write(types);
        }

        writer.Write(lowered.Lookups.Count);
        foreach (Lookup lookup in lowered.Lookups)
        {
            writer.Write(lookup.Kind);
            writer.Write(lookup.Key);
            writer.Write(lookup.Answer);
        }

        writer.Flush();
        SealedFile.Write(PathOf(key), entry.GetBuffer().AsSpan(0, (int)entry.Length));
    }

    private string PathOf(string key) => folder.Entry("lowered", StepCache.HashOf([Format, folder.Tool, key]));

    private static T[] Many<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        T[] values = new T[reader.ReadInt32()];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = read(reader);
        }

        return values;
    }

    private static void WriteFile(BinaryWriter writer, OutputFile file)
    {
        writer.Write(file.Path);
        writer.Write(file.Text);
        string[] names = [.. file.Map.Select(m => m.CFile).Distinct()];
        Dictionary<string, int> numbers = names.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i, StringComparer.Ordinal);
        writer.Write(names.Length);
        Array.ForEach(names, writer.Write);
        writer.Write(file.Map.Count);
        foreach (LineMapping line in file.Map)
        {
            writer.Write7BitEncodedInt(line.CSharpLine);
            writer.Write7BitEncodedInt(numbers[line.CFile]);
            writer.Write7BitEncodedInt(line.CLine);
        }
    }

    private static OutputFile ReadFile(BinaryReader reader)
    {
        string path = reader.ReadString();
        string text = reader.ReadString();
        string[] names = Many(reader, r => r.ReadString());
        LineMapping[] map = Many(reader, r => new LineMapping(r.Read7BitEncodedInt(), names[r.Read7BitEncodedInt()], r.Read7BitEncodedInt()));
        return new OutputFile(path, text, map);
    }
}
