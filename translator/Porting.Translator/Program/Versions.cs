using System.Globalization;
using Porting.Clang.Ast;
using Porting.Translator.Output;

namespace Porting.Translator.Program;

/// <summary>
/// Declarations of headers that units see differently: a macro or another header in front of the #include has given a
/// struct other members, an enumerator another value, an inline function or a static object another meaning. Input: the
/// outlines of all units, in their order. Output: for each such declaration what is put behind its name in C#: nothing
/// for what the first unit sees, the name of the first unit that sees it for every other one. Holds after: two
/// declarations with one name in C# mean the same.
/// </summary>
internal sealed class Versions
{
    private readonly Dictionary<string, List<(ulong Version, string Suffix)>> _several = new(StringComparer.Ordinal);
    private Dictionary<string, string> _fieldTypes = new(StringComparer.Ordinal);

    /// <summary>No declaration has more than one.</summary>
    public bool IsEmpty => _several.Count == 0;

    /// <summary>
    /// C# types of the members that lead to structs of which there are several, by <see cref="FieldKey"/>: one struct
    /// for all units has them of the first unit's kind.
    /// </summary>
    public IReadOnlyDictionary<string, string> FieldTypes => _fieldTypes;

    /// <summary>Tells all of it from anything else; empty where there is nothing.</summary>
    public string Hash { get; private set; } = "";

    public static Versions Of(IReadOnlyList<TranslationUnit> units)
    {
        Versions versions = new();
        foreach (TranslationUnit unit in units)
        {
            string owner = "_" + FileEntity.IdOf(Path.GetFileName(unit.MainFile.Path));
            foreach (Decl decl in unit.Decls)
            {
                if (decl is EnumDecl { Parent: null } enumeration)
                {
                    foreach (EnumConstantDecl constant in enumeration.Constants)
                    {
                        versions.Add(KeyOf(constant), (ulong)constant.Value, owner);
                    }
                }
                else if (decl.Version != 0)
                {
                    versions.Add(KeyOf(decl), decl.Version, owner);
                }
            }
        }

        foreach (string single in versions._several.Where(v => v.Value.Count == 1).Select(v => v.Key).ToList())
        {
            versions._several.Remove(single);
        }

        return versions;
    }

    private void Add(string key, ulong version, string owner)
    {
        if (!_several.TryGetValue(key, out List<(ulong Version, string Suffix)>? known))
        {
            _several[key] = [(version, "")];
        }
        else if (!known.Exists(v => v.Version == version))
        {
            string suffix = owner;
            for (int i = 2; known.Exists(v => v.Suffix == suffix); i++)
            {
                suffix = string.Create(CultureInfo.InvariantCulture, $"{owner}_{i}");
            }

            known.Add((version, suffix));
        }
    }

    /// <summary>What stands behind the declaration's name in C#.</summary>
    public string SuffixOf(Decl decl) => decl.Version == 0 || IsEmpty ? "" : SuffixOf(KeyOf(decl), decl.Version);

    /// <summary>The same of an enumerator.</summary>
    public string SuffixOf(EnumConstantDecl constant) =>
        IsEmpty ? "" : SuffixOf(KeyOf(constant), (ulong)constant.Value);

    /// <summary>Whether there is more than one of it.</summary>
    public bool HasSeveral(Decl decl) => decl.Version != 0 && !IsEmpty && _several.ContainsKey(KeyOf(decl));

    /// <summary>The name by which a whole program knows a function or variable: statics by their file, and one of
    /// several with its suffix.</summary>
    public string KeyOf(Decl decl, bool isStatic)
    {
        string suffix = SuffixOf(decl);
        return isStatic || suffix.Length > 0 ? $"{decl.Home.Path}:{decl.Name}{suffix}" : decl.Name;
    }

    public string KeyOf(FunctionDecl decl) => KeyOf(decl, decl.Linkage == Linkage.Internal);

    public string KeyOf(VarDecl decl) => KeyOf(decl, decl.Linkage == Linkage.Internal);

    /// <param name="record">What the names know the struct by.</param>
    public static string FieldKey((string Place, int Offset) record, FieldDecl field) =>
        string.Create(CultureInfo.InvariantCulture, $"{record.Place}@{record.Offset}.{field.Index}");

    /// <summary>Ends the collecting.</summary>
    public void Close(Dictionary<string, string> fieldTypes)
    {
        _fieldTypes = fieldTypes;
        HashedText text = new();
        foreach ((string key, List<(ulong Version, string Suffix)> versions) in _several)
        {
            text.Append(key).Append('\n');
            versions.ForEach(v => text.Append((long)v.Version).Append(v.Suffix).Append(' '));
        }

        foreach ((string field, string type) in fieldTypes)
        {
            text.Append(field).Append(' ').Append(type).Append('\n');
        }

        Hash = IsEmpty ? "" : text.Hash();
    }

    private string SuffixOf(string key, ulong version)
    {
        if (_several.TryGetValue(key, out List<(ulong Version, string Suffix)>? known))
        {
            foreach ((ulong each, string suffix) in known)
            {
                if (each == version)
                {
                    return suffix;
                }
            }
        }

        return "";
    }

    /// <summary>A static by its file, what others can link with by its name, a struct by its place.</summary>
    private static string KeyOf(Decl decl) =>
        decl switch
        {
            FunctionDecl { Linkage: Linkage.External } => "f " + decl.Name,
            FunctionDecl => $"f {decl.Home.Path}:{decl.Name}",
            VarDecl => $"v {decl.Home.Path}:{decl.Name}",
            EnumConstantDecl => $"e {decl.File.Path}:{decl.Name}",
            RecordDecl record => string.Create(
                CultureInfo.InvariantCulture,
                $"r {decl.File.Path}:{decl.Span.StartOffset}#{record.Ordinal}:{decl.Name}"
            ),
            _ => "",
        };

    public void Write(BinaryWriter writer)
    {
        writer.Many(
            _several,
            s =>
            {
                writer.Write(s.Key);
                writer.Many(
                    s.Value,
                    v =>
                    {
                        writer.Write(v.Version);
                        writer.Write(v.Suffix);
                    }
                );
            }
        );
        writer.Table(_fieldTypes, writer.Write);
        writer.Write(Hash);
    }

    public static Versions Read(BinaryReader reader)
    {
        Versions versions = new();
        foreach (
            (string key, (ulong, string)[] all) in reader.Many(r =>
                (r.ReadString(), r.Many(v => (v.ReadUInt64(), v.ReadString())))
            )
        )
        {
            versions._several[key] = [.. all];
        }

        versions._fieldTypes = reader.Table(r => r.ReadString());
        versions.Hash = reader.ReadString();
        return versions;
    }
}
