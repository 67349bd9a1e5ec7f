using System.Collections.Concurrent;
using Porting.Build.Compile;
using Porting.Translator;
using Porting.Translator.Output;

namespace Porting.Cli;

/// <summary>
/// What the build needs beside the generated text: for each file of C# its source map, and the layouts of structs as
/// clang has them. Below artifacts, because it changes with every line of the C and can be made again. Each map says
/// which text it is of, so that none is taken for another's. For several threads at once.
/// </summary>
internal sealed class BuildFacts(string folder)
{
    private readonly ConcurrentDictionary<string, bool> _present = new(StringComparer.Ordinal);

    public string LayoutPath => Path.Combine(folder, OutputFile.LayoutFile);

    /// <summary>The source map of a file of C# as it is written; empty for other files.</summary>
    public static string MapOf(OutputFile file) =>
        IsMapped(file.Path)
            ? new SourceMap(
                [.. file.Map.Select(m => new SourceMapLine(m.CSharpLine, m.CFile, m.CLine))],
                LockFile.HashOf(file.Text),
                file.LineNumbers
            ).Write()
            : "";

    /// <summary>Keeps what is to be known of a file.</summary>
    public void Add(OutputFile file)
    {
        if (file.IsFact)
        {
            Write(file.Path, file.Text);
        }
        else if (IsMapped(file.Path))
        {
            Write(file.Path + SourceMap.Suffix, MapOf(file));
        }
    }

    /// <summary>Units of the last emit that stay C because they could not be translated; null when nobody
    /// knows.</summary>
    public KeptUnits? Kept => File.Exists(KeptPath) ? KeptUnits.Read(File.ReadAllText(KeptPath)) : null;

    private string KeptPath => Path.Combine(folder, KeptUnits.FileName);

    public void Add(KeptUnits kept) => Write(KeptUnits.FileName, kept.Write());

    /// <summary>Whether a file of facts is there with contents of this hash.</summary>
    public bool Has(string path, string hash)
    {
        string full = Path.Combine(folder, path);
        bool has = File.Exists(full) && LockFile.HashOfFile(full) == hash;
        if (has)
        {
            _present[path] = true;
        }

        return has;
    }

    public bool HasMap(string path, string hash) => hash.Length == 0 || Has(path + SourceMap.Suffix, hash);

    /// <summary>The map of a text, null when there is none of it.</summary>
    public SourceMap? Find(string path, string text)
    {
        string full = Path.Combine(folder, path + SourceMap.Suffix);
        if (!File.Exists(full))
        {
            return null;
        }

        SourceMap map = SourceMap.Read(full);
        return map.Text == LockFile.HashOf(text) ? map : null;
    }

    /// <summary>Removes what is of no file that was seen.</summary>
    public void Sweep()
    {
        foreach (
            string file in Workspace
                .Files(folder, "*")
                .Where(f => Path.GetFileName(f) != ArtifactsMark.FileName)
                .Where(f => !_present.ContainsKey(Path.GetRelativePath(folder, f)))
        )
        {
            File.Delete(file);
        }
    }

    private static bool IsMapped(string path) => path.EndsWith(".g.cs", StringComparison.Ordinal);

    private void Write(string path, string text)
    {
        if (!Has(path, LockFile.HashOf(text)))
        {
            string full = Path.Combine(folder, path);
            string fresh = $"{full}.{Environment.ProcessId}";
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(fresh, text);
            File.Move(fresh, full, overwrite: true);
            _present[path] = true;
        }
    }
}
