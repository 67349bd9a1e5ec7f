using System.Runtime.CompilerServices;
using Porting.Review;

namespace Porting.Tests;

/// <summary>
/// Snapshot tests with Verify's files: <c>NAME.verified.EXT</c> is the accepted text, <c>NAME.received.EXT</c> is left
/// beside it when a test got another one. Accepting is moving the second over the first.
/// </summary>
internal static class Snapshot
{
    /// <summary>Compares a text with the verified file in a folder beside the calling source.</summary>
    public static void Verify(
        string text,
        string folder,
        string name,
        string extension,
        [CallerFilePath] string caller = ""
    )
    {
        string stem = Path.Combine(Folder(caller), folder, name);
        string verified = $"{stem}.verified.{extension}";
        string received = $"{stem}.received.{extension}";
        string expected = File.Exists(verified) ? File.ReadAllText(verified) : "";
        if (text == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Xunit.Assert.Fail(
            $"{(expected.Length == 0 ? "New" : "Different")}: {received}\nMove it to {Path.GetFileName(verified)} if it is right.\n{UnifiedDiff.Between(expected, text, "verified", "received")}"
        );
    }

    /// <summary>Compiled paths may be deterministic ones; the folder is looked up by its name below tests.</summary>
    private static string Folder(string caller)
    {
        string? folder = Path.GetDirectoryName(caller);
        return folder != null && Directory.Exists(folder)
            ? folder
            : Repository.At(Path.Combine("tests", Path.GetFileName(folder ?? "")));
    }
}
