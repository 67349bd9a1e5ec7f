using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Porting.Clang.Parse;
using Porting.Tests;

namespace Porting.Campaigns.Edits;

/// <summary>What one edit cost: lines added and deleted, in the C and in each committed file that is generated.</summary>
public sealed record EditCost(string Kind, string Path, int CLines, IReadOnlyDictionary<string, int> CSharpLines)
{
    public double Ratio => (double)CSharpLines.Values.Sum() / CLines;
}

/// <summary>
/// How small the differences of the generated tree are: random edits of the C, one after the other on a copy of this
/// repository, each emitted, and counted as git counts (<c>git diff --numstat</c>), all committed files. Edits that do
/// not compile are drawn again.
/// </summary>
public sealed partial class EditsCampaign : IDisposable
{
    private static readonly string[] Copied = ["original-c", "kernel-generated", "kernel-handwritten"];
    private readonly string _folder;
    private readonly LineEditor _editor;
    private readonly IReadOnlyDictionary<string, CompileCommand> _commands;

    public EditsCampaign(string folder, int seed)
    {
        _folder = folder;
        Copy();
        Done("git", "init", "-q");
        Done("git", "add", "-A");
        Done("git", "commit", "-q", "-m", "before");
        (int status, string output) = Port("emit", "--stale=warn");
        if (status != 0 || Output("git", "status", "--porcelain").Length > 0)
        {
            throw new InvalidOperationException($"the tree is not what the C gives before any edit: {output}");
        }

        HashSet<string> replaced =
        [
            .. Directory
                .EnumerateFiles(At("kernel-handwritten"), "*.cs", SearchOption.AllDirectories)
                .SelectMany(f => NotGenerated().Matches(File.ReadAllText(f)))
                .Select(m => m.Groups[1].Value),
        ];
        _editor = new LineEditor(new Random(seed), replaced.Contains);
        _commands = CompileCommands
            .Load(At("artifacts/reference/compile_commands.json"))
            .ToDictionary(c => c.AbsoluteFile, StringComparer.Ordinal);
    }

    /// <summary>Edits that were drawn and did not compile.</summary>
    public int Refused { get; private set; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Prints what each edit cost, then the verdict; 0 when the differences are as small as they are to
    /// be.</summary>
    public static int Run(int count, int seed, string folder)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(folder))!);
        using EditsCampaign campaign = new(folder, seed);
        List<EditCost> costs = [];
        for (int i = 0; i < count; i++)
        {
            EditCost cost = campaign.Next();
            costs.Add(cost);
            Console.WriteLine($"{i, 4} {Line(cost)}");
        }

        (double median, double high) = (Quantile(costs, 0.5), Quantile(costs, 0.9));
        Console.WriteLine("worst:");
        foreach (EditCost cost in costs.OrderByDescending(c => c.Ratio).Take(10))
        {
            Console.WriteLine($"  {Line(cost)}");
        }

        campaign.CheckWhole();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"edits: {count} ({campaign.Refused} more did not compile): changed lines of generated files over changed lines of C: median {median:F2}, 90th percentile {high:F2}, worst {costs.Max(c => c.Ratio):F2}"
            )
        );
        return median <= 1 && high <= 2 ? 0 : 1;
    }

    public static double Quantile(IReadOnlyCollection<EditCost> costs, double share) =>
        costs.Select(c => c.Ratio).Order().ElementAt(Math.Min(costs.Count - 1, (int)(costs.Count * share)));

    public static string Line(EditCost cost) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{cost.Ratio, 6:F2} {cost.Kind}: {cost.Path} {cost.CLines}; {string.Join(", ", cost.CSharpLines.OrderByDescending(l => l.Value).Take(6).Select(l => $"{l.Key} {l.Value}"))}"
        );

    /// <summary>Makes one edit, emits, and commits.</summary>
    public EditCost Next()
    {
        (string Path, string Text)[] files =
        [
            .. Directory
                .EnumerateFiles(At("original-c"), "*.*", SearchOption.AllDirectories)
                .Where(f => Path.GetExtension(f) is ".c" or ".h")
                .Order(StringComparer.Ordinal)
                .Select(f => (f, File.ReadAllText(f))),
        ];
        while (true)
        {
            LineEdit edit = _editor.Draw(files);
            string before = File.ReadAllText(edit.Path);
            File.WriteAllText(edit.Path, edit.Text);
            if (Compiles(edit.Path) && Port("emit", "--stale=warn").Status == 0)
            {
                return Counted(edit);
            }

            Refused++;
            File.WriteAllText(edit.Path, before);
        }
    }

    /// <summary>What the edits made together, looked at as a whole and without a cache, is what they made one by
    /// one; and the C# compiles.</summary>
    public void CheckWhole()
    {
        Directory.Delete(At("artifacts/cache"), recursive: true);
        (int status, string output) = Port("emit", "--check", "--stale=warn");
        if (status != 0)
        {
            throw new InvalidOperationException($"a whole emit says otherwise than one by one: {output}");
        }
    }

    private EditCost Counted(LineEdit edit)
    {
        Done("git", "add", "-A");
        (int Lines, string Path)[] changed =
        [
            .. Output("git", "diff", "--cached", "--numstat", "--no-renames")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => l.Split('\t'))
                .Select(l => (int.Parse(l[0]) + int.Parse(l[1]), l[2])),
        ];
        Done("git", "commit", "-q", "-m", edit.Kind);
        return new EditCost(
            edit.Kind,
            Path.GetRelativePath(_folder, edit.Path),
            changed.Where(c => c.Path.StartsWith("original-c/")).Sum(c => c.Lines),
            changed
                .Where(c => !c.Path.StartsWith("original-c/"))
                .ToDictionary(c => c.Path["kernel-generated/".Length..], c => c.Lines)
        );
    }

    /// <summary>Of a header, the emit says it.</summary>
    private bool Compiles(string file)
    {
        if (!_commands.TryGetValue(file, out CompileCommand? command))
        {
            return true;
        }

        string[] arguments =
        [
            "-fsyntax-only",
            "-Werror=implicit-function-declaration",
            "-w",
            .. command.Arguments.Where(a => a is not "-c" && a != command.File),
            file,
        ];
        return Start("clang-19", arguments, command.Directory).Status == 0;
    }

    private string At(string path) => Path.Combine(_folder, path);

    private void Copy()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        foreach (string file in Copied.SelectMany(TrackedIn).Concat(["port.json", ".gitattributes", ".gitignore"]))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
            File.Copy(Repository.At(file), At(file));
        }
    }

    /// <summary>What of a folder is in the repository or would be.</summary>
    private static string[] TrackedIn(string folder) =>
        Start("git", ["ls-files", "-co", "--exclude-standard", folder], Repository.Root)
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(f => File.Exists(Repository.At(f)))
            .ToArray();

    private (int Status, string Output) Port(params string[] arguments) =>
        Start(Repository.At("port"), arguments, _folder);

    private void Done(string program, params string[] arguments) => Output(program, arguments);

    private string Output(string program, params string[] arguments)
    {
        string[] identity = program == "git" ? ["-c", "user.name=edits", "-c", "user.email=edits@localhost"] : [];
        (int status, string output) = Start(program, [.. identity, .. arguments], _folder);
        return status == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {output}");
    }

    private static (int Status, string Output) Start(string program, IEnumerable<string> arguments, string folder)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    [GeneratedRegex("""\[(?:Replaces|Drops)\("[^"]+", "(\w+)""")]
    private static partial Regex NotGenerated();
}
