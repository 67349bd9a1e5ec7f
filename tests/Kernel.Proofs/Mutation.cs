using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kernel.Proofs;

/// <summary>
/// Mutation testing: the core with one small mistake is compiled with the quick proof and run in a process of its own.
/// A mutant that fails, crashes, hangs or does not compile is noticed; the others are printed with their place.
/// </summary>
internal sealed class Mutation(string kernel, string proofs, string scratch)
{
    private static readonly string[] Core =
    [
        "Line",
        "LineSets",
        "FreeBitmap",
        "Zone",
        "ZoneRuns",
        "ZoneTable",
        "PageAllocator",
    ];

    // Of the processor's time, which a busy host does not shorten: a proof takes about one of these seconds. What
    // neither ends nor runs is given up after the other.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const string Main =
        "try { Kernel.Proofs.QuickProof.Run(); return 0; } catch (Kernel.Proofs.ProofFailure) { return 1; }";
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private readonly List<string> _survivors = [];
    private int _killed;
    private int _invalid;

    /// <summary>Run every mutant, or <paramref name="sample"/> of them spread evenly, or those in
    /// <paramref name="places"/>; prints the survivors.</summary>
    public (int Killed, int Survived) Run(int sample, string[] places)
    {
        List<Mutant> all = [.. Core.SelectMany(name => MutantFinder.Find(Path.Combine(kernel, "Vm", name + ".cs")))];
        int step = sample == 0 ? 1 : Math.Max(1, all.Count / sample);
        List<Mutant> drawn =
        [
            .. all.Where((mutant, i) => places.Length == 0 ? i % step == step / 2 : mutant.IsAt(places)),
        ];
        List<Mutant> chosen = [.. drawn.Where(mutant => mutant.Harmless() == null)];
        if (Judge(null) != Verdict.Survived)
            throw new ProofFailure("the core without a mistake does not pass");
        Progress progress = new("mutants", chosen.Count);
        Parallel.ForEach(
            chosen,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            mutant =>
            {
                Count(mutant, Judge(mutant));
                progress.Add();
            }
        );
        foreach (string survivor in _survivors.Order(StringComparer.Ordinal))
            Console.WriteLine(survivor);
        Console.WriteLine(
            $"{chosen.Count} mutants of {all.Count}; {_invalid} do not compile; {drawn.Count - chosen.Count} more are known to be harmless"
        );
        return (_killed, _survivors.Count);
    }

    private enum Verdict
    {
        Killed,
        Survived,
        Invalid,
    }

    private void Count(Mutant mutant, Verdict verdict)
    {
        lock (_survivors)
        {
            _killed += verdict == Verdict.Killed ? 1 : 0;
            _invalid += verdict == Verdict.Invalid ? 1 : 0;
            if (verdict == Verdict.Survived)
                _survivors.Add(mutant.ToString());
        }
    }

    private Verdict Judge(Mutant? mutant)
    {
        string name = $"m{mutant?.GetHashCode() ?? 0:x8}";
        string path = Path.Combine(scratch, name + ".dll");
        CSharpParseOptions options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        IEnumerable<SyntaxTree> trees = Sources(mutant).Select(text => CSharpSyntaxTree.ParseText(text, options));
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            trees,
            References(),
            new CSharpCompilationOptions(
                OutputKind.ConsoleApplication,
                optimizationLevel: OptimizationLevel.Release,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        if (!compilation.Emit(path).Success)
            return Verdict.Invalid;
        File.Copy(
            Path.Combine(AppContext.BaseDirectory, "Kernel.Proofs.runtimeconfig.json"),
            Path.ChangeExtension(path, ".runtimeconfig.json"),
            overwrite: true
        );
        return RunsToItsEnd(path) ? Verdict.Survived : Verdict.Killed;
    }

    private static bool RunsToItsEnd(string path)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(path);
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        for (Stopwatch watch = Stopwatch.StartNew(); !process.WaitForExit(500); )
            if (watch.Elapsed > Patience || TimeOf(process) > Limit)
            {
                process.Kill(entireProcessTree: true);
                return false;
            }
        return process.ExitCode == 0;
    }

    // It may have ended in between.
    private static TimeSpan TimeOf(Process process)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return TimeSpan.Zero;
        }
    }

    private IEnumerable<string> Sources(Mutant? mutant)
    {
        yield return Main;
        yield return Usings;
        foreach (
            string file in Directory
                .EnumerateFiles(proofs, "*.cs")
                .Where(f =>
                    Path.GetFileName(f)
                        is not (
                            "Program.cs"
                            or "Mutation.cs"
                            or "Mutant.cs"
                            or "HarmlessMutants.cs"
                            or "Boots.cs"
                            or "BootedMap.cs"
                            or "RandomMachine.cs"
                        )
                )
        )
            yield return File.ReadAllText(file);
        string[] rest = ["Vm/PhysAddr", "Vm/Pfn", "Vm/ZoneCounters", "Boot/EarlyPages", "Boot/MemoryRanges"];
        foreach (
            string file in Core.Select(name => "Vm/" + name)
                .Concat(rest)
                .Select(name => Path.Combine(kernel, name + ".cs"))
        )
            yield return mutant?.File == file ? mutant.Apply() : File.ReadAllText(file);
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(':')
            .Where(path =>
                Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "mscorlib.dll" or "netstandard.dll"
            )
            .Select(path => MetadataReference.CreateFromFile(path));
}
