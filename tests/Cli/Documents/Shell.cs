using System.Diagnostics;
using Porting.Tests;

namespace Porting.Cli.Tests.Documents;

/// <summary>Runs a command line as somebody types it: in bash, both outputs on one terminal, nothing typed
/// after.</summary>
internal static class Shell
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Whatever goes on in the background ends with the command.</summary>
    public static Answer Run(string folder, string command)
    {
        string script = $"exec 2>&1 </dev/null\ntrap 'kill $(jobs -p) 2>/dev/null' EXIT\n{command}";
        ProcessStartInfo info = new("timeout") { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (string argument in (string[])[$"{Patience.TotalSeconds}", "bash", "-c", script])
        {
            info.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(info)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Answer(process.ExitCode, output, "");
    }
}
