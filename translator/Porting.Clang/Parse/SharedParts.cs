using System.Collections.Concurrent;
using System.Text;
using Porting.Clang.Ast;

namespace Porting.Clang.Parse;

/// <summary>
/// What the outlines of many units have in common, each once: names and spellings, paths, files and what these give to
/// units, macros. Outlines stay in memory together, and most of what they say of their headers is the same. For several
/// threads at once.
/// </summary>
internal sealed class SharedParts
{
    /// <summary>Longer ones are hashes and texts, which are seldom the same.</summary>
    private const int MostBytes = 60;

    private readonly ConcurrentDictionary<string, string> _strings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Path, bool IsSystem), SourceFile> _files = new();
    private readonly ConcurrentDictionary<
        (SourceFile? File, int Offset, string Name, string Body, bool IsRedefined),
        MacroDefinition
    > _macros = new();
    private readonly ConcurrentDictionary<
        (BuiltinKind Kind, Qualifiers Qualifiers, string Spelling, long Size, int Align),
        BuiltinType
    > _builtins = new();
    private readonly ConcurrentDictionary<object, object> _values = new();

    /// <summary>The string for some UTF-8.</summary>
    public string Of(ReadOnlySpan<byte> text)
    {
        if (text.Length > MostBytes)
        {
            return Encoding.UTF8.GetString(text);
        }

        Span<char> characters = stackalloc char[MostBytes];
        ReadOnlySpan<char> read = characters[..Encoding.UTF8.GetChars(text, characters)];
        ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> known = _strings.GetAlternateLookup<
            ReadOnlySpan<char>
        >();
        if (known.TryGetValue(read, out string? shared))
        {
            return shared;
        }

        string made = read.ToString();
        return _strings.GetOrAdd(made, made);
    }

    /// <summary>The first value that was equal to this one.</summary>
    public T One<T>(T value)
        where T : class, IEquatable<T> => (T)_values.GetOrAdd(value, value);

    /// <summary>The first macro that was defined at the same place and is the same.</summary>
    public MacroDefinition Macro(MacroDefinition macro) =>
        _macros.GetOrAdd((macro.File, macro.StartOffset, macro.Name, macro.Body, macro.IsRedefined), macro);

    public BuiltinType Builtin(BuiltinType type) =>
        _builtins.GetOrAdd((type.Kind, type.Qualifiers, type.Spelling, type.Size, type.Align), type);

    /// <summary>A file as all units see it; the parameters of <paramref name="create"/> are those of this
    /// method.</summary>
    public SourceFile File(string absolutePath, bool isSystem, Func<string, bool, SourceFile> create) =>
        _files.GetOrAdd((absolutePath, isSystem), key => create(key.Path, key.IsSystem));
}
