using Porting.Build;
using Porting.Translator.Output.Files;

namespace Porting.Hosted;

/// <summary>What a compiler is asked: what it would do, its preprocessor's output, its folders and version.</summary>
public sealed partial class CcDriver
{
    /// <summary>-v and -###: who does what, on standard error.</summary>
    private void Explain()
    {
        host.Complain("port cc: C through C#, for i386-pc-linux-gnu");
        foreach (CcInput input in options.Inputs.Where(x => x.Kind != CcInputKind.LinkerInput))
        {
            string front = string.Join(
                ' ',
                (input.Kind == CcInputKind.C ? Target : []).Concat(options.Front).Select(a => $"\"{a}\"")
            );
            host.Complain($" \"{(input.Kind == CcInputKind.C ? "port" : "clang")}\" {front} \"{input.Path}\"");
        }

        if (options.Stage == CcStage.Link)
        {
            host.Complain(
                $" \"clang\" {string.Join(' ', options.Link.Select(a => $"\"{a}\""))} \"-o\" \"{options.Output ?? "a.out"}\""
            );
        }
    }

    private int Show()
    {
        int worst = 0;
        foreach (CcInput input in options.Inputs)
        {
            worst = Math.Max(
                worst,
                ClangPrinting([
                    .. Target,
                    .. options.Front,
                    .. options.Dependencies,
                    .. options.OnlyDependencies ? (string[])[] : ["-E"],
                    .. input.LanguageArguments,
                    input.Path,
                    .. options.Output is { } output ? (string[])["-o", output] : [],
                ])
            );
        }

        return worst;
    }

    private int Ask(string query)
    {
        switch (query)
        {
            case "--help":
                host.Print(
                    "Usage: port cc [options] file...\nTakes clang's options (clang --help), for 32-bit Linux, and --keep-csharp DIR, which keeps the C# of each file."
                );
                return 0;
            case "--version" or "-v":
                // Builds look for "clang" in the first line (Linux's Makefile, CC_VERSION_TEXT).
                int known = ClangPrinting(["--version"]);
                host.Print("port cc: C through C#");
                return known;
            case "-dumpmachine":
                host.Print("i386-pc-linux-gnu");
                return 0;
            case "-print-search-dirs":
                // gcc's first line, for builds that look there for include/stddef.h. clang has no such line.
                string installed = ToolRunner
                    .Run(Tool.Clang.Locate(), ["-print-resource-dir"], directory)
                    .Output.Trim();
                host.Print($"install: {installed}/");
                return ClangPrinting([query]);
            default:
                return ClangPrinting([query]);
        }
    }
}
