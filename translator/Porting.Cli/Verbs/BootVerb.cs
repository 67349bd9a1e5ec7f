using System.CommandLine;
using Porting.Build.Boot;
using Porting.Clang.Parse;
using Porting.Translator.Output;

namespace Porting.Cli.Verbs;

/// <summary><c>port boot</c>: boots an image in QEMU, shows its serial line, and judges its tests; with
/// <c>--compare</c> both images, their results side by side.</summary>
internal sealed class BootVerb
{
    private readonly Option<string?> _project = ProjectOption.Create();
    private readonly Option<bool> _compare = new("--compare")
    {
        Description = "Boot both kernels and put their results side by side.",
    };
    private readonly Option<bool> _reference = new("--reference") { Description = "Boot the C kernel." };
    private readonly Option<bool> _iso = new("--iso") { Description = "Boot from the CD image, through GRUB." };
    private readonly Option<int> _memory = new("--memory", "-m")
    {
        Description = "Memory in MiB.",
        DefaultValueFactory = _ => 64,
    };
    private readonly Option<string?> _floppy = new("--floppy")
    {
        Description = "Raw image of the disk in the first floppy drive; it is not written to.",
        HelpName = "FILE",
    };
    private readonly Option<string?> _sound = new("--sound")
    {
        Description = "Put in a sound card; what it plays goes to this file.",
        HelpName = "FILE.wav",
    };
    private readonly Option<string?> _network = new("--net")
    {
        Description = "Put in a network card; its frames go to this file.",
        HelpName = "FILE.pcap",
    };
    private readonly Option<int> _seconds = new("--timeout")
    {
        Description = "Seconds until the machine is switched off.",
        DefaultValueFactory = _ => 180,
    };
    private readonly Option<string?> _until = new("--until")
    {
        Description = "A kernel without tests has booted when a line has this text; it is switched off then.",
        HelpName = "TEXT",
    };
    private readonly Option<string?> _append = new("--append")
    {
        Description = "The kernel's command line.",
        HelpName = "TEXT",
    };
    private readonly Option<StalePolicy?> _stale = StaleOption.Create();

    public static Command Create() => new BootVerb().CreateCommand();

    private Command CreateCommand()
    {
        Command command = new("boot", "Boots in QEMU, or by 'boot' of port.json; exits 0 when all tests passed.")
        {
            _compare,
            _reference,
            _iso,
            _memory,
            _floppy,
            _sound,
            _network,
            _seconds,
            _append,
            _until,
            _stale,
            _project,
        };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        if (parsed.GetValue(_compare) && parsed.GetValue(_reference))
        {
            throw Refused("--compare boots both kernels, --reference the C kernel alone: give one of them");
        }

        Workspace workspace = Workspace.Load(parsed.GetValue(_project));
        KernelImages images = new(workspace);
        QemuOptions options = new(
            parsed.GetValue(_memory),
            parsed.GetValue(_floppy),
            TimeSpan.FromSeconds(parsed.GetValue(_seconds)),
            parsed.GetValue(_append) ?? ""
        )
        {
            IsCdrom = parsed.GetValue(_iso),
            Sound = parsed.GetValue(_sound),
            Network = parsed.GetValue(_network),
            Until = parsed.GetValue(_until),
        };
        Check(options);
        if (workspace.Project.Boot.Count > 0)
        {
            CheckIsForQemu(parsed, [_compare, _iso, _memory, _floppy, _sound, _network, _append]);
        }

        string[] booted =
            parsed.GetValue(_compare) ? [images.Reference, images.Port]
            : parsed.GetValue(_reference) ? [images.Reference]
            : [images.Port];
        Array.ForEach(booted, image => Existing(image, options));
        int status = Verify(workspace, images, booted, parsed.GetValue(_stale) ?? StalePolicy.Error);
        return status != ExitCodes.Done ? status
            : parsed.GetValue(_compare) ? Compare(images, options)
            : Boot(booted[0], options with { Command = Command(workspace, booted[0]) });
    }

    /// <summary>The project's own machine, which has its disks and its memory in its command.</summary>
    private static IReadOnlyList<string> Command(Workspace workspace, string image) =>
        [
            .. workspace.Project.Boot.Select(w =>
                w.Replace("{image}", image, StringComparison.Ordinal)
                    .Replace("{iso}", KernelImages.IsoOf(image), StringComparison.Ordinal)
            ),
        ];

    private static void CheckIsForQemu(ParseResult parsed, Option[] options)
    {
        foreach (Option option in options.Where(o => parsed.GetResult(o) is { Implicit: false }))
        {
            throw Refused(
                $"{option.Name} is for the tool's own machine, and 'boot' of {PortProject.FileName} has another: put it there"
            );
        }
    }

    /// <summary>What is booted is what the sources give now. The C kernel needs no C# for that.</summary>
    private static int Verify(Workspace workspace, KernelImages images, string[] booted, StalePolicy policy)
    {
        IReadOnlyList<CompileCommand> commands = workspace.Commands();
        (int status, EmitStamp stamp) = booted.Contains(images.Port)
            ? TreeCheck.Verify(workspace, commands, policy)
            : (ExitCodes.Done, new EmitStamp(workspace));
        Array.ForEach(booted, image => images.CheckIsCurrent(image, stamp));
        return status;
    }

    private static void Check(QemuOptions options)
    {
        if (options.Floppy is { } disk && !File.Exists(disk))
        {
            throw new PortException(
                PortDiagnostic.Error("PORT9020", new SourceLocation(disk, 0, 0), "no such disk image")
            );
        }

        foreach (string file in new[] { options.Sound, options.Network }.OfType<string>())
        {
            if (file.Length == 0 || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
            {
                throw new PortException(
                    PortDiagnostic.Error("PORT9020", new SourceLocation(file, 0, 0), "its folder does not exist")
                );
            }
        }

        if (options.MemoryMiB is < 4 or > 3072)
        {
            throw Refused($"{options.MemoryMiB} MiB of memory: give 4 to 3072");
        }

        if (options.Timeout is { TotalSeconds: < 1 } timeout)
        {
            throw Refused($"{timeout.TotalSeconds} seconds until the machine is switched off: give 1 or more");
        }
    }

    private static PortException Refused(string what) =>
        new(PortDiagnostic.Error("PORT9004", SourceLocation.None, what));

    private static string Existing(string image, QemuOptions options)
    {
        string file = options.IsCdrom ? KernelImages.IsoOf(image) : image;
        return File.Exists(file)
            ? file
            : throw new PortException(
                PortDiagnostic.Error("PORT9020", new SourceLocation(file, 0, 0), "no such image; run 'port build'")
            );
    }

    private static int Boot(string image, QemuOptions options)
    {
        QemuResult result = QemuRunner.Run(Existing(image, options), options, Console.WriteLine);
        return Verdict(Path.GetFileName(image), result, options.Until) ? ExitCodes.Done : ExitCodes.Found;
    }

    /// <summary>Prints what is wrong, if anything is.</summary>
    private static bool Verdict(string name, QemuResult result, string? until = null)
    {
        Ktap ktap = result.Ktap;
        if (until != null)
        {
            return result.HasSeen
                || Wrong(
                    name,
                    $"did not print '{until}' {(result.HasTimedOut ? "in time" : $"and stopped with exit status {result.ExitStatus}")}"
                );
        }

        if (ktap is { Planned: null, EndMarker: null, Results.Count: 0 })
        {
            return Wrong(
                name,
                $"{(result.HasTimedOut ? "did not stop in time and " : "")}printed no test results (KTAP); '--until TEXT' says what it prints when it has booted"
            );
        }

        foreach (string wrong in ktap.Disagreements(result.ExitStatus, result.HasTimedOut))
        {
            Console.Error.WriteLine($"port: error PORT7001: {name}: {wrong}");
        }

        return ktap.Count(TestOutcome.Failed) == 0
            && ktap.Disagreements(result.ExitStatus, result.HasTimedOut).Count == 0;
    }

    private static bool Wrong(string name, string what)
    {
        Console.Error.WriteLine($"port: error PORT7002: {name}: {what}");
        return false;
    }

    /// <summary>The C kernel's file beside the port's: x.reference.wav for x.wav.</summary>
    private static string? Beside(string? file) =>
        file == null ? null : Path.ChangeExtension(file, ".reference" + Path.GetExtension(file));

    private static int Compare(KernelImages images, QemuOptions options)
    {
        string referenceImage = Existing(images.Reference, options);
        string portImage = Existing(images.Port, options);
        QemuOptions beside = options with { Sound = Beside(options.Sound), Network = Beside(options.Network) };
        Task<QemuResult> running = Task.Run(() => QemuRunner.Run(referenceImage, beside));
        QemuResult port = QemuRunner.Run(portImage, options);
        QemuResult reference = running.GetAwaiter().GetResult();
        ComparisonTable.Print(reference.Ktap, port.Ktap);
        bool isGood = Verdict("reference.elf", reference) & Verdict("port.elf", port);
        if (!isGood)
        {
            ComparisonTable.PrintFailures("reference.elf", reference);
            ComparisonTable.PrintFailures("port.elf", port);
        }

        Console.WriteLine(
            isGood
                ? $"both kernels booted and passed: {ComparisonTable.Summary(reference.Ktap.Results)} in C; {ComparisonTable.Summary(port.Ktap.Results)} in C#"
                : "the kernels did not pass: what is wrong stands above"
        );

        return isGood ? ExitCodes.Done : ExitCodes.Found;
    }
}
