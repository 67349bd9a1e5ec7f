using System.Globalization;
using Porting.Build.Boot;

namespace Porting.Cli;

/// <summary>The results of two kernels, a line per suite; tests that differ are named.</summary>
internal static class ComparisonTable
{
    public static void Print(Ktap reference, Ktap port)
    {
        Console.WriteLine($"{"suite", -18} {"C kernel", -26} C# kernel");
        IEnumerable<string> suites = reference.Results.Concat(port.Results).Select(SuiteOf).Distinct();
        foreach (string suite in suites)
        {
            Console.WriteLine(
                $"{suite, -18} {Summary(reference.Results.Where(r => SuiteOf(r) == suite)), -26} {Summary(port.Results.Where(r => SuiteOf(r) == suite))}"
            );
        }

        Console.WriteLine($"{"all", -18} {Summary(reference.Results), -26} {Summary(port.Results)}");
        Dictionary<string, TestOutcome> outcomes = reference
            .Results.DistinctBy(r => r.Name)
            .ToDictionary(r => r.Name, r => r.Outcome);
        foreach (
            TestResult result in port.Results.Where(r =>
                outcomes.TryGetValue(r.Name, out TestOutcome other) && other != r.Outcome
            )
        )
        {
            Console.WriteLine(
                $"differs: {result.Name}: {outcomes[result.Name]} and {result.Outcome}".ToLowerInvariant()
            );
        }
    }

    /// <summary>Failed tests with what they said, or the last lines where the kernel stopped on the way.</summary>
    public static void PrintFailures(string name, QemuResult result)
    {
        Ktap ktap = result.Ktap;
        foreach (TestResult failed in ktap.Results.Where(r => r.Outcome == TestOutcome.Failed))
        {
            Console.Error.WriteLine($"{name}: not ok {failed.Number} {failed.Name}");
            foreach (string comment in failed.Comments)
            {
                Console.Error.WriteLine($"    {comment}");
            }
        }

        if (ktap.EndMarker == null)
        {
            Console.Error.WriteLine($"{name}: the last lines:");
            foreach (string line in result.Serial.TakeLast(12))
            {
                Console.Error.WriteLine($"    {line}");
            }
        }
    }

    private static string SuiteOf(TestResult result) => result.Name.Split('.')[0];

    /// <summary>How the tests ended: <c>180 ok, 27 skipped</c>.</summary>
    public static string Summary(IEnumerable<TestResult> results)
    {
        TestResult[] all = [.. results];
        if (all.Length == 0)
        {
            return "-";
        }

        int failed = all.Count(r => r.Outcome == TestOutcome.Failed);
        int skipped = all.Count(r => r.Outcome == TestOutcome.Skipped);
        string text = string.Create(CultureInfo.InvariantCulture, $"{all.Length - failed - skipped} ok");
        text += failed > 0 ? $", {failed} FAILED" : "";
        return text + (skipped > 0 ? $", {skipped} skipped" : "");
    }
}
