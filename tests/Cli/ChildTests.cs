using System.Diagnostics;
using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>What the tool has started ends with it, also when it is killed and can do nothing about it.</summary>
public sealed class ChildTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Processes below one, with what they run.</summary>
    private static Dictionary<int, string> Descendants(int process)
    {
        Dictionary<int, string> found = [];
        foreach (string folder in Directory.EnumerateDirectories("/proc").Where(f => char.IsAsciiDigit(f[^1])))
        {
            try
            {
                string status = File.ReadAllText(folder + "/stat");
                string[] fields = status[(status.LastIndexOf(')') + 2)..].Split(' ');
                int id = int.Parse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture);
                if (
                    fields[0] != "Z"
                    && int.Parse(fields[1], System.Globalization.CultureInfo.InvariantCulture) == process
                )
                {
                    found[id] = File.ReadAllText(folder + "/cmdline").Replace('\0', ' ');
                    foreach ((int inner, string command) in Descendants(id))
                    {
                        found[inner] = command;
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It has ended meanwhile.
            }
        }

        return found;
    }

    private static bool IsAlive(int process)
    {
        try
        {
            string status = File.ReadAllText($"/proc/{process}/stat");
            return status[status.LastIndexOf(')') + 2] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void KilledWithItsChildren(string folder, string awaited, params string[] arguments)
    {
        ProcessStartInfo info = new("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments.Prepend(PortTool.Assembly))
        {
            info.ArgumentList.Add(argument);
        }

        using Process port = Process.Start(info)!;
        port.BeginOutputReadLine();
        port.BeginErrorReadLine();
        Dictionary<int, string> children = [];
        for (Stopwatch watch = Stopwatch.StartNew(); !children.Values.Any(Is); Thread.Sleep(20))
        {
            Assert.True(
                watch.Elapsed < Patience && !port.HasExited,
                $"no {awaited} among {string.Join(", ", children.Values)}"
            );
            children = Descendants(port.Id);
        }

        bool Is(string command) =>
            !command.Contains("porting-leash", StringComparison.Ordinal)
            && command.Contains(awaited, StringComparison.Ordinal);
        port.Kill();
        for (Stopwatch watch = Stopwatch.StartNew(); children.Keys.Any(IsAlive); Thread.Sleep(20))
        {
            Assert.True(
                watch.Elapsed < Patience,
                $"left: {string.Join(", ", children.Where(c => IsAlive(c.Key)).Select(c => c.Value))}"
            );
        }
    }

    [Fact]
    public void The_emulator() =>
        KilledWithItsChildren(Repository.Root, "qemu-system-i386", "boot", "--append", "notest console");

    /// <summary>The program, what it has started, and what that has.</summary>
    [Fact]
    public void Programs_of_the_project_and_their_own_children()
    {
        using SmallPort port = new();
        port.Write("slow.sh", "sh -c 'sleep 987 & wait' & wait\n");
        port.Write(
            "port.json",
            port.Read("port.json")
                .Replace("\"name\"", "\"prepare\":[\"sh\",\"slow.sh\"],\"name\"", StringComparison.Ordinal)
        );
        KilledWithItsChildren(port.Root, "sleep 987", "emit");
    }

    /// <summary>Macros that double: clang is busy for a while.</summary>
    private static readonly string Slow = string.Concat(
        Enumerable.Range(1, 26).Select(i => $"#define A{i} A{i - 1} A{i - 1}\n").Prepend("#define A0 ;\n")
    );

    [Fact]
    public void The_exporter()
    {
        using SmallPort port = new();
        port.Write("c/main.c", Slow + "void slow(void) { A26 }\nint replaced(int x) { return x; }\n");
        KilledWithItsChildren(port.Root, "porting-clang-export", "emit");
    }

    /// <summary>Ctrl-C, or a build that gives up: what a compiler has made on the way goes with it.</summary>
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void Intermediate_files_of_a_compiler_that_is_ended(string signal)
    {
        using ScratchFolder folder = new();
        folder.Write("slow.c", Slow + "int main(void) { A26 return 0; }\n");
        // Who starts the tests may ignore the signal, which children inherit.
        ProcessStartInfo info = new(
            "env",
            ["--default-signal=INT,TERM", "dotnet", PortTool.Assembly, "cc", "-c", "slow.c"]
        )
        {
            WorkingDirectory = folder.Path,
            RedirectStandardError = true,
        };
        info.Environment["TMPDIR"] = folder.Path;
        using Process port = Process.Start(info)!;
        for (Stopwatch watch = Stopwatch.StartNew(); Left(folder).Length == 0; Thread.Sleep(20))
        {
            Assert.True(watch.Elapsed < Patience && !port.HasExited);
        }

        using (Process kill = Process.Start("kill", [$"-{signal}", $"{port.Id}"]))
        {
            kill.WaitForExit();
        }

        port.WaitForExit();
        Assert.NotEqual(0, port.ExitCode);
        Assert.Empty(Left(folder));
        Assert.False(File.Exists(folder.At("slow.o")));
    }

    private static string[] Left(ScratchFolder folder) => Directory.GetDirectories(folder.Path, "port-*");

    [Fact]
    public void A_program_that_is_none()
    {
        using SmallPort port = new();
        port.Write("none.sh", "no program\n");
        string file = Path.Combine(port.Root, "none.sh");
        using (Process process = Process.Start("chmod", ["755", file]))
        {
            process.WaitForExit();
        }

        port.Write(
            "port.json",
            port.Read("port.json").Replace("\"name\"", $"\"prepare\":[\"{file}\"],\"name\"", StringComparison.Ordinal)
        );
        Answer answer = port.Port("emit");
        Assert.Equal(3, answer.ExitStatus);
        Assert.Contains("PORT9302: ", answer.Errors);
        Assert.Contains("cannot be run: Exec format error", answer.Errors);
    }
}
