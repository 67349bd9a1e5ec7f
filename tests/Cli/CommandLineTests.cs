using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>A command line that cannot be run says which word is wrong and which was meant, before any work.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("emti", "'emti' is no verb of port; did you mean 'emit'?")]
    [InlineData("frobnicate", "'frobnicate' is no verb of port; there are init, emit, status, accept, ")]
    [InlineData("emit --chekc", "'--chekc' is no option of 'port emit'; did you mean '--check'?")]
    [InlineData("emit --dump-after JoinElsIf", "'JoinElsIf' is no pass; did you mean 'JoinElseIf'?")]
    [InlineData("emit --dump-after x", "'x' is no pass; there are JoinElseIf, ")]
    [InlineData("accept --al", "'--al' is no option of 'port accept'; did you mean '--all'?")]
    [InlineData("run --nosuch x.c", "'--nosuch' is no option of 'port run'")]
    [InlineData("status extra", "'port status' takes no 'extra'")]
    [InlineData("boot --memory abc", "'abc' is no whole number, and --memory takes one")]
    [InlineData("boot --compare --reference", "give one of them")]
    [InlineData("boot --timeout 0", "0 seconds")]
    [InlineData("accept --all replaced", "not both")]
    [InlineData("accept replcaed", "nothing handwritten replaces or drops 'replcaed'; did you mean 'replaced'?")]
    public void A_wrong_word_is_named(string words, string message)
    {
        using SmallPort port = new();
        Answer answer = port.Port(words.Split(' '));
        Assert.True(answer.ExitStatus == 2, answer.All);
        Assert.Contains(message, answer.Errors);
        Assert.Empty(answer.Output);
        Assert.DoesNotContain("artifacts", port.TopLevel());
    }

    [Theory]
    [InlineData("run main.c gone.c", "gone.c: error PORT9020")]
    [InlineData("report -o gone/report", "gone/report: error PORT9020")]
    [InlineData("report -o port.json", "port.json: error PORT9020")]
    public void A_file_that_is_promised_and_missing_is_named(string words, string message)
    {
        using SmallPort port = new();
        Answer answer = port.Port(words.Split(' '));
        Assert.True(answer.ExitStatus == 3, answer.All);
        Assert.Contains(message, answer.Errors);
        Assert.DoesNotContain("artifacts", port.TopLevel());
    }

    [Fact]
    public void Alone_it_shows_its_help()
    {
        using SmallPort port = new();
        Answer answer = port.Port();
        Assert.Equal(0, answer.ExitStatus);
        Assert.Contains("emit", answer.Output);
        Assert.Contains("Usage:", answer.Output);
    }

    /// <summary>On a terminal as elsewhere: nothing is drawn, so nothing prepares it.</summary>
    [Fact]
    public void A_terminal_gets_no_codes()
    {
        using SmallPort port = new();
        Answer answer = PortTool.Start(
            new System.Diagnostics.ProcessStartInfo("script"),
            port.Root,
            [
                "-qec",
                $"TERM=xterm dotnet {PortTool.Assembly} emti; TERM=xterm dotnet {PortTool.Assembly} --help",
                "/dev/null",
            ]
        );
        Assert.Contains("did you mean 'emit'?", answer.Output);
        Assert.DoesNotContain('\u001b', answer.Output);
    }
}
