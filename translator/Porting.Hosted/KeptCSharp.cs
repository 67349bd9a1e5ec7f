using Porting.Translator;
using Porting.Translator.Output;
using Porting.Translator.Output.Files;

namespace Porting.Hosted;

/// <summary>
/// The C# that <c>--keep-csharp DIR</c> keeps, to be read: <c>DIR/FILE.port/</c> has that of FILE.c, under its path as
/// far as that lies below where the compiler runs, so that units of one name in two folders do not meet. Each run
/// replaces what an earlier one has left, edited or not, as compilers do with what they save; a file that does not say
/// that port has written it stays, and is PORT4011 before anything is written. Files are put in their places whole, for
/// make runs many at once; there is no journal, for what a kill leaves the next run writes again.
/// </summary>
internal static class KeptCSharp
{
    public static void Write(string keepFolder, HostedUnit unit, TranslatorOutput translated)
    {
        string folder = Path.Combine(unit.Directory, keepFolder, NameOf(unit) + ".port");
        Dictionary<string, string> files = translated
            .Files.Where(f => !f.IsFact && f.Path != "coverage.md")
            .ToDictionary(f => Path.Combine(folder, Below(f.Path)), f => f.Text, StringComparer.Ordinal);
        if (files.Keys.FirstOrDefault(f => Path.Exists(f) && !OutputTree.IsMarked(f)) is { } foreign)
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT4011",
                    new SourceLocation(Paths.Shown(foreign, unit.Directory), 0, 0),
                    "is where --keep-csharp writes, and was not written by port; move it away"
                )
            );
        }

        foreach ((string path, string text) in files)
        {
            string fresh = WorkFolder.Beside(path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(fresh, text);
            File.Move(fresh, path, overwrite: true);
        }

        foreach (
            string old in Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(f => !files.ContainsKey(f) && OutputTree.IsMarked(f))
        )
        {
            File.Delete(old);
        }
    }

    private static string NameOf(HostedUnit unit)
    {
        string path = Path.GetRelativePath(unit.Directory, unit.AbsoluteFile);
        return Path.ChangeExtension(Paths.IsBelow(path) ? path : Path.GetFileName(path), null);
    }

    private static string Below(string path) =>
        string.Join('/', path.Split('/').Where(p => p is not ("" or ".")).Select(p => p == ".." ? "_" : p));
}
