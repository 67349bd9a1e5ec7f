using System.Diagnostics;
using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>Two runs over one project: the second one waits for the first, and says that it does.</summary>
public sealed class TwoAtOnceTests
{
    [Fact]
    public void The_second_waits_and_says_so()
    {
        using SmallPort port = new();
        Assert.Equal(0, port.Port("emit").ExitStatus);
        string path = Path.Combine(port.Root, "artifacts/cache/emit/lock");
        ProcessStartInfo info = new("dotnet", [PortTool.Assembly, "status"])
        {
            WorkingDirectory = port.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using FileStream held = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        using Process waiting = Process.Start(info)!;
        Assert.Contains("waiting for another 'port'", waiting.StandardError.ReadLine());
        Assert.False(waiting.HasExited);
        held.Dispose();
        Assert.Contains("C functions", waiting.StandardOutput.ReadToEnd());
        waiting.WaitForExit();
        Assert.Equal(1, waiting.ExitCode); // one is stale
    }

    [Fact]
    public async Task All_are_right()
    {
        using SmallPort port = new();
        Answer[] all = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => port.Port("emit"))));
        Assert.All(all, a => Assert.True(a.ExitStatus == 0, a.All));
        Assert.Equal(0, port.Port("emit", "--check", "--stale=warn").ExitStatus);
    }
}
