using System.Text.Json;
using Porting.Tests;
using Porting.Translator.Output;

namespace Porting.Translator.Tests.Files;

/// <summary>port.json: what is wrong in it is an error at its line and column, before anything else happens.</summary>
public sealed class ProjectFileTests : IDisposable
{
    private const string Good = """
        // A port.
        {
          "$schema": "port.schema.json",
          "name": "small", /* short */
          "namespace": "Small.Port",
          "original": "c",
          "compileCommands": "compile_commands.json",
          "prepare": ["make", "",],
          "generated": "generated",
          "handwritten": "hand",
          "linkerScript": "link.ld",
          "artifacts": "artifacts",
          "reference": ["make"],
          "referenceImage": "kernel",
          "excludedFromImage": ["link/hosted.S", "tests"],
        }
        """;

    private readonly ScratchFolder _folder = new();

    public ProjectFileTests()
    {
        _folder.Write("c/main.c", "");
        _folder.Write("hand/link/hosted.S", "");
        _folder.Write("hand/tests/A.cs", "");
    }

    public void Dispose() => _folder.Dispose();

    private PortProject Load(string text) => PortProject.Load(_folder.Write("port.json", text));

    private PortDiagnostic Wrong(string text) =>
        Assert.Single(Assert.Throws<PortException>(() => Load(text)).Diagnostics);

    private static string With(string from, string to)
    {
        Assert.Contains(from, Good);
        return Good.Replace(from, to, StringComparison.Ordinal);
    }

    [Fact]
    public void All_keys_are_read_with_comments_and_commas_at_the_end()
    {
        PortProject project = Load(Good);
        Assert.Equal(("small", "Small.Port", "c"), (project.Name, project.Namespace, project.Original));
        Assert.Equal(["make", ""], project.Prepare);
        Assert.Equal((1, "kernel"), (project.Reference.Count, project.ReferenceImage));
        Assert.False(project.IsInImage(_folder.At("hand/link/hosted.S")));
        Assert.False(project.IsInImage(_folder.At("hand/tests/A.cs")));
        Assert.True(project.IsInImage(_folder.At("hand/testsuite.cs")));
        Assert.Equal("small", Load("\uFEFF" + Good).Name);
    }

    [Theory]
    [InlineData("\"generated\"", "\"generate\"", "PORT9023", 9, 3, "unknown key 'generate'; did you mean 'generated'?")]
    [InlineData("\"artifacts\":", "\"artefacts\":", "PORT9023", 12, 3, "did you mean 'artifacts'?")]
    [InlineData("\"name\"", "\"kernelIdentity\"", "PORT9023", 4, 3, "unknown key 'kernelIdentity'")]
    [InlineData("\"generated\",", "7,", "PORT9021", 9, 16, "'generated' takes a string")]
    [InlineData("\"generated\",", "null,", "PORT9021", 9, 16, "'generated' takes a string")]
    [InlineData("\"generated\",", "\"\",", "PORT9021", 9, 16, "must not be empty")]
    [InlineData("[\"make\"],", "\"make\",", "PORT9021", 13, 16, "takes a list of strings")]
    [InlineData("[\"make\"],", "[\"make\", 1],", "PORT9021", 13, 25, "takes strings")]
    [InlineData("\"Small.Port\"", "\"Small Port\"", "PORT9021", 5, 16, "not a namespace")]
    [InlineData("\"Small.Port\"", "\"Small.class\"", "PORT9021", 5, 16, "not a namespace")]
    [InlineData("\"name\": \"small\",", "\"name\": \"small\", \"name\": \"x\",", "PORT9021", 4, 20, "there twice")]
    [InlineData("\"name\": \"small\",", "", "PORT9021", 0, 0, "'name' is missing")]
    [InlineData("\"name\": \"small\",", "\"name\": \"small\"", "PORT9021", 5, 3, "not valid JSON")]
    [InlineData("\"original\": \"c\"", "\"original\": \"d\"", "PORT9024", 6, 15, "there is no folder 'd'")]
    [InlineData("\"referenceImage\": \"kernel\",", "", "PORT9024", 13, 16, "'referenceImage' is missing")]
    [InlineData("[\"make\"],", "[\"\"],", "PORT9024", 13, 16, "begins with the name of a program")]
    [InlineData("\"tests\"]", "\"test\"]", "PORT9024", 15, 24, "there is no 'test' in 'hand'")]
    [InlineData("\"tests\"]", "\"../c\"]", "PORT9024", 15, 24, "there is no '../c' in 'hand'")]
    public void What_is_wrong_is_named_at_its_place(
        string from,
        string to,
        string code,
        int line,
        int column,
        string message
    )
    {
        PortDiagnostic wrong = Wrong(With(from, to));
        Assert.Equal((code, line, column), (wrong.Code, wrong.Location.Line, wrong.Location.Column));
        Assert.Contains(message, wrong.Message);
    }

    [Theory]
    [InlineData("[]", 1, 1)]
    [InlineData("\"é\" ]", 1, 1)]
    [InlineData("", 1, 1)]
    [InlineData("{ } x", 1, 5)]
    public void What_is_no_object_is_refused(string text, int line, int column)
    {
        PortDiagnostic wrong = Wrong(text);
        Assert.Equal("PORT9021", wrong.Code);
        Assert.True(
            wrong.Location.Line == 0 || (wrong.Location.Line, wrong.Location.Column) == (line, column),
            $"{wrong}"
        );
    }

    [Theory]
    [InlineData("generated", "c", "is also 'original' (c)")]
    [InlineData("generated", "c/cs", "lies in 'original' (c)")]
    [InlineData("generated", "hand", "is also 'handwritten' (hand)")]
    [InlineData("generated", "hand/cs", "lies in 'handwritten' (hand)")]
    [InlineData("generated", ".", "is the project's own folder")]
    [InlineData("generated", "..", "has the project in it")]
    [InlineData("generated", "/", "has the project in it")]
    [InlineData("generated", "link", "is also 'original' (c)")]
    [InlineData("generated", "link/../c", "is also 'original' (c)")]
    [InlineData("generated", "link/new/deep", "lies in 'original' (c)")]
    [InlineData("generated", "here", "is the project's own folder")]
    [InlineData("generated", "checkout", "has a repository in it")]
    [InlineData("original", "generated/c", "'generated' (generated) has in it 'original'")]
    [InlineData("original", ".", "'handwritten' (hand) lies in 'original'")]
    [InlineData("handwritten", ".", "is the project's own folder")]
    [InlineData("artifacts", ".", "is the project's own folder")]
    [InlineData("artifacts", "..", "has the project in it")]
    [InlineData("artifacts", "c", "is also 'original' (c)")]
    [InlineData("artifacts", "generated", "is also 'generated' (generated)")]
    [InlineData("artifacts", "link", "is also 'original' (c)")]
    [InlineData("artifacts", "checkout/inner", "has a repository in it")]
    [InlineData("artifacts", "c/main.c", "is a file")]
    [InlineData("artifacts", "filled", "has files of somebody else where port keeps its own")]
    public void Folders_that_overlap_are_refused(string key, string path, string message)
    {
        Directory.CreateSymbolicLink(_folder.At("link"), "c");
        Directory.CreateSymbolicLink(_folder.At("here"), _folder.Path);
        _folder.Write("checkout/inner/.git/HEAD", "ref");
        _folder.Write("filled/facts/mine", "");
        _folder.Write("generated/c/main.c", "");
        string old = key switch
        {
            "original" => "c",
            "handwritten" => "hand",
            _ => key,
        };
        string text = With($"\"{key}\": \"{old}\"", $"\"{key}\": \"{path}\"");
        PortDiagnostic wrong = Wrong(text);
        Assert.Equal("PORT9022", wrong.Code);
        Assert.Contains(message, wrong.Message);
        Assert.True(wrong.Location.Line > 1 && wrong.Location.Column > 10, $"{wrong}");
    }

    [Fact]
    public void A_submodule_of_the_sources_is_no_reason()
    {
        _folder.Write("c/lib/.git", "gitdir: elsewhere");
        _folder.Write(".git/HEAD", "ref");
        Assert.Equal("small", Load(Good).Name);
    }

    /// <summary>Editors and the tool take the same keys.</summary>
    [Fact]
    public void The_schema_says_what_the_tool_reads()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(Repository.At("port.schema.json")));
        JsonElement root = schema.RootElement;
        Assert.False(root.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(
            ProjectKey.All.Select(k =>
                (
                    k.Name,
                    k.Description,
                    Type: k.Value is ProjectValue.Command or ProjectValue.Paths ? "array" : "string"
                )
            ),
            root.GetProperty("properties")
                .EnumerateObject()
                .Select(p =>
                    (p.Name, p.Value.GetProperty("description").GetString()!, p.Value.GetProperty("type").GetString()!)
                )
        );
        Assert.Equal(
            ProjectKey.All.Where(k => k.IsRequired).Select(k => k.Name),
            root.GetProperty("required").EnumerateArray().Select(e => e.GetString())
        );
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(PortTool.Assembly)!, "port.schema.json")));
    }

    [Theory]
    [InlineData("generated", "generated", 0)]
    [InlineData("genreated", "generated", 1)]
    [InlineData("generate", "generated", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("artefacts", "artifacts", 1)]
    [InlineData("ca", "abc", 3)]
    public void Distances_of_words(string a, string b, int distance)
    {
        Assert.Equal(distance, Suggestion.Distance(a, b));
        Assert.Equal(distance, Suggestion.Distance(b, a));
    }
}
