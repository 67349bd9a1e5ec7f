using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Porting.Build.Hosted;
using Porting.Cli.Server;

namespace Porting.Cli.Verbs;

/// <summary><c>port cc-server</c>: says what compile servers of this user run, and ends them.</summary>
internal static partial class CcServerVerb
{
    /// <summary>The socket that port-cc listens on for the server it starts.</summary>
    private const int Descriptor = 3;

    /// <summary>A server answers at once.</summary>
    private const int PatienceMilliseconds = 10_000;

    public static Command Create()
    {
        Command status = new("status", "Says which compile servers run, what they have done, and when they end.");
        status.SetAction(_ => Ask(CompileServer.StatusRequest, "no compile server runs"));
        Command stop = new("stop", "Ends the compile servers; compiles under way are finished.");
        stop.SetAction(_ => Ask(CompileServer.StopRequest, null));
        Command listen = new("listen", "Is a compile server, on the socket that port-cc gives it.") { Hidden = true };
        listen.SetAction(_ => Listen());
        Command prepare = new("prepare", "Compiles beside the tool what every compile needs.") { Hidden = true };
        prepare.SetAction(_ => Prepare());
        return new Command("cc-server", "The compile servers that 'port cc' starts when it needs one.")
        {
            status,
            stop,
            listen,
            prepare,
        };
    }

    private static int Prepare()
    {
        HostedLibrary.MakeReady(AppContext.BaseDirectory);
        return ExitCodes.Done;
    }

    private static int Listen()
    {
        using CompileServer server = new(Descriptor);
        server.Run();
        return ExitCodes.Done;
    }

    private static int Ask(string request, string? none)
    {
        string folder = Folder();
        int answered = 0;
        string[] paths = IsOfThisUser(folder) ? [.. Directory.GetFiles(folder).Where(IsSocketName)] : [];
        foreach (string path in paths.Order(StringComparer.Ordinal))
        {
            answered += AskOne(path, request) ? 1 : 0;
        }

        if (answered == 0 && none != null)
        {
            Console.WriteLine(none);
        }

        return ExitCodes.Done;
    }

    /// <summary>A real folder that nobody else may enter: others put nothing of client.c's there.</summary>
    private static bool IsOfThisUser(string folder) =>
        new DirectoryInfo(folder) is { Exists: true, LinkTarget: null } real
        && (real.UnixFileMode & OfOthers) == UnixFileMode.None;

    private const UnixFileMode OfOthers =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    /// <summary>client.c: 16 hexadecimal digits.</summary>
    private static bool IsSocketName(string path) =>
        Path.GetFileName(path) is { Length: 16 } name && name.All(char.IsAsciiHexDigitLower);

    /// <summary>Where client.c looks.</summary>
    private static string Folder() =>
        Environment.GetEnvironmentVariable("PORT_SERVER_DIR") is { Length: > 0 } given ? given
        : Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is ['/', ..] runtime && Directory.Exists(runtime)
            ? Path.Combine(runtime, "port-cc")
        : string.Create(CultureInfo.InvariantCulture, $"/tmp/port-cc-{UserId()}");

    [LibraryImport("libc", EntryPoint = "getuid")]
    private static partial uint UserId();

    /// <summary>False for what is no server, or none any more.</summary>
    private static bool AskOne(string path, string request)
    {
        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
        {
            ReceiveTimeout = PatienceMilliseconds,
        };
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            byte[] text = Encoding.UTF8.GetBytes(request + '\0');
            socket.Send([.. BitConverter.GetBytes(text.Length), .. text]);
            using NetworkStream answers = new(socket);
            while (true)
            {
                byte[] head = new byte[5];
                answers.ReadExactly(head);
                byte[] payload = new byte[BitConverter.ToInt32(head, 1)];
                answers.ReadExactly(payload);
                if (head[0] == 'o')
                {
                    Console.Write(Encoding.UTF8.GetString(payload));
                }
                else
                {
                    return head[0] == 'x';
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or IOException or ArgumentException)
        {
            return false;
        }
    }
}
