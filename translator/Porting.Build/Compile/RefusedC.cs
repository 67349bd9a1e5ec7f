using System.Globalization;
using System.Text.RegularExpressions;
using Porting.Clang.Parse;

namespace Porting.Build.Compile;

/// <summary>
/// Of a module that clang does not take: what it says of the C that the module was made from. Inline assembly that no
/// assembler takes is the C's fault, and clang tells where it stands there.
/// </summary>
internal static partial class RefusedC
{
    /// <param name="root">Places are relative to it.</param>
    /// <returns>clang's errors; none where it takes the file.</returns>
    public static IReadOnlyList<PortDiagnostic> Errors(CSource source, string root)
    {
        string[] asked = ["-m32", "-w", .. source.Arguments, "-g0", "-c", "-o", "/dev/null", source.File];
        ToolResult result = ToolRunner.Run(Tool.Clang.Locate(), asked, source.Directory);
        if (result.ExitStatus == 0)
        {
            return [];
        }

        string said = Count().Replace(result.Errors, "");
        Match[] heads = Head().Matches(said).ToArray();
        return
        [
            .. heads.Select(
                (head, i) =>
                {
                    int end = i + 1 < heads.Length ? heads[i + 1].Index : said.Length;
                    int Number(string group) => int.Parse(head.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
                    string path = Path.GetFullPath(head.Groups["file"].Value, source.Directory);
                    return PortDiagnostic.Error(
                        "PORT5021",
                        new SourceLocation(Path.GetRelativePath(root, path), Number("line"), Number("column")),
                        head.Groups["message"].Value
                    ) with
                    {
                        Printed = said[head.Index..end],
                    };
                }
            ),
        ];
    }

    [GeneratedRegex(
        @"^(?<file>[^<\n][^:\n]*):(?<line>\d+):(?<column>\d+): (fatal )?error: (?<message>.*)$",
        RegexOptions.Multiline
    )]
    private static partial Regex Head();

    /// <summary>The last line: port counts by itself.</summary>
    [GeneratedRegex(@"^\d+ errors? generated\.\n", RegexOptions.Multiline)]
    private static partial Regex Count();
}
