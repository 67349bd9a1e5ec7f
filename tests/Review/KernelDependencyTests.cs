using Porting.Clang.Parse;
using Porting.Tests;

namespace Porting.Review.Tests;

/// <summary>Every part of every replaced and dropped definition of the kernel, changed in a copy of its C, is named as
/// changed; what none depends on changes nothing.</summary>
public sealed class KernelDependencyTests : IDisposable
{
    private static readonly CompileCommand[] Commands =
    [
        .. CompileCommands.Load(Repository.At("artifacts/reference/compile_commands.json")).Where(c => !c.IsAssembler),
    ];

    /// <summary>The accepted C of each by its C file and name.</summary>
    private static readonly Dictionary<(string File, string Name), AcceptedC> Accepted = Read();

    private readonly ScratchFolder _folder = new();

    public KernelDependencyTests()
    {
        string root = Repository.At("original-c");
        foreach (string file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            string copy = _folder.At(Path.GetRelativePath(root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static Dictionary<(string, string), AcceptedC> Read()
    {
        string folder = Repository.At("kernel-handwritten/Replaced");
        return Directory
            .EnumerateFiles(folder, "*.c", SearchOption.AllDirectories)
            .ToDictionary(
                f => (Path.GetRelativePath(folder, Path.GetDirectoryName(f)!), Path.GetFileNameWithoutExtension(f)),
                f => AcceptedC.Read(File.ReadAllText(f))
            );
    }

    [Fact]
    public void There_are_parts_of_all_kinds_that_the_kernel_has()
    {
        Assert.True(Accepted.Count >= 44, $"{Accepted.Count} records");
        PartKind[] kinds = [.. Accepted.Values.SelectMany(a => a.Parts).Select(p => p.Kind).Distinct().Order()];
        Assert.Equal(Enum.GetValues<PartKind>().Where(k => k != PartKind.Include), kinds);
        Assert.Empty(Now(Accepted.Keys.Select(k => k.File)).SelectMany(n => Accepted[n.Key].ChangesTo(n.Value)));
    }

    public static TheoryData<PartKind> Kinds => [.. Enum.GetValues<PartKind>().Where(k => k != PartKind.Include)];

    /// <summary>All parts of a kind at once: each has a hash of its own.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_part_of_a_kind_is_named(PartKind kind)
    {
        List<(DefinitionPart Part, PartMutation Mutation)> all = [.. Mutations().Where(m => m.Part.Kind == kind)];
        Assert.NotEmpty(all);

        // Several changes of one part go one after the other: one of them would hide that another is not seen.
        for (int round = 0; all.Count > 0; round++)
        {
            (DefinitionPart Part, PartMutation Mutation)[] now =
            [
                .. all.DistinctBy(m => (m.Part.Kind, m.Part.Name, m.Part.File)),
            ];
            all.RemoveAll(m => now.Contains(m));
            AssertNamed(now);
        }
    }

    /// <summary>Alone, each twentieth (PORT_EVERY: each n-th).</summary>
    [Fact]
    public void A_part_that_changes_alone_is_named()
    {
        int every = int.TryParse(Environment.GetEnvironmentVariable("PORT_EVERY"), out int n) ? n : 20;
        (DefinitionPart Part, PartMutation Mutation)[] all = [.. Mutations()];
        for (int i = every / 2; i < all.Length; i += every)
        {
            AssertNamed([all[i]]);
        }
    }

    [Fact]
    public void Another_shape_of_all_files_changes_nothing()
    {
        Assert.True(CFiles().Count() > 100);
        foreach (string file in CFiles())
        {
            string text = File.ReadAllText(file);
            string other = CSource.Reformatted(text);
            Assert.True(other.Length > text.Length, file);
            File.WriteAllText(file, other);
        }

        AssertUnchanged();
    }

    [Theory]
    [InlineData("vm/vm_page.h", "#define\tVM_PAGE_NULL", "#define VM_PAGE_UNUSED PAGE_SIZE\n#define\tVM_PAGE_NULL")]
    [InlineData(
        "vm/vm_resident.c",
        "^vm_page_t\nvm_page_grab(",
        "static int unrelated(vm_page_t m)\n{\n\treturn m->busy + PAGE_SIZE;\n}\n\nvm_page_t\nvm_page_grab("
    )]
    [InlineData(
        "kern/queue.h",
        "$",
        "\n#ifndef UNRELATED\n#define UNRELATED\nstruct unrelated { queue_head_t head; };\nvoid unrelated(queue_head_t *);\n#endif\n"
    )]
    [InlineData(
        "vm/vm_pageout.c",
        "^static enum vm_pageout_verdict",
        "enum unrelated { UNRELATED = 5 };\nstatic enum vm_pageout_verdict"
    )]
    public void What_nobody_depends_on_changes_nothing(string file, string from, string to)
    {
        string text = File.ReadAllText(_folder.At(file)).ReplaceLineEndings("\n");
        int at = from == "$" ? text.Length : text.IndexOf(from.TrimStart('^'), StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} has no {from}");
        File.WriteAllText(
            _folder.At(file),
            text[..at] + to + (from == "$" ? "" : text[(at + from.TrimStart('^').Length)..])
        );
        AssertUnchanged();
    }

    private IEnumerable<string> CFiles() =>
        Directory
            .EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".c" or ".h");

    private void AssertUnchanged()
    {
        string[] changes =
        [
            .. Now(Accepted.Keys.Select(k => k.File))
                .SelectMany(n => Accepted[n.Key].ChangesTo(n.Value).Select(c => $"{n.Key}: {c.Words}\n{c.Difference}")),
        ];
        Assert.True(changes.Length == 0, string.Join('\n', changes));
    }

    /// <summary>Each change of each part, one after another.</summary>
    private IEnumerable<(DefinitionPart Part, PartMutation Mutation)> Mutations() =>
        Accepted
            .OrderBy(a => a.Key.File, StringComparer.Ordinal)
            .ThenBy(a => a.Key.Name, StringComparer.Ordinal)
            .SelectMany(a => a.Value.Parts.Select(p => (Unit: a.Key.File, Part: p)))
            .DistinctBy(p => (p.Part.Kind, p.Part.Name, p.Part.File, p.Part.Text, IsLocal(p.Part) ? p.Unit : ""))
            .SelectMany(p => PartMutation.Of(p.Part, p.Unit, TextOf).Select(m => (p.Part, Mutation: m)))
            .DistinctBy(m => (m.Part.Kind, m.Part.Name, m.Mutation));

    /// <summary>Changed in the C file that uses it.</summary>
    private static bool IsLocal(DefinitionPart part) => part.File.StartsWith('<');

    private string TextOf(string file) => File.ReadAllText(_folder.At(file));

    private void AssertNamed((DefinitionPart Part, PartMutation Mutation)[] mutations)
    {
        Dictionary<string, string> originals = [];
        foreach (IGrouping<string, PartMutation> file in mutations.Select(m => m.Mutation).GroupBy(m => m.File))
        {
            string text = originals[file.Key] = TextOf(file.Key);
            foreach (PartMutation mutation in file.OrderByDescending(m => m.Begin))
            {
                text = mutation.Applied(text);
            }

            File.WriteAllText(_folder.At(file.Key), text);
        }

        try
        {
            AssertSeen(mutations);
        }
        finally
        {
            foreach ((string file, string text) in originals)
            {
                File.WriteAllText(_folder.At(file), text);
            }
        }
    }

    private void AssertSeen((DefinitionPart Part, PartMutation Mutation)[] mutations)
    {
        List<string> missed = [];
        bool Has((string File, string Name) of, DefinitionPart part, PartMutation mutation) =>
            (!IsLocal(part) || mutation.File == of.File)
            && Accepted[of]
                .Parts.Any(p => (p.Kind, p.Name, p.File) == (part.Kind, part.Name, part.File) && mutation.Concerns(p));
        (string File, string Name)[] owners =
        [
            .. Accepted.Keys.Where(k => mutations.Any(m => Has(k, m.Part, m.Mutation))),
        ];
        Dictionary<(string, string), AcceptedC> now = Now(owners.Select(o => o.File));
        foreach ((DefinitionPart part, PartMutation mutation) in mutations)
        {
            (string File, string Name)[] own = [.. owners.Where(o => Has(o, part, mutation))];
            Assert.NotEmpty(own);
            missed.AddRange(
                own.Where(o =>
                        !Accepted[o]
                            .ChangesTo(now[o])
                            .Any(c => (c.Before?.Kind, c.Before?.Name) == (part.Kind, part.Name))
                    )
                    .Select(o => $"{o.Name} of {o.File}: {part.Kind} {part.Name}: '{mutation.Text}' in {mutation.File}")
            );
        }

        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }

    /// <summary>All definitions of these files as the C is now.</summary>
    private Dictionary<(string, string), AcceptedC> Now(IEnumerable<string> files)
    {
        string[] units = [.. files.Distinct()];
        Dictionary<(string, string), AcceptedC> now = [];
        (CompileCommand Command, string[] Names)[] requests =
        [
            .. units.Select(u =>
                (
                    Commands.Single(c => c.File == u) with
                    {
                        Directory = _folder.Path,
                    },
                    Accepted.Keys.Where(k => k.File == u).Select(k => k.Name).ToArray()
                )
            ),
        ];
        new ClangParser(new ClangParserOptions(_folder.Path)).ParseDependencies(
            [.. requests.Select(r => new DependenciesRequest(r.Command, r.Names))],
            Environment.ProcessorCount,
            (i, answer) =>
            {
                Assert.True(answer.Message != null, string.Join('\n', answer.Diagnostics));
                IReadOnlyList<DefinitionPart>?[] parts = Dependencies.Read(answer.Message!, requests[i].Names.Length);
                lock (now)
                {
                    for (int n = 0; n < parts.Length; n++)
                    {
                        now[(units[i], requests[i].Names[n])] = new AcceptedC(parts[n]!);
                    }
                }
            }
        );
        return now;
    }
}
