using Porting.Backend.Profile;
using Porting.Clang.Parse;

namespace Porting.Build.Compile;

/// <summary>Asks clang what it counts in a C file, and what regions of the C the counters are of.</summary>
internal static class ClangProfile
{
    /// <exception cref="PortException">PORT5021: clang does not take the file.</exception>
    public static CProfile Read(CSource source, string workDirectory)
    {
        string output = Path.Combine(workDirectory, "profile.ll");
        string[] asked = ["-w", ClangParser.CastOutputs, "-Xclang", "-disable-llvm-passes", "-S", "-emit-llvm"];
        ToolResult result = ToolRunner.Run(
            Tool.Clang.Locate(),
            ["-m32", .. source.Arguments, "-g0", .. asked, "-o", output, source.File],
            source.Directory
        );
        return result.ExitStatus == 0
            ? CProfile.Parse(File.ReadAllText(output))
            : throw new PortException(
                PortDiagnostic.Error("PORT5021", SourceLocation.None, $"clang: {result.FirstComplaint}")
            );
    }
}
