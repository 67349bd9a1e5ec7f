using System.Text.RegularExpressions;

namespace Porting.Build.Link;

/// <summary>GNU ld for the image. Errors: PORT6001 undefined symbol and PORT6002 symbol defined twice, each symbol once
/// with the first object that has to do with it; PORT6003 anything else.</summary>
internal static partial class Linker
{
    public static void Link(IReadOnlyList<string> objects, LinkStep step, string output)
    {
        ToolResult result = ToolRunner.Run(
            Tool.Ld.Locate(),
            [
                "-m",
                "elf_i386",
                // A "-b binary" among the arguments would make the image one too.
                "--oformat",
                "elf32-i386",
                "--no-warn-rwx-segments",
                .. step.Script.Length > 0 ? (string[])["-T", step.Script] : [],
                "-o",
                output,
                .. objects,
                .. step.Arguments,
            ],
            step.Directory
        );
        if (result.ExitStatus != 0)
        {
            File.Delete(output);
            throw new PortException(Problems(result));
        }
    }

    internal static PortDiagnostic[] Problems(ToolResult result)
    {
        PortDiagnostic[] undefined =
        [
            .. Undefined()
                .Matches(result.Errors)
                .DistinctBy(m => m.Groups[2].Value)
                .Select(m =>
                    Error(
                        "PORT6001",
                        $"undefined symbol '{m.Groups[2].Value}', used in {ObjectName(m.Groups[1].Value)}"
                    )
                ),
        ];
        PortDiagnostic[] twice =
        [
            .. Twice()
                .Matches(result.Errors)
                .DistinctBy(m => m.Groups[2].Value)
                .Select(m =>
                    Error(
                        "PORT6002",
                        $"symbol '{m.Groups[2].Value}' is defined twice, the second time in {ObjectName(m.Groups[1].Value)}"
                    )
                ),
        ];
        return undefined.Length + twice.Length > 0
            ? [.. undefined, .. twice]
            : [Error("PORT6003", $"ld: {result.FirstComplaint}")];
    }

    /// <summary>Objects are kept under a hash and their name.</summary>
    private static string ObjectName(string path) => HashPrefix().Replace(Path.GetFileName(path), "");

    private static PortDiagnostic Error(string code, string message) =>
        PortDiagnostic.Error(code, SourceLocation.None, message);

    [GeneratedRegex(
        @"(?:^|\n)(?:[^\n:]*ld: )?([^\n: ]+\.o): in function [^\n]*\n?[^\n]*undefined reference to `([^']+)'|undefined reference to `(?<2>[^']+)'"
    )]
    private static partial Regex Undefined();

    [GeneratedRegex(
        @"(?:^|\n)(?:[^\n:]*ld: )?([^\n: ]+\.o):(?: in function [^\n]*\n)?[^\n]*multiple definition of `([^']+)'"
    )]
    private static partial Regex Twice();

    [GeneratedRegex(@"^[0-9a-f]{12}\.")]
    private static partial Regex HashPrefix();
}
