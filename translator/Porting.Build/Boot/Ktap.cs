using System.Globalization;
using System.Text.RegularExpressions;

namespace Porting.Build.Boot;

public enum TestOutcome
{
    Passed,
    Failed,
    Skipped,
}

/// <summary>One result line, with the comment lines that stood before it.</summary>
/// <param name="Name">suite.test.</param>
/// <param name="Reason">Why it was skipped.</param>
public sealed record TestResult(
    int Number,
    string Name,
    TestOutcome Outcome,
    string Reason,
    IReadOnlyList<string> Comments
);

/// <summary>
/// What a kernel reported, in KTAP (the Linux kernel's documentation, "The Kernel Test Anything Protocol", version 1),
/// with an end marker <c># end of tests: P passed, F failed, S skipped</c>.
/// </summary>
/// <param name="Planned">From <c>1..N</c>; null when there is no plan.</param>
/// <param name="EndMarker">The marker's three numbers; null when it is missing: the kernel stopped on the way.</param>
public sealed partial record Ktap(
    int? Planned,
    IReadOnlyList<TestResult> Results,
    (int Passed, int Failed, int Skipped)? EndMarker
)
{
    /// <summary>Exit status of the emulator when the kernel wrote 0x10 (all passed) to isa-debug-exit: 2 * value +
    /// 1.</summary>
    public const int ExitPassed = 2 * 0x10 + 1;

    public int Count(TestOutcome outcome) => Results.Count(r => r.Outcome == outcome);

    public static Ktap Parse(IEnumerable<string> serialLines)
    {
        int? planned = null;
        (int, int, int)? end = null;
        List<TestResult> results = [];
        List<string> comments = [];
        bool hasBegun = false;
        foreach (string line in serialLines.Select(l => l.TrimEnd('\r', '\n')))
        {
            hasBegun |= line == "KTAP version 1";
            if (!hasBegun)
            {
                continue; // the boot messages
            }

            if (Plan().Match(line) is { Success: true } plan && planned == null)
            {
                planned = Number(plan.Groups[1]);
            }
            else if (Marker().Match(line) is { Success: true } marker)
            {
                end = (Number(marker.Groups[1]), Number(marker.Groups[2]), Number(marker.Groups[3]));
            }
            else if (Result().Match(line) is { Success: true } result)
            {
                results.Add(ToResult(result, comments));
                comments = [];
            }
            else if (line.StartsWith('#'))
            {
                comments.Add(line[1..].Trim());
            }
        }

        return new Ktap(planned, results, end);
    }

    private static TestResult ToResult(Match match, List<string> comments)
    {
        bool isSkipped = match.Groups["skip"].Success;
        TestOutcome outcome =
            match.Groups["not"].Success ? TestOutcome.Failed
            : isSkipped ? TestOutcome.Skipped
            : TestOutcome.Passed;
        return new TestResult(
            Number(match.Groups["number"]),
            match.Groups["name"].Value,
            outcome,
            match.Groups["reason"].Value.Trim(),
            comments
        );
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    /// <summary>
    /// What is wrong with the run as a whole, besides failed tests: plan, results, end marker and the emulator's exit
    /// status have to agree, because each alone can lie (a triple fault ends the emulator with status 0). Empty when
    /// all agree.
    /// </summary>
    public IReadOnlyList<string> Disagreements(int exitStatus, bool hasTimedOut)
    {
        List<string> wrong = [];
        if (hasTimedOut)
        {
            wrong.Add("the kernel did not stop in time");
        }

        if (Planned == null)
        {
            wrong.Add("there is no plan");
        }
        else if (Planned != Results.Count)
        {
            wrong.Add($"the plan is {Planned} tests, {Results.Count} reported");
        }

        if (EndMarker == null)
        {
            wrong.Add("the end marker is missing: the kernel stopped on the way");
        }
        else if (EndMarker != (Count(TestOutcome.Passed), Count(TestOutcome.Failed), Count(TestOutcome.Skipped)))
        {
            wrong.Add("the end marker's numbers are not those of the result lines");
        }

        bool saysPassed = exitStatus == ExitPassed;
        if (!hasTimedOut && saysPassed != (Count(TestOutcome.Failed) == 0 && EndMarker != null))
        {
            wrong.Add(
                $"the exit status {exitStatus} says {(saysPassed ? "passed" : "not passed")}, the results say otherwise"
            );
        }

        return wrong;
    }

    [GeneratedRegex(@"^1\.\.(\d+)$")]
    private static partial Regex Plan();

    [GeneratedRegex(@"^# end of tests: (\d+) passed, (\d+) failed, (\d+) skipped$")]
    private static partial Regex Marker();

    [GeneratedRegex(@"^(?<not>not )?ok (?<number>\d+) (?:- )?(?<name>\S+)(?<skip>\s+# SKIP(?<reason>.*))?\s*$")]
    private static partial Regex Result();
}
