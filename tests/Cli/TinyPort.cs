using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>The small kernel of tests/Cli/Tiny in a fresh folder, an empty folder for its port beside it, and the tool
/// on PATH as users have it.</summary>
internal sealed class TinyPort : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public TinyPort()
    {
        string from = Repository.At("tests/Cli/Tiny");
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            _folder.Write("tiny/" + Path.GetRelativePath(from, file), File.ReadAllText(file));
        }

        _folder.Write("bin/port", $"#!/bin/sh\nexec dotnet '{PortTool.Assembly}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.At("bin/port"), (UnixFileMode)0b111_101_101);
        }

        Directory.CreateDirectory(_folder.At("port"));
    }

    public string Root => _folder.Path;

    public string At(string name) => _folder.At(name);

    public void Write(string name, string text) => _folder.Write(name, text);

    public string Read(string name) => File.ReadAllText(_folder.At(name));

    public void Edit(string name, string from, string to)
    {
        Assert.Contains(from, Read(name));
        Write(name, Read(name).Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>The tool in the port's folder.</summary>
    public Answer Port(params string[] arguments) => PortTool.Run(At("port"), arguments);

    public Answer Done(params string[] arguments)
    {
        Answer answer = Port(arguments);
        Assert.True(answer.ExitStatus == 0, answer.All);
        return answer;
    }

    public void Refused(string code, params string[] arguments)
    {
        Answer answer = Port(arguments);
        Assert.True(answer.ExitStatus != 0, answer.All);
        Assert.Contains($"error {code}: ", answer.Errors);
    }

    public void Dispose() => _folder.Dispose();
}
