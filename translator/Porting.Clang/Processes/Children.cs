using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Porting;

/// <summary>
/// Starts programs that end when this process ends, a kill that nobody can answer included: nothing is left that writes
/// files, holds ports or uses the processor for somebody who is gone.
/// .NET runs no code between fork and exec, so porting-leash stands between: it asks the kernel for a signal at its
/// parent's death (PR_SET_PDEATHSIG), and keeps the program and all of its children in a process group that it ends
/// then. (util-linux's setpriv asks for the signal too; grandchildren, such as make's compilers, outlive it.)
/// </summary>
public static class Children
{
    /// <summary>What the leash says, and exits with, when the program itself cannot be run.</summary>
    public const int CannotRun = 127;
    private const string LeashPrefix = "porting-leash: ";

    private static readonly string Leash = Path.Combine(AppContext.BaseDirectory, "porting-leash");
    private static readonly BlockingCollection<Action> Starts = [];

    static Children()
    {
        // The kernel takes the death of the thread that made a process for that of its parent: this one never ends.
        new Thread(() =>
        {
            foreach (Action start in Starts.GetConsumingEnumerable())
            {
                start();
            }
        })
        {
            IsBackground = true,
            Name = "children",
        }.Start();
    }

    /// <summary>Starts a process by its start information, which names the program by its path or as
    /// PATH has it.</summary>
    /// <param name="sharesTerminal">It may read the terminal, and so stays in this process's group: it ends with this
    /// process, its own children need not.</param>
    public static void Start(Process process, bool sharesTerminal = false)
    {
        if (!File.Exists(Leash))
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT1020",
                    SourceLocation.None,
                    $"the program '{Leash}' is missing; it is built with the tool"
                )
            );
        }

        ProcessStartInfo info = process.StartInfo;
        string[] leash =
        [
            Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
            sharesTerminal ? "same" : "group",
            info.FileName,
        ];
        for (int i = 0; i < leash.Length; i++)
        {
            info.ArgumentList.Insert(i, leash[i]);
        }

        info.FileName = Leash;
        TaskCompletionSource started = new();
        Starts.Add(() =>
        {
            try
            {
                process.Start();
                started.SetResult();
            }
            catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
            {
                started.SetException(exception);
            }
        });
        started.Task.GetAwaiter().GetResult();
    }

    /// <summary>Why the program could not be run, by what it left; null when it was run.</summary>
    public static string? Failure(int exitStatus, string errors) =>
        exitStatus == CannotRun && errors.StartsWith(LeashPrefix, StringComparison.Ordinal)
            ? errors[LeashPrefix.Length..].Split('\n')[0]
            : null;
}
