using System.Text;
using Porting.Build.Compile;
using Porting.Build.Hosted;

namespace Porting.Build;

/// <summary>
/// What the tool brings for every port (translator/Porting.Runtime): the core library, the runtime of generated code, the
/// attributes of handwritten code, and the blocks that clang takes for granted. It is compiled into each image; a copy
/// stands in a folder of the port, so that editors and debuggers find it.
/// </summary>
public sealed class KernelLibrary
{
    private const string Prefix = "kernel/";

    /// <summary>For editors and <c>dotnet build</c>: the rules of the language while C# is written.</summary>
    private const string Analyzer = "Porting.Analyzer.dll";

    private readonly string _folder;

    private KernelLibrary(string folder) => _folder = folder;

    /// <summary>Writes the copy, the files alone that differ from what stands there, and takes away what this version
    /// does not have.</summary>
    /// <param name="folder">The copy's folder, the tool's alone.</param>
    public static KernelLibrary In(string folder)
    {
        Directory.CreateDirectory(folder);
        Dictionary<string, byte[]> files = Texts
            .Concat(HostedLibrary.Types.Select(t => (Name: t.Path, t.Text)))
            .Select(t => (t.Name, Bytes: Encoding.UTF8.GetBytes(t.Text)))
            .Append((Name: Analyzer, Bytes: HostedLibrary.ReadBytes("analyzer/" + Analyzer)))
            .ToDictionary(t => Path.Combine(folder, t.Name), t => t.Bytes);
        foreach (
            (string file, byte[] bytes) in files.Where(f =>
                !File.Exists(f.Key) || !File.ReadAllBytes(f.Key).AsSpan().SequenceEqual(f.Value)
            )
        )
        {
            string fresh = file + ".new";
            File.WriteAllBytes(fresh, bytes);
            File.Move(fresh, file, overwrite: true);
        }

        foreach (string file in Directory.EnumerateFiles(folder).Where(f => !files.ContainsKey(f)))
        {
            File.Delete(file);
        }

        return new KernelLibrary(folder);
    }

    /// <summary>The C#, by the paths of the copy.</summary>
    /// <param name="sources">The port's own: types of C that C# lacks come only with those that mention them.</param>
    public IEnumerable<CSharpSource> Sources(IReadOnlyList<CSharpSource> sources) =>
        Texts
            .Where(t => t.Name.EndsWith(".cs", StringComparison.Ordinal))
            .Concat(HostedLibrary.TypesOf(sources).Select(t => (Name: t.Path, t.Text)))
            .Select(t => new CSharpSource(Path.Combine(_folder, t.Name), t.Text) { IsLibrary = true });

    /// <summary>Copies of C# that defines functions of C, by symbols: an object of their own.</summary>
    public IReadOnlyList<string> Functions => [Path.Combine(_folder, "LongDivision.cs")];

    /// <summary>The copies of the assembler files.</summary>
    public IReadOnlyList<string> Assembler =>
        [
            .. Texts
                .Where(t => t.Name.EndsWith(".S", StringComparison.Ordinal))
                .Select(t => Path.Combine(_folder, t.Name)),
        ];

    /// <summary>A file that new ports get (translator/Porting.Runtime/Init).</summary>
    public static string InitText(string name) => HostedLibrary.Read("init/" + name);

    private static IReadOnlyList<(string Name, string Text)> Texts { get; } =
    [
        .. HostedLibrary
            .Sources.Select(s => (s.Path, s.Text))
            .Concat(
                HostedLibrary.Names(Prefix, "").Select(n => (Name: n[Prefix.Length..], Text: HostedLibrary.Read(n)))
            ),
    ];
}
