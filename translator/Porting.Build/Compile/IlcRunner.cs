using System.Text.RegularExpressions;

namespace Porting.Build.Compile;

/// <summary>
/// IL to a COFF object for 32-bit x86, by the stock NativeAOT compiler of exactly one version: its names and helper
/// conventions are not a public contract, so a change has to be a decision.
/// <para>Output: the object file and, beside it, what the compiler said (.log) and its map of the object (.map). Holds
/// after it: no method was replaced by one that throws, and no static constructor is left for run time (there is nobody
/// to run it).</para>
/// </summary>
public sealed partial class IlcRunner(string ilcPath)
{
    /// <summary>The version that everything here was tried with; Directory.Build.props has it for the
    /// download.</summary>
    public const string Version = "10.0.12";

    private const string PackageName = "runtime.linux-x64.microsoft.dotnet.ilcompiler";

    /// <summary>Finds the compiler in the NuGet cache; building this project put it there.</summary>
    public static IlcRunner Locate()
    {
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string path = Path.Combine(cache, PackageName, Version, "tools", "ilc");
        return File.Exists(path)
            ? new IlcRunner(path)
            : throw new PortException(
                PortDiagnostic.Error(
                    "PORT9303",
                    SourceLocation.None,
                    $"the compiler '{path}' is missing; 'dotnet restore' of Porting.Build downloads NuGet package {PackageName} {Version}"
                )
            );
    }

    public static IReadOnlyList<string> Arguments(string assemblyName, bool optimize) =>
        [
            "--nativelib",
            "--systemmodule",
            assemblyName,
            "--targetos",
            "windows",
            "--targetarch",
            "x86",
            optimize ? "-O" : "--preinitstatics",
            "-g",
            "--methodbodyfolding:none", // two functions with equal bodies must keep two addresses
            "--stacktracedata:false",
            "--reflectiondata:none",
            $"--generateunmanagedentrypoints:{assemblyName}",
            "--directpinvoke:*",
            "--verbose",
        ];

    public void Run(string assemblyPath, string objectPath, bool optimize)
    {
        string name = Path.GetFileNameWithoutExtension(assemblyPath);
        ToolResult result = ToolRunner.Run(
            ilcPath,
            [assemblyPath, "-o", objectPath, "--map", objectPath + ".map", .. Arguments(name, optimize)]
        );
        string log = result.Output + result.Errors;
        File.WriteAllText(objectPath + ".log", log);
        List<PortDiagnostic> problems = [.. Problems(log)];
        if (problems.Count == 0 && (result.ExitStatus != 0 || !File.Exists(objectPath)))
        {
            problems.Add(
                Error(
                    "PORT5013",
                    $"ilc failed with exit status {result.ExitStatus}: {log.Split('\n').FirstOrDefault(l => l.Contains("rror", StringComparison.Ordinal) || l.Contains("xception", StringComparison.Ordinal)) ?? "no message"}; all of its messages are in {objectPath}.log"
                )
            );
        }

        if (problems.Count > 0)
        {
            throw new PortException(problems);
        }
    }

    /// <summary>The messages that mean trouble, each once.</summary>
    public static IEnumerable<PortDiagnostic> Problems(string log)
    {
        foreach (string text in MissingMember().Matches(log).Select(m => m.Value).Distinct())
        {
            yield return Error(
                "PORT5010",
                $"ilc: {text}; the core library lacks it, or kernel code uses what a kernel cannot have"
            );
        }

        foreach (Match match in AlwaysThrows().Matches(log).DistinctBy(m => m.Value))
        {
            yield return Error(
                "PORT5011",
                $"ilc could not compile method '{match.Groups[1].Value}': {match.Groups[2].Value.Trim()}"
            );
        }

        foreach (Match match in NotPreinitialized().Matches(log).DistinctBy(m => m.Value))
        {
            yield return Error(
                "PORT5012",
                $"type '{match.Groups[1].Value}' needs a static constructor at run time ({match.Groups[2].Value.Trim()}); nobody would run it: use constant initialisers, or linked data"
            );
        }
    }

    private static PortDiagnostic Error(string code, string message) =>
        PortDiagnostic.Error(code, SourceLocation.None, message);

    [GeneratedRegex(@"Expected (?:type|method|field) '[^']*' not found[^\r\n]*")]
    private static partial Regex MissingMember();

    [GeneratedRegex(@"[Mm]ethod [`'](.+?)[`'] will always throw because: ([^\r\n]*)")]
    private static partial Regex AlwaysThrows();

    [GeneratedRegex(@"Could not preinitialize '([^']*)': ([^\r\n]*)")]
    private static partial Regex NotPreinitialized();
}
