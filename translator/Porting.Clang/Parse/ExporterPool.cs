namespace Porting.Clang.Parse;

/// <summary>Numbered work for several exporters, each with a thread of its own. Items are begun in order; an exporter
/// that died is replaced.</summary>
internal static class ExporterPool
{
    /// <summary>Reading a message recurses as deep as the C nests.</summary>
    private const int StackBytes = 1 << 29;

    /// <param name="path">The exporter.</param>
    /// <param name="count">Number of items.</param>
    /// <param name="workers">Most exporters at once.</param>
    /// <param name="work">Does one item; says whether the exporter lives.</param>
    public static void Run(string path, int count, int workers, Func<ExporterProcess, int, bool> work)
    {
        Exception? failure = null;
        int next = -1;
        void Work()
        {
            ExporterProcess? exporter = null;
            try
            {
                for (
                    int i = Interlocked.Increment(ref next);
                    i < count && failure == null;
                    i = Interlocked.Increment(ref next)
                )
                {
                    exporter ??= new ExporterProcess(path);
                    if (!work(exporter, i))
                    {
                        exporter.Dispose();
                        exporter = null;
                    }
                }
            }
            catch (Exception exception)
            {
                failure = exception; // thrown again below, on the caller's thread
            }
            finally
            {
                exporter?.Dispose();
            }
        }

        Thread[] threads =
        [
            .. Enumerable.Range(0, Math.Max(1, Math.Min(workers, count))).Select(_ => new Thread(Work, StackBytes)),
        ];
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        if (failure != null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
    }
}
