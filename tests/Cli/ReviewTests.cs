using Porting.Tests;

namespace Porting.Cli.Tests;

public sealed class ReviewTests
{
    [Fact]
    public void A_replacement_is_stale_until_its_C_is_accepted_and_again_when_the_C_changes()
    {
        using SmallPort port = new();
        Answer never = port.Port("status");
        Assert.Equal(1, never.ExitStatus);
        Assert.Contains("stale: replaced (hand/Replaced.cs:6)", never.Output);

        Answer accepted = port.Port("accept", "replaced");
        Assert.Equal((0, "accepted: replaced of main.c\n"), (accepted.ExitStatus, accepted.Output));
        Assert.Equal(0, port.Port("status").ExitStatus);
        Assert.Matches("Replaces\\(\"main.c\", \"replaced\", \"[0-9a-f]{16}\"\\)", port.Read("hand/Replaced.cs"));

        port.Edit("return x + 1;", "return x + 2;");
        Answer stale = port.Port("status");
        Assert.Equal(1, stale.ExitStatus);
        Assert.Contains("stale: replaced", stale.Output);
        Assert.Contains("-\treturn x + 1;\n+\treturn x + 2;\n", stale.Output);
        Assert.Contains("warning PORT8001: 'replaced'", port.Port("emit").Errors);
        Assert.Equal(0, port.Port("accept", "--all").ExitStatus);
        Assert.Equal(0, port.Port("status").ExitStatus);
    }

    [Fact]
    public void Comments_and_white_space_do_not_make_a_replacement_stale()
    {
        using SmallPort port = new();
        port.Port("accept", "--all");
        port.Edit("return x + 1;", "/* as ever */ return x+1;");
        Assert.Equal(0, port.Port("status").ExitStatus);
    }

    [Fact]
    public void Accepting_what_nobody_replaces_is_an_error()
    {
        using SmallPort port = new();
        Answer answer = port.Port("accept", "count");
        Assert.Equal(2, answer.ExitStatus);
        Assert.Contains("PORT9003: no handwritten method replaces 'count'", answer.Errors);
    }

    [Fact]
    public void The_report_has_both_sides_of_every_function()
    {
        using SmallPort port = new();
        Answer answer = port.Port("report", "-o", "pages");
        Assert.True(answer.ExitStatus == 0, answer.All);
        string page = port.Read("pages/main.c.html");
        Assert.Contains("counter += twice(by);", page);
        Assert.Contains("int count(int by)", page);
        Assert.Contains("hand/Replaced.cs:5", page);
        Assert.Contains("replaced", port.Read("pages/index.html"));
    }
}
