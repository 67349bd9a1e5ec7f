using System.Diagnostics;
using Porting.Clang.Parse;
using Porting.Tests;

namespace EmitBench;

/// <summary>What is compared.</summary>
internal static class Work
{
    /// <summary>clang -fsyntax-only over the commands, so many at once.</summary>
    public static void Clang(IReadOnlyList<CompileCommand> commands, int jobs) =>
        Parallel.ForEach(
            commands,
            new ParallelOptions { MaxDegreeOfParallelism = jobs },
            c => Run("clang-19", c.Directory, jobs, ["-fsyntax-only", "-w", .. c.Arguments])
        );

    public static string Emit(string port, int jobs) =>
        Run("dotnet", port, jobs, [Repository.At("artifacts/dotnet/bin/Porting.Cli/release/port.dll"), "emit"]);

    /// <summary>As on a clean clone.</summary>
    public static void Forget(string port)
    {
        foreach (
            string folder in new[] { "artifacts", "generated" }
                .Select(f => Path.Combine(port, f))
                .Where(Directory.Exists)
        )
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Run(string program, string folder, int jobs, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PORT_JOBS"] = $"{jobs}";
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException(
                $"{program}: exit status {process.ExitCode}\n{output}{errors.Result}"
            );
    }
}
