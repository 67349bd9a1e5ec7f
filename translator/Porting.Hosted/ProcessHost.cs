using System.Diagnostics;
using Porting.Clang.Parse;

namespace Porting.Hosted;

/// <summary>A compile of this process's own.</summary>
public sealed class ProcessHost : ICcHost
{
    public string Directory { get; init; } = System.IO.Directory.GetCurrentDirectory();
    public CancellationToken Cancellation => CancellationToken.None;
    public ClangSession? Session => null;

    public void Print(string line) => Console.WriteLine(line);

    public void Complain(string line) => Console.Error.WriteLine(line);

    public Stream OpenInput() => Console.OpenStandardInput();

    public int Run(string path, IReadOnlyList<string> arguments, bool prints)
    {
        ProcessStartInfo start = new(path) { WorkingDirectory = Directory, UseShellExecute = false };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = new() { StartInfo = start };
        Children.Start(process, sharesTerminal: !Console.IsInputRedirected);
        process.WaitForExit();
        return process.ExitCode;
    }
}
