using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Porting.Translator.Output.Files;

/// <summary>How far a transaction has come: the first byte of its journal.</summary>
public enum JournalState : byte
{
    /// <summary>New files are being written beside the old ones. Undone by removing them.</summary>
    Staging = (byte)'S',

    /// <summary>Everything new is on the disk, and the journal says what goes where: it will happen.</summary>
    Committed = (byte)'C',

    /// <summary>It could not be carried out: what was done is undone.</summary>
    Aborted = (byte)'A',

    /// <summary>It has happened; what is left of the old files is removed.</summary>
    Done = (byte)'D',
}

/// <summary>One file of a transaction.</summary>
/// <param name="Number">Its new contents are <c>NUMBER.new</c> in the stage, its old ones <c>NUMBER.old</c>.</param>
/// <param name="Stage">Folder of the stage.</param>
/// <param name="Path">The file.</param>
/// <param name="Root">Folders that become empty are removed below this one.</param>
/// <param name="New">Identity of the new contents; null when the file is removed.</param>
/// <param name="Old">Identity of what was there; null when there was nothing.</param>
public sealed record FileChange(int Number, string Stage, string Path, string Root, string? New, string? Old)
{
    [JsonIgnore]
    public string NewFile => System.IO.Path.Combine(Stage, $"{Number}.new");

    [JsonIgnore]
    public string OldFile => System.IO.Path.Combine(Stage, $"{Number}.old");

    [JsonIgnore]
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;
}

/// <summary>
/// The journal of one transaction, a file in the project's folder: a byte of state, a name, then a JSON object a line.
/// Paths in it are relative to the project, so that a copy of a project is never led to the one it was copied from.
/// A journal in another state than Staging was whole before its state was set.
/// </summary>
public sealed class Journal
{
    public const string FileName = ".port-journal";
    public const string StagePrefix = ".port-stage-";
    private const string Head = "S port-journal 1\n";

    private sealed record Line(string? Stage, string? Folder, FileChange? Change, int? Lines);

    private static readonly JsonSerializerOptions Format = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly IDisk _disk;
    private readonly string _home;

    private Journal(IDisk disk, string home) => (_disk, _home) = (disk, home);

    public JournalState State { get; private set; } = JournalState.Staging;

    /// <summary>Folders that hold new and old files.</summary>
    public List<string> Stages { get; } = [];

    /// <summary>Folders that were not there before, parents first.</summary>
    public List<string> Folders { get; } = [];

    public List<FileChange> Changes { get; } = [];

    public static string PathIn(string home) => System.IO.Path.Combine(home, FileName);

    private string File => PathIn(_home);

    public static Journal Begin(IDisk disk, string home)
    {
        Journal journal = new(disk, home);
        disk.Create(journal.File, Encoding.UTF8.GetBytes(Head));
        disk.Sync(home);
        return journal;
    }

    /// <summary>Notes a stage before it is made.</summary>
    public void AddStage(string stage)
    {
        Stages.Add(stage);
        _disk.Append(File, Text([new Line(Relative(stage), null, null, null)]));
    }

    /// <summary>From here on the transaction will be carried out, by whoever runs next if need be.</summary>
    public void Commit()
    {
        Line[] lines =
        [
            .. Folders.Select(f => new Line(null, Relative(f), null, null)),
            .. Changes.Select(c => new Line(
                null,
                null,
                c with
                {
                    Stage = Relative(c.Stage),
                    Path = Relative(c.Path),
                    Root = Relative(c.Root),
                },
                null
            )),
        ];
        _disk.Append(File, Text([.. lines, new Line(null, null, null, lines.Length)]));
        Enter(JournalState.Committed);
    }

    public void Enter(JournalState state)
    {
        _disk.Mark(File, (byte)state);
        State = state;
    }

    public void Remove()
    {
        _disk.Delete(File);
        _disk.Sync(_home);
    }

    /// <summary>Reads what an earlier run has left; null when it says nothing yet, damaged when it is not what this
    /// class writes.</summary>
    public static Journal? Read(IDisk disk, string home, out bool isDamaged)
    {
        string text = Encoding.UTF8.GetString(disk.Read(PathIn(home)));
        isDamaged = false;
        if (Head.StartsWith(text, StringComparison.Ordinal) && text.Length < Head.Length)
        {
            return null;
        }

        Journal journal = new(disk, home);
        isDamaged =
            text.Length < Head.Length
            || text[1..Head.Length] != Head[1..]
            || !Enum.IsDefined((JournalState)text[0])
            || !journal.TryRead((JournalState)text[0], text[Head.Length..]);
        return isDamaged ? null : journal;
    }

    private bool TryRead(JournalState state, string text)
    {
        State = state;
        string[] lines = text.Split('\n');
        bool isWhole = false;
        // What is behind the last line's end was being written when its writer died.
        foreach (string line in lines[..^1])
        {
            try
            {
                Line read = JsonSerializer.Deserialize<Line>(line, Format)!;
                isWhole = read.Lines == Folders.Count + Changes.Count;
                Take(read);
            }
            catch (Exception exception) when (exception is JsonException or ArgumentException)
            {
                return state == JournalState.Staging;
            }
        }

        return state == JournalState.Staging || isWhole;
    }

    private void Take(Line line)
    {
        if (line.Stage != null)
        {
            Stages.Add(Absolute(line.Stage));
        }

        if (line.Folder != null)
        {
            Folders.Add(Absolute(line.Folder));
        }

        if (line.Change is { } change)
        {
            Changes.Add(
                change with
                {
                    Stage = Absolute(change.Stage),
                    Path = Absolute(change.Path),
                    Root = Absolute(change.Root),
                }
            );
        }
    }

    private string Relative(string path) => System.IO.Path.GetRelativePath(_home, path);

    private string Absolute(string path) => System.IO.Path.GetFullPath(path, _home);

    private static byte[] Text(IEnumerable<Line> lines) =>
        Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => JsonSerializer.Serialize(l, Format) + "\n")));
}
