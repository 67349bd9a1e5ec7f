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
        catch (PortException exception)
        {
            Reporter.Print(exception.Diagnostics);
            return Reporter.ExitCodeFor(exception.Diagnostics);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            Console.Error.WriteLine($"port: error PORT9010: {exception.Message}");
            return ExitCodes.CannotWrite;
        }
        catch (AggregateException several) when (several.GetBaseException() is not AggregateException)
        {
            Exception one = several.GetBaseException(); // work that was done in parallel ends with its first failure
            return Run(() =>
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(one);
                return 0;
            });
        }
        catch (Exception exception)
        {
            Console.Error.WriteLine(
                $"port: error PORT9999: defect of the tool: {exception.GetType().Name}: {exception.Message} [{Place(exception)}]"
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
