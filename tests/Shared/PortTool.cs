using System.Diagnostics;

namespace Porting.Tests;

/// <summary>The tool's answer to a command line.</summary>
internal sealed record Answer(int ExitStatus, string Output, string Errors)
{
    /// <summary>All of it, for the message of a failed test.</summary>
    public string All => $"exit status {ExitStatus}\n{Output}{Errors}";
}

/// <summary>Runs the built tool as a user does.</summary>
internal static class PortTool
{
    public static readonly string Assembly = Repository.At("artifacts/dotnet/bin/Porting.Cli/release/port.dll");

    private static readonly string Dotnet =
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    public static Answer Run(string folder, params string[] arguments) =>
        Start(new ProcessStartInfo(Dotnet), folder, [Assembly, .. arguments]);

    /// <summary>With a variable of the environment set.</summary>
    public static Answer RunWith(string name, string value, string folder, params string[] arguments)
    {
        ProcessStartInfo info = new(Dotnet);
        info.Environment[name] = value;
        return Start(info, folder, [Assembly, .. arguments]);
    }

    /// <summary>With nothing on PATH.</summary>
    public static Answer RunWithoutTools(string folder, params string[] arguments)
    {
        ProcessStartInfo info = new(Dotnet);
        info.Environment["PATH"] = "/nonexistent";
        return Start(info, folder, [Assembly, .. arguments]);
    }

    /// <summary>Where no file can grow beyond a size, as on a disk that fills up: writes fail half-way. (The .NET
    /// runtime itself must not map its code through a file then.)</summary>
    public static Answer RunOnFullDisk(string folder, int kibibytes, params string[] arguments)
    {
        ProcessStartInfo info = new("bash");
        info.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return Start(
            info,
            folder,
            ["-c", $"trap '' XFSZ; ulimit -f {kibibytes}; exec \"$@\"", "bash", Dotnet, Assembly, .. arguments]
        );
    }

    internal static Answer Start(ProcessStartInfo info, string folder, IEnumerable<string> arguments)
    {
        info.WorkingDirectory = folder;
        info.RedirectStandardOutput = info.RedirectStandardError = true;
        foreach (string argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(info)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Answer(process.ExitCode, output, errors.Result);
    }
}
