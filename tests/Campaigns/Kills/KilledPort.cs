using System.Diagnostics;
using System.Security.Cryptography;
using Porting.Tests;

namespace Porting.Campaigns.Kills;

/// <summary>A port in two states of its C, with files of other people in every folder that the tool writes to, and the
/// verbs that write.</summary>
internal abstract class KilledPort(string root) : IDisposable
{
    /// <summary>What belongs to nobody's work: it is made again, and compared by what is made of it.</summary>
    private const string Artifacts = "artifacts";

    public string Root => root;

    /// <summary>The folder of the generated C#, and where pages go: folders that may be file systems of their
    /// own.</summary>
    public abstract string Generated { get; }

    public static string Pages => "docs";

    public static IReadOnlyDictionary<string, string[]> Verbs { get; } =
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["emit"] = ["emit"],
            ["accept"] = ["accept", "--all"],
            ["report"] = ["report", "-o", Pages, "--stale=warn"],
            ["build"] = ["build", "--port-only", "--stale=warn"],
        };

    /// <summary>Gives the C one of its two states.</summary>
    public abstract void SetC(bool second);

    public string At(string path) => Path.Combine(root, path);

    public void AddForeignFiles()
    {
        foreach (string folder in (string[])[".", Generated, Pages, HandwrittenFolder])
        {
            foreach (string file in (string[])["notes.txt", "sub/notes.txt", ".hidden"])
            {
                Write(Path.Combine(folder, file), $"somebody's {file} in {folder}");
            }
        }

        Write(".git/HEAD", "ref: refs/heads/main\n");
        Write("docs/.git/HEAD", "ref: refs/heads/pages\n");
    }

    protected abstract string HandwrittenFolder { get; }

    protected void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    public Answer Run(params string[] arguments) => PortTool.Run(root, arguments);

    /// <summary>Starts a verb and lets the caller end it.</summary>
    public Process Start(string[] arguments)
    {
        ProcessStartInfo info = new(
            Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet"
        )
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments.Prepend(PortTool.Assembly))
        {
            info.ArgumentList.Add(argument);
        }

        Process process = new() { StartInfo = info };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Waits for something that a verb does, or for its end.</summary>
    public static void WaitUntil(Process process, TimeSpan atMost, Func<bool> isDone)
    {
        for (Stopwatch watch = Stopwatch.StartNew(); watch.Elapsed < atMost && !process.HasExited; Thread.Sleep(1))
        {
            if (isDone())
            {
                return;
            }
        }
    }

    /// <summary>Ends a verb where it is; false when it was done before.</summary>
    public static bool Kill(Process process)
    {
        bool isAlive = !process.HasExited;
        process.Kill();
        process.WaitForExit();
        return isAlive;
    }

    /// <summary>Gives the C a state, and all else that a verb asks for: what shows or builds a port is for one that was
    /// emitted.</summary>
    public void Prepare(string verb, bool second)
    {
        SetC(second);
        if (InputsOf(verb).Contains(Generated) && Run("emit") is { ExitStatus: not 0 } answer)
        {
            throw new InvalidOperationException(answer.All);
        }
    }

    /// <summary>Keeps all that a verb reads, and its caches, as they are after it was done in a state.</summary>
    public void Save(string verb, bool second)
    {
        foreach (string input in InputsOf(verb))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Saved(verb, second, input))!);
            Copy(At(input), Saved(verb, second, input));
        }
    }

    /// <summary>What <see cref="Prepare"/> would do, from what was saved: the verb finds all that it would compute in
    /// its cache, and its stamp gone, so that a run is hardly longer than the writing that is to be killed.</summary>
    public void Restore(string verb, bool second)
    {
        foreach (string input in InputsOf(verb))
        {
            Clear(At(input));
            Copy(Saved(verb, second, input), At(input));
        }

        if (!InputsOf(verb).Contains(Generated))
        {
            File.Delete(At(Artifacts + "/cache/emit.stamp"));
        }
    }

    private string Saved(string verb, bool second, string input) =>
        $"{root}.saved/{verb}/{(second ? "second" : "first")}/{input}";

    /// <summary>A folder may be a file system, which stays.</summary>
    private static void Clear(string path)
    {
        if (!Directory.Exists(path))
        {
            File.Delete(path);
            return;
        }

        foreach (string entry in Directory.EnumerateFileSystemEntries(path))
        {
            if (Directory.Exists(entry) && new FileInfo(entry).LinkTarget == null)
            {
                Directory.Delete(entry, recursive: true);
            }
            else
            {
                File.Delete(entry);
            }
        }
    }

    private static void Copy(string from, string to)
    {
        string[] what = Directory.Exists(from) ? [from + "/.", to] : [from, to];
        using Process copy = Process.Start("cp", ["-a", "--", .. what]);
        copy.WaitForExit();
        if (copy.ExitCode != 0)
        {
            throw new InvalidOperationException($"cp {from} {to}");
        }
    }

    private IReadOnlyList<string> InputsOf(string verb) =>
        verb is "report" or "build" ? [Artifacts, .. Inputs, Generated] : [Artifacts, .. Inputs];

    /// <summary>Every file but those that <see cref="Prepare"/> changes and the artifacts, with the hash of its
    /// contents; folders with nothing.</summary>
    public SortedDictionary<string, string> Everything(string verb)
    {
        SortedDictionary<string, string> files = new(StringComparer.Ordinal);
        Add(new DirectoryInfo(root), InputsOf(verb), files);
        return files;
    }

    private void Add(DirectoryInfo folder, IReadOnlyList<string> except, SortedDictionary<string, string> files)
    {
        foreach (FileSystemInfo entry in folder.EnumerateFileSystemInfos())
        {
            string path = Path.GetRelativePath(root, entry.FullName);
            if (except.Contains(path))
            {
                continue;
            }

            files[path] = entry is FileInfo file ? HashOf(file) : "";
            if (entry is DirectoryInfo inner)
            {
                Add(inner, except, files);
            }
        }
    }

    /// <summary>A file of the same size and time of change (to 100 ns) is read once.</summary>
    public string HashOf(FileInfo file)
    {
        (long, long) stamp = (file.LastWriteTimeUtc.Ticks, file.Length);
        if (!_hashes.TryGetValue(file.FullName, out ((long, long) Stamp, string Hash) known) || known.Stamp != stamp)
        {
            known = (stamp, Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file.FullName))));
            _hashes[file.FullName] = known;
        }

        return known.Hash;
    }

    private readonly Dictionary<string, ((long, long) Stamp, string Hash)> _hashes = new(StringComparer.Ordinal);

    /// <summary>What the two states differ by.</summary>
    protected abstract IReadOnlyList<string> Inputs { get; }

    public virtual void Dispose()
    {
        foreach (string folder in (string[])[root, root + ".saved"])
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}

/// <summary>The kernel of this repository, in a copy.</summary>
internal sealed class KilledKernel : KilledPort
{
    private static readonly string[] Folders = ["original-c", "kernel-handwritten"];
    private readonly Dictionary<string, string> _first = new(StringComparer.Ordinal);

    /// <param name="root">An empty folder.</param>
    public KilledKernel(string root)
        : base(root)
    {
        foreach (string folder in Folders)
        {
            foreach (string file in Directory.EnumerateFiles(Repository.At(folder), "*", SearchOption.AllDirectories))
            {
                string target = At(Path.GetRelativePath(Repository.Root, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        File.Copy(Repository.At("port.json"), At("port.json"));
        foreach (string file in Directory.EnumerateFiles(At("original-c"), "*.c", SearchOption.AllDirectories))
        {
            _first[file] = File.ReadAllText(file);
        }
    }

    public override string Generated => "kernel-generated";

    protected override string HandwrittenFolder => "kernel-handwritten";

    protected override IReadOnlyList<string> Inputs => ["original-c"];

    /// <summary>Every so many files differ between the states.</summary>
    public int ChangesEvery { get; set; } = 1;

    /// <summary>The second state: a function more in each file, another beginning of every function that is replaced by
    /// hand, and a file more in a folder of its own, where the first has another one.</summary>
    public override void SetC(bool second)
    {
        HashSet<string> replaced =
        [
            .. Directory
                .EnumerateFiles(At("kernel-handwritten"), "*.cs", SearchOption.AllDirectories)
                .SelectMany(f => File.ReadLines(f))
                .Where(l => l.Contains("[Replaces(\"", StringComparison.Ordinal))
                .Select(l => l.Split('"')[3]),
        ];
        int number = 0;
        foreach ((string file, string text) in _first)
        {
            number++;
            bool isChanged = second && number % ChangesEvery == 0;
            File.WriteAllText(
                file,
                isChanged ? Second(text, replaced) + $"\nint zz_{number}(void)\n{{\n\treturn {number};\n}}\n" : text
            );
        }

        foreach (string folder in (string[])["zz_first", "zz_second"])
        {
            if (Directory.Exists(At($"original-c/linux/dev/{folder}")))
            {
                Directory.Delete(At($"original-c/linux/dev/{folder}"), recursive: true);
            }
        }

        string name = second ? "zz_second" : "zz_first";
        Write($"original-c/linux/dev/{name}/own.c", $"int {name}(int x)\n{{\n\treturn x + 1;\n}}\n");
    }

    private static string Second(string text, HashSet<string> replaced)
    {
        foreach (string name in replaced)
        {
            int at = text.IndexOf($"\n{name}(", StringComparison.Ordinal);
            int body = at < 0 ? -1 : text.IndexOf("\n{\n", at, StringComparison.Ordinal);
            if (body > 0)
            {
                text = text.Insert(body + 3, "\t;\n");
            }
        }

        return text;
    }
}
