using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace Porting.Cli.Server;

/// <summary>The server's end of a connection with port-cc; client.c has the messages. A client that is gone is noticed
/// at once, and cancels what is done for it.</summary>
internal sealed class Connection : IDisposable
{
    /// <summary>More than any command line; standard input may be longer.</summary>
    private const int LongestMessage = int.MaxValue - 64;

    private readonly Socket _socket;
    private readonly BlockingCollection<byte[]> _messages = [];
    private readonly CancellationTokenSource _gone = new();

    public Connection(Socket socket)
    {
        _socket = socket;
        new Thread(Read) { IsBackground = true, Name = "client" }.Start();
    }

    public CancellationToken Gone => _gone.Token;

    /// <summary>What the client has to say.</summary>
    /// <exception cref="OperationCanceledException">It is gone.</exception>
    public byte[] Receive() =>
        _messages.TryTake(out byte[]? message, Timeout.Infinite) ? message : throw new OperationCanceledException();

    public string[] ReceiveWords() => Encoding.UTF8.GetString(Receive()).Split('\0')[..^1];

    /// <exception cref="OperationCanceledException">The client is gone.</exception>
    public void Send(char kind, ReadOnlySpan<byte> payload)
    {
        byte[] message = new byte[5 + payload.Length];
        message[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(1), payload.Length);
        payload.CopyTo(message.AsSpan(5));
        try
        {
            for (int sent = 0; sent < message.Length; )
            {
                sent += _socket.Send(message.AsSpan(sent));
            }
        }
        catch (SocketException)
        {
            throw new OperationCanceledException();
        }
    }

    public void Send(char kind, string text) => Send(kind, Encoding.UTF8.GetBytes(text));

    public void SendWords(char kind, IEnumerable<string> words) =>
        Send(kind, string.Concat(words.Select(w => w + '\0')));

    public void SendStatus(int status)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, status);
        Send('x', bytes);
    }

    private void Read()
    {
        try
        {
            byte[] length = new byte[4];
            while (Fill(length))
            {
                uint size = BinaryPrimitives.ReadUInt32LittleEndian(length);
                if (size > LongestMessage)
                {
                    break;
                }

                byte[] message = new byte[size];
                if (!Fill(message))
                {
                    break;
                }

                _messages.Add(message);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Gone, as when it ends by itself.
        }

        _messages.CompleteAdding();
        _gone.Cancel();
    }

    private bool Fill(byte[] buffer)
    {
        for (int at = 0; at < buffer.Length; )
        {
            int taken = _socket.Receive(buffer.AsSpan(at));
            if (taken == 0)
            {
                return false;
            }

            at += taken;
        }

        return true;
    }

    public void Dispose() => _socket.Dispose();
}
