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
/// <param name="library">C# of the tool's that defines C functions.</param>
internal sealed class KernelUnits(
    Workspace workspace,
    IReadOnlyList<CompileCommand> commands,
    IEnumerable<string> generated,
    IReadOnlyList<string> library
)
{
    private PortProject Project => workspace.Project;

    public IReadOnlyList<KernelUnit> All
    {
        get
        {
            HashSet<string> code = [.. generated];
            CompileCommand[] files = [.. workspace.UnitsOf(commands).DistinctBy(c => c.AbsoluteFile)];
            KernelUnit[] ofC = [.. files.Select(c => OfC(c, code))];
            IReadOnlyList<string> options = ofC[0].Options;
            KernelUnit ofTool = new("runtime", "runtime", [.. library.Select(workspace.Relative)], options);
            return [.. ofC, .. Handwritten(options), ofTool];
        }
    }

    private KernelUnit OfC(CompileCommand command, HashSet<string> code)
    {
        string file = Path.GetRelativePath(Project.OriginalPath, command.AbsoluteFile);
        string name = Path.ChangeExtension(file, null);
        string csharp = Path.Combine(Project.GeneratedPath, name + ".g.cs");
        return new KernelUnit(
            name,
            Project.Original + "/" + file,
            code.Contains(csharp) ? [workspace.Relative(csharp)] : [],
            OptionsOf(command)
        )
        {
            C = new CSource(command.Directory, command.File, ObjectArguments.Of(command)),
        };
    }

    private IEnumerable<KernelUnit> Handwritten(IReadOnlyList<string> options) =>
        workspace
            .HandwrittenCSharp()
            .GroupBy(f => Path.GetRelativePath(Project.HandwrittenPath, f).Split('/')[0])
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new KernelUnit(
                Path.Combine(Path.GetFileName(Project.Handwritten.TrimEnd('/')), Path.ChangeExtension(g.Key, null)),
                Project.Handwritten + "/" + g.Key,
                [.. g.Select(workspace.Relative)],
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
