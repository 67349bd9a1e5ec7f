using Porting.Build;
using Porting.Build.Link;
using Porting.Clang.Parse;

namespace Porting.Cli;

/// <summary>How a unit is compiled that goes into the image as it is.</summary>
internal static class UnitInC
{
    /// <summary>By the compiler of the C's build; where that is not installed, by clang.</summary>
    public static DirectUnit Of(CompileCommand command)
    {
        bool isThere = command.Compiler.Contains('/')
            ? File.Exists(Path.GetFullPath(command.Compiler, command.Directory))
            : new Tool(command.Compiler, command.Compiler).IsInstalled;
        IReadOnlyList<string> arguments = ObjectArguments.Of(command);
        return isThere
            ? new DirectUnit(command.AbsoluteFile, command.Directory, command.Compiler, arguments)
            : new DirectUnit(command.AbsoluteFile, command.Directory, Tool.Clang.Name, ["-m32", .. arguments]);
    }
}
