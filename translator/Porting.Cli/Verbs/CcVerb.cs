using System.CommandLine;
using Porting.Hosted;

namespace Porting.Cli.Verbs;

/// <summary><c>port cc</c>: a C compiler's command line. Its options are not this tool's, so the words are taken before
/// anything else looks at them.</summary>
internal static class CcVerb
{
    public static Command Create() =>
        new(
            "cc",
            "A C compiler for 32-bit Linux by way of C#: make CC=\"port cc\". Takes clang's options, and --keep-csharp DIR."
        )
        {
            TreatUnmatchedTokensAsErrors = false,
        };

    public static int Run(IReadOnlyList<string> arguments, ICcHost host)
    {
        void Report(PortDiagnostic diagnostic) => host.Complain(Line(diagnostic));
        try
        {
            return new CcDriver(CcOptions.Parse(arguments, host.Directory), host, Report).Run();
        }
        catch (PortException refused)
        {
            foreach (PortDiagnostic diagnostic in refused.Diagnostics)
            {
                Report(diagnostic);
            }

            return 1;
        }
    }

    /// <summary>As compilers write it: <c>file:line:column: error: text</c>; clang's as clang writes them.</summary>
    private static string Line(PortDiagnostic d)
    {
        if (d.Printed.Length > 0)
        {
            return d.Printed.Remove(d.Printed.LastIndexOf('\n'), 1);
        }

        string place =
            d.Location.File.Length == 0 ? "port cc: "
            : d.Location.Line == 0 ? $"{d.Location.File}: "
            : $"{d.Location.File}:{d.Location.Line}:{d.Location.Column}: ";
        string code = d.Code is "PORT1001" or "PORT1002" or "PORT1100" ? "" : $" [{d.Code}]";
        return $"{place}{(d.Severity == PortSeverity.Error ? "error" : "warning")}: {d.Message}{code}";
    }
}
