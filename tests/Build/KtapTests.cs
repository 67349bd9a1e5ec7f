using Porting.Build.Boot;

namespace Porting.Build.Tests;

/// <summary>A verdict needs the plan, the result lines, the end marker and the exit status; each of them alone can
/// lie.</summary>
public sealed class KtapTests
{
    private static readonly string[] Good =
    [
        "Mach, i386",
        "ok 9 of the boot messages",
        "KTAP version 1",
        "1..3",
        "ok 1 a.one",
        "# a.c:7: x == 1: 2 and 1",
        "not ok 2 a.two",
        "ok 3 b.three # SKIP no disk",
        "# end of tests: 1 passed, 1 failed, 1 skipped",
    ];

    private static readonly string[] AllPassed =
    [
        "KTAP version 1",
        "1..1",
        "ok 1 a.one",
        "# end of tests: 1 passed, 0 failed, 0 skipped",
    ];

    [Fact]
    public void Results_have_names_outcomes_reasons_and_comments()
    {
        Ktap ktap = Ktap.Parse(Good);
        Assert.Equal((3, 3, (1, 1, 1)), (ktap.Planned, ktap.Results.Count, ktap.EndMarker!.Value));
        Assert.Equal(
            [TestOutcome.Passed, TestOutcome.Failed, TestOutcome.Skipped],
            ktap.Results.Select(r => r.Outcome)
        );
        Assert.Equal("a.two", ktap.Results[1].Name);
        Assert.Equal(["a.c:7: x == 1: 2 and 1"], ktap.Results[1].Comments);
        Assert.Equal("no disk", ktap.Results[2].Reason);
    }

    [Fact]
    public void All_four_agree() =>
        Assert.Empty(Ktap.Parse(AllPassed).Disagreements(Ktap.ExitPassed, hasTimedOut: false));

    [Fact]
    public void Failed_tests_and_a_status_of_failure_agree() =>
        Assert.Empty(Ktap.Parse(Good).Disagreements(35, hasTimedOut: false));

    [Theory]
    [InlineData(0)] // what a triple fault gives
    [InlineData(35)]
    public void The_exit_status_has_to_say_passed(int status) =>
        Assert.Contains(
            Ktap.Parse(AllPassed).Disagreements(status, false),
            w => w.Contains("exit status", StringComparison.Ordinal)
        );

    [Fact]
    public void A_status_of_success_does_not_make_up_for_a_failed_test() =>
        Assert.NotEmpty(Ktap.Parse(Good).Disagreements(Ktap.ExitPassed, false));

    [Fact]
    public void A_missing_end_marker_is_a_failure_of_its_own_kind() =>
        Assert.Contains(
            "the end marker is missing: the kernel stopped on the way",
            Ktap.Parse(AllPassed[..^1]).Disagreements(Ktap.ExitPassed, false)
        );

    [Fact]
    public void A_missing_plan() =>
        Assert.Contains(
            "there is no plan",
            Ktap.Parse([AllPassed[0], .. AllPassed[2..]]).Disagreements(Ktap.ExitPassed, false)
        );

    [Fact]
    public void Fewer_results_than_planned() =>
        Assert.Contains(
            "the plan is 2 tests, 1 reported",
            Ktap.Parse(["KTAP version 1", "1..2", .. AllPassed[2..]]).Disagreements(Ktap.ExitPassed, false)
        );

    [Fact]
    public void An_end_marker_with_other_numbers() =>
        Assert.Contains(
            "the end marker's numbers are not those of the result lines",
            Ktap.Parse([.. AllPassed[..3], "# end of tests: 2 passed, 0 failed, 0 skipped"])
                .Disagreements(Ktap.ExitPassed, false)
        );

    [Fact]
    public void A_kernel_that_does_not_stop() =>
        Assert.Contains(
            "the kernel did not stop in time",
            Ktap.Parse(AllPassed[..3]).Disagreements(-1, hasTimedOut: true)
        );

    [Fact]
    public void Nothing_at_all_is_not_success() =>
        Assert.NotEmpty(Ktap.Parse([]).Disagreements(Ktap.ExitPassed, false));
}
