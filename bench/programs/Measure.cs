using System.Globalization;
using Porting.Build;
using Porting.Tests;

namespace ProgramBench;

/// <summary>Processor time and instructions of a program that does its work so many times over.</summary>
internal static class Measure
{
    /// <summary>What clang's program has to take at least, so that the clock's grain does not count.</summary>
    private const double LongEnoughSeconds = 0.2;

    /// <summary>Rounds, doubled until the program takes long enough.</summary>
    public static int RoundsOf(string program)
    {
        int rounds = 1;
        while (UserSeconds(program, rounds) < LongEnoughSeconds)
        {
            rounds *= 2;
        }

        return rounds;
    }

    /// <summary>Best of several runs of each, taken in turns, so that both meet the same disturbances.</summary>
    public static (double Clang, double Port) BestSeconds(Pair pair, int rounds, int runs)
    {
        (double clang, double port) = (double.MaxValue, double.MaxValue);
        for (int i = 0; i < runs; i++)
        {
            clang = Math.Min(clang, UserSeconds(pair.Clang, rounds));
            port = Math.Min(port, UserSeconds(pair.Port, rounds));
        }

        return (clang, port);
    }

    private static double UserSeconds(string program, int rounds)
    {
        ToolResult result = ToolRunner.Run(
            "/bin/bash",
            ["-c", "TIMEFORMAT=%3U; time \"$0\" \"$1\" >/dev/null", program, $"{rounds}"]
        );
        return result.ExitStatus == 0
            ? double.Parse(result.Errors.Trim(), CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"{program} {rounds}: {result.FirstComplaint}");
    }

    /// <summary>Instructions of one round, start and end of the program taken off.</summary>
    public static double Instructions(string program) =>
        (AllInstructions(program, 3) - AllInstructions(program, 1)) / 2;

    private static double AllInstructions(string program, int rounds) =>
        InstructionCounter.Count([program, $"{rounds}"], Path.GetDirectoryName(program)!);
}
