using System.Diagnostics;

namespace CompileBench;

/// <summary>Wall clocks of commands, taken in turns.</summary>
internal static class Timing
{
    /// <summary>The middle one of several runs of each command.</summary>
    /// <param name="before">Done before each run, and not measured.</param>
    public static double[] Medians(int runs, Action before, params Action[] commands)
    {
        double[][] all = [.. commands.Select(_ => new double[runs])];
        for (int run = 0; run < runs; run++)
        {
            for (int i = 0; i < commands.Length; i++)
            {
                before();
                Stopwatch watch = Stopwatch.StartNew();
                commands[i]();
                all[i][run] = watch.Elapsed.TotalSeconds;
            }
        }

        return [.. all.Select(times => times.Order().ElementAt(runs / 2))];
    }

    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public static void Run(
        string program,
        IEnumerable<string> arguments,
        IEnumerable<(string Name, string Value)> variables
    )
    {
        ProcessStartInfo info = new(program, arguments);
        foreach ((string name, string value) in variables)
        {
            info.Environment[name] = value;
        }

        using Process process = Process.Start(info)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: status {process.ExitCode}");
        }
    }
}
