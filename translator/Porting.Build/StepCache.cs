using System.Security.Cryptography;
using System.Text;

namespace Porting.Build;

/// <summary>
/// Skips a step whose inputs are what they were. A step's key is the hash of everything that decides its result
/// (arguments, contents of the input files, the tool's own identity); it is kept beside the output as
/// <c>OUTPUT.key</c>, together with the hash of the output, so that an output somebody else has changed is made again.
/// Time stamps are never looked at.
/// </summary>
public sealed class StepCache
{
    private readonly List<string> _ran = [];

    /// <summary>The steps that were not skipped, by name, in order.</summary>
    public IReadOnlyList<string> Ran => _ran;

    /// <summary>Whether the output is there and was made from this key.</summary>
    public bool Has(string key, string output)
    {
        string keyFile = output + ".key";
        return File.Exists(output) && File.Exists(keyFile) && File.ReadAllText(keyFile) == Stamp(key, output);
    }

    /// <summary>Runs the step unless its output is there and was made from the same key.</summary>
    public void Run(string name, string key, string output, Action step)
    {
        if (Has(key, output))
        {
            return;
        }

        string keyFile = output + ".key";
        File.Delete(keyFile);
        step();
        if (!File.Exists(output))
        {
            return; // the step has reported why, and is tried again next time
        }

        lock (_ran)
        {
            _ran.Add(name);
        }

        File.WriteAllText(keyFile, Stamp(key, output));
    }

    private static string Stamp(string key, string output) => $"{key} {HashOfFile(output)}\n";

    public static string HashOfFile(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>The hash of texts, each with its length in front, so that no two lists run into one.</summary>
    public static string HashOf(IEnumerable<string> parts)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string part in parts)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
