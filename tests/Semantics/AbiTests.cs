using Porting.Build;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary>Values of every kind across the C boundary, both ways: by value, in registers, by pointers to functions, as
/// variable arguments. The other side is clang's or gcc's; clang's program says what is right.</summary>
public sealed class AbiTests
{
    private static readonly string[] Flags = ["-m32", "-msse2", "-w", "-O2", "-no-pie"];

    private static string Source(string name) => Repository.At($"tests/Semantics/Abi/{name}.c");

    private static void Run(ScratchFolder folder, Tool tool, params string[] arguments)
    {
        ToolResult result = ToolRunner.Run(tool.Locate(), arguments, folder.Path);
        Assert.True(result.ExitStatus == 0, result.Errors);
    }

    [Fact]
    public void Values_of_every_kind_cross_the_boundary() => Compare("main", "lib");

    /// <summary>The code of others finds the stack as the convention has it, also where only a pointer leads to it; and
    /// a function has one address.</summary>
    [Fact]
    public void Calls_through_pointers_keep_the_convention() => Compare("pointers", "pointers_lib");

    [Fact]
    public void Functions_have_the_convention_that_they_ask_for() => Compare("conventions", "conventions_lib");

    /// <summary>For all functions of a build, the calls that compilers insert among them.</summary>
    [Theory]
    [InlineData("-mregparm=3")]
    [InlineData("-mregparm=1")]
    [InlineData("-freg-struct-return")]
    [InlineData("-mregparm=3", "-mrtd", "-freg-struct-return")]
    public void A_build_has_the_convention_that_it_asks_for(params string[] options) =>
        Compare("registers", "registers_lib", [.. options, "-ffreestanding"]);

    private static void Compare(string main, string lib, params string[] options)
    {
        using ScratchFolder folder = new();
        foreach (string unit in (string[])[main, lib])
        {
            Answer made = PortTool.Run(
                folder.Path,
                ["cc", "-w", "-O1", .. options, "-c", Source(unit), "-o", $"{unit}.port.o"]
            );
            Assert.True(made.ExitStatus == 0, made.Errors);
            Run(folder, Tool.Clang, [.. Flags, .. options, "-c", Source(unit), "-o", $"{unit}.clang.o"]);
            Run(folder, Tool.Gcc, [.. Flags, .. options, "-Wno-psabi", "-c", Source(unit), "-o", $"{unit}.gcc.o"]);
        }

        string expected = Output(folder, $"{main}.clang.o", $"{lib}.clang.o");
        foreach (
            (string caller, string callee) in (ReadOnlySpan<(string, string)>)
                [("port", "port"), ("port", "clang"), ("clang", "port"), ("port", "gcc"), ("gcc", "port")]
        )
        {
            string output = Output(folder, $"{main}.{caller}.o", $"{lib}.{callee}.o");
            Assert.True(expected == output, $"{caller} calls {callee}: {output}");
        }
    }

    private static string Output(ScratchFolder folder, string main, string lib)
    {
        Run(folder, Tool.Gcc, "-m32", "-no-pie", main, lib, "-o", "program", "-lm");
        ToolResult ran = ToolRunner.Run(folder.At("program"), []);
        return $"{ran.Output}exit {ran.ExitStatus}";
    }
}
