using Porting.Tests;

namespace Porting.Cli.Tests.Documents;

/// <summary>README's tour and CONTRIBUTING's ways of work, in their order, on a copy of the kernel's tree that is like a
/// clone of this repository with its tool built.</summary>
public sealed class TourTests : IDisposable
{
    /// <summary>The commands that stand in the documents and are run here.</summary>
    internal static readonly string[] Ran =
    [
        "./port status",
        "./port emit --check",
        "./port emit",
        "./port report",
        "./port accept vm_pageout_enough",
        "./port accept vm_page_grab",
        "./port run tests/Semantics/Programs/varargs.c",
        "port run",
        "port cc",
        "port report -o",
        "make -C original-c",
        "make CC=\"/path/to/port cc\"",
    ];

    private readonly ScratchFolder _kernel = KernelCopy.Make();
    private readonly Queue<Transcript> _printed = new(new DocumentText("README.md").Transcripts());

    public TourTests()
    {
        File.CreateSymbolicLink(_kernel.At("port"), Repository.At("port"));
        Directory.CreateDirectory(_kernel.At("tests/Semantics"));
        Directory.CreateSymbolicLink(_kernel.At("tests/Semantics/Programs"), Repository.At("tests/Semantics/Programs"));
    }

    public void Dispose() => _kernel.Dispose();

    [Fact]
    public void The_tour_is_as_printed()
    {
        AsPrinted("./port status", 0);
        Edit("kern/strings.c", "return end - s;", "return end - s + 0 * 2;");
        Edit("vm/vm_pageout.c", "vm_page_free_wanted == 0;", "vm_page_free_wanted <= 1;");
        AsPrinted("./port emit --check", 1);
        AsPrinted("./port status", 1);

        // "./port emit writes the new C#, ./port report pages with C and C# side by side ..."
        Assert.Contains("1 of ", Run("./port emit", 0).Output);
        Assert.Contains("0 * 2", File.ReadAllText(_kernel.At("kernel-generated/kern/strings.g.cs")));
        Run("./port report", 1);
        Assert.True(File.Exists(_kernel.At("artifacts/report/index.html")));
        Run("./port report -o pages", 1);
        Assert.True(File.Exists(_kernel.At("pages/index.html")));
        Assert.Contains("accepted: vm_pageout_enough", Run("./port accept vm_pageout_enough", 0).Output);
        Assert.Contains("nothing to accept", Run("./port accept vm_page_grab", 0).Output);
        Assert.Contains("; 0 stale", Run("./port status", 0).Output);
        Run("./port emit --check", 0);
        Run("./port report", 0);
    }

    [Fact]
    public void Programs_are_compiled_as_printed()
    {
        Transcript run = _printed.First(t => t.Command.StartsWith("./port run", StringComparison.Ordinal));
        Answer answer = Shell.Run(_kernel.Path, run.Command);
        Assert.Null(Sample.Difference(run.Output, answer.Output, numbersVary: false));
        _kernel.Write("hello/hello.c", "#include <stdio.h>\nint main(void) { puts(\"hello\"); return 0; }\n");
        Run("cd hello && make CC=\"../port cc\" hello && ./hello | grep hello", 0);
    }

    [Fact]
    public void The_reference_kernel_is_built_as_printed()
    {
        Run("make -C original-c", 0);
        Assert.Single(Directory.EnumerateFiles(_kernel.Path, "reference.elf", SearchOption.AllDirectories));
    }

    private void AsPrinted(string command, int status)
    {
        Transcript next = _printed.Dequeue();
        Assert.Equal(command, next.Command);
        Answer answer = Run(command, status);
        string? difference = Sample.Difference(next.Output, answer.Output, numbersVary: false);
        Assert.True(difference == null, $"{next.Place}: {command}\n{difference}");
    }

    private Answer Run(string command, int status)
    {
        Answer answer = Shell.Run(_kernel.Path, command);
        Assert.True(answer.ExitStatus == status, $"{command}: {answer.All}");
        return answer;
    }

    private void Edit(string file, string from, string to)
    {
        string path = _kernel.At("original-c/" + file);
        string text = File.ReadAllText(path);
        Assert.Contains(from, text);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }
}
