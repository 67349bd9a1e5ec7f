using Porting.Build;

namespace Porting.Campaigns.Kernels;

/// <summary>Why a project cannot be tried here: no network, no source package. Counts as skipped.</summary>
public sealed class SourceMissingException(string message) : Exception(message)
{
    /// <summary>A program that a project's own build needs, and that is not here.</summary>
    public static void Unless(IEnumerable<Tool> tools)
    {
        foreach (Tool tool in tools)
        {
            try
            {
                tool.Locate();
            }
            catch (PortException missing)
            {
                throw new SourceMissingException(missing.Diagnostics[0].Message);
            }
        }
    }
}

/// <summary>
/// Debian's source packages (apt-get source). The line that names them, apt's lists and its cache are in a folder of
/// the campaign's own: the system's sources are left as they are, and nothing fetched becomes part of this repository.
/// </summary>
/// <param name="folder">Where the trees and apt's state go; kept from run to run.</param>
public sealed class DebianSource(string folder)
{
    private const string Keys = "/usr/share/keyrings/debian-archive-keyring.gpg";
    private const string Line = $"deb-src [signed-by={Keys}] http://deb.debian.org/debian bookworm main\n";

    /// <summary>A package's tree, for a build that writes to another folder.</summary>
    /// <param name="isPatched">With Debian's patches; some make a tree's configure be generated again.</param>
    public string Tree(string package, bool isPatched = true)
    {
        string tree = Path.Combine(folder, package);
        if (!Directory.Exists(tree))
        {
            Fetch(package, tree, isPatched ? [] : ["--skip-patches"]);
        }

        return tree;
    }

    /// <summary>A fresh copy of a package's tree.</summary>
    /// <param name="place">The copy's folder, emptied first.</param>
    /// <param name="isPatched">As for <see cref="Tree"/>.</param>
    public void CopyTo(string package, string place, bool isPatched = true)
    {
        string tree = Tree(package, isPatched);
        if (Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        Checked(ToolRunner.Run(new Tool("cp", "coreutils").Locate(), ["-a", tree, place]), "cp");
    }

    private void Fetch(string package, string tree, string[] options)
    {
        string state = Path.Combine(folder, "apt");
        string download = Path.Combine(state, "download", package);
        Directory.CreateDirectory(Path.Combine(state, "lists", "partial"));
        Directory.CreateDirectory(Path.Combine(state, "cache", "archives", "partial"));
        Directory.CreateDirectory(download);
        File.WriteAllText(Path.Combine(state, "sources.list"), Line);
        string[] own =
        [
            $"-oDir::Etc::sourcelist={state}/sources.list",
            "-oDir::Etc::sourceparts=/dev/null",
            $"-oDir::State::lists={state}/lists",
            $"-oDir::Cache={state}/cache",
            "-oAcquire::http::Timeout=20",
            "-oAcquire::Retries=0",
        ];
        Tool apt = new("apt-get", "apt");
        if (!Directory.EnumerateFiles(Path.Combine(state, "lists"), "*Sources*").Any())
        {
            Checked(ToolRunner.Run(apt.Locate(), [.. own, "-q", "update"]), "apt-get update");
        }

        Checked(
            ToolRunner.Run(apt.Locate(), [.. own, "-q", "source", "--download-only", package], download),
            $"apt-get source {package}"
        );
        string description =
            Directory.GetFiles(download, "*.dsc").SingleOrDefault()
            ?? throw new SourceMissingException($"apt-get source {package} brought no .dsc");
        string partial = tree + ".partial";
        Checked(
            ToolRunner.Run(
                new Tool("dpkg-source", "dpkg-dev").Locate(),
                ["--no-check", .. options, "-x", description, partial]
            ),
            "dpkg-source"
        );
        Directory.Move(partial, tree);
    }

    private static void Checked(ToolResult result, string what)
    {
        if (result.ExitStatus != 0)
        {
            throw new SourceMissingException($"{what}: {result.FirstComplaint}");
        }
    }
}
