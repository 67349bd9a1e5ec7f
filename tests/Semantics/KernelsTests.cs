using Porting.Campaigns.Kernels;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary>A short slice of the target Kernels: foreign firmware by the port, which boots our kernel as the same
/// firmware by clang does.</summary>
public sealed class KernelsTests
{
    [Fact]
    public void SeaBIOS_by_the_port_boots_the_kernel()
    {
        using ScratchFolder folder = new();
        DebianSource sources = new(Repository.At("artifacts/kernels/sources"));
        SeabiosBuild build = new(
            sources,
            $"{Repository.At("port")} cc",
            folder.Path,
            Repository.At("artifacts/kernel/port.iso")
        );
        try
        {
            KernelRow row = build.Run();
            Assert.True(row.Verdict == KernelVerdict.Same, row.ToString());
            Assert.True(row.ByPort > 80, row.ToString());
        }
        catch (SourceMissingException missing)
        {
            Assert.Skip(missing.Message);
        }
    }

    [Fact]
    public void A_source_that_cannot_be_had_is_told()
    {
        using ScratchFolder folder = new();
        Directory.CreateDirectory(folder.At("apt/lists"));
        folder.Write("apt/lists/none_Sources", "");
        SourceMissingException missing = Assert.Throws<SourceMissingException>(() =>
            new DebianSource(folder.Path).CopyTo("no-such-package", folder.At("tree"))
        );
        Assert.Contains("no-such-package", missing.Message);
        Assert.False(Directory.Exists(folder.At("tree")));
    }

    /// <summary>Who compiled what is noted by file, and the options reach the compiler.</summary>
    [Fact]
    public void A_builds_compiler_notes_what_it_compiles()
    {
        using ScratchFolder folder = new();
        Directory.CreateDirectory(folder.At("tree"));
        BuildFolder build = new(folder.At("tree"));
        string compiler = build.Compiler("echo clang", "-DOTHER=1");
        build.Shell(
            $"{compiler} -mpreferred-stack-boundary=2 -c a.c > out; {compiler} -c a.c >> out; {compiler} a.o -o a; echo 'int x;' > b.c; {compiler} -DOTHER=1 -c b.c"
        );
        Assert.Equal((1, 1), build.Units());
        Assert.Equal("clang -mstack-alignment=4 -c a.c\nclang -c a.c\n", File.ReadAllText(build.At("out")));
        Assert.Throws<BuildFailedException>(() => build.Shell("echo 'error: seen' >&2; exit 3"));
    }
}
