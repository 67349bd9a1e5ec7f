using Porting.Backend.Il;
using Porting.Backend.Lower;

namespace Porting.Backend;

/// <summary>A line of C# that came from a line of C.</summary>
public readonly record struct CPlace(string File, int Line);

/// <summary>What one module is made of.</summary>
/// <param name="Assembly">All IL.</param>
/// <param name="Target">The machine.</param>
public sealed record ModuleInput(IlAssembly Assembly, Target Target)
{
    /// <summary>A bare machine: nothing of a C library.</summary>
    public bool IsKernel { get; init; }

    /// <summary>The C place of a C# line, null for handwritten code; null for no debug information at all.</summary>
    public Func<string, int, CPlace?>? Lines { get; init; }

    /// <summary>What clang tells the debugger of the C; null for C#'s own names and types.</summary>
    public Debug.CDebug? C { get; init; }

    /// <summary>clang's module of a C text, before any pass, by the options of the unit, their sanitizers among them or
    /// not; null where there is no clang.</summary>
    public Func<string, bool, string>? CompileC { get; init; }

    /// <summary>The absolute path, without .gcno and .gcda, of the files of LLVM's pass that counts how often lines run
    /// (GCOVProfiling.cpp); null without it.</summary>
    public string? CoverageStem { get; init; }

    /// <summary>-fprofile-instr-generate: clang's counters and regions of the C; null without it.</summary>
    public Profile.CProfile? Profile { get; init; }

    /// <summary>Where paths of C files start.</summary>
    public string Directory { get; init; } = "";

    /// <summary>The main C file.</summary>
    public string MainFile { get; init; } = "";

    /// <summary>The C# place of an instruction.</summary>
    internal SourceLocation PlaceOf(IlMethod method, int offset) =>
        Debug.SequencePoints.Find(method, offset) is { } point
            ? new SourceLocation(point.File, point.Line, point.Column)
            : SourceLocation.None;
}

/// <summary>One of several modules of a program.</summary>
/// <param name="Name">Tells it from the others.</param>
/// <param name="Source">Its main file, for the debugger.</param>
public sealed record ModulePart(string Name, string Source, Target Target)
{
    /// <summary>What clang tells the debugger of the C; null for C#'s own names and types.</summary>
    public Debug.CDebug? C { get; init; }

    /// <inheritdoc cref="ModuleInput.CompileC"/>
    public Func<string, bool, string>? CompileC { get; init; }
}

/// <summary>How a program is divided into modules.</summary>
/// <param name="PartOf">The module's name, of a C# file; null for files whose code is in each module that uses
/// it.</param>
/// <param name="Rest">The module that has what belongs to no other one and is there once.</param>
public sealed record Division(IReadOnlyList<ModulePart> Parts, Func<string, string?> PartOf, string Rest);

/// <summary>IL to LLVM IR: the entry of this project.</summary>
public static class BackEnd
{
    /// <returns>A module in LLVM's assembly language: the same for the same input.</returns>
    /// <exception cref="PortException">PORT5020: code outside of the language that is compiled, at its C# line.
    /// </exception>
    public static string Lower(ModuleInput input) => new ModuleLowering(input, null).Write();

    /// <summary>The same in several modules; the input's own target is that of no module.</summary>
    /// <returns>Text by name, in the order of the division.</returns>
    public static IReadOnlyList<KeyValuePair<string, string>> Lower(ModuleInput input, Division division) =>
        ProgramLowering.Write(input, division);
}
