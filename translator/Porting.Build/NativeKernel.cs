using Porting.Backend;
using Porting.Backend.Il;
using Porting.Backend.Types;
using Porting.Build.Compile;
using Porting.Build.Gates;

namespace Porting.Build;

/// <summary>
/// The kernel's IL to ELF, an object a unit, several compilers at once. Holds after: the folder has each unit's module
/// and object, and no others; a module that is what it was is not compiled again; the bytes are the same for any number
/// of jobs. Errors: those of the back end; PORT5021 where clang does not take a module; PORT6031 for a struct that is
/// not laid out as in C.
/// </summary>
internal sealed class NativeKernel(KernelBuildOptions options, StepCache cache, string folder)
{
    /// <summary>Code that is there once and belongs to no unit.</summary>
    private static readonly KernelUnit Rest = new("port", "port", [], []);

    /// <summary>What a kernel promises beyond C: memory at address 0.</summary>
    private static readonly string[] Promises = ["-fno-delete-null-pointer-checks"];

    private KernelUnit[] Units => field ??= [.. options.Units, Rest with { Options = options.Units[0].Options }];

    /// <returns>The objects, in the order of the units.</returns>
    public IReadOnlyList<string> Compile(string assembly)
    {
        Directory.CreateDirectory(folder);
        cache.Run(
            "IL to LLVM IR",
            StepCache.HashOf([
                KernelBuilder.Identity,
                StepCache.HashOfFile(assembly),
                options.CRoot,
                .. MapTexts(),
                .. Debug.Keys,
                .. LayoutTexts(),
                .. Units.SelectMany(TextsOf),
            ]),
            Path.Combine(folder, "list"),
            () => WriteModules(File.ReadAllBytes(assembly))
        );
        KernelUnit[] stale = [.. Units.Where(u => !cache.Has(KeyOf(u), ObjectOf(u)))];
        if (stale.Length > 0)
        {
            options.Progress($"machine code: {stale.Length} of {Units.Length} modules");
        }

        // The largest first: none of them is waited for at the end.
        Compile([.. stale.OrderByDescending(u => new FileInfo(ModuleOf(u)).Length)]);
        return [.. Units.Select(ObjectOf)];
    }

    private KernelDebug Debug => field ??= new KernelDebug(options, Units, cache, folder);

    private string ModuleOf(KernelUnit unit) => Path.Combine(folder, unit.Name + ".ll");

    private string ObjectOf(KernelUnit unit) => Path.Combine(folder, unit.Name + ".o");

    private static IReadOnlyList<string> OptionsOf(KernelUnit unit) => [.. unit.Options, .. Promises];

    private string KeyOf(KernelUnit unit) =>
        StepCache.HashOf([KernelBuilder.Identity, .. OptionsOf(unit), StepCache.HashOfFile(ModuleOf(unit))]);

    private void Compile(KernelUnit[] units)
    {
        List<PortDiagnostic> refused = [];
        Parallel.ForEach(
            System.Collections.Concurrent.Partitioner.Create(units, loadBalance: true),
            new ParallelOptions { MaxDegreeOfParallelism = options.Jobs },
            unit =>
            {
                try
                {
                    cache.Run(
                        "machine code of " + unit.Name,
                        KeyOf(unit),
                        ObjectOf(unit),
                        () =>
                            ClangCompiler.Compile(
                                OptionsOf(unit),
                                ModuleOf(unit),
                                ObjectOf(unit),
                                errorsOfC: () => unit.C is { } c ? RefusedC.Errors(c, options.Root) : []
                            )
                    );
                }
                catch (PortException exception)
                {
                    lock (refused)
                    {
                        refused.AddRange(exception.Diagnostics);
                    }
                }
            }
        );
        if (refused.Count > 0)
        {
            throw new PortException([.. refused.OrderBy(d => d.Message, StringComparer.Ordinal)]);
        }
    }

    private void WriteModules(byte[] image)
    {
        options.Progress("IL to LLVM IR");
        using IlAssembly assembly = new(image);
        Target[] targets = [.. Units.Select(u => ClangCompiler.TargetOf(OptionsOf(u), folder))];
        IReadOnlyList<PortDiagnostic> wrong = LayoutGate.Check(
            assembly,
            new Layouts(targets[0]),
            options.Layouts,
            out _
        );
        if (wrong.Count > 0)
        {
            throw new PortException(wrong);
        }

        IReadOnlyList<KeyValuePair<string, string>> modules = BackEnd.Lower(
            new ModuleInput(assembly, targets[0])
            {
                IsKernel = true,
                Lines = PlaceOf,
                // as the paths of the sources: the same bytes wherever the tree is
                Directory = ".",
            },
            new Division(
                [
                    .. Units.Select(
                        (u, i) =>
                            new ModulePart(u.Name, u.MainFile, targets[i])
                            {
                                C = Debug.Of(u),
                                CompileC = (c, isChecked) => ClangCompiler.ModuleOf(c, isChecked, OptionsOf(u), folder),
                            }
                    ),
                ],
                PartsBySource().GetValueOrDefault,
                Rest.Name
            )
        );
        Replace(modules);
    }

    private Dictionary<string, string> PartsBySource() =>
        Units
            .SelectMany(u => u.Sources.Select(s => (Source: s, u.Name)))
            .ToDictionary(p => p.Source, p => p.Name, StringComparer.Ordinal);

    private CPlace? PlaceOf(string file, int line) =>
        options.SourceMaps.TryGetValue(file, out SourceMap? map) && map.Find(line) is { } found
            ? new CPlace(options.CRoot + found.CFile, found.CLine)
            : null;

    /// <summary>What units that are no more have left goes.</summary>
    private void Replace(IReadOnlyList<KeyValuePair<string, string>> modules)
    {
        string list = Path.Combine(folder, "list");
        string[] before = File.Exists(list) ? File.ReadAllLines(list) : [];
        foreach (string gone in before.Except(modules.Select(m => m.Key)))
        {
            string path = Path.Combine(folder, gone);
            Array.ForEach([path + ".ll", path + ".o", path + ".o.key", .. KernelDebug.FilesOf(path)], File.Delete);
        }

        foreach ((string name, string text) in modules)
        {
            string path = Path.Combine(folder, name + ".ll");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        File.WriteAllLines(list, modules.Select(m => m.Key));
    }

    private IEnumerable<string> MapTexts() =>
        options
            .SourceMaps.OrderBy(m => m.Key, StringComparer.Ordinal)
            .SelectMany(m => new[] { m.Key, m.Value.Write() });

    private IEnumerable<string> LayoutTexts() =>
        options.Layouts.Select(l => $"{l.Name} {l.Size} {string.Join(' ', l.Fields)}");

    private static IEnumerable<string> TextsOf(KernelUnit unit) =>
        [unit.Name, unit.MainFile, .. unit.Sources, "", .. OptionsOf(unit)];
}
