using System.Text.RegularExpressions;
using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>
/// A week of changes upstream, on a copy of the kernel's tree: after each, what status, check, build and emit say, and
/// at the end a kernel that boots. PORT_WEEK=full builds the image after each change; else it is built at the end.
/// </summary>
public sealed class WeekTests : IDisposable
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("PORT_WEEK") == "full";
    private readonly ScratchFolder _folder = KernelCopy.Make();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Eleven_changes_are_taken_one_after_another()
    {
        Says(0, "emit --check: ", "emit", "--check");
        Says(0, "emit: ", "emit");

        // A new function.
        Edit(
            "kern/strings.c",
            "\nsize_t\nstrlen(",
            "\nint\nweek_sum(int a, int b)\n{\n\treturn a + b;\n}\n\nsize_t\nstrlen("
        );
        Step([], "kern/strings.g.cs differs: week_sum");

        // Another type of a field.
        Edit("kern/zalloc.h", "int\t\tcount;", "unsigned int\tcount;");
        Step([], "kern/zalloc.h.g.cs differs");

        // A macro of many uses.
        string[] asserting = StandInsWith("macro assert (kern/assert.h)");
        Assert.True(asserting.Length > 3);
        Edit("kern/assert.h", "if (!(ex)) Assert", "if ((ex) == 0) Assert");
        Step(
            [.. asserting.Select(n => (n, "macro assert (kern/assert.h) changed", "+\t({ if ((ex) == 0) Assert"))],
            "kern/assert.h.g.cs differs"
        );

        // A renamed field.
        foreach (string file in CFiles())
        {
            string text = File.ReadAllText(file);
            if (text.Contains("cur_size", StringComparison.Ordinal))
            {
                File.WriteAllText(file, Regex.Replace(text, @"\bcur_size\b", "size_now"));
            }
        }

        Step([], "kern/zalloc.h.g.cs differs", "kern/zalloc.g.cs differs");

        // The body of a replaced function.
        Edit("vm/vm_pageout.c", "vm_page_free_wanted == 0;", "vm_page_free_wanted <= 0;");
        Step([
            (
                "vm_pageout_enough",
                "text of vm_pageout_enough (vm/vm_pageout.c) changed",
                "vm_page_free_wanted == 0;\n+"
            ),
        ]);

        // What a replaced function depends on.
        Edit("kern/queue.h", "(q)->next = (q);", "(q)->next = ((q));");
        Step([("vm_page_bootstrap", "macro queue_init (kern/queue.h) changed", "-\t(q)->next = (q);")]);

        // A new file and a header.
        Write("kern/week.h", "#define\tWEEK_DAYS\t7\nextern int week_days(int weeks);\n");
        Write(
            "kern/week.c",
            "#include <kern/week.h>\n\nint\nweek_days(int weeks)\n{\n\treturn weeks * WEEK_DAYS;\n}\n"
        );
        Step([], "kern/week.g.cs is missing", "kern/week.h.g.cs is missing");

        // A moved function.
        Edit("kern/strings.c", "int\nweek_sum(int a, int b)\n{\n\treturn a + b;\n}\n\n", "");
        Write("kern/week.c", Read("kern/week.c") + "\nint\nweek_sum(int a, int b)\n{\n\treturn a + b;\n}\n");
        Step([], "kern/strings.g.cs differs: week_sum", "kern/week.g.cs differs: week_sum");

        // Comments only.
        Edit(
            "vm/vm_resident.c",
            "\n/*\n *\tvm_page_grab:",
            "\n/*\n *\tHow a page is had.\n */\n\n/*\n *\tvm_page_grab:"
        );
        Step([]);

        // Another shape of a file.
        Write("kern/strings.c", Regex.Replace(Read("kern/strings.c"), @"(?<=[^ \n]) (?=[^ \n])", "  "));
        Step([]);

        // A deleted file.
        File.Delete(_folder.At("original-c/kern/week.c"));
        File.Delete(_folder.At("original-c/kern/week.h"));
        Step([], "kern/week.g.cs is not of this port", "kern/week.h.g.cs is not of this port");

        Says(0, "artifacts/kernel/port.elf: ", "build", "--port-only");
        Says(0, "# end of tests: ", "boot");
    }

    /// <summary>What the verbs say between a change and the emit that takes it, and after that.</summary>
    /// <param name="stale">Names of stand-ins that are stale, why, and a line of the difference.</param>
    /// <param name="differs">Lines that the check has, among others.</param>
    private void Step((string Name, string Words, string Difference)[] stale, params string[] differs)
    {
        string status = Says(stale.Length == 0 ? 0 : 1, $"; {stale.Length} stale\n", "status").Output;
        foreach ((string name, string words, string difference) in stale)
        {
            Assert.Matches($@"(?m)^stale: {name} \(kernel-handwritten/[^)]*\): {Regex.Escape(words)}$", status);
            Assert.Contains(difference, status);
        }

        Answer check = Port("emit", "--check");
        Answer build = Port("build", "--port-only");
        bool isDifferent = check.Errors.Contains("error PORT4030: ", StringComparison.Ordinal);
        int found = isDifferent || stale.Length > 0 ? 1 : 0;
        Assert.True(isDifferent || differs.Length == 0);
        Assert.Equal(isDifferent, build.Errors.Contains("error PORT4030: ", StringComparison.Ordinal));
        Assert.Equal((found, found), (check.ExitStatus, build.ExitStatus));
        foreach (string line in differs)
        {
            Assert.Contains($"kernel-generated/{line}", check.Output);
            Assert.Contains($"kernel-generated/{line}", build.Output);
        }

        Answer emit = Says(0, "emit: ", "emit");
        Assert.Equal(stale.Length, Regex.Matches(emit.Errors, "warning PORT8001: ").Count);
        if (stale.Length > 0)
        {
            Assert.Equal(stale.Length, Regex.Matches(Port("emit").Errors, "warning PORT8001: ").Count);
            Assert.Equal(1, Port("build", "--port-only").ExitStatus);
            Answer accepted = Says(0, "accepted: ", "accept", "--all");
            Assert.Equal(stale.Length, Regex.Matches(accepted.Output, "accepted: ").Count);
            Says(0, "emit: ", "emit");
        }

        Says(0, "emit --check: ", "emit", "--check");
        if (IsFull)
        {
            Says(0, "artifacts/kernel/port.elf: ", "build", "--port-only");
        }
    }

    private IEnumerable<string> CFiles() =>
        Directory
            .EnumerateFiles(_folder.At("original-c"), "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".c" or ".h");

    private string[] StandInsWith(string part) =>
        [
            .. Directory
                .EnumerateFiles(_folder.At("kernel-handwritten/Replaced"), "*.c", SearchOption.AllDirectories)
                .Where(f => File.ReadAllText(f).Contains($"\n//: {part} ", StringComparison.Ordinal))
                .Select(f => Path.GetFileNameWithoutExtension(f)),
        ];

    private Answer Port(params string[] arguments) => PortTool.Run(_folder.Path, arguments);

    private Answer Says(int exitStatus, string text, params string[] arguments)
    {
        Answer answer = Port(arguments);
        Assert.True(
            answer.ExitStatus == exitStatus && answer.Output.Contains(text, StringComparison.Ordinal),
            $"{string.Join(' ', arguments)}: {answer.All}"
        );
        return answer;
    }

    private string Read(string file) => File.ReadAllText(_folder.At("original-c/" + file));

    private void Write(string file, string text) => _folder.Write("original-c/" + file, text);

    private void Edit(string file, string from, string to)
    {
        Assert.Contains(from, Read(file));
        Write(file, Read(file).Replace(from, to, StringComparison.Ordinal));
    }
}
