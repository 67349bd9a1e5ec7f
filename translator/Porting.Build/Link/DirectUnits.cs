using System.Text.RegularExpressions;

namespace Porting.Build.Link;

/// <summary>A unit that does not become C#, and how it becomes an object.</summary>
/// <param name="File">Absolute path.</param>
/// <param name="Directory">The compiler runs here.</param>
/// <param name="Compiler">Path or name of a program; it takes options as gcc does.</param>
/// <param name="Arguments">Without the file, the output and the stage.</param>
public sealed record DirectUnit(string File, string Directory, string Compiler, IReadOnlyList<string> Arguments)
{
    /// <summary>An assembler file that no build of the C has a command for.</summary>
    public static DirectUnit Assembled(string file) =>
        new(file, Path.GetDirectoryName(file)!, Tool.Clang.Name, ["-m32"]);

    public bool IsAssembler => Path.GetExtension(File) is ".S" or ".s";
}

/// <summary>
/// Compiles assembler files, and C that stays C, with the compilers and options that the C's own build has for them. A
/// unit is compiled again when its text after preprocessing, a file that the assembler takes in (.incbin, .include), or
/// the command has changed. Errors: PORT6020 (assembler), PORT6021 (C) with the compiler's place.
/// </summary>
public sealed partial class DirectUnits(StepCache cache, string workDirectory)
{
    private static readonly string[] Fixed = ["-c", "-Wa,--noexecstack"];

    /// <summary>Files that the units have taken in below the preprocessor, absolute.</summary>
    public SortedSet<string> Included { get; } = new(StringComparer.Ordinal);

    /// <summary>The objects, in the order of the units.</summary>
    public IReadOnlyList<string> Compile(IReadOnlyList<DirectUnit> units)
    {
        string[] objects = [.. units.Select(ObjectPath)];
        Directory.CreateDirectory(workDirectory);
        List<PortDiagnostic> errors = [];
        Parallel.For(
            0,
            units.Count,
            i =>
            {
                try
                {
                    Compile(units[i], objects[i], errors);
                }
                catch (PortException exception)
                {
                    lock (errors)
                    {
                        errors.AddRange(exception.Diagnostics);
                    }
                }
            }
        );
        return errors.Count == 0
            ? objects
            : throw new PortException([
                .. errors.OrderBy(e => e.Location.File, StringComparer.Ordinal).ThenBy(e => e.Location.Line),
            ]);
    }

    private void Compile(DirectUnit unit, string output, List<PortDiagnostic> errors)
    {
        string compiler = Located(unit);
        string key = StepCache.HashOf([
            KernelBuilder.Identity,
            compiler,
            unit.Directory,
            unit.File,
            .. unit.Arguments,
            .. Contents(compiler, unit),
        ]);
        cache.Run(
            (unit.IsAssembler ? "as " : "cc ") + Path.GetFileName(unit.File),
            key,
            output,
            () => Run(compiler, unit, output, errors)
        );
    }

    private string ObjectPath(DirectUnit unit) =>
        Path.Combine(
            workDirectory,
            StepCache.HashOf([Path.GetRelativePath(workDirectory, unit.File)])[..12]
                + "."
                + Path.GetFileNameWithoutExtension(unit.File)
                + ".o"
        );

    /// <summary>A name is looked for in PATH, a path from the unit's folder.</summary>
    private static string Located(DirectUnit unit) =>
        unit.Compiler.Contains('/')
            ? Path.GetFullPath(unit.Compiler, unit.Directory)
            : new Tool(unit.Compiler, unit.Compiler).Locate();

    /// <summary>What the compiler will see.</summary>
    private IEnumerable<string> Contents(string compiler, DirectUnit unit)
    {
        string text = Preprocessed(compiler, unit);
        List<string> contents = [text];
        if (unit.IsAssembler)
        {
            AddIncluded(unit, text, contents);
        }

        return contents;
    }

    private static string Preprocessed(string compiler, DirectUnit unit)
    {
        string text = File.ReadAllText(unit.File);
        bool isPlain =
            unit.IsAssembler
            && !text.Contains("include", StringComparison.Ordinal)
            && !unit.Arguments.Any(a => a is "-include" or "-imacros" || a.StartsWith("-i", StringComparison.Ordinal));
        return isPlain
            ? text
            : ToolRunner.Run(compiler, [.. unit.Arguments, "-E", "-P", unit.File], unit.Directory).Output;
    }

    private void AddIncluded(DirectUnit unit, string text, List<string> contents)
    {
        foreach (Match match in Inclusion().Matches(text))
        {
            if (Find(unit, match.Groups["file"].Value) is not { } file)
            {
                continue; // the assembler says so
            }

            bool isNew;
            lock (Included)
            {
                isNew = Included.Add(file);
            }

            contents.Add(StepCache.HashOfFile(file));
            if (match.Groups["how"].Value == "include" && isNew)
            {
                AddIncluded(unit, File.ReadAllText(file), contents);
            }
        }
    }

    /// <summary>As the assembler looks: in the folder that it runs in, then along -I.</summary>
    private static string? Find(DirectUnit unit, string name) =>
        Folders(unit).Select(f => Path.GetFullPath(Path.Combine(f, name), unit.Directory)).FirstOrDefault(File.Exists);

    private static IEnumerable<string> Folders(DirectUnit unit)
    {
        yield return "";
        for (int i = 0; i < unit.Arguments.Count; i++)
        {
            string argument = unit.Arguments[i];
            if (argument == "-I" && i + 1 < unit.Arguments.Count)
            {
                yield return unit.Arguments[++i];
            }
            else if (argument.StartsWith("-I", StringComparison.Ordinal))
            {
                yield return argument[2..];
            }
        }
    }

    private static void Run(string compiler, DirectUnit unit, string output, List<PortDiagnostic> errors)
    {
        ToolResult result = ToolRunner.Run(
            compiler,
            [.. unit.Arguments, .. Fixed, unit.File, "-o", output],
            unit.Directory
        );
        if (result.ExitStatus != 0)
        {
            lock (errors)
            {
                errors.AddRange(Diagnostics(result, unit));
            }

            File.Delete(output);
        }
    }

    /// <summary>The compilers' <c>file:line:column: error: text</c>; gas leaves out the column and writes "Error".</summary>
    internal static IEnumerable<PortDiagnostic> Diagnostics(ToolResult result, DirectUnit unit)
    {
        string code = unit.IsAssembler ? "PORT6020" : "PORT6021";
        PortDiagnostic[] placed =
        [
            .. Complaint()
                .Matches(result.Errors)
                .Select(m =>
                    PortDiagnostic.Error(
                        code,
                        new SourceLocation(
                            Path.GetFullPath(m.Groups["file"].Value, unit.Directory),
                            int.Parse(m.Groups["line"].Value),
                            m.Groups["column"].Success ? int.Parse(m.Groups["column"].Value) : 1
                        ),
                        m.Groups["text"].Value.Trim()
                    )
                ),
        ];
        return placed.Length > 0
            ? placed
            :
            [
                PortDiagnostic.Error(
                    code,
                    new SourceLocation(unit.File, 0, 0),
                    $"cannot be {(unit.IsAssembler ? "assembled" : "compiled")}: {result.FirstComplaint}"
                ),
            ];
    }

    [GeneratedRegex(
        @"^(?<file>[^:\n]+):(?<line>\d+):(?:(?<column>\d+):)? (?:fatal )?[Ee]rror: (?<text>.*)$",
        RegexOptions.Multiline
    )]
    private static partial Regex Complaint();

    [GeneratedRegex("\\.(?<how>incbin|include)\\s+\"(?<file>[^\"\n]+)\"")]
    private static partial Regex Inclusion();
}
