using Porting.Build;

namespace Porting.Hosted;

/// <summary>Objects to a program, by clang as the linker's driver: the start-up files and the C library are the
/// system's.</summary>
public static class HostedLinker
{
    /// <summary>The objects have absolute addresses in their code; position-independent executables cannot have
    /// those.</summary>
    private static readonly string[] Fixed = ["-m32", "-no-pie"];

    public static ToolResult Link(string directory, IEnumerable<string> arguments) =>
        ToolRunner.Run(Tool.Clang.Locate(), Fixed.Concat(arguments), directory);
}
