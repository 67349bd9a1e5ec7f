using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Porting.Translator.Output;

/// <summary>
/// The files of an output folder that the tool has written, by the manifest in it (port.lock.json, port.report.json:
/// the section <c>outputs</c>). Hashes are of bytes: a file whose line endings have changed is not the one that was
/// written. Permissions are the user's.
/// </summary>
public sealed partial class OwnedFiles
{
    private readonly Dictionary<string, HashSet<string>> _hashes = new(StringComparer.Ordinal);

    /// <summary>There is a manifest.</summary>
    public bool Exists { get; private init; }

    /// <summary>It says what the tool has written. One that was edited or merged may still name files.</summary>
    public bool IsReadable { get; private init; }

    public IEnumerable<string> Paths => _hashes.Keys;

    /// <summary>Whether the tool has written a file of these contents there.</summary>
    public bool Has(string path, string hash) =>
        _hashes.TryGetValue(path, out HashSet<string>? known) && known.Contains(hash);

    public bool Names(string path) => _hashes.ContainsKey(path);

    public static OwnedFiles Read(string manifest)
    {
        if (!File.Exists(manifest))
        {
            return new OwnedFiles { IsReadable = true };
        }

        string text = File.ReadAllText(manifest);
        IReadOnlyList<(string Path, string Hash)> entries = Entries(text, out bool isReadable);
        OwnedFiles owned = new() { Exists = true, IsReadable = isReadable };
        foreach ((string path, string hash) in entries.Where(e => Files.Paths.IsBelow(e.Path)))
        {
            owned._hashes.TryAdd(path, new HashSet<string>(StringComparer.Ordinal));
            owned._hashes[path].Add(hash);
        }

        return owned;
    }

    private static IReadOnlyList<(string, string)> Entries(string text, out bool isReadable)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            isReadable = true;
            return
            [
                .. document
                    .RootElement.GetProperty("outputs")
                    .EnumerateObject()
                    .Select(p => (p.Name, p.Value.GetString() ?? "")),
            ];
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A merge leaves both sides' lines: what either side has written is ours.
            isReadable = false;
            int outputs = text.IndexOf("\"outputs\"", StringComparison.Ordinal);
            return outputs < 0
                ? []
                :
                [
                    .. Entry()
                        .Matches(text[outputs..])
                        .Select(m => (JsonSerializer.Deserialize<string>(m.Groups[1].Value)!, m.Groups[2].Value)),
                ];
        }
    }

    [GeneratedRegex("""^\s*("(?:[^"\\]|\\["\\/bfnrt])+"): "([0-9a-f]{64})",?\r?$""", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
