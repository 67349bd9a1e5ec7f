using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Porting.Build;

/// <summary>An outside program that the back end runs: its name and the Debian package that has it.</summary>
public sealed record Tool(string Name, string Package)
{
    public static readonly Tool Clang = new("clang-19", "clang-19");
    public static readonly Tool Ld = new("ld", "binutils");
    public static readonly Tool As = new("as", "binutils");
    public static readonly Tool Objcopy = new("objcopy", "binutils");
    public static readonly Tool Lld = new("ld.lld-19", "lld-19");
    public static readonly Tool Gcc = new("gcc", "gcc-multilib"); // its start-up files and libraries, too
    public static readonly Tool Qemu = new("qemu-system-i386", "qemu-system-x86");
    public static readonly Tool Gdb = new("gdb", "gdb");
    public static readonly Tool GrubMkrescue = new("grub-mkrescue", "grub-common");

    public bool IsInstalled => Find() != null;

    /// <summary>The full path, or PORT9301 that says what to install.</summary>
    public string Locate() =>
        Find()
        ?? throw new PortException(
            PortDiagnostic.Error(
                "PORT9301",
                SourceLocation.None,
                $"the program '{Name}' is missing; install the Debian package {Package}"
            )
        );

    private string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, Name))
            .FirstOrDefault(File.Exists);
}

/// <summary>What a program left behind. A program that ran out of time was killed and has no exit status of its
/// own.</summary>
public sealed record ToolResult(int ExitStatus, string Output, string Errors, bool HasTimedOut)
{
    /// <summary>What it complained about, line by line, none empty.</summary>
    public IEnumerable<string> Complaints =>
        (Errors + "\n" + Output).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0);

    /// <summary>The first of them, for a diagnostic of one line.</summary>
    public string FirstComplaint => Complaints.FirstOrDefault() ?? $"exit status {ExitStatus}, no message";
}

/// <summary>Runs a program to its end, both outputs captured, no input, and kills it with its children when its time is
/// over. PORT9302 for one that cannot be run; PORT9010 for one that had no room for its output, whatever it calls that
/// and exits with: neither is the input's fault.</summary>
public static class ToolRunner
{
    /// <summary>The system's words (strerror: ENOSPC, EDQUOT, EROFS) as programs append them.</summary>
    private static readonly string[] NoRoom =
    [
        ": No space left on device",
        "'No space left on device'",
        ": Disk quota exceeded",
        "'Disk quota exceeded'",
        ": Read-only file system",
        "'Read-only file system'",
    ];

    public static ToolResult Run(
        string path,
        IEnumerable<string> arguments,
        string? workingDirectory = null,
        TimeSpan? timeout = null,
        CancellationToken cancellation = default
    )
    {
        using Process process = new() { StartInfo = StartInfo(path, arguments, workingDirectory) };
        StringBuilder output = new();
        StringBuilder errors = new();
        process.OutputDataReceived += (_, e) => Append(output, e.Data);
        process.ErrorDataReceived += (_, e) => Append(errors, e.Data);
        try
        {
            Children.Start(process);
        }
        catch (Win32Exception exception)
        {
            throw CannotRun(path, exception.Message);
        }

        using CancellationTokenRegistration abandoned = cancellation.Register(() => Kill(process));
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        bool hasEnded = process.WaitForExit(timeout ?? TimeSpan.FromMinutes(5));
        if (!hasEnded)
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit(); // until both outputs are read to their end
        if (hasEnded && Children.Failure(process.ExitCode, errors.ToString()) is { } reason)
        {
            throw CannotRun(path, reason);
        }

        ToolResult result = new(
            hasEnded ? process.ExitCode : -1,
            output.ToString(),
            errors.ToString(),
            HasTimedOut: !hasEnded
        );
        return
            result.ExitStatus != 0
            && result.Errors.Split('\n').FirstOrDefault(l => NoRoom.Any(l.Contains)) is { } complaint
            ? throw CannotWrite(path, complaint)
            : result;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // Already gone.
        }
    }

    private static PortException CannotWrite(string path, string complaint) =>
        new(PortDiagnostic.Error("PORT9010", SourceLocation.None, $"{Path.GetFileName(path)}: {complaint.Trim()}"));

    private static PortException CannotRun(string path, string reason) =>
        new(PortDiagnostic.Error("PORT9302", SourceLocation.None, $"'{path}' cannot be run: {reason}"));

    private static ProcessStartInfo StartInfo(string path, IEnumerable<string> arguments, string? workingDirectory)
    {
        ProcessStartInfo info = new(path)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = workingDirectory ?? "",
            StandardOutputEncoding = Encoding.Latin1, // serial lines may hold any byte
        };
        foreach (string argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        // Messages are parsed; they have to be the untranslated ones.
        info.Environment["LC_ALL"] = "C";
        return info;
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line != null)
        {
            text.Append(line).Append('\n');
        }
    }
}
