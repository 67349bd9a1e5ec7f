using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Porting.Build.Boot;

/// <summary>The machine to boot on.</summary>
/// <param name="MemoryMiB">Memory.</param>
/// <param name="Floppy">Raw image in the first drive; writes go to a scratch copy. Null for an empty drive.</param>
/// <param name="Timeout">After this the emulator is killed.</param>
/// <param name="CommandLine">The kernel's command line.</param>
public sealed record QemuOptions(
    int MemoryMiB = 64,
    string? Floppy = null,
    TimeSpan? Timeout = null,
    string CommandLine = ""
)
{
    /// <summary>The image is a CD that boots by itself, not a kernel.</summary>
    public bool IsCdrom { get; init; }

    /// <summary>Writes to the disks stay in their files.</summary>
    public bool KeepsWrites { get; init; }

    /// <summary>Raw image of the first hard disk at the IDE controller. Null for none.</summary>
    public string? IdeDisk { get; init; }

    /// <summary>Raw image of a disk at a SCSI host (Am53C974). Null for neither.</summary>
    public string? ScsiDisk { get; init; }

    /// <summary>A sound card (SB16) whose output goes to this file, as 16-bit stereo at 44,100 Hz. Null for no
    /// card.</summary>
    public string? Sound { get; init; }

    /// <summary>Network cards, each with a host of its own at 10.0.2.2 and nothing behind it: the file gets all frames
    /// (pcap). Null for no card.</summary>
    public string? Network { get; init; }

    /// <summary>The emulator's names of the cards. With more than one, all but the first have files of their own, see
    /// <see cref="CaptureOf"/>.</summary>
    public IReadOnlyList<string> NetworkCards { get; init; } = ["pcnet"];

    /// <summary>The file that gets the frames of a card.</summary>
    public string CaptureOf(string card) =>
        card == NetworkCards[0] ? Network! : Path.ChangeExtension(Network!, card + Path.GetExtension(Network));

    /// <summary>The emulator's name of a processor, or null for its own choice.</summary>
    public string? Processor { get; init; }

    /// <summary>The emulator's name of a kind of machine, or null for a PC with PCI.</summary>
    public string? MachineType { get; init; }

    /// <summary>A Unix socket at which the emulator listens for commands (QMP).</summary>
    public string? ControlSocket { get; init; }

    /// <summary>Program and arguments instead of the emulator with its own; empty for those.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Part of a line: who has printed it has booted, and is switched off. Null to wait for the end.</summary>
    public string? Until { get; init; }

    /// <summary>Stop before the first instruction and wait for a debugger at this port.</summary>
    public int? DebuggerPort { get; init; }
}

/// <summary>How it went.</summary>
public sealed record QemuResult(int ExitStatus, IReadOnlyList<string> Serial, bool HasTimedOut)
{
    /// <summary>The line that was waited for has come.</summary>
    public bool HasSeen { get; init; }

    public Ktap Ktap => Ktap.Parse(Serial);
}

/// <summary>
/// Boots an image in QEMU (pure emulation, so that it runs and is the same everywhere), the first serial port on our
/// side, isa-debug-exit at 0xf4 for the kernel's verdict. The machine's clocks, the one with the battery included,
/// count instructions and not seconds (-icount, -rtc), and a machine with nothing to do skips to its next timer: how
/// busy the host is does not change a result.
/// </summary>
public static class QemuRunner
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(3);

    /// <summary>A clock that follows the instructions, the kernel's serial line, and its way to say that it is
    /// done.</summary>
    public static IReadOnlyList<string> Machine { get; } =
    [
        .. "-accel tcg -icount shift=2,sleep=off -rtc base=2006-01-01,clock=vm -display none -monitor none".Split(' '),
        .. "-serial stdio -no-reboot -device isa-debug-exit,iobase=0xf4,iosize=4".Split(' '),
    ];

    public static IReadOnlyList<string> Arguments(string image, QemuOptions options)
    {
        List<string> arguments = [.. Machine, "-m", options.MemoryMiB.ToString(CultureInfo.InvariantCulture)];
        arguments.AddRange(options.IsCdrom ? ["-cdrom", image, "-boot", "d"] : ["-kernel", image]);
        if (options.Processor != null)
        {
            arguments.AddRange(["-cpu", options.Processor]);
        }

        if (options.MachineType != null)
        {
            arguments.AddRange(["-machine", options.MachineType]);
        }

        if (options.CommandLine.Length > 0)
        {
            arguments.AddRange(["-append", options.CommandLine]);
        }

        string snapshot = options.KeepsWrites ? "off" : "on";
        if (options.Floppy != null)
        {
            arguments.AddRange(["-drive", $"if=floppy,format=raw,snapshot={snapshot},file={Escape(options.Floppy)}"]);
        }

        if (options.IdeDisk != null)
        {
            string drive = $"if=none,id=ide,format=raw,snapshot={snapshot},file={Escape(options.IdeDisk)}";
            arguments.AddRange(["-drive", drive, "-device", "ide-hd,drive=ide,bus=ide.0"]);
        }

        if (options.ScsiDisk != null)
        {
            string drive = $"if=none,id=scsi,format=raw,snapshot={snapshot},file={Escape(options.ScsiDisk)}";
            arguments.AddRange(["-device", "am53c974,id=host"]);
            arguments.AddRange(["-drive", drive, "-device", "scsi-hd,drive=scsi,bus=host.0"]);
        }

        arguments.AddRange(Cards(options));
        if (options.ControlSocket != null)
        {
            arguments.AddRange(["-qmp", $"unix:{Escape(options.ControlSocket)},server=on,wait=off"]);
        }

        if (options.DebuggerPort is { } port)
        {
            arguments.AddRange(["-S", "-gdb", $"tcp:127.0.0.1:{port}"]);
        }

        return arguments;
    }

    private static IEnumerable<string> Cards(QemuOptions options)
    {
        if (options.Sound != null)
        {
            yield return "-audiodev";
            yield return $"wav,id=sound,out.frequency=44100,path={Escape(options.Sound)}";
            yield return "-device";
            yield return "sb16,audiodev=sound";
        }

        for (int i = 0; options.Network != null && i < options.NetworkCards.Count; i++)
        {
            string card = options.NetworkCards[i];
            yield return "-netdev";
            yield return $"user,id=net{i},restrict=on";
            yield return "-device";
            yield return $"{card},netdev=net{i}";
            yield return "-object";
            yield return $"filter-dump,id=dump{i},netdev=net{i},file={Escape(options.CaptureOf(card))}";
        }
    }

    /// <summary>A file name as a value in one of the emulator's lists.</summary>
    private static string Escape(string file) => file.Replace(",", ",,", StringComparison.Ordinal);

    /// <summary>Starts the emulator; lines of the serial port go to the callback as they come. What is written to the
    /// process's input arrives at the serial port.</summary>
    internal static Process Start(string image, QemuOptions options, Action<string> onLine, bool keepsInput = false)
    {
        ProcessStartInfo info = new(options.Command.Count > 0 ? options.Command[0] : Tool.Qemu.Locate())
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardOutputEncoding = Encoding.Latin1,
        };
        foreach (string argument in options.Command.Count > 0 ? options.Command.Skip(1) : Arguments(image, options))
        {
            info.ArgumentList.Add(argument);
        }

        Process process = new() { StartInfo = info };
        process.OutputDataReceived += (_, e) => Forward(e.Data, onLine);
        process.ErrorDataReceived += (_, e) => Forward(e.Data == null ? null : "qemu: " + e.Data, onLine);
        Children.Start(process);
        if (!keepsInput)
        {
            process.StandardInput.Close();
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    public static QemuResult Run(string image, QemuOptions options, Action<string>? onLine = null)
    {
        List<string> serial = [];
        TaskCompletionSource seen = new();
        using Process process = Start(
            image,
            options,
            line =>
            {
                lock (serial)
                {
                    serial.Add(line);
                    onLine?.Invoke(line);
                    if (options.Until != null && line.Contains(options.Until, StringComparison.Ordinal))
                    {
                        seen.TrySetResult();
                    }
                }
            }
        );
        Task ended = process.WaitForExitAsync();
        bool hasTimedOut = Task.WaitAny([ended, seen.Task], options.Timeout ?? DefaultTimeout) < 0;
        if (!ended.IsCompleted)
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        return new QemuResult(process.ExitCode, serial, hasTimedOut) { HasSeen = seen.Task.IsCompleted };
    }

    private static void Forward(string? line, Action<string> onLine)
    {
        if (line != null)
        {
            onLine(line.TrimEnd('\r'));
        }
    }
}
