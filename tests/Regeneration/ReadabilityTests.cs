using System.Diagnostics;
using System.Text.RegularExpressions;
using Porting.Tests;

namespace Porting.Regeneration.Tests;

/// <summary>
/// The generated C# as the code-style analyzers of the .NET SDK see it: no cast that changes nothing (IDE0004), no
/// parentheses that the rules of precedence make needless (IDE0047), no comparison of a bool with a constant (IDE0100),
/// no assigned value that nobody reads (IDE0059).
/// </summary>
public sealed partial class ReadabilityTests : IDisposable
{
    private const string Rules = """
        is_global = true
        dotnet_diagnostic.IDE0004.severity = warning
        dotnet_diagnostic.IDE0047.severity = warning
        dotnet_diagnostic.IDE0059.severity = warning
        dotnet_diagnostic.IDE0100.severity = warning
        dotnet_style_parentheses_in_arithmetic_binary_operators = never_if_unnecessary
        dotnet_style_parentheses_in_relational_binary_operators = never_if_unnecessary
        dotnet_style_parentheses_in_other_binary_operators = never_if_unnecessary
        dotnet_style_parentheses_in_other_operators = never_if_unnecessary
        """;

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_generated_code_has_no_cast_and_no_parentheses_that_change_nothing()
    {
        CopyWithoutMark(Repository.At("kernel-generated"));
        string[] found = Found(Kernel);

        // The values that nobody reads are outputs of templates of inline assembly, as in C.
        Assert.Equal(["linux_dev_include_asm_io.h.cs IDE0059", "linux_dev_kernel_delay.cs IDE0059"], found);
    }

    private static readonly string[] Libraries =
    [
        "stb_image",
        "stb_ds",
        "stb_rect_pack",
        "stb_truetype",
        "stb_sprintf",
        "stb_image_write",
        "stb_perlin",
        "stb_dxt",
        "stb_hexwave",
        "stb_image_resize",
    ];

    /// <summary>The same of 28,000 lines of C# from libraries as Debian packages them, which nobody wrote with us in
    /// mind.</summary>
    [Fact]
    public void Nor_has_that_of_real_libraries()
    {
        IEnumerable<string> implementations = Libraries.Select(l =>
            $"#define {l.ToUpperInvariant()}_IMPLEMENTATION\n#include <stb/{l}.h>\n"
        );
        _folder.Write(
            "libraries.c",
            $"#define STBI_NO_SIMD\n{string.Concat(implementations)}#include <stb/stb_vorbis.h>\n"
        );
        Answer made = PortTool.Run(
            _folder.Path,
            ["cc", "-w", "-c", "libraries.c", "-o", "libraries.o", "--keep-csharp", "kept"]
        );
        Assert.True(made.ExitStatus == 0, made.All);
        CopyWithoutMark(_folder.At("kept/libraries.port"));
        string runtime = "translator/Porting.Runtime/Porting/";
        string[] found = Found([
            .. (
                (string[])
                    [
                        "translator/Porting.Runtime/Corlib/*.cs",
                        "translator/Porting.Build/Hosted/rt.*.cs",
                        "translator/Porting.Build/Hosted/Types/*.cs",
                        runtime + "rt.cs",
                        runtime + "rt.bits.cs",
                        runtime + "rt.data.cs",
                        runtime + "PortAttributes.cs",
                        runtime + "StringLiterals.cs",
                    ]
            ).Select(Repository.At),
        ]);

        // (uint)(sizeof(int) == 8 ? 32 : 0): the compiler knows that it fits. pow((float)i, 2): the analyzer does not
        // mind that an int loses something as a float and nothing as a double.
        Assert.Equal(["usr_include_stb_stb_sprintf.h.cs IDE0004", "usr_include_stb_stb_vorbis.h.cs IDE0004"], found);
    }

    /// <summary>The analyzers must be at work: what they are to find is planted.</summary>
    [Fact]
    public void Casts_and_parentheses_that_change_nothing_are_found()
    {
        CopyWithoutMark(Repository.At("kernel-generated"));
        _folder.Write(
            "generated/planted.cs",
            "static class Planted { static int F(int x) => (int)x; static int G(int x, int y) => (x * y) + x; static bool H(bool b) => b == true; }"
        );
        Assert.Equal(
            ["planted.cs IDE0004", "planted.cs IDE0047", "planted.cs IDE0100"],
            Found(Kernel).Where(f => f.StartsWith("planted", StringComparison.Ordinal))
        );
    }

    /// <summary>Analyzers pass over files that are marked as generated.</summary>
    private void CopyWithoutMark(string source)
    {
        foreach (string file in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(source, file)
                .Replace('/', '_')
                .Replace(".g.cs", ".cs", StringComparison.Ordinal);
            _folder.Write("generated/" + name, Mark().Replace(File.ReadAllText(file), ""));
        }
    }

    /// <summary>With the copy of what the tool brings for every port.</summary>
    private static readonly string[] Kernel =
    [
        Repository.At("kernel-handwritten/**/*.cs"),
        Repository.At("artifacts/runtime/*.cs"),
    ];

    /// <summary>File and rule of each finding in generated code, once.</summary>
    /// <param name="others">Patterns of the sources that it needs.</param>
    private string[] Found(string[] others)
    {
        _folder.Write("Directory.Build.props", "<Project />");
        _folder.Write("rules.globalconfig", Rules);
        _folder.Write(
            "kernel.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <LangVersion>preview</LangVersion>
                <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                <NoStdLib>true</NoStdLib>
                <NoCompilerStandardLib>true</NoCompilerStandardLib>
                <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
                <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
                <GenerateAssemblyInfo>false</GenerateAssemblyInfo>
                <GenerateTargetFrameworkAttribute>false</GenerateTargetFrameworkAttribute>
                <EnableNETAnalyzers>false</EnableNETAnalyzers>
                <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="generated/*.cs;{string.Join(';', others)}" />
                <GlobalAnalyzerConfigFiles Include="rules.globalconfig" />
              </ItemGroup>
            </Project>
            """
        );
        ProcessStartInfo build = new("dotnet");
        build.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        Answer answer = PortTool.Start(
            build,
            _folder.Path,
            ["build", "-nologo", "-v", "quiet", "-p:UseSharedCompilation=false"]
        );
        Assert.True(answer.ExitStatus == 0, answer.All);
        return
        [
            .. Finding()
                .Matches(answer.All)
                .Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    [GeneratedRegex("</?auto-generated>")]
    private static partial Regex Mark();

    [GeneratedRegex(@"/generated/([^/(]+)\([0-9,]+\): warning (IDE[0-9]+)")]
    private static partial Regex Finding();
}
