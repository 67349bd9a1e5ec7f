using System.Globalization;
using Porting.Build;
using Porting.Hosted;

namespace Porting.Campaigns.RealWorld;

/// <summary>Instructions of a program as valgrind's callgrind counts them: the same however busy the machine is.</summary>
public static class Callgrind
{
    public static long Instructions(IReadOnlyList<string> command, string directory)
    {
        // Valgrind gives up on debug information of a newer kind than its own.
        using WorkFolder work = new();
        string program = work.At("program");
        ToolResult stripped = ToolRunner.Run(Tool.Objcopy.Locate(), ["--strip-debug", Path.GetFullPath(command[0], directory), program]);
        if (stripped.ExitStatus != 0)
        {
            throw new PortException(PortDiagnostic.Error("PORT9302", SourceLocation.None, $"objcopy: {stripped.FirstComplaint}"));
        }

        ToolResult counted = ToolRunner.Run(new Tool("valgrind", "valgrind").Locate(), ["--tool=callgrind", "--callgrind-out-file=/dev/null", program, .. command.Skip(1)], directory, TimeSpan.FromMinutes(20));
        string line = counted.Errors.Split('\n').LastOrDefault(l => l.Contains("Collected :", StringComparison.Ordinal)) ?? throw new PortException(PortDiagnostic.Error("PORT9302", SourceLocation.None, $"valgrind: {counted.FirstComplaint}"));
        return long.Parse(line.Split(':')[^1].Trim(), CultureInfo.InvariantCulture);
    }
}
