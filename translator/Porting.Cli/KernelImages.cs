using Porting.Build;
using Porting.Build.Compile;
using Porting.Build.Gates;
using Porting.Build.Image;
using Porting.Build.Link;
using Porting.Clang.Parse;
using Porting.Translator.Output;

namespace Porting.Cli;

/// <summary>The two images of a port, in artifacts/kernel: port.elf from the C#, reference.elf from the C, and a
/// bootable CD of each.</summary>
internal sealed class KernelImages(Workspace workspace)
{
    private PortProject Project => workspace.Project;

    private string Folder => Path.Combine(Project.ArtifactsPath, "kernel");

    public string Port => Path.Combine(Folder, "port.elf");

    public string Reference =>
        HasReference
            ? ReferencePath
            : throw new PortException(
                PortDiagnostic.Error(
                    "PORT9024",
                    new SourceLocation(PortProject.FileName, 0, 0),
                    "names no reference kernel; 'referenceImage' does that, and 'reference' builds it"
                )
            );

    private string ReferencePath => Path.Combine(Folder, "reference.elf");

    public bool HasReference => Project.ReferenceImage.Length > 0;

    public static string IsoOf(string image) => Path.ChangeExtension(image, ".iso");

    /// <summary>The ported kernel, of a tree that is verified.</summary>
    /// <param name="locked">What <see cref="CheckedLock"/> found.</param>
    public KernelBuildResult BuildPort(IReadOnlyList<CompileCommand> commands, LockFile locked, EmitStamp stamp)
    {
        Forget(Port);
        KernelBuildResult result = KernelBuilder.Build(Options(commands, locked));
        WriteIso(Port, $"{Project.Name}, ported to C#");
        Remember(Port, [StateOf(Port, stamp), .. result.Included.Select(f => $"{StepCache.HashOfFile(f)} {f}")]);
        return result;
    }

    /// <summary>The C kernel, by the project's own command if it has one.</summary>
    public void BuildReference(EmitStamp stamp)
    {
        Forget(Reference);
        workspace.RunTool(Project.Reference, "reference");
        string built = Project.At(Project.ReferenceImage);
        if (!File.Exists(built))
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT9020",
                    new SourceLocation(workspace.Relative(built), 0, 0),
                    $"no such image: 'referenceImage' of {PortProject.FileName} names it"
                )
            );
        }

        if (!File.Exists(Reference) || StepCache.HashOfFile(Reference) != StepCache.HashOfFile(built))
        {
            string fresh = Reference + ".new";
            File.Copy(built, fresh, overwrite: true);
            File.Move(fresh, Reference, overwrite: true);
        }

        WriteIso(Reference, $"{Project.Name}, C");
        Remember(Reference, [StateOf(Reference, stamp)]);
    }

    /// <summary>PORT7020 when an image was not built from the C and C# as they are, or is not what was built.</summary>
    public void CheckIsCurrent(string image, EmitStamp stamp)
    {
        string[] state = File.Exists(SourceOf(image)) ? File.ReadAllLines(SourceOf(image)) : [];
        if (
            state.FirstOrDefault() != StateOf(image, stamp)
            || state[1..]
                .Select(l => l.Split(' ', 2))
                .Any(l => !File.Exists(l[1]) || StepCache.HashOfFile(l[1]) != l[0])
        )
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT7020",
                    new SourceLocation(workspace.Relative(image), 0, 0),
                    "is not built from the sources as they are now; run 'port build'"
                )
            );
        }
    }

    /// <summary>From here on, until it is built, the image is of nothing.</summary>
    private void Forget(string image)
    {
        Directory.CreateDirectory(Folder);
        File.Delete(SourceOf(image));
    }

    /// <summary>Whole or not at all: with lines missing, a file that has changed since would not be looked at.</summary>
    private static void Remember(string image, IReadOnlyList<string> state)
    {
        string fresh = SourceOf(image) + ".new";
        File.WriteAllText(fresh, string.Join('\n', state));
        File.Move(fresh, SourceOf(image), overwrite: true);
    }

    /// <summary>The file that says what an image was built from.</summary>
    private static string SourceOf(string image) => image + ".source";

    private string StateOf(string image, EmitStamp stamp) =>
        StepCache.HashOf(
            image == ReferencePath
                ? [stamp.OriginalMark, StepCache.HashOfFile(image)]
                : [stamp.Mark, StepCache.HashOfFile(image)]
        );

    private static void WriteIso(string image, string title)
    {
        string iso = IsoOf(image);
        new StepCache().Run(
            "iso",
            StepCache.HashOf([StepCache.HashOfFile(image), title]),
            iso,
            () => GrubIso.Write(image, title, iso)
        );
    }

    /// <summary>
    /// What the tool has written of the generated folder: the lock file's outputs, and, in a fresh copy or after a merge,
    /// what came by version control. Errors: PORT4020 without either; PORT4021 when somebody has edited one of them;
    /// PORT4014 for another source, which would go unnoticed.
    /// </summary>
    public LockFile CheckedLock()
    {
        string path = Path.Combine(Project.GeneratedPath, LockFile.FileName);
        Lazy<IReadOnlySet<string>> committed = new(() => VersionControl.Unchanged(Project.GeneratedPath));
        LockFile locked =
            File.Exists(path) || committed.Value.Count == 0
                ? LockFile.Read(path)
                : new LockFile(new Dictionary<string, string>(), new Dictionary<string, string>());
        Dictionary<string, string> outputs = new(locked.Outputs, StringComparer.Ordinal);
        foreach ((string name, string hash) in locked.Outputs)
        {
            string file = Path.Combine(Project.GeneratedPath, name);
            if ((!File.Exists(file) || LockFile.HashOfFile(file) != hash) && !committed.Value.Contains(name))
            {
                throw Refused(
                    "PORT4021",
                    file,
                    "is not what 'port emit' wrote; generated files are never edited, run 'port emit'"
                );
            }
        }

        foreach (string name in Generated("*.cs").Concat(Generated("*.S")).Where(f => !outputs.ContainsKey(f)))
        {
            string file = Path.Combine(Project.GeneratedPath, name);
            if (!OutputTree.IsMarked(file) || !committed.Value.Contains(name))
            {
                throw Refused(
                    "PORT4014",
                    file,
                    $"was not written by 'port emit', so it is not compiled; handwritten code goes to {Project.Handwritten}"
                );
            }

            outputs.Add(name, LockFile.HashOfFile(file));
        }

        return locked with
        {
            Outputs = outputs,
        };
    }

    private PortException Refused(string code, string file, string message) =>
        new(PortDiagnostic.Error(code, new SourceLocation(workspace.Relative(file), 0, 0), message));

    private IEnumerable<string> Generated(string pattern) =>
        Workspace.Files(Project.GeneratedPath, pattern).Select(f => Path.GetRelativePath(Project.GeneratedPath, f));

    private KernelBuildOptions Options(IReadOnlyList<CompileCommand> commands, LockFile locked)
    {
        string[] Emitted(string extension) =>
            [
                .. locked
                    .Outputs.Keys.Where(p => p.EndsWith(extension, StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal)
                    .Select(p => Path.Combine(Project.GeneratedPath, p)),
            ];
        Dictionary<string, string> generated = Emitted(".g.cs")
            .ToDictionary(f => f, File.ReadAllText, StringComparer.Ordinal);
        IReadOnlyDictionary<string, SourceMap> maps = Maps(generated, commands);
        IEnumerable<CSharpSource> translated = generated.Select(f => new CSharpSource(
            workspace.Relative(f.Key),
            LineNumbers.PutIn(f.Value, maps[workspace.Relative(f.Key)], workspace.Relative(f.Key))
        ));
        IEnumerable<CSharpSource> handwritten = workspace
            .HandwrittenCSharp()
            .Select(f => new CSharpSource(workspace.Relative(f), File.ReadAllText(f)));
        CSharpSource[] own = [.. translated, .. handwritten];
        KernelLibrary library = KernelLibrary.In(Path.Combine(Project.ArtifactsPath, "runtime"));
        return new KernelBuildOptions(
            "kernel",
            [.. own, .. library.Sources(own).Select(s => s with { Path = workspace.Relative(s.Path) })],
            new KernelUnits(workspace, commands, generated.Keys, library.Functions).All,
            [
                .. workspace.DirectUnitsOf(commands),
                .. workspace.HandwrittenAssembler().Concat(library.Assembler).Select(DirectUnit.Assembled),
            ],
            Link,
            Path.Combine(Project.ArtifactsPath, "port"),
            Port,
            maps,
            Project.Original + "/",
            LayoutGate.Read(workspace.Facts.LayoutPath),
            Progress
        )
        {
            Root = Project.Folder,
        };
    }

    /// <summary>The source map of each generated file. In a fresh copy of the tree there are none, and they are made
    /// again; PORT4021 for a file that the C does not give now.</summary>
    private IReadOnlyDictionary<string, SourceMap> Maps(
        IReadOnlyDictionary<string, string> generated,
        IReadOnlyList<CompileCommand> commands
    )
    {
        SourceMap? Find(string file) =>
            workspace.Facts.Find(Path.GetRelativePath(Project.GeneratedPath, file), generated[file]);
        if (
            !File.Exists(workspace.Facts.LayoutPath)
            || workspace.Facts.Kept == null
            || generated.Keys.Any(f => Find(f) == null)
        )
        {
            Progress("source maps");
            workspace.Translate(commands, workspace.Facts.Add);
            workspace.Facts.Add(workspace.Kept);
        }

        return generated.Keys.ToDictionary(
            workspace.Relative,
            f =>
                Find(f)
                ?? throw new PortException(
                    PortDiagnostic.Error(
                        "PORT4021",
                        new SourceLocation(workspace.Relative(f), 0, 0),
                        "is not what the C gives now; run 'port emit'"
                    )
                ),
            StringComparer.Ordinal
        );
    }

    private LinkStep Link =>
        new(
            Project.LinkerScript.Length == 0 ? "" : Existing(Project.At(Project.LinkerScript)),
            Project.At(Project.LinkDirectory),
            Project.LinkArguments
        );

    private string Existing(string script) =>
        File.Exists(script) ? script : throw Refused("PORT9020", script, "no such linker script");

    private static void Progress(string step) => Console.WriteLine($"  {step}");
}
