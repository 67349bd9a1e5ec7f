using System.Globalization;
using Porting.Build;

namespace Porting.Campaigns.RealWorld;

/// <summary>Instructions of a program as valgrind's callgrind counts them: the same however busy the machine is.</summary>
public static class Callgrind
{
    public static long Instructions(IReadOnlyList<string> command, string directory)
    {
        string program = Path.GetFullPath(command[0], directory);
        ToolResult counted = ToolRunner.Run(new Tool("valgrind", "valgrind").Locate(), ["--tool=callgrind", "--callgrind-out-file=/dev/null", program, .. command.Skip(1)], directory, TimeSpan.FromMinutes(20));
        string line = counted.Errors.Split('\n').LastOrDefault(l => l.Contains("Collected :", StringComparison.Ordinal)) ?? throw new PortException(PortDiagnostic.Error("PORT9302", SourceLocation.None, $"valgrind: {counted.FirstComplaint}"));
        return long.Parse(line.Split(':')[^1].Trim(), CultureInfo.InvariantCulture);
    }
}
