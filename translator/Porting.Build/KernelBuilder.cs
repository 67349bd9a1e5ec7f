using Porting.Build.Compile;
using Porting.Build.Gates;
using Porting.Build.Link;

namespace Porting.Build;

/// <summary>What an image is made of.</summary>
/// <param name="Name">Name of the assembly.</param>
/// <param name="Sources">All C# files, the core library among them, by the paths that debug information shall
/// show.</param>
/// <param name="Units">How the code is divided into objects.</param>
/// <param name="Direct">What does not become C#: assembler, and C that stays C. Linked in this order, the compiled C#
/// behind.</param>
/// <param name="Link">How the image is linked.</param>
/// <param name="WorkDirectory">Intermediate files; unchanged steps are taken from here.</param>
/// <param name="OutputPath">The image.</param>
/// <param name="SourceMaps">By C# path: debug information shows the C lines instead.</param>
/// <param name="CRoot">Put in front of the maps' C files.</param>
/// <param name="Layouts">Struct layouts to check.</param>
/// <param name="Progress">Gets a line per step that is really done.</param>
public sealed record KernelBuildOptions(
    string Name,
    IReadOnlyList<CSharpSource> Sources,
    IReadOnlyList<KernelUnit> Units,
    IReadOnlyList<DirectUnit> Direct,
    LinkStep Link,
    string WorkDirectory,
    string OutputPath,
    IReadOnlyDictionary<string, SourceMap> SourceMaps,
    string CRoot,
    IReadOnlyList<StructLayout> Layouts,
    Action<string> Progress
)
{
    /// <summary>The absolute folder that paths for the debugger start in.</summary>
    public string Root { get; init; } = "";

    /// <summary>Compilers at the same time.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;
}

/// <summary>What becomes one object: a C file, or a folder of handwritten code.</summary>
/// <param name="Name">A relative path that is no other unit's.</param>
/// <param name="MainFile">For the debugger.</param>
/// <param name="Sources">Paths of its C# files.</param>
/// <param name="Options">clang's options about the machine and the code: -m, -f, -O.</param>
public sealed record KernelUnit(
    string Name,
    string MainFile,
    IReadOnlyList<string> Sources,
    IReadOnlyList<string> Options
)
{
    /// <summary>The C, for its types in debug information; null for handwritten code.</summary>
    public CSource? C { get; init; }
}

/// <param name="StepsRun">Names of the steps that were not taken from the cache.</param>
/// <param name="Warnings">Of the C# compiler, about handwritten files.</param>
/// <param name="Included">Files that assembler units took in below the preprocessor, and those of the link.</param>
public sealed record KernelBuildResult(
    IReadOnlyList<string> StepsRun,
    IReadOnlyList<PortDiagnostic> Warnings,
    IReadOnlyList<string> Included
);

/// <summary>
/// C# and assembler to a bootable image. The order: C# to IL, IL to a module of LLVM IR a unit, each to ELF with debug
/// information, .S to ELF, link, gates. Holds after: the gates hold, or there is no image; a step whose inputs are unchanged was not
/// done again. Never: part of an image under the output's name.
/// </summary>
public sealed class KernelBuilder
{
    /// <summary>Changes with this library and those of the house that it calls: what another version of them made is
    /// made again.</summary>
    internal static readonly string Identity = string.Join(
        ' ',
        ((Type[])[typeof(KernelBuilder), typeof(Backend.Target), typeof(PortDiagnostic)]).Select(t =>
            t.Module.ModuleVersionId
        )
    );

    private readonly KernelBuildOptions _options;
    private readonly StepCache _cache = new();
    private readonly List<PortDiagnostic> _warnings = [];

    private readonly DirectUnits _direct;

    private KernelBuilder(KernelBuildOptions options)
    {
        _options = options;
        _direct = new DirectUnits(_cache, At("as"));
    }

    public static KernelBuildResult Build(KernelBuildOptions options)
    {
        KernelBuilder builder = new(options);
        builder.Run();
        return new KernelBuildResult(
            builder._cache.Ran,
            builder._warnings,
            [.. builder._direct.Included, .. options.Link.Files]
        );
    }

    private string At(string name) => Path.Combine(_options.WorkDirectory, name);

    private void Run()
    {
        Directory.CreateDirectory(_options.WorkDirectory);
        string assembly = At(_options.Name + ".dll");
        Task<IReadOnlyList<string>> assembled = Task.Run(() => _direct.Compile(_options.Direct));
        IReadOnlyList<string> compiled;
        try
        {
            Step(
                "C# to IL",
                StepCache.HashOf([Identity, .. _options.Sources.SelectMany(s => new[] { s.Path, s.Text })]),
                assembly,
                () => CompileCSharp(assembly)
            );
            compiled = new NativeKernel(_options, _cache, At("modules")).Compile(assembly);
        }
        finally
        {
            ((IAsyncResult)assembled).AsyncWaitHandle.WaitOne();
        }

        LinkAll([.. assembled.GetAwaiter().GetResult(), .. compiled]);
    }

    private void LinkAll(IReadOnlyList<string> objects)
    {
        string key = StepCache.HashOf([
            Identity,
            _options.Link.Directory,
            .. _options.Link.Arguments,
            .. _options.Link.Files.Select(StepCache.HashOfFile),
            .. objects.Select(StepCache.HashOfFile),
        ]);
        Directory.CreateDirectory(Path.GetDirectoryName(_options.OutputPath)!);
        Step("linking " + Path.GetFileName(_options.OutputPath), key, _options.OutputPath, () => LinkImage(objects));
    }

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
        Linker.Link(objects, _options.Link, scratch);
        IReadOnlyList<PortDiagnostic> wrong = VectorRegisterGate.Check(ElfImage.Read(scratch));
        if (wrong.Count > 0)
        {
            throw new PortException(wrong);
        }

        File.Move(scratch, _options.OutputPath, overwrite: true);
    }
}
