using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>The reference kernel's makefile makes anew what lost a part. In a tree of three small files, by the
/// makefile of this repository.</summary>
public sealed class MakefileTests
{
    private const string Make = "make -s -C original-c O=../made CC=clang-19";

    [Fact]
    public void A_file_that_goes_is_linked_out()
    {
        using ScratchFolder folder = new();
        foreach (string file in (string[])["Makefile", "i386/kernel.ld"])
        {
            folder.Write("original-c/" + file, File.ReadAllText(Repository.At("original-c/" + file)));
        }

        folder.Write("original-c/kern/first.c", "int first(void) { return 1; }\n");
        folder.Write("original-c/kern/second.c", "int second(void) { return 2; }\n");
        folder.Write("original-c/i386/i386/start.S", "\t.globl _start, boot_start\n_start:\nboot_start:\tret\n");
        Assert.Equal(["first", "second"], Functions(folder));
        string before = Stamp(folder);
        Assert.Equal(["first", "second"], Functions(folder));
        Assert.Equal(before, Stamp(folder));
        File.Delete(folder.At("original-c/kern/second.c"));
        Assert.Equal(["first"], Functions(folder));
        Assert.DoesNotContain("second.c", File.ReadAllText(folder.At("made/compile_commands.json")));
        folder.Write("original-c/kern/third.c", "int third(void) { return 3; }\n");
        Assert.Equal(["first", "third"], Functions(folder));
        File.Move(folder.At("original-c/kern/third.c"), folder.At("original-c/kern/fourth.c"));
        folder.Write("original-c/kern/fourth.c", "int fourth(void) { return 4; }\n");
        Assert.Equal(["first", "fourth"], Functions(folder));
    }

    private static string Stamp(ScratchFolder folder) =>
        $"{File.GetLastWriteTimeUtc(folder.At("made/reference.elf")).Ticks}";

    private static string[] Functions(ScratchFolder folder)
    {
        Answer made = Documents.Shell.Run(folder.Path, Make + " && nm made/reference.elf");
        Assert.True(made.ExitStatus == 0, made.All);
        string[] names = ["first", "second", "third", "fourth"];
        return [.. names.Where(n => made.Output.Contains($" T {n}\n", StringComparison.Ordinal))];
    }
}
