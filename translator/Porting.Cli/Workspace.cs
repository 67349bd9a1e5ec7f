using System.Collections.Concurrent;
using Porting.Build;
using Porting.Build.Link;
using Porting.Clang.Parse;
using Porting.Cli.Cache;
using Porting.Translator;
using Porting.Translator.Handwritten;
using Porting.Translator.Output;
using Porting.Translator.Output.Files;
using Porting.Translator.Passes;

namespace Porting.Cli;

/// <summary>A port on disk: finds its files, and runs the translator over them.</summary>
internal sealed class Workspace(PortProject project)
{
    /// <summary>Held until the process ends: what an emit writes is in its place before the next one
    /// compares.</summary>
    private CacheFolder? _cache;
    private ProgramIndex? _index;
    private KeptUnits? _kept;

    public CacheFolder Cache => _cache ??= CacheFolder.Open(Path.Combine(project.ArtifactsPath, "cache", "emit"));

    public PortProject Project => project;

    /// <summary>What the build needs beside the generated tree.</summary>
    public BuildFacts Facts { get; } = new(Path.Combine(project.ArtifactsPath, "facts"));

    /// <summary>Reads the project file; what an interrupted run has left is finished or undone before anything
    /// else.</summary>
    public static Workspace Load(string? projectPath, bool isStrict = false)
    {
        PortProject project = PortProject.Load(projectPath ?? Directory.GetCurrentDirectory());
        FileTransaction.Recover(project.Folder);
        return new Workspace(project) { IsStrict = isStrict };
    }

    /// <summary>The generated folder's files, to be written or, dry, to be compared.</summary>
    public OutputTree GeneratedTree(bool isDry = false, bool isForced = false) =>
        new(project.GeneratedPath, project.Folder, LockFile.FileName, "port emit")
        {
            IsDry = isDry,
            IsForced = isForced,
            Committed = () => VersionControl.Unchanged(project.GeneratedPath),
        };

    /// <summary>Brings the compilation database up to date and reads it.</summary>
    public IReadOnlyList<CompileCommand> Commands()
    {
        ArtifactsMark.Set(project.ArtifactsPath);
        RunTool(project.Prepare, "prepare");
        string database = project.At(project.CompileCommands);
        List<PortDiagnostic> warnings = [];
        IReadOnlyList<CompileCommand> commands = new DatabaseCheck(
            database,
            project.OriginalPath,
            path => Paths.Shown(path, project.Folder)
        ).Checked(
            [
                .. CompileCommands
                    .Load(database, Paths.Shown(database, project.Folder))
                    .Select(CommandPaths.WithoutLinks),
            ],
            isUsers: project.Prepare.Count == 0,
            warnings
        );
        Reporter.Print(warnings);
        CommandCheck.Run(commands, Relative);
        return commands;
    }

    /// <summary>Runs one of the project's own programs; PORT9031 with its output when it fails.</summary>
    public void RunTool(IReadOnlyList<string> command, string what)
    {
        if (command.Count == 0)
        {
            return;
        }

        ToolResult result = ToolRunner.Run(
            new Tool(command[0], command[0]).Locate(),
            command.Skip(1),
            project.Folder,
            TimeSpan.FromMinutes(30)
        );
        if (result.ExitStatus != 0)
        {
            Console.Error.Write(result.Errors);
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT9031",
                    SourceLocation.None,
                    $"'{what}' of {PortProject.FileName} ({string.Join(' ', command)}) failed with exit status {result.ExitStatus}"
                )
            );
        }
    }

    public IReadOnlyList<HandwrittenFile> HandwrittenFiles() =>
        [.. HandwrittenCSharp().Select(f => new HandwrittenFile(Relative(f), File.ReadAllText(f)))];

    /// <summary>Handwritten C# of the image.</summary>
    public IEnumerable<string> HandwrittenCSharp() => Files(project.HandwrittenPath, "*.cs").Where(project.IsInImage);

    /// <summary>Handwritten assembler files of the image.</summary>
    public IReadOnlyList<string> HandwrittenAssembler() =>
        [.. Files(project.HandwrittenPath, "*.S").Where(project.IsInImage)];

    public string Relative(string path) => Path.GetRelativePath(project.Folder, path);

    /// <summary>A C file as 'keptInC' and attributes name it.</summary>
    public string OriginalName(string path) => Path.GetRelativePath(project.OriginalPath, path);

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];

    /// <summary>Takes the statements of all functions as one pass leaves them; nobody may keep what is made
    /// then.</summary>
    public PassDump? Dump { get; set; }

    /// <summary>A unit that cannot be translated is an error of the whole, and nothing is written.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Units that stay C though the project would have them in C#, as the last translation found, be it of this
    /// run or of the last emit.</summary>
    public KeptUnits Kept => _kept ?? Facts.Kept ?? KeptUnits.None;

    /// <summary>The units that become C#.</summary>
    public IReadOnlyList<CompileCommand> UnitsOf(IReadOnlyList<CompileCommand> commands) =>
        [.. Wanted(commands).Where(c => !Kept.Has(c.AbsoluteFile))];

    /// <summary>What goes into the image as it is: assembler, and C that stays C.</summary>
    public IReadOnlyList<DirectUnit> DirectUnitsOf(IReadOnlyList<CompileCommand> commands) =>
        [.. commands.Except(UnitsOf(commands)).Select(UnitInC.Of)];

    private IEnumerable<CompileCommand> Wanted(IReadOnlyList<CompileCommand> commands) =>
        commands.Where(c => !c.IsAssembler && !project.IsKeptInC(c.AbsoluteFile));

    /// <summary>
    /// The whole way, with the cache. Files go to the sink as they are made, or into the result when there is none. A
    /// unit with errors is left out, and the rest is translated without it, unless the project is strict, nothing
    /// would be left, or there are errors that are no unit's: those stop everything.
    /// </summary>
    public TranslatorOutput Translate(
        IReadOnlyList<CompileCommand> commands,
        Action<OutputFile>? sink = null,
        OutputTree? tree = null
    )
    {
        Task<IReadOnlyList<string>> references = Task.Run(() => AssemblerReferences(commands));
        List<KeptUnit> kept = [];
        for (CompileCommand[] units = [.. Wanted(commands)]; ; )
        {
            List<PortDiagnostic> diagnostics = [];
            Dictionary<CompileCommand, PortDiagnostic> bad = [];
            if (Attempt(units, references, sink, tree, diagnostics, bad) is { } output)
            {
                _kept = new KeptUnits(kept);
                _index = kept.Count > 0 ? null : _index;
                return output;
            }

            if (IsStrict || bad.Count == 0 || bad.Count == units.Length)
            {
                throw new PortException([.. kept.Select(k => k.Reason), .. diagnostics]);
            }

            kept.AddRange(bad.Select(u => new KeptUnit(u.Key.AbsoluteFile, u.Value)));
            units = [.. units.Where(u => !bad.ContainsKey(u))];
            tree?.Clear();
        }
    }

    /// <returns>Null when there are errors: in the diagnostics, and the units that they are of, each with its first;
    /// no unit when they are of something else.</returns>
    private TranslatorOutput? Attempt(
        CompileCommand[] commands,
        Task<IReadOnlyList<string>> references,
        Action<OutputFile>? sink,
        OutputTree? tree,
        List<PortDiagnostic> diagnostics,
        Dictionary<CompileCommand, PortDiagnostic> bad
    )
    {
        CacheFolder cache = Cache;
        UnitCache parsed = new(cache, project.OriginalPath);
        UnitSource units = new(Parser(commands), parsed, Jobs, diagnostics);
        units.Load(commands);
        if (diagnostics.Any(d => d.Severity == PortSeverity.Error))
        {
            foreach ((int unit, PortDiagnostic error) in units.Refused)
            {
                bad[commands[unit]] = error;
            }

            return null;
        }

        TranslatorInput input = new(
            units.Units,
            HandwrittenFiles(),
            references.GetAwaiter().GetResult(),
            project.Namespace
        )
        {
            Workers = Jobs,
            Sink = sink,
            Store = new UnitStore(cache, units, tree, Facts),
            Dump = Dump,
        };
        TranslatorOutput output = LargeStack.Run(() => Translator.Translator.Translate(input));
        bool wasSilent = diagnostics.Count == 0;
        diagnostics.AddRange(output.Diagnostics.Select(Placed));
        PortDiagnostic[] errors = [.. diagnostics.Where(d => d.Severity == PortSeverity.Error)];
        if (errors.Length > 0)
        {
            ILookup<string, CompileCommand> byFile = commands.ToLookup(c => c.AbsoluteFile);
            if (errors.All(e => byFile.Contains(project.At(e.Location.File))))
            {
                foreach (PortDiagnostic error in errors)
                {
                    byFile[project.At(error.Location.File)].ToList().ForEach(unit => bad.TryAdd(unit, error));
                }
            }

            return null;
        }

        _index =
            output.Summary is { } summary && wasSilent
                ? new ProgramIndex(
                    [.. units.Index],
                    new Dictionary<string, string>(cache.Hashes.Known, StringComparer.Ordinal),
                    [.. cache.Hashes.Absent],
                    parsed.SoleReaders.ToDictionary(StringComparer.Ordinal),
                    summary
                )
                : null;
        cache.Sweep("units", "bodies", "macros", "lowered", "asked", "texts");
        return output with { Diagnostics = [.. diagnostics] };
    }

    /// <param name="units">The program's units.</param>
    public ClangParser Parser(IEnumerable<CompileCommand> units) =>
        new(
            new ClangParserOptions(project.OriginalPath)
            {
                DisplayPrefix = project.Original + "/",
                Units = units.Select(u => u.AbsoluteFile).ToHashSet(StringComparer.Ordinal),
            }
        );

    /// <summary>Keeps what the last translation found for the next emit, should that find only one file
    /// changed.</summary>
    /// <param name="mark">Tells the state that was emitted.</param>
    public void KeepIndex(string mark) => _index?.Write(Cache, mark);

    /// <summary>Exporters and threads at once; PORT_JOBS says how many, by default as many as there are
    /// processors.</summary>
    public static int Jobs =>
        int.TryParse(Environment.GetEnvironmentVariable("PORT_JOBS"), out int jobs) && jobs > 0
            ? jobs
            : Environment.ProcessorCount;

    /// <summary>Places in the C are relative to its root; a user sees them from the project's folder.</summary>
    private PortDiagnostic Placed(PortDiagnostic diagnostic) =>
        File.Exists(Path.Combine(project.OriginalPath, diagnostic.Location.File)) && diagnostic.Location.File.Length > 0
            ? diagnostic with
            {
                Location = diagnostic.Location with { File = $"{project.Original}/{diagnostic.Location.File}" },
            }
            : diagnostic;

    /// <summary>Translates into a tree: files, and the lock file over them and their inputs. The tree is complete and
    /// not yet in place.</summary>
    public TranslatorOutput Translate(IReadOnlyList<CompileCommand> commands, OutputTree tree)
    {
        TranslatorOutput output = Translate(commands, file => Add(file, tree), tree);
        Dictionary<string, string> inputs = output.Program.Files.ToDictionary(
            f => f.Path,
            f => LockFile.HashOfFile(Path.Combine(project.OriginalPath, f.Path)),
            StringComparer.Ordinal
        );
        if (!tree.IsDry)
        {
            Facts.Add(Kept);
        }

        AddIgnored(tree);
        tree.Add(LockFile.FileName, new LockFile(inputs, tree.Hashes).Write());
        return output;
    }

    /// <summary>The lock file is not for others. Somebody who has a .gitignore there sees to it himself.</summary>
    private void AddIgnored(OutputTree tree)
    {
        const string Name = ".gitignore";
        string text = $"# Written by port: {LockFile.FileName} is this working copy's own.\n{LockFile.FileName}\n";
        string path = Path.Combine(project.GeneratedPath, Name);
        if (!Path.Exists(path) || tree.TryAddUnchanged(Name, LockFile.HashOf(text)))
        {
            tree.Add(Name, text);
        }
    }

    /// <summary>Adds a file to the tree, and what belongs to it to the facts.</summary>
    public void Add(OutputFile file, OutputTree tree)
    {
        if (file.IsInPlace)
        {
            return;
        }

        if (!file.IsFact)
        {
            tree.Add(file.Path, file.Text);
        }

        if (!tree.IsDry)
        {
            Facts.Add(file);
        }
    }

    /// <summary>Where objects of units that do not become C# are kept.</summary>
    public string DirectFolder => Path.Combine(project.ArtifactsPath, "port", "as");

    /// <summary>Symbols that assembler files use and do not define.</summary>
    private IReadOnlyList<string> AssemblerReferences(IReadOnlyList<CompileCommand> commands) =>
        [
            .. new DirectUnits(new StepCache(), DirectFolder)
                .Compile([
                    .. commands.Where(c => c.IsAssembler).Select(UnitInC.Of),
                    .. HandwrittenAssembler().Select(DirectUnit.Assembled),
                ])
                .SelectMany(o => ElfImage.Read(o).Symbols)
                .Where(s => s.Section == 0 && s.Name.Length > 0)
                .Select(s => s.Name)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
}
