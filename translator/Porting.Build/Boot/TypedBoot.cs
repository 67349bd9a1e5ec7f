using System.Collections.Concurrent;
using System.Diagnostics;

namespace Porting.Build.Boot;

/// <summary>Boots a kernel and types on its serial line when it says that it listens.</summary>
public static class TypedBoot
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(3);

    /// <summary>Types the lines, one after the other, once a line of the kernel begins with <paramref name="prompt"/>;
    /// returns how it went.</summary>
    public static QemuResult Run(string image, QemuOptions options, string prompt, params string[] lines)
    {
        ConcurrentQueue<string> serial = [];
        using ManualResetEventSlim listens = new();
        using Process process = QemuRunner.Start(
            image,
            options,
            line =>
            {
                serial.Enqueue(line);
                if (line.StartsWith(prompt, StringComparison.Ordinal))
                {
                    listens.Set();
                }
            },
            keepsInput: true
        );
        Stopwatch watch = Stopwatch.StartNew();
        TimeSpan timeout = options.Timeout ?? DefaultTimeout;
        if (listens.Wait(timeout))
        {
            process.StandardInput.Write(string.Concat(lines.Select(line => line + '\n')));
            process.StandardInput.Flush();
        }

        bool hasEnded = process.WaitForExit(Left(timeout, watch));
        if (!hasEnded)
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        return new QemuResult(process.ExitCode, [.. serial], !hasEnded);
    }

    private static TimeSpan Left(TimeSpan timeout, Stopwatch watch) =>
        timeout > watch.Elapsed ? timeout - watch.Elapsed : TimeSpan.Zero;
}
