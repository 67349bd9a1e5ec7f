using System.Diagnostics;
using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>The launcher in a folder of its own, with a <c>dotnet</c> that notes what it is asked for.</summary>
public sealed class LauncherTests
{
    [Fact]
    public void Of_many_at_once_one_builds_the_tool()
    {
        using ScratchFolder folder = new();
        folder.Write("port", File.ReadAllText(Repository.At("port")));
        folder.Write("translator/Source.cs", "");
        folder.Write("Directory.Build.props", "");
        folder.Write("Directory.Packages.props", "");
        folder.Write(
            "bin/dotnet",
            """
            #!/bin/bash
            echo "${1##*/}" >> "$ROOT/asked"
            [[ $1 == build ]] || exit 0
            sleep 1
            mkdir -p "$ROOT/artifacts/dotnet/bin/Porting.Cli/release"
            touch "$ROOT/artifacts/dotnet/bin/Porting.Cli/release/port.dll"

            """
        );
        using (Process chmod = Process.Start("chmod", ["755", folder.At("bin/dotnet")]))
        {
            chmod.WaitForExit();
        }

        Process[] launched = [.. Enumerable.Range(0, 5).Select(_ => Launch(folder))];
        Assert.All(
            launched,
            process =>
            {
                process.WaitForExit();
                Assert.Equal(0, process.ExitCode);
                process.Dispose();
            }
        );
        Assert.Equal(
            ["build", .. Enumerable.Repeat("port.dll", 5)],
            File.ReadAllLines(folder.At("asked")).Order(StringComparer.Ordinal)
        );
    }

    private static Process Launch(ScratchFolder folder)
    {
        ProcessStartInfo info = new("/bin/bash", [folder.At("port"), "status"]);
        info.Environment["PATH"] = $"{folder.At("bin")}:{info.Environment["PATH"]}";
        info.Environment["ROOT"] = folder.At("");
        return Process.Start(info)!;
    }
}
