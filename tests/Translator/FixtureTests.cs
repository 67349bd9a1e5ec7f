using Porting.Build.Compile;
using Porting.Tests;

namespace Porting.Translator.Tests;

/// <summary>One C file per construct, with its verified C#.</summary>
public sealed class FixtureTests
{
    private static readonly string Folder = Repository.At("tests/Translator/Fixtures");

    public static IEnumerable<TheoryDataRow<string>> Names() =>
        Directory
            .EnumerateFiles(Folder, "*.c")
            .Order(StringComparer.Ordinal)
            .Select(f => new TheoryDataRow<string>(Path.GetFileNameWithoutExtension(f)));

    private static TranslatorOutput Translate(string name)
    {
        TranslatorOutput output = Translated.Program([
            (name + ".c", File.ReadAllText(Path.Combine(Folder, name + ".c"))),
        ]);
        Assert.Empty(output.Diagnostics);
        return output;
    }

    [Theory, MemberData(nameof(Names))]
    public void The_CSharp_is_the_verified_one(string name) =>
        Snapshot.Verify(Translate(name).File(name + ".g.cs"), "Fixtures", name, "cs");

    /// <summary>With the core library and the runtime's declarations, every fixture compiles.</summary>
    [Theory, MemberData(nameof(Names))]
    public void The_CSharp_compiles(string name)
    {
        IEnumerable<CSharpSource> library = Directory
            .EnumerateFiles(Repository.At("translator/Porting.Runtime/Corlib"), "*.cs")
            .Append(Repository.At("translator/Porting.Runtime/Porting/rt.cs"))
            .Append(Repository.At("translator/Porting.Runtime/Porting/rt.data.cs"))
            .Append(Repository.At("translator/Porting.Runtime/Porting/StringLiterals.cs"))
            .Append(Repository.At("translator/Porting.Runtime/Porting/SourceLine.cs"))
            .Select(f => new CSharpSource(f, File.ReadAllText(f)));
        IEnumerable<CSharpSource> generated = Translate(name)
            .Files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal))
            .Select(f => new CSharpSource(f.Path, f.Text));
        Assert.NotEmpty(CSharpCompiler.Compile("fixture", [.. library, .. generated], []));
    }

    [Fact]
    public void Every_verified_file_has_its_fixture()
    {
        IEnumerable<string> verified = Directory
            .EnumerateFiles(Folder, "*.verified.*")
            .Select(f => Path.GetFileName(f).Split('.')[0])
            .Distinct();
        Assert.DoesNotContain(verified, name => !File.Exists(Path.Combine(Folder, name + ".c")));
    }
}
