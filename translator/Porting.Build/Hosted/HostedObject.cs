using System.Text.RegularExpressions;
using Porting.Build.Compile;
using Porting.Build.Gates;
using Porting.Build.Link;
using Porting.Build.Link.Dwarf;

namespace Porting.Build.Hosted;

/// <summary>What an object of a hosted program is made of.</summary>
/// <param name="Sources">The generated C#; the core library is added.</param>
/// <param name="Assembler">The generated assembler texts.</param>
/// <param name="WorkDirectory">An empty folder of its own.</param>
/// <param name="OutputPath">The object.</param>
public sealed record HostedObjectOptions(
    IReadOnlyList<CSharpSource> Sources,
    IReadOnlyList<string> Assembler,
    string WorkDirectory,
    string OutputPath
)
{
    /// <summary>Debug information, with the lines of these maps.</summary>
    public IReadOnlyDictionary<string, SourceMap>? SourceMaps { get; init; }
    public string CRoot { get; init; } = "";
    public IReadOnlyList<StructLayout> Layouts { get; init; } = [];
    public bool Optimize { get; init; } = true;
}

/// <summary>
/// One ELF object for 32-bit Linux out of generated C# and assembler: C# to IL, IL to COFF, COFF to ELF, together with
/// the runtime in one relocatable object. Holds after: its global symbols are the C names and the managed entries of
/// external functions; everything else, the core library and the runtime among it, is local, so that any number of such
/// objects link together and with those of any C compiler. Errors: those of the steps.
/// </summary>
public static partial class HostedObject
{
    private const string AssemblyName = "u";

    public static void Build(HostedObjectOptions options)
    {
        string At(string name) => Path.Combine(options.WorkDirectory, name);
        IReadOnlyList<HostedType> types = HostedLibrary.TypesOf(options.Sources);
        Task runtime = Task.Run(() =>
            Assemble(
                string.Concat(
                    options
                        .Assembler.Prepend("\t.set PORT_HOSTED, 1\n")
                        .Concat(HostedLibrary.Assembler.Select(a => a.Text))
                        .Concat(types.Select(t => t.Assembler))
                ),
                At("asm.S"),
                At("asm.o")
            )
        );
        IReadOnlyList<string> asked;
        try
        {
            asked = CompileManaged(options, types, At("u.dll"), At("u.obj"), At("managed.o"));
        }
        finally
        {
            ((IAsyncResult)runtime).AsyncWaitHandle.WaitOne();
        }

        runtime.GetAwaiter().GetResult();
        Run(Tool.Ld, "PORT6003", ["-m", "elf_i386", "-r", At("managed.o"), At("asm.o"), "-o", At("all.o")]);
        ElfImage all = ElfImage.Read(At("all.o"));
        File.WriteAllLines(At("local"), LocalSymbols(all));
        File.WriteAllLines(At("renamed"), RenamedSymbols(all));
        Run(
            Tool.Objcopy,
            "PORT6003",
            [
                .. Removal(UnusedAdapters(asked, options.Assembler, all), all, options.WorkDirectory),
                $"--localize-symbols={At("local")}",
                $"--redefine-syms={At("renamed")}",
                At("all.o"),
                options.OutputPath,
            ]
        );
    }

    /// <summary>objcopy's options that take adapters out of an object, with the names that nothing refers to
    /// then.</summary>
    private static IEnumerable<string> Removal(string[] adapters, ElfImage all, string workDirectory)
    {
        if (adapters.Length == 0)
        {
            return [];
        }

        (string unused, string undefined) = (
            Path.Combine(workDirectory, "unused"),
            Path.Combine(workDirectory, "undefined")
        );
        File.WriteAllLines(unused, adapters);
        File.WriteAllLines(undefined, all.Symbols.Where(s => s.Section == 0 && s.Name.Length > 0).Select(s => s.Name));
        return
        [
            .. adapters.Select(a => $"--remove-section={AdapterPrefix}{a}"),
            $"--strip-symbols={unused}",
            $"--strip-unneeded-symbols={undefined}",
        ];
    }

    private const string AdapterPrefix = ".text.adapter.";

    private static readonly char[] OperandEnds = [' ', '\t', ',', '$', '*', '(', ')', '+', '-'];

    /// <summary>A line that says something of a symbol without referring to it.</summary>
    [GeneratedRegex("""^\t\.(section|weak|globl|type|size|hidden|local)\b""")]
    private static partial Regex Directive();

    /// <summary>
    /// Ways out to C that no compiled code goes. They are taken out, and the names of the C functions with them: C
    /// compilers emit nothing for a static function that nobody calls, so what only such a function calls need not be
    /// anywhere.
    /// </summary>
    private static string[] UnusedAdapters(IReadOnlyList<string> asked, IReadOnlyList<string> assembler, ElfImage all)
    {
        IEnumerable<string> instructions = assembler
            .SelectMany(a => a.Split('\n'))
            .Where(l => l.StartsWith('\t') && !Directive().IsMatch(l));
        HashSet<string> used =
        [
            .. asked,
            .. instructions.SelectMany(l => l.Split(OperandEnds, StringSplitOptions.RemoveEmptyEntries)),
        ];
        return
        [
            .. all
                .Sections.Where(s => s.Name.StartsWith(AdapterPrefix, StringComparison.Ordinal))
                .Select(s => s.Name[AdapterPrefix.Length..])
                .Where(s => !used.Contains(s)),
        ];
    }

    /// <returns>Names that the compiled code refers to and does not define.</returns>
    private static IReadOnlyList<string> CompileManaged(
        HostedObjectOptions options,
        IReadOnlyList<HostedType> types,
        string assemblyPath,
        string coffPath,
        string output
    )
    {
        byte[] assembly = CSharpCompiler.Compile(
            AssemblyName,
            [
                .. options.Optimize ? StackArrays.Apply(options.Sources) : options.Sources,
                .. HostedLibrary.Sources,
                .. types.Select(t => t.Source),
            ],
            []
        );
        PointerCalls.Apply(assembly);
        if (options.Optimize)
        {
            FrameGuards.Remove(assembly);
            InliningHints.Apply(assembly);
        }

        File.WriteAllBytes(assemblyPath, assembly);
        CompileNative(assemblyPath, coffPath, options.Optimize);
        CoffFile coff = CoffReader.Read(coffPath);
        AssemblyNames names = AssemblyNames.Read(assembly);
        IReadOnlyList<PortDiagnostic> wrong = LayoutGate.Check(coff, options.Layouts, names.SimpleName, out _);
        if (options.Layouts.Count > 0 && wrong.Count > 0)
        {
            throw new PortException(wrong);
        }

        CoffToElf code = CoffToElf.Convert(coff, new SymbolPolicy(AssemblySymbols.Read(assembly)));
        NullChecks.Apply(code.Elf);
        if (options.Optimize)
        {
            Peephole.Apply(code.Elf);
            BlockCopies.Apply(code.Elf);
        }

        if (options.SourceMaps is { } maps)
        {
            DwarfBuilder.AddTo(
                code,
                coff,
                new DwarfOptions(Directory.GetCurrentDirectory(), maps, options.CRoot, names)
            );
        }

        File.WriteAllBytes(output, ElfWriter.Write(code.Elf));
        return [.. code.Elf.Symbols.Where(s => s.Section == null).Select(s => s.Name)];
    }

    /// <summary>The compiler's optimiser fails on some functions, loudly; without it they compile.</summary>
    private static void CompileNative(string assemblyPath, string coffPath, bool optimize)
    {
        try
        {
            IlcRunner.Locate().Run(assemblyPath, coffPath, optimize);
        }
        catch (PortException failed)
            when (optimize
                && failed.Diagnostics.Any(d => d.Message.Contains("Code generation failed", StringComparison.Ordinal))
            )
        {
            IlcRunner.Locate().Run(assemblyPath, coffPath, optimize: false);
        }
    }

    private static void Assemble(string text, string source, string output)
    {
        File.WriteAllText(source, text);
        ToolResult result = ToolRunner.Run(Tool.As.Locate(), ["--32", "--noexecstack", "-o", output, source]);
        if (result.ExitStatus != 0)
        {
            string first =
                result.Errors.Split('\n').FirstOrDefault(l => l.Contains("Error:", StringComparison.Ordinal))
                ?? result.FirstComplaint;
            throw new PortException(
                PortDiagnostic.Error("PORT6020", new SourceLocation(source, 0, 0), $"cannot be assembled: {first}")
            );
        }
    }

    private static void Run(Tool tool, string code, IReadOnlyList<string> arguments)
    {
        ToolResult result = ToolRunner.Run(tool.Locate(), arguments);
        if (result.ExitStatus != 0)
        {
            throw new PortException(
                PortDiagnostic.Error(code, SourceLocation.None, $"{tool.Name}: {result.FirstComplaint}")
            );
        }
    }

    /// <summary>Defined names that are none of C's: with a dot in them (statics of a unit, inline assembly), unless it
    /// is the managed entry of an external function; and the runtime's own.</summary>
    private static IEnumerable<string> LocalSymbols(ElfImage image) =>
        image
            .Symbols.Where(s =>
                s.Section != 0
                && s.Name.Length > 0
                && s.Name[0] != '.'
                && (
                    RuntimeSymbols.Value.Contains(s.Name)
                    || (s.Name.Contains('.') && !s.Name.Contains(".m.", StringComparison.Ordinal))
                )
            )
            .Select(s => s.Name)
            .Distinct();

    /// <summary>Old and new names where characters beyond ASCII were written as their numbers.</summary>
    private static IEnumerable<string> RenamedSymbols(ElfImage image) =>
        image
            .Symbols.Select(s => s.Name)
            .Where(n => Encoded().IsMatch(n))
            .Distinct()
            .Select(n => $"{n} {Encoded().Replace(n, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString())}");

    [GeneratedRegex("__u([0-9a-f]{4})__")]
    private static partial Regex Encoded();

    private static readonly Lazy<HashSet<string>> RuntimeSymbols = new(() =>
        [
            .. HostedLibrary
                .Assembler.Select(a => a.Text)
                .Concat(HostedLibrary.Types.Select(t => t.Assembler))
                .SelectMany(a => a.Split('\n'))
                .SelectMany(SymbolsOf),
            .. HostedLibrary.Sources.SelectMany(s => Exports().Matches(s.Text)).Select(m => m.Groups[1].Value),
            "PORT_HOSTED",
        ]
    );

    [GeneratedRegex("""RuntimeExport\("([^"]+)"\)""")]
    private static partial Regex Exports();

    /// <summary>Names that a line of the runtime defines: FUNCTION and C_BLOCK are its macros.</summary>
    private static IEnumerable<string> SymbolsOf(string line)
    {
        string[] words = line.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
        return words is ["FUNCTION" or "C_BLOCK" or ".globl" or ".weak", var name, ..] && !name.Contains('\\')
            ? [name]
            : [];
    }
}
