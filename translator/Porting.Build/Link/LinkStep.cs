namespace Porting.Build.Link;

/// <summary>How the image is linked, beside the port's own objects.</summary>
/// <param name="Script">Linker script, absolute; empty for the linker's own.</param>
/// <param name="Directory">The linker runs here: by this its arguments are found, and the symbols of <c>-b binary</c>
/// files are called.</param>
/// <param name="Arguments">Behind the port's objects: objects, archives, --defsym.</param>
public sealed record LinkStep(string Script, string Directory, IReadOnlyList<string> Arguments)
{
    /// <summary>The files that the linker reads of the user's: what of the arguments is one, archives of -l among
    /// them.</summary>
    public IReadOnlyList<string> Files =>
        [
            .. Script.Length > 0 ? (string[])[Script] : [],
            .. Arguments
                .Select(a =>
                    a.StartsWith("-l", StringComparison.Ordinal) ? Archive(a[2..]) : Path.GetFullPath(a, Directory)
                )
                .OfType<string>()
                .Where(File.Exists),
        ];

    private string? Archive(string name) =>
        Arguments
            .Where(a => a.StartsWith("-L", StringComparison.Ordinal))
            .Select(a => Path.GetFullPath(Path.Combine(a[2..], $"lib{name}.a"), Directory))
            .FirstOrDefault(File.Exists);
}
