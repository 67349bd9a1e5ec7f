using System.Globalization;
using Porting.Build;
using Porting.Tests;

namespace Bench;

/// <summary>Runs one program with one workload and reads the figure.</summary>
internal static class Measure
{
    private const int Seeds = 5;

    /// <summary>Mean over the seeds of a workload that prints one number.</summary>
    public static double Mean(string program, string workload, int percent = 50) =>
        Enumerable.Range(1, Seeds).Average(seed => Number(program, workload, $"{percent}", $"{seed}"));

    /// <summary>The numbers that a workload prints.</summary>
    public static double[] Numbers(string program, params string[] arguments)
    {
        ToolResult result = ToolRunner.Run(program, arguments);
        return result.ExitStatus == 0
            ?
            [
                .. result
                    .Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
                    .Select(n => double.Parse(n, CultureInfo.InvariantCulture)),
            ]
            : throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)}: exit status {result.ExitStatus}"
            );
    }

    public static double Number(string program, params string[] arguments) => Numbers(program, arguments)[0];

    /// <summary>Instructions of each time round a measured loop, the loop's own ones taken off.</summary>
    public static double InstructionsPerRound(string program, string function, string workload, int rounds)
    {
        double all = Instructions(program, function, workload, $"{rounds}");
        double loop = Instructions(program, "measure_nothing", "nothing", $"{rounds}");
        return (all - loop) / rounds;
    }

    /// <summary>Instructions of one function and what it calls, in all its calls.</summary>
    public static double Instructions(string program, string function, params string[] arguments) =>
        InstructionCounter.Count([program, .. arguments], Path.GetDirectoryName(program)!, function);
}
