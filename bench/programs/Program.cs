using System.Globalization;
using Porting.Tests;
using ProgramBench;

// [--runs N] [--no-times] [NAME...]: one table of processor time and instructions, ours over clang's. Exit status 1
// when an output differs, or when a geometric mean or a program is above its bound.
const double Bound = 1.02,
    Most = 1.10;
int runs =
    Array.IndexOf(args, "--runs") is var at && at >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 5;

// Under an emulator a clock measures the emulator: the bound is that of the instructions then.
bool hasTimes = !args.Contains("--no-times") && !InstructionCounter.IsEmulated;
string[] names = [.. Builds.Names.Where(n => !args.Any(Builds.Names.Contains) || args.Contains(n))];

Console.WriteLine($"clang: clang-19 {string.Join(' ', Builds.ClangArguments)}");
Console.WriteLine("port:  port cc -O2");
Console.WriteLine(
    $"time: {(hasTimes ? $"user seconds, best of {runs}, jumps within 32 bytes" : InstructionCounter.IsEmulated ? "not measured, since this system emulates i386" : "not measured")}; instructions: by {InstructionCounter.Name} count, millions for one round of the work"
);
Console.WriteLine(
    $"{"program", -12} {"rounds", 7} {"clang s", 8} {"port s", 8} {"ratio", 6}   {"clang M", 8} {"port M", 8} {"ratio", 6}"
);
List<double> times = [];
List<double> instructions = [];
bool differs = false;
foreach (string name in names)
{
    Pair pair = Builds.Build(name, isForTime: false);
    (string expected, string actual) = (Builds.Output(pair.Clang, 3), Builds.Output(pair.Port, 3));
    if (expected != actual)
    {
        Console.WriteLine($"{name, -12} differs: clang {expected.Trim()}, port {actual.Trim()}");
        differs = true;
        continue;
    }

    Row(pair);
}

double timeMean = Mean(times);
Console.WriteLine(
    string.Create(
        CultureInfo.InvariantCulture,
        $"{"geometric mean", -38} {(hasTimes ? $"{timeMean:F2}" : "-"), 6}   {"", 17} {Mean(instructions), 6:F2}   (bound: {Bound}, of a program {Most})"
    )
);
return differs || IsAbove(instructions) || IsAbove(times) ? 1 : 0;

static bool IsAbove(List<double> ratios) =>
    Math.Round(Mean(ratios), 2) > Bound || ratios.Any(r => Math.Round(r, 2) > Most);

void Row(Pair pair)
{
    (double clang, double port) = (Measure.Instructions(pair.Clang), Measure.Instructions(pair.Port));
    instructions.Add(port / clang);
    Pair timed = hasTimes ? Builds.Build(pair.Name, isForTime: true) : pair;
    int rounds = hasTimes ? Measure.RoundsOf(timed.Clang) : 0;
    (double clangSeconds, double portSeconds) = hasTimes ? Measure.BestSeconds(timed, rounds, runs) : (1, 1);
    if (hasTimes)
    {
        times.Add(portSeconds / clangSeconds);
    }

    string time = hasTimes
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{rounds, 7} {clangSeconds, 8:F3} {portSeconds, 8:F3} {portSeconds / clangSeconds, 6:F2}"
        )
        : $"{"-", 7} {"-", 8} {"-", 8} {"-", 6}";
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{pair.Name, -12} {time}   {clang / 1e6, 8:F3} {port / 1e6, 8:F3} {port / clang, 6:F2}"
        )
    );
}

static double Mean(List<double> ratios) => ratios.Count == 0 ? 0 : Math.Exp(ratios.Average(Math.Log));
