using System.Text.Json;

namespace Porting.Translator.Output;

/// <summary>
/// port.json: where a port's parts are. All paths are relative to the file's folder. Errors: PORT9020 no such file,
/// PORT9021 not valid.
/// </summary>
/// <param name="Folder">Absolute path of the folder that has port.json.</param>
/// <param name="Name">Short name of the port, e.g. <c>mach</c>.</param>
/// <param name="Namespace">Root namespace of the generated C#.</param>
/// <param name="Original">Root of the C sources.</param>
/// <param name="CompileCommands">The compilation database.</param>
/// <param name="Prepare">Program and arguments that bring the compilation database up to date; empty when the user does
/// that.</param>
/// <param name="Generated">Folder of the generated C#.</param>
/// <param name="Handwritten">Folder of the handwritten C#.</param>
/// <param name="LinkerScript">Linker script of the image.</param>
/// <param name="Artifacts">Folder for everything that can be made again.</param>
/// <param name="Reference">Program and arguments that build the reference kernel from the C; empty when there is
/// none.</param>
/// <param name="ReferenceImage">The reference kernel.</param>
/// <param name="ExcludedFromImage">Prefixes of handwritten paths that are not compiled into the image.</param>
public sealed record PortProject(
    string Folder,
    string Name,
    string Namespace,
    string Original,
    string CompileCommands,
    IReadOnlyList<string> Prepare,
    string Generated,
    string Handwritten,
    string LinkerScript,
    string Artifacts,
    IReadOnlyList<string> Reference,
    string ReferenceImage,
    IReadOnlyList<string> ExcludedFromImage
)
{
    public const string FileName = "port.json";

    public string OriginalPath => At(Original);
    public string GeneratedPath => At(Generated);
    public string HandwrittenPath => At(Handwritten);
    public string ArtifactsPath => At(Artifacts);

    /// <summary>Absolute path of one that is relative to the project.</summary>
    public string At(string path) => Path.GetFullPath(path, Folder);

    /// <summary>Reads the file, or the one in the nearest folder upwards when <paramref name="path"/> is a
    /// folder.</summary>
    public static PortProject Load(string path)
    {
        string file = Directory.Exists(path) ? Find(path) : path;
        SourceLocation place = new(file, 0, 0);
        if (!File.Exists(file))
        {
            throw new PortException(
                PortDiagnostic.Error("PORT9020", place, "no such project file; --project names one")
            );
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
            return Read(document.RootElement, Path.GetDirectoryName(Path.GetFullPath(file))!);
        }
        catch (JsonException exception)
        {
            SourceLocation at = new(
                file,
                (int)(exception.LineNumber ?? 0) + 1,
                (int)(exception.BytePositionInLine ?? 0) + 1
            );
            throw new PortException(PortDiagnostic.Error("PORT9021", at, "not valid JSON"));
        }
        catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException)
        {
            throw new PortException(PortDiagnostic.Error("PORT9021", place, exception.Message));
        }
    }

    private static string Find(string folder)
    {
        for (DirectoryInfo? at = new(Path.GetFullPath(folder)); at != null; at = at.Parent)
        {
            string candidate = Path.Combine(at.FullName, FileName);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new PortException(
            PortDiagnostic.Error(
                "PORT9020",
                SourceLocation.None,
                $"no {FileName} in '{folder}' or above; --project names one"
            )
        );
    }

    private static PortProject Read(JsonElement root, string folder)
    {
        string Text(string name) =>
            root.TryGetProperty(name, out JsonElement value)
                ? value.GetString()!
                : throw new KeyNotFoundException($"'{name}' is missing");
        IReadOnlyList<string> List(string name) =>
            root.TryGetProperty(name, out JsonElement value)
                ? [.. value.EnumerateArray().Select(e => e.GetString()!)]
                : [];
        return new PortProject(
            folder,
            Text("name"),
            Text("namespace"),
            Text("original"),
            Text("compileCommands"),
            List("prepare"),
            Text("generated"),
            Text("handwritten"),
            Text("linkerScript"),
            Text("artifacts"),
            List("reference"),
            Text("referenceImage"),
            List("excludedFromImage")
        );
    }
}
