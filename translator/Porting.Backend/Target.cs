using System.Text.RegularExpressions;

namespace Porting.Backend;

/// <summary>
/// The machine that code is made for. clang fills it in, from the command line of the unit, so that every option
/// about the machine means here what it means there. Nothing else in the back end knows a size of the target.
/// </summary>
/// <param name="Triple">LLVM's name of the target.</param>
/// <param name="DataLayout">LLVM's description of its memory.</param>
/// <param name="Attributes">What every function has: processor, features, frame pointer, stack protector.</param>
/// <param name="ModuleFlags">Contents of <c>!llvm.module.flags</c>, a node each: PIC level, control flow protection.
/// </param>
/// <param name="PointerSize">Bytes.</param>
/// <param name="OwnAreLocal">What a module defines is its own: no other one takes its place at run time.</param>
/// <param name="OthersAreLocal">What others define is in the same image.</param>
public sealed partial record Target(
    string Triple,
    string DataLayout,
    string Attributes,
    IReadOnlyList<string> ModuleFlags,
    int PointerSize,
    bool OwnAreLocal,
    bool OthersAreLocal
)
{
    /// <summary>C's alignment of 64-bit integers and doubles inside structs and on the stack.</summary>
    public int WideAlign => PointerSize;

    /// <summary>The integer that is as wide as a pointer.</summary>
    public string Word => $"i{PointerSize * 8}";

    /// <summary>The register's name in assembler.</summary>
    public string StackPointer => PointerSize == 4 ? "esp" : "rsp";

    public bool HasSse2 => Attributes.Contains("+sse2", StringComparison.Ordinal);

    /// <summary>How many words of arguments C's functions have in registers.</summary>
    public int RegisterParameters =>
        ModuleFlags.Select(f => RegistersFlag().Match(f)).FirstOrDefault(m => m.Success) is { } match
            ? int.Parse(match.Groups[1].Value, null)
            : 0;

    [GeneratedRegex(@"""NumRegisterParameters"", i32 (\d+)")]
    private static partial Regex RegistersFlag();

    /// <summary>What functions are aligned to; 0 for what the target does by itself.</summary>
    public int FunctionAlign { get; init; }

    /// <summary>What memory from the stack is aligned to. A stack that the command line keeps less aligned would have to
    /// be aligned anew in each function, by a register that inline assembly may want; without vectors nothing needs it.
    /// </summary>
    public int StackAlign =>
        !HasSse2
        && ModuleFlags.Select(f => OverriddenAlign().Match(f)).FirstOrDefault(m => m.Success) is { } match
        && int.Parse(match.Groups[1].Value, null) is var bytes and < 16
            ? bytes
            : 16;

    [GeneratedRegex(@"""override-stack-alignment"", i32 (\d+)")]
    private static partial Regex OverriddenAlign();

    /// <summary>The optimiser leaves functions as they are written.</summary>
    public bool IsUnoptimized => Attributes.Contains("optnone", StringComparison.Ordinal);

    /// <summary>A function that clang shows the target by.</summary>
    public const string Sample = "extern int port_other; int port_sample(int *p) { return *p + port_other; }\n";

    /// <summary>What clang said of the sample: LLVM IR of it, before any pass.</summary>
    public static Target Parse(string ir)
    {
        string layout = Match(DataLayoutLine(), ir);
        string triple = Match(TripleLine(), ir);
        string group = Regex.Match(ir, @"define [^\n]*@port_sample\([^\n]*\) #(\d+)").Groups[1].Value;
        string attributes = Regex
            .Match(ir, $@"^attributes #{group} = \{{ (.*) \}}$", RegexOptions.Multiline)
            .Groups[1]
            .Value;
        Dictionary<string, string> nodes = Node()
            .Matches(ir)
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        string flags = Regex.Match(ir, @"^!llvm\.module\.flags = !\{(.*)\}$", RegexOptions.Multiline).Groups[1].Value;
        return new Target(
            triple,
            layout,
            attributes,
            [
                .. flags
                    .Split(", ", StringSplitOptions.RemoveEmptyEntries)
                    .Select(f => nodes[f[1..]])
                    .Where(f => !f.Contains("Debug Info Version") && !f.Contains("Dwarf Version")),
            ],
            layout.Contains("p:32:32", StringComparison.Ordinal) ? 4 : 8,
            Regex.IsMatch(ir, @"define dso_local [^\n]*@port_sample"),
            Regex.IsMatch(ir, @"@port_other = external dso_local")
        )
        {
            FunctionAlign = Regex.Match(ir, @"define [^\n]*@port_sample\([^\n]* align (\d+) \{")
                is { Success: true } aligned
                ? int.Parse(aligned.Groups[1].Value, null)
                : 0,
        };
    }

    private static string Match(Regex pattern, string text) => pattern.Match(text).Groups[1].Value;

    [GeneratedRegex("""^target datalayout = "(.*)"$""", RegexOptions.Multiline)]
    private static partial Regex DataLayoutLine();

    [GeneratedRegex("""^target triple = "(.*)"$""", RegexOptions.Multiline)]
    private static partial Regex TripleLine();

    [GeneratedRegex("""^!(\d+) = (!\{.*\})$""", RegexOptions.Multiline)]
    private static partial Regex Node();
}
