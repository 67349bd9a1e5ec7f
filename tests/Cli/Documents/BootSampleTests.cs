using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Porting.Tests;
using Porting.Tests.Devices;

namespace Porting.Cli.Tests.Documents;

/// <summary>
/// README's boots, of the images that the build has made. Numbers vary with the machine. Three things are not as
/// printed: files of a scratch folder stand for those that the reader brings, a free port of the host for 1234, and
/// where QEMU would open a window there is none.
/// </summary>
public sealed partial class BootSampleTests : IDisposable
{
    private const string Alone = "qemu-system-i386 -accel tcg -kernel artifacts/kernel/port.elf -serial stdio";
    private const string WithCards = "./port boot --floppy disk.img --sound out.wav --net frames.pcap";

    /// <summary>The commands that stand in the documents and are run here.</summary>
    internal static readonly string[] Ran = [Alone, WithCards, .. Samples().Select(s => s.Command)];

    private readonly ScratchFolder _folder = new();

    public BootSampleTests()
    {
        byte[] disk = new byte[1474560];
        new Random(1).NextBytes(disk);
        File.WriteAllBytes(_folder.At("disk.img"), disk);
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<Transcript> Samples() =>
        new DocumentText("README.md").Transcripts().Where(t => t.Command.Contains("boot") || t.Command.Contains("gdb"));

    private Answer Run(string command)
    {
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        string port = ((IPEndPoint)free.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        free.Stop();
        return Shell.Run(
            Repository.Root,
            FileName().Replace(command, m => _folder.At(m.Value)).Replace(":1234", ":" + port, StringComparison.Ordinal)
        );
    }

    private static void AssertIs(Transcript printed, Answer answer)
    {
        string? difference = Sample.Difference(printed.Output, answer.Output, numbersVary: true);
        Assert.True(difference == null, $"{printed.Place}: {printed.Command}\n{difference}");
    }

    private static Transcript Printed(string word) => Samples().Single(t => t.Command.Contains(word));

    [Fact]
    public void A_disk_is_read_as_printed()
    {
        Transcript boot = Printed("./port boot");
        Answer answer = Run(boot.Command);
        Assert.True(answer.ExitStatus == 0, answer.All);
        AssertIs(boot, answer);
        uint crc = Crc32.Of(File.ReadAllBytes(_folder.At("disk.img")));
        Assert.Contains($"crc32 {crc:x8} of {1474560}", answer.Output);
    }

    [Fact]
    public void The_debugger_shows_what_is_printed()
    {
        Transcript gdb = Printed("gdb ");
        Answer answer = Run(gdb.Command);
        AssertIs(gdb, answer);
    }

    /// <summary>The kernel's tests of one card are enough: whether there are the files is asked.</summary>
    [Fact]
    public void Cards_write_to_their_files()
    {
        Answer answer = Run(WithCards + " --append suite=linux_sound");
        Assert.True(answer.ExitStatus == 0, answer.All);
        Assert.True(File.Exists(_folder.At("out.wav")) && File.Exists(_folder.At("frames.pcap")), answer.All);
    }

    /// <summary>Until its first test has passed. (The machine goes on, and ends with the shell.)</summary>
    [Fact]
    public void An_image_boots_alone()
    {
        string log = _folder.At("log");
        string wait = $"for i in $(seq 600); do grep -q '^ok 1 ' {log} && break; sleep 0.1; done; cat {log}";
        Assert.Contains(
            "\nok 1 ",
            Run($"{Alone} -display none >{log} &\n{wait}").Output.Replace("\r", "", StringComparison.Ordinal)
        );
    }

    [GeneratedRegex(@"\b(disk\.img|out\.wav|frames\.pcap)\b")]
    private static partial Regex FileName();
}
