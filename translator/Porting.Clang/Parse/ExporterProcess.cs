using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Porting.Clang.Parse;

/// <summary>One running porting-clang-export: requests in, messages out, in frames of a 32-bit length and the payload.
/// Not for use by two threads at once.</summary>
internal sealed class ExporterProcess : IDisposable
{
    private readonly Process _process;

    public ExporterProcess(string path)
    {
        if (!File.Exists(path))
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT1020",
                    SourceLocation.None,
                    $"the AST exporter '{path}' is missing; it is built with the tool and needs the Debian packages libclang-19-dev, libclang-cpp19-dev and llvm-19-dev"
                )
            );
        }

        ProcessStartInfo start = new(path)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        _process = new Process { StartInfo = start };
        Children.Start(_process);
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
    }

    /// <summary>Sends a request and waits for its answer; null when the exporter died on it.</summary>
    public byte[]? Request(IEnumerable<string> words)
    {
        byte[] payload = Encoding.UTF8.GetBytes(string.Concat(words.Select(w => w + '\0')));
        try
        {
            Stream input = _process.StandardInput.BaseStream;
            input.Write(BitConverter.GetBytes(payload.Length));
            input.Write(payload);
            input.Flush();
            Stream output = _process.StandardOutput.BaseStream;
            byte[] length = new byte[4];
            output.ReadExactly(length);
            byte[] answer = new byte[BitConverter.ToInt32(length)];
            output.ReadExactly(answer);
            return answer;
        }
        catch (Exception exception) when (exception is IOException or EndOfStreamException)
        {
            return null;
        }
    }

    private readonly HashSet<KnownPart> _told = [];

    /// <summary>Names parts that need not be sent.</summary>
    public void Tell(IEnumerable<KnownPart> parts)
    {
        KnownPart[] fresh = [.. parts.Where(_told.Add)];
        if (fresh.Length > 0)
        {
            _ = Request(
                fresh.SelectMany(p => new[] { p.Path, p.Hash.ToString(CultureInfo.InvariantCulture) }).Prepend("known")
            );
        }
    }

    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // Already gone.
        }
    }

    public void Dispose()
    {
        try
        {
            _process.StandardInput.Close();
            if (!_process.WaitForExit(2000))
            {
                _process.Kill();
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException)
        {
            // Already gone: nothing to stop.
        }

        _process.Dispose();
    }
}
