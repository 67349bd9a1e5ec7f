namespace Porting.Hosted;

/// <summary>A folder for intermediate files, gone when disposed of.</summary>
public sealed class WorkFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("port-").FullName;

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (Environment.GetEnvironmentVariable("PORT_KEEP_WORK") == null)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
