// The tasks are thin: what they do is in the command line tool (translator/Porting.Cli). Run by build.sh.
using System.Diagnostics;
using System.Xml.Linq;

var target = Argument("target", "Default");
var root = MakeAbsolute(Directory("."));
var artifacts = root.Combine("artifacts");
var results = artifacts.Combine("test-results");
string[] suites = ["Clang", "Translator", "Build", "Backend", "Review", "Cli", "Regeneration", "Semantics", "Kernel.Host", "Kernel.Boot"];

// Runs a program with the console's own output; a failure ends the build with the program's own message as the last word.
void Run(string file, params string[] arguments)
{
    var start = new ProcessStartInfo(file) { WorkingDirectory = root.FullPath, UseShellExecute = false };
    foreach (var argument in arguments) start.ArgumentList.Add(argument);
    using var process = Process.Start(start);
    process.WaitForExit();
    if (process.ExitCode != 0) throw new CakeException($"{System.IO.Path.GetFileName(file)} {string.Join(' ', arguments)}: exit status {process.ExitCode}");
}

// Runs a program quietly: its output goes to a log, which is shown when it fails.
void RunQuietly(string log, string file, params string[] arguments)
{
    EnsureDirectoryExists(artifacts);
    var path = artifacts.CombineWithFilePath(log).FullPath;
    var start = new ProcessStartInfo(file) { WorkingDirectory = root.FullPath, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
    foreach (var argument in arguments) start.ArgumentList.Add(argument);
    using var process = Process.Start(start);
    var errors = process.StandardError.ReadToEndAsync();
    var output = process.StandardOutput.ReadToEnd() + errors.Result;
    process.WaitForExit();
    System.IO.File.WriteAllText(path, output);
    if (process.ExitCode == 0) return;
    Console.Error.WriteLine(output);
    throw new CakeException($"{file} {arguments[0]} failed (exit status {process.ExitCode}); log: artifacts/{log}");
}

void Say(string text) => Console.WriteLine($"==> {text}");
void Port(params string[] arguments) => Run(root.CombineWithFilePath("port").FullPath, arguments);

Task("Tools").Description("Builds the command line tool.").Does(() =>
{
    Say("building the tool");
    RunQuietly("build-tool.log", root.CombineWithFilePath("port").FullPath, "--version"); // which builds what is older than its sources
});

Task("Emit").Description("Regenerates kernel-generated from original-c.").IsDependentOn("Tools").Does(() =>
{
    Say("regenerating the port");
    Port("emit");
});

Task("Images").Description("Builds artifacts/kernel: port.elf, reference.elf and their ISO images.").IsDependentOn("Tools").Does(() =>
{
    Say("building both kernels");
    Port("build");
});

Task("Default").Description("Regenerates, builds and boots both kernels; results side by side.").IsDependentOn("Emit").IsDependentOn("Images").Does(() =>
{
    Say("booting both kernels");
    Port("boot", "--compare");
    Say("done: kernel-generated is what original-c gives, artifacts/kernel has both kernels, and both passed their tests");
});

Task("Report").Description("Writes artifacts/report: C and C# side by side.").IsDependentOn("Tools").Does(() => Port("report"));

Task("Test").Description("Every test suite, the booted kernels' KTAP lines included.").IsDependentOn("Images").Does(() =>
{
    Say("building the tests");
    RunQuietly("build-tests.log", "dotnet", "build", "Porting.sln", "-c", "Release", "-nologo", "-v", "quiet");
    CleanDirectory(results);
    int passed = 0, failed = 0, skipped = 0;
    if (IsFormatted()) passed++; else failed++;
    foreach (var suite in suites)
    {
        var watch = Stopwatch.StartNew();
        var count = RunSuite(suite);
        passed += count.Passed; failed += count.Failed; skipped += count.Skipped;
        Say($"{suite,-14} {count.Passed,5} passed {count.Failed,3} failed {count.Skipped,3} skipped  {watch.Elapsed.TotalSeconds,6:F1} s");
    }
    Console.WriteLine(skipped == 0 ? $"{passed} passed, {failed} failed" : $"{passed} passed, {failed} failed, {skipped} skipped");
    if (failed > 0 || passed == 0) throw new CakeException("tests failed");
});

// Handwritten C# is as CSharpier writes it (.csharpierrc.yaml; what it leaves alone: .csharpierignore). Counts as one test.
bool IsFormatted()
{
    var start = new ProcessStartInfo("dotnet") { WorkingDirectory = root.FullPath, UseShellExecute = false, RedirectStandardOutput = true };
    foreach (var argument in new[] { "csharpier", "check", "." }) start.ArgumentList.Add(argument);
    using var process = Process.Start(start);
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    if (process.ExitCode != 0) Console.Error.WriteLine(output + "C# that is not formatted: run './build.sh --target=Format'");
    return process.ExitCode == 0;
}

Task("Format").Description("Formats handwritten C# (CSharpier, 120 columns).").Does(() => Run("dotnet", "csharpier", "format", "."));

// Bochs is the demonstration's alone, so it is installed here and not by build.sh.
Task("Bochs").Description("Installs Bochs, the second emulator of the demonstration.").Does(() =>
{
    Install("bochs", "/usr/bin/bochs");
    Install("bochsbios", "/usr/share/bochs/BIOS-bochs-latest");
    Install("vgabios", "/usr/share/vgabios/vgabios.bin"); // Bochs brings a link to it.
});

Task("Demo").Description("Drivers on both kernels, looked at from outside: artifacts/demo/index.html.").IsDependentOn("Emit").IsDependentOn("Images").IsDependentOn("Bochs").Does(() =>
{
    Say("building the demonstration");
    RunQuietly("build-demo.log", "dotnet", "build", "demo/Porting.Demo", "-c", "Release", "-nologo", "-v", "quiet");
    Say("running it");
    Run("dotnet", artifacts.CombineWithFilePath("dotnet/bin/Porting.Demo/release/Porting.Demo.dll").FullPath);
});

// One suite: an xunit.v3 executable. A suite that does not run to its end counts as one failure.
(int Passed, int Failed, int Skipped) RunSuite(string suite)
{
    var project = suite.StartsWith("Kernel.") ? suite : $"Porting.{suite}.Tests";
    var dll = artifacts.CombineWithFilePath($"dotnet/bin/{project}/release/{project}.dll").FullPath;
    var xml = results.CombineWithFilePath(suite + ".xml").FullPath;
    var log = results.CombineWithFilePath(suite + ".log").FullPath;
    var start = new ProcessStartInfo("dotnet") { WorkingDirectory = root.FullPath, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
    foreach (var argument in new[] { dll, "-noLogo", "-noColor", "-result-xml", xml }) start.ArgumentList.Add(argument);
    using var process = Process.Start(start);
    var errors = process.StandardError.ReadToEndAsync();
    var output = process.StandardOutput.ReadToEnd() + errors.Result;
    process.WaitForExit();
    System.IO.File.WriteAllText(log, output);
    if (process.ExitCode != 0) Console.Error.WriteLine(output);
    if (!System.IO.File.Exists(xml)) return (0, 1, 0);
    int passed = 0, failed = 0, skipped = 0;
    foreach (var assembly in XDocument.Load(xml).Descendants("assembly"))
    {
        passed += (int)assembly.Attribute("passed");
        failed += (int)assembly.Attribute("failed") + (int)assembly.Attribute("errors");
        skipped += (int)assembly.Attribute("skipped");
    }
    if (passed + failed == 0 || (process.ExitCode != 0 && failed == 0)) failed++;
    return (passed, failed, skipped);
}

// The proofs about the allocator in full. Each is a target of its own as well; the suites have a slice of each.
void Prove(params string[] arguments) => Run("dotnet", [artifacts.CombineWithFilePath("dotnet/bin/Kernel.Proofs/release/Kernel.Proofs.dll").FullPath, .. arguments]);

// The suites that boot kernels are among the judges.
void ProveMutants(params string[] arguments)
{
    RunQuietly("build-boot-tests.log", "dotnet", "build", "tests/Kernel.Boot", "-c", "Release", "-nologo", "-v", "quiet");
    Prove(["mutants", .. arguments]);
}

Task("ProofTool").IsDependentOn("Tools").Does(() => RunQuietly("build-proofs.log", "dotnet", "build", "tests/Kernel.Proofs", "-c", "Release", "-nologo", "-v", "quiet"));
Task("ProveStates").Description("Every request and release in every state of a machine of 16 pages (--pages=20: of 20).").IsDependentOn("ProofTool").Does(() => Prove("exhaustive", Argument("pages", "16")));
Task("ProveModel").Description("10^9 operations beside the naive model (--operations=N).").IsDependentOn("ProofTool").Does(() => Prove("model", Argument("operations", "1000000000")));
Task("ProveSchedules").Description("Every schedule of the glue, with an interrupt possible in front of each statement that looks at shared memory.").IsDependentOn("ProofTool").Does(() => Prove("schedules"));
Task("ProveMaps").Description("100,000 generated memory maps (--maps=N).").IsDependentOn("ProofTool").Does(() => Prove("maps", Argument("maps", "100000")));
Task("ProveMutants").Description("Every mutant of the memory system has to be noticed, by the suites of the host and of the booted kernel (--mutants=N: so many of them; --only=TEXT,...: those whose file, line and change has a text in it; --where=host: without boots).").IsDependentOn("Images").IsDependentOn("ProofTool").Does(() => ProveMutants([Argument("mutants", "0"), .. Argument("where", "") is "host" ? new[] { "host" } : [], .. Argument("only", "") is { Length: > 0 } only ? new[] { "only=" + only } : []]));
Task("ProvePlants").Description("Each mistake of the list of plants has to be noticed by each of the suites that are named for it.").IsDependentOn("Images").IsDependentOn("ProofTool").Does(() => ProveMutants("plants"));
Task("ProveBoots").Description("1,000 boots with random memory sizes and seeds (--boots=N).").IsDependentOn("Images").IsDependentOn("ProofTool").Does(() => Prove("boots", Argument("boots", "1000")));
Task("ProveMapBoots").Description("50 generated memory maps booted (--maps=N).").IsDependentOn("Images").IsDependentOn("ProofTool").Does(() => Prove("mapboots", Argument("maps", "50")));
Task("ProveOperations").Description("100,000,000 operations of the booted kernel beside a model (--operations=N).").IsDependentOn("Images").IsDependentOn("ProofTool").Does(() => Prove("operations", Argument("operations", "100000000")));
Task("ProveMisuse").Description("15 kinds of mistakes with memory are found by debug boots, and their callers named.").IsDependentOn("Images").IsDependentOn("ProofTool").Does(() => Prove("misuse"));
Task("ProveInterrupts").Description("An interrupt that allocates after every instruction of the allocator.").IsDependentOn("Images").IsDependentOn("ProofTool").Does(() => Prove("interrupts"));
Task("ProveFailures").Description("The n-th request for pages fails, for every n (--step=k: every k-th).").IsDependentOn("Images").IsDependentOn("ProofTool").Does(() => Prove("failures", Argument("step", "1")));
Task("Proofs").Description("All proofs in full; takes hours.").IsDependentOn("ProveBoots").IsDependentOn("ProveMapBoots").IsDependentOn("ProveOperations").IsDependentOn("ProveMisuse").IsDependentOn("ProveInterrupts").IsDependentOn("ProveFailures").IsDependentOn("ProveStates").IsDependentOn("ProveModel").IsDependentOn("ProveSchedules").IsDependentOn("ProveMaps").IsDependentOn("ProvePlants").IsDependentOn("ProveMutants");

Task("Bench").Description("Builds the C baselines and the allocator of the kernel, measures them, prints the table.").IsDependentOn("Images").Does(() =>
{
    InstallCounter();
    RunQuietly("build-bench.log", "dotnet", "build", "bench", "-c", "Release", "-nologo", "-v", "quiet");
    Run("dotnet", artifacts.CombineWithFilePath("dotnet/bin/Kernel.Bench/release/Kernel.Bench.dll").FullPath);
});

Task("BenchStacks").Description("The deepest stack of each suite of the booted kernels, C and port (--only=SUITE,...).").IsDependentOn("Images").Does(() =>
{
    RunQuietly("build-bench.log", "dotnet", "build", "bench", "-c", "Release", "-nologo", "-v", "quiet");
    Run("dotnet", [artifacts.CombineWithFilePath("dotnet/bin/Kernel.Bench/release/Kernel.Bench.dll").FullPath, "stacks", .. Argument("only", "").Split(',', StringSplitOptions.RemoveEmptyEntries)]);
});

Task("BenchPrograms").Description("Our C programs through C# and by clang -O2: time and instructions, one table (--runs=N).").IsDependentOn("Tools").Does(() =>
{
    InstallCounter();
    RunQuietly("build-bench-programs.log", "dotnet", "build", "bench/programs", "-c", "Release", "-nologo", "-v", "quiet");
    Run("dotnet", artifacts.CombineWithFilePath("dotnet/bin/Program.Bench/release/Program.Bench.dll").FullPath, "--runs", Argument("runs", "5"));
});

Task("BenchEmit").Description("port emit beside clang -fsyntax-only over a generated kernel tree: time, memory, one file changed (--units=N --jobs=N --runs=N).").IsDependentOn("Tools").Does(() =>
{
    RunQuietly("build-bench-emit.log", "dotnet", "build", "bench/emit", "-c", "Release", "-nologo", "-v", "quiet");
    Run("dotnet", artifacts.CombineWithFilePath("dotnet/bin/Emit.Bench/release/Emit.Bench.dll").FullPath, "--units", Argument("units", "400"), "--jobs", Argument("jobs", Environment.ProcessorCount.ToString()), "--runs", Argument("runs", "2"));
});

Task("BenchCompile").Description("port cc beside clang: the time to compile a small and a large unit, with and without a compile server (--runs=N --lines=N --file=FILE.c).").IsDependentOn("Tools").Does(() =>
{
    RunQuietly("build-bench-compile.log", "dotnet", "build", "bench/compile", "-c", "Release", "-nologo", "-v", "quiet");
    var file = Argument("file", "");
    Run("dotnet", [artifacts.CombineWithFilePath("dotnet/bin/Compile.Bench/release/Compile.Bench.dll").FullPath, "--runs", Argument("runs", "5"), "--lines", Argument("lines", "24000"), .. file == "" ? Array.Empty<string>() : ["--file", System.IO.Path.GetFullPath(file)]]);
});

// A Debian package that some target alone needs.
void Install(string package, string file)
{
    if (System.IO.File.Exists(file)) return;
    Say($"installing {package}");
    var isRoot = Environment.UserName == "root";
    RunQuietly($"apt-{package}.log", isRoot ? "env" : "sudo", [.. isRoot ? Array.Empty<string>() : ["env"], "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "--no-install-recommends", package]);
}

// Counts instructions of i386 programs: valgrind, or QEMU where this Linux hands such programs to it (build.sh, binfmt_misc).
void InstallCounter()
{
    var isEmulated = System.IO.Directory.Exists("/proc/sys/fs/binfmt_misc") && System.IO.Directory.GetFiles("/proc/sys/fs/binfmt_misc").Any(f => System.IO.Path.GetFileName(f) is not ("register" or "status") && System.IO.File.ReadAllText(f) is var handler && handler.StartsWith("enabled") && handler.Contains("/qemu-i386"));
    if (isEmulated) Install("qemu-user", "/usr/bin/qemu-i386");
    else Install("valgrind", "/usr/bin/valgrind");
}

// Long comparisons of translated C with the same C by clang; the suites have short slices of them.
void Campaigns(params string[] arguments)
{
    RunQuietly("build-campaigns.log", "dotnet", "build", "tests/Campaigns", "-c", "Release", "-nologo", "-v", "quiet");
    Run("dotnet", [artifacts.CombineWithFilePath("dotnet/bin/Porting.Campaigns/release/campaigns.dll").FullPath, .. arguments]);
}

void Campaign(string name, int count, params string[] more) => Campaigns([name, "--count", Argument("count", count).ToString(), "--seed", Argument("seed", 1).ToString(), "--first", Argument("first", 0).ToString(), .. more]);

// The option sets first: each has to make the programs that it is there for.
void Csmith()
{
    Install("csmith", "/usr/bin/csmith");
    Campaigns("csmith-options");
    Campaign("csmith", 2000);
}

Task("Csmith").Description("2,000 random programs of csmith beside clang (--count=N --seed=N --first=N).").IsDependentOn("Tools").Does(Csmith);
Task("Reduce").Description("Makes a failing program of a campaign small with creduce (--program=FILE or the failure's folder).").IsDependentOn("Tools").Does(() =>
{
    Install("creduce", "/usr/bin/creduce");
    Campaigns("reduce", Argument<string>("program"));
});
Task("Huge").Description("Huge tables, functions, switches and chains, each at two sizes: processor time per size.").IsDependentOn("Tools").Does(() => Campaigns("huge"));
Task("Kills").Description("200 kills at random moments of each verb that writes, over the kernel, on one and on two file systems, and full disks (--count=N --seed=N --verb=NAMES or full --disks=one or two); every verb with every folder option.").IsDependentOn("Tools").Does(() =>
{
    Campaigns(["kills", "--count", Argument("count", "200"), "--seed", Argument("seed", "1"), .. HasArgument("verb") ? new[] { "--verb", Argument("verb", "") } : [], "--disks", Argument("disks", "one,two")]);
    if (!HasArgument("verb")) TestAll("Cli", "*FolderOptionTests*");
});
Task("Generated").Description("500 programs of our own generator beside clang (--count=N --seed=N --first=N).").IsDependentOn("Tools").Does(() => Campaign("generated", 500));
Task("Torture").Description("The programs of gcc's own execution tests, as Debian packages gcc's source, beside clang (--count=N --first=N --step=N).").IsDependentOn("Tools").Does(() => Campaigns("torture", "--count", Argument("count", int.MaxValue).ToString(), "--first", Argument("first", 0).ToString(), "--step", Argument("step", 1).ToString()));
Task("RealWorld").Description("Libraries and projects that Debian packages as source, beside clang (--only=NAME).").IsDependentOn("Tools").Does(() =>
{
    InstallCounter();
    Campaigns(["realworld", .. Argument("only", "").Split(',', StringSplitOptions.RemoveEmptyEntries)]);
});
Task("Kernels").Description("musl, SeaBIOS, GRUB and Linux from Debian's sources by port cc as CC, beside clang: built, run, booted, compared; one table (--only=NAME). GNU Mach's tree with --gnumach=DIR.").IsDependentOn("Images").Does(() =>
{
    string gnumach = Argument("gnumach", "");
    string[] tree = gnumach.Length == 0 ? [] : [$"--gnumach={System.IO.Path.GetFullPath(gnumach)}"];
    Campaigns(["kernels", .. Argument("only", "").Split(',', StringSplitOptions.RemoveEmptyEntries), .. tree]);
});
Task("Mutants").Description("10,000 broken programs: diagnostics, never a crash (--count=N --seed=N).").IsDependentOn("Tools").Does(() =>
{
    RunQuietly("mutants-commands.log", "make", "-s", "-C", "original-c", "O=../artifacts/reference", "compile_commands.json");
    Campaign("mutants", 10000, "--commands", "artifacts/reference/compile_commands.json");
});

Task("Edits").Description("300 random edits of the kernel's C: changed lines of generated files over changed lines of C (--count=N --seed=N).").IsDependentOn("Tools").Does(() => Campaigns("edits", "--count", Argument("count", 300).ToString(), "--seed", Argument("seed", 1).ToString()));

// Tests of which the suites run a part, as a whole.
void TestAll(string suite, string methods)
{
    Environment.SetEnvironmentVariable("PORT_EVERY", "1");
    RunQuietly("build-tests.log", "dotnet", "build", $"tests/{suite}", "-c", "Release", "-nologo", "-v", "quiet");
    Run("dotnet", artifacts.CombineWithFilePath($"dotnet/bin/Porting.{suite}.Tests/release/Porting.{suite}.Tests.dll").FullPath, "-noLogo", "-method", methods);
}

Task("Stale").Description("Each part that a replaced or dropped function depends on changes alone, and is named.").IsDependentOn("Images").Does(() => TestAll("Review", "*KernelDependencyTests*"));

Task("Help").Description("Lists the targets.").Does(() =>
{
    foreach (var task in Tasks.OrderBy(t => t.Name)) Console.WriteLine($"  {task.Name,-14} {task.Description}");
});

if (!Tasks.Any(t => t.Name.Equals(target, StringComparison.OrdinalIgnoreCase)))
{
    Console.Error.WriteLine($"build.sh: error: no target '{target}'; './build.sh --target=Help' lists them");
    Environment.Exit(2);
}

RunTarget(target);
