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

    /// <summary>What one compiler refuses is the other's, and both are told; what is no compile stays the first
    /// one's.</summary>
    [Fact]
    public void What_a_compiler_refuses_is_anothers()
    {
        using ScratchFolder folder = new();
        Directory.CreateDirectory(folder.At("tree"));
        BuildFolder build = new(folder.At("tree"));
        folder.Write("tree/good.c", "int good;\n");
        folder.Write("tree/nested.c", "int f(int x) { int g(void) { return x; } return g(); }\n");
        folder.Write("tree/wrong.c", "int wrong(void) { return none; }\n");
        string compiler = build.CompilerWithFallback("clang-19 -m32", "gcc") + " -m32";
        build.Shell($"{compiler} -c good.c && {compiler} -c nested.c && {compiler} -E -c good.c -o good.i");
        Assert.Equal((1, 1), build.Units());
        Assert.Equal(["1 by gcc: function definition is not allowed here"], build.Refusals());
        Assert.True(File.Exists(build.At("nested.o")));
        Assert.Throws<BuildFailedException>(() => build.Shell($"{compiler} -c wrong.c"));
    }

    [Theory, InlineData(null, "no tree"), InlineData("/usr/include", "has no configure.ac")]
    public void Without_a_tree_GNU_Mach_is_skipped(string? tree, string reason)
    {
        using ScratchFolder folder = new();
        Assert.Contains(
            reason,
            Assert.Throws<SourceMissingException>(() => new GnuMachBuild(tree, "port cc", folder.Path).Run()).Message
        );
    }
}
