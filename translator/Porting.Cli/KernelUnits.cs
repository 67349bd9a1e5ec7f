using Porting.Build;
using Porting.Build.Compile;
using Porting.Clang.Parse;
using Porting.Translator.Output;

namespace Porting.Cli;

/// <summary>
/// How the kernel is divided into objects: each C file is one, compiled by its own options; each folder of handwritten
/// code is one, compiled by those of the first C file. Headers, the core library and what stands for C's own runtime are
/// in the objects that use them.
/// </summary>
/// <param name="generated">Paths of the generated C#.</param>
/// <param name="texts">Paths of the generated .S files.</param>
/// <param name="library">C# of the tool's that defines C functions.</param>
internal sealed class KernelUnits(
    Workspace workspace,
    IReadOnlyList<CompileCommand> commands,
    IEnumerable<string> generated,
    IReadOnlyList<string> texts,
    IReadOnlyList<string> library
)
{
    private const string DataEnd = ".data.S";
    private const string AssemblerEnd = ".asm.S";

    private PortProject Project => workspace.Project;

    public IReadOnlyList<KernelUnit> All
    {
        get
        {
            HashSet<string> code = [.. generated];
            CompileCommand[] files = [.. workspace.UnitsOf(commands).DistinctBy(c => c.AbsoluteFile)];
            KernelUnit[] ofC = [.. files.Select(c => OfC(c, code))];
            HashSet<string> stems = [.. ofC.Select(u => u.Name)];
            // What headers define, and nobody defines twice, is the first file's.
            string[] others = [.. texts.Where(t => !stems.Contains(Stem(t)))];
            ofC[0] = ofC[0] with
            {
                Data = [.. ofC[0].Data, .. Read(others, DataEnd)],
                Assembler = [.. ofC[0].Assembler, .. Read(others, AssemblerEnd)],
            };
            IReadOnlyList<string> options = ofC[0].Options;
            KernelUnit ofTool = new("runtime", "runtime", [.. library.Select(workspace.Relative)], [], [], options);
            return [.. ofC, .. Handwritten(options), ofTool];
        }
    }

    private KernelUnit OfC(CompileCommand command, HashSet<string> code)
    {
        string file = Path.GetRelativePath(Project.OriginalPath, command.AbsoluteFile);
        string name = Path.ChangeExtension(file, null);
        string csharp = Path.Combine(Project.GeneratedPath, name + ".g.cs");
        string[] own = [.. texts.Where(t => Stem(t) == name)];
        return new KernelUnit(
            name,
            Project.Original + "/" + file,
            code.Contains(csharp) ? [workspace.Relative(csharp)] : [],
            Read(own, DataEnd),
            Read(own, AssemblerEnd),
            OptionsOf(command)
        )
        {
            C = new CSource(command.Directory, command.File, ObjectArguments.Of(command)),
        };
    }

    private string Stem(string text)
    {
        string name = Path.GetRelativePath(Project.GeneratedPath, text);
        return name[..^(name.EndsWith(DataEnd, StringComparison.Ordinal) ? DataEnd : AssemblerEnd).Length];
    }

    private static string[] Read(string[] paths, string end) =>
        [.. paths.Where(p => p.EndsWith(end, StringComparison.Ordinal)).Select(File.ReadAllText)];

    private IEnumerable<KernelUnit> Handwritten(IReadOnlyList<string> options) =>
        workspace
            .HandwrittenCSharp()
            .GroupBy(f => Path.GetRelativePath(Project.HandwrittenPath, f).Split('/')[0])
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new KernelUnit(
                Path.Combine(Path.GetFileName(Project.Handwritten.TrimEnd('/')), Path.ChangeExtension(g.Key, null)),
                Project.Handwritten + "/" + g.Key,
                [.. g.Select(workspace.Relative)],
                [],
                [],
                options
            ));

    /// <summary>What the command says about the machine and the code.</summary>
    private static IReadOnlyList<string> OptionsOf(CompileCommand command) =>
        [
            .. command.Arguments.Where(a =>
                (a.StartsWith("-m", StringComparison.Ordinal) || a.StartsWith("-f", StringComparison.Ordinal))
                    && !a.StartsWith("-fsyntax", StringComparison.Ordinal)
                    && !a.StartsWith("-fdiagnostics", StringComparison.Ordinal)
                || a.StartsWith("-O", StringComparison.Ordinal)
            ),
        ];
}
