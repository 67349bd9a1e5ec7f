using Porting.Build.Compile;
using Porting.Build.Gates;
using Porting.Build.Link;

namespace Porting.Build;

/// <summary>What an image is made of.</summary>
/// <param name="Name">Name of the assembly.</param>
/// <param name="Sources">All C# files, the core library among them, by the paths that debug information shall
/// show.</param>
/// <param name="Texts">What the translator wrote of the C beside C#: data and assembler, which become part of the
/// compiled code.</param>
/// <param name="AssemblerFiles">.S files.</param>
/// <param name="AssemblerArguments">-I and -D for them.</param>
/// <param name="LinkerScript">For ld.</param>
/// <param name="WorkDirectory">Intermediate files; unchanged steps are taken from here.</param>
/// <param name="OutputPath">The image.</param>
/// <param name="SourceMaps">By C# path: debug information shows the C lines instead.</param>
/// <param name="CRoot">Put in front of the maps' C files.</param>
/// <param name="Layouts">Struct layouts to check.</param>
/// <param name="Progress">Gets a line per step that is really done.</param>
public sealed record KernelBuildOptions(
    string Name,
    IReadOnlyList<CSharpSource> Sources,
    UnitTexts Texts,
    IReadOnlyList<string> AssemblerFiles,
    IReadOnlyList<string> AssemblerArguments,
    string LinkerScript,
    string WorkDirectory,
    string OutputPath,
    IReadOnlyDictionary<string, SourceMap> SourceMaps,
    string CRoot,
    IReadOnlyList<StructLayout> Layouts,
    Action<string> Progress
)
{
    public bool Optimize { get; init; } = true;
}

/// <summary>Contents of .data.S and .asm.S files, in order.</summary>
public sealed record UnitTexts(IReadOnlyList<string> Data, IReadOnlyList<string> Assembler)
{
    public static readonly UnitTexts None = new([], []);
}

/// <param name="StepsRun">Names of the steps that were not taken from the cache.</param>
/// <param name="Warnings">Of the C# compiler, about handwritten files.</param>
public sealed record KernelBuildResult(IReadOnlyList<string> StepsRun, IReadOnlyList<PortDiagnostic> Warnings);

/// <summary>
/// C# and assembler to a bootable image. The order: C# to IL, IL to ELF with debug information (Porting.Backend, clang),
/// .S to ELF, link, gates. Holds after: the gates hold, or there is no image; a step whose inputs are unchanged was not
/// done again. Never: part of an image under the output's name.
/// </summary>
public sealed class KernelBuilder
{
    /// <summary>Changes with this library: what another version of it made is made again.</summary>
    internal static readonly string Identity = typeof(KernelBuilder).Module.ModuleVersionId.ToString();

    private readonly KernelBuildOptions _options;
    private readonly StepCache _cache = new();
    private readonly List<PortDiagnostic> _warnings = [];

    private KernelBuilder(KernelBuildOptions options) => _options = options;

    public static KernelBuildResult Build(KernelBuildOptions options)
    {
        KernelBuilder builder = new(options);
        builder.Run();
        return new KernelBuildResult(builder._cache.Ran, builder._warnings);
    }

    private string At(string name) => Path.Combine(_options.WorkDirectory, name);

    private void Run()
    {
        Directory.CreateDirectory(_options.WorkDirectory);
        string assembly = At(_options.Name + ".dll");
        string elf = At(_options.Name + ".o");
        Task<IReadOnlyList<string>> assembled = Task.Run(() =>
            new Assembler(_cache, At("as"), _options.AssemblerArguments).Assemble(_options.AssemblerFiles)
        );
        try
        {
            Step(
                "C# to IL",
                StepCache.HashOf([Identity, .. _options.Sources.SelectMany(s => new[] { s.Path, s.Text })]),
                assembly,
                () => CompileCSharp(assembly)
            );
            CompileNative(assembly, elf);
        }
        finally
        {
            ((IAsyncResult)assembled).AsyncWaitHandle.WaitOne();
        }

        LinkAll([.. assembled.GetAwaiter().GetResult(), elf]);
    }

    private void CompileNative(string assembly, string elf) =>
        Step(
            "IL to machine code",
            StepCache.HashOf([
                Identity,
                StepCache.HashOfFile(assembly),
                _options.Optimize.ToString(),
                _options.CRoot,
                .. MapTexts(),
                .. LayoutTexts(),
                .. _options.Texts.Data,
                "",
                .. _options.Texts.Assembler,
            ]),
            elf,
            () => NativeKernel.Build(_options, File.ReadAllBytes(assembly), At("kernel.ll"), elf)
        );

    private void LinkAll(IReadOnlyList<string> objects)
    {
        string key = StepCache.HashOf([
            Identity,
            StepCache.HashOfFile(_options.LinkerScript),
            .. objects.Select(StepCache.HashOfFile),
        ]);
        Directory.CreateDirectory(Path.GetDirectoryName(_options.OutputPath)!);
        Step("linking " + Path.GetFileName(_options.OutputPath), key, _options.OutputPath, () => LinkImage(objects));
    }

    private IEnumerable<string> MapTexts() =>
        _options
            .SourceMaps.OrderBy(m => m.Key, StringComparer.Ordinal)
            .SelectMany(m => new[] { m.Key, m.Value.Write() });

    private IEnumerable<string> LayoutTexts() =>
        _options.Layouts.Select(l => $"{l.Name} {l.Size} {string.Join(' ', l.Fields)}");

    private void Step(string name, string key, string output, Action step) =>
        _cache.Run(
            name,
            key,
            output,
            () =>
            {
                _options.Progress(name);
                step();
            }
        );

    private void CompileCSharp(string output)
    {
        byte[] image = CSharpCompiler.Compile(_options.Name, _options.Sources, _warnings);
        File.WriteAllBytes(output, image);
    }

    /// <summary>The gates look at the image under a scratch name; only one that passes gets its real one.</summary>
    private void LinkImage(IReadOnlyList<string> objects)
    {
        string scratch = At(_options.Name + ".elf");
        Linker.Link(objects, _options.LinkerScript, scratch);
        IReadOnlyList<PortDiagnostic> wrong = VectorRegisterGate.Check(ElfImage.Read(scratch));
        if (wrong.Count > 0)
        {
            throw new PortException(wrong);
        }

        File.Move(scratch, _options.OutputPath, overwrite: true);
    }
}
