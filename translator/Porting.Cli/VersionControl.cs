using Porting.Build;

namespace Porting.Cli;

/// <summary>What git knows of a folder.</summary>
internal static class VersionControl
{
    /// <summary>Files below a folder that are as they were committed, by path; none where git is not, or does not
    /// answer.</summary>
    public static IReadOnlySet<string> Unchanged(string folder)
    {
        string[]? files = Ask(folder, "ls-files", "-z");
        string[]? changed = Ask(folder, "diff", "--name-only", "--relative", "-z", "HEAD");
        return files == null || changed == null ? new HashSet<string>() : files.Except(changed).ToHashSet();
    }

    private static string[]? Ask(string folder, params string[] question)
    {
        try
        {
            ToolResult result = ToolRunner.Run("git", question, folder);
            return result.ExitStatus == 0 ? result.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries) : null;
        }
        catch (Exception exception) when (exception is PortException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
