using Porting.Clang.Parse;
using Porting.Translator.Output.Files;

namespace Porting.Cli;

/// <summary>The paths of a compilation database.</summary>
internal static class CommandPaths
{
    /// <summary>A build may have gone through links that the project's folder is not reached by.</summary>
    public static CompileCommand WithoutLinks(CompileCommand command)
    {
        string directory = Paths.Real(command.Directory);
        string written = Path.GetFullPath(command.File, directory);
        // The last name may be a link to a file that another unit is as well: it stays.
        string real = Path.Combine(Paths.Real(Path.GetDirectoryName(written)!), Path.GetFileName(written));
        return real == written
            ? command with
            {
                Directory = directory,
            }
            : command with
            {
                Directory = directory,
                File = real,
                Arguments = [.. command.Arguments.Select(a => a == command.File ? real : a)],
            };
    }
}
