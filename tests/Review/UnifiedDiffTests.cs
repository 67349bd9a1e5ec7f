using System.Diagnostics;
using Xunit;

namespace Porting.Review.Tests;

/// <summary>The oracle is patch(1): the difference applied to the old text must give the new one.</summary>
public class UnifiedDiffTests
{
    [Fact]
    public void Equal_texts_have_no_difference() => Assert.Equal("", UnifiedDiff.Between("a\nb\n", "a\nb\n", "x", "y"));

    [Theory]
    [InlineData("a\nb\nc\n", "a\nB\nc\n")]
    [InlineData("a\n", "a\nb\n")]
    [InlineData("a\nb\n", "b\n")]
    [InlineData(
        "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n",
        "0\n1\n2\n3\n4\n5\n6\n7\nX\n9\n10\n11\n12\n13\n14\n15\n16\n17\n"
    )]
    public void Patch_turns_old_into_new(string before, string after)
    {
        Assert.Equal(after, Patched(before, UnifiedDiff.Between(before, after, "f", "f")));
    }

    [Fact]
    public void Random_edits_survive_patch()
    {
        Random random = new(4818);
        for (int round = 0; round < 20; round++)
        {
            List<string> lines = [.. Enumerable.Range(0, 60).Select(i => $"line {i % 7}")];
            string before = string.Join('\n', lines) + "\n";
            for (int edit = 0; edit < 6; edit++)
            {
                int at = random.Next(lines.Count);
                if (random.Next(2) == 0)
                {
                    lines.RemoveAt(at);
                }
                else
                {
                    lines.Insert(at, $"new {random.Next(5)}");
                }
            }

            string after = string.Join('\n', lines) + "\n";
            Assert.Equal(after, Patched(before, UnifiedDiff.Between(before, after, "f", "f")));
        }
    }

    private static string Patched(string before, string difference)
    {
        string folder = Directory.CreateTempSubdirectory("diff").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "f"), before);
            File.WriteAllText(Path.Combine(folder, "d"), difference);
            using Process patch = Process.Start(
                new ProcessStartInfo("patch", ["-s", "-p0", "-i", "d", "f"]) { WorkingDirectory = folder }
            )!;
            patch.WaitForExit();
            Assert.Equal(0, patch.ExitCode);
            return File.ReadAllText(Path.Combine(folder, "f"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
