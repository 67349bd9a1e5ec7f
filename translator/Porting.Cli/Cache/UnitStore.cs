using Porting.Build;
using Porting.Clang.Ast;
using Porting.Translator;
using Porting.Translator.Output;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Cli.Cache;

/// <summary>Bodies, uses of macros and lowered files on disk, for <see cref="IUnitStore"/>.</summary>
/// <param name="tree">Where the files go to; null when they are wanted in memory.</param>
/// <param name="facts">Where what belongs to them goes to.</param>
internal sealed class UnitStore(CacheFolder folder, IUnitSource units, OutputTree? tree, BuildFacts facts) : IUnitStore
{
    private const string Format = "lowered 6";

    /// <summary>Lowered files by the hashes of their texts and source maps, and the program that they were last seen to
    /// be of.</summary>
    private sealed record Index(
        string Program,
        IReadOnlyList<(string Path, string Text, string Map)> Files,
        IReadOnlyList<(string Function, string Types)> CallMethods
    );

    public string IdentityOf(int unit) => units.IdentityOf(unit);

    public TranslationUnit Read(int unit) => units.Whole(unit);

    public TranslationUnit? Outline(int unit) => units.Outline(unit);

    public byte[]? FindMacros(string key) => SealedFile.Read(PathOf("macros", key))?.ToArray();

    public bool KeepMacros(string key, byte[] macros) => SealedFile.Write(PathOf("macros", key), macros);

    /// <summary>Texts are on the disk by themselves, and so is what was asked: where the tree has the files and the
    /// program is the same, nobody reads them.</summary>
    public LoweredFiles? Find(string key, string program, Predicate<IReadOnlyList<Lookup>> holds)
    {
        string path = PathOf("lowered", key);
        string texts = PathOf("texts", key);
        string asked = PathOf("asked", key);
        if (SealedFile.Read(path) is not { } entry)
        {
            return null;
        }

        using BinaryReader reader = new(SealedFile.Stream(entry));
        Index index = new(
            reader.ReadString(),
            reader.Many(r => (r.ReadString(), r.ReadString(), r.ReadString())),
            reader.Many(r => (r.ReadString(), r.ReadString()))
        );
        if (index.Program != program)
        {
            if (
                SealedFile.Read(asked) is not { } lookups
                || !holds(
                    new BinaryReader(SealedFile.Stream(lookups)).Many(r => new Lookup(
                        r.ReadByte(),
                        r.ReadString(),
                        r.ReadString()
                    ))
                )
            )
            {
                return null;
            }

            Write(path, index with { Program = program });
        }

        OutputFile[]? files =
            index.Files.All(IsInPlace)
                ? [.. index.Files.Select(h => new OutputFile(h.Path, "", []) { IsInPlace = true })]
            : SealedFile.Read(texts) is { } bytes ? new BinaryReader(SealedFile.Stream(bytes)).Many(ReadFile)
            : null;
        return files == null ? null : new LoweredFiles(files, index.CallMethods, []);
    }

    private bool IsInPlace((string Path, string Text, string Map) file) =>
        tree != null
        && facts.HasMap(file.Path, file.Map)
        && (
            file.Path == OutputFile.LayoutFile
                ? facts.Has(file.Path, file.Text)
                : tree.TryAddUnchanged(file.Path, file.Text)
        );

    public void Keep(string key, string program, LoweredFiles lowered)
    {
        SealedFile.Write(
            PathOf("texts", key),
            BinaryLists.Written(writer => writer.Many(lowered.Files, file => WriteFile(writer, file)))
        );
        SealedFile.Write(
            PathOf("asked", key),
            BinaryLists.Written(writer =>
                writer.Many(
                    lowered.Lookups,
                    lookup =>
                    {
                        writer.Write(lookup.Kind);
                        writer.Write(lookup.Key);
                        writer.Write(lookup.Answer);
                    }
                )
            )
        );
        Write(
            PathOf("lowered", key),
            new Index(
                program,
                [
                    .. lowered.Files.Select(f =>
                        (
                            f.Path,
                            LockFile.HashOf(f.Text),
                            BuildFacts.MapOf(f) is { Length: > 0 } map ? LockFile.HashOf(map) : ""
                        )
                    ),
                ],
                lowered.CallMethods
            )
        );
    }

    private static void Write(string path, Index index) =>
        SealedFile.Write(
            path,
            BinaryLists.Written(writer =>
            {
                writer.Write(index.Program);
                writer.Many(
                    index.Files,
                    file =>
                    {
                        writer.Write(file.Path);
                        writer.Write(file.Text);
                        writer.Write(file.Map);
                    }
                );
                writer.Many(
                    index.CallMethods,
                    pair =>
                    {
                        writer.Write(pair.Function);
                        writer.Write(pair.Types);
                    }
                );
            })
        );

    private string PathOf(string kind, string key) => folder.Entry(kind, StepCache.HashOf([Format, folder.Tool, key]));

    private static void WriteFile(BinaryWriter writer, OutputFile file)
    {
        writer.Write(file.Path);
        writer.Write(file.Text);
        string[] names = [.. file.Map.Select(m => m.CFile).Distinct()];
        Dictionary<string, int> numbers = names
            .Select((n, i) => (n, i))
            .ToDictionary(p => p.n, p => p.i, StringComparer.Ordinal);
        writer.Write(names.Length);
        Array.ForEach(names, writer.Write);
        writer.Write(file.Map.Count);
        foreach (LineMapping line in file.Map)
        {
            writer.Write7BitEncodedInt(line.CSharpLine);
            writer.Write7BitEncodedInt(numbers[line.CFile]);
            writer.Write7BitEncodedInt(line.CLine);
        }

        writer.Many(file.LineNumbers, writer.Write7BitEncodedInt);
    }

    private static OutputFile ReadFile(BinaryReader reader)
    {
        string path = reader.ReadString();
        string text = reader.ReadString();
        string[] names = reader.Strings();
        LineMapping[] map = reader.Many(r => new LineMapping(
            r.Read7BitEncodedInt(),
            names[r.Read7BitEncodedInt()],
            r.Read7BitEncodedInt()
        ));
        return new OutputFile(path, text, map) { LineNumbers = reader.Many(r => r.Read7BitEncodedInt()) };
    }
}
