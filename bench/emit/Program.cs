using EmitBench;
using Porting.Clang.Parse;
using Porting.Tests;

// port emit beside clang -fsyntax-only: a large tree from nothing, nothing changed, one body changed, and the memory
// for trees of one and of four times the size. Ends with 1 when the first ratio is above 2.
int Option(string name, int otherwise) =>
    Array.IndexOf(args, "--" + name) is int i and >= 0 && i + 1 < args.Length
        ? int.Parse(args[i + 1], System.Globalization.CultureInfo.InvariantCulture)
        : otherwise;
int jobs = Option("jobs", Environment.ProcessorCount);
int units = Option("units", 400);
int runs = Option("runs", 2);
string folder = Repository.At("artifacts/bench-emit");

Row("", "wall s", "processor s", "peak MiB", "");
(Costs small, _) = Cold(units);
(Costs large, _) = Cold(units * 4);
ChangeBody(units * 4);
Console.WriteLine(
    $"memory of emit, {units} and {4 * units} units: {small.PeakMebibytes:F0} and {large.PeakMebibytes:F0} MiB: {(large.PeakMebibytes - small.PeakMebibytes) * 1024 / (3 * units):F0} KiB for each unit more"
);
double ratio = Tree(units, isPrinted: true);
Console.WriteLine(
    ratio <= 2
        ? $"emit takes {ratio:F2} times the wall clock of clang -fsyntax-only"
        : $"emit takes {ratio:F2} times the wall clock of clang -fsyntax-only: more than 2"
);
return ratio <= 2 ? 0 : 1;

static void Row(string what, string wall, string cpu, string memory, string more) =>
    Console.WriteLine($"{what, -44} {wall, 8} {cpu, 12} {memory, 9}  {more}");

static void Print(string what, Costs costs, string more = "") =>
    Row(what, $"{costs.WallSeconds:F2}", $"{costs.CpuSeconds:F2}", $"{costs.PeakMebibytes:F0}", more);

// Wall clocks are the best of several runs in turns: the machine has other things to do.
static Costs Best(Costs one, Costs other) =>
    new(
        Math.Min(one.WallSeconds, other.WallSeconds),
        Math.Min(one.CpuSeconds, other.CpuSeconds),
        Math.Max(one.PeakMebibytes, other.PeakMebibytes)
    );

(string Port, KernelTree Tree, int Lines) Written(int count)
{
    string port = Path.Combine(folder, $"{count}");
    if (Directory.Exists(port))
    {
        Directory.Delete(port, recursive: true);
    }

    KernelTree tree = new(port, count);
    return (port, tree, tree.Write());
}

(Costs Emit, int Lines) Cold(int count)
{
    (string port, _, int lines) = Written(count);
    Costs emit = Costs.Of(() => Work.Emit(port, jobs));
    Print($"emit, {count} units, {lines} lines", emit, $"{lines / emit.WallSeconds:F0} lines/s");
    return (emit, lines);
}

double Tree(int count, bool isPrinted)
{
    (string port, KernelTree tree, int lines) = Written(count);
    IReadOnlyList<CompileCommand> commands = CompileCommands.Load(Path.Combine(port, "compile_commands.json"));
    Costs? clang = null,
        emit = null;
    for (int run = 0; run < runs; run++)
    {
        Costs syntax = Costs.Of(() => Work.Clang(commands, jobs));
        Work.Forget(port);
        Costs cold = Costs.Of(() => Work.Emit(port, jobs));
        (clang, emit) = (
            clang == null ? syntax : Best(clang.Value, syntax),
            emit == null ? cold : Best(emit.Value, cold)
        );
    }

    Print(
        $"clang -fsyntax-only, {count} units, {jobs} jobs",
        clang!.Value,
        $"{lines / clang.Value.WallSeconds:F0} lines/s"
    );
    Print(
        "emit from nothing",
        emit!.Value,
        $"{lines / emit.Value.WallSeconds:F0} lines/s, ratio {emit.Value.WallSeconds / clang.Value.WallSeconds:F2} (processor {emit.Value.CpuSeconds / clang.Value.CpuSeconds:F2})"
    );
    Warm(port, tree, commands);
    return emit.Value.WallSeconds / clang.Value.WallSeconds;
}

// In the tree of so many units that has been emitted.
void ChangeBody(int count)
{
    string port = Path.Combine(folder, $"{count}");
    string file = Path.Combine(new KernelTree(port, count).C, KernelTree.FileOf(count / 2));
    File.WriteAllText(file, File.ReadAllText(file).Replace("return -1;", "return -2;", StringComparison.Ordinal));
    Print($"emit, one body changed, {count} units", Costs.Of(() => Work.Emit(port, jobs)));
}

void Warm(string port, KernelTree tree, IReadOnlyList<CompileCommand> commands)
{
    Print("emit, nothing changed", Costs.Of(() => Work.Emit(port, jobs)));
    Print("clang -fsyntax-only, one file", Costs.Of(() => Work.Clang([commands[units / 2]], 1)));
    ChangeBody(units);
    string header = Path.Combine(tree.C, "include/core30.h");
    File.AppendAllText(header, "/* changed */\n");
    Print("emit, a header of all units changed", Costs.Of(() => Work.Emit(port, jobs)));
}
