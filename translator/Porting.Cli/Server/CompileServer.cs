using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Porting.Clang.Parse;
using Porting.Cli.Verbs;

namespace Porting.Cli.Server;

/// <summary>
/// Compiles for every port-cc of its user that has this build and these variables (client.c says which), as many at a
/// time as ask. It ends when nobody has asked for a while (PORT_SERVER_IDLE seconds, 600 when it says nothing), when the
/// tool has been built again or removed, when its socket is gone, and when it is told to.
/// <para>Invariants: it writes nothing but what a compile for itself would write; what it cannot do, and any failure of
/// its own, is left to the client, which then does the compile as if there were no server; once its socket's name is
/// gone it serves who is in the queue, and only then ends.</para>
/// </summary>
internal sealed partial class CompileServer : IDisposable
{
    public const string CompileRequest = "port-cc 1";
    public const string StatusRequest = "port-cc status";
    public const string StopRequest = "port-cc stop";

    private const int DefaultIdleSeconds = 600;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <summary>Without work for so long, memory is given back.</summary>
    private static readonly TimeSpan TidyAfter = TimeSpan.FromSeconds(5);

    private readonly Socket _listener;
    private readonly string _path;
    private readonly ToolFiles _files = new();
    private readonly SessionPool _sessions = new();
    private readonly TimeSpan _idle = TimeSpan.FromSeconds(
        int.TryParse(
            Environment.GetEnvironmentVariable("PORT_SERVER_IDLE"),
            CultureInfo.InvariantCulture,
            out int seconds
        )
        && seconds > 0
            ? seconds
            : DefaultIdleSeconds
    );

    private long _lastUse = Environment.TickCount64;
    private int _running;
    private int _served;
    private bool _isTidy = true;
    private volatile bool _isStopped;

    /// <param name="descriptor">Of a listening Unix socket.</param>
    public CompileServer(int descriptor)
    {
        _ = CloseOnExec(descriptor, SetFileFlags, CloseOnExecFlag);
        _listener = new Socket(new SafeSocketHandle(descriptor, ownsHandle: true));
        _path = _listener.LocalEndPoint?.ToString() ?? "";
    }

    public void Run()
    {
        ClangSession first = new();
        first.Start();
        _sessions.Return(first);
        while (!HasToEnd())
        {
            if (_listener.Poll(Tick, SelectMode.SelectRead))
            {
                Accept();
            }
            else
            {
                Tidy();
            }
        }

        File.Delete(_path);
        while (_listener.Poll(TimeSpan.Zero, SelectMode.SelectRead))
        {
            Accept();
        }

        while (Volatile.Read(ref _running) > 0)
        {
            Thread.Sleep(20);
        }
    }

    public void Dispose()
    {
        _sessions.Dispose();
        _listener.Dispose();
    }

    private TimeSpan Unused => TimeSpan.FromMilliseconds(Environment.TickCount64 - Volatile.Read(ref _lastUse));

    private bool HasToEnd() =>
        _isStopped
        || (Volatile.Read(ref _running) == 0 && Unused > _idle)
        || !File.Exists(_path)
        || !_files.AreTheSame();

    private void Tidy()
    {
        if (!_isTidy && Volatile.Read(ref _running) == 0 && Unused > TidyAfter)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            _isTidy = true;
        }
    }

    private void Accept()
    {
        Socket socket = _listener.Accept();
        if (!IsOfThisUser(socket))
        {
            socket.Dispose();
            return;
        }

        _isTidy = false;
        Interlocked.Increment(ref _running);
        new Thread(() => Serve(socket)) { IsBackground = true, Name = "request" }.Start();
    }

    private void Serve(Socket socket)
    {
        try
        {
            using Connection client = new(socket);
            string[] words = client.ReceiveWords();
            switch (words)
            {
                case [CompileRequest, var directory, .. var arguments]:
                    Compile(client, directory, arguments);
                    Interlocked.Increment(ref _served);
                    break;
                case [StatusRequest]:
                    client.Send('o', Status());
                    client.SendStatus(ExitCodes.Done);
                    break;
                case [StopRequest]:
                    _isStopped = true;
                    client.SendStatus(ExitCodes.Done);
                    break;
                default:
                    client.Send('u', []);
                    break;
            }
        }
        catch (OperationCanceledException)
        {
            // The client is gone: there is nobody to tell.
        }
        finally
        {
            Volatile.Write(ref _lastUse, Environment.TickCount64);
            Interlocked.Decrement(ref _running);
        }
    }

    private void Compile(Connection client, string directory, string[] arguments)
    {
        ClangSession session = _sessions.Take();
        ClientHost host = new(client, directory, session);
        try
        {
            using CancellationTokenRegistration ended = client.Gone.Register(session.Kill);
            int status = CcVerb.Run(arguments, host);
            host.Flush();
            client.SendStatus(status);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever it is, the client meets it again and reports it as the tool reports its failures.
            client.Send('u', []);
        }
        finally
        {
            if (client.Gone.IsCancellationRequested)
            {
                session.Dispose();
            }
            else
            {
                _sessions.Return(session);
            }
        }
    }

    private string Status() =>
        $"process {Environment.ProcessId}: {Volatile.Read(ref _served)} compiles, {Volatile.Read(ref _running) - 1} running, "
        + $"{Environment.WorkingSet >> 20} MiB, ends after {_idle.TotalSeconds:0} s without work\n";

    /// <summary>unix(7), SO_PEERCRED: struct ucred { pid, uid, gid }.</summary>
    private static bool IsOfThisUser(Socket socket)
    {
        Span<byte> credentials = stackalloc byte[12];
        const int solSocket = 1;
        const int soPeerCredentials = 17;
        return socket.GetRawSocketOption(solSocket, soPeerCredentials, credentials) == credentials.Length
            && MemoryMarshal.Read<uint>(credentials[4..]) == EffectiveUser();
    }

    private const int SetFileFlags = 2; // F_SETFD
    private const int CloseOnExecFlag = 1; // FD_CLOEXEC

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int CloseOnExec(int descriptor, int command, int value);
}
