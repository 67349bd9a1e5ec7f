using Porting.Build;

namespace Porting.Campaigns.RealWorld;

/// <summary>
/// Debian packages as a source of C: a package that is installed is used where it is, any other one is fetched by its
/// name (<c>apt-get download</c>) and unpacked in a folder, so that nothing has to be installed and none of its
/// dependencies come along. In command lines <c>{package}</c> stands for the root of its files.
/// </summary>
public sealed class SourcePackage(string folder)
{
    private readonly Dictionary<string, string> _roots = new(StringComparer.Ordinal);

    /// <summary>Replaces <c>{package}</c> at the beginning of a path or behind an option like -I.</summary>
    public string Expand(string text)
    {
        int open = text.IndexOf('{', StringComparison.Ordinal);
        int close = text.IndexOf('}', StringComparison.Ordinal);
        return open < 0 || close < open ? text : text[..open] + Root(text[(open + 1)..close]) + text[(close + 1)..];
    }

    /// <summary>Files of a package by a path whose last part may have stars, in order.</summary>
    public IReadOnlyList<string> Files(string pattern)
    {
        string path = Expand(pattern);
        if (!path.Contains('*'))
        {
            return [path];
        }

        string[] found = Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path));
        return found.Length > 0 ? [.. found.Order(StringComparer.Ordinal)] : throw Missing($"no files {pattern}");
    }

    public string Root(string package)
    {
        if (!_roots.TryGetValue(package, out string? root))
        {
            _roots[package] = root = IsInstalled(package) ? "" : Unpacked(package);
        }

        return root;
    }

    private static bool IsInstalled(string package) =>
        ToolRunner.Run(new Tool("dpkg-query", "dpkg").Locate(), ["-W", "-f", "${db:Status-Status}", package])
            is { ExitStatus: 0, Output: var status }
        && status.Trim() == "installed";

    private string Unpacked(string package)
    {
        string root = Path.Combine(folder, package);
        if (Directory.Exists(root))
        {
            return root;
        }

        string download = Path.Combine(folder, package + ".download");
        Directory.CreateDirectory(download);
        ToolResult fetched = ToolRunner.Run(new Tool("apt-get", "apt").Locate(), ["download", "-q", package], download);
        string archive =
            Directory.GetFiles(download, "*.deb").SingleOrDefault()
            ?? throw Missing($"apt-get download {package}: {fetched.FirstComplaint}");
        string partial = root + ".partial";
        ToolResult unpacked = ToolRunner.Run(new Tool("dpkg", "dpkg").Locate(), ["-x", archive, partial]);
        if (unpacked.ExitStatus != 0)
        {
            throw Missing($"dpkg -x {archive}: {unpacked.FirstComplaint}");
        }

        Directory.Delete(download, recursive: true);
        Directory.Move(partial, root);
        return root;
    }

    /// <summary>Members of an archive, whose path may begin with a package, into a folder that exists.</summary>
    public void Extract(string archive, IEnumerable<string> members, string place)
    {
        string source = Expand(archive);
        ToolResult extracted = ToolRunner.Run(
            new Tool("tar", "tar").Locate(),
            ["-x", "-f", source, "-C", place, .. members]
        );
        if (extracted.ExitStatus != 0)
        {
            throw Missing($"{source}: {extracted.FirstComplaint}");
        }
    }

    private static PortException Missing(string message) =>
        new(PortDiagnostic.Error("PORT9301", SourceLocation.None, message));
}
