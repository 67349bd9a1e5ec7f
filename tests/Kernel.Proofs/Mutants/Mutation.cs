using System.Collections.Concurrent;
using System.Globalization;
using Porting.Build.Boot;
using Porting.Tests;

namespace Kernel.Proofs;

/// <summary>What a campaign is to do.</summary>
/// <param name="Sample">So many mistakes, spread evenly; 0 for all.</param>
/// <param name="Only">Those alone whose name has one of these texts in it; empty for all.</param>
/// <param name="Plants">The plants alone, each by all suites that are named for it.</param>
/// <param name="HostOnly">No kernel is built and booted.</param>
internal sealed record MutationOptions(int Sample, IReadOnlyList<string> Only, bool Plants, bool HostOnly);

/// <summary>
/// Mutation testing of the memory system, with the kernel in the loop. All mistakes are in one program, behind a switch
/// (<see cref="SwitchWriter"/>): once for the host, where the suites of Kernel.Host run, and once for the kernel, whose
/// suites are booted one by one. Which suite reaches which method is measured first, so that a mistake meets those alone
/// that can notice it; first those that have noticed most in its file for their time. A mistake that makes a test fail,
/// or the program crash or hang, is noticed.
/// </summary>
internal sealed class Mutation(MutationOptions options, string folder)
{
    private static readonly string[] Folders = ["Vm", "Kmem", "Pmap", "Boot", "Linux"];

    private static readonly string[] HostClasses =
    [
        "FreeBitmapTests",
        "EarlyPagesTests",
        "OptionTextTests",
        "PageAllocatorTests",
        "BlockPoolTests",
        "RequestTests",
        "ScheduleTests",
        "QuickProof",
    ];

    // Machines other than the usual one on which a suite shows more.
    private static readonly (string Suite, int MemoryMiB, string Options)[] MoreBoots =
    [
        ("reclaim", 1200, ""),
        ("placement", 1200, ""),
        ("vm_object", 1200, ""),
        ("kmem", 16, ""),
        ("zones", 16, ""),
        ("misuse", 64, "memdebug"),
    ];

    // Tests that boot machines of their own, and the files that they are about.
    private static readonly (string Name, string Files, string[] Methods)[] BootSuites =
    [
        (
            "BootOptionTests",
            "Boot/",
            [
                "BootOptionTests.A_wrong_option_is_quoted",
                "BootOptionTests.A_long_command_line_is_read_to_its_end",
                "BootOptionTests.Every_option_is_known",
                "BootOptionTests.Memory_that_is_not_used_is_named_with_the_reason",
            ]
        ),
        ("SoakTests", "Boot/", ["SoakTests.Generated_memory_maps_boot"]),
        ("OperationTests", "Vm/", ["OperationTests.Each_record_is_what_the_model_expects"]),
        ("OperationTests", "Kmem/", ["OperationTests.Each_record_is_what_the_model_expects"]),
        ("ConsoleTests", "Boot/CommandLine.cs", ["ConsoleTests.Zones_prints_statistics_that_add_up"]),
        ("ConsoleTests", "Vm/ZoneStatistics.cs", ["ConsoleTests.Zones_prints_statistics_that_add_up"]),
    ];

    private readonly MutantTree _tree = new(folder);
    private readonly ConcurrentBag<(Mutant Mutant, string By, string Said)> _noticed = [];
    private readonly ConcurrentBag<Mutant> _survivors = [];
    private IReadOnlyDictionary<string, string> _texts = new Dictionary<string, string>();
    private List<Judge> _judges = [];

    /// <summary>Run it; how many were noticed, and how many not.</summary>
    public (int Noticed, int Survived) Run()
    {
        _texts = ReadTexts();
        List<Mutant> all = options.Plants ? [.. PlantedMutants()] : [.. Found()];
        List<Mutant> chosen = Build(all);
        Dictionary<int, HashSet<int>> members = MembersOf();
        if (options.HostOnly && !options.Plants)
            chosen = WithoutUnreached(chosen, members);
        Estimate(chosen, members);
        Progress progress = new("mutants", chosen.Count);
        Parallel.ForEach(
            chosen,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            mutant =>
            {
                if (options.Plants)
                    JudgePlant(mutant);
                else
                    JudgeMutant(mutant, JudgesOf(mutant, members));
                progress.Add();
            }
        );
        Report();
        return (_noticed.Select(n => n.Mutant).Distinct().Except(_survivors).Count(), _survivors.Count);
    }

    private static Dictionary<string, string> ReadTexts()
    {
        string root = Repository.At("kernel-handwritten");
        return Directory
            .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToDictionary(f => Path.GetRelativePath(root, f), File.ReadAllText, StringComparer.Ordinal);
    }

    private IEnumerable<Mutant> PlantedMutants() =>
        Plants
            .All.Select((plant, i) => new Mutant(i + 1, plant.Name, [.. plant.In(_texts)]))
            .Where(mutant => options.Only.Count == 0 || IsWanted(mutant.Name));

    private IEnumerable<Mutant> Found()
    {
        List<(string Name, Edit Edit)> found =
        [
            .. _texts
                .Where(t => Folders.Any(f => t.Key.StartsWith(f + "/", StringComparison.Ordinal)))
                .SelectMany(t => MutantFinder.Find(t.Key, t.Value)),
        ];
        HarmlessMutants.CheckAllAreThere(found.Select(f => f.Name));
        List<(string Name, Edit Edit)> counted = [.. found.Where(f => HarmlessMutants.ReasonOf(f.Name) == null)];
        Console.WriteLine($"{found.Count} mutants, {found.Count - counted.Count} of them are known to be harmless");
        int step = options.Sample == 0 ? 1 : Math.Max(1, counted.Count / options.Sample);
        return counted
            .Where((mutant, i) => options.Only.Count == 0 ? i % step == step / 2 : IsWanted(mutant.Name))
            .Select((mutant, i) => new Mutant(i + 1, mutant.Name, [mutant.Edit]));
    }

    private bool IsWanted(string name) => options.Only.Any(text => name.Contains(text, StringComparison.Ordinal));

    // The programs, and the mistakes that are in them.
    private List<Mutant> Build(List<Mutant> mutants)
    {
        HashSet<int> invalid = [];
        IReadOnlySet<int> more;
        do
        {
            _tree.Write(_texts, mutants.Where(m => !invalid.Contains(m.Number)));
            more = MutantCheck.Find(_tree);
            if (more.IsSubsetOf(invalid) && more.Count != 0)
                throw new ProofFailure("what does not compile is not the mistakes' fault");
            invalid.UnionWith(more);
        } while (more.Count != 0);
        Console.WriteLine($"{invalid.Count} do not compile; {_tree.Unswitched.Count} are in constants, and not made");
        foreach (Mutant mutant in mutants.Where(m => _tree.Unswitched.Contains(m.Number)))
            Console.WriteLine($"  not made{mutant}");
        _tree.BuildHost();
        _judges = [.. HostJudges()];
        if (!options.HostOnly)
        {
            _tree.BuildKernel();
            _judges.AddRange(KernelJudges());
            _tree.TakeBootSuites();
            _judges.AddRange(BootSuites.Select(s => new BootJudge(s.Name, _tree, s.Methods, s.Files)));
        }
        foreach (Judge judge in _judges.Where(IsWanted))
            judge.Calibrate();
        _judges = [.. _judges.OrderBy(j => j.Seconds)];
        return [.. mutants.Where(m => !invalid.Contains(m.Number) && !_tree.Unswitched.Contains(m.Number))];
    }

    // Plants are for those that are named.
    private bool IsWanted(Judge judge) =>
        !options.Plants || Plants.All.Any(plant => plant.Noticed.Contains(judge.Name));

    private IEnumerable<Judge> HostJudges() =>
        HostClasses.Select(name =>
            name == "QuickProof"
                ? new HostJudge(name, _tree, "-method", "*.ProofTests.A_little_of_each")
                : new HostJudge(name, _tree, "-class", "*." + name)
        );

    private IEnumerable<Judge> KernelJudges()
    {
        // Which suites there are, the kernel says itself.
        IEnumerable<string> suites = QemuRunner
            .Run(_tree.Image, new QemuOptions(64, Timeout: TimeSpan.FromMinutes(10)))
            .Ktap.Results.Select(r => r.Name[..r.Name.IndexOf('.')])
            .Distinct();
        return suites
            .Select(suite => (Suite: suite, MemoryMiB: 64, Options: ""))
            .Concat(MoreBoots)
            .Select(boot => new KernelJudge(
                boot is { MemoryMiB: 64, Options: "" }
                    ? boot.Suite
                    : $"{boot.Suite}@{boot.MemoryMiB.ToString(CultureInfo.InvariantCulture)}{(boot.Options.Length == 0 ? "" : " " + boot.Options)}",
                _tree,
                new QemuOptions(boot.MemoryMiB, CommandLine: $"suite={boot.Suite} {boot.Options}".TrimEnd())
            ));
    }

    // By mistake, the members that it is in.
    private Dictionary<int, HashSet<int>> MembersOf() =>
        _tree
            .Members.SelectMany(member => member.Mutants.Select(mutant => (mutant, member.Number)))
            .GroupBy(pair => pair.mutant, pair => pair.Number)
            .ToDictionary(group => group.Key, group => group.ToHashSet());

    private List<Judge> JudgesOf(Mutant mutant, Dictionary<int, HashSet<int>> members) =>
        [
            .. _judges.Where(judge =>
                judge is BootJudge boot ? boot.IsFor(mutant.File) : judge.Reached.Overlaps(members[mutant.Number])
            ),
        ];

    // What no suite of the host comes to is for the kernel.
    private List<Mutant> WithoutUnreached(List<Mutant> mutants, Dictionary<int, HashSet<int>> members)
    {
        List<Mutant> reached = [.. mutants.Where(mutant => JudgesOf(mutant, members).Count != 0)];
        Console.WriteLine($"{mutants.Count - reached.Count} are not reached on the host");
        return reached;
    }

    // Those that are not there, since no kernel is booted, are left out.
    private List<Judge> JudgesOf(Plant plant) => [.. _judges.Where(judge => plant.Noticed.Contains(judge.Name))];

    private void Estimate(List<Mutant> chosen, Dictionary<int, HashSet<int>> members)
    {
        IEnumerable<IReadOnlyList<Judge>> before = chosen.Select(mutant =>
            options.Plants ? JudgesOf(Plants.All[mutant.Number - 1]) : JudgesOf(mutant, members)
        );
        double most = before.Sum(judges => judges.Sum(judge => judge.Seconds));
        double least = options.Plants ? most : before.Sum(judges => judges.FirstOrDefault()?.Seconds ?? 0);
        Console.WriteLine(
            $"{chosen.Count} mutants before {_judges.Count} suites: {least / 60:F0} minutes of processor time if the first"
                + $" suite notices each, {most / 60:F0} if none does"
        );
    }

    private void JudgeMutant(Mutant mutant, List<Judge> judges)
    {
        foreach (Judge judge in judges.OrderByDescending(judge => judge.YieldIn(mutant.File)))
        {
            string? said = judge.Notice(mutant.Number);
            judge.Note(mutant.File, said != null);
            if (said != null)
            {
                _noticed.Add((mutant, judge.Name, said));
                return;
            }
        }
        Survive(mutant);
    }

    // Told at once: a campaign may be ended before its end.
    private void Survive(Mutant mutant)
    {
        Console.WriteLine($"  not noticed: {mutant.Name}");
        _survivors.Add(mutant);
    }

    // Each suite that is named for a plant has to notice it.
    private void JudgePlant(Mutant mutant)
    {
        bool all = true;
        foreach (Judge judge in JudgesOf(Plants.All[mutant.Number - 1]))
            if (judge.Notice(mutant.Number) is { } said)
                _noticed.Add((mutant, judge.Name, said));
            else
                all = false;
        if (!all)
            Survive(mutant);
    }

    private void Report()
    {
        foreach ((Mutant mutant, string by, string said) in _noticed.OrderBy(n => n.Mutant.Number).ThenBy(n => n.By))
            if (options.Plants || options.Only.Count != 0)
                Console.WriteLine($"{mutant.Name}: {by}: {said}");
        foreach (var file in _noticed.GroupBy(n => n.Mutant.File).OrderBy(g => g.Key, StringComparer.Ordinal))
            Console.WriteLine(
                $"  {file.Key}: {string.Join(", ", file.GroupBy(n => n.By).Select(g => $"{g.Key} {g.Count()}"))}"
            );
    }
}
