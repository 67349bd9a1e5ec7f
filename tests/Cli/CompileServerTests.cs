using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary><c>port-cc</c> with a compile server: what comes out, and what it says and exits with, is what a compile
/// without one gives, whatever becomes of the server.</summary>
public sealed class CompileServerTests : IDisposable
{
    /// <summary>The commands of the documents that are run here.</summary>
    internal static readonly string[] Ran = ["port cc-server status", "port cc-server stop", "make -j"];

    private const string Hello = "#include <stdio.h>\nint main(void) { puts(\"hello\"); return 0; }\n";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly string Tool = Path.GetDirectoryName(PortTool.Assembly)!;
    private readonly ScratchFolder _folder = new();

    private string Sockets => _folder.At("s");

    public void Dispose()
    {
        _ = Run("dotnet", "", [PortTool.Assembly, "cc-server", "stop"]);
        for (Stopwatch watch = Stopwatch.StartNew(); Servers().Length > 0; Thread.Sleep(20))
        {
            Assert.True(watch.Elapsed < Patience, "a compile server is left");
        }

        _folder.Dispose();
    }

    /// <summary>Processes that are a server of this test's folder.</summary>
    private int[] Servers() =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Where(f => char.IsAsciiDigit(f[^1]))
                .Where(f => Read(f + "/cmdline").Contains("cc-server\0listen", StringComparison.Ordinal))
                .Where(f =>
                    Read(f + "/environ").Split('\0').Contains("PORT_SERVER_DIR=" + Sockets, StringComparer.Ordinal)
                )
                .Select(f => int.Parse(Path.GetFileName(f), CultureInfo.InvariantCulture)),
        ];

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private ProcessStartInfo Info(string program, string[] arguments, string? server = null)
    {
        ProcessStartInfo info = new(program, arguments)
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["PORT_SERVER_DIR"] = Sockets;
        info.Environment["PORT_SERVER"] = server;
        return info;
    }

    private (int Status, string Output, string Errors) Run(string program, string input, string[] arguments) =>
        Run(Info(program, arguments), input);

    private static (int Status, string Output, string Errors) Run(ProcessStartInfo info, string input)
    {
        using Process process = Process.Start(info)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    private (int Status, string Output, string Errors) Served(string input, params string[] arguments) =>
        Run(Path.Combine(Tool, "port-cc"), input, arguments);

    private (int Status, string Output, string Errors) Alone(string input, params string[] arguments) =>
        Run(Info("dotnet", [PortTool.Assembly, "cc", .. arguments]), input);

    [Fact]
    public void Objects_messages_and_statuses_are_the_same()
    {
        _folder.Write("hello.c", Hello);
        _folder.Write("sub/local.h", "#define VALUE 7\n");
        _folder.Write("sub/inc.c", "#include \"local.h\"\n#warning seven\nint value = VALUE;\n");
        _folder.Write("bad.c", "int f( {\nint g(void) { return h; }\n");
        _folder.Write("words", "-O1 -c hello.c -o made");
        (string Input, string[] Arguments, string? Made)[] cases =
        [
            ("", ["-c", "hello.c", "-o", "made"], "made"),
            ("", ["-g", "-O0", "-c", "hello.c", "-o", "made"], "made"),
            ("", ["-S", "hello.c", "-o", "made"], "made"),
            ("", ["-c", "sub/inc.c", "-MD"], "inc.d"),
            ("", ["-c", "sub/inc.c"], "inc.o"),
            (Hello, ["-x", "c", "-", "-c", "-o", "made"], "made"),
            (Hello, ["-E", "-x", "c", "-"], null),
            ("", ["hello.c", "-o", "made"], "made"),
            ("", ["@words"], "made"),
            ("", ["-c", "bad.c"], null),
            ("", ["-c", "hello.c", "missing.c"], null),
            ("", ["-c", "hello.c", "-o", "/proc/x.o"], null),
            ("", ["--no-such-option", "hello.c"], null),
            ("", ["-dumpmachine"], null),
            ("", ["--version"], null),
            ("", ["-c", "hello.c", "-v", "-o", "made"], "made"),
            ("", [], null),
        ];
        foreach ((string input, string[] arguments, string? made) in cases)
        {
            (int Status, string Output, string Errors) alone = Alone(input, arguments);
            byte[]? expected = Taken(made);
            (int Status, string Output, string Errors) served = Served(input, arguments);
            Assert.Equal((string.Join(' ', arguments), alone), (string.Join(' ', arguments), served));
            Assert.Equal(expected, Taken(made));
        }

        Assert.Single(Servers());
    }

    private byte[]? Taken(string? name)
    {
        if (name == null)
        {
            return null;
        }

        byte[] bytes = File.ReadAllBytes(_folder.At(name));
        File.Delete(_folder.At(name));
        return bytes;
    }

    [Fact]
    public async Task Many_at_once_start_one_server()
    {
        for (int i = 0; i < 8; i++)
        {
            _folder.Write($"d{i}/a.c", $"#include \"v.h\"\nint value{i} = VALUE;\n");
            _folder.Write($"d{i}/v.h", $"#define VALUE {i}\n");
        }

        (int Status, string Output, string Errors)[] all = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Task.Run(() => Served("", "-c", $"d{i}/a.c", "-o", $"{i}.o")))
        );
        Assert.All(all, a => Assert.Equal((0, "", ""), a));
        Assert.Single(Servers());
        for (int i = 0; i < 8; i++)
        {
            Assert.Equal(0, Alone("", "-c", $"d{i}/a.c", "-o", "expected.o").Status);
            Assert.Equal(File.ReadAllBytes(_folder.At("expected.o")), File.ReadAllBytes(_folder.At($"{i}.o")));
        }
    }

    /// <summary>What stands in for a server that is killed at a moment of one's choice: it takes the request, asks for
    /// the input, and is gone.</summary>
    [Fact]
    public async Task A_server_that_goes_away_loses_no_compile()
    {
        _folder.Write("hello.c", Hello);
        Assert.Equal(0, Served("", "-c", "hello.c", "-o", "expected.o").Status);
        string socket = Directory.GetFiles(Sockets).Single(f => Path.GetFileName(f) != "lock");
        Kill(Servers().Single());
        File.Delete(socket);
        using Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(socket));
        listener.Listen();
        Task server = Task.Run(() =>
        {
            using Socket client = listener.Accept();
            client.Receive(new byte[1 << 16]);
            client.Send(Encoding.ASCII.GetBytes("i\0\0\0\0"));
            client.Receive(new byte[1]);
        });
        (int Status, string Output, string Errors) made = Served(Hello, "-x", "c", "-", "-c", "-o", "made.o");
        await server;
        Assert.Equal((0, "", ""), made);
        Assert.Equal(0, Alone(Hello, "-x", "c", "-", "-c", "-o", "other.o").Status);
        Assert.Equal(File.ReadAllBytes(_folder.At("other.o")), File.ReadAllBytes(_folder.At("made.o")));
    }

    private static void Kill(int server)
    {
        using Process process = Process.GetProcessById(server);
        process.Kill();
        process.WaitForExit();
    }

    [Fact]
    public void A_killed_server_is_replaced()
    {
        _folder.Write("hello.c", Hello);
        Assert.Equal(0, Served("", "-c", "hello.c", "-o", "a.o").Status);
        int first = Servers().Single();
        Kill(first);
        Assert.Equal((0, "", ""), Served("", "-c", "hello.c", "-o", "b.o"));
        Assert.NotEqual(first, Servers().Single(s => s != first));
        Assert.Equal(File.ReadAllBytes(_folder.At("a.o")), File.ReadAllBytes(_folder.At("b.o")));
    }

    /// <summary>The client goes while its unit is compiled: nothing is delivered, and nobody works on.</summary>
    [Fact]
    public void A_client_that_is_killed_leaves_no_output()
    {
        _folder.Write("hello.c", Hello);
        Assert.Equal(0, Served("", "-c", "hello.c", "-o", "a.o").Status);
        StringBuilder large = new("volatile int sink;\n");
        for (int i = 0; i < 4000; i++)
        {
            large.Append(CultureInfo.InvariantCulture, $"int f{i}(int a) {{ sink = a * {i}; return a + sink; }}\n");
        }

        _folder.Write("large.c", large.ToString());
        using (Process client = Process.Start(Info(Path.Combine(Tool, "port-cc"), ["-c", "large.c"]))!)
        {
            Thread.Sleep(300);
            client.Kill();
            client.WaitForExit();
        }

        for (Stopwatch watch = Stopwatch.StartNew(); !IsIdle(); Thread.Sleep(50))
        {
            Assert.True(watch.Elapsed < Patience, "the server works on");
        }

        Assert.Empty(Directory.GetFiles(_folder.Path, "large.o*"));
        Assert.Equal((0, "", ""), Served("", "-c", "hello.c", "-o", "b.o"));
    }

    private bool IsIdle() =>
        Run("dotnet", "", [PortTool.Assembly, "cc-server", "status"])
            .Output.Contains(" 0 running", StringComparison.Ordinal);

    /// <summary>A build of the tool that is built again.</summary>
    [Fact]
    public void A_server_of_an_older_build_ends()
    {
        _folder.Write("hello.c", Hello);
        string tool = _folder.At("tool");
        Directory.CreateDirectory(tool);
        foreach (string file in Directory.GetFiles(Tool))
        {
            File.Copy(file, Path.Combine(tool, Path.GetFileName(file)));
        }

        string client = Path.Combine(tool, "port-cc");
        Assert.Equal((0, "", ""), Run(client, "", ["-c", "hello.c"]));
        int first = Servers().Single();
        File.SetLastWriteTimeUtc(Path.Combine(tool, "port.dll"), DateTime.UtcNow);
        Assert.Equal((0, "", ""), Run(client, "", ["-c", "hello.c"]));
        for (Stopwatch watch = Stopwatch.StartNew(); Servers().Contains(first); Thread.Sleep(50))
        {
            Assert.True(watch.Elapsed < Patience, "the old server stays");
        }

        Assert.Single(Servers());
    }

    [Theory]
    [InlineData("chmod 755 s")]
    [InlineData("rmdir s; ln -s /tmp s")]
    public void A_folder_that_others_may_enter_is_not_used(string change)
    {
        _folder.Write("hello.c", Hello);
        Directory.CreateDirectory(Sockets);
        Assert.Equal(0, Run("sh", "", ["-c", change]).Status);
        Assert.Equal((0, "", ""), Served("", "-c", "hello.c"));
        Assert.Empty(Servers());
    }

    [Fact]
    public void Turned_off()
    {
        _folder.Write("hello.c", Hello);
        ProcessStartInfo info = Info(Path.Combine(Tool, "port-cc"), ["-c", "hello.c"], server: "off");
        Assert.Equal((0, "", ""), Run(info, ""));
        Assert.False(Directory.Exists(Sockets));
        Assert.Equal("no compile server runs\n", Run("dotnet", "", [PortTool.Assembly, "cc-server", "status"]).Output);
    }

    [Fact]
    public void Ends_when_nobody_asks()
    {
        _folder.Write("hello.c", Hello);
        ProcessStartInfo info = Info(Path.Combine(Tool, "port-cc"), ["-c", "hello.c"]);
        info.Environment["PORT_SERVER_IDLE"] = "1";
        Assert.Equal((0, "", ""), Run(info, ""));
        for (Stopwatch watch = Stopwatch.StartNew(); Servers().Length > 0; Thread.Sleep(50))
        {
            Assert.True(watch.Elapsed < Patience, "the server stays");
        }

        Assert.Equal([Path.Combine(Sockets, "lock")], Directory.GetFiles(Sockets));
    }
}
