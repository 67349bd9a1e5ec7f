using Porting.Translator.Output.Files;

namespace Porting.Translator.Output;

/// <summary>
/// Folders that the tool writes to must not have anything of the user's in them. PORT9022 at the key's value, found
/// through links as well, before anything is read or written.
/// </summary>
internal static class FolderRules
{
    /// <summary>Whoever comes later in this list is named as the one that is wrong.</summary>
    private static readonly string[] Keys = ["original", "handwritten", "generated", "artifacts"];

    public static void Check(string projectFolder, ProjectReader reader)
    {
        Dictionary<string, string> real = Keys.ToDictionary(
            k => k,
            k => Paths.Real(Path.GetFullPath(reader.Text(k), projectFolder)),
            StringComparer.Ordinal
        );
        string project = Paths.Real(projectFolder);
        foreach (string key in Keys[1..])
        {
            if (key != "generated" && File.Exists(real[key]))
            {
                throw Refused(reader, key, "is a file");
            }

            if (Paths.IsInside(project, real[key]))
            {
                throw Refused(
                    reader,
                    key,
                    real[key] == project ? "is the project's own folder" : "has the project in it"
                );
            }

            foreach (string other in Keys.TakeWhile(k => k != key))
            {
                CheckPair(reader, key, real[key], other, real[other]);
            }
        }

        CheckRepository(reader, "generated", real["generated"], SearchOption.AllDirectories);
        CheckRepository(reader, "artifacts", real["artifacts"], SearchOption.TopDirectoryOnly);
        if (ArtifactsMark.Foreign(real["artifacts"]) is { } foreign)
        {
            throw Refused(reader, "artifacts", $"has files of somebody else where port keeps its own ({foreign})");
        }
    }

    private static void CheckPair(ProjectReader reader, string key, string path, string other, string otherPath)
    {
        string? how =
            path == otherPath ? "is also"
            : Paths.IsInside(path, otherPath) ? "lies in"
            : Paths.IsInside(otherPath, path) ? "has in it"
            : null;
        if (how != null)
        {
            throw Refused(reader, key, $"{how} '{other}' ({reader.Text(other)})");
        }
    }

    /// <summary>Where a repository begins is somebody's work. (The project's own lies above these folders.)</summary>
    private static void CheckRepository(ProjectReader reader, string key, string path, SearchOption depth)
    {
        if (!Directory.Exists(path))
        {
            return;
        }

        EnumerationOptions options = new()
        {
            RecurseSubdirectories = depth == SearchOption.AllDirectories,
            AttributesToSkip = FileAttributes.ReparsePoint,
            IgnoreInaccessible = true,
        };
        if (Directory.EnumerateFileSystemEntries(path, ".git", options).FirstOrDefault() is { } found)
        {
            throw Refused(reader, key, $"has a repository in it ({found})");
        }
    }

    private static PortException Refused(ProjectReader reader, string key, string what) =>
        new(
            PortDiagnostic.Error(
                "PORT9022",
                reader.PlaceOf(key),
                $"'{key}' ({reader.Text(key)}) {what}; give it a folder of its own"
            )
        );
}
