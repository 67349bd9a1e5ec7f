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

    /// <summary>How long an undisturbed run takes: all of it, and from the new image on.</summary>
    private sealed record Durations(TimeSpan Whole, TimeSpan Image);

    public KillResult Run(int count)
    {
        Dictionary<bool, string> good = [];
        Complete(false, good);
        Complete(true, good);
        Durations durations = Complete(false, good);
        SortedDictionary<string, string> all = port.Everything(Verb);
        List<string> wrong = [];
        int ended = 0;
        Dictionary<bool, int> came = new() { [false] = 0, [true] = 0 };
        for (int i = 0; i < count && wrong.Count == 0; i++)
        {
            // The artifacts are those of an emit of this state, with images of the other.
            bool state = i / RunEvery % 2 == 0;
            port.Restore(Verb, state);
            ended += Kill(durations, isLate: i % 2 == 1) ? 0 : 1;
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

    /// <summary>An undisturbed run; the same state gives the same image.</summary>
    private Durations Complete(bool state, Dictionary<bool, string> good)
    {
        port.Prepare(Verb, state);
        port.Save(Verb, state);
        Stopwatch watch = Stopwatch.StartNew();
        using Process process = port.Start(KilledPort.Verbs[Verb]);
        WaitForImage(process, TimeSpan.MaxValue);
        TimeSpan image = watch.Elapsed;
        process.WaitForExit();
        if (process.ExitCode != 0 || (good.TryGetValue(state, out string? before) && before != Image()))
        {
            throw new InvalidOperationException("build gives no image, or another one than before");
        }

        good[state] = Image();
        return new Durations(watch.Elapsed, watch.Elapsed - image);
    }

    /// <summary>Kills at a random moment, of the whole or from the new image on; false when the run was done
    /// before.</summary>
    private bool Kill(Durations durations, bool isLate)
    {
        using Process process = port.Start(KilledPort.Verbs[Verb]);
        if (isLate)
        {
            WaitForImage(process, durations.Whole * 5);
            Thread.Sleep(durations.Image * _random.NextDouble());
        }
        else
        {
            process.WaitForExit(durations.Whole * _random.NextDouble());
        }

        return KilledPort.Kill(process);
    }

    /// <summary>Until the image is another one, or the run is over.</summary>
    private void WaitForImage(Process process, TimeSpan atMost)
    {
        (DateTime, long) before = Stamp();
        KilledPort.WaitUntil(process, atMost, () => Stamp() != before);
    }

    private (DateTime, long) Stamp()
    {
        FileInfo image = new(port.At(Images[0]));
        return image.Exists ? (image.LastWriteTimeUtc, image.Length) : default;
    }

    /// <summary>All images by their contents.</summary>
    private string Image() =>
        string.Join(' ', Images.Select(i => File.Exists(port.At(i)) ? port.HashOf(new FileInfo(port.At(i))) : "none"));
}
