using Porting.Build;
using Porting.Hosted;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary>-fprofile-instr-generate and -fcoverage-mapping: the profile that a program of <c>port cc</c> writes, and
/// the coverage that it gives, are those of clang's program, whole.</summary>
public sealed class ProfileTests
{
    private static readonly Tool Coverage = new("llvm-cov-19", "llvm-19");
    private static readonly Tool ProfileData = new("llvm-profdata-19", "llvm-19");

    private static readonly string[] Options = ["-w", "-fprofile-instr-generate", "-fcoverage-mapping"];

    private static string File(string name) => Repository.At("tests/Semantics/Profiles/" + name);

    /// <summary>What a program's run gives: each function's hash and counters, then each region of the C.</summary>
    private static (string Counters, string Regions, string Output) Run(ScratchFolder folder, string program)
    {
        ToolResult ran = ToolRunner.Run(
            "/usr/bin/env",
            [$"LLVM_PROFILE_FILE={folder.At(program)}.profraw", folder.At(program)],
            folder.Path
        );
        string profile = $"{program}.profdata";
        Made(folder, ProfileData, "merge", "-o", profile, $"{program}.profraw");
        string counters = Made(folder, ProfileData, "show", "--all-functions", "--counts", profile);
        string regions = Made(folder, Coverage, "export", $"-instr-profile={profile}", program);
        string own = Path.GetFileName(folder.Path) + "/" + program;
        return (counters, regions.Replace(own, "", StringComparison.Ordinal), $"{ran.ExitStatus} {ran.Output}");
    }

    private static string Made(ScratchFolder folder, Tool tool, params string[] arguments)
    {
        ToolResult ran = ToolRunner.Run(tool.Locate(), arguments, folder.Path);
        Assert.True(ran.ExitStatus == 0, ran.Errors);
        return ran.Output;
    }

    private static void Cc(ScratchFolder folder, params string[] arguments)
    {
        Answer made = PortTool.Run(folder.Path, ["cc", .. arguments]);
        Assert.True(made.ExitStatus == 0, made.Errors);
    }

    private static void Clang(ScratchFolder folder, params string[] arguments) =>
        Made(folder, Tool.Clang, [.. HostedCompiler.TargetArguments, "-no-pie", "-fno-pie", .. arguments]);

    /// <returns>The profile as text.</returns>
    private static string Same(params string[] arguments)
    {
        using ScratchFolder folder = new();
        Cc(folder, [.. Options, .. arguments, "-o", "ours"]);
        Clang(folder, [.. Options, .. arguments, "-o", "theirs"]);
        (string Counters, string Regions, string Output) ours = Run(folder, "ours");
        (string Counters, string Regions, string Output) theirs = Run(folder, "theirs");
        Assert.Equal(theirs.Output, ours.Output);
        Assert.Equal(theirs.Counters, ours.Counters);
        Assert.Equal(theirs.Regions, ours.Regions);
        return ours.Counters;
    }

    /// <summary>Every statement and operator that has a counter, entered in every way.</summary>
    [Theory, InlineData("-O0"), InlineData("-O2")]
    public void All_control_flow_is_counted(string level) =>
        Assert.Contains("control.c:duff", Same(level, File("control.c")));

    /// <summary>Static functions of one name, functions of headers, inline ones, another symbol, an attribute.</summary>
    [Theory]
    [InlineData("-O0")]
    [InlineData("-O2")]
    [InlineData("-O1", "-g", "-fprofile-update=atomic")]
    [InlineData("-O2", "-flto")]
    [InlineData("-fno-coverage-mapping", "-fcoverage-mapping", "-fcoverage-compilation-dir=/elsewhere")]
    [InlineData("-fcoverage-prefix-map=/=/there/")]
    public void Two_units_are_counted(params string[] options)
    {
        string counters = Same([.. options, File("first.c"), File("second.c")]);
        Assert.Contains("first.c:st:", counters);
        Assert.Contains("second.c:st:", counters);
        Assert.Contains("other.name", counters);
        Assert.DoesNotContain("quiet", counters);
    }

    [Theory]
    [InlineData("jumps")]
    [InlineData("gnu")]
    [InlineData("identifiers")]
    [InlineData("overloads")]
    [InlineData("vectors_all")]
    [InlineData("big_switch")]
    [InlineData("odd_names")]
    public void A_program_is_counted(string name)
    {
        string file = Repository.At($"tests/Semantics/Programs/{name}.c");
        Same([.. ProgramTests.Flags(System.IO.File.ReadLines(file).First()), file]);
    }

    /// <summary>-fprofile-list leaves out what it names; the file's name is the option's; the last one of on and off
    /// holds.</summary>
    [Fact]
    public void The_options_say_what_is_counted_and_where_it_goes()
    {
        using ScratchFolder folder = new();
        folder.Write("list.txt", "[clang]\nfunction:main=skip\ndefault:allow\n");
        Assert.DoesNotContain("main:", Same($"-fprofile-list={folder.At("list.txt")}", File("control.c")));
        folder.Write("a.c", "int main(void) { return 0; }\n");
        Cc(folder, "-fprofile-instr-generate=here.profraw", "a.c", "-o", "counted");
        Cc(folder, "-fprofile-instr-generate", "-fno-profile-instr-generate", "-c", "a.c", "-o", "plain.o");
        Assert.Equal(0, ToolRunner.Run(folder.At("counted"), [], folder.Path).ExitStatus);
        Assert.True(System.IO.File.Exists(folder.At("here.profraw")));
        Assert.DoesNotContain("__llvm_prf", ObjectReader.Whole(folder.At("plain.o")));
    }

    /// <summary>clang's front end would set its branches' weights by them; the message names the other way.</summary>
    [Theory, InlineData("-fprofile-instr-use=all.profdata"), InlineData("-fprofile-use=all.profdata")]
    public void A_profile_of_the_front_end_is_refused(string option)
    {
        using ScratchFolder folder = new();
        folder.Write("a.c", "int main(void) { return 0; }\n");
        Cc(folder, "-fprofile-instr-generate=raw", "a.c", "-o", "counted");
        Assert.Equal(0, ToolRunner.Run(folder.At("counted"), [], folder.Path).ExitStatus);
        Made(folder, ProfileData, "merge", "-o", "all.profdata", "raw");
        Answer refused = PortTool.Run(folder.Path, ["cc", option, "-c", "a.c"]);
        Assert.Equal(1, refused.ExitStatus);
        Assert.Contains("-fprofile-generate [PORT9012]", refused.Errors);
    }
}
