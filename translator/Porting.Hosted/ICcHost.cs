using Porting.Clang.Parse;

namespace Porting.Hosted;

/// <summary>What a compile has around it, so that it can run for somebody else: it looks at no working folder, input or
/// terminal of its process. (Variables and umask are the process's: a compile server has those of its clients.)</summary>
public interface ICcHost
{
    /// <summary>Absolute: where relative paths start.</summary>
    string Directory { get; }

    /// <summary>Asked for by who has given up: nothing is delivered any more.</summary>
    CancellationToken Cancellation { get; }

    /// <summary>An exporter that is running already; null for one of the compile's own. For one thread at a
    /// time.</summary>
    ClangSession? Session { get; }

    /// <summary>To standard output.</summary>
    void Print(string line);

    /// <summary>To standard error.</summary>
    void Complain(string line);

    Stream OpenInput();

    /// <summary>Runs a program with the user's files, variables and terminal, in <see cref="Directory"/>.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="arguments">Without the program's name.</param>
    /// <param name="prints">It may write to standard output: to run it twice would show.</param>
    /// <returns>Its exit status; 128 and the signal's number for one that was killed.</returns>
    int Run(string path, IReadOnlyList<string> arguments, bool prints);
}
