using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Porting;
using Porting.Build;
using Porting.Build.Boot;
using Porting.Tests;

namespace Kernel.Proofs;

/// <summary>A suite that may notice a mistake. Each verdict is a process or a boot of its own: what a mistake has done to
/// memory harms nobody else.</summary>
internal abstract class Judge(string name)
{
    /// <summary>Switched off, but members that are reached are told.</summary>
    private const uint Reaching = uint.MaxValue;

    private const string ReachedMark = "# reached ";

    // Of the processor time that a suite needs without a mistake: with one that needs more it hangs.
    private const int TimesAsLong = 3;
    private const int MoreSeconds = 2;

    // Of anything; looks in a row at which nothing was done, 20 to a second; and the end of all patience.
    private const int MostSeconds = 600;
    private const int IdleLooks = 600;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    // By file, mistakes that were shown to it, and those that it noticed.
    private readonly ConcurrentDictionary<string, (int Shown, int Noticed)> _record = new();

    public string Name { get; } = name;

    /// <summary>Seconds of processor time that it takes when nothing is wrong.</summary>
    public double Seconds { get; private set; }

    /// <summary>Members that it reaches.</summary>
    public IReadOnlySet<int> Reached { get; private set; } = new HashSet<int>();

    /// <summary>Look at the program without a mistake; it has to pass.</summary>
    public void Calibrate()
    {
        Output output = Run(Reaching, MostSeconds);
        if (!output.HasEnded || Complaint(output) != null)
            throw new ProofFailure($"{Name} does not pass without a mistake: {Complaint(output)}");
        Expect(output);
        Seconds = output.Seconds;
        Reached = output
            .Lines.Where(l => l.StartsWith(ReachedMark, StringComparison.Ordinal))
            .Select(l => int.Parse(l[ReachedMark.Length..], CultureInfo.InvariantCulture))
            .ToHashSet();
    }

    /// <summary>Mistakes of a file that it may be expected to notice in a second.</summary>
    public double YieldIn(string file)
    {
        (int shown, int noticed) = _record.GetValueOrDefault(file);
        return (noticed + 1) / (shown + 2.0) / Math.Max(Seconds, 0.1);
    }

    public void Note(string file, bool isNoticed)
    {
        int noticed = isNoticed ? 1 : 0;
        _record.AddOrUpdate(file, (1, noticed), (_, r) => (r.Shown + 1, r.Noticed + noticed));
    }

    /// <summary>What it says of a mistake; null when it does not notice.</summary>
    public string? Notice(int mutant)
    {
        Output output = Run((uint)mutant, Seconds * TimesAsLong + MoreSeconds);
        return output.HasEnded ? Complaint(output) : "does not end";
    }

    /// <summary>The program and its arguments for one mistake.</summary>
    protected abstract (string Program, IEnumerable<string> Arguments) Command(uint mutant);

    /// <summary>What is wrong with an output, by its first word; null when nothing is.</summary>
    protected abstract string? Complaint(Output output);

    /// <summary>Remember an output as the right one.</summary>
    protected virtual void Expect(Output output) { }

    private Output Run(uint mutant, double seconds)
    {
        (string program, IEnumerable<string> arguments) = Command(mutant);
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["PORT_MUTANT"] = mutant.ToString(CultureInfo.InvariantCulture);
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        using Process process = new() { StartInfo = start };
        Children.Start(process, sharesTerminal: true); // becomes the program, whose time is looked at
        process.StandardInput.Close();
        List<string> lines = [];
        void Add(object sender, DataReceivedEventArgs line)
        {
            lock (lines)
                if (line.Data != null)
                    lines.Add(line.Data.TrimEnd('\r'));
        }
        process.OutputDataReceived += Add;
        process.ErrorDataReceived += Add;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        (bool ended, double used) = WaitFor(process, seconds);
        if (!ended)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return new Output(lines, process.ExitCode, ended, used);
    }

    // Of the processor's time, which a busy host does not shorten. What does nothing for long does not end either; who
    // waits for a machine of its own is given much longer.
    private (bool Ended, double Seconds) WaitFor(Process process, double seconds)
    {
        double used = 0;
        int idle = 0;
        Stopwatch watch = Stopwatch.StartNew();
        while (!process.WaitForExit(50))
        {
            try
            {
                double now = process.TotalProcessorTime.TotalSeconds;
                idle = now > used || HasChildren || IsRunnable(process) ? 0 : idle + 1;
                used = now;
            }
            catch (Exception e)
                when (e is InvalidOperationException or System.ComponentModel.Win32Exception or IOException)
            {
                continue; // it has ended in between
            }
            if (used > seconds || idle == IdleLooks || watch.Elapsed > Patience)
                return (false, used);
        }
        return (true, used);
    }

    // A thread that runs, wants to, or waits for a disk (proc(5), "stat").
    private static bool IsRunnable(Process process) =>
        Directory
            .EnumerateDirectories($"/proc/{process.Id}/task")
            .Any(task =>
            {
                string stat = File.ReadAllText(task + "/stat");
                return stat[stat.LastIndexOf(')') + 2] is 'R' or 'D';
            });

    /// <summary>Whether the work is done by processes of its own.</summary>
    protected virtual bool HasChildren => false;
}

/// <summary>What came out of a run.</summary>
internal sealed record Output(IReadOnlyList<string> Lines, int ExitCode, bool HasEnded, double Seconds);

/// <summary>A test class of Kernel.Host.</summary>
internal sealed class HostJudge(string name, MutantTree tree, string filter, string what) : Judge(name)
{
    protected override (string, IEnumerable<string>) Command(uint mutant) =>
        ("dotnet", [tree.HostSuites, "-noLogo", "-noColor", "-stopOnFail", filter, what]);

    protected override string? Complaint(Output output) =>
        output.Lines.FirstOrDefault(l => l.Contains("[FAIL]", StringComparison.Ordinal))?.Replace("[FAIL]", "").Trim()
        ?? (
            output.ExitCode == 0 && output.Lines.Any(l => l.Contains("Errors: 0, Failed: 0", StringComparison.Ordinal))
                ? null
                : "crashes"
        );
}

/// <summary>A suite of the kernel, booted alone.</summary>
internal sealed class KernelJudge(string name, MutantTree tree, QemuOptions options) : Judge(name)
{
    private string[] _expected = [];

    protected override (string, IEnumerable<string>) Command(uint mutant) =>
        (
            Tool.Qemu.Locate(),
            QemuRunner.Arguments(
                tree.Image,
                options with
                {
                    CommandLine = $"mutant={mutant.ToString(CultureInfo.InvariantCulture)} {options.CommandLine}",
                }
            )
        );

    protected override void Expect(Output output) => _expected = [.. Outcomes(Ktap.Parse(output.Lines))];

    // Skipped where it was not before is no pass.
    protected override string? Complaint(Output output)
    {
        Ktap ktap = Ktap.Parse(output.Lines);
        TestResult? failed = ktap.Results.FirstOrDefault(r => r.Outcome == TestOutcome.Failed);
        if (failed != null)
            return failed.Name;
        if (output.Lines.FirstOrDefault(l => l.StartsWith("panic", StringComparison.Ordinal)) is { } panic)
            return panic;
        IReadOnlyList<string> wrong = ktap.Disagreements(output.ExitCode, hasTimedOut: false);
        if (wrong.Count != 0)
            return wrong[0];
        return _expected.Length == 0 || _expected.SequenceEqual(Outcomes(ktap)) ? null : "other outcomes";
    }

    private static IEnumerable<string> Outcomes(Ktap ktap) => ktap.Results.Select(r => $"{r.Name} {r.Outcome}");
}

/// <summary>Tests of Kernel.Boot over the image with mistakes: an emulator of the same name, which comes first on the
/// path, puts the number on each command line. What they reach is not told: they are for files.</summary>
internal sealed class BootJudge(string name, MutantTree tree, IReadOnlyList<string> methods, string files) : Judge(name)
{
    /// <summary>Whether a mistake in a file is for it.</summary>
    public bool IsFor(string file) => file.StartsWith(files, StringComparison.Ordinal);

    protected override (string, IEnumerable<string>) Command(uint mutant) =>
        (
            "env",
            [
                $"PATH={tree.At("bin")}:{Environment.GetEnvironmentVariable("PATH")}",
                "dotnet",
                tree.At("artifacts/dotnet/bin/Kernel.Boot/release/Kernel.Boot.dll"),
                "-noLogo",
                "-noColor",
                "-stopOnFail",
                .. methods.SelectMany(method => new[] { "-method", "*." + method }),
            ]
        );

    protected override bool HasChildren => true;

    protected override string? Complaint(Output output) =>
        output.Lines.FirstOrDefault(l => l.Contains("[FAIL]", StringComparison.Ordinal))?.Replace("[FAIL]", "").Trim()
        ?? (output.ExitCode == 0 ? null : "crashes");
}
