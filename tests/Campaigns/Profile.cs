using System.Diagnostics;
using System.Runtime.InteropServices;
using Porting.Build;
using Porting.Build.Compile;
using Porting.Build.Hosted;
using Porting.Hosted;
using Porting.Translator;

namespace Porting.Campaigns;

/// <summary>Where the processor time of one program goes, in this process and in its children; several rounds, since
/// the first one has the just-in-time compilation in it.</summary>
public static partial class Profile
{
    private static readonly Dictionary<string, double> Seconds = [];

    public static int Run(string file, IReadOnlyList<string> flags, int rounds)
    {
        for (int i = 0; i < rounds; i++)
        {
            Seconds.Clear();
            One(Path.GetFullPath(file), flags);
            Console.WriteLine($"round {i + 1}: " + string.Join(", ", Seconds.Select(s => $"{s.Key} {s.Value:F3}")));
        }

        return 0;
    }

    private static void One(string file, IReadOnlyList<string> flags)
    {
        using WorkFolder work = new();
        string directory = Path.GetDirectoryName(file)!;
        Measure(
            "clang -O1",
            () =>
                ToolRunner.Run(
                    Tool.Clang.Locate(),
                    [.. HostedCompiler.TargetArguments, "-O1", "-w", .. flags, file, "-o", work.At("clang.out"), "-lm"],
                    directory
                )
        );
        Measure("its run", () => ToolRunner.Run(work.At("clang.out"), [], directory, TimeSpan.FromSeconds(5)));
        TranslatorOutput? translated = null;
        Measure(
            "front end and lowering",
            () => translated = HostedCompiler.Translate(new HostedUnit(directory, file, flags), [])
        );
        CSharpSource[] sources =
        [
            .. translated!
                .Files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal) && f.Path != "Layout.g.cs")
                .Select(f => new CSharpSource(f.Path, f.Text)),
            .. HostedLibrary.Sources,
        ];
        Measure("Roslyn", () => CSharpCompiler.Compile("u", sources, []));
        Measure(
            "all of it, to an object",
            () => HostedCompiler.Compile(new HostedUnit(directory, file, flags), work.At("o.o"))
        );
        Measure("link", () => HostedLinker.Link(directory, [work.At("o.o"), "-o", work.At("ours.out"), "-lm"]));
        Measure("its run by us", () => ToolRunner.Run(work.At("ours.out"), [], directory, TimeSpan.FromSeconds(5)));
    }

    private static void Measure(string what, Action work)
    {
        double own = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
        double children = ChildSeconds();
        work();
        double ownAfter = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
        Seconds[what] = ownAfter - own;
        Seconds[what + " (children)"] = ChildSeconds() - children;
    }

    private static double ChildSeconds()
    {
        Usage usage = default;
        return GetUsage(-1, ref usage) == 0
            ? usage.UserSeconds + usage.SystemSeconds + (usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6
            : throw new InvalidOperationException("getrusage");
    }

    /// <summary>The front of struct rusage (getrusage(2)); the rest is room.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Usage
    {
        public long UserSeconds,
            UserMicroseconds,
            SystemSeconds,
            SystemMicroseconds;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, ref Usage usage);
}
