using System.Diagnostics;
using System.Globalization;

namespace Porting.Campaigns.Kills;

/// <summary>A file system in memory at a folder, for as long as this lives. Takes root's rights.</summary>
internal sealed class Mount : IDisposable
{
    /// <summary>Kibibytes that no verb fills.</summary>
    public const int Enough = 65536;

    private readonly string _folder;

    private Mount(string folder) => _folder = folder;

    /// <summary>Null when this machine does not let us.</summary>
    public static Mount? TryAt(string folder, int kibibytes)
    {
        Directory.CreateDirectory(folder);
        return Run("mount", "-t", "tmpfs", "-o", Size(kibibytes), "porting-test", folder) ? new Mount(folder) : null;
    }

    public static bool IsAllowed
    {
        get
        {
            string folder = Directory.CreateTempSubdirectory("porting-mount-").FullName;
            Mount? mount = TryAt(folder, 64);
            mount?.Dispose();
            Directory.Delete(folder);
            return mount != null;
        }
    }

    public string Name => Path.GetFileName(_folder);

    /// <summary>Kibibytes in use.</summary>
    public int Used => (int)((new DriveInfo(_folder).TotalSize - new DriveInfo(_folder).AvailableFreeSpace) / 1024);

    public void Resize(int kibibytes) => Run("mount", "-o", "remount," + Size(kibibytes), _folder);

    public void Dispose() => Run("umount", "-l", _folder);

    private static string Size(int kibibytes) => $"size={kibibytes.ToString(CultureInfo.InvariantCulture)}k";

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true }
            )!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
