using System.Diagnostics;
using Porting.Tests;

namespace Porting.Campaigns.Kills;

/// <summary>What became of a verb's kills.</summary>
/// <param name="Ended">The verb was done before it was killed.</param>
/// <param name="Mixtures">The files were neither the old nor the new ones until the next run had looked at
/// them.</param>
/// <param name="Wrong">What must not be.</param>
internal sealed record KillResult(int Kills, int Ended, int Old, int New, int Mixtures, IReadOnlyList<string> Wrong)
{
    public override string ToString() =>
        $"{Kills} kills ({Ended} came too late): {Old} old, {New} new; {Mixtures} were a mixture until the next run; {Wrong.Count} wrong";
}

/// <summary>
/// Kills verbs of the tool with SIGKILL, a third of them at any moment, a third while the journal is there, a third
/// while files are renamed, and looks at all files when the next run of any verb has begun: they are the old ones or
/// the new ones.
/// </summary>
internal sealed class KillCampaign(KilledPort port, int seed)
{
    private readonly Random _random = new(seed);
    private bool _isSecond;

    /// <summary>How long an undisturbed run takes: all of it, from its journal on, from its first rename on.</summary>
    private sealed record Durations(TimeSpan Whole, TimeSpan Journal, TimeSpan Renames);

    private enum Moment
    {
        Any,
        Journal,
        Renames,
    }

    /// <summary>Each tenth kill is followed by a run that is not killed, over all that the killed one has left.</summary>
    private const int RunEvery = 10;

    public KillResult Run(string verb, int count)
    {
        string[] arguments = KilledPort.Verbs[verb];
        Dictionary<bool, SortedDictionary<string, string>> states = [];
        List<string> wrong = [];
        Complete(verb, arguments, !_isSecond, states, port.Prepare);
        Complete(verb, arguments, !_isSecond, states, port.Prepare);
        Durations durations = Complete(verb, arguments, !_isSecond, states, port.Restore);
        int ended = 0;
        int mixtures = 0;
        Dictionary<bool, int> came = new() { [false] = 0, [true] = 0 };
        for (int i = 0; i < count && wrong.Count < 5; i++)
        {
            bool target = !_isSecond;
            port.Restore(verb, target);
            if (!Kill(arguments, (Moment)(i % 3), durations))
            {
                ended++;
            }

            SortedDictionary<string, string> at = port.Everything(verb);
            mixtures += at.SequenceEqual(states[false]) || at.SequenceEqual(states[true]) ? 0 : 1;
            Answer next = port.Run("boot"); // there is no image: it only begins
            SortedDictionary<string, string> now = port.Everything(verb);
            bool isNew = now.SequenceEqual(states[target]);
            if (!isNew && !now.SequenceEqual(states[!target]))
            {
                wrong.Add($"{verb}, kill {i}: {Difference(now, states[target])}\n{next.All}");
                return new KillResult(i + 1, ended, came[false], came[true], mixtures, wrong);
            }

            came[isNew]++;
            _isSecond = isNew ? target : _isSecond;
            if (i % RunEvery == RunEvery - 1)
            {
                Console.WriteLine($"{verb}: {i + 1} of {count} kills, {came[true]} left the new files");
                Answer done = port.Run(arguments);
                _isSecond = target;
                if (done.ExitStatus != 0 || !port.Everything(verb).SequenceEqual(states[target]))
                {
                    wrong.Add(
                        $"{verb}, the run after kill {i}: {Difference(port.Everything(verb), states[target])}\n{done.All}"
                    );
                }
            }
        }

        return new KillResult(count, ended, came[false], came[true], mixtures, wrong);
    }

    /// <summary>An undisturbed run.</summary>
    private Durations Complete(
        string verb,
        string[] arguments,
        bool target,
        Dictionary<bool, SortedDictionary<string, string>> states,
        Action<string, bool> prepare
    )
    {
        prepare(verb, target);
        Stopwatch watch = Stopwatch.StartNew();
        using Process process = port.Start(arguments);
        WaitFor(process, Moment.Journal, TimeSpan.MaxValue);
        TimeSpan journal = watch.Elapsed;
        WaitFor(process, Moment.Renames, TimeSpan.MaxValue);
        TimeSpan renames = watch.Elapsed;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"port {string.Join(' ', arguments)}: {port.Run(arguments).All}");
        }

        _isSecond = target;
        if (!states.ContainsKey(target))
        {
            port.Save(verb, target);
        }

        states[target] = port.Everything(verb);
        if (
            states.TryGetValue(!target, out SortedDictionary<string, string>? other)
            && other.SequenceEqual(states[target])
        )
        {
            throw new InvalidOperationException($"{verb} writes nothing");
        }

        return new Durations(watch.Elapsed, watch.Elapsed - journal, watch.Elapsed - renames);
    }

    /// <summary>Kills at a random moment of a part of the run; false when it was done before.</summary>
    private bool Kill(string[] arguments, Moment moment, Durations durations)
    {
        using Process process = port.Start(arguments);
        if (moment == Moment.Any)
        {
            process.WaitForExit(durations.Whole * _random.NextDouble());
        }
        else
        {
            WaitFor(process, moment, durations.Whole * 5);
            Thread.Sleep((moment == Moment.Journal ? durations.Journal : durations.Renames) * _random.NextDouble());
        }

        return KilledPort.Kill(process);
    }

    /// <summary>Until there is a journal, or one that says that files are renamed; or the run is over.</summary>
    private void WaitFor(Process process, Moment moment, TimeSpan atMost)
    {
        string journal = port.At(".port-journal");
        bool IsThere() => moment == Moment.Journal ? File.Exists(journal) : FirstByteOf(journal) == 'C';
        KilledPort.WaitUntil(process, atMost, IsThere);
    }

    private static int FirstByteOf(string file)
    {
        try
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return stream.ReadByte();
        }
        catch (IOException)
        {
            return -1;
        }
    }

    public static string Difference(SortedDictionary<string, string> now, SortedDictionary<string, string> expected) =>
        string.Join(
            ", ",
            now.Keys.Union(expected.Keys)
                .Where(k => now.GetValueOrDefault(k) != expected.GetValueOrDefault(k))
                .Order(StringComparer.Ordinal)
                .Take(20)
                .Select(k =>
                    $"{k} {(!now.ContainsKey(k) ? "is missing" : !expected.ContainsKey(k) ? "is there" : "differs")}"
                )
        );
}
