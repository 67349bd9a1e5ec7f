using Porting.Clang.Options;
using Porting.Clang.Parse;

namespace Porting.Cli;

/// <summary>
/// Looks through the options of a compilation database: what a kernel's units ask of the compiler has its effect or
/// needs none (<see cref="OptionTable"/>). Errors: PORT9012 once for each refused option, at the first unit that has
/// it; PORT2004 where units differ in whether char has a sign, which is one type for the whole program.
/// </summary>
internal static class CommandCheck
{
    public static void Run(IReadOnlyList<CompileCommand> commands, Func<string, string> relative)
    {
        Dictionary<string, PortDiagnostic> refused = new(StringComparer.Ordinal);
        CompileCommand[] units = [.. commands.Where(c => !c.IsAssembler)];
        foreach (CompileCommand command in units)
        {
            SourceLocation place = new(relative(command.AbsoluteFile), 0, 0);
            for (int i = 0; i < command.Arguments.Count; i++)
            {
                if (!command.Arguments[i].StartsWith('-'))
                {
                    continue;
                }

                try
                {
                    RefuseInKernels(command.Arguments[i]);
                    i += OptionTable.Clang.Accept(command.Arguments, i).Words.Count - 1;
                }
                catch (PortException problem)
                {
                    refused.TryAdd(command.Arguments[i], problem.Diagnostics[0] with { Location = place });
                }
            }
        }

        if (units.FirstOrDefault(u => HasUnsignedChar(u) != HasUnsignedChar(units[0])) is { } other)
        {
            refused["char"] = PortDiagnostic.Error(
                "PORT2004",
                new SourceLocation(relative(other.AbsoluteFile), 0, 0),
                $"char is {(HasUnsignedChar(other) ? "unsigned" : "signed")} here and not in {relative(units[0].AbsoluteFile)}: compile all units with the same of -fsigned-char and -funsigned-char"
            );
        }

        if (refused.Count > 0)
        {
            throw new PortException([.. refused.Values]);
        }
    }

    /// <summary>What is of programs alone: generated C# is without the places of the C that checks name, and a kernel
    /// has no runtime that writes counters.</summary>
    private static void RefuseInKernels(string word)
    {
        string? reason =
            OperationChecks.AreAskedFor([word]) ? ": checks name places of the C, which generated C# is without"
            : word.Split('=')[0] is "-fprofile-instr-generate" or "-fcoverage-mapping"
                ? " in kernels: regions of the C are counted in programs alone"
            : null;
        if (reason != null)
        {
            throw new PortException(
                PortDiagnostic.Error("PORT9012", SourceLocation.None, $"{word} is not supported{reason}")
            );
        }
    }

    private static bool HasUnsignedChar(CompileCommand command) =>
        command.Arguments.LastOrDefault(a =>
            a is "-funsigned-char" or "-fsigned-char" or "-fno-signed-char" or "-fno-unsigned-char"
        )
            is "-funsigned-char"
                or "-fno-signed-char";
}
