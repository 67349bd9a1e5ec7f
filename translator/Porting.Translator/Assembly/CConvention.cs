namespace Porting.Translator.Assembly;

/// <summary>
/// A calling convention that C code asks for by an attribute (gcc's manual, "x86 Function Attributes"). What gcc and
/// clang do differently under one name is refused: <see cref="CSignature.Refusal"/>.
/// </summary>
/// <param name="Code">Part of symbols; empty for the platform's.</param>
/// <param name="Registers">How many words go in registers.</param>
public sealed record CConvention(string Code, int Registers)
{
    public static readonly CConvention Platform = new("", 0);
    private static readonly CConvention Fast = new("fastcall", 2);
    private static readonly CConvention Standard = new("stdcall", 0);

    public bool IsPlatform => Code.Length == 0;

    /// <summary>Integers of 64 bits take two registers; under fastcall compilers do not agree.</summary>
    public bool TakesLongs => this != Fast;

    /// <summary>The address of a result in memory takes a register, as an argument in front of the others.</summary>
    public bool TakesHiddenAddress => Registers > 0 && this != Fast;

    /// <param name="attributes">As <see cref="Clang.Ast.FunctionType.Convention"/> has them.</param>
    /// <param name="isVariadic">Arguments of variadic functions are on the stack in all of them.</param>
    /// <returns>null for those of other platforms.</returns>
    public static CConvention? Of(string attributes, bool isVariadic)
    {
        string[] words = attributes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Any(w => !IsKnown(w)))
        {
            return null;
        }

        int registers = words.FirstOrDefault(w => w.StartsWith("regparm(", StringComparison.Ordinal)) is { } count
            ? count[^2] - '0'
            : 0;
        return isVariadic ? Platform
            : words.Contains("fastcall") ? Fast
            : Of(registers, words.Contains("stdcall"));
    }

    /// <summary>Small structs are results in registers (gcc's -freg-struct-return).</summary>
    public static bool ReturnsStructs(string attributes) => attributes.EndsWith("regstruct", StringComparison.Ordinal);

    private static bool IsKnown(string word) =>
        word is "stdcall" or "fastcall" or "regstruct" or "regparm(1)" or "regparm(2)" or "regparm(3)";

    private static CConvention Of(int registers, bool isStandard) =>
        (registers, isStandard) switch
        {
            (0, false) => Platform,
            (0, true) => Standard,
            _ => new CConvention($"{(isStandard ? "std" : "")}regparm{registers}", registers),
        };

    internal static CConvention Parse(string code) =>
        code switch
        {
            "fastcall" => Fast,
            "stdcall" => Standard,
            _ => Of(code[^1] - '0', code.StartsWith("std", StringComparison.Ordinal)),
        };
}
