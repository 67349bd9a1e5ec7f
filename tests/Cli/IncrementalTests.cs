using System.Globalization;
using System.Text;
using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>Whatever is changed, and in whatever order, an emit that knows the state before gives byte for byte what an
/// emit from nothing gives.</summary>
public sealed class IncrementalTests
{
    private const int Edits = 13;
    private const string Alone = "one unit looked at";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Emits_after_random_edits_are_clean_emits(int seed)
    {
        using RandomPort port = new(seed);
        StringBuilder done = new();
        int alone = 0;
        for (int i = 0; i <= Edits; i++)
        {
            SortedDictionary<string, string> incremental = [];
            SortedDictionary<string, string> clean = [];
            Parallel.Invoke(
                () => incremental = Emitted(port, "port.json", "generated", ref alone),
                () => clean = FromNothing(port)
            );
            Assert.True(
                clean.Keys.SequenceEqual(incremental.Keys),
                $"{done}: {string.Join(' ', clean.Keys.Except(incremental.Keys).Concat(incremental.Keys.Except(clean.Keys)))}"
            );
            Assert.All(
                clean,
                f =>
                    Assert.True(
                        f.Value == incremental[f.Key],
                        $"{done}: {f.Key}\n{incremental[f.Key]}\n---- clean:\n{f.Value}"
                    )
            );
            done.Append(CultureInfo.InvariantCulture, $"{i}: {port.Edit()}; ");
        }

        Assert.True(alone > 0, $"no unit was emitted alone: {done}");
    }

    private static SortedDictionary<string, string> FromNothing(RandomPort port)
    {
        foreach (
            string folder in new[] { "clean", "clean.artifacts" }
                .Select(f => Path.Combine(port.Root, f))
                .Where(Directory.Exists)
        )
        {
            Directory.Delete(folder, recursive: true);
        }

        int none = 0;
        return Emitted(port, RandomPort.Clean, "clean", ref none);
    }

    private static SortedDictionary<string, string> Emitted(
        RandomPort port,
        string project,
        string folder,
        ref int alone
    )
    {
        Answer answer = PortTool.RunWith("PORT_JOBS", "2", port.Root, "emit", "--project", project);
        Assert.True(answer.ExitStatus == 0, answer.All);
        alone += answer.All.Contains(Alone, StringComparison.Ordinal) ? 1 : 0;
        string root = Path.Combine(port.Root, folder);
        return new SortedDictionary<string, string>(
            Directory
                .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .ToDictionary(f => Path.GetRelativePath(root, f), File.ReadAllText),
            StringComparer.Ordinal
        );
    }
}
