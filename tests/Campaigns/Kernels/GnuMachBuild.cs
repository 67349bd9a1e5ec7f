using System.Text.RegularExpressions;
using Porting.Build;

namespace Porting.Campaigns.Kernels;

/// <summary>
/// GNU Mach with all its Linux drivers by its own configure and make: once by gcc, once with the port as its compiler.
/// Units that the port refuses (nested functions, which clang does not have) are gcc's in both, each with its reason in
/// the build's list. Both kernels run the tree's own tests, user programs on the booted kernel, compiled by gcc; the
/// verdicts have to be the same.
/// </summary>
/// <param name="tree">A clone of the upstream's tree; null for none. It is copied and left as it is.</param>
public sealed partial class GnuMachBuild(string? tree, string port, string folder)
{
    private const string Project = "gnumach";
    private static readonly Tool Mig = new("i686-gnu-mig", "GNU MIG, built for i686-gnu"),
        Autoreconf = new("autoreconf", "autoconf, automake, texinfo");

    public KernelRow Run()
    {
        CheckTools();
        string sources = Path.Combine(folder, Project + "-tree");
        Copy(sources);
        BuildFolder theirs = Build("gcc", sources, _ => $"{Tool.Gcc.Locate()} -m32");
        BuildFolder ours = Build("port", sources, b => $"{b.CompilerWithFallback(port, Tool.Gcc.Locate())} -m32");
        string expected = Check(theirs),
            actual = Check(ours);
        (int byPort, int byC) = ours.Units();
        int passed = actual.Split('\n').Count(l => l.StartsWith("PASS", StringComparison.Ordinal));
        return new KernelRow(
            Project,
            byPort,
            byC,
            expected == actual ? string.Join("; ", ours.Refusals()) : $"gcc's: {expected}, ours: {actual}",
            ours.TextSize(Project),
            theirs.TextSize(Project),
            expected != actual ? KernelVerdict.Differs
                : passed == 0 ? KernelVerdict.Failed
                : KernelVerdict.Same,
            $"boots; {passed} of its own tests passed, sizes beside gcc's"
        );
    }

    private void CheckTools()
    {
        if (tree == null)
        {
            throw new SourceMissingException("no tree: --gnumach=DIR names a clone of its git");
        }

        if (!File.Exists(Path.Combine(tree, "configure.ac")))
        {
            throw new SourceMissingException($"{tree} has no configure.ac");
        }

        SourceMissingException.Unless([Mig, Autoreconf]);
    }

    private void Copy(string sources)
    {
        if (Directory.Exists(sources))
        {
            Directory.Delete(sources, recursive: true);
        }

        Directory.CreateDirectory(folder);
        BuildFolder copy = new(sources);
        new BuildFolder(folder).Shell($"cp -a '{Path.GetFullPath(tree!)}' '{sources}'");
        copy.Shell("autoreconf -fi");
    }

    private BuildFolder Build(string name, string sources, Func<BuildFolder, string> compiler)
    {
        BuildFolder build = new(Path.Combine(folder, $"{Project}-{name}"));
        if (Directory.Exists(build.Path))
        {
            Directory.Delete(build.Path, recursive: true);
        }

        Directory.CreateDirectory(build.Path);
        string user = "USER_CC='gcc -m32' USER_CPP='gcc -m32 -E' USER_CFLAGS=-ftrivial-auto-var-init=pattern";
        build.Shell(
            $"'{sources}/configure' --host=i686-gnu CC='{compiler(build)}' LD='ld -melf_i386' {user} && make -j{Environment.ProcessorCount} {Project}"
        );
        return build;
    }

    /// <summary>The verdict of each test, in the order of their names.</summary>
    private static string Check(BuildFolder build)
    {
        build.Shell("make check > check.log 2>&1 || grep -q '^# TOTAL' check.log");
        return string.Join(
            '\n',
            Verdict()
                .Matches(File.ReadAllText(build.At("check.log")))
                .Select(m => m.Value)
                .Order(StringComparer.Ordinal)
        );
    }

    [GeneratedRegex("^(PASS|FAIL|SKIP|ERROR|XFAIL|XPASS): .*", RegexOptions.Multiline)]
    private static partial Regex Verdict();
}
