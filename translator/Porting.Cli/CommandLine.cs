using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Porting.Translator.Output;

namespace Porting.Cli;

/// <summary>What is wrong with a command line, said with the word that is wrong and the one that was meant.</summary>
internal static partial class CommandLine
{
    /// <summary>The errors of a command line, in the order of its words; none when it can be run.</summary>
    public static IReadOnlyList<string> Errors(ParseResult parsed, IReadOnlyList<string> words)
    {
        Command command = parsed.CommandResult.Command;
        if (command is RootCommand root && words is [{ } verb, ..] && !verb.StartsWith('-'))
        {
            string[] verbs = [.. root.Subcommands.Select(c => c.Name)];
            return [$"'{verb}' is no verb of port{Meant(verb, verbs, $"; there are {string.Join(", ", verbs)}")}"];
        }

        string[] unknown = [.. parsed.UnmatchedTokens.Concat(Swallowed(parsed))];
        if (unknown.Length == 0)
        {
            return [.. parsed.Errors.Select(e => Worded(e.Message)).Distinct()];
        }

        string name = command is RootCommand ? "port" : $"port {command.Name}";
        string[] options = [.. command.Options.SelectMany(o => o.Aliases.Prepend(o.Name))];
        return
        [
            .. unknown.Select(word =>
                word.StartsWith('-') ? $"'{word}' is no option of '{name}'{Meant(word, options, "")}"
                : command.Arguments.Count == 0 ? $"'{name}' takes no '{word}'"
                : $"'{word}' is one too many for '{name}'"
            ),
        ];
    }

    /// <summary>
    /// The console would tell a terminal to go into application mode (terminfo's keypad_xmit) before anything else, and
    /// this tool draws nothing: while the console looks, the terminal is one that knows no modes. Programs that are
    /// started see it as it is.
    /// </summary>
    public static void WritePlainly()
    {
        string? terminal = Environment.GetEnvironmentVariable("TERM");
        Environment.SetEnvironmentVariable("TERM", "dumb");
        Console.OpenStandardOutput().Write([]);
        Console.OpenStandardError().Write([]);
        Environment.SetEnvironmentVariable("TERM", terminal);
    }

    /// <summary>An argument of any number of words takes misspelt options as well.</summary>
    private static IEnumerable<string> Swallowed(ParseResult parsed) =>
        parsed
            .CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(a => a.Tokens)
            .Select(t => t.Value)
            .Where(v => v.StartsWith('-') && v.Length > 1);

    private static string Meant(string word, IEnumerable<string> words, string otherwise) =>
        Suggestion.For(word, words) is { Length: > 0 } meant ? meant : otherwise;

    /// <summary>Without the names of .NET's types.</summary>
    private static string Worded(string message) =>
        NotANumber().Match(message) is { Success: true } match
            ? $"'{match.Groups[1].Value}' is no whole number, and {match.Groups[2].Value} takes one"
            : message;

    [GeneratedRegex("^Cannot parse argument '(.*)' for option '(.*)' as expected type 'System.Int32'")]
    private static partial Regex NotANumber();
}
