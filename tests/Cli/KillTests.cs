using Porting.Campaigns.Kills;
using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>A slice of the target Kills, over a small port: real kills of every verb that writes, on one and on two
/// file systems, and a real full disk.</summary>
public sealed class KillTests
{
    private sealed class SmallKilledPort(SmallPort port) : KilledPort(port.Root)
    {
        public override string Generated => "generated";

        protected override string HandwrittenFolder => "hand";

        protected override IReadOnlyList<string> Inputs => ["c", "compile_commands.json"];

        public override void SetC(bool second)
        {
            string more = string.Concat(Enumerable.Range(0, 300).Select(i => $"int more{i}(void) {{ return {i}; }}\n"));
            port.Write("c/main.c", second ? Second(SmallPort.MainC) + more : SmallPort.MainC);
            string own = second ? "second" : "first";
            port.Write("c/sub/first.c", "int first;\n");
            port.Write("c/other/second.c", "int second;\n");
            port.WriteCommands("main.c", "lib.c", second ? "other/second.c" : $"sub/{own}.c");
        }

        private static string Second(string text) =>
            text.Replace("return x + 1;", "return x + 2;", StringComparison.Ordinal);

        public override void Dispose()
        {
            port.Dispose();
            base.Dispose();
        }
    }

    private const int Enough = Mount.Enough;
    private static readonly bool MayMount = Mount.IsAllowed;

    private static SmallKilledPort Port()
    {
        SmallKilledPort port = new(new SmallPort());
        port.SetC(false);
        return port;
    }

    [Theory]
    [InlineData("emit")]
    [InlineData("accept")]
    [InlineData("report")]
    public void Killed_on_one_file_system(string verb)
    {
        using SmallKilledPort port = Port();
        port.AddForeignFiles();
        KillResult result = new KillCampaign(port, 1).Run(verb, 10);
        Assert.True(result.Wrong.Count == 0, string.Join('\n', result.Wrong));
    }

    [Theory]
    [InlineData("emit")]
    [InlineData("report")]
    public void Killed_on_two_file_systems(string verb)
    {
        Assert.SkipUnless(MayMount, "only root mounts file systems");
        using SmallKilledPort port = Port();
        using Mount generated = Mount.TryAt(port.At(port.Generated), Enough)!;
        using Mount pages = Mount.TryAt(port.At(KilledPort.Pages), Enough)!;
        port.AddForeignFiles();
        KillResult result = new KillCampaign(port, 2).Run(verb, 10);
        Assert.True(result.Wrong.Count == 0, string.Join('\n', result.Wrong));
    }

    [Theory]
    [InlineData("emit", "generated", 8)]
    [InlineData("report", "docs", 4)]
    [InlineData("accept", "hand", 4)]
    public void A_full_disk(string verb, string folder, int step)
    {
        Assert.SkipUnless(MayMount, "only root mounts file systems");
        using SmallKilledPort port = Port();
        string hand = File.ReadAllText(port.At("hand/Replaced.cs"));
        using Mount mount = Mount.TryAt(port.At(folder), Enough)!;
        File.WriteAllText(port.At("hand/Replaced.cs"), hand);
        port.AddForeignFiles();
        (int failures, IReadOnlyList<string> wrong) = new FullDiskCampaign(port, mount).Run(verb, step);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(failures > 1, $"{failures} failures");
    }

    /// <summary>What cannot do without files among the artifacts (the tool, or clang for it) is no fault of the input,
    /// at whatever size it stops.</summary>
    [Fact]
    public void A_full_disk_below_the_artifacts()
    {
        Assert.SkipUnless(MayMount, "only root mounts file systems");
        using SmallKilledPort port = Port();
        File.WriteAllText(port.At("hand/entry.S"), "\t.globl entry\nentry:\tret\n"); // clang writes an object
        port.AddForeignFiles();
        SortedDictionary<string, string> before = port.Everything("emit");
        foreach (int kibibytes in (int[])[4, 12, 16, 32, 64])
        {
            using Mount artifacts = Mount.TryAt(port.At("artifacts"), kibibytes)!;
            Answer answer = port.Run("emit");
            Assert.True(answer.ExitStatus == 4, $"{kibibytes} KiB: {answer.All}");
            Assert.Contains("No space left on device", answer.Errors);
            Assert.Equal(before, port.Everything("emit"));
        }

        Assert.Equal(0, port.Run("emit").ExitStatus);
    }
}
