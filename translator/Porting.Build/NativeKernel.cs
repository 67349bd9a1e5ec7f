using Porting.Backend;
using Porting.Backend.Il;
using Porting.Backend.Types;
using Porting.Build.Compile;
using Porting.Build.Gates;

namespace Porting.Build;

/// <summary>
/// The kernel's IL to one ELF object by LLVM. Errors: those of the back end; PORT5021 where clang does not take the
/// module; PORT6031 for a struct that is not laid out as in C.
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
        Target target = ClangCompiler.TargetOf(arguments, Path.GetDirectoryName(module)!);
        IReadOnlyList<PortDiagnostic> wrong = LayoutGate.Check(assembly, new Layouts(target), options.Layouts, out _);
        if (wrong.Count > 0)
        {
            throw new PortException(wrong);
        }

        File.WriteAllText(
            module,
            BackEnd.Lower(
                new ModuleInput(assembly, target, options.Texts.Data, options.Texts.Assembler)
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
