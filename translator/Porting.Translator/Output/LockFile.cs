using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Porting.Translator.Output;

/// <summary>
/// port.lock.json: SHA-256 of every C file that was read and of every file that was written, so that one can see
/// without parsing anything whether the C has moved on, or somebody has edited what is generated. Format:
/// <c>{"version":1,"inputs":{path:hash},"outputs":{path:hash}}</c>, sorted by path.
/// </summary>
public sealed record LockFile(IReadOnlyDictionary<string, string> Inputs, IReadOnlyDictionary<string, string> Outputs)
{
    public const string FileName = "port.lock.json";

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static string HashOfFile(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    public string Write()
    {
        StringBuilder text = new("{\n  \"version\": 1,\n");
        Section(text, "inputs", Inputs);
        text.Append(",\n");
        Section(text, "outputs", Outputs);
        return text.Append("\n}\n").ToString();
    }

    private static void Section(StringBuilder text, string name, IReadOnlyDictionary<string, string> hashes)
    {
        text.Append("  \"").Append(name).Append("\": {\n");
        text.AppendJoin(
            ",\n",
            hashes
                .OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => $"    {JsonSerializer.Serialize(p.Key)}: \"{p.Value}\"")
        );
        text.Append("\n  }");
    }

    /// <summary>Reads what <see cref="Write"/> wrote; anything else is PORT4020, which a fresh emit repairs.</summary>
    public static LockFile Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
            Dictionary<string, string> Hashes(string name) =>
                document
                    .RootElement.GetProperty(name)
                    .EnumerateObject()
                    .ToDictionary(p => p.Name, p => p.Value.GetString()!);
            return new LockFile(Hashes("inputs"), Hashes("outputs"));
        }
        catch (Exception exception)
            when (exception
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FileNotFoundException
                        or DirectoryNotFoundException
            )
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT4020",
                    new SourceLocation(path, 0, 0),
                    "the generated tree has no readable lock file; run 'port emit'"
                )
            );
        }
    }
}
