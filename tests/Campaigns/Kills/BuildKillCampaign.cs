using System.Diagnostics;
using Porting.Tests;

namespace Porting.Campaigns.Kills;

/// <summary>
/// Kills <c>port build</c>. It writes nothing but artifacts, so what must hold is: no other file is changed; an image
/// that says what it was built from is whole, and right, and no other is booted; the next build makes the same image as
/// one that nobody has disturbed.
/// </summary>
internal sealed class BuildKillCampaign(KilledPort port, int seed)
{
    private const string Verb = "build";
    private const int RunEvery = 10;
    private static readonly string[] Images = ["artifacts/kernel/port.elf", "artifacts/kernel/port.iso"];
    private readonly Random _random = new(seed);

    public KillResult Run(int count)
    {
        Dictionary<bool, string> good = [];
        TimeSpan whole = TimeSpan.Zero;
        foreach (bool state in (bool[])[false, true, false])
        {
            port.Prepare(Verb, state);
            port.Save(Verb, state);
            Stopwatch watch = Stopwatch.StartNew();
            Answer done = port.Run(KilledPort.Verbs[Verb]);
            if (done.ExitStatus != 0 || (good.TryGetValue(state, out string? before) && before != Image()))
            {
                throw new InvalidOperationException($"build gives no image, or another one than before: {done.All}");
            }

            (good[state], whole) = (Image(), watch.Elapsed);
        }

        SortedDictionary<string, string> all = port.Everything(Verb);
        List<string> wrong = [];
        int ended = 0;
        Dictionary<bool, int> came = new() { [false] = 0, [true] = 0 };
        for (int i = 0; i < count && wrong.Count == 0; i++)
        {
            // The artifacts are those of an emit of this state, with images of the other.
            bool state = i / RunEvery % 2 == 0;
            port.Restore(Verb, state);
            using Process process = port.Start(KilledPort.Verbs[Verb]);
            process.WaitForExit(whole * _random.NextDouble());
            ended += process.HasExited ? 1 : 0;
            process.Kill();
            process.WaitForExit();
            bool isSaid = File.Exists(port.At(Images[0] + ".source"));
            bool isNew = isSaid && Image() == good[state];
            came[isNew]++;
            if (isSaid && !isNew && Image() != good[!state])
            {
                wrong.Add($"build, kill {i}: an image of nothing says what it is of");
            }

            if (!isNew && port.Run("boot") is { ExitStatus: not (1 or 3) } booted)
            {
                wrong.Add($"build, kill {i}: booted: {booted.All}");
            }

            if (!port.Everything(Verb).SequenceEqual(all))
            {
                wrong.Add($"build, kill {i}: {KillCampaign.Difference(port.Everything(Verb), all)}");
            }

            if (i % RunEvery == RunEvery - 1)
            {
                Console.WriteLine($"{Verb}: {i + 1} of {count} kills, {came[true]} left the new image");
                if (port.Run(KilledPort.Verbs[Verb]).ExitStatus != 0 || Image() != good[state])
                {
                    wrong.Add($"build, the run after kill {i}: another image");
                }
            }
        }

        return new KillResult(count, ended, came[false], came[true], 0, wrong);
    }

    /// <summary>All images by their contents.</summary>
    private string Image() =>
        string.Join(' ', Images.Select(i => File.Exists(port.At(i)) ? port.HashOf(new FileInfo(port.At(i))) : "none"));
}
