using System.Text;
using System.Text.Json;

namespace Porting.Clang.Parse;

/// <summary>How one unit is compiled. Arguments exclude the compiler's name and include the file.</summary>
public sealed record CompileCommand(string Directory, string File, IReadOnlyList<string> Arguments)
{
    /// <summary>Absolute path of the file.</summary>
    public string AbsoluteFile => Path.GetFullPath(File, Directory);

    /// <summary>The compiler, as the database names it.</summary>
    public string Compiler { get; init; } = "";

    public bool IsAssembler =>
        File.EndsWith(".S", StringComparison.Ordinal) || File.EndsWith(".s", StringComparison.Ordinal);
}

/// <summary>
/// Reads compile_commands.json (clang, "JSON Compilation Database Format Specification"): an array of objects with
/// directory, file, and arguments or command. A relative directory is one beside the database, so that a database can
/// be moved and copied along with its sources. Errors: PORT1010 file missing, PORT1011 not such a file.
/// </summary>
public static class CompileCommands
{
    /// <param name="shown">What messages call the file.</param>
    public static IReadOnlyList<CompileCommand> Load(string path, string? shown = null)
    {
        SourceLocation place = new(shown ?? path, 0, 0);
        if (!File.Exists(path))
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT1010",
                    place,
                    "not found; make it (CMake, meson and bear do, or clang -MJ), or have 'prepare' of port.json make it"
                )
            );
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
            string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            return [.. document.RootElement.EnumerateArray().Select(e => ReadEntry(e, folder))];
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            SourceLocation at = exception is JsonException { LineNumber: { } line, BytePositionInLine: { } column }
                ? place with
                {
                    Line = (int)line + 1,
                    Column = (int)column + 1,
                }
                : place;
            string what = exception.Message.Split(" LineNumber:")[0];
            throw new PortException(PortDiagnostic.Error("PORT1011", at, $"not a compilation database: {what}"));
        }
    }

    private static CompileCommand ReadEntry(JsonElement entry, string folder)
    {
        string directory = Path.GetFullPath(entry.GetProperty("directory").GetString() ?? "", folder);
        string file = entry.GetProperty("file").GetString() ?? "";
        IEnumerable<string> arguments = entry.TryGetProperty("arguments", out JsonElement list)
            ? list.EnumerateArray().Select(a => a.GetString() ?? "")
            : SplitCommand(entry.GetProperty("command").GetString() ?? "");
        string[] words = [.. arguments];
        if (words.Length > 1 && Path.GetFileName(words[0]) is "ccache" or "distcc" or "sccache")
        {
            words = words[1..];
        }

        return new CompileCommand(directory, file, [.. words.Skip(1)]) { Compiler = words.FirstOrDefault() ?? "" };
    }

    /// <summary>Splits as a POSIX shell does: white space, single and double quotes, backslash.</summary>
    public static IReadOnlyList<string> SplitCommand(string command)
    {
        List<string> words = [];
        StringBuilder word = new();
        bool inWord = false;
        char quote = '\0';
        for (int i = 0; i < command.Length; i++)
        {
            char c = command[i];
            if (c == '\\' && quote != '\'' && i + 1 < command.Length)
            {
                word.Append(command[++i]);
                inWord = true;
            }
            else if (quote != '\0' ? c == quote : c is '"' or '\'')
            {
                quote = quote == '\0' ? c : '\0';
                inWord = true;
            }
            else if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (inWord)
                {
                    words.Add(word.ToString());
                    word.Clear();
                    inWord = false;
                }
            }
            else
            {
                word.Append(c);
                inWord = true;
            }
        }

        if (inWord)
        {
            words.Add(word.ToString());
        }

        return words;
    }
}
