using System.Globalization;
using System.Text.RegularExpressions;
using Porting.Build;

namespace Porting.Tests;

/// <summary>
/// Instructions that an i386 program executes, the same however busy the machine is: counted by valgrind's callgrind,
/// or, where the running Linux refuses i386 programs and has QEMU for them, by a plugin of QEMU
/// (<c>count_instructions.c</c>). Both count every instruction of the program and its libraries; a repeated string
/// instruction counts at each repetition.
/// </summary>
internal static partial class InstructionCounter
{
    private static readonly Tool s_valgrind = new("valgrind", "valgrind");
    private static readonly Tool s_emulator = new("qemu-i386", "qemu-user");
    private static readonly Lazy<string> s_plugin = new(CompilePlugin);

    /// <summary>Whether this Linux hands i386 programs to QEMU (binfmt_misc): times of programs are then the
    /// emulator's.</summary>
    public static bool IsEmulated { get; } = Handlers().Any(h => h.Contains("/qemu-i386", StringComparison.Ordinal));

    /// <summary>Who counts, for tables.</summary>
    public static string Name => IsEmulated ? "QEMU's" : "callgrind's";

    public static bool IsInstalled => (IsEmulated ? s_emulator : s_valgrind).IsInstalled;

    /// <param name="command">A program and its arguments.</param>
    /// <param name="directory">Where it runs.</param>
    /// <param name="function">Counts this function and what it calls, in all its calls; null: the whole
    /// program.</param>
    /// <returns>Errors: PORT9302 when the program does not end with status 0 or nothing was counted.</returns>
    public static long Count(IReadOnlyList<string> command, string directory, string? function = null) =>
        IsEmulated ? ByEmulator(command, directory, function) : ByValgrind(command, directory, function);

    private static long ByValgrind(IReadOnlyList<string> command, string directory, string? function)
    {
        // Valgrind gives up on debug information of a newer kind than its own; symbols stay.
        string program = Path.Combine(Path.GetTempPath(), $"counted-{Guid.NewGuid():N}");
        try
        {
            ToolResult stripped = ToolRunner.Run(
                Tool.Objcopy.Locate(),
                ["--strip-debug", Path.GetFullPath(command[0], directory), program]
            );
            string[] options =
            [
                "--tool=callgrind",
                "--callgrind-out-file=/dev/null",
                .. function == null ? [] : new[] { $"--toggle-collect={function}" },
            ];
            ToolResult result =
                stripped.ExitStatus != 0
                    ? stripped
                    : ToolRunner.Run(
                        s_valgrind.Locate(),
                        [.. options, program, .. command.Skip(1)],
                        directory,
                        TimeSpan.FromMinutes(20)
                    );
            return Collected().Match(result.Errors) is { Success: true } match && result.ExitStatus == 0
                ? Number(match.Groups[1].Value)
                : throw Failed(command, result);
        }
        finally
        {
            File.Delete(program);
        }
    }

    private static long ByEmulator(IReadOnlyList<string> command, string directory, string? function)
    {
        string counted = Path.GetTempFileName();
        try
        {
            string plugin = $"{s_plugin.Value},out={counted}{(function == null ? "" : $",function={function}")}";
            ToolResult result = ToolRunner.Run(
                s_emulator.Locate(),
                ["-plugin", plugin, Path.GetFullPath(command[0], directory), .. command.Skip(1)],
                directory,
                TimeSpan.FromMinutes(20)
            );
            string number = File.ReadAllText(counted).Trim();
            return result.ExitStatus == 0 && number.Length > 0 ? Number(number) : throw Failed(command, result);
        }
        finally
        {
            File.Delete(counted);
        }
    }

    private static string CompilePlugin()
    {
        string plugin = Repository.At("artifacts/count_instructions.so");
        string made = $"{plugin}.{Environment.ProcessId}";
        ToolResult result = ToolRunner.Run(
            Tool.Clang.Locate(),
            [
                "-O2",
                "-shared",
                "-fPIC",
                "-Wall",
                "-Werror",
                Repository.At("tests/Shared/Instructions/count_instructions.c"),
                "-o",
                made,
            ]
        );
        if (result.ExitStatus != 0)
        {
            throw Failed(["count_instructions.c"], result);
        }

        File.Move(made, plugin, overwrite: true);
        return plugin;
    }

    private static IEnumerable<string> Handlers()
    {
        const string Folder = "/proc/sys/fs/binfmt_misc";
        return Directory.Exists(Folder)
            ? Directory
                .EnumerateFiles(Folder)
                .Where(f => Path.GetFileName(f) is not ("register" or "status"))
                .Select(File.ReadAllText)
                .Where(t => t.StartsWith("enabled", StringComparison.Ordinal))
            : [];
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static PortException Failed(IReadOnlyList<string> command, ToolResult result) =>
        new(
            PortDiagnostic.Error(
                "PORT9302",
                SourceLocation.None,
                $"counting instructions of {command[0]}: exit status {result.ExitStatus}: {result.FirstComplaint}"
            )
        );

    [GeneratedRegex(@"Collected : (\d+)")]
    private static partial Regex Collected();
}
