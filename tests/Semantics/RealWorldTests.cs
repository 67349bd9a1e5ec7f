using Porting.Campaigns;
using Porting.Campaigns.RealWorld;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary>A short slice of the target RealWorld: libraries of the package libstb-dev, which build.sh
/// installs.</summary>
public sealed class RealWorldTests
{
    [Theory, InlineData("stb_rect_pack"), InlineData("stb_c_lexer")]
    public void A_packaged_library_does_what_it_does_by_clang(string name)
    {
        Library library = Assert.Single(Libraries.All, l => l.Name == name);
        LibraryComparison comparison = new(
            new SourcePackage("/nonexistent"),
            ["dotnet", PortTool.Assembly, "cc"],
            Repository.At("tests/Campaigns/RealWorld")
        )
        {
            MeasuresSpeed = false,
        };
        RealResult result = comparison.Compare(library);
        Assert.True(result.Verdict == Verdict.Same, $"{result.Verdict}: {result.Text}");
        Assert.True(result.Lines > 500);
    }

    [Fact]
    public void A_project_is_built_by_its_own_Makefile()
    {
        using ScratchFolder folder = new();
        Project project = Assert.Single(Projects.All, p => p.Name == "calculator");
        ProjectComparison comparison = new(
            new SourcePackage("/nonexistent"),
            $"dotnet {PortTool.Assembly} cc",
            Repository.At("tests/Campaigns/RealWorld"),
            folder.Path
        )
        {
            MeasuresSpeed = false,
        };
        RealResult result = comparison.Compare(project);
        Assert.True(result.Verdict == Verdict.Same, $"{result.Verdict}: {result.Text}");
    }

    [Fact]
    public void Every_driver_has_its_library()
    {
        string[] drivers =
        [
            .. Directory
                .EnumerateFiles(Repository.At("tests/Campaigns/RealWorld"), "driver.c", SearchOption.AllDirectories)
                .Select(f => Path.GetFileName(Path.GetDirectoryName(f)!)!)
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(Libraries.All.Select(l => l.Name).Append("zlib").Order(StringComparer.Ordinal), drivers);
    }
}
