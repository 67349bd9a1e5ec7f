using System.Text.RegularExpressions;
using Porting.Build;
using Porting.Tests;

namespace Kernel.Proofs;

/// <summary>
/// A copy of the sources with all mistakes behind a switch, in a folder below artifacts, and what is built from it by the same
/// commands as ever: the kernel by <c>port build</c>, the suites by <c>dotnet build</c>. The switch is in this copy
/// alone. The kernel takes the number of a mistake from its command line (<c>mutant=N</c>), the suites on the host from
/// the environment (<c>PORT_MUTANT</c>).
/// </summary>
internal sealed partial class MutantTree
{
    private static readonly string[] Folders =
    [
        "kernel-generated",
        "kernel-handwritten",
        "original-c",
        "tests/Kernel.Host",
        "tests/Kernel.Proofs",
        "translator/Porting.Runtime",
    ];
    private static readonly string[] Files =
    [
        "Directory.Build.props",
        "Directory.Packages.props",
        "global.json",
        "tests/Directory.Build.props",
    ];

    private readonly string _root;
    private readonly Dictionary<string, int> _numbers = [];

    public MutantTree(string root) => _root = root;

    public string At(string path) => Path.Combine(_root, path);

    public string Image => At("artifacts/kernel/port.elf");

    public string HostSuites => At("artifacts/dotnet/bin/Kernel.Host/release/Kernel.Host.dll");

    /// <summary>Members that have mistakes, in the order of their numbers.</summary>
    public IReadOnlyList<SwitchedMember> Members { get; private set; } = [];

    /// <summary>Mistakes that cannot be behind a switch.</summary>
    public IReadOnlySet<int> Unswitched { get; private set; } = new HashSet<int>();

    /// <summary>Write the sources. <paramref name="texts"/>: all C# of kernel-handwritten, as it is.</summary>
    public void Write(IReadOnlyDictionary<string, string> texts, IEnumerable<Mutant> mutants)
    {
        CopySources();
        WriteProject();
        SwitchWriter writer = new(_numbers);
        foreach (
            var file in mutants.SelectMany(m => m.Edits.Select(e => (m.Number, Edit: e))).GroupBy(e => e.Edit.File)
        )
            WriteFile($"kernel-handwritten/{file.Key}", writer.Write(file.Key, texts[file.Key], file));
        WriteFile("kernel-handwritten/Diag/MutantSwitch.cs", KernelSwitch);
        WriteFile("tests/Kernel.Host/MutantSwitch.cs", HostSwitch);
        PutIn("kernel-handwritten/Boot/CommandLine.cs", "void cmdline_check()\n    {", " MutantSwitch.Read();");
        PutIn("kernel-handwritten/Machine/Halt.cs", "void halt_all_cpus(int status)\n    {", " MutantSwitch.Print();");
        // The looks at the switch are instructions, too.
        Replace("kernel-handwritten/Tests/InterruptsOffTests.cs", "Most = 2000", "Most = 3000");
        Members = writer.Members;
        Unswitched = writer.Unswitched;
    }

    /// <summary>Write the sources with some of kernel-handwritten changed, and no switch.</summary>
    public void WriteWith(IEnumerable<string> files, Func<string, string, string> change)
    {
        CopySources();
        foreach (string file in files)
            WriteFile(
                $"kernel-handwritten/{file}",
                change(file, File.ReadAllText(Repository.At($"kernel-handwritten/{file}")))
            );
    }

    /// <summary>Change a text in a file of the copy, where it has to stand.</summary>
    public void Replace(string file, string old, string text)
    {
        string before = File.ReadAllText(At(file));
        if (!before.Contains(old, StringComparison.Ordinal))
            throw new ProofFailure($"{file} has no '{old}'");
        WriteFile(file, before.Replace(old, text, StringComparison.Ordinal));
    }

    public void WriteFile(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllText(At(file), text);
    }

    /// <summary>Build the suites that run on the host. Seconds.</summary>
    public void BuildHost() =>
        Run(
            "dotnet",
            "build",
            At("tests/Kernel.Host"),
            "-c",
            "Release",
            "-nologo",
            "-v",
            "quiet",
            "-p:TreatWarningsAsErrors=false",
            "-p:WarningLevel=0",
            "-p:RunAnalyzers=false"
        );

    /// <summary>
    /// Build the kernel's image. Minutes. Where a gate refuses a method, which has grown by what is inlined into it and by
    /// its looks at the switch, nothing of its folder is inlined on demand.
    /// </summary>
    public void BuildKernel()
    {
        HashSet<string> apart = [];
        while (true)
            try
            {
                Run(
                    "dotnet",
                    Repository.At("artifacts/dotnet/bin/Porting.Cli/release/port.dll"),
                    "build",
                    "--port-only",
                    "--stale=warn",
                    "--project",
                    _root
                );
                return;
            }
            catch (ProofFailure failure) when (FoldersOf(Refused(failure.Message)).Except(apart).Any())
            {
                foreach (string folder in FoldersOf(Refused(failure.Message)).Where(apart.Add).ToList())
                foreach (string file in Directory.EnumerateFiles(At($"kernel-handwritten/{folder}"), "*.cs"))
                    File.WriteAllText(
                        file,
                        File.ReadAllText(file).Replace("AggressiveInlining", "NoInlining", StringComparison.Ordinal)
                    );
            }
    }

    // Where methods of these names are declared.
    private IEnumerable<string> FoldersOf(IReadOnlyList<string> methods) =>
        Directory
            .EnumerateFiles(At("kernel-handwritten"), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
            {
                string text = File.ReadAllText(file);
                return methods.Any(m => Regex.IsMatch(text, $@"\b(public|private|internal) [^;=\n]*\b{m}\("));
            })
            .Select(file => Path.GetRelativePath(At("kernel-handwritten"), Path.GetDirectoryName(file)!))
            .Distinct();

    // The methods that a gate names, and those whose copies it does.
    private static List<string> Refused(string message) =>
        [.. Vectors().Matches(message).Select(m => m.Groups[1].Value).Distinct()];

    [GeneratedRegex(@"PORT6030: function '\S*?__(\w+?)(?:__\d+)?'")]
    private static partial Regex Vectors();

    /// <summary>Put the suites that boot kernels beside the image, with an emulator that knows of the mistakes.</summary>
    public void TakeBootSuites()
    {
        CopyFolder("artifacts/dotnet/bin/Kernel.Boot/release");
        Copy("artifacts/kernel/reference.elf");
        WriteFile("bin/qemu-system-i386", Emulator.Replace("EMULATOR", Tool.Qemu.Locate(), StringComparison.Ordinal));
        Run("chmod", "+x", At("bin/qemu-system-i386"));
    }

    // Without a reference kernel, and with what earlier builds of the unchanged parts have left.
    private void WriteProject()
    {
        string[] lines = File.ReadAllLines(Repository.At("port.json"));
        WriteFile(
            "port.json",
            string.Join('\n', lines.Where(l => !l.Contains("\"reference", StringComparison.Ordinal)))
        );
        CopyFolder("artifacts/facts");
    }

    private void PutIn(string file, string behind, string text) => Replace(file, behind, behind + text);

    // What was built of the last ones stays: unchanged steps are not done again.
    private void CopySources()
    {
        foreach (string folder in Folders.Select(At).Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
        foreach (string folder in Folders)
            CopyFolder(folder);
        foreach (string file in Files)
            Copy(file);
    }

    private void CopyFolder(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(Repository.At(folder), "*", SearchOption.AllDirectories))
            Copy(Path.GetRelativePath(Repository.Root, file));
    }

    private void Copy(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.Copy(Repository.At(file), At(file), overwrite: true);
    }

    private static void Run(string program, params string[] arguments)
    {
        ToolResult result = ToolRunner.Run(program, arguments, timeout: TimeSpan.FromHours(2));
        if (result.ExitStatus != 0)
            throw new ProofFailure($"{program} {string.Join(' ', arguments)} failed:\n{result.Output}{result.Errors}");
    }

    private const string Emulator = """
        #!/bin/bash
        words=() said=
        while (($#)); do
          words+=("$1")
          if [[ $1 == -append ]]; then shift; words+=("mutant=$PORT_MUTANT $1"); said=1; fi
          shift
        done
        [[ $said || " ${words[*]} " != *" -kernel "* ]] || words+=(-append "mutant=$PORT_MUTANT")
        exec EMULATOR "${words[@]}"
        """;

    private const string KernelSwitch = """
        namespace Mach;

        /// <summary>Which mistake is on; 0 for none, and uint.MaxValue for none while reached members are noted.</summary>
        internal static unsafe class MutantSwitch
        {
            internal static uint Active;
            private static Flags s_reached;

            [System.Runtime.CompilerServices.InlineArray(4096)]
            private struct Flags { private byte _first; }

            internal static void Reach(int member)
            {
                if (Active == uint.MaxValue)
                    ((byte*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref s_reached))[member] = 1;
            }

            internal static void Read()
            {
                for (sbyte* at = kernel_cmdline; *at != 0; at++)
                    if (at[0] == 'm' && at[1] == 'u' && at[2] == 't' && at[3] == 'a' && at[4] == 'n' && at[5] == 't' && at[6] == '=')
                    {
                        uint number = 0;
                        for (sbyte* digit = at + 7; *digit >= '0' && *digit <= '9'; digit++)
                            number = number * 10 + (uint)(*digit - '0');
                        Active = number;
                        return;
                    }
            }

            internal static void Print()
            {
                if (Active != uint.MaxValue)
                    return;
                for (uint member = 0; member < 4096; member++)
                    if (((byte*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref s_reached))[member] != 0)
                        printf__va(T("# reached %u\n"u8), (byte*)&member);
            }
        }
        """;

    private const string HostSwitch = """
        namespace Mach;

        internal static class MutantSwitch
        {
            internal static readonly uint Active = uint.Parse(System.Environment.GetEnvironmentVariable("PORT_MUTANT") ?? "0");
            private static readonly bool[] s_reached = new bool[4096];

            static MutantSwitch()
            {
                if (Active == uint.MaxValue)
                    System.AppDomain.CurrentDomain.ProcessExit += (_, _) =>
                    {
                        for (int i = 0; i < s_reached.Length; i++)
                            if (s_reached[i])
                                System.Console.WriteLine($"# reached {i}");
                    };
            }

            internal static void Reach(int member)
            {
                if (Active == uint.MaxValue)
                    s_reached[member] = true;
            }
        }
        """;
}
