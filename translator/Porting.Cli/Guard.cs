using Porting.Translator.Output;

namespace Porting.Cli;

/// <summary>The last line of defence: every failure becomes a diagnostic and an exit status, never a stack
/// trace.</summary>
internal static class Guard
{
    public static int Run(Func<int> verb)
    {
        try
        {
            return verb();
        }
        catch (AggregateException several) // work that was done in parallel ends with its first failure
        {
            return Report(several.Flatten().InnerExceptions[0]);
        }
        catch (Exception exception)
        {
            return Report(exception);
        }
    }

    private static int Report(Exception failure)
    {
        switch (failure)
        {
            case PortException refused:
                Reporter.Print(refused.Diagnostics);
                return Reporter.ExitCodeFor(refused.Diagnostics);
            case UnauthorizedAccessException or IOException:
                Console.Error.WriteLine($"port: error PORT9010: {failure.Message}");
                return ExitCodes.CannotWrite;
            default:
                Console.Error.WriteLine(
                    $"port: error PORT9999: defect of the tool: {failure.GetType().Name}: {failure.Message} [{Place(failure)}]"
                );
                return ExitCodes.Defect;
        }
    }

    /// <summary>The innermost method of ours, enough to find the defect by.</summary>
    private static string Place(Exception exception)
    {
        IEnumerable<System.Reflection.MethodBase> methods = new System.Diagnostics.StackTrace(
            exception.GetBaseException()
        )
            .GetFrames()
            .Select(f => f.GetMethod())
            .OfType<System.Reflection.MethodBase>();
        System.Reflection.MethodBase? method =
            methods.FirstOrDefault(m =>
                m.DeclaringType?.Namespace?.StartsWith("Porting", StringComparison.Ordinal) == true
            ) ?? exception.TargetSite;
        return method == null ? "unknown" : $"{method.DeclaringType?.Name}.{method.Name}";
    }
}
