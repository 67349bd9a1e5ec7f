using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Porting.Build.Boot;

/// <summary>Runs gdb commands against a kernel that is held before its first instruction.</summary>
public static class GdbRunner
{
    /// <summary>Boots the image, attaches, gives the commands, and returns all that gdb said. The emulator is stopped
    /// afterwards.</summary>
    public static string Run(
        string image,
        QemuOptions options,
        string sourceDirectory,
        IReadOnlyList<string> commands,
        TimeSpan timeout
    )
    {
        int port = FreePort();
        using Process qemu = QemuRunner.Start(image, options with { DebuggerPort = port }, _ => { });
        try
        {
            List<string> arguments =
            [
                "-q",
                "-nx",
                "-batch",
                "-ex",
                "set pagination off",
                "-ex",
                "set confirm off",
                "-ex",
                $"directory {sourceDirectory}",
                "-ex",
                $"target remote 127.0.0.1:{port}",
            ];
            foreach (string command in commands)
            {
                arguments.AddRange(["-ex", command]);
            }

            WaitForPort(port, timeout);
            ToolResult result = ToolRunner.Run(Tool.Gdb.Locate(), [.. arguments, image], sourceDirectory, timeout);
            return result.Output + result.Errors;
        }
        finally
        {
            qemu.Kill(entireProcessTree: true);
            qemu.WaitForExit();
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The stub listens a moment after the start; asking the kernel's table of sockets does not use up its one
    /// connection.</summary>
    private static void WaitForPort(int port, TimeSpan timeout)
    {
        string wanted = $":{port:X4} 00000000:0000 0A";
        for (Stopwatch watch = Stopwatch.StartNew(); watch.Elapsed < timeout; Thread.Sleep(50))
        {
            if (File.ReadAllText("/proc/net/tcp").Contains(wanted, StringComparison.Ordinal))
            {
                return;
            }
        }
    }
}
