using System.Runtime.ExceptionServices;

namespace Porting.Translator;

/// <summary>Work on a thread that may nest deeply: lowering recurses as deep as the C nests.</summary>
public static class LargeStack
{
    private const int Bytes = 1 << 29;

    /// <summary>What the work returns or throws.</summary>
    public static T Run<T>(Func<T> work)
    {
        T? result = default;
        Exception? failure = null;
        Thread thread = new(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            Bytes
        );
        thread.Start();
        thread.Join();
        if (failure != null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return result!;
    }
}
