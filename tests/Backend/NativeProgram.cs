using Porting.Build;
using Porting.Build.Compile;
using Porting.Build.Hosted;
using Porting.Tests;

namespace Porting.Backend.Tests;

/// <summary>C# by the back end and C by gcc, linked and run.</summary>
internal static class NativeProgram
{
    public const string Head = """
        using System;
        using System.Numerics;
        using System.Runtime;
        using System.Runtime.CompilerServices;
        using Porting;
        namespace C;

        """;

    /// <summary>Members of a static class, so that their first line is line 8 of the file.</summary>
    public static CSharpSource Source(string members) =>
        new("unit.g.cs", $"{Head}[CFile(\"unit.c\")] internal static unsafe class unit {{\n{members}\n}}\n");

    public static void Compile(ScratchFolder folder, string members, params string[] options)
    {
        string work = folder.At("work");
        Directory.CreateDirectory(work);
        NativeObject.Build(
            new NativeObjectOptions([Source(members)], ["-msse2", "-fno-pie", .. options], work, folder.At("unit.o"))
        );
    }

    /// <summary>Compiled at -O2, linked with a C program, and run.</summary>
    public static ToolResult Run(string members, string program, params string[] options)
    {
        using ScratchFolder folder = new();
        Compile(folder, members, ["-O2", .. options]);
        folder.Write("main.c", program);
        ToolResult linked = ToolRunner.Run(
            Tool.Gcc.Locate(),
            ["-m32", "-no-pie", "-w", "-O1", "main.c", "unit.o", "-o", "program", "-lm"],
            folder.Path
        );
        Assert.True(linked.ExitStatus == 0, linked.Errors);
        return ToolRunner.Run(folder.At("program"), [], timeout: TimeSpan.FromSeconds(60));
    }

    public static IReadOnlyList<PortDiagnostic> Refusals(string members)
    {
        using ScratchFolder folder = new();
        return Assert.Throws<PortException>(() => Compile(folder, members, "-O1")).Diagnostics;
    }
}
