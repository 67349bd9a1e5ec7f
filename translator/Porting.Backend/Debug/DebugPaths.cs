namespace Porting.Backend.Debug;

/// <summary>
/// Where the files are that clang gives the debugger under other names: <c>-fdebug-compilation-dir=</c>,
/// <c>-ffile-compilation-dir=</c>, <c>-fdebug-prefix-map=OLD=NEW</c>, <c>-ffile-prefix-map=OLD=NEW</c>
/// (clang/lib/CodeGen/CGDebugInfo.cpp, remapDIPath and getCurrentDirname).
/// </summary>
/// <param name="root">An absolute folder; a folder that clang names is relative to it.</param>
/// <param name="directory">clang ran here.</param>
/// <param name="arguments">clang's.</param>
public sealed class DebugPaths(string root, string directory, IEnumerable<string> arguments)
{
    private static readonly string[] Compilation = ["-fdebug-compilation-dir=", "-ffile-compilation-dir="];

    private static readonly string[] Prefix = ["-fdebug-prefix-map=", "-ffile-prefix-map="];

    private readonly string? _compilation = Values(Joined(arguments), Compilation).LastOrDefault();

    private readonly (string Old, string New)[] _maps =
    [
        .. Values(arguments, Prefix).Select(m => m.Split('=', 2)).Where(m => m.Length == 2).Select(m => (m[0], m[1])),
    ];

    /// <summary>A value in the next word goes into the option's own.</summary>
    private static IEnumerable<string> Joined(IEnumerable<string> arguments) =>
        arguments.Zip(arguments.Skip(1).Append(""), (a, next) => a == "-fdebug-compilation-dir" ? $"{a}={next}" : a);

    private static IEnumerable<string> Values(IEnumerable<string> arguments, string[] options) =>
        from argument in arguments
        from option in options
        where argument.StartsWith(option, StringComparison.Ordinal)
        select argument[option.Length..];

    /// <summary>The absolute path of a file.</summary>
    /// <param name="folder">As clang names it.</param>
    /// <param name="file">As clang names it; relative to the folder.</param>
    public string Of(string folder, string file)
    {
        string plain = Path.GetFullPath(file, Path.GetFullPath(folder, root));
        if (_compilation == null && _maps.Length == 0)
        {
            return plain;
        }

        IEnumerable<string> folders = [directory, .. Originals(folder), folder];
        IEnumerable<string> paths =
            from name in (IEnumerable<string>)[.. Originals(file), file]
            from inside in folders
            select Path.GetFullPath(name, Path.GetFullPath(inside, root));
        return paths.FirstOrDefault(File.Exists) ?? plain;
    }

    /// <summary>What a name can have been before it was mapped.</summary>
    private IEnumerable<string> Originals(string name) =>
        from map in _maps
        where name.StartsWith(map.New, StringComparison.Ordinal)
        select map.Old + name[map.New.Length..];
}
