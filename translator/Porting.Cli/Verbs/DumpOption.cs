using System.CommandLine;
using Porting.Translator.Output;
using Porting.Translator.Passes;

namespace Porting.Cli.Verbs;

/// <summary><c>--dump-after PASS</c>.</summary>
internal static class DumpOption
{
    public static Option<PassDump?> Create() =>
        new("--dump-after")
        {
            Description =
                "Write nothing; print the statements of every function as a pass leaves them: "
                + string.Join(", ", PassDump.Passes)
                + ".",
            HelpName = "PASS",
            CustomParser = result =>
            {
                string name = result.Tokens is [var only] ? only.Value : "";
                if (PassDump.Passes.Contains(name))
                {
                    return new PassDump(name);
                }

                string meant = Suggestion.For(name, PassDump.Passes);
                string all = $"; there are {string.Join(", ", PassDump.Passes)}";
                result.AddError($"'{name}' is no pass{(meant.Length > 0 ? meant : all)}");
                return null;
            },
        };
}
