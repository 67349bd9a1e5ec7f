using System.Collections.Immutable;
using Porting.Translator.Output.Files;

namespace Porting.Translator.Tests.Files;

/// <summary>
/// A file system in memory that can lose its power. Contents are durable when a call returns, as the calls promise;
/// names are durable up to the last <see cref="Sync"/> on their volume, and of those after it some first ones, as
/// file systems with a journal have it.
/// </summary>
/// <param name="mounts">Folders that are volumes of their own; the root is one as well.</param>
internal sealed class MemoryDisk(params string[] mounts) : IDisk
{
    private sealed class Node(byte[]? contents)
    {
        /// <summary>Null for a folder.</summary>
        public byte[]? Contents { get; set; } = contents;
    }

    private sealed class Volume
    {
        /// <summary>The names as they were after each change since the last one that is durable; the last are
        /// now.</summary>
        public List<ImmutableSortedDictionary<string, Node>> Names { get; set; } =
        [ImmutableSortedDictionary.Create<string, Node>(StringComparer.Ordinal)];

        public ImmutableSortedDictionary<string, Node> Now => Names[^1];
    }

    private readonly SortedDictionary<string, Volume> _volumes = new(
        mounts.Append("/").ToDictionary(m => m, _ => new Volume()),
        StringComparer.Ordinal
    );

    /// <summary>Every file with its text, folders with null.</summary>
    public SortedDictionary<string, string?> Everything() =>
        new(
            _volumes.Values.SelectMany(v => v.Now).ToDictionary(n => n.Key, n => TextOf(n.Value)),
            StringComparer.Ordinal
        );

    /// <summary>Power is lost and comes back; says how many names each volume keeps of those it need not.</summary>
    public void Crash(Func<int, int> kept)
    {
        foreach (Volume volume in _volumes.Values)
        {
            volume.Names = [volume.Names[kept(volume.Names.Count)]];
        }
    }

    public void Put(string path, string? text)
    {
        string[] parts = path.Split('/');
        for (int i = 2; i < parts.Length; i++)
        {
            string at = string.Join('/', parts[..i]);
            Change(at, names => names.ContainsKey(at) ? names : names.Add(at, new Node(null)));
        }

        Change(path, names => names.SetItem(path, new Node(text == null ? null : Bytes(text))));
        Crash(count => count - 1);
    }

    public IDisposable Lock(string folder) => new MemoryStream();

    public string? Identify(string path) =>
        Find(path) is not { } node ? null
        : node.Contents is { } contents ? FileTransaction.IdentityOf(contents)
        : "folder";

    public byte[] Read(string path) => Existing(path).Contents!;

    public void Create(string path, ReadOnlySpan<byte> contents, string? like = null)
    {
        byte[] bytes = contents.ToArray();
        Change(path, names => names.Add(path, new Node(bytes)));
    }

    public void Append(string path, ReadOnlySpan<byte> contents) =>
        Existing(path).Contents = [.. Existing(path).Contents!, .. contents];

    public void Mark(string path, byte first) => Existing(path).Contents = [first, .. Existing(path).Contents![1..]];

    public void Rename(string from, string to)
    {
        Node node = Existing(from);
        if (Of(from) != Of(to))
        {
            throw new DiskException(to, "invalid cross-device link");
        }

        Change(to, names => names.Remove(from).Add(to, node));
    }

    public void Delete(string path) => Change(path, names => names.Remove(path));

    public void CreateFolder(string path) => Change(path, names => names.Add(path, new Node(null)));

    public bool DeleteEmptyFolder(string path)
    {
        if (Find(path) == null)
        {
            return true;
        }

        if (NamesIn(path).Count > 0 || _volumes.ContainsKey(path))
        {
            return false;
        }

        Change(path, names => names.Remove(path));
        return true;
    }

    public IReadOnlyList<string> NamesIn(string folder) =>
        [
            .. _volumes
                .Values.SelectMany(v => v.Now.Keys)
                .Where(p => Path.GetDirectoryName(p) == folder)
                .Select(p => Path.GetFileName(p)),
        ];

    public void Sync(string folder)
    {
        _ = Existing(folder);
        Volume volume = Of(folder + "/.");
        volume.Names = [volume.Now];
    }

    public string VolumeOf(string folder) => _volumes.First(v => v.Value == Of(folder + "/.")).Key;

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static string? TextOf(Node node) =>
        node.Contents == null ? null : System.Text.Encoding.UTF8.GetString(node.Contents);

    /// <summary>The volume that has a name: the one that its folder is on.</summary>
    private Volume Of(string path) => _volumes.Last(v => Paths.IsInside(Path.GetDirectoryName(path)!, v.Key)).Value;

    private Node? Find(string path) => path == "/" ? new Node(null) : Of(path).Now.GetValueOrDefault(path);

    private Node Existing(string path) => Find(path) ?? throw new DiskException(path, "no such file or directory");

    private void Change(
        string path,
        Func<ImmutableSortedDictionary<string, Node>, ImmutableSortedDictionary<string, Node>> change
    )
    {
        string folder = Path.GetDirectoryName(path)!;
        if (folder != "/" && Find(folder) is not { Contents: null })
        {
            throw new DiskException(path, "no such file or directory");
        }

        Volume volume = Of(path);
        try
        {
            volume.Names.Add(change(volume.Now));
        }
        catch (ArgumentException)
        {
            throw new DiskException(path, "file exists");
        }
    }
}
