using System.Text;
using System.Text.Json;

namespace Porting.Translator.Output;

/// <summary>What a key of port.json takes.</summary>
public enum ProjectValue
{
    Text,
    Path,
    Namespace,
    Command,
    Paths,
}

/// <summary>A key of port.json; the schema for editors (port.schema.json) says the same of it.</summary>
public sealed record ProjectKey(string Name, ProjectValue Value, bool IsRequired, string Description)
{
    public const string Schema = "$schema";

    public static readonly IReadOnlyList<ProjectKey> All =
    [
        new(Schema, ProjectValue.Text, false, "Where this schema is, for editors."),
        new("name", ProjectValue.Text, true, "Short name of the port."),
        new("namespace", ProjectValue.Namespace, true, "Root namespace of the generated C#."),
        new("original", ProjectValue.Path, true, "Folder of the C sources. Nothing is ever written there."),
        new("compileCommands", ProjectValue.Path, true, "The compilation database, compile_commands.json."),
        new(
            "prepare",
            ProjectValue.Command,
            false,
            "Program and arguments that bring the compilation database up to date; run before each look at the C."
        ),
        new("generated", ProjectValue.Path, true, "Folder of the generated C#, which its port.lock.json lists."),
        new("handwritten", ProjectValue.Path, true, "Folder of the handwritten C# and assembler."),
        new("linkerScript", ProjectValue.Path, false, "Linker script of the image; without it, ld's own."),
        new(
            "linkDirectory",
            ProjectValue.Path,
            false,
            "Folder in which ld runs, by which linkArguments are found; without it, this file's."
        ),
        new(
            "linkArguments",
            ProjectValue.Command,
            false,
            "What ld gets behind the port's own objects: objects and archives, --defsym, -b binary and files."
        ),
        new("artifacts", ProjectValue.Path, true, "Folder for everything that can be made again; the tool's alone."),
        new(
            "reference",
            ProjectValue.Command,
            false,
            "Program and arguments that build the reference kernel, which referenceImage names, from the C."
        ),
        new(
            "referenceImage",
            ProjectValue.Path,
            false,
            "The reference kernel, to compare with; without 'reference' somebody else builds it."
        ),
        new(
            "excludedFromImage",
            ProjectValue.Paths,
            false,
            "Handwritten files and folders, relative to handwritten, that do not go into the image."
        ),
        new(
            "keptInC",
            ProjectValue.Paths,
            false,
            "C files and folders, relative to original, that stay C: compiled as the database says, linked beside the C#."
        ),
        new(
            "boot",
            ProjectValue.Command,
            false,
            "Program and arguments that boot the image instead of QEMU; {image} is the kernel, {iso} a CD that boots it."
        ),
    ];
}

/// <summary>
/// Reads the text of a port.json: JSON, with comments and commas at the end of lists. Every error is at its line and
/// column: PORT9021 for what is no value of its key, PORT9023 for an unknown key.
/// </summary>
internal sealed class ProjectReader
{
    private readonly string _file;
    private readonly byte[] _text;
    private readonly Dictionary<string, (IReadOnlyList<string> Words, SourceLocation Place)> _values = new(
        StringComparer.Ordinal
    );

    private ProjectReader(string file, byte[] text) => (_file, _text) = (file, text);

    public static ProjectReader Read(string file)
    {
        byte[] text = File.ReadAllBytes(file);
        ProjectReader reader = new(file, text.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? text[3..] : text);
        try
        {
            reader.ReadObject();
        }
        catch (JsonException exception)
        {
            // The reader's own message ends with the place, by other numbers than editors count.
            string what = exception.Message.Split(" LineNumber:")[0].Split(". Path:")[0].TrimEnd('.');
            SourceLocation place = new(
                file,
                (int)(exception.LineNumber ?? 0) + 1,
                (int)(exception.BytePositionInLine ?? 0) + 1
            );
            throw Wrong(place, $"not valid JSON: {what}");
        }

        return reader;
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public SourceLocation PlaceOf(string name) => _values[name].Place;

    public string Text(string name) => Has(name) ? _values[name].Words[0] : "";

    public IReadOnlyList<string> List(string name) => Has(name) ? _values[name].Words : [];

    private void ReadObject()
    {
        Utf8JsonReader json = new(
            _text,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw Wrong(At(json.TokenStartIndex), "not an object: { \"name\": ..., ... }");
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            ReadProperty(ref json);
        }

        json.Read(); // nothing may follow
        foreach (ProjectKey key in ProjectKey.All.Where(k => k.IsRequired && !Has(k.Name)))
        {
            throw Wrong(new SourceLocation(_file, 0, 0), $"'{key.Name}' is missing: {key.Description}");
        }
    }

    private void ReadProperty(ref Utf8JsonReader json)
    {
        string name = json.GetString()!;
        SourceLocation place = At(json.TokenStartIndex);
        ProjectKey key =
            ProjectKey.All.FirstOrDefault(k => k.Name == name)
            ?? throw new PortException(
                PortDiagnostic.Error(
                    "PORT9023",
                    place,
                    $"unknown key '{name}'{Suggestion.For(name, ProjectKey.All.Select(k => k.Name))}"
                )
            );
        json.Read();
        SourceLocation valuePlace = At(json.TokenStartIndex);
        IReadOnlyList<string> words = key.Value is ProjectValue.Command or ProjectValue.Paths
            ? ReadList(ref json, key)
            : [ReadText(ref json, key)];
        if (!_values.TryAdd(name, (words, valuePlace)))
        {
            throw Wrong(place, $"'{name}' is there twice");
        }
    }

    private IReadOnlyList<string> ReadList(ref Utf8JsonReader json, ProjectKey key)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong(At(json.TokenStartIndex), $"'{key.Name}' takes a list of strings: [\"...\"]");
        }

        List<string> words = [];
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            words.Add(ReadText(ref json, key));
        }

        return words;
    }

    private string ReadText(ref Utf8JsonReader json, ProjectKey key)
    {
        SourceLocation place = At(json.TokenStartIndex);
        if (json.TokenType != JsonTokenType.String)
        {
            throw Wrong(
                place,
                $"'{key.Name}' takes {(key.Value is ProjectValue.Command or ProjectValue.Paths ? "strings" : "a string")}"
            );
        }

        string text = json.GetString()!;
        if (text.Length == 0 && key.Value != ProjectValue.Command)
        {
            throw Wrong(place, $"'{key.Name}' must not be empty");
        }

        if (text.Contains('\0'))
        {
            throw Wrong(place, $"'{key.Name}' has a zero character");
        }

        if (key.Value == ProjectValue.Namespace && !text.Split('.').All(IsIdentifier))
        {
            throw Wrong(place, $"'{text}' is not a namespace of C#");
        }

        return text;
    }

    private static bool IsIdentifier(string word) =>
        Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(word)
        && Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(word)
            == Microsoft.CodeAnalysis.CSharp.SyntaxKind.None;

    private SourceLocation At(long offset)
    {
        string before = Encoding.UTF8.GetString(_text, 0, (int)offset);
        int line = before.LastIndexOf('\n') + 1;
        return new SourceLocation(_file, before.Count(c => c == '\n') + 1, before.Length - line + 1);
    }

    private static PortException Wrong(SourceLocation place, string message) =>
        new(PortDiagnostic.Error("PORT9021", place, message));
}
