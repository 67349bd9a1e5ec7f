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
/// Kills verbs of the tool with SIGKILL, half of them at any moment, half of them while the journal is there, and looks
/// at all files when the next run of any verb has begun: they are the old ones or the new ones.
/// </summary>
internal sealed class KillCampaign(KilledPort port, int seed)
{
    private readonly Random _random = new(seed);
    private bool _isSecond;

    /// <summary>Runs that look at the C all the way through are long; each tenth kill is followed by one.</summary>
    private const int RunEvery = 10;

    public KillResult Run(string verb, int count)
    {
        string[] arguments = port.Verbs[verb];
        Dictionary<bool, SortedDictionary<string, string>> states = [];
        List<string> wrong = [];
        Complete(verb, arguments, !_isSecond, states, port.Prepare);
        Complete(verb, arguments, !_isSecond, states, port.Prepare);
        (TimeSpan whole, TimeSpan journal) = Complete(verb, arguments, !_isSecond, states, port.Restore);
        int ended = 0;
        int mixtures = 0;
        Dictionary<bool, int> came = new() { [false] = 0, [true] = 0 };
        for (int i = 0; i < count && wrong.Count < 5; i++)
        {
            bool target = !_isSecond;
            port.Restore(verb, target);
            if (!Kill(arguments, i % 2 == 0 ? null : journal, whole))
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
                Answer done = Finish(verb, arguments, target);
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

    private Answer Finish(string verb, string[] arguments, bool target)
    {
        port.Restore(verb, target);
        Answer done = port.Run(arguments);
        _isSecond = target;
        return done;
    }

    /// <summary>An undisturbed run: how long it takes, and how long its journal is there.</summary>
    private (TimeSpan Whole, TimeSpan Journal) Complete(
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
        TimeSpan begin = WaitForJournal(process, TimeSpan.MaxValue) ? watch.Elapsed : TimeSpan.Zero;
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

        return (watch.Elapsed, watch.Elapsed - begin);
    }

    /// <summary>Kills at a random moment, of the whole run or of its time with a journal; false when it was done
    /// before.</summary>
    private bool Kill(string[] arguments, TimeSpan? journal, TimeSpan whole)
    {
        using Process process = port.Start(arguments);
        if (journal == null)
        {
            process.WaitForExit(whole * _random.NextDouble());
        }
        else if (WaitForJournal(process, whole * 5))
        {
            Thread.Sleep(journal.Value * _random.NextDouble());
        }

        bool isAlive = !process.HasExited;
        process.Kill();
        process.WaitForExit();
        return isAlive;
    }

    private bool WaitForJournal(Process process, TimeSpan atMost)
    {
        string journal = port.At(".port-journal");
        for (Stopwatch watch = Stopwatch.StartNew(); watch.Elapsed < atMost && !process.HasExited; )
        {
            if (File.Exists(journal))
            {
                return true;
            }

            Thread.Sleep(1);
        }

        return false;
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
