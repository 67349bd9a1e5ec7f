using Porting.Build;
using Porting.Build.Compile;
using Porting.Clang.Ast;
using Porting.Translator;
using Porting.Translator.Output;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Cli.Cache;

/// <summary>Bodies, uses of macros and lowered files on disk, for <see cref="IUnitStore"/>.</summary>
/// <param name="tree">Where the files go to; null when they are wanted in memory.</param>
internal sealed class UnitStore(CacheFolder folder, UnitSource units, OutputTree? tree) : IUnitStore
{
    private const string Format = "lowered 2";

    public string IdentityOf(int unit) => units.IdentityOf(unit);

    public TranslationUnit Read(int unit) => units.Whole(unit);

    public byte[]? FindMacros(string key) => SealedFile.Read(MacrosOf(key))?.ToArray();

    public void KeepMacros(string key, byte[] macros) => SealedFile.Write(MacrosOf(key), macros);

    private string MacrosOf(string key) => folder.Entry("macros", StepCache.HashOf([Format, folder.Tool, key]));

    /// <summary>Texts are on the disk by themselves: where the tree has them already, nobody reads them.</summary>
    public LoweredFiles? Find(string key, Predicate<IReadOnlyList<Lookup>> holds)
    {
        if (SealedFile.Read(PathOf(key)) is not { } entry)
        {
            return null;
        }

        using BinaryReader reader = new(SealedFile.Stream(entry));
        (string Path, string Text, string Map)[] hashes = Many(reader, r => (r.ReadString(), r.ReadString(), r.ReadString()));
        (string, string)[] variadics = Many(reader, r => (r.ReadString(), r.ReadString()));
        Lookup[] lookups = Many(reader, r => new Lookup(r.ReadByte(), r.ReadString(), r.ReadString()));
        if (!holds(lookups))
        {
            return null;
        }

        string texts = TextsOf(key);
        OutputFile[]? files = hashes.All(IsInPlace) ? [.. hashes.Select(h => new OutputFile(h.Path, "", []) { IsInPlace = true })]
            : SealedFile.Read(texts) is { } bytes ? Many(new BinaryReader(SealedFile.Stream(bytes)), ReadFile) : null;
        return files == null ? null : new LoweredFiles(files, variadics, lookups);
    }

    private bool IsInPlace((string Path, string Text, string Map) file) =>
        tree != null && tree.TryAddUnchanged(file.Path, file.Text) && (file.Map.Length == 0 || tree.TryAddUnchanged(file.Path + SourceMap.Suffix, file.Map));

    public void Keep(string key, LoweredFiles lowered)
    {
        SealedFile.Write(TextsOf(key), Written(writer =>
        {
            writer.Write(lowered.Files.Count);
            foreach (OutputFile file in lowered.Files)
            {
                WriteFile(writer, file);
            }
        }));
        SealedFile.Write(PathOf(key), Written(writer => WriteIndex(writer, lowered)));
    }

    /// <summary>The source map of a file as it is written.</summary>
    public static string MapOf(OutputFile file) => new SourceMap([.. file.Map.Select(m => new SourceMapLine(m.CSharpLine, m.CFile, m.CLine))]).Write();

    private static void WriteIndex(BinaryWriter writer, LoweredFiles lowered)
    {
        writer.Write(lowered.Files.Count);
        foreach (OutputFile file in lowered.Files)
        {
            writer.Write(file.Path);
            writer.Write(LockFile.HashOf(file.Text));
            writer.Write(file.Map.Count == 0 ? "" : LockFile.HashOf(MapOf(file)));
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
    }

    private static ReadOnlySpan<byte> Written(Action<BinaryWriter> write)
    {
        MemoryStream bytes = new();
        BinaryWriter writer = new(bytes);
        write(writer);
        writer.Flush();
        return bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
    }

    private string TextsOf(string key) => folder.Entry("texts", StepCache.HashOf([Format, folder.Tool, key]));

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
