namespace Porting.Clang.Parse;

/// <summary>Numbered work on several threads with stacks for deep trees.</summary>
public static class Threads
{
    /// <summary>Reading and lowering recurse as deep as the C nests.</summary>
    private const int StackBytes = 1 << 29;

    /// <summary>Does items 0 to count - 1, begun in order; on this very thread when there is one worker. The first
    /// exception ends it, and is thrown here.</summary>
    public static void ForAll(int count, int workers, Action<int> work)
    {
        if (workers == 1)
        {
            for (int i = 0; i < count; i++)
            {
                work(i);
            }

            return;
        }

        int next = -1;
        Exception? failure = null;
        void Work()
        {
            try
            {
                for (
                    int i = Interlocked.Increment(ref next);
                    i < count && failure == null;
                    i = Interlocked.Increment(ref next)
                )
                {
                    work(i);
                }
            }
            catch (Exception exception)
            {
                failure = exception; // thrown again below, on the caller's thread
            }
        }

        Thread[] threads = [.. Enumerable.Range(0, Math.Min(workers, count)).Select(_ => new Thread(Work, StackBytes))];
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        if (failure != null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
    }
}
