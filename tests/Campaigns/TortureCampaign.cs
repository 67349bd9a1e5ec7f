using System.Text.RegularExpressions;
using Porting.Campaigns.RealWorld;

namespace Porting.Campaigns;

/// <summary>
/// The programs that gcc's developers keep to break compilers (gcc.c-torture/execute), as Debian packages gcc's source:
/// each ends by itself with exit status 0 where it is compiled right. Those that clang does not compile to such a
/// program for i386 (nested functions, machine-dependent types) say nothing about us and are counted apart.
/// </summary>
public static partial class TortureCampaign
{
    private const string Archive = "{gcc-12-source}/usr/src/gcc-12/gcc-12.2.0-dfsg.tar.xz";
    private const string Member = "gcc-12.2.0/gcc/testsuite/gcc.c-torture/execute";

    /// <summary>Old C, of which clang now makes errors what it once warned of.</summary>
    private static readonly string[] Tolerant =
    [
        "-Wno-implicit-int",
        "-Wno-implicit-function-declaration",
        "-Wno-int-conversion",
        "-Wno-incompatible-pointer-types",
        "-Wno-incompatible-function-pointer-types",
        "-Wno-return-mismatch",
        "-lm",
        "-latomic",
    ];

    /// <summary>What is not done, by the name of the program; each reason stands under KNOWN-LIMITATIONS.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["20050316-1"] = "vectors of 8 bytes by value",
        ["20050316-2"] = "vectors of 8 bytes by value",
        ["20050316-3"] = "vectors of 8 bytes by value",
        ["simd-6"] = "vectors of 8 bytes by value",
        ["pr60960"] = "vectors of 4 bytes by value",
        ["pr71626-1"] = "vectors of 4 bytes by value",
        ["20021127-1"] = "a function of the C library defined anew, which its builtin is meant to replace",
        ["return-addr"] = "prints what a compiler makes of itself: clang's differs with its options",
    };

    /// <param name="root">Has the folder of packages, artifacts/packages.</param>
    /// <param name="step">Each program of so many is looked at.</param>
    public static int Run(string root, int count, int first, int jobs, string folder, int step = 1)
    {
        string[] files = [.. Sources(Path.Combine(root, "artifacts/packages")).Where((_, i) => i % step == 0)];
        bool[] isOne = new bool[files.Length];
        Parallel.For(
            0,
            files.Length,
            new ParallelOptions { MaxDegreeOfParallelism = jobs },
            i => isOne[i] = Differential.EndsWell(new CampaignProgram([files[i]], Flags(files[i])))
        );
        string[] chosen = [.. files.Where((_, i) => isOne[i]).Skip(first).Take(count)];
        string[] programs = [.. chosen.Where(f => !Known.ContainsKey(Path.GetFileNameWithoutExtension(f)))];
        string[] leftOut = [.. chosen.Except(programs)];
        Console.WriteLine(
            $"torture: {files.Length} programs, of which clang compiles {isOne.Count(o => o)} to ones that end well; {programs.Length} of these are compared, {leftOut.Length} left out for known limitations"
        );
        string[] stale =
        [
            .. leftOut
                .Where(f => Differential.Compare([f], Flags(f)).Verdict == Verdict.Same)
                .Select(f => Path.GetFileNameWithoutExtension(f)),
        ];
        Array.ForEach(
            stale,
            name => Console.WriteLine($"torture: {name} is the same, though '{Known[name]}' is said not to be done")
        );
        int status = new Campaign("torture", folder).Run(
            programs.Length,
            0,
            jobs,
            (i, _, place) =>
            {
                string file = Path.Combine(place, Path.GetFileName(programs[i]));
                File.Copy(programs[i], file, overwrite: true);
                return new CampaignProgram([file], [.. Flags(file), $"-I{Path.GetDirectoryName(programs[i])}"]);
            }
        );
        return stale.Length == 0 ? status : 1;
    }

    private static string[] Sources(string packages)
    {
        string unpacked = Path.Combine(packages, "torture");
        string folder = Path.Combine(unpacked, Member);
        if (!Directory.Exists(folder))
        {
            string partial = unpacked + ".partial";
            Directory.CreateDirectory(partial);
            new SourcePackage(packages).Extract(Archive, [Member], partial);
            Directory.Move(partial, unpacked);
        }

        // Some programs are another one with other macros, which they include by its name: these are compared by that
        // one.
        return
        [
            .. Directory
                .EnumerateFiles(folder, "*.c", SearchOption.AllDirectories)
                .Where(f =>
                    !File.ReadLines(f).Any(l => Inclusion().IsMatch(l))
                    && !f.Contains("/builtins/", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>What the program says about its language: <c>{ dg-options "-std=gnu89 -fwrapv" }</c>.</summary>
    private static string[] Flags(string file) =>
        [
            .. Tolerant,
            .. Options()
                .Matches(File.ReadAllText(file))
                .SelectMany(m => m.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(o =>
                    o.StartsWith("-std=", StringComparison.Ordinal)
                    || o.StartsWith("-D", StringComparison.Ordinal)
                    || o
                        is "-funsigned-char"
                            or "-fsigned-char"
                            or "-fshort-enums"
                            or "-fgnu89-inline"
                            or "-fms-extensions"
                ),
        ];

    [GeneratedRegex("""dg-(?:additional-)?options "([^"]*)" """)]
    private static partial Regex Options();

    [GeneratedRegex("""^#include ".*\.c""")]
    private static partial Regex Inclusion();
}
