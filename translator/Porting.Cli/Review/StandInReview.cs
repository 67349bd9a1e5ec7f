using Porting.Build;
using Porting.Clang.Parse;
using Porting.Cli.Cache;
using Porting.Review;
using Porting.Translator.Output;

namespace Porting.Cli.Review;

/// <summary>
/// Compares stand-ins with the C. Input: the units' commands, what handwritten C# stands for, and the accepted C beside
/// it. Output: each stand-in with what has changed. Asks the units of the stand-ins alone, and keeps their answers as
/// long as the files that they were made of are the same.
/// </summary>
internal sealed class StandInReview
{
    private readonly Workspace _workspace;
    private readonly CompileCommand[] _commands;
    private readonly DependencyCache _cache;
    private readonly Dictionary<(int Unit, string Name), IReadOnlyList<DefinitionPart>?> _answers = [];

    private StandInReview(Workspace workspace, IReadOnlyList<CompileCommand> commands)
    {
        _workspace = workspace;
        _commands = [.. workspace.UnitsOf(commands)];
        _cache = new DependencyCache(workspace.Cache, workspace.Project.OriginalPath);
    }

    public static IReadOnlyList<ReviewedStandIn> Of(
        Workspace workspace,
        IReadOnlyList<CompileCommand> commands,
        IReadOnlyList<StandIn> standIns
    )
    {
        StandInReview review = new(workspace, commands);
        review.Ask([.. standIns.SelectMany(s => review.UnitsOf(s).Take(1).Select(u => (u, s.Name)))]);
        ReviewedStandIn[] reviewed =
        [
            .. standIns.Select(s => new ReviewedStandIn(s, AcceptedOf(workspace, s), new AcceptedC(review.PartsOf(s)))),
        ];
        workspace.Cache.Sweep("dependencies");
        return reviewed;
    }

    /// <summary>Where the accepted C is kept:
    /// <c>kernel-handwritten/Replaced/vm/vm_resident.c/vm_page_grab.c</c>.</summary>
    public static string PathOf(Workspace workspace, StandIn standIn) =>
        Path.Combine(FolderOf(workspace), standIn.CFile, standIn.Name + ".c");

    /// <summary>All of the accepted C.</summary>
    public static string FolderOf(Workspace workspace) => Path.Combine(workspace.Project.HandwrittenPath, "Replaced");

    private static AcceptedC AcceptedOf(Workspace workspace, StandIn standIn)
    {
        string path = PathOf(workspace, standIn);
        return File.Exists(path) ? AcceptedC.Read(File.ReadAllText(path)) : new AcceptedC([]);
    }

    /// <summary>Units that may have a definition: a C file's own, of a header each, those with its name first.</summary>
    private IEnumerable<int> UnitsOf(StandIn standIn)
    {
        string path = Path.Combine(_workspace.Project.OriginalPath, standIn.CFile);
        int own = Array.FindIndex(_commands, c => c.AbsoluteFile == path);
        return own >= 0 ? [own] : UnitsWith(standIn.Name);
    }

    private IEnumerable<int> UnitsWith(string name) =>
        Enumerable
            .Range(0, _commands.Length)
            .OrderBy(u => File.ReadAllText(_commands[u].AbsoluteFile).Contains(name, StringComparison.Ordinal) ? 0 : 1);

    private IReadOnlyList<DefinitionPart> PartsOf(StandIn standIn)
    {
        IReadOnlyList<DefinitionPart> parts =
            UnitsOf(standIn)
                .Select(u => Answer(u, standIn.Name))
                .OfType<IReadOnlyList<DefinitionPart>>()
                .FirstOrDefault()
            ?? [];
        return [.. parts.Select(WithInitializer).OfType<DefinitionPart>()];
    }

    /// <summary>A constant that another unit defines has its initialiser there; null when no unit of C does.</summary>
    private DefinitionPart? WithInitializer(DefinitionPart part)
    {
        if (part is not { Kind: PartKind.Initializer, Hash: "" })
        {
            return part;
        }

        IReadOnlyList<DefinitionPart>? definition = UnitsWith(part.Name)
            .Select(u => Answer(u, part.Name))
            .OfType<IReadOnlyList<DefinitionPart>>()
            .FirstOrDefault();
        DefinitionPart? text = definition?.First(p => p.Kind == PartKind.Text);
        return text == null
            ? null
            : part with
            {
                File = text.File,
                Hash = new AcceptedC(definition!).Hash,
                Text = text.Text,
            };
    }

    private IReadOnlyList<DefinitionPart>? Answer(int unit, string name)
    {
        if (!_answers.ContainsKey((unit, name)))
        {
            Ask([(unit, name)]);
        }

        return _answers[(unit, name)];
    }

    /// <summary>Asks each unit once for all its names; those that the cache has not, of clang.</summary>
    private void Ask(IReadOnlyList<(int Unit, string Name)> wanted)
    {
        (int Unit, string[] Names)[] groups =
        [
            .. wanted.Distinct().GroupBy(w => w.Unit, w => w.Name).Select(g => (g.Key, g.ToArray())),
        ];
        byte[]?[] messages = [.. groups.Select(g => _cache.Find(_commands[g.Unit], g.Names))];
        int[] missing = [.. Enumerable.Range(0, groups.Length).Where(g => messages[g] == null)];
        List<PortDiagnostic> diagnostics = [];
        _workspace
            .Parser(_commands)
            .ParseDependencies(
                [.. missing.Select(g => new DependenciesRequest(_commands[groups[g].Unit], groups[g].Names))],
                Workspace.Jobs,
                (n, answer) =>
                {
                    int g = missing[n];
                    messages[g] = answer.Message;
                    if (answer.Message == null)
                    {
                        lock (diagnostics)
                        {
                            diagnostics.AddRange(answer.Diagnostics);
                        }
                    }
                    else
                    {
                        _cache.Keep(_commands[groups[g].Unit], groups[g].Names, answer);
                    }
                }
            );
        if (diagnostics.Count > 0)
        {
            throw new PortException(diagnostics);
        }

        for (int g = 0; g < groups.Length; g++)
        {
            (int unit, string[] names) = groups[g];
            IReadOnlyList<DefinitionPart>?[] answers = Dependencies.Read(messages[g]!, names.Length);
            for (int n = 0; n < names.Length; n++)
            {
                _answers[(unit, names[n])] = answers[n];
            }
        }
    }
}
