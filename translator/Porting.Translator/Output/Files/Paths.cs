namespace Porting.Translator.Output.Files;

/// <summary>Questions about paths as text, and about the folders that they lead to.</summary>
public static class Paths
{
    /// <summary>Whether an absolute path is a folder or something in it.</summary>
    public static bool IsInside(string path, string folder) =>
        path == folder || path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);

    /// <summary>Whether a relative path stays below where it starts.</summary>
    public static bool IsBelow(string path) =>
        path.Length > 0 && !Path.IsPathRooted(path) && path.Split('/').All(p => p is not ("" or "." or ".."));

    /// <summary>A path as messages have it: relative to the project where it is in it.</summary>
    public static string Shown(string path, string home) =>
        IsInside(path, home) ? Path.GetRelativePath(home, path) : path;

    /// <summary>The path without links, as far as it exists.</summary>
    public static string Real(string path)
    {
        string full = Path.GetFullPath(path).TrimEnd('/');
        string at = "/";
        int links = 0;
        Stack<string> rest = new(full.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse());
        while (rest.TryPop(out string? part))
        {
            string next = part == ".." ? Path.GetDirectoryName(at) ?? "/" : Path.Combine(at, part);
            if (part != ".." && links < 40 && new FileInfo(next).LinkTarget is { } target)
            {
                links++;
                at = Path.IsPathRooted(target) ? "/" : at;
                foreach (string p in target.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
                {
                    if (p != ".")
                    {
                        rest.Push(p);
                    }
                }
            }
            else
            {
                at = next;
            }
        }

        return at;
    }
}
