using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EmitBench;

/// <summary>What a piece of work took: wall clock, processor time of all its processes, and the most memory that they
/// had at one time.</summary>
internal readonly record struct Costs(double WallSeconds, double CpuSeconds, double PeakMebibytes)
{
    /// <summary>Runs it; processes that it starts have to be waited for by then.</summary>
    public static Costs Of(Action work)
    {
        double before = ChildrenSeconds();
        using MemoryWatch memory = new();
        Stopwatch watch = Stopwatch.StartNew();
        work();
        double wall = watch.Elapsed.TotalSeconds;
        return new Costs(wall, ChildrenSeconds() - before, memory.Stop());
    }

    /// <summary>User and system time of the processes that have ended (getrusage, RUSAGE_CHILDREN).</summary>
    private static double ChildrenSeconds()
    {
        long[] usage = new long[18];
        _ = getrusage(-1, usage);
        return usage[0] + usage[2] + (usage[1] + usage[3]) / 1e6;
    }

    [DllImport("libc")]
    private static extern int getrusage(int who, [Out] long[] usage);
}

/// <summary>Adds up, every few milliseconds, the memory of this process's descendants: proportional set sizes, so that
/// shared libraries count once.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly Thread _thread;
    private volatile bool _isDone;
    private double _peak;

    public MemoryWatch()
    {
        _thread = new Thread(Watch) { IsBackground = true };
        _thread.Start();
    }

    public double Stop()
    {
        _isDone = true;
        _thread.Join();
        return _peak;
    }

    public void Dispose() => _isDone = true;

    private void Watch()
    {
        while (!_isDone)
        {
            _peak = Math.Max(_peak, Descendants(Environment.ProcessId).Sum(Mebibytes));
            Thread.Sleep(40);
        }
    }

    private static IEnumerable<int> Descendants(int process)
    {
        IEnumerable<string> children = Threads(process)
            .SelectMany(t => Text($"{t}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return children.Select(int.Parse).SelectMany(c => Descendants(c).Prepend(c));
    }

    private static string[] Threads(int process)
    {
        try
        {
            return Directory.GetDirectories($"/proc/{process}/task");
        }
        catch (DirectoryNotFoundException)
        {
            return []; // the process has ended
        }
    }

    private static double Mebibytes(int process)
    {
        string? line = Text($"/proc/{process}/smaps_rollup")
            .Split('\n')
            .FirstOrDefault(l => l.StartsWith("Pss:", StringComparison.Ordinal));
        return line == null
            ? 0
            : double.Parse(
                line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
                System.Globalization.CultureInfo.InvariantCulture
            ) / 1024;
    }

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ""; // the process has ended
        }
    }
}
