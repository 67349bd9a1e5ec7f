using System.Diagnostics;

namespace Kernel.Proofs;

/// <summary>How far a long proof is, on the console every now and then.</summary>
public sealed class Progress(string what, long all = 0)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private TimeSpan _next = Pause;
    private long _done;

    public void Add(long count = 1)
    {
        lock (_lock)
        {
            _done += count;
            if (_watch.Elapsed < _next)
                return;
            _next = _watch.Elapsed + Pause;
            Console.WriteLine(
                $"  {_done:N0}{(all > 0 ? $" of {all:N0}" : "")} {what}, {_watch.Elapsed.TotalSeconds:F0} s"
            );
        }
    }
}
