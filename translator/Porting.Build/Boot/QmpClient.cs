using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Porting.Build.Boot;

/// <summary>Commands to a running emulator, by the QEMU Machine Protocol over a Unix socket: one JSON object a line in
/// each direction. Events between command and answer are passed over.</summary>
public sealed class QmpClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Socket _socket;
    private readonly StreamReader _reader;
    private readonly NetworkStream _stream;

    private QmpClient(Socket socket)
    {
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: false) { ReadTimeout = (int)Patience.TotalMilliseconds };
        _reader = new StreamReader(_stream, Encoding.UTF8);
    }

    /// <summary>Connects and leaves the mode in which nothing but capabilities is understood.</summary>
    public static QmpClient Connect(string socketPath)
    {
        Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(socketPath));
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT7010",
                    SourceLocation.None,
                    $"no emulator listens at {socketPath}: {exception.Message}"
                )
            );
        }

        QmpClient client = new(socket);
        _ = client.ReadObject(); // the greeting
        client.Execute("qmp_capabilities");
        return client;
    }

    /// <summary>Physical memory of the machine, read from outside.</summary>
    public byte[] ReadPhysical(uint address, int count)
    {
        string file = Path.GetTempFileName();
        try
        {
            Execute(
                "pmemsave",
                new JsonObject
                {
                    ["val"] = address,
                    ["size"] = count,
                    ["filename"] = file,
                }
            );
            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Gives a command and returns its answer; PORT7011 when the emulator refuses, PORT7012 when it has
    /// ended.</summary>
    public JsonNode? Execute(string command, JsonObject? arguments = null)
    {
        JsonObject request = new() { ["execute"] = command };
        if (arguments != null)
        {
            request["arguments"] = arguments;
        }

        try
        {
            _stream.Write(Encoding.UTF8.GetBytes(request.ToJsonString() + "\n"));
        }
        catch (IOException)
        {
            throw Closed();
        }

        for (; ; )
        {
            JsonObject answer = ReadObject();
            if (answer["error"] is { } error)
            {
                throw new PortException(
                    PortDiagnostic.Error(
                        "PORT7011",
                        SourceLocation.None,
                        $"the emulator refuses {command}: {error["desc"]}"
                    )
                );
            }

            if (answer.TryGetPropertyValue("return", out JsonNode? result))
            {
                return result;
            }
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
        _socket.Dispose();
    }

    private static PortException Closed() =>
        new(PortDiagnostic.Error("PORT7012", SourceLocation.None, "the emulator has closed its control socket"));

    private JsonObject ReadObject()
    {
        string line = _reader.ReadLine() ?? throw Closed();
        return JsonNode.Parse(line) as JsonObject ?? throw new JsonException("not an object");
    }
}
