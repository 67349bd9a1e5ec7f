using Porting.Clang.Options;

namespace Porting.Clang.Parse;

/// <summary>
/// What a unit's command asks of the compiler beside where things go: its arguments without the file itself, the output,
/// the stage to stop at and the dependencies that it writes. To be run in the command's own folder, by which relative
/// paths, separate ones too (<c>-I dir</c>, <c>-include file</c>), mean what they mean in the C's build.
/// </summary>
public static class ObjectArguments
{
    /// <summary>Stages, and files beside the object: -MF and the like with their values.</summary>
    private static readonly HashSet<string> Left = new(StringComparer.Ordinal)
    {
        "-c",
        "-S",
        "-E",
        "-o",
        "-M",
        "-MM",
        "-MD",
        "-MMD",
        "-MP",
        "-MG",
        "-MF",
        "-MT",
        "-MQ",
        "-MJ",
        "-MV",
        "-save-temps",
        "-pipe",
    };

    public static IReadOnlyList<string> Of(CompileCommand command)
    {
        List<string> kept = [];
        for (int i = 0; i < command.Arguments.Count; )
        {
            string word = command.Arguments[i];
            FoundOption? found = word.StartsWith('-') && word.Length > 1 ? Find(command.Arguments, i) : null;
            int count = found?.Words.Count ?? 1;
            bool isFile = !word.StartsWith('-') && IsFile(command, word);
            // "-Wp,-MMD,file" is how Linux's kbuild asks for dependencies.
            bool isLeft =
                (found != null && Left.Contains(found.Option.Name))
                || word.StartsWith("-Wp,-M", StringComparison.Ordinal);
            if (!isFile && !isLeft)
            {
                kept.AddRange(command.Arguments.Skip(i).Take(count));
            }

            i += count;
        }

        return kept;
    }

    /// <summary>An option without its value is the compiler's to complain about.</summary>
    private static FoundOption? Find(IReadOnlyList<string> words, int at)
    {
        try
        {
            return OptionTable.Clang.Find(words, at);
        }
        catch (PortException)
        {
            return null;
        }
    }

    private static bool IsFile(CompileCommand command, string word) =>
        word == command.File || Path.GetFullPath(word, command.Directory) == command.AbsoluteFile;
}
