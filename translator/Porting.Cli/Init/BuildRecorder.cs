using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Porting.Cli.Init;

/// <summary>A call of a compiler, linker or archiver.</summary>
/// <param name="Directory">Where it ran.</param>
/// <param name="Program">By the name that the build used.</param>
internal sealed record RecordedCall(string Directory, string Program, IReadOnlyList<string> Arguments);

/// <summary>
/// Runs a build with wrappers of every compiler, linker and archiver of PATH in front of PATH. A wrapper notes its
/// folder and arguments, and becomes the real program. What those programs start themselves is not noted. Errors:
/// PORT9041 when the build fails or none of the programs was called.
/// </summary>
internal static partial class BuildRecorder
{
    /// <summary>The calls, in the order of their time.</summary>
    public static IReadOnlyList<RecordedCall> Run(IReadOnlyList<string> command)
    {
        DirectoryInfo scratch = System.IO.Directory.CreateTempSubdirectory("port-record-");
        try
        {
            string wrappers = scratch.CreateSubdirectory("bin").FullName;
            string notes = scratch.CreateSubdirectory("notes").FullName;
            string path = Environment.GetEnvironmentVariable("PATH") ?? "";
            WriteWrappers(wrappers, path);
            int status = Execute(command, $"{wrappers}{Path.PathSeparator}{path}", notes);
            if (status != 0)
            {
                throw Failed($"'{string.Join(' ', command)}' failed with exit status {status}; nothing was written");
            }

            RecordedCall[] calls =
            [
                .. new DirectoryInfo(notes)
                    .EnumerateFiles()
                    .OrderBy(f => f.LastWriteTimeUtc)
                    .ThenBy(f => f.Name, StringComparer.Ordinal)
                    .Select(f => Read(File.ReadAllText(f.FullName))),
            ];
            return calls.Length > 0
                ? calls
                : throw Failed(
                    $"'{string.Join(' ', command)}' called no compiler. If everything was up to date, give a command that "
                        + "builds from nothing (make -B); compilers that the build calls by an absolute path are not seen: "
                        + "give a compile_commands.json with --compile-commands then"
                );
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    public static PortException Failed(string message) =>
        new(PortDiagnostic.Error("PORT9041", SourceLocation.None, message));

    private static RecordedCall Read(string note)
    {
        string[] words = note.Split('\0')[..^1];
        return new RecordedCall(words[0], words[1], words[2..]);
    }

    private static void WriteWrappers(string folder, string path)
    {
        IEnumerable<string> programs = path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(System.IO.Directory.Exists)
            .SelectMany(System.IO.Directory.EnumerateFiles)
            .Where(f => Recorded().IsMatch(Path.GetFileName(f)))
            .DistinctBy(Path.GetFileName);
        foreach (string program in programs)
        {
            string wrapper = Path.Combine(folder, Path.GetFileName(program));
            // A process has its number for itself as long as it runs, and keeps it when it becomes the program.
            File.WriteAllText(
                wrapper,
                $"""
                #!/bin/sh
                if [ -z "$PORT_RECORD_INSIDE" ]; then
                    note=$PORT_RECORD_NOTES/$$
                    while [ -e "$note" ]; do note=$note.; done
                    printf '%s\0' "$PWD" {Quoted(Path.GetFileName(program))} "$@" >"$note"
                fi
                PORT_RECORD_INSIDE=1 exec {Quoted(program)} "$@"

                """
            );
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(wrapper, (UnixFileMode)0b111_101_101);
            }
        }
    }

    private static string Quoted(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static int Execute(IReadOnlyList<string> command, string path, string notes)
    {
        ProcessStartInfo info = new(command[0]) { UseShellExecute = false };
        foreach (string argument in command.Skip(1))
        {
            info.ArgumentList.Add(argument);
        }

        info.Environment["PATH"] = path;
        info.Environment["PORT_RECORD_NOTES"] = notes;
        info.Environment.Remove("PORT_RECORD_INSIDE");
        using Process process = new() { StartInfo = info };
        Children.Start(process);
        process.WaitForExit();
        return process.ExitCode;
    }

    [GeneratedRegex(@"^([\w.+]+-)*(cc|gcc|clang|ld|ar)(\.bfd|\.lld|\.gold)?(-[\d.]+)?$")]
    private static partial Regex Recorded();
}
