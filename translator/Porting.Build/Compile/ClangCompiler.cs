using System.Collections.Concurrent;
using Porting.Backend;
using Porting.Clang.Options;
using Porting.Clang.Parse;

namespace Porting.Build.Compile;

/// <summary>clang as the second half of the back end: it says what the target is, and compiles LLVM IR.</summary>
internal static class ClangCompiler
{
    /// <param name="emit">What is made: an object when nothing else is asked for.</param>
    /// <param name="directory">Where relative paths among the options start; null for the process's.</param>
    /// <param name="errorsOfC">Of the C that the module comes from: what clang says of it instead.</param>
    /// <exception cref="PortException">PORT5021: clang does not take the module.</exception>
    public static void Compile(
        IReadOnlyList<string> options,
        string text,
        string output,
        IReadOnlyList<string>? emit = null,
        string? directory = null,
        ClangSession? session = null,
        Func<IReadOnlyList<PortDiagnostic>>? errorsOfC = null,
        CancellationToken cancellation = default
    )
    {
        string[] arguments = ["-m32", "-w", .. options, .. emit ?? ["-c"], "-x", "ir", text, "-o", output];
        if (IsDone(session, directory, arguments))
        {
            return;
        }

        ToolResult result = ToolRunner.Run(Tool.Clang.Locate(), arguments, directory, cancellation: cancellation);
        if (result.ExitStatus != 0)
        {
            throw new PortException(errorsOfC?.Invoke() is { Count: > 0 } errors ? errors : [Refusal(result)]);
        }
    }

    private static PortDiagnostic Refusal(ToolResult result) =>
        PortDiagnostic.Error(
            "PORT5021",
            SourceLocation.None,
            $"the back end's code is refused by clang: {Complaint(result)}"
        );

    /// <summary>About inline assembly clang names a line of its text, and shows it below: that is what to look for in
    /// the C.</summary>
    private static string Complaint(ToolResult result)
    {
        string[] lines = [.. result.Complaints];
        return lines is [var said, var shown, ..] && said.StartsWith("<inline asm>", StringComparison.Ordinal)
            ? $"{said}: {shown}"
            : result.FirstComplaint;
    }

    private static readonly ConcurrentDictionary<string, Target> Targets = [];

    /// <summary>What clang makes of the options.</summary>
    public static Target TargetOf(
        IReadOnlyList<string> options,
        string workDirectory,
        string? directory = null,
        ClangSession? session = null
    ) =>
        Targets.GetOrAdd(
            string.Join('\n', options.Any(MayNameFile) ? options.Prepend(directory ?? "") : options),
            _ =>
                Target.Parse(
                    Module(Target.Sample, "target", ["-m32", "-w", .. options], workDirectory, directory, session)
                )
        );

    /// <summary>clang's module of a C text, before any pass: without what it would tell the debugger and the
    /// optimiser's alias analysis.</summary>
    /// <param name="isChecked">With the sanitizers of C's operations that the options ask for; else arithmetic is
    /// defined.</param>
    public static string ModuleOf(
        string c,
        bool isChecked,
        IReadOnlyList<string> options,
        string workDirectory,
        string? directory = null,
        ClangSession? session = null
    ) =>
        Module(
            c,
            isChecked ? "checks" : "expressions",
            ["-m32", "-w", .. isChecked ? options : Unchecked(options), "-std=gnu23", "-g0", "-fno-strict-aliasing"],
            workDirectory,
            directory,
            session
        );

    private static IEnumerable<string> Unchecked(IReadOnlyList<string> options) =>
        OperationChecks.AreAskedFor(options)
            ?
            [
                .. options.Where(a => !a.StartsWith("-ftrapv", StringComparison.Ordinal)),
                "-fno-sanitize=undefined,integer,float-divide-by-zero",
                "-fwrapv",
            ]
            : options;

    private static string Module(
        string c,
        string name,
        string[] options,
        string workDirectory,
        string? directory,
        ClangSession? session
    )
    {
        string source = Path.Combine(workDirectory, name + ".c");
        File.WriteAllText(source, c);
        string[] asked = [.. options, "-Xclang", "-disable-llvm-passes", "-S", "-emit-llvm", source, "-o"];
        string made = Path.Combine(workDirectory, name + ".ll");
        if (IsDone(session, directory, [.. asked, made]))
        {
            return File.ReadAllText(made);
        }

        ToolResult result = ToolRunner.Run(Tool.Clang.Locate(), [.. asked, "-"], directory);
        return result.ExitStatus == 0
            ? result.Output
            : throw new PortException(
                PortDiagnostic.Error("PORT5021", SourceLocation.None, $"clang: {result.FirstComplaint}")
            );
    }

    private static bool IsDone(ClangSession? session, string? directory, IReadOnlyList<string> arguments) =>
        session?.Compile(directory ?? Environment.CurrentDirectory, arguments) == true;

    /// <summary>-fprofile-use=FILE and its like mean another file in another folder.</summary>
    private static bool MayNameFile(string option) =>
        option.StartsWith("-f", StringComparison.Ordinal) && option.Contains('=', StringComparison.Ordinal);
}
