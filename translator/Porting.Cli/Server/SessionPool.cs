using System.Collections.Concurrent;
using Porting.Clang.Parse;

namespace Porting.Cli.Server;

/// <summary>Exporters that wait for the next compile, as many as the machine has processors.</summary>
internal sealed class SessionPool : IDisposable
{
    private readonly ConcurrentBag<ClangSession> _waiting = [];

    public ClangSession Take() => _waiting.TryTake(out ClangSession? session) ? session : new ClangSession();

    public void Return(ClangSession session)
    {
        if (_waiting.Count < Environment.ProcessorCount)
        {
            _waiting.Add(session);
        }
        else
        {
            session.Dispose();
        }
    }

    public void Dispose()
    {
        while (_waiting.TryTake(out ClangSession? session))
        {
            session.Dispose();
        }
    }
}
