using Porting.Backend;
using Porting.Backend.Il;
using Porting.Build.Compile;

namespace Porting.Build;

/// <summary>
/// The kernel's IL to one ELF object by LLVM: methods with an entry in C's convention are the C functions themselves.
/// Errors: those of the back end; PORT5021 where clang does not take the module.
/// </summary>
internal static class NativeKernel
{
    /// <summary>The machine of the C kernel (original-c/Makefile), and what a kernel promises beyond C: memory at
    /// address 0, signed arithmetic that wraps, no types of memory.</summary>
    private static readonly string[] Options =
    [
        "-march=i686",
        "-ffreestanding",
        "-fno-pic",
        "-fno-pie",
        "-mgeneral-regs-only",
        "-fno-stack-protector",
        "-fno-asynchronous-unwind-tables",
        "-fno-delete-null-pointer-checks",
        "-fno-omit-frame-pointer",
    ];

    public static void Build(KernelBuildOptions options, byte[] image, string module, string output)
    {
        using IlAssembly assembly = new(image);
        string[] arguments = [.. Options, options.Optimize ? "-O2" : "-O0"];
        File.WriteAllText(
            module,
            BackEnd.Lower(
                new ModuleInput(assembly, ClangCompiler.TargetOf(arguments, Path.GetDirectoryName(module)!), [], [])
                {
                    IsKernel = true,
                    Lines = (file, line) =>
                        options.SourceMaps.TryGetValue(file, out SourceMap? map) && map.Find(line) is { } found
                            ? new CPlace(options.CRoot + found.CFile, found.CLine)
                            : null,
                    Directory = Directory.GetCurrentDirectory(),
                    MainFile = options.Name,
                }
            )
        );
        ClangCompiler.Compile(arguments, module, output);
    }
}
