using System.Net.Sockets;
using Porting.Build.Boot;
using Porting.Tests;

namespace Porting.Build.Tests;

/// <summary>What can go wrong with the emulator's control socket, with one of our own that answers as told.</summary>
public sealed class QmpTests
{
    private const string Greeting = "{\"QMP\":{}}\n";
    private const string Done = "{\"return\":{}}\n";

    [Fact]
    public void Nobody_listens()
    {
        using ScratchFolder folder = new();
        Assert.Equal("PORT7010", CodeOf(() => QmpClient.Connect(folder.At("no-such.sock"))));
    }

    [Fact]
    public void A_command_is_refused() =>
        Assert.Equal("PORT7011", CodeOf(Greeting + Done + "{\"error\":{\"desc\":\"no\"}}\n"));

    [Fact]
    public void The_emulator_ends() => Assert.Equal("PORT7012", CodeOf(Greeting + Done));

    [Fact]
    public void Events_between_are_no_answer()
    {
        using ScratchFolder folder = new();
        using QmpClient client = Connected(folder, Greeting + Done + "{\"event\":\"STOP\"}\n" + "{\"return\":7}\n");
        Assert.Equal(7, client.Execute("stop")!.GetValue<int>());
    }

    private static string CodeOf(string answers)
    {
        using ScratchFolder folder = new();
        using QmpClient client = Connected(folder, answers);
        return CodeOf(() => client.Execute("stop"));
    }

    private static string CodeOf(Action action) => Assert.Single(Assert.Throws<PortException>(action).Diagnostics).Code;

    /// <summary>A client of somebody who says this and no more, and listens until the client has gone.</summary>
    private static QmpClient Connected(ScratchFolder folder, string answers)
    {
        string path = folder.At("qmp.sock");
        using Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        Task<QmpClient> client = Task.Run(() => QmpClient.Connect(path));
        Socket accepted = listener.Accept();
        accepted.Send(System.Text.Encoding.UTF8.GetBytes(answers));
        accepted.Shutdown(SocketShutdown.Send);
        _ = Task.Run(() =>
        {
            using (accepted)
            {
                while (accepted.Receive(new byte[256]) > 0) { }
            }
        });
        return client.GetAwaiter().GetResult();
    }
}
