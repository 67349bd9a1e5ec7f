using Porting.Build.Compile;
using Porting.Hosted;
using Porting.Tests;
using Porting.Translator;

namespace Porting.Semantics.Tests;

/// <summary>Comments stand in the C# where they stand in C (<see cref="CommentPlaces"/>).</summary>
public sealed class CommentPlaceTests
{
    [Theory]
    [InlineData("comments")]
    [InlineData("line_comments")]
    [InlineData("comment_places")]
    public void Of_a_program(string name)
    {
        string folder = Repository.At("tests/Semantics/Programs");
        string file = Path.Combine(folder, name + ".c");
        TranslatorOutput output = HostedCompiler.Translate(new HostedUnit(folder, file, []), []);
        OutputFile made = output.Files.Single(f => f.Path == name + ".g.cs");
        (int kept, IReadOnlyList<MisplacedComment> misplaced) = CommentPlaces.Check(
            File.ReadAllText(file),
            made.Text,
            made.Map.Where(m => m.CFile == name + ".c").Select(m => (m.CSharpLine, m.CLine))
        );
        Assert.True(kept > 0);
        Assert.True(misplaced.Count == 0, string.Join('\n', misplaced));
    }

    /// <summary>Of the kernel's 2,000: constants that are written by name stand in front of the class, away from
    /// declarations between them; comments of what has no C# stand before the next function.</summary>
    private const int MostInKernel = 5;

    [Fact]
    public void Of_the_kernel()
    {
        List<string> misplaced = [];
        int kept = 0;
        string root = Repository.At("original-c");
        foreach (
            string file in Directory
                .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Where(f => Path.GetExtension(f) is ".c" or ".h")
        )
        {
            string c = Path.GetRelativePath(root, file);
            string name = (c.EndsWith(".c", StringComparison.Ordinal) ? c[..^2] : c) + ".g.cs";
            string map = Repository.At($"artifacts/facts/{name}{SourceMap.Suffix}");
            if (!File.Exists(map) || !File.Exists(Repository.At($"kernel-generated/{name}")))
            {
                continue;
            }

            (int more, IReadOnlyList<MisplacedComment> found) = CommentPlaces.Check(
                File.ReadAllText(file),
                File.ReadAllText(Repository.At($"kernel-generated/{name}")),
                SourceMap.Read(map).Lines.Where(l => l.CFile == c).Select(l => (l.CSharpLine, l.CLine))
            );
            kept += more;
            misplaced.AddRange(found.Select(m => $"{c}({m.CLine}): {m.Kind}: {m.Text}"));
        }

        Assert.True(kept > 1500, $"{kept} comments");
        Assert.True(misplaced.Count <= MostInKernel, $"{misplaced.Count}\n{string.Join('\n', misplaced)}");
    }

    /// <summary>Each kind is seen where it is planted.</summary>
    [Theory]
    [InlineData("torn", "// one\n\n// two\nint a;\n// of b\nint b; // behind b\n// of c\nint c;\n")]
    [InlineData("subject", "// one\n// two\nint a;\nint b; // behind b\n// of b\n// of c\nint c;\n")]
    [InlineData("trailing", "// one\n// two\nint a;\n// of b\nint b;\n// of c\nint c;\n// behind b\n")]
    [InlineData("order", "// one\n// two\nint a;\n// of c\n// of b\nint b; // behind b\nint c;\n")]
    public void A_misplaced_comment_is_seen(string kind, string csharp)
    {
        const string c = "// one\n// two\nint a;\n// of b\nint b; // behind b\n// of c\nint c;\n";
        Assert.Contains(CommentPlaces.Check(c, csharp, Map(c, csharp)).Misplaced, m => m.Kind == kind);
        Assert.Empty(CommentPlaces.Check(c, c, Map(c, c)).Misplaced);
    }

    private static IEnumerable<(int, int)> Map(string c, string csharp)
    {
        string[] lines = c.Split('\n');
        return csharp
            .Split('\n')
            .Select((l, i) => (At: i + 1, Text: l.Split(';')[0]))
            .Where(l => l.Text.StartsWith("int", StringComparison.Ordinal))
            .Select(l => (l.At, Array.FindIndex(lines, t => t.StartsWith(l.Text, StringComparison.Ordinal)) + 1));
    }
}
