using System.Collections.Concurrent;
using Porting.Backend.Debug;
using Porting.Build.Compile;

namespace Porting.Build;

/// <summary>
/// What clang tells the debugger of each C file of a kernel: a module of clang's a unit, kept beside ours below
/// artifacts, and made again when the command or a file that clang has read is another. A unit that clang does not take
/// has C#'s types.
/// </summary>
/// <param name="folder">Has the units' modules.</param>
internal sealed class KernelDebug(
    KernelBuildOptions options,
    IReadOnlyList<KernelUnit> units,
    StepCache cache,
    string folder
)
{
    private const string Suffix = ".c.ll",
        DependencySuffix = ".c.d";

    /// <summary>Hashes of what clang has read: most of it is headers, which many units share.</summary>
    private readonly ConcurrentDictionary<string, string> _read = new(StringComparer.Ordinal);

    /// <summary>What is kept for a unit.</summary>
    /// <param name="path">Of its module, without an extension.</param>
    public static IEnumerable<string> FilesOf(string path) =>
        [path + Suffix, path + Suffix + ".key", path + DependencySuffix];

    private string At(KernelUnit unit, string suffix) => Path.Combine(folder, unit.Name + suffix);

    /// <summary>Tell what clang has said of all units from anything else.</summary>
    public IReadOnlyList<string> Keys
    {
        get
        {
            string[] keys = new string[units.Count];
            Parallel.For(
                0,
                units.Count,
                new ParallelOptions { MaxDegreeOfParallelism = options.Jobs },
                i => keys[i] = Refreshed(units[i])
            );
            return keys;
        }
    }

    /// <returns>null for handwritten code, and where clang has said nothing.</returns>
    public CDebug? Of(KernelUnit unit) =>
        unit.C != null && File.Exists(At(unit, Suffix))
            ? ClangDebug.Parse(unit.C, At(unit, Suffix), options.Root, isRelative: true)
            : null;

    private string Refreshed(KernelUnit unit)
    {
        if (unit.C is not { } source)
        {
            return "";
        }

        string module = At(unit, Suffix);
        if (!cache.Has(KeyOf(unit), module))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(module)!);
            File.Delete(module);
            CSource asked = source with { Arguments = [.. source.Arguments, "-MD", "-MF", At(unit, DependencySuffix)] };
            if (!ClangDebug.Write(asked, module))
            {
                return "";
            }

            cache.Run("debug information of " + unit.Name, KeyOf(unit), module, () => { });
        }

        return StepCache.HashOfFile(module);
    }

    /// <summary>The command, and all that clang has read.</summary>
    private string KeyOf(KernelUnit unit) =>
        StepCache.HashOf([
            KernelBuilder.Identity,
            unit.C!.Directory,
            unit.C.File,
            .. unit.C.Arguments,
            .. Read(unit)
                .SelectMany(f => new[] { f, _read.GetOrAdd(f, p => File.Exists(p) ? StepCache.HashOfFile(p) : "") }),
        ]);

    /// <summary>Of a Makefile's rule (clang, -MD): behind the colon, apart by blanks, continued by backslashes.</summary>
    private IEnumerable<string> Read(KernelUnit unit)
    {
        string path = At(unit, DependencySuffix);
        return File.Exists(path)
            ? File.ReadAllText(path)
                .Replace("\\\n", " ")
                .Split(": ", 2)[^1]
                .Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
                .Select(f => Path.GetFullPath(f, unit.C!.Directory))
            : [];
    }
}
