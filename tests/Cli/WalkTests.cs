using System.Diagnostics;
using System.Text;
using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>
/// docs/porting-your-kernel.md, command by command: in its console blocks, "$ " begins a command, "> " goes on with it,
/// and the rest is what it prints; "..." stands for anything.
/// </summary>
public sealed class WalkTests
{
    private const string Mark = "@@ ";

    private sealed record Step(string Command, List<string> Prints);

    private static readonly Step[] Written =
    [
        .. Steps(File.ReadAllLines(Repository.At("docs/porting-your-kernel.md"))),
    ];

    /// <summary>The verbs that the walk runs, each as <c>port VERB</c>.</summary>
    internal static readonly HashSet<string> Ran =
    [
        .. Written.Select(s => string.Join(' ', s.Command.Split(' ').Take(2))),
    ];

    [Fact]
    public void The_walk_from_a_tree_to_a_port_is_as_written()
    {
        Step[] steps = Written;
        Assert.True(steps.Length > 15, $"only {steps.Length} commands found");
        using TinyPort tiny = new();
        string[] prints = Run(tiny, steps);
        for (int i = 0; i < steps.Length; i++)
        {
            Assert.True(
                i < prints.Length && Matches(prints[i], steps[i].Prints),
                $"$ {steps[i].Command}\nas written:\n{string.Join('\n', steps[i].Prints)}\nprinted:\n{prints.ElementAtOrDefault(i)}"
            );
        }
    }

    /// <summary>The comparison must be able to fail.</summary>
    [Fact]
    public void A_line_that_is_not_printed_is_found()
    {
        Assert.True(Matches("a\nb\nc\n", ["a", "...", "c"]));
        Assert.True(Matches("a: 14 KiB\n", ["a: ..."]));
        Assert.False(Matches("a\nb\nc\n", ["a", "c"]));
        Assert.False(Matches("a\n", ["a", "b"]));
        Assert.False(Matches("a\nb\n", ["...", "a"]));
    }

    private static IEnumerable<Step> Steps(string[] lines)
    {
        bool isConsole = false;
        Step? step = null;
        foreach (string line in lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isConsole = line == "```console";
            }
            else if (isConsole && line.StartsWith("$ ", StringComparison.Ordinal))
            {
                if (step != null)
                {
                    yield return step;
                }

                step = new Step(line[2..], []);
            }
            else if (isConsole && line is ">" || (isConsole && line.StartsWith("> ", StringComparison.Ordinal)))
            {
                step = step! with { Command = $"{step.Command}\n{(line.Length > 2 ? line[2..] : "")}" };
            }
            else if (isConsole)
            {
                step!.Prints.Add(line);
            }
        }

        yield return step!;
    }

    /// <summary>One shell for all of them: folders and $? stay.</summary>
    private static string[] Run(TinyPort tiny, Step[] steps)
    {
        StringBuilder script = new("exec 2>&1\n");
        foreach (Step step in steps)
        {
            script.Append($"{step.Command}\nstatus=$?; printf '{Mark}\\n'; (exit $status)\n");
        }

        ProcessStartInfo info = new("bash");
        info.Environment["PATH"] = $"{tiny.At("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        Answer answer = PortTool.Start(info, tiny.Root, ["-c", script.ToString()]);
        return answer.Output.Split(Mark + "\n");
    }

    private static bool Matches(string printed, IReadOnlyList<string> written)
    {
        string[] lines = printed.TrimEnd('\n').Split('\n');
        return Matches(lines.AsSpan(), [.. written.DefaultIfEmpty("")]);
    }

    private static bool Matches(ReadOnlySpan<string> lines, ReadOnlySpan<string> written)
    {
        if (written.IsEmpty)
        {
            return lines.IsEmpty;
        }

        if (written[0].Trim() == "...")
        {
            return Matches(lines, written[1..]) || (!lines.IsEmpty && Matches(lines[1..], written));
        }

        bool isSame =
            !lines.IsEmpty
            && (
                written[0].EndsWith(" ...", StringComparison.Ordinal)
                    ? lines[0].StartsWith(written[0][..^3], StringComparison.Ordinal)
                    : lines[0] == written[0]
            );
        return isSame && Matches(lines[1..], written[1..]);
    }
}
