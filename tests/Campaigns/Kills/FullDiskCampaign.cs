using Porting.Tests;

namespace Porting.Campaigns.Kills;

/// <summary>Fills a file system up to every size at which a verb stops somewhere else.</summary>
internal sealed class FullDiskCampaign(KilledPort port, Mount mount)
{
    /// <summary>Gives the file system more and more room until the verb is done; says how often it was not.</summary>
    /// <param name="sizes">At most so many; where only a cache has no room, a verb is done long before it has.</param>
    public (int Failures, IReadOnlyList<string> Wrong) Run(string verb, int stepKibibytes, int sizes = int.MaxValue)
    {
        List<string> wrong = [];
        Dictionary<bool, SortedDictionary<string, string>> states = [];
        foreach (bool state in (bool[])[true, false])
        {
            port.Prepare(verb, state);
            Assert(port.Run(KilledPort.Verbs[verb]), 0, wrong, "before");
            states[state] = port.Everything(verb);
            port.Save(verb, state);
        }

        port.Restore(verb, true);
        int used = mount.Used;
        int failures = 0;
        for (int i = 0; i < sizes && wrong.Count == 0; i++)
        {
            int room = i * stepKibibytes;
            mount.Resize(used + room);
            Answer answer = port.Run(KilledPort.Verbs[verb]);
            bool isDone = answer.ExitStatus == 0;
            if (!isDone)
            {
                failures++;
                Assert(answer, 4, wrong, $"{room} KiB");
                if (!answer.Errors.Contains("no space left on device", StringComparison.OrdinalIgnoreCase))
                {
                    wrong.Add($"{room} KiB: {answer.All}");
                }
            }

            if (!port.Everything(verb).SequenceEqual(states[isDone]))
            {
                wrong.Add($"{room} KiB: {KillCampaign.Difference(port.Everything(verb), states[isDone])}");
            }

            Console.WriteLine($"{verb}, {room} KiB left on {mount.Name}: {(isDone ? "done" : "refused")}");
            if (isDone)
            {
                break;
            }
        }

        mount.Resize(Mount.Enough);
        return (failures, wrong);
    }

    private static void Assert(Answer answer, int status, List<string> wrong, string what)
    {
        if (answer.ExitStatus != status)
        {
            wrong.Add($"{what}: {answer.All}");
        }
    }
}
