using System.Collections.Concurrent;
using System.Diagnostics;

namespace Porting.Build.Boot;

/// <summary>
/// Boots a kernel that stops at places it names: it prints "# hold: NAME" and waits for a byte on the serial line.
/// Meanwhile the visitor may look at the machine from outside.
/// </summary>
public static class HeldBoot
{
    private const string HoldMark = "# hold: ";
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(3);

    /// <summary>Boots, calls <paramref name="visit"/> with the place and the lines so far at each stop, and returns how
    /// it went.</summary>
    public static QemuResult Run(
        string image,
        QemuOptions options,
        Action<string, IReadOnlyList<string>, QmpClient> visit
    )
    {
        string folder = Directory.CreateTempSubdirectory("qmp-").FullName;
        try
        {
            return Run(
                image,
                options with
                {
                    ControlSocket = Path.Combine(folder, "control"),
                },
                visit,
                Stopwatch.StartNew()
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static QemuResult Run(
        string image,
        QemuOptions options,
        Action<string, IReadOnlyList<string>, QmpClient> visit,
        Stopwatch watch
    )
    {
        TimeSpan timeout = options.Timeout ?? DefaultTimeout;
        using BlockingCollection<string> incoming = [];
        List<string> serial = [];
        using Process process = QemuRunner.Start(image, options, incoming.Add, keepsInput: true);
        bool hasEnded = false;
        try
        {
            while (!hasEnded && watch.Elapsed < timeout)
            {
                hasEnded = process.HasExited;
                while (incoming.TryTake(out string? line, TimeSpan.FromMilliseconds(100)))
                {
                    serial.Add(line);
                    if (line.StartsWith(HoldMark, StringComparison.Ordinal))
                    {
                        Visit(options.ControlSocket!, line[HoldMark.Length..], serial, visit);
                        process.StandardInput.Write('\n');
                        process.StandardInput.Flush();
                    }
                }
            }
        }
        finally
        {
            if (!hasEnded)
            {
                process.Kill(entireProcessTree: true);
            }

            process.WaitForExit();
        }

        while (incoming.TryTake(out string? line))
        {
            serial.Add(line);
        }

        return new QemuResult(process.ExitCode, serial, !hasEnded);
    }

    private static void Visit(
        string socket,
        string place,
        List<string> serial,
        Action<string, IReadOnlyList<string>, QmpClient> visit
    )
    {
        using QmpClient client = QmpClient.Connect(socket);
        visit(place, serial, client);
    }
}
