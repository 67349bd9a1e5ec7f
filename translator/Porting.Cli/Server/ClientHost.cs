using System.Buffers.Binary;
using System.Text;
using Porting.Clang.Parse;
using Porting.Hosted;

namespace Porting.Cli.Server;

/// <summary>A compile for a client: its folder, its input; what runs for the user to see is run by it. Text is held back
/// until a program runs or the compile is over: one that fails here for the server's sake leaves no half
/// message.</summary>
internal sealed class ClientHost(Connection client, string directory, ClangSession session) : ICcHost
{
    private readonly List<(char Kind, StringBuilder Text)> _held = [];

    public string Directory => directory;
    public CancellationToken Cancellation => client.Gone;
    public ClangSession? Session => session;

    public void Print(string line) => Hold('o', line);

    public void Complain(string line) => Hold('e', line);

    public Stream OpenInput()
    {
        client.Send('i', []);
        return new MemoryStream(client.Receive());
    }

    public int Run(string path, IReadOnlyList<string> arguments, bool prints)
    {
        Flush();
        client.SendWords(prints ? 'p' : 'r', arguments.Prepend(path));
        return BinaryPrimitives.ReadInt32LittleEndian(client.Receive());
    }

    public void Flush()
    {
        foreach ((char kind, StringBuilder text) in _held)
        {
            client.Send(kind, text.ToString());
        }

        _held.Clear();
    }

    private void Hold(char kind, string line)
    {
        if (_held.Count == 0 || _held[^1].Kind != kind)
        {
            _held.Add((kind, new StringBuilder()));
        }

        _held[^1].Text.Append(line).Append('\n');
    }
}
