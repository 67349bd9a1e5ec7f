using System.Globalization;
using CompileBench;
using Porting.Tests;

// [--runs N] [--lines N] [--file FILE.c]: wall clocks of port cc beside clang's: a small file with a compile server that
// is warm, without one, and by one that has to start; a large one, or the file given. Ends with 1 when the small one takes
// more than three times clang's with a warm server, or the large one more than four times.
const double MostSmall = 3,
    MostLarge = 4;
const int WarmUp = 30;
string? Option(string name) =>
    Array.IndexOf(args, "--" + name) is int i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;
int Number(string name, int otherwise) =>
    Option(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
string folder = Repository.At("artifacts/bench-compile");
string tool = Repository.At("artifacts/dotnet/bin/Porting.Cli/release");
string sockets = Directory.CreateTempSubdirectory("port-bench-").FullName;
int runs = Number("runs", 5);
Directory.CreateDirectory(folder);
string small = Path.Combine(folder, "hello.c");
File.WriteAllText(small, "#include <stdio.h>\nint main(void) { puts(\"hello, world\"); return 0; }\n");
string large = Option("file") ?? Path.Combine(folder, "large.c");
if (Option("file") == null)
{
    File.WriteAllText(large, LargeUnit.Text(Number("lines", 24_000)));
}

Console.WriteLine($"{"-O2 -c", -44} {"clang s", 8} {"port s", 8} {"ratio", 6}");
double warm;
double big;
try
{
    _ = Compare("hello.c, no server", small, "off", runs, 0, () => { });
    _ = Compare("hello.c, the server starts", small, "on", runs, 0, Stop);
    for (int i = 0; i < WarmUp; i++)
    {
        Port(small, "on");
    }

    warm = Compare("hello.c, warm server", small, "on", 4 * runs, MostSmall, () => { });
    Port(large, "on");
    string name = $"{Path.GetFileName(large)}, {File.ReadLines(large).Count()} lines, warm server";
    big = Compare(name, large, "on", Math.Min(runs, 3), MostLarge, () => { });
}
finally
{
    Stop();
    Directory.Delete(sockets, recursive: true);
}

return warm <= MostSmall && big <= MostLarge ? 0 : 1;

double Compare(string what, string file, string server, int count, double most, Action before)
{
    double[] times = Timing.Medians(
        count,
        before,
        () => Timing.Run("clang-19", Arguments(file, "clang.o").Prepend("-m32"), []),
        () => Port(file, server)
    );
    double ratio = times[1] / times[0];
    string bound = most > 0 ? $"   (bound: {most})" : "";
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{what, -44} {times[0], 8:F3} {times[1], 8:F3} {ratio, 6:F2}{bound}"
        )
    );
    return ratio;
}

string[] Arguments(string file, string output) => ["-O2", "-w", "-c", file, "-o", Path.Combine(folder, output)];

void Port(string file, string server) =>
    Timing.Run(
        Path.Combine(tool, "port-cc"),
        Arguments(file, "port.o"),
        [("PORT_SERVER", server), ("PORT_SERVER_DIR", sockets)]
    );

void Stop()
{
    Timing.Run("dotnet", [Path.Combine(tool, "port.dll"), "cc-server", "stop"], [("PORT_SERVER_DIR", sockets)]);
    while (Directory.GetFiles(sockets).Any(f => Path.GetFileName(f) != "lock"))
    {
        Thread.Sleep(5);
    }
}
