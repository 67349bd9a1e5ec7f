using Porting.Translator.Output.Files;

namespace Porting.Translator.Output;

/// <summary>
/// port.json: where a port's parts are (its keys: <see cref="ProjectKey"/>). All paths are relative to the file's
/// folder. Errors, at their line and column: PORT9020 no such file, PORT9021 not valid, PORT9022 folders that overlap,
/// PORT9023 an unknown key, PORT9024 values that do not go together, or name what is not there.
/// </summary>
/// <param name="Folder">Absolute path, without links, of the folder that has port.json.</param>
/// <param name="Name">Short name of the port, e.g. <c>mach</c>.</param>
/// <param name="Namespace">Root namespace of the generated C#.</param>
/// <param name="Original">Root of the C sources.</param>
/// <param name="CompileCommands">The compilation database.</param>
/// <param name="Prepare">Program and arguments that bring the compilation database up to date; empty when the user does
/// that.</param>
/// <param name="Generated">Folder of the generated C#.</param>
/// <param name="Handwritten">Folder of the handwritten C#.</param>
/// <param name="LinkerScript">Linker script of the image; empty for ld's own.</param>
/// <param name="Artifacts">Folder for everything that can be made again.</param>
/// <param name="Reference">Program and arguments that build the reference kernel from the C; empty when there is
/// none.</param>
/// <param name="ReferenceImage">The reference kernel; empty when there is none.</param>
/// <param name="ExcludedFromImage">Handwritten files and folders that do not go into the image.</param>
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

    /// <summary>Folder in which the linker runs.</summary>
    public string LinkDirectory { get; init; } = "";

    /// <summary>What the linker gets behind the port's own objects.</summary>
    public IReadOnlyList<string> LinkArguments { get; init; } = [];

    /// <summary>C files and folders below the original that do not become C#.</summary>
    public IReadOnlyList<string> KeptInC { get; init; } = [];

    /// <summary>Program and arguments that boot an image; empty for QEMU.</summary>
    public IReadOnlyList<string> Boot { get; init; } = [];

    /// <summary>Without links: clang's own names of files are compared with it.</summary>
    public string OriginalPath { get; } = Paths.Real(Path.GetFullPath(Original, Folder));

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
        if (!File.Exists(file))
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT9020",
                    new SourceLocation(file, 0, 0),
                    "no such project file; --project names one"
                )
            );
        }

        ProjectReader reader = ProjectReader.Read(file);
        string folder = Paths.Real(Path.GetDirectoryName(Path.GetFullPath(file))!);
        FolderRules.Check(folder, reader);
        PortProject project = Read(reader, folder);
        Check(project, reader);
        return project;
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

    private static PortProject Read(ProjectReader reader, string folder) =>
        new(
            folder,
            reader.Text("name"),
            reader.Text("namespace"),
            reader.Text("original"),
            reader.Text("compileCommands"),
            reader.List("prepare"),
            reader.Text("generated"),
            reader.Text("handwritten"),
            reader.Text("linkerScript"),
            reader.Text("artifacts"),
            reader.List("reference"),
            reader.Text("referenceImage"),
            reader.List("excludedFromImage")
        )
        {
            LinkDirectory = reader.Text("linkDirectory"),
            LinkArguments = reader.List("linkArguments"),
            KeptInC = reader.List("keptInC"),
            Boot = reader.List("boot"),
        };

    private static void Check(PortProject project, ProjectReader reader)
    {
        PortException Wrong(string key, string message) =>
            new(PortDiagnostic.Error("PORT9024", reader.PlaceOf(key), message));
        if (!Directory.Exists(project.OriginalPath))
        {
            throw Wrong("original", $"there is no folder '{project.Original}'");
        }

        // Without it every replaced function would be translated again, as if that were wanted.
        if (!Directory.Exists(project.HandwrittenPath))
        {
            throw Wrong("handwritten", $"there is no folder '{project.Handwritten}'; make it, it may be empty");
        }

        if (project.Reference.Count > 0 && project.ReferenceImage.Length == 0)
        {
            throw Wrong("reference", "'referenceImage' is missing: it names what this command builds");
        }

        foreach (string path in project.KeptInC)
        {
            if (!Paths.IsBelow(path.TrimEnd('/')) || !Path.Exists(Path.Combine(project.OriginalPath, path)))
            {
                throw Wrong("keptInC", $"there is no '{path}' in '{project.Original}'");
            }
        }

        foreach (string command in (string[])["prepare", "reference", "boot"])
        {
            if (reader.List(command) is ["", ..])
            {
                throw Wrong(command, $"'{command}' begins with the name of a program");
            }
        }

        foreach (string path in project.ExcludedFromImage)
        {
            if (!Paths.IsBelow(path.TrimEnd('/')) || !Path.Exists(Path.Combine(project.HandwrittenPath, path)))
            {
                throw Wrong("excludedFromImage", $"there is no '{path}' in '{project.Handwritten}'");
            }
        }
    }

    /// <summary>Whether a C file is one that the project keeps in C.</summary>
    /// <param name="file">Absolute path.</param>
    public bool IsKeptInC(string file) =>
        KeptInC.Any(k => Paths.IsInside(file, Path.Combine(OriginalPath, k.TrimEnd('/'))));

    /// <summary>Whether a handwritten file goes into the image.</summary>
    public bool IsInImage(string handwritten) =>
        !ExcludedFromImage.Any(e => Paths.IsInside(handwritten, Path.Combine(HandwrittenPath, e.TrimEnd('/'))));
}
