using Porting.Tests;
using Porting.Translator.Output;

namespace Porting.Regeneration.Tests;

/// <summary>kernel-generated is the verified tree: it is exactly what the C gives, and nothing in it was
/// edited.</summary>
public sealed class RegenerationTests
{
    private static readonly string Generated = Repository.At("kernel-generated");

    [Fact]
    public void A_fresh_emit_gives_the_committed_tree()
    {
        Answer answer = PortTool.Run(Repository.Root, "emit", "--check");
        Assert.True(answer.ExitStatus == 0, answer.All);
    }

    [Fact]
    public void No_replacement_is_stale()
    {
        Answer answer = PortTool.Run(Repository.Root, "status");
        Assert.True(answer.ExitStatus == 0, answer.All);
    }

    [Fact]
    public void The_lock_file_has_every_file_with_its_hash()
    {
        LockFile locked = LockFile.Read(Path.Combine(Generated, LockFile.FileName));
        string[] files =
        [
            .. Directory
                .EnumerateFiles(Generated, "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Generated, f))
                .Where(f => f is not (LockFile.FileName or "README.md"))
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(files, locked.Outputs.Keys.Order(StringComparer.Ordinal));
        Assert.All(files, f => Assert.Equal(locked.Outputs[f], LockFile.HashOfFile(Path.Combine(Generated, f))));
    }

    [Fact]
    public void The_lock_file_has_the_hash_of_every_C_file()
    {
        LockFile locked = LockFile.Read(Path.Combine(Generated, LockFile.FileName));
        string original = Repository.At("original-c");
        Assert.All(
            Directory
                .EnumerateFiles(original, "*.c", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(original, f)),
            f => Assert.Equal(LockFile.HashOfFile(Path.Combine(original, f)), locked.Inputs.GetValueOrDefault(f))
        );
    }

    /// <summary>Same input, same bytes: no path and no time gets into what is committed.</summary>
    [Fact]
    public void Nothing_in_the_tree_tells_where_or_when_it_was_made()
    {
        string[] forbidden =
        [
            Repository.Root,
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + "/",
            Path.GetTempPath(),
            DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ];
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Generated, "*", SearchOption.AllDirectories),
            f => forbidden.Any(w => File.ReadAllText(f).Contains(w, StringComparison.Ordinal))
        );
    }
}
