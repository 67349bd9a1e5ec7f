using Porting.Backend;
using Porting.Backend.Debug;
using Porting.Backend.Il;
using Porting.Backend.Profile;
using Porting.Build.Compile;
using Porting.Clang.Parse;

namespace Porting.Build.Hosted;

/// <summary>What an object is made of.</summary>
/// <param name="Sources">The generated C#; the core library is added.</param>
/// <param name="Options">clang's options about the machine and the code: -m, -f, -O.</param>
/// <param name="WorkDirectory">An empty folder of its own.</param>
/// <param name="OutputPath">The object.</param>
public sealed record NativeObjectOptions(
    IReadOnlyList<CSharpSource> Sources,
    IReadOnlyList<string> Options,
    string WorkDirectory,
    string OutputPath
)
{
    /// <summary>Debug information, with the lines of these maps.</summary>
    public IReadOnlyDictionary<string, SourceMap>? SourceMaps { get; init; }

    /// <summary>The C, for its types in debug information.</summary>
    public CSource? C { get; init; }

    /// <summary>--coverage: see <see cref="ModuleInput.CoverageStem"/>.</summary>
    public string? CoverageStem { get; init; }

    /// <summary>-fprofile-instr-generate: the C with the command's own options; null without it.</summary>
    public CSource? Counted { get; init; }

    /// <summary>What clang is asked for.</summary>
    public IReadOnlyList<string> Emit { get; init; } = ["-c"];

    /// <summary>Where the module is kept as text; null to keep it nowhere.</summary>
    public string? ModulePath { get; init; }

    /// <summary>Where the assembler text is kept beside the output; null to keep it nowhere.</summary>
    public string? AssemblerPath { get; init; }

    /// <summary>Where paths of C files start.</summary>
    public string CRoot { get; init; } = "";

    /// <summary>Where the command runs: relative paths among the options start there.</summary>
    public string? Directory { get; init; }

    /// <summary>A running clang for the last step; null to start one. For one thread at a time.</summary>
    public ClangSession? Session { get; init; }

    /// <summary>Nobody waits for the object any more.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The C file, relative to that.</summary>
    public string MainFile { get; init; } = "";
}

/// <summary>
/// One ELF object out of generated C#: C# to IL, IL to LLVM IR, and that by clang, in one call. Holds after: the object
/// defines and refers to what clang's of the same C does. Errors: those of the steps; PORT5021 where clang does not take
/// the module.
/// </summary>
public static class NativeObject
{
    internal const string AssemblyName = "u";

    public static void Build(NativeObjectOptions options)
    {
        string root = options.CRoot.TrimEnd('/');
        Task<CDebug?> debug = Task.Run(() =>
            options is { SourceMaps: not null, C: { } c } ? ClangDebug.Read(c, root, options.WorkDirectory) : null
        );
        Task<CProfile?> profile = Task.Run(() =>
            options.Counted is { } c ? ClangProfile.Read(c, options.WorkDirectory) : null
        );
        try
        {
            Build(options, root, debug, profile);
        }
        finally
        {
            // They write to the work folder, which goes with the caller, also after an error.
            Task.WaitAny(debug);
            Task.WaitAny(profile);
        }
    }

    private static void Build(NativeObjectOptions options, string root, Task<CDebug?> debug, Task<CProfile?> profile)
    {
        CompiledLibrary library = HostedLibrary.With(HostedLibrary.TypesOf(options.Sources));
        byte[] image = CSharpCompiler.Compile(
            AssemblyName,
            [.. options.Sources, HostedLibrary.Settings],
            [],
            library.Reference
        );
        using IlAssembly libraryCode = library.Open();
        using IlAssembly assembly = new(image, libraryCode);
        string module = BackEnd.Lower(
            new ModuleInput(
                assembly,
                ClangCompiler.TargetOf(options.Options, options.WorkDirectory, options.Directory, options.Session)
            )
            {
                CompileC = (c, isChecked) =>
                    ClangCompiler.ModuleOf(
                        c,
                        isChecked,
                        options.Options,
                        options.WorkDirectory,
                        options.Directory,
                        options.Session
                    ),
                Lines = options.SourceMaps == null ? null : (file, line) => PlaceOf(options.SourceMaps, file, line),
                C = debug.GetAwaiter().GetResult(),
                CoverageStem = options.CoverageStem,
                Profile = profile.GetAwaiter().GetResult(),
                Directory = root,
                MainFile = options.MainFile,
            }
        );
        string text = Path.Combine(options.WorkDirectory, "u.ll");
        File.WriteAllText(text, module);
        if (options.ModulePath is { } kept)
        {
            File.Copy(text, kept, overwrite: true);
        }

        if (options.AssemblerPath is { } assembler)
        {
            Machine(options, text, assembler, ["-S"]);
        }

        Machine(options, text, options.OutputPath, options.Emit);
    }

    private static void Machine(NativeObjectOptions options, string text, string output, IReadOnlyList<string> emit) =>
        ClangCompiler.Compile(
            options.Options,
            text,
            output,
            emit,
            options.Directory,
            options.Session,
            options.C is { } c ? () => RefusedC.Errors(c, c.Directory) : null,
            options.Cancellation
        );

    private static CPlace? PlaceOf(IReadOnlyDictionary<string, SourceMap> maps, string file, int line) =>
        maps.TryGetValue(file, out SourceMap? map) && map.Find(line) is { } found
            ? new CPlace(found.CFile, found.CLine)
            : null;
}
